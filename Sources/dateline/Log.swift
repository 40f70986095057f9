internal import Formats

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The lines on standard error, one for each event, as text or JSON (`--log-format`).
package struct Log: Sendable {
  package enum Level: String, Sendable {
    case info, warning, error
  }

  package enum Value: Sendable {
    case text(String)
    case number(Int)
  }

  package typealias Fields = [(name: StaticString, value: Value)]

  let format: LogFormat

  package init(format: LogFormat) { self.format = format }

  /// Writes one line: `text` as it stands, or an object of the level, the text and `fields`.
  func write(_ level: Level, _ text: String, _ fields: Fields = []) {
    StandardStream.error.write(line(level, text, fields))
  }

  package func line(_ level: Level, _ text: String, _ fields: Fields = []) -> [UInt8] {
    switch format {
    case .text: return Array((Self.oneLine(text) + "\n").utf8)
    case .json:
      var json = JSONWriter(reserving: 128)
      json.beginObject()
      json.key("level")
      json.string(level.rawValue)
      json.key("message")
      json.string(text)
      for (name, value) in fields {
        json.key(name)
        switch value {
        case .text(let text): json.string(text)
        case .number(let number): json.integer(number)
        }
      }
      json.endObject()
      return json.bytes + [UInt8(ascii: "\n")]
    }
  }

  /// File names and article ids reach these lines: a line break or an escape in them must neither
  /// start a line of its own nor steer the terminal.
  private static func oneLine(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f }
    if isPlain { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7f ? "\u{fffd}" : $0 }))
  }
}

/// Standard output or standard error, unbuffered.
enum StandardStream: Int32 {
  case output = 1
  case error = 2

  /// Writes all of `bytes`; false when the other end is gone.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { room in
        unsafe systemWrite(rawValue, room.baseAddress, room.count)
      }
      if count < 0 {
        guard errno == EINTR || errno == EAGAIN else { return false }
        continue
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  var isTerminal: Bool { isatty(rawValue) == 1 }
}

/// `write(2)`; inside a type with a `write` of its own the C function has no other name.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
