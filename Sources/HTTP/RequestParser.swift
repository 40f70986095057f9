/// Why a request head, or the framing of its content, is refused. Each closes the connection:
/// where the next request would begin is not certain any more.
package enum ParseError: Error, Equatable {
  case badRequestLine, badTarget, badVersion, unsupportedVersion
  case badFieldLine, badHost, badFraming, badChunk
  case secureScheme
  case requestLineTooLong, fieldsTooLarge, chunkExtraTooLarge
  case contentTooLarge(limit: Int)
  case unknownMethod, unknownTransferCoding
}

/// Reads one request head (RFC 9112 §2–§5) but for what Host says, strictly: CR LF ends lines and nothing else does, no
/// folding, no space before a colon, no octet outside the grammar. The one leniency is that
/// octets from 0x80 may stand raw in a target, as curl sends a name typed by a person; they must
/// turn out to be UTF-8.
struct RequestParser {
  private let requestLineBytes: Int
  private let fieldLineBytes: Int
  private let fieldsBytes: Int
  private let fieldCount: Int

  init(limits: Limits) {
    requestLineBytes = limits.requestLineBytes
    fieldLineBytes = limits.fieldLineBytes
    fieldsBytes = limits.fieldsBytes
    fieldCount = limits.fieldCount
  }

  /// Reads the head that `bytes` begin with into `head`, which must be fresh.
  ///
  /// - Returns: false where more octets are needed to tell; `head` then means nothing.
  /// - Throws: as soon as the octets here can no longer become a head this server takes.
  /// - Complexity: one pass; a call that answered false is repeated from the start.
  func parse(_ bytes: Span<UInt8>, into head: inout RequestHead) throws(ParseError) -> Bool {
    guard let lineStart = try skipEmptyLine(bytes) else { return false }
    guard let fieldsStart = try parseRequestLine(bytes, lineStart, &head) else {
      if bytes.count - lineStart > requestLineBytes { throw .requestLineTooLong }
      return false
    }
    if fieldsStart - lineStart > requestLineBytes { throw .requestLineTooLong }
    return try parseFields(bytes, fieldsStart, &head)
  }

  /// RFC 9112 §2.2: at least one empty line before a request is ignored; we ignore one.
  private func skipEmptyLine(_ bytes: Span<UInt8>) throws(ParseError) -> Int? {
    guard bytes.count > 0 else { return nil }
    guard bytes[0] == .carriageReturn else { return 0 }
    guard bytes.count > 1 else { return nil }
    guard bytes[1] == .lineFeed else { throw .badRequestLine }
    return 2
  }

  // MARK: Request line

  /// The offset after the request line, `nil` for more.
  private func parseRequestLine(
    _ bytes: Span<UInt8>, _ start: Int, _ head: inout RequestHead
  ) throws(ParseError) -> Int? {
    // What nearly all requests begin with is told by one comparison.
    let isGet =
      bytes.count - start >= 8 && UInt32(truncatingIfNeeded: bytes.word(at: start)) == Self.get
    guard let methodEnd = isGet ? start + 3 : try methodEnd(bytes, start) else { return nil }
    guard let targetEnd = try targetEnd(bytes, methodEnd + 1) else { return nil }
    head.methodRange = start..<methodEnd
    head.method = isGet ? .get : Method.named(bytes.extracting(start..<methodEnd))
    head.target = (methodEnd + 1)..<targetEnd
    try RequestTarget.classify(&head, in: bytes)
    return try parseVersion(bytes, targetEnd + 1, &head)
  }

  private func methodEnd(_ bytes: Span<UInt8>, _ start: Int) throws(ParseError) -> Int? {
    var i = start
    while i < bytes.count {
      let byte = bytes[i]
      if byte == .space {
        if i == start { throw .badRequestLine }
        return i
      }
      guard OctetSet.token.contains(byte) else { throw .badRequestLine }
      // RFC 9112 §3: a method longer than any we know is answered 501, and need not be read on.
      if i - start >= 32 { throw .unknownMethod }
      i += 1
    }
    return nil
  }

