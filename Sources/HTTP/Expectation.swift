/// Expect (RFC 9110 §10.1.1).
enum Expectation {
  static func isKnown(_ head: RequestHead, in bytes: Span<UInt8>) -> Bool {
    // An HTTP/1.0 client cannot mean it.
    if head.minorVersion == 0 { return true }
    var isKnown = true
    head.withValue(.expect, in: bytes) { value in
      value.forEachListElement { element in
        isKnown = isKnown && value.extracting(element).equalsIgnoringCase("100-continue")
        return isKnown
      }
    }
    return isKnown
  }
}
