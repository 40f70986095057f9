/// JSON texts cut out of one file.
package struct JSONChunk: Sendable {
  package struct Text: Sendable {
    /// Position in the array, from 1; `nil` for a file that is no array.
    package let number: Int?
    /// The line it begins on, from 1.
    package let line: Int
    /// Over the chunk's bytes.
    package let range: Range<Int>
  }

  package let path: String
  package let bytes: [UInt8]
  package let texts: [Text]
}

/// Reads a `.json` file of any length as what it holds: the elements of its array, a run at a time,
/// or the one text that it is. Elements are cut out by brackets and quotes alone; whether each is
/// JSON is for its reader to say.
package struct JSONObjects: ~Copyable, Sendable {
  package enum Step {
    case chunk(JSONChunk)
    case refused(Refusal)
    case end
  }

  private enum State {
    case beforeText, wholeText
    case beforeElement, inElement, inString, inEscape, afterElement
    case afterArray, ended
  }

  private static let readBytes = 64 << 10

  private let path: String
  private let file: InputFile
  private var buffer: [UInt8] = []
  private var position = 0
  private var line = 1
  private var state = State.beforeText
  /// The element being scanned.
  private var start = 0
  private var startLine = 1
  private var depth = 0
  private var elementCount = 0

  package init(path: String) throws(SystemError) {
    self.path = path
    file = try InputFile(path: path)
  }

  package mutating func next() -> Step {
    var texts: [JSONChunk.Text] = []
    while state != .ended {
      if let reason = scan(into: &texts) {
        // What stands before the fault is good; the fault is found again by the next call.
        if texts.isEmpty { return refuse(reason) }
        break
      }
      if !texts.isEmpty { break }
      if buffer.count - start > LineChunks.longestLineBytes {
        return refuse("an article longer than \(LineChunks.longestLineBytes >> 20) MiB")
      }
      do {
        if try file.read(into: &buffer, atMost: Self.readBytes) == 0 { return finish() }
      } catch {
        return refuse(error.description)
      }
    }
    return texts.isEmpty ? .end : .chunk(take(texts))
  }

  /// The end of the file.
  private mutating func finish() -> Step {
    switch state {
    case .afterArray, .ended: break
    case .beforeText: return refuse("the file is empty")
    case .wholeText:
      state = .ended
      return .chunk(
        take([JSONChunk.Text(number: nil, line: startLine, range: start..<buffer.count)]))
    case .beforeElement, .inElement, .inString, .inEscape, .afterElement:
      return refuse("the JSON array does not end")
    }
    state = .ended
    return .end
  }

  private mutating func refuse(_ reason: String) -> Step {
    state = .ended
    return .refused(Refusal(place: Place(path: path, line: line), reason: reason))
  }

  /// Hands the buffer out up to where the scan has nothing more to keep.
  private mutating func take(_ texts: [JSONChunk.Text]) -> JSONChunk {
    let isInside = state == .inElement || state == .inString || state == .inEscape
    let kept = isInside ? start : position
    let rest = Array(buffer[kept...])
    let chunk = JSONChunk(path: path, bytes: buffer, texts: texts)
    buffer = rest
    position -= kept
    start -= kept
    return chunk
  }

  /// Scans what is in the buffer.
  /// - Returns: what is wrong at `position`, if something is.
  private mutating func scan(into texts: inout [JSONChunk.Text]) -> String? {
    while position < buffer.count {
      let byte = buffer[position]
      switch state {
      case .beforeText:
        // A byte order mark or white space may stand first.
        if byte == UInt8(ascii: "[") {
          state = .beforeElement
        } else if !isSpace(byte) && ![0xef, 0xbb, 0xbf].contains(byte) {
          (start, startLine, state) = (position, line, .wholeText)
        }
      case .wholeText:
        position = buffer.count
        return nil
      case .beforeElement:
        if byte == UInt8(ascii: "]") && elementCount == 0 {
          state = .afterArray
        } else if !isSpace(byte) {
          (start, startLine, depth, state) = (position, line, 0, .inElement)
          continue
        }
      case .inElement:
        if let end = endOfElement(at: byte) {
          elementCount += 1
          texts.append(
            JSONChunk.Text(number: elementCount, line: startLine, range: start..<end))
          state = .afterElement
          if end == position { continue }
        }
      case .inString:
        if byte == UInt8(ascii: "\"") { state = .inElement }
        if byte == UInt8(ascii: "\\") { state = .inEscape }
      case .inEscape: state = .inString
      case .afterElement:
        switch byte {
        case UInt8(ascii: ","): state = .beforeElement
        case UInt8(ascii: "]"): state = .afterArray
        case _ where isSpace(byte): break
        default: return "after an element of the array a comma or ] is expected"
        }
      case .afterArray:
        if !isSpace(byte) { return "something follows the end of the JSON array" }
      case .ended: return nil
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }
    return nil
  }

  /// Where the element ends, if it does with this byte or just before it.
  private mutating func endOfElement(at byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "\""): state = .inString
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      if depth == 0 { return position }
      depth -= 1
      if depth == 0 { return position + 1 }
    case UInt8(ascii: ","): if depth == 0 { return position }
    default: break
    }
    return nil
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
  }
}
