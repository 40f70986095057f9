/// Which form of an answer Accept-Encoding asks for (RFC 9110 §12.5.3).
enum CodingChoice: UInt8 {
  /// As it is: no field, or gzip is not wanted or liked less.
  case identity
  /// gzip where it helps.
  case gzip
  /// gzip and nothing else: `identity;q=0`.
  case onlyGzip
  /// Neither: 406.
  case neither

  static func of(_ head: RequestHead, in bytes: Span<UInt8>) -> CodingChoice {
    guard head.has(.acceptEncoding) else { return .identity }
    return head.withValue(.acceptEncoding, in: bytes) { of($0) } ?? .identity
  }

  /// Elements outside the grammar are passed over.
  static func of(_ value: Span<UInt8>) -> CodingChoice {
    var (gzip, identity, any): (Int?, Int?, Int?) = (nil, nil, nil)
    value.forEachListElement { element in
      let (coding, weight) = codingAndWeight(value, element)
      guard let weight else { return true }
      let name = value.extracting(coding)
      // §8.4.1.3: x-gzip is the same coding.
      if name.equalsIgnoringCase("gzip") || name.equalsIgnoringCase("x-gzip") {
        gzip = weight
      } else if name.equalsIgnoringCase("identity") {
        identity = weight
      } else if name.count == 1, name[0] == UInt8(ascii: "*") {
        any = weight
      }
      return true
    }
    let gzipWeight = gzip ?? any ?? 0
    // Identity is acceptable unless it, or `*` without it, is given weight 0.
    let isIdentityRefused = (identity ?? any) == 0
    if gzipWeight == 0 { return isIdentityRefused ? .neither : .identity }
    if isIdentityRefused { return .onlyGzip }
    return gzipWeight >= identity ?? 0 ? .gzip : .identity
  }

  /// `coding [ OWS ";" OWS "q=" qvalue ]`; no weight where the element is malformed.
  @inline(__always)
  private static func codingAndWeight(
    _ value: Span<UInt8>, _ element: Range<Int>
  ) -> (Range<Int>, Int?) {
    var semicolon = element.lowerBound
    while semicolon < element.upperBound, value[semicolon] != UInt8(ascii: ";") { semicolon += 1 }
    let coding = value.trimmed(element.lowerBound..<semicolon)
    if semicolon == element.upperBound { return (coding, 1000) }
    let parameter = value.trimmed((semicolon + 1)..<element.upperBound)
    guard parameter.count > 2, value[parameter.lowerBound].asciiLowercased == UInt8(ascii: "q"),
      value[parameter.lowerBound + 1] == UInt8(ascii: "=")
    else { return (coding, nil) }
    return (
      coding, Weight.parse(value.extracting((parameter.lowerBound + 2)..<parameter.upperBound))
    )
  }
}
