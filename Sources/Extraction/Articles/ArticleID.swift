import Formats

/// The stable outside name of an article.
package enum ArticleID {
  /// A lower-case ASCII slug of letters, digits, "_", "-" and ".": accents fall off, anything
  /// else becomes "-". Where letters were lost, a hash of the original keeps it apart.
  package static func slug(_ name: String) -> String {
    var slug: [UInt8] = []
    var isLossy = false
    for scalar in name.unicodeScalars {
      if let base = ASCIIBase.of(scalar) {
        slug += base
      } else if CharacterClass(scalar.value) == .joining {
        continue
      } else {
        isLossy = isLossy || CharacterClass(scalar.value).isLetter
        if slug.last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
      }
      if slug.count >= 200 {
        isLossy = true
        break
      }
    }
    while slug.last == UInt8(ascii: "-") { slug.removeLast() }
    while slug.first == UInt8(ascii: "-") || slug.first == UInt8(ascii: ".") { slug.removeFirst() }
    guard isLossy || slug.isEmpty else { return String(decoding: slug, as: UTF8.self) }
    var hash = StableHash()
    hash.combine(name)
    let prefix = slug.isEmpty ? "article" : String(decoding: slug, as: UTF8.self)
    return "\(prefix)-\(hash.hex(digits: 10))"
  }
}

/// Letters with marks as the ASCII letters under them.
enum ASCIIBase {
  /// The slug bytes of a scalar; `nil` where it has none.
  static func of(_ scalar: Unicode.Scalar) -> [UInt8]? {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      switch CharacterClass.ascii(byte) {
      case .lower, .digit: return [byte]
      case .upper: return [byte | 0x20]
      default: return byte == 0x5f || byte == 0x2d || byte == 0x2e ? [byte] : nil
      }
    }
    return folded[scalar.value]
  }

  /// Latin letters, most of Latin-1 and Latin Extended-A.
  private static let folded: [UInt32: [UInt8]] = {
    var table: [UInt32: [UInt8]] = [:]
    let rows: [(String, String)] = [
      ("àáâãäåāăąǎ", "a"), ("çćĉċč", "c"), ("ďđð", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"),
      ("ĥħ", "h"), ("ìíîïĩīĭįıǐ", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņňŋ", "n"),
      ("òóôõöøōŏőǒ", "o"), ("ŕŗř", "r"), ("śŝşšș", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűųǔ", "u"),
      ("ŵ", "w"), ("ýÿŷ", "y"), ("źżž", "z"), ("æ", "ae"), ("œ", "oe"), ("ß", "ss"), ("þ", "th"),
    ]
    for (letters, base) in rows {
      for scalar in letters.unicodeScalars {
        table[scalar.value] = Array(base.utf8)
        for upper in scalar.properties.uppercaseMapping.unicodeScalars
        where upper.value >= 0x80 {
          table[upper.value] = Array(base.utf8)
        }
      }
    }
    return table
  }()
}
