/// The field names the server itself acts on.
enum KnownField: Int, CaseIterable {
  case host, connection, contentLength, transferEncoding, expect, accept, acceptEncoding
  case ifMatch, ifNoneMatch, ifModifiedSince, ifUnmodifiedSince, ifRange, range, origin
  case accessControlRequestMethod

  static let count = 15

  /// In lower case.
  var name: StaticString {
    switch self {
    case .host: "host"
    case .connection: "connection"
    case .contentLength: "content-length"
    case .transferEncoding: "transfer-encoding"
    case .expect: "expect"
    case .accept: "accept"
    case .acceptEncoding: "accept-encoding"
    case .ifMatch: "if-match"
    case .ifNoneMatch: "if-none-match"
    case .ifModifiedSince: "if-modified-since"
    case .ifUnmodifiedSince: "if-unmodified-since"
    case .ifRange: "if-range"
    case .range: "range"
    case .origin: "origin"
    case .accessControlRequestMethod: "access-control-request-method"
    }
  }

  /// The field of that name, letters compared without case. The length picks the candidate, so
  /// at most two names are compared.
  @inline(__always)
  static func named(_ bytes: Span<UInt8>) -> KnownField? {
    switch bytes.count {
    case 4: first(bytes, .host)
    case 5: first(bytes, .range)
    case 6: first(bytes, .accept) ?? first(bytes, .origin) ?? first(bytes, .expect)
    case 8: first(bytes, .ifMatch) ?? first(bytes, .ifRange)
    case 10: first(bytes, .connection)
    case 13: first(bytes, .ifNoneMatch)
    case 14: first(bytes, .contentLength)
    case 15: first(bytes, .acceptEncoding)
    case 17: first(bytes, .transferEncoding) ?? first(bytes, .ifModifiedSince)
    case 19: first(bytes, .ifUnmodifiedSince)
    case 29: first(bytes, .accessControlRequestMethod)
    default: nil
    }
  }

  @inline(__always)
  private static func first(_ bytes: Span<UInt8>, _ field: KnownField) -> KnownField? {
    bytes.equalsIgnoringCase(field.name) ? field : nil
  }
}

/// A request line and its fields as ranges into the octets they were parsed from; owns nothing.
struct RequestHead {
  /// The four forms of a request target (RFC 9112 §3.2).
  enum TargetForm {
    case origin, absolute, authority, asterisk
  }

  /// `nil` for a well-formed method this server does not know.
  var method: Method?
  var methodRange = 0..<0
  var targetForm = TargetForm.origin
  /// The whole target as sent.
  var target = 0..<0
  /// Path and query within it; empty where an absolute-form names no path.
  var pathAndQuery = 0..<0
  /// Of `HTTP/1.n`. Any minor above 1 is served as 1 (RFC 9110 §2.5).
  var minorVersion = 1
  /// The field lines, without the empty line that ends them.
  var fields = 0..<0
  var fieldCount = 0
  /// Octets of the whole head, a leading empty line and the last CR LF included.
  var byteCount = 0

  /// Bit n: a line for the known field n is there; and: there is more than one.
  private(set) var present: UInt32 = 0
  private(set) var repeated: UInt32 = 0
  private var values = InlineArray<15, Range<Int32>>(repeating: 0..<0)

  /// GET or HEAD.
  @inline(__always)
  var isRead: Bool { method == .get || method == .head }

  @inline(__always)
  mutating func note(_ field: KnownField, _ value: Range<Int>) {
    let bit: UInt32 = 1 << UInt32(field.rawValue)
    if present & bit != 0 {
      repeated |= bit
    } else {
      present |= bit
      values[field.rawValue] =
        Int32(
          truncatingIfNeeded: value.lowerBound)..<Int32(
          truncatingIfNeeded: value.upperBound)
    }
  }

  @inline(__always)
  func has(_ field: KnownField) -> Bool { present & (1 << UInt32(field.rawValue)) != 0 }

  @inline(__always)
  func isRepeated(_ field: KnownField) -> Bool { repeated & (1 << UInt32(field.rawValue)) != 0 }

  /// The value of the field's first line.
  @inline(__always)
  func firstValue(_ field: KnownField) -> Range<Int>? {
    guard has(field) else { return nil }
    let range = values[field.rawValue]
    return Int(range.lowerBound)..<Int(range.upperBound)
  }

  /// Hands `body` the field's value; where several lines carry it, all of them joined by commas
  /// (RFC 9110 §5.3). Not called where the field is absent.
  @discardableResult
  func withValue<R>(
    _ field: KnownField, in bytes: Span<UInt8>, _ body: (Span<UInt8>) -> R
  ) -> R? {
    guard let first = firstValue(field) else { return nil }
    guard isRepeated(field) else { return body(bytes.extracting(first)) }
    var joined: [UInt8] = []
    forEachField(in: bytes) { name, value in
      guard bytes.extracting(name).equalsIgnoringCase(field.name) else { return }
      if !joined.isEmpty { joined.append(UInt8(ascii: ",")) }
      joined.append(bytes.extracting(value))
    }
    return body(joined.span)
  }

  /// Calls `body` with name and trimmed value of every field line, in order.
  func forEachField(in bytes: Span<UInt8>, _ body: (Range<Int>, Range<Int>) -> Void) {
    var start = fields.lowerBound
    while start < fields.upperBound {
      var end = start
      while bytes[end] != .carriageReturn { end += 1 }
      var colon = start
      while bytes[colon] != UInt8(ascii: ":") { colon += 1 }
      body(start..<colon, bytes.trimmed((colon + 1)..<end))
      start = end + 2
    }
  }
}

extension Method {
  /// Methods are compared with case (RFC 9110 §9.1).
  static func named(_ bytes: Span<UInt8>) -> Method? {
    guard bytes.count >= 3 else { return nil }
    return switch (bytes.count, bytes[0], bytes[1]) {
    case (3, UInt8(ascii: "G"), _): exactly(bytes, "GET", .get)
    case (4, UInt8(ascii: "H"), _): exactly(bytes, "HEAD", .head)
    case (4, UInt8(ascii: "P"), _): exactly(bytes, "POST", .post)
    case (3, UInt8(ascii: "P"), _): exactly(bytes, "PUT", .put)
    case (6, UInt8(ascii: "D"), _): exactly(bytes, "DELETE", .delete)
    case (7, UInt8(ascii: "C"), _): exactly(bytes, "CONNECT", .connect)
    case (7, UInt8(ascii: "O"), _): exactly(bytes, "OPTIONS", .options)
    case (5, UInt8(ascii: "T"), _): exactly(bytes, "TRACE", .trace)
    case (5, UInt8(ascii: "P"), _): exactly(bytes, "PATCH", .patch)
    default: nil
    }
  }

  private static func exactly(
    _ bytes: Span<UInt8>, _ name: StaticString, _ method: Method
  ) -> Method? {
    for i in 0..<bytes.count where unsafe bytes[i] != name.utf8Start[i] { return nil }
    return method
  }

  /// As it stands on the wire.
  package var name: String {
    switch self {
    case .get: "GET"
    case .head: "HEAD"
    case .post: "POST"
    case .put: "PUT"
    case .delete: "DELETE"
    case .connect: "CONNECT"
    case .options: "OPTIONS"
    case .trace: "TRACE"
    case .patch: "PATCH"
    }
  }
}
