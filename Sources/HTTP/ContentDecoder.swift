internal import Formats

/// Takes the content of one request off the wire (RFC 9112 §6, §7), strictly and bounded; what
/// comes out is dropped or kept as the caller says.
///
/// Octets it does not consume are the start of an unfinished line: hand them in again with more.
struct ContentDecoder {
  private enum State {
    case fixed(remaining: Int)
    case chunkLine
    case chunk(remaining: Int)
    case chunkEnd
    case trailers
    case complete
  }

  private var state: State
  private let contentBytes: Int
  private let extraBytes: Int
  private var contentByteCount = 0
  private var extraByteCount = 0

  /// - Parameters:
  ///   - contentBytes: the most octets of content taken.
  ///   - extraBytes: the most octets of chunk extensions and trailer fields taken.
  init(_ framing: MessageFraming, contentBytes: Int, extraBytes: Int) throws(ParseError) {
    self.contentBytes = contentBytes
    self.extraBytes = extraBytes
    switch framing {
    case .none: state = .complete
    case .length(let count):
      guard count <= contentBytes else { throw .contentTooLarge(limit: contentBytes) }
      state = count == 0 ? .complete : .fixed(remaining: count)
    case .chunked: state = .chunkLine
    }
  }

  var isComplete: Bool {
    if case .complete = state { true } else { false }
  }

  /// Consumes what it can of `bytes`, appending content to `kept` where `isKeeping`.
  ///
  /// - Returns: the count of octets consumed.
  mutating func decode(
    _ bytes: Span<UInt8>, isKeeping: Bool, into kept: inout [UInt8]
  ) throws(ParseError) -> Int {
    var offset = 0
    while true {
      switch state {
      case .complete: return offset
      case .fixed(let remaining), .chunk(let remaining):
        let count = min(remaining, bytes.count - offset)
        if isKeeping { kept.append(bytes.extracting(offset..<(offset + count))) }
        offset += count
        advance(past: count, of: remaining)
        if count < remaining || offset == bytes.count && !isComplete { return offset }
      case .chunkLine:
        guard let end = try takeChunkLine(bytes, offset) else { return offset }
        offset = end
      case .chunkEnd:
        // RFC 9112 §7.1: CR LF after the data; anything else means sizes lie.
        if offset < bytes.count, bytes[offset] != .carriageReturn { throw .badChunk }
        if offset + 1 < bytes.count, bytes[offset + 1] != .lineFeed { throw .badChunk }
        guard offset + 1 < bytes.count else { return offset }
        offset += 2
        state = .chunkLine
      case .trailers:
        guard let end = try takeTrailer(bytes, offset) else { return offset }
        offset = end
      }
    }
  }

  private mutating func advance(past count: Int, of remaining: Int) {
    switch state {
    case .fixed: state = count == remaining ? .complete : .fixed(remaining: remaining - count)
    case .chunk: state = count == remaining ? .chunkEnd : .chunk(remaining: remaining - count)
    default: break
    }
  }

  private mutating func takeChunkLine(
    _ bytes: Span<UInt8>, _ start: Int
  ) throws(ParseError) -> Int? {
    guard let line = try ChunkLine.parse(bytes, start) else {
      if bytes.count - start > extraBytes { throw .chunkExtraTooLarge }
      return nil
    }
    try addExtra(line.extensionByteCount)
    // Compared before it is added: the size came from outside and may be near the largest integer.
    guard line.size <= contentBytes - contentByteCount else {
      throw .contentTooLarge(limit: contentBytes)
    }
    contentByteCount += line.size
    state = line.size == 0 ? .trailers : .chunk(remaining: line.size)
    return line.end
  }

