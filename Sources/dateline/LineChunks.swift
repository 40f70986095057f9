/// Whole lines of one file, as they stand in it.
package struct LineChunk: Sendable, Equatable {
  package let path: String
  /// The number of the first line, from 1.
  package let firstLine: Int
  package let bytes: [UInt8]

  /// Each line with its number, without its line feed.
  package var lines: [(number: Int, bytes: ArraySlice<UInt8>)] {
    var found: [(number: Int, bytes: ArraySlice<UInt8>)] = []
    var number = firstLine
    var rest = bytes[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: lineFeed) ?? rest.endIndex
      found.append((number, rest[..<end]))
      rest = rest[end...].dropFirst()
      number += 1
    }
    return found
  }
}

/// Cuts a file of any length into runs of whole lines, holding no more than one run and one line.
struct LineChunks: ~Copyable, Sendable {
  /// Beyond this a line is refused and skipped.
  static let longestLineBytes = 64 << 20
  private static let readBytes = 64 << 10

  enum Step {
    case chunk(LineChunk)
    case refused(Refusal)
    case end
  }

  private let path: String
  private let file: InputFile
  /// Bytes read and not yet handed out; no line feed stands in them.
  private var carry: [UInt8] = []
  private var line = 1
  private var isSkipping = false
  private var isEnded = false

  /// - Parameter path: `-` for standard input.
  init(path: String) throws(SystemError) {
    self.path = path
    file = try path == "-" ? .standardInput : InputFile(path: path)
  }

  /// Hands out what one read brought as soon as it ends a line, so that a slow sender's articles
  /// do not wait for each other.
  mutating func next() -> Step {
    while !isEnded {
      let known = carry.count
      do {
        isEnded = try file.read(into: &carry, atMost: Self.readBytes) == 0
      } catch {
        isEnded = true
        return .refused(Refusal(place: Place(path: path, line: line), reason: error.description))
      }
      if isSkipping { skip() }
      if let end = carry[min(known, carry.count)...].lastIndex(of: lineFeed) {
        return .chunk(takeLines(through: end))
      }
      if carry.count > Self.longestLineBytes {
        carry = []
        isSkipping = true
        return .refused(
          Refusal(
            place: Place(path: path, line: line),
            reason: "a line longer than \(Self.longestLineBytes >> 20) MiB"))
      }
    }
    guard !carry.isEmpty && !isSkipping else { return .end }
    return .chunk(takeLines(through: carry.count - 1))
  }

  private mutating func takeLines(through end: Int) -> LineChunk {
    let rest = Array(carry[(end + 1)...])
    carry.removeLast(rest.count)
    let chunk = LineChunk(path: path, firstLine: line, bytes: carry)
    line += chunk.bytes.span.count(of: lineFeed)
    carry = rest
    return chunk
  }

  /// Drops the rest of a line that was refused.
  private mutating func skip() {
    if let end = carry.firstIndex(of: lineFeed) {
      carry.removeFirst(end + 1)
      line += 1
      isSkipping = false
    } else {
      carry = []
    }
  }
}

private let lineFeed = UInt8(ascii: "\n")

extension Span<UInt8> {
  func count(of byte: UInt8) -> Int {
    var count = 0
    for i in indices where self[i] == byte { count += 1 }
    return count
  }
}
