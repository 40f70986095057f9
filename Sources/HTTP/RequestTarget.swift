internal import Formats

/// What a target names once it is split and decoded.
///
/// The rule for paths: split on `/`, then decode each segment once; `%2F` is data, `+` is a plus.
/// Segments are taken as they are: nothing is removed, merged or resolved, and since no route has
/// a segment that is empty, `.` or `..`, a path that has one names nothing (404). So two spellings
/// never reach one resource by way of dots or doubled slashes.
package struct RequestTarget: Sendable, Equatable {
  package var path: [String]
  package var query: [QueryItem]

  /// `nil` where an escape is broken, means NUL, or the decoded octets are not UTF-8.
  ///
  /// - Parameter bytes: path and query; an empty path is `/` (RFC 9110 §4.2.3).
  package init?(_ bytes: Span<UInt8>) {
    var pathEnd = 0
    while pathEnd < bytes.count, bytes[pathEnd] != UInt8(ascii: "?") { pathEnd += 1 }
    var segments: [String] = []
    var start = 1
    while start <= pathEnd, pathEnd > 1 {
      var end = start
      while end < pathEnd, bytes[end] != UInt8(ascii: "/") { end += 1 }
      guard let segment = PercentEncoding.text(bytes.extracting(start..<end), plusIsSpace: false)
      else { return nil }
      segments.append(segment)
      start = end + 1
    }
    path = segments
    query = []
    guard pathEnd < bytes.count else { return }
    guard let items = Self.items(bytes.extracting((pathEnd + 1)..<bytes.count)) else { return nil }
    query = items
  }

  /// `application/x-www-form-urlencoded` as the URL Standard reads it: empty pieces are skipped, a
  /// piece without `=` has an empty value.
  private static func items(_ bytes: Span<UInt8>) -> [QueryItem]? {
    var items: [QueryItem] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "&") { end += 1 }
      var equals = start
      while equals < end, bytes[equals] != UInt8(ascii: "=") { equals += 1 }
      let valueStart = min(equals + 1, end)
      if end > start {
        guard
          let name = PercentEncoding.text(bytes.extracting(start..<equals), plusIsSpace: true),
          let value = PercentEncoding.text(bytes.extracting(valueStart..<end), plusIsSpace: true)
        else { return nil }
        items.append(QueryItem(name: name, value: value))
      }
      start = end + 1
    }
    return items
  }

  /// Tells the form of `head.target` (RFC 9112 §3.2) and where its path and query stand.
  static func classify(_ head: inout RequestHead, in bytes: Span<UInt8>) throws(ParseError) {
    let target = head.target
    head.pathAndQuery = target
    // RFC 9112 §3.2.3: authority-form is for CONNECT, and CONNECT for nothing else.
    if head.method == .connect {
      head.targetForm = .authority
      return try checkTunnel(bytes.extracting(target))
    }
    if bytes[target.lowerBound] == UInt8(ascii: "/") {
      head.targetForm = .origin
      return
    }
    if target.count == 1, bytes[target.lowerBound] == UInt8(ascii: "*") {
      // RFC 9112 §3.2.4: only for OPTIONS.
      guard head.method == .options else { throw .badTarget }
      head.targetForm = .asterisk
      return
    }
    head.targetForm = .absolute
    head.pathAndQuery = try absolute(bytes, target)
    if head.pathAndQuery.isEmpty, head.method == .options { head.targetForm = .asterisk }
  }

  /// RFC 9110 §9.3.6: host and port, the port neither empty nor invalid.
  private static func checkTunnel(_ bytes: Span<UInt8>) throws(ParseError) {
    var port = bytes.count
    while port > 0, bytes[port - 1] != UInt8(ascii: ":") { port -= 1 }
    guard port > 1, port < bytes.count, HostField.isAuthority(bytes) else { throw .badTarget }
  }

  /// RFC 9112 §3.2.2. RFC 9110 §4.2.4: user information is an error. §7.4: an `https` request
  /// that did not come over TLS is misdirected.
  private static func absolute(
    _ bytes: Span<UInt8>, _ target: Range<Int>
  ) throws(ParseError) -> Range<Int> {
    let whole = bytes.extracting(target)
    let isSecure = whole.count >= 8 && whole.extracting(0..<8).equalsIgnoringCase("https://")
    guard isSecure || whole.count >= 7 && whole.extracting(0..<7).equalsIgnoringCase("http://")
    else { throw .badTarget }
    let start = target.lowerBound + (isSecure ? 8 : 7)
    var end = start
    while end < target.upperBound, bytes[end] != UInt8(ascii: "/"), bytes[end] != UInt8(ascii: "?")
    {
      end += 1
    }
    guard HostField.isAuthority(bytes.extracting(start..<end)) else { throw .badTarget }
    for i in end..<target.upperBound
    where bytes[i] == UInt8(ascii: "[") || bytes[i] == UInt8(ascii: "]") {
      throw .badTarget
    }
    if isSecure { throw .secureScheme }
    return end..<target.upperBound
  }
}
