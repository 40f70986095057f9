/// Appends one JSON text (RFC 8259) to a byte buffer, compact and in the order it is told.
///
/// Commas and colons are placed by the writer: open an object, name a member, give its value.
/// Keys are ASCII literals that need no escape; strings are escaped as §7 asks and no further.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// True where the next key or value must be preceded by a comma.
  private var needsComma = false

  package init(reserving byteCount: Int = 0) {
    bytes.reserveCapacity(byteCount)
  }

  // MARK: Structure

  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    append(ascii: name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A member name that is not known at compile time.
  package mutating func key(dynamic name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Ends one JSON text of several in a row, one a line (NDJSON).
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  // MARK: Values

  package mutating func string(_ value: String) {
    var value = value
    separate()
    bytes.append(UInt8(ascii: "\""))
    value.withUTF8 { unsafe appendEscaped($0.span) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// The string whose UTF-8 stands at `range` of `heap`.
  package mutating func string(_ heap: [UInt8], _ range: Range<Int>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(heap.span.extracting(range))
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// The same between two ASCII texts that need no escape: a link with an id in it.
  package mutating func string(
    _ prefix: StaticString, _ heap: [UInt8], _ range: Range<Int>, _ suffix: StaticString = ""
  ) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    append(ascii: prefix)
    appendEscaped(heap.span.extracting(range))
    append(ascii: suffix)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  package mutating func string(_ utf8: Span<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(utf8)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// A string known at compile time, ASCII without anything to escape.
  package mutating func string(ascii text: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    append(ascii: text)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  package mutating func integer(_ value: some BinaryInteger) {
    separate()
    bytes.append(decimal: Int64(value))
    needsComma = true
  }

  /// A number rounded to `places` digits after the point (0...15), trailing zeros dropped; `null`
  /// where it is not finite.
  package mutating func decimal(_ value: Double, places: Int) {
    separate()
    needsComma = true
    var scale: Int64 = 1
    for _ in 0..<places { scale *= 10 }
    let magnitude = value.magnitude * Double(scale) + 0.5
    // Not a number, or beyond what fits: JSON has no word for it (RFC 8259 §6).
    guard magnitude < 9e18 else {
      bytes.append(contentsOf: [0x6e, 0x75, 0x6c, 0x6c])
      return
    }
    let units = Int64(magnitude)
    if value < 0 && units > 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(decimal: units / scale)
    var fraction = units % scale
    guard fraction > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    while fraction > 0 {
      scale /= 10
      bytes.append(UInt8(ascii: "0") + UInt8(fraction / scale))
      fraction %= scale
    }
  }

  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }
  package mutating func null() { literal("null") }

  /// A value that is JSON already.
  package mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  // MARK: Parts

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func literal(_ text: StaticString) {
    separate()
    append(ascii: text)
    needsComma = true
  }

  private mutating func append(ascii text: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Runs without an escape are copied whole. RFC 8259 §7: quote, backslash and U+0000–U+001F.
  private mutating func appendEscaped(_ utf8: Span<UInt8>) {
    var runStart = 0
    for i in utf8.indices {
      let byte = utf8[i]
      if byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") { continue }
      append(utf8, runStart..<i)
      runStart = i + 1
      appendEscape(byte)
    }
    append(utf8, runStart..<utf8.count)
  }

  private mutating func append(_ utf8: Span<UInt8>, _ range: Range<Int>) {
    unsafe utf8.extracting(range).withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func appendEscape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x0a: bytes.append(UInt8(ascii: "n"))
    case 0x0d: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      let hex: (UInt8) -> UInt8 = { $0 < 10 ? 0x30 + $0 : 0x57 + $0 }
      bytes.append(contentsOf: [0x75, 0x30, 0x30, hex(byte >> 4), hex(byte & 15)])
    }
  }
}

extension [UInt8] {
  /// Appends the decimal digits of `value`.
  package mutating func append(decimal value: Int64) {
    if value < 0 { append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = count
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }
}