  /// Trailer fields are checked and dropped: no resource here gives one a meaning, and RFC 9110
  /// §6.5.1 forbids to merge them into the fields.
  private mutating func takeTrailer(
    _ bytes: Span<UInt8>, _ start: Int
  ) throws(ParseError) -> Int? {
    guard start < bytes.count else { return nil }
    if bytes[start] == .carriageReturn {
      guard start + 1 < bytes.count else { return nil }
      guard bytes[start + 1] == .lineFeed else { throw .badFieldLine }
      state = .complete
      return start + 2
    }
    guard let colon = try FieldGrammar.nameEnd(bytes, start),
      let end = try FieldGrammar.valueEnd(bytes, colon + 1)
    else {
      if bytes.count - start > extraBytes { throw .chunkExtraTooLarge }
      return nil
    }
    try addExtra(end + 2 - start)
    return end + 2
  }

  private mutating func addExtra(_ count: Int) throws(ParseError) {
    extraByteCount += count
    guard extraByteCount <= extraBytes else { throw .chunkExtraTooLarge }
  }
}

/// `chunk-size [ chunk-ext ] CRLF` (RFC 9112 §7.1).
struct ChunkLine: Equatable {
  var size: Int
  var extensionByteCount: Int
  /// Offset after the CR LF.
  var end: Int

  /// `nil` for more. The size is one to fifteen hexadecimal digits, which always fit an integer,
  /// after any zeros; zeros beyond count as if they were an extension, so they are bounded too.
  static func parse(_ bytes: Span<UInt8>, _ start: Int) throws(ParseError) -> ChunkLine? {
    var i = start
    var size = 0
    while i < bytes.count, let digit = PercentEncoding.hexValue(bytes[i]) {
      // A sixteenth digit that counts: §7.1 demands that no size overflows.
      guard size < 1 << 56 else { throw .badChunk }
      size = size << 4 | Int(digit)
      i += 1
    }
    guard i < bytes.count else { return nil }
    guard i > start else { throw .badChunk }
    let sizeEnd = min(i, start + 16)
    guard let end = try extensionsEnd(bytes, i) else { return nil }
    return ChunkLine(size: size, extensionByteCount: end - sizeEnd, end: end + 2)
  }

  /// The offset of the CR after `*( BWS ";" BWS name [ BWS "=" BWS value ] )`, RFC 9112 §7.1.1.
  private static func extensionsEnd(_ bytes: Span<UInt8>, _ start: Int) throws(ParseError) -> Int? {
    var i = start
    while true {
      let separator = skipSpace(bytes, i)
      guard separator < bytes.count else { return nil }
      if bytes[separator] == .carriageReturn {
        // Space with no extension after it is not in the grammar.
        guard separator == i else { throw .badChunk }
        guard separator + 1 < bytes.count else { return nil }
        guard bytes[separator + 1] == .lineFeed else { throw .badChunk }
        return separator
      }
      guard bytes[separator] == UInt8(ascii: ";") else { throw .badChunk }
      guard let nameEnd = try tokenEnd(bytes, skipSpace(bytes, separator + 1)) else { return nil }
      i = nameEnd
      let equals = skipSpace(bytes, i)
      guard equals < bytes.count else { return nil }
      guard bytes[equals] == UInt8(ascii: "=") else { continue }
      guard let valueEnd = try valueEnd(bytes, skipSpace(bytes, equals + 1)) else { return nil }
      i = valueEnd
    }
  }

  private static func skipSpace(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i] == .space || bytes[i] == .tab { i += 1 }
    return i
  }

  private static func tokenEnd(_ bytes: Span<UInt8>, _ start: Int) throws(ParseError) -> Int? {
    var i = start
    while i < bytes.count, OctetSet.token.contains(bytes[i]) { i += 1 }
    guard i < bytes.count else { return nil }
    guard i > start else { throw .badChunk }
    return i
  }

  private static func valueEnd(_ bytes: Span<UInt8>, _ start: Int) throws(ParseError) -> Int? {
    guard start < bytes.count else { return nil }
    guard bytes[start] == UInt8(ascii: "\"") else { return try tokenEnd(bytes, start) }
    var i = start + 1
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "\"") { return i + 1 }
      if bytes[i] == UInt8(ascii: "\\") { i += 1 }
      if i < bytes.count, !bytes[i].isFieldContent { throw .badChunk }
      i += 1
    }
    return nil
  }
}
