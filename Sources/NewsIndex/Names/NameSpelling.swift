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

  /// Transliterations of one word: consonants of one class in one order, and vowels that
  /// transliterations exchange (`o` and `u`, `a` and `e`, `e` and `i`) or leave out; a vowel at the
  /// end must be the same, since there it tells women from men (but `-enko`, `-enka`).
  ///
  /// - Returns: how many consonants agree; `nil` where it is another word.
  static func agreement(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int? {
    let one = withoutEnka(NameSkeleton.pattern(foldedWord: a))
    let other = withoutEnka(NameSkeleton.pattern(foldedWord: b))
    guard isSameEnding(a, b) || one.suffix(4).elementsEqual("EnkO".utf8) else { return nil }
    let consonantCount = one.count { isConsonant($0) }
    guard one.count == other.count else {
      let consonants = one.filter(isConsonant)
      let isElided =
        abs(one.count - other.count) == 1 && consonantCount > 3 && one.first == other.first
        && one.last == other.last && consonants == other.filter(isConsonant)
      return isElided ? consonantCount : nil
    }
    var least = 3
    if one == other { least = a[0] == b[0] ? 2 : 3 }
    for i in one.indices where one[i] != other[i] {
      guard i + 1 < one.count, areExchanged(one[i], other[i]) || isSlavic(one, other, at: i)
      else { return nil }
      if isRounded(one[i], other[i]) { least = min(least, 2) }
    }
    return consonantCount >= least ? consonantCount : nil
  }

  /// "Mario" and "Maria" end otherwise, though one pattern stands for both.
  private static func isSameEnding(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    guard a.count > 1, b.count > 1 else { return true }
    let telling = Array("aeo".utf8)
    let (one, other) = (a[a.count - 1], b[b.count - 1])
    return one == other || !telling.contains(one) && !telling.contains(other)
  }

  private static func isConsonant(_ letter: UInt8) -> Bool { letter >= UInt8(ascii: "a") }

  /// The pattern of `-enka` as that of `-enko`.
  private static func withoutEnka(_ pattern: [UInt8]) -> [UInt8] {
    let end = Array("EnkA".utf8)
    return pattern.count > 5 && pattern.suffix(4).elementsEqual(end)
      ? pattern.dropLast() + [UInt8(ascii: "O")] : pattern
  }

  private static func areExchanged(_ a: UInt8, _ b: UInt8) -> Bool {
    switch (min(a, b), max(a, b)) {
    case (UInt8(ascii: "O"), UInt8(ascii: "U")), (UInt8(ascii: "A"), UInt8(ascii: "E")),
      (UInt8(ascii: "E"), UInt8(ascii: "I")):
      true
    default: false
    }
  }

  private static func isRounded(_ a: UInt8, _ b: UInt8) -> Bool {
    min(a, b) == UInt8(ascii: "O") && max(a, b) == UInt8(ascii: "U")
  }

  /// `-chev` and `-chov`.
  private static func isSlavic(_ one: [UInt8], _ other: [UInt8], at i: Int) -> Bool {
    i > 0 && i == one.count - 2 && one[i + 1] == UInt8(ascii: "v")
      && min(one[i], other[i]) == UInt8(ascii: "E") && max(one[i], other[i]) == UInt8(ascii: "O")
      && (one[i - 1] == UInt8(ascii: "c") || one[i - 1] == UInt8(ascii: "s"))
  }
}
