/// The key of a word or phrase in the gazetteer: a hash of its folded UTF-8, fed token by token.
///
/// Folding: letters small and without marks, apostrophes and full stops dropped, hyphens, dashes
/// and white space one separator. So `Al-Qa’ida` as one token or as three, and `U.S.` and `US`,
/// have one key. Nothing is allocated.
package struct PhraseHash: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325
  private var pendingSeparator = false
  package private(set) var isEmpty = true

  package init() {}

  /// The key of `text` taken as one phrase.
  package static func key(_ text: String) -> UInt64 {
    var hash = PhraseHash()
    hash.append(Array(text.utf8).span)
    return hash.value
  }

  /// The keys of words with spaces between; `_` stands for a space within a phrase.
  package static func keys(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { key(String($0)) })
  }

  /// Another token of the phrase, after white space unless it starts with an apostrophe.
  package mutating func append(token bytes: Span<UInt8>) {
    if bytes.count > 0, !startsWithApostrophe(bytes) { pendingSeparator = !isEmpty }
    append(bytes)
  }

  /// Bytes that follow what was there.
  package mutating func append(_ bytes: Span<UInt8>) {
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte < 0x80 {
        i += 1
        appendASCII(byte)
      } else {
        i = appendScalar(bytes, at: i)
      }
    }
  }

  package var value: UInt64 {
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  private func startsWithApostrophe(_ bytes: Span<UInt8>) -> Bool {
    if bytes[0] == UInt8(ascii: "'") { return true }
    return bytes.count >= 3 && bytes[0] == 0xe2 && bytes[1] == 0x80 && bytes[2] == 0x99
  }

  private mutating func mix(_ byte: UInt8) {
    if pendingSeparator {
      pendingSeparator = false
      state = (state ^ 0x20) &* 0x0000_0100_0000_01b3
    }
    isEmpty = false
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  private mutating func appendASCII(_ byte: UInt8) {
    switch byte {
    case 0x41...0x5a: mix(byte | 0x20)
    case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "`"): break
    case UInt8(ascii: "-"), UInt8(ascii: "_"), 0...0x20: pendingSeparator = !isEmpty
    default: mix(byte)
    }
  }

  /// Folds one scalar of several bytes; bytes that are no UTF-8 are taken as they are.
  private mutating func appendScalar(_ bytes: Span<UInt8>, at i: Int) -> Int {
    let lead = bytes[i]
    let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
    guard lead >= 0xc2, i + length <= bytes.count else {
      mix(lead)
      return i + 1
    }
    var scalar = UInt32(lead) & (length == 2 ? 0x1f : length == 3 ? 0x0f : 0x07)
    for k in 1..<length { scalar = scalar << 6 | UInt32(bytes[i + k] & 0x3f) }
    switch scalar {
    case 0x300...0x36f, 0x2bb...0x2bf, 0x2018, 0x2019, 0x200b...0x200f, 0xad: break
    case 0xa0, 0x2000...0x200a, 0x2010...0x2015, 0x202f, 0x3000: pendingSeparator = !isEmpty
    default:
      if let letters = LatinFold.letters(scalar) {
        mix(letters.0)
        if letters.1 != 0 { mix(letters.1) }
      } else {
        for k in 0..<length { mix(bytes[i + k]) }
      }
    }
    return i + length
  }
}

/// Latin letters with marks, by the plain letters they are read as.
package enum LatinFold {
  /// The one or two ASCII letters `scalar` folds to (the second 0 where there is one); `nil` for
  /// scalars outside the Latin blocks.
  package static func letters(_ scalar: UInt32) -> (UInt8, UInt8)? {
    let pair: Int
    let table: StaticString
    switch scalar {
    case 0xc0...0xff:
      pair = Int(scalar - 0xc0)
      table = latin1
    case 0x100...0x17f:
      pair = Int(scalar - 0x100)
      table = extendedA
    case 0x1ea0...0x1ef9:
      pair = Int(scalar - 0x1ea0)
      table = vietnamese
    case 0x218, 0x219: return (UInt8(ascii: "s"), 0)
    case 0x21a, 0x21b: return (UInt8(ascii: "t"), 0)
    case 0x1cd, 0x1ce: return (UInt8(ascii: "a"), 0)
    case 0x259: return (UInt8(ascii: "a"), 0)
    default: return nil
    }
    // Two bytes a letter in every table; the ranges above keep `pair` inside.
    let (first, second) = unsafe (table.utf8Start[2 * pair], table.utf8Start[2 * pair + 1])
    return (first, (0x61...0x7a).contains(second) ? second : 0)
  }

  // Two bytes a letter; a letter of one byte is followed by a space (`_` at the end).
  private static let latin1: StaticString = """
    a a a a a a aec e e e e i i i i d n o o o o o x o u u u u y thss\
    a a a a a a aec e e e e i i i i d n o o o o o / o u u u u y thy_
    """

  private static let extendedA: StaticString = """
    a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g \
    g g g g h h h h i i i i i i i i i i ijijj j k k k l l l l l l l \
    l l l n n n n n n n n n o o o o o o oeoer r r r r r s s s s s s \
    s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s_
    """

  private static let vietnamese: StaticString = """
    a a a a a a a a a a a a a a a a a a a a a a a a e e e e e e e e \
    e e e e e e e e i i i i o o o o o o o o o o o o o o o o o o o o \
    o o o o u u u u u u u u u u u u u u y y y y y y y y_
    """
}
