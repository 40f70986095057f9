/// Everything that is not a word: punctuation, quotes, symbols, emoticons, emoji.
extension TokenScan {
  mutating func mark(at i: Int, _ scalar: ScannedScalar, to tokens: inout [Token]) -> Int {
    if let stop = emoticonEnd(i) {
      emit(i, stop, to: &tokens)
      return stop
    }
    let stop: Int
    switch scalar.characterClass {
    case .apostrophe: stop = leadingApostrophe(i, i + scalar.length)
    case .stop where scalar.length == 1: stop = stopRun(i)
    case .dash: stop = scalar.length == 1 ? hyphenRun(i) : i + scalar.length
    case .symbol where scalar.length > 1: stop = emojiEnd(i, scalar)
    case .ellipsis:
      stop = byte(i + scalar.length) == 0x2e ? stopRun(i + scalar.length) : i + scalar.length
    default: stop = scalar.length == 1 ? asciiMarkEnd(i) : i + scalar.length
    }
    emit(i, stop, to: &tokens)
    return stop
  }

  private func sameRun(_ i: Int) -> Int {
    var j = i + 1
    while j < end, text[j] == text[i] { j += 1 }
    return j
  }

  /// "...", "!!!", "?!": one token; ".5": a number.
  private func stopRun(_ i: Int) -> Int {
    if text[i] == 0x2e, byte(i + 1) < 0x80, CharacterClass.ascii(byte(i + 1)) == .digit,
      i == 0 || text.scalar(before: i).characterClass != .digit
    {
      var j = i + 1
      while j < end, text[j] < 0x80, CharacterClass.ascii(text[j]) == .digit { j += 1 }
      return j
    }
    var j = i + 1
    if text[i] == 0x2e {
      while byte(j) == 0x2e { j += 1 }
      // An ellipsis stands by itself: "...?" is two tokens, "?..." and ".?" one.
      if j - i >= 3 { return j }
    }
    while j < end, text[j] < 0x80, CharacterClass.ascii(text[j]) == .stop { j += 1 }
    // ".doc" after white space is a file suffix.
    if j == i + 1, text[i] == 0x2e, Tokenizer.isASCIILetter(byte(j)), i > 0,
      text.scalar(before: i).characterClass == .space
    {
      while j < end, Tokenizer.isASCIILetter(text[j]) { j += 1 }
    }
    return j
  }

  private func hyphenRun(_ i: Int) -> Int { sameRun(i) }

  private func asciiMarkEnd(_ i: Int) -> Int {
    switch text[i] {
    case UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "~"), UInt8(ascii: "_"),
      UInt8(ascii: "$"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"),
      UInt8(ascii: "|"), UInt8(ascii: "#"), UInt8(ascii: "\\"), UInt8(ascii: "^"):
      let run = sameRun(i)
      // #topic is one token, "# 1" two.
      if run == i + 1, text[i] == UInt8(ascii: "#"), classAt(run).isLetter { return nameEnd(run) }
      return run
    case UInt8(ascii: "+"):
      let run = sameRun(i)
      guard run == i + 1, CharacterClass.ascii(byte(run)) == .digit, byte(run) < 0x80
      else { return run }
      var j = run
      while j < end, text[j] < 0x80,
        CharacterClass.ascii(text[j]) == .digit
          || text[j] == 0x2e && CharacterClass.ascii(byte(j + 1)) == .digit
      {
        j += 1
      }
      return j
    case UInt8(ascii: "@"): return classAt(i + 1).isWord ? nameEnd(i + 1) : i + 1
    case UInt8(ascii: "["):
      // "[...]" marks words left out.
      return isASCII(i, "[...]") ? i + 5 : i + 1
    default: return i + 1
    }
  }

  private func nameEnd(_ i: Int) -> Int {
    var j = i
    while j < end {
      let scalar = text.scalar(at: j)
      guard scalar.characterClass.isWord || scalar.value == 0x5f else { break }
      j += scalar.length
    }
    return j
  }

  /// A clitic that stands alone ("'s", "n't" written apart), "''", or the mark itself.
  private func leadingApostrophe(_ i: Int, _ after: Int) -> Int {
    if text[i] == UInt8(ascii: "'"), byte(after) == UInt8(ascii: "'") { return after + 1 }
    // A double quote made of two single ones.
    if text[i] == 0xe2, after < end, text.scalar(at: after).value == 0x2019 { return after + 3 }
    let first = byte(after) | 0x20
    guard Tokenizer.isASCIILetter(first) else { return after }
    var j = after
    while j < end, j - after < 4, Tokenizer.isASCIILetter(text[j]) { j += 1 }
    guard !classAt(j).isWord, let word = ShortWord(text, after..<j) else { return after }
    return Clitics.standing.contains(word) ? j : after
  }

  private func emojiEnd(_ i: Int, _ scalar: ScannedScalar) -> Int {
    var j = i + scalar.length
    // Flags are two regional indicators.
    if (0x1f1e6...0x1f1ff).contains(scalar.value), j < end {
      let second = text.scalar(at: j)
      if (0x1f1e6...0x1f1ff).contains(second.value) { return j + second.length }
    }
    while j < end {
      let next = text.scalar(at: j)
      guard next.characterClass == .joining else { break }
      j += next.length
      // A zero-width joiner binds the next picture too.
      if next.value == 0x200d, j < end {
        let bound = text.scalar(at: j)
        guard bound.characterClass == .symbol else { break }
        j += bound.length
      }
    }
    return j
  }

  /// ":-)", ";P", "<3" up to white space or punctuation; `nil` where there is none.
  private func emoticonEnd(_ i: Int) -> Int? {
    switch text[i] {
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="):
      var j = i + 1
      if byte(j) == UInt8(ascii: "'") { j += 1 }
      if byte(j) == UInt8(ascii: "-") || byte(j) == UInt8(ascii: "o") { j += 1 }
      switch byte(j) {
      case UInt8(ascii: ")"), UInt8(ascii: "("):
        j += 1
        while byte(j) == text[j - 1] { j += 1 }
      case UInt8(ascii: "D"), UInt8(ascii: "P"), UInt8(ascii: "p"), UInt8(ascii: "O"): j += 1
      default: return nil
      }
      return classAt(j).isWord ? nil : j
    case UInt8(ascii: "<"):
      return byte(i + 1) == UInt8(ascii: "3") && classAt(i + 2) == .space
        ? i + 2 : nil
    case UInt8(ascii: "^"): return isASCII(i, "^_^") ? i + 3 : nil
    default: return nil
    }
  }
}

private enum Clitics {
  static let standing = ShortWord.set("s m d re ve ll em til cause")
}
