/// What is left of a name when the ways of writing it in Latin letters are taken out: equal
/// skeletons make `Muhammad` and `Mohamed`, `Yuri` and `Iouri`, `Qaddafi` and `Gadhafi` candidates
/// for one name.
///
/// Consonants that transliterations exchange are one letter, doubled ones are single, vowels go;
/// a word that begins with a vowel (or `y`, `j` before one) begins with `a`. It says that two
/// names may be one, never that they are.
package enum NameSkeleton {
  /// The skeleton of each word of a folded key, joined by spaces; empty where nothing remains.
  package static func make(foldedKey key: Span<UInt8>) -> [UInt8] {
    var latin: [UInt8] = []
    appendLatin(key, to: &latin)
    var skeleton: [UInt8] = []
    var i = 0
    while i < latin.count {
      guard isLetter(latin[i]) else {
        i += 1
        continue
      }
      var end = i
      while end < latin.count && isLetter(latin[end]) { end += 1 }
      if !skeleton.isEmpty { skeleton.append(0x20) }
      appendWord(latin, i..<end, to: &skeleton)
      i = end
    }
    return skeleton
  }

  package static func make(_ name: String) -> String {
    var key = NameKey.fold(name)
    return String(decoding: key.withUTF8 { unsafe make(foldedKey: $0.span) }, as: UTF8.self)
  }

  /// The skeleton of one word of a folded key with its vowels: each run of vowels (`y` among them)
  /// is the capital of its first, so that `mohamed` is `mOhAmEd`; doubled consonants are single.
  package static func pattern(foldedWord word: Span<UInt8>) -> [UInt8] {
    var latin: [UInt8] = []
    appendLatin(word, to: &latin)
    var pattern: [UInt8] = []
    var i = 0
    while i < latin.count {
      if isVowel(latin[i]) || latin[i] == UInt8(ascii: "y") {
        pattern.append(latin[i] == UInt8(ascii: "y") ? UInt8(ascii: "I") : latin[i] & 0xdf)
        while i < latin.count && (isVowel(latin[i]) || latin[i] == UInt8(ascii: "y")) { i += 1 }
        continue
      }
      let (letter, length) = consonant(latin, at: i, end: latin.count)
      i += length
      guard letter != 0, letter != pattern.last else { continue }
      pattern.append(letter)
    }
    return pattern
  }

  /// Apostrophes vanish, other marks and hyphens separate, unknown scripts stay away.
  private static func appendLatin(_ key: Span<UInt8>, to latin: inout [UInt8]) {
    var i = 0
    while i < key.count {
      let (scalar, length) = NameKey.decode(key, at: i)
      i += length
      if scalar < 0x80 {
        if scalar != 0x27 { latin.append(UInt8(truncatingIfNeeded: scalar)) }
      } else if let text = Transliteration.latin(scalar) {
        latin.append(contentsOf: text.utf8)
      }
    }
  }

  private static func appendWord(
    _ text: [UInt8], _ word: Range<Int>, to skeleton: inout [UInt8]
  ) {
    let start = skeleton.count
    var i = word.lowerBound
    if isVowel(text[i]) || (isGlide(text[i]) && word.count > 1 && isVowel(text[i + 1])) {
      skeleton.append(UInt8(ascii: "a"))
    }
    while i < word.upperBound {
      let (letter, length) = consonant(text, at: i, end: word.upperBound)
      i += length
      guard letter != 0 else { continue }
      if skeleton.count > start && skeleton[skeleton.count - 1] == letter { continue }
      skeleton.append(letter)
    }
  }

  /// The class letter of the consonant or digraph at `i`, 0 for what is dropped, and its length.
  private static func consonant(_ text: [UInt8], at i: Int, end: Int) -> (UInt8, Int) {
    let next: UInt8 = i + 1 < end ? text[i + 1] : 0
    let h = UInt8(ascii: "h")
    switch text[i] {
    case UInt8(ascii: "s") where next == h: return (UInt8(ascii: "s"), 2)
    case UInt8(ascii: "z") where next == h: return (UInt8(ascii: "z"), 2)
    case UInt8(ascii: "c") where next == h: return (UInt8(ascii: "c"), 2)
    case UInt8(ascii: "t") where next == UInt8(ascii: "c") && i + 2 < end && text[i + 2] == h:
      return (UInt8(ascii: "c"), 3)
    case UInt8(ascii: "p") where next == h: return (UInt8(ascii: "f"), 2)
    case UInt8(ascii: "t"), UInt8(ascii: "d"):
      return (text[i], next == h ? 2 : 1)
    // "Aleksandr" as "Alexander".
    case UInt8(ascii: "k") where next == UInt8(ascii: "s"): return (UInt8(ascii: "k"), 2)
    case UInt8(ascii: "k"), UInt8(ascii: "q"), UInt8(ascii: "g"):
      return (UInt8(ascii: "k"), next == h ? 2 : 1)
    case UInt8(ascii: "c"):
      let isSoft = next == UInt8(ascii: "e") || next == UInt8(ascii: "i")
      return (isSoft ? UInt8(ascii: "s") : UInt8(ascii: "k"), next == UInt8(ascii: "k") ? 2 : 1)
    case UInt8(ascii: "x"): return (UInt8(ascii: "k"), 1)
    case UInt8(ascii: "w"), UInt8(ascii: "v"): return (UInt8(ascii: "v"), 1)
    case UInt8(ascii: "y"), UInt8(ascii: "j"): return (0, 1)
    case let letter where isVowel(letter): return (0, 1)
    case let letter: return (letter, 1)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isGlide(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "y") || byte == UInt8(ascii: "j")
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }
}
