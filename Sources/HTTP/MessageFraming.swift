/// Where a request's content ends (RFC 9112 §6.3).
enum MessageFraming: Equatable {
  case none
  case length(Int)
  case chunked

  /// - Throws: `badFraming` where two readers could disagree, `unknownTransferCoding` for a coding
  ///   we do not have, `contentTooLarge` for a length beyond what fits an integer.
  static func of(_ head: RequestHead, in bytes: Span<UInt8>) throws(ParseError) -> MessageFraming {
    if head.has(.transferEncoding) {
      // RFC 9112 §6.1: in HTTP/1.0 the framing is faulty; with Content-Length it smells of
      // smuggling and may be refused.
      guard head.minorVersion > 0, !head.has(.contentLength) else { throw .badFraming }
      return try transferCoding(head, in: bytes)
    }
    guard let value = head.firstValue(.contentLength) else { return .none }
    // RFC 9110 §8.6 allows to accept equal repetitions; we refuse every repetition.
    guard !head.isRepeated(.contentLength) else { throw .badFraming }
    return .length(try length(bytes.extracting(value)))
  }

  /// `1*DIGIT` and nothing else.
  private static func length(_ bytes: Span<UInt8>) throws(ParseError) -> Int {
    guard bytes.count > 0 else { throw .badFraming }
    var value = 0
    var isTooLarge = false
    for i in bytes.indices {
      guard bytes[i].isDigit else { throw .badFraming }
      let (tens, isOver) = value.multipliedReportingOverflow(by: 10)
      let (sum, isPast) = tens.addingReportingOverflow(Int(bytes[i] - 0x30))
      if isOver || isPast { isTooLarge = true }
      value = sum
    }
    // RFC 9110 §8.6: a value that does not fit must not wrap around. It is no length at all.
    if isTooLarge { throw .badFraming }
    return value
  }

  private static func transferCoding(
    _ head: RequestHead, in bytes: Span<UInt8>
  ) throws(ParseError) -> MessageFraming {
    var (codingCount, chunkedCount) = (0, 0)
    var isLastChunked = false
    head.withValue(.transferEncoding, in: bytes) { value in
      value.forEachListElement { element in
        codingCount += 1
        isLastChunked = value.extracting(element).equalsIgnoringCase("chunked")
        if isLastChunked { chunkedCount += 1 }
        return true
      }
    }
    // §6.3: where chunked is not the last coding the length cannot be told; §7.1: nor may it be
    // applied twice.
    guard isLastChunked, chunkedCount == 1 else { throw .badFraming }
    // §6.1: a coding we do not understand.
    if codingCount > 1 { throw .unknownTransferCoding }
    return .chunked
  }
}
