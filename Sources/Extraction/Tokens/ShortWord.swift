/// Up to eight ASCII bytes, letters in lower case, in one integer: a key for small word tables.
package struct ShortWord: Hashable, Sendable {
  package let bits: UInt64

  /// `nil` where the range is empty, longer than eight bytes or not ASCII.
  package init?(_ text: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty, range.count <= 8 else { return nil }
    var bits: UInt64 = 0
    for i in range {
      let byte = text[i]
      guard byte < 0x80 else { return nil }
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      bits = bits << 8 | UInt64(isUpper ? byte | 0x20 : byte)
    }
    self.bits = bits
  }

  /// `nil` under the same conditions.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    self.init(bytes.span, 0..<bytes.count)
  }

  /// The words of a white-space separated list that are short enough.
  package static func set(_ list: StaticString) -> Set<ShortWord> {
    Set(list.description.split(whereSeparator: \.isWhitespace).compactMap { ShortWord($0) })
  }
}
