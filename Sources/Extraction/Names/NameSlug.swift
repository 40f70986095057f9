/// Lower-case ASCII ids made of names: `a-z`, `0-9` and single inner hyphens, never empty.
///
/// The name is folded as a `NameKey`; Cyrillic and Greek letters are written in Latin ones; an
/// apostrophe joins (`O’Hara` is `ohara`); any other letter or digit becomes its code point in
/// hexadecimal; the rest separates. A name of nothing but separators is `x`.
package enum NameSlug {
  package static func make(_ name: String) -> String {
    var name = name
    var key: [UInt8] = []
    name.withUTF8 { unsafe NameKey.appendWithPossessive($0.span, to: &key) }
    var slug: [UInt8] = []
    append(foldedKey: key.span, to: &slug)
    return String(decoding: slug, as: UTF8.self)
  }

  /// Appends the slug of a name that is folded already.
  package static func append(foldedKey key: Span<UInt8>, to slug: inout [UInt8]) {
    let start = slug.count
    var i = 0
    while i < key.count {
      let (scalar, length) = NameKey.decode(key, at: i)
      i += length
      switch scalar {
      case 0x61...0x7a, 0x30...0x39: slug.append(UInt8(truncatingIfNeeded: scalar))
      case 0x27: break
      case ..<0x80: separate(&slug, from: start)
      default: appendOther(scalar, to: &slug, from: start)
      }
    }
    if slug.count > start && slug[slug.count - 1] == UInt8(ascii: "-") { slug.removeLast() }
    if slug.count == start { slug.append(UInt8(ascii: "x")) }
  }

  private static func separate(_ slug: inout [UInt8], from start: Int) {
    if slug.count > start && slug[slug.count - 1] != UInt8(ascii: "-") {
      slug.append(UInt8(ascii: "-"))
    }
  }

  private static func appendOther(_ scalar: UInt32, to slug: inout [UInt8], from start: Int) {
    if let latin = Transliteration.latin(scalar) {
      slug.append(contentsOf: latin.utf8)
      return
    }
    guard let character = Unicode.Scalar(scalar), isLetterOrDigit(character) else {
      return separate(&slug, from: start)
    }
    separate(&slug, from: start)
    slug.append(contentsOf: String(scalar, radix: 16).utf8)
    slug.append(UInt8(ascii: "-"))
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }
}

/// Folded letters of other scripts in Latin ones, as news writes them in English.
enum Transliteration {
  static func latin(_ scalar: UInt32) -> String? {
    switch scalar {
    case 0x430...0x44f: cyrillic[Int(scalar - 0x430)]
    case 0x454: "ye"  // Ukrainian ie
    case 0x456, 0x457: "i"
    case 0x491: "g"
    case 0x45f: "dzh"
    case 0x458: "y"
    case 0x459: "ly"
    case 0x45a: "ny"
    case 0x45b, 0x452: "c"
    case 0x3b1...0x3c9: greek[Int(scalar - 0x3b1)]
    default: nil
    }
  }

  private static let cyrillic = [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s",
    "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
  ]

  private static let greek = [
    "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s",
    "s", "t", "y", "f", "ch", "ps", "o",
  ]
}
