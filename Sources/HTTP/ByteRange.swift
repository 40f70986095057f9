/// What a Range field asks of a representation (RFC 9110 §14).
enum ByteRange: Equatable {
  /// No range, several, another unit, or not in the grammar: the whole is answered, as §14.2
  /// allows. Several are answered whole because a multipart answer helps no client of ours and is
  /// a known way to make a server work.
  case whole
  case part(Range<Int>)
  case unsatisfiable

  static func of(_ head: RequestHead, in bytes: Span<UInt8>, byteCount: Int) -> ByteRange {
    guard let value = head.firstValue(.range), !head.isRepeated(.range) else { return .whole }
    return of(bytes.extracting(value), byteCount: byteCount)
  }

  static func of(_ value: Span<UInt8>, byteCount: Int) -> ByteRange {
    guard value.count > 6, value.extracting(0..<6).equalsIgnoringCase("bytes=") else {
      return .whole
    }
    var spec: Range<Int>?
    var count = 0
    let set = value.extracting(6..<value.count)
    set.forEachListElement { element in
      count += 1
      spec = element
      return true
    }
    guard count == 1, let spec else { return .whole }
    return single(set.extracting(spec), byteCount: byteCount)
  }

  private static func single(_ spec: Span<UInt8>, byteCount: Int) -> ByteRange {
    var dash = 0
    while dash < spec.count, spec[dash] != UInt8(ascii: "-") { dash += 1 }
    guard dash < spec.count, let last = number(spec.extracting((dash + 1)..<spec.count)),
      let first = number(spec.extracting(0..<dash))
    else { return .whole }
    switch (first, last) {
    case (nil, nil): return .whole
    case (nil, let suffix?):
      guard suffix > 0 else { return .unsatisfiable }
      // §14.1.2: satisfiable, yet no Content-Range can say so of no octets.
      guard byteCount > 0 else { return .whole }
      return .part((byteCount - min(suffix, byteCount))..<byteCount)
    case (let first?, let last):
      if let last, last < first { return .whole }
      guard first < byteCount else { return .unsatisfiable }
      return .part(first..<(min(last ?? byteCount - 1, byteCount - 1) + 1))
    }
  }

  /// Digits; `.some(nil)` for none, `nil` for anything else. Numbers beyond an integer are the
  /// largest one, which no representation reaches.
  private static func number(_ digits: Span<UInt8>) -> Int?? {
    if digits.isEmpty { return .some(nil) }
    var value = 0
    for i in digits.indices {
      guard digits[i].isDigit else { return nil }
      let (tens, isOver) = value.multipliedReportingOverflow(by: 10)
      let (sum, isPast) = tens.addingReportingOverflow(Int(digits[i] - 0x30))
      value = isOver || isPast || value == .max ? .max : sum
    }
    return .some(value)
  }
}
