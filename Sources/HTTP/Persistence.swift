/// Persistence (RFC 9112 §9.3): by default in HTTP/1.1, by request in 1.0, never after `close`.
enum Persistence {
  @inline(__always)
  static func directive(
    _ head: RequestHead, in bytes: Span<UInt8>, isLast: Bool
  ) -> ConnectionDirective {
    if isLast { return .close }
    guard head.has(.connection) else { return head.minorVersion == 0 ? .close : .persist }
    return listed(head, in: bytes)
  }

  private static func listed(
    _ head: RequestHead, in bytes: Span<UInt8>
  ) -> ConnectionDirective {
    var (hasClose, hasKeepAlive) = (false, false)
    head.withValue(.connection, in: bytes) { value in
      value.forEachListElement { element in
        let option = value.extracting(element)
        if option.equalsIgnoringCase("close") { hasClose = true }
        if option.equalsIgnoringCase("keep-alive") { hasKeepAlive = true }
        return true
      }
    }
    if hasClose { return .close }
    if head.minorVersion > 0 { return .persist }
    return hasKeepAlive ? .keepAlive : .close
  }
}
