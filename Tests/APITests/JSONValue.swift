/// One JSON value of a test, whether it came from an answer or from openapi.yaml.
indirect enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  subscript(_ key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  subscript(_ index: Int) -> JSONValue? {
    if case .array(let items) = self, items.indices.contains(index) { items[index] } else { nil }
  }

  var string: String? { if case .string(let text) = self { text } else { nil } }
  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var integer: Int? { number.flatMap { Int(exactly: $0) } }
  var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  var array: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
  var object: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }
  /// The numbers of an array of whole numbers.
  var integers: [Int]? { array.map { $0.compactMap(\.integer) } }
  /// The strings of an array of strings.
  var strings: [String] { array?.compactMap(\.string) ?? [] }
}

struct SyntaxError: Error, CustomStringConvertible {
  var description: String
}

extension JSONValue {
  /// RFC 8259, strictly: no comment, no trailing comma, no name twice in one object.
  init(json bytes: [UInt8]) throws {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw SyntaxError(description: "JSON that is not UTF-8")
    }
    var parser = JSONParser(bytes: bytes)
    self = try parser.value()
    parser.skipSpace()
    guard parser.position == bytes.count else { throw parser.error("something after the value") }
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  var position = 0

  func error(_ text: String) -> SyntaxError {
    let near = String(decoding: bytes.dropFirst(max(0, position - 40)).prefix(80), as: UTF8.self)
    return SyntaxError(description: "JSON, byte \(position): \(text), near \(near)")
  }

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0a, 0x0d].contains(byte) { position += 1 }
  }

  mutating func take(_ character: Character) throws {
    guard next == character.asciiValue else { throw error("expected \(character)") }
    position += 1
  }

  mutating func take(word: String, as value: JSONValue) throws -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw error("expected \(word)") }
    position += word.utf8.count
    return value
  }

  mutating func value() throws -> JSONValue {
    skipSpace()
    switch next.map({ Character(Unicode.Scalar($0)) }) {
    case "{": return try object()
    case "[": return try array()
    case "\"": return .string(try string())
    case "t": return try take(word: "true", as: .bool(true))
    case "f": return try take(word: "false", as: .bool(false))
    case "n": return try take(word: "null", as: .null)
    default: return try number()
    }
  }

  mutating func object() throws -> JSONValue {
    var members: [String: JSONValue] = [:]
    try take("{")
    skipSpace()
    while next != UInt8(ascii: "}") {
      if !members.isEmpty { try take(",") }
      skipSpace()
      let name = try string()
      skipSpace()
      try take(":")
      guard members.updateValue(try value(), forKey: name) == nil else {
        throw error("“\(name)” twice")
      }
      skipSpace()
    }
    try take("}")
    return .object(members)
  }

  mutating func array() throws -> JSONValue {
    var items: [JSONValue] = []
    try take("[")
    skipSpace()
    while next != UInt8(ascii: "]") {
      if !items.isEmpty { try take(",") }
      items.append(try value())
      skipSpace()
    }
    try take("]")
    return .array(items)
  }

  mutating func number() throws -> JSONValue {
    let start = position
    while let byte = next, "+-.eE0123456789".utf8.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil,
      let number = Double(text)
    else { throw error("no value") }
    return .number(number)
  }

  mutating func string() throws -> String {
    try take("\"")
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw error("a control character in a string") }
      position += 1
      if byte == UInt8(ascii: "\\") {
        text += Array(String(try escape()).utf8)
      } else {
        text.append(byte)
      }
    }
    try take("\"")
    return String(decoding: text, as: UTF8.self)
  }

  mutating func escape() throws -> Unicode.Scalar {
    guard let byte = next else { throw error("an escape cut short") }
    position += 1
    switch Character(Unicode.Scalar(byte)) {
    case "\"", "\\", "/": return Unicode.Scalar(byte)
    case "b": return "\u{8}"
    case "f": return "\u{c}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      let digits = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
      position = min(position + 4, bytes.count)
      // Our own writer never needs a pair of surrogates.
      guard let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
        throw error("a bad \\u escape")
      }
      return scalar
    default: throw error("an unknown escape")
    }
  }
}
