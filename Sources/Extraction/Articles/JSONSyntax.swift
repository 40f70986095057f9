/// The grammar of JSON (RFC 8259), to say where a text breaks it: decoders only say that one does.
struct JSONSyntax {
  /// Arrays and objects within each other at most; deeper is a fault.
  static let depthLimit = 512

  /// The offset of the first byte that no JSON text could have there, or the count where it ends
  /// too early; `nil` for good JSON. UTF-8 is taken for granted.
  static func firstFault(in bytes: [UInt8]) -> Int? {
    var syntax = JSONSyntax(bytes)
    // RFC 8259 §8.1: a byte order mark may be ignored.
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { syntax.position = 3 }
    syntax.skipSpace()
    guard syntax.value(depth: 0) else { return syntax.position }
    syntax.skipSpace()
    return syntax.position == bytes.count ? nil : syntax.position
  }

  private let bytes: [UInt8]
  /// Where a function answers false, the fault.
  private var position = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while take({ $0 == 0x20 || $0 == 0x0a || $0 == 0x0d || $0 == 0x09 }) {}
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) -> Bool {
    switch next {
    case UInt8(ascii: "{"):
      list(UInt8(ascii: "}"), depth) { $0.member(depth) }
    case UInt8(ascii: "["):
      list(UInt8(ascii: "]"), depth) { $0.value(depth: depth + 1) }
    case UInt8(ascii: "\""): string()
    case UInt8(ascii: "t"): word("true")
    case UInt8(ascii: "f"): word("false")
    case UInt8(ascii: "n"): word("null")
    default: number()
    }
  }

  /// What stands between brackets, commas between its elements.
  private mutating func list(
    _ end: UInt8, _ depth: Int, element: (inout JSONSyntax) -> Bool
  ) -> Bool {
    guard depth < Self.depthLimit else { return false }
    position += 1
    skipSpace()
    if take(end) { return true }
    while true {
      guard element(&self) else { return false }
      skipSpace()
      if take(end) { return true }
      guard take(UInt8(ascii: ",")) else { return false }
      skipSpace()
    }
  }

  private mutating func member(_ depth: Int) -> Bool {
    guard string() else { return false }
    skipSpace()
    guard take(UInt8(ascii: ":")) else { return false }
    skipSpace()
    return value(depth: depth + 1)
  }

  private mutating func string() -> Bool {
    guard take(UInt8(ascii: "\"")) else { return false }
    while let byte = next, byte >= 0x20 {
      position += 1
      if byte == UInt8(ascii: "\"") { return true }
      if byte == UInt8(ascii: "\\"), !escape() { return false }
    }
    return false
  }

  /// What follows a backslash.
  private mutating func escape() -> Bool {
    switch next {
    case UInt8(ascii: "u"):
      position += 1
      for _ in 0..<4 { guard take(Self.isHexDigit) else { return false } }
      return true
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
      return true
    default: return false
    }
  }

  private mutating func take(_ belongs: (UInt8) -> Bool) -> Bool {
    guard let byte = next, belongs(byte) else { return false }
    position += 1
    return true
  }

  private mutating func number() -> Bool {
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { guard digits() else { return false } }
    if take(UInt8(ascii: ".")) { guard digits() else { return false } }
    if take({ $0 | 0x20 == UInt8(ascii: "e") }) {
      _ = take { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
      return digits()
    }
    return true
  }

  private mutating func digits() -> Bool {
    guard take({ (0x30...0x39).contains($0) }) else { return false }
    while take({ (0x30...0x39).contains($0) }) {}
    return true
  }

  private mutating func word(_ word: StaticString) -> Bool {
    for i in 0..<word.utf8CodeUnitCount {
      guard take(unsafe word.utf8Start[i]) else { return false }
    }
    return true
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