  /// The end of the target; all its octets are within the grammar, escapes not yet looked at.
  private func targetEnd(_ bytes: Span<UInt8>, _ start: Int) throws(ParseError) -> Int? {
    var i = start
    while i < bytes.count {
      if i + 8 <= bytes.count {
        let run = bytes.word(at: i).leadingTargetCount
        i += run
        if run == 8 { continue }
      }
      let byte = bytes[i]
      if byte == .space {
        if i == start { throw .badRequestLine }
        return i
      }
      if OctetSet.target.contains(byte) || byte >= 0x80 {
        i += 1
        continue
      }
      // RFC 3986 §3.2.2: brackets hold an IPv6 address, so only an authority may have them.
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]"),
        bytes[start] != UInt8(ascii: "/")
      {
        i += 1
        continue
      }
      throw byte == .carriageReturn || byte == .lineFeed ? .badRequestLine : .badTarget
    }
    return nil
  }

  /// RFC 9112 §2.3: `HTTP/` and two digits with a dot between, in that case.
  private func parseVersion(
    _ bytes: Span<UInt8>, _ start: Int, _ head: inout RequestHead
  ) throws(ParseError) -> Int? {
    let available = bytes.count - start
    if available > 9, bytes.word(at: start) == Self.currentVersion,
      bytes[start + 8] == .carriageReturn, bytes[start + 9] == .lineFeed
    {
      return start + 10
    }
    let prefix: StaticString = "HTTP/"
    for i in 0..<min(5, available) where unsafe bytes[start + i] != prefix.utf8Start[i] {
      throw .badVersion
    }
    if available > 5, !bytes[start + 5].isDigit { throw .badVersion }
    if available > 6, bytes[start + 6] != UInt8(ascii: ".") { throw .badVersion }
    if available > 7, !bytes[start + 7].isDigit { throw .badVersion }
    if available > 8, bytes[start + 8] != .carriageReturn { throw .badVersion }
    if available > 9, bytes[start + 9] != .lineFeed { throw .badRequestLine }
    guard available > 9 else { return nil }
    guard bytes[start + 5] == UInt8(ascii: "1") else { throw .unsupportedVersion }
    // RFC 9110 §2.5: a minor version we do not know is served as the highest we do.
    head.minorVersion = bytes[start + 7] == UInt8(ascii: "0") ? 0 : 1
    return start + 10
  }

  /// `GET `, the first octet lowest.
  private static let get: UInt32 = 0x2054_4547
  /// `HTTP/1.1`, likewise.
  private static let currentVersion: UInt64 = 0x312e_312f_5054_5448

  // MARK: Field lines

  /// True once the empty line was found; fills in everything that follows the request line.
  private func parseFields(
    _ bytes: Span<UInt8>, _ start: Int, _ head: inout RequestHead
  ) throws(ParseError) -> Bool {
    var line = start
    while line < bytes.count {
      if bytes[line] == .carriageReturn {
        guard line + 1 < bytes.count else { return false }
        guard bytes[line + 1] == .lineFeed else { throw .badFieldLine }
        head.fields = start..<line
        head.byteCount = line + 2
        return true
      }
      guard let next = try parseFieldLine(bytes, line, &head) else {
        if bytes.count - line > fieldLineBytes || bytes.count - start > fieldsBytes {
          throw .fieldsTooLarge
        }
        return false
      }
      head.fieldCount += 1
      if next - line > fieldLineBytes || next - start > fieldsBytes
        || head.fieldCount > fieldCount
      {
        throw .fieldsTooLarge
      }
      line = next
    }
    return false
  }

  /// The offset after one field line, `nil` for more.
  private func parseFieldLine(
    _ bytes: Span<UInt8>, _ start: Int, _ head: inout RequestHead
  ) throws(ParseError) -> Int? {
    guard let colon = try FieldGrammar.nameEnd(bytes, start) else { return nil }
    guard let end = try FieldGrammar.valueEnd(bytes, colon + 1) else { return nil }
    if let known = KnownField.named(bytes.extracting(start..<colon)) {
      head.note(known, bytes.trimmed((colon + 1)..<end))
    }
    return end + 2
  }
}

/// The grammar of one field line (RFC 9112 §5), shared by heads and trailers.
enum FieldGrammar {
  /// The colon's offset. RFC 9112 §5.1: no space before it; §5.2: a line that begins with one
  /// would be obsolete folding, and no token begins with a space.
  @inline(__always)
  static func nameEnd(_ bytes: Span<UInt8>, _ start: Int) throws(ParseError) -> Int? {
    var i = start
    while i < bytes.count {
      if i + 8 <= bytes.count {
        let run = bytes.word(at: i).leadingNameCount
        i += run
        if run == 8 { continue }
      }
      let byte = bytes[i]
      if byte == UInt8(ascii: ":") {
        if i == start { throw .badFieldLine }
        return i
      }
      guard OctetSet.token.contains(byte) else { throw .badFieldLine }
      i += 1
    }
    return nil
  }

  /// The offset of the CR that ends the value. RFC 9110 §5.5: CR, LF and NUL are never part of
  /// one; other control characters are refused as well.
  @inline(__always)
  static func valueEnd(_ bytes: Span<UInt8>, _ start: Int) throws(ParseError) -> Int? {
    var i = start
    while i < bytes.count {
      if i + 8 <= bytes.count {
        let run = bytes.word(at: i).leadingFieldContentCount
        i += run
        if run == 8 { continue }
      }
      let byte = bytes[i]
      if byte == .carriageReturn {
        guard i + 1 < bytes.count else { return nil }
        guard bytes[i + 1] == .lineFeed else { throw .badFieldLine }
        return i
      }
      guard byte.isFieldContent else { throw .badFieldLine }
      i += 1
    }
    return nil
  }
}
