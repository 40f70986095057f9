internal import Extraction

/// A cursor over a JSON text (RFC 8259) of objects, arrays and strings, that knows its line.
struct JSONText {
  struct Fault: Error {
    let line: Int
    let reason: String
  }

  private let bytes: [UInt8]
  private var at = 0
  /// Of the cursor, from 1.
  private(set) var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func fault(_ reason: String) -> Fault { Fault(line: line, reason: reason) }

  /// Whether all of it is UTF-8.
  func checkEncoding() throws(Fault) {
    guard let offset = UTF8Check.firstInvalidOffset(bytes.span) else { return }
    let line = 1 + bytes[..<offset].count { $0 == 0x0a }
    throw Fault(line: line, reason: "not UTF-8 (byte \(offset))")
  }

  mutating func expect(_ mark: Character) throws(Fault) {
    skipSpace()
    guard let byte = mark.asciiValue, at < bytes.count, bytes[at] == byte else {
      throw fault(at < bytes.count ? "“\(mark)” is expected here" : "the file ends too early")
    }
    at += 1
  }

  /// Whether another element stands before the bracket `close`, which is passed over else.
  mutating func hasElement(before close: Character, isFirst: inout Bool) throws(Fault) -> Bool {
    skipSpace()
    if at < bytes.count, bytes[at] == close.asciiValue {
      at += 1
      return false
    }
    if !isFirst { try expect(",") }
    isFirst = false
    skipSpace()
    return true
  }

  mutating func end() throws(Fault) {
    skipSpace()
    if at < bytes.count { throw fault("nothing may stand behind the object") }
  }

  mutating func string() throws(Fault) -> String {
    try expect("\"")
    var text: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try appendEscaped(to: &text)
      case 0..<0x20: throw fault("a string does not end on its line")
      default: text.append(byte)
      }
    }
    throw fault("a string does not end")
  }

  private mutating func appendEscaped(to text: inout [UInt8]) throws(Fault) {
    guard at < bytes.count else { throw fault("a string does not end") }
    at += 1
    switch bytes[at - 1] {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0c)
    case UInt8(ascii: "n"): text.append(0x0a)
    case UInt8(ascii: "r"): text.append(0x0d)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): try appendUnicode(to: &text)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[at - 1])
    default: throw fault("no such escape in JSON")
    }
  }

  private mutating func appendUnicode(to text: inout [UInt8]) throws(Fault) {
    var value = try codeUnit()
    if (0xd800..<0xdc00).contains(value), bytes[at...].starts(with: [0x5c, 0x75]) {
      at += 2
      let low = try codeUnit()
      guard (0xdc00..<0xe000).contains(low) else { throw fault("half a character in \\u") }
      value = 0x10000 + (value - 0xd800) << 10 + (low - 0xdc00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw fault("half a character in \\u") }
    text += Array(String(Character(scalar)).utf8)
  }

  private mutating func codeUnit() throws(Fault) -> UInt32 {
    let digits = bytes[at..<min(at + 4, bytes.count)]
    guard digits.count == 4, digits.allSatisfy({ isHexadecimal($0) }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("\\u takes four hexadecimal digits") }
    at += 4
    return value
  }

  private func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }

  private mutating func skipSpace() {
    while at < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[at]) {
      if bytes[at] == 0x0a { line += 1 }
      at += 1
    }
  }
}
