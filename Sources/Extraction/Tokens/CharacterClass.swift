/// What a scalar is to the tokenizer.
package enum CharacterClass: UInt8, Sendable {
  case space, lower, upper, otherLetter, digit
  /// Belongs to whatever precedes it: combining marks, joiners, variation selectors, soft hyphen.
  case joining
  case openQuote, closeQuote, apostrophe, dash, ellipsis, stop, punctuation, symbol

  package var isLetter: Bool { self == .lower || self == .upper || self == .otherLetter }
  package var isWord: Bool { isLetter || self == .digit || self == .joining }
}

/// One Unicode scalar as it stands in UTF-8.
package struct ScannedScalar: Sendable, Equatable {
  package var value: UInt32
  /// Bytes it takes, 1...4; a byte that starts no valid sequence is U+FFFD of length 1.
  package var length: Int

  package var characterClass: CharacterClass { CharacterClass(value) }
}

extension Span where Element == UInt8 {
  /// The scalar that starts at `i`; never reads beyond the end.
  package func scalar(at i: Int) -> ScannedScalar {
    let first = self[i]
    if first < 0x80 { return ScannedScalar(value: UInt32(first), length: 1) }
    let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
    guard first >= 0xc2, first < 0xf5, i + length <= count else {
      return ScannedScalar(value: 0xfffd, length: 1)
    }
    var value = UInt32(first) & (0x7f >> UInt32(length))
    for k in 1..<length {
      guard self[i + k] & 0xc0 == 0x80 else { return ScannedScalar(value: 0xfffd, length: 1) }
      value = value << 6 | UInt32(self[i + k] & 0x3f)
    }
    return ScannedScalar(value: value, length: length)
  }

  /// The scalar that ends just before `i`; U+FFFD where none does above `floor`.
  package func scalar(before i: Int, floor: Int = 0) -> ScannedScalar {
    guard i > floor else { return ScannedScalar(value: 0xfffd, length: 1) }
    var start = i - 1
    while start > floor, i - start < 4, self[start] & 0xc0 == 0x80 { start -= 1 }
    let found = scalar(at: start)
    return found.length == i - start ? found : ScannedScalar(value: 0xfffd, length: 1)
  }
}

extension CharacterClass {
  package init(_ scalar: UInt32) {
    self = scalar < 0x80 ? Self.ascii(UInt8(scalar)) : Self.beyondASCII(scalar)
  }

  @inline(__always)
  package static func ascii(_ byte: UInt8) -> CharacterClass {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case 0...0x20, 0x7f: .space
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "-"): .dash
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .stop
    case UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: "="),
      UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "|"),
      UInt8(ascii: "~"):
      .symbol
    default: .punctuation
    }
  }

  private static func beyondASCII(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x80...0xa0, 0x1680, 0x2000...0x200b, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff:
      return .space
    case 0xad, 0x200c, 0x200d, 0x2060, 0xfe00...0xfe0f, 0x1f3fb...0x1f3ff: return .joining
    case 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: return .space
    case 0x2010...0x2015, 0x2212: return .dash
    case 0x2019, 0x02bc, 0xff07: return .apostrophe
    case 0x2018, 0x201a, 0x201c, 0x201e, 0xab, 0x2039: return .openQuote
    case 0x201d, 0xbb, 0x203a, 0x201b, 0x201f: return .closeQuote
    case 0x2026: return .ellipsis
    // The commonest letters, ahead of the Unicode tables.
    case 0xc0...0xd6, 0xd8...0xde, 0x400...0x42f: return .upper
    case 0xdf...0xf6, 0xf8...0xff, 0x430...0x45f: return .lower
    case 0x3041...0x3096, 0x30a1...0x30fa, 0x4e00...0x9fff, 0xac00...0xd7a3: return .otherLetter
    case 0xaa, 0xb2, 0xb3, 0xb9, 0xba: return .symbol
    // Full stops of other scripts: Arabic, Devanagari, CJK, full width.
    case 0x061f, 0x06d4, 0x0964, 0x0965, 0x203c...0x203d, 0x2047...0x2049, 0x3002, 0xff01,
      0xff0e, 0xff1f, 0xff61:
      return .stop
    default: return ofProperties(scalar)
    }
  }

  private static func ofProperties(_ scalar: UInt32) -> CharacterClass {
    guard let unicode = Unicode.Scalar(scalar) else { return .symbol }
    switch unicode.properties.generalCategory {
    case .lowercaseLetter: return .lower
    case .uppercaseLetter, .titlecaseLetter: return .upper
    case .otherLetter, .modifierLetter, .letterNumber: return .otherLetter
    case .decimalNumber, .otherNumber: return .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: return .joining
    case .initialPunctuation: return .openQuote
    case .finalPunctuation: return .closeQuote
    case .dashPunctuation: return .dash
    case .connectorPunctuation, .openPunctuation, .closePunctuation, .otherPunctuation:
      return .punctuation
    case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: return .space
    default: return .symbol
    }
  }
}
