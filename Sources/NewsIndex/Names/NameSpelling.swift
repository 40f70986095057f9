internal import Extraction

/// Whether two folded names are spellings of one name, decided from the letters alone.
enum NameSpelling {
  /// A folded name with the differences taken out that never make another name in practice:
  /// hyphens and apostrophes, `q` for `k`, and in longer words `y` for `i`, doubled letters, `ou`
  /// and `oo` for `u`, `ee` for `i`.
  static func light(foldedKey key: Span<UInt8>) -> [UInt8] {
    var light: [UInt8] = []
    var start = 0
    while start < key.count {
      var end = start
      while end < key.count && !isSeparator(key[end]) { end += 1 }
      if end > start {
        if !light.isEmpty { light.append(0x20) }
        appendLight(key, start..<end, to: &light)
      }
      start = end + 1
    }
    return light
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "-")
  }

  private static func appendLight(
    _ key: borrowing Span<UInt8>, _ word: Range<Int>, to light: inout [UInt8]
  ) {
    let start = light.count
    let isLong = word.count >= 6
    var i = word.lowerBound
    while i < word.upperBound {
      var byte = key[i]
      let next: UInt8 = i + 1 < word.upperBound ? key[i + 1] : 0
      i += 1
      if byte == UInt8(ascii: "'") { continue }
      if byte == UInt8(ascii: "q") { byte = UInt8(ascii: "k") }
      if byte == UInt8(ascii: "y") && word.count >= 4 { byte = UInt8(ascii: "i") }
      let o = UInt8(ascii: "o")
      let u = UInt8(ascii: "u")
      let e = UInt8(ascii: "e")
      if isLong && byte == o && (next == u || next == o) {
        byte = u
        i += 1
      } else if isLong && byte == e && next == e {
        byte = UInt8(ascii: "i")
        i += 1
      }
      let isDoubled = light.count > start && light[light.count - 1] == byte
      if isDoubled && word.count >= 5 && byte < 0x80 { continue }
      light.append(byte)
    }
  }

  /// Transliterations of one word: consonants of one class in one order, at least three of them,
  /// and vowels that transliterations exchange (`o` and `u`, `a` and `e`, `e` and `i`); a vowel at
  /// the end must be the same, since there it tells women from men.
  static func isTransliteration(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    let one = NameSkeleton.pattern(foldedWord: a)
    let other = NameSkeleton.pattern(foldedWord: b)
    guard one.count == other.count else { return false }
    var consonantCount = 0
    for i in one.indices {
      if one[i] == other[i] {
        if one[i] >= UInt8(ascii: "a") { consonantCount += 1 }
        continue
      }
      guard i + 1 < one.count, areExchanged(one[i], other[i]) else { return false }
    }
    return consonantCount >= 3
  }

  private static func areExchanged(_ a: UInt8, _ b: UInt8) -> Bool {
    switch (min(a, b), max(a, b)) {
    case (UInt8(ascii: "O"), UInt8(ascii: "U")), (UInt8(ascii: "A"), UInt8(ascii: "E")),
      (UInt8(ascii: "E"), UInt8(ascii: "I")):
      true
    default: false
    }
  }
}
