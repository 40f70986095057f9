/// Words: letters and digits with what may stand inside them.
extension TokenScan {
  /// Takes the word at `start`, possibly as several tokens, and says where to go on.
  mutating func word(at start: Int, to tokens: inout [Token]) -> Int {
    if let stop = addressEnd(start) {
      emit(start, stop, to: &tokens)
      return stop
    }
    var i = start
    while i < end {
      let scalar = text.scalar(at: i)
      let kind = scalar.characterClass
      if kind.isWord || scalar.value == 0x5f {
        if kind.isLetter, i > start, let split = unitStart(start, i) {
          emit(start, split, to: &tokens)
          return split
        }
        i += scalar.length
        continue
      }
      switch inner(start, i, scalar) {
      case .join(let next): i = next
      case .stop:
        emitWord(start, i, to: &tokens)
        return i
      case .take(let stop):
        emit(start, stop, to: &tokens)
        return stop
      case .split(let first, let second):
        emit(start, first, to: &tokens)
        emit(first, second, to: &tokens)
        return second
      }
    }
    emitWord(start, i, to: &tokens)
    return i
  }

  /// What a mark inside or after a word does to it.
  private enum Inner {
    case join(Int)
    /// The word ends here.
    case stop
    /// The word ends at the offset, the mark included.
    case take(Int)
    /// The word ends at the first offset, a second token at the second.
    case split(Int, Int)
  }

  private mutating func inner(_ start: Int, _ i: Int, _ scalar: ScannedScalar) -> Inner {
    let after = i + scalar.length
    if scalar.characterClass == .apostrophe { return apostrophe(start, i, after) }
    switch scalar.value {
    case 0x2e: return fullStop(start, i)
    case 0x2c:  // 1,200
      return digit(i - 1, from: start) && groupsThousands(after) ? .join(after) : .stop
    case 0x3a:  // 5:30
      return digit(i - 1, from: start) && CharacterClass.ascii(byte(after)) == .digit
        ? .join(after) : .stop
    case 0x2d: return hyphen(start, i)
    case 0x2f: return slash(start, i)
    case 0x26:  // AT&T, R&D
      return classAt(after) == .upper && CharacterClass.ascii(text[i - 1]) == .upper
        ? .join(after) : .stop
    case 0x40:  // name@host
      guard classAt(after).isWord else { return .stop }
      return .take(addressTail(after))
    case 0x2a:  // sh*t
      return classAt(after) == .lower && CharacterClass.ascii(text[i - 1]).isLetter
        ? .join(after) : .stop
    case 0x24:  // US$
      return i - start <= 2 && CharacterClass.ascii(text[i - 1]) == .upper ? .take(after) : .stop
    case 0x21:  // the one name with a mark that news writes daily
      return isASCII(start, "yahoo") && i - start == 5 && byte(after) != 0x21 ? .take(after) : .stop
    default: return .stop
    }
  }

  private func digit(_ i: Int, from start: Int) -> Bool {
    i >= start && CharacterClass.ascii(text[i]) == .digit && text[i] < 0x80
  }

  /// Three digits, or the two of an Indian lakh with three behind them.
  private func groupsThousands(_ i: Int) -> Bool {
    var j = i
    while j < end, j - i < 4, CharacterClass.ascii(byte(j)) == .digit, byte(j) < 0x80 { j += 1 }
    return j - i == 3 || j - i == 2 && byte(j) == 0x2c && groupsThousands(j + 1)
  }

  // MARK: Apostrophes

  private func apostrophe(_ start: Int, _ i: Int, _ after: Int) -> Inner {
    let next = byte(after) | 0x20
    guard next < 0x80, Tokenizer.isASCIILetter(next) else {
      return classAt(after).isLetter ? .join(after) : .stop
    }
    let second = byte(after + 1) | 0x20
    func ends(_ count: Int) -> Bool { !classAt(after + count).isWord }
    switch next {
    case UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "d"):
      if ends(1) {
        // The 1980's is one word; it's and Iran's are two.
        if next == UInt8(ascii: "s"), digit(i - 1, from: start), byte(i - 1) == 0x30 {
          return .take(after + 1)
        }
        return .split(i, after + 1)
      }
    case UInt8(ascii: "t"):
      if ends(1), i > start, text[i - 1] | 0x20 == UInt8(ascii: "n") {
        return i - 1 > start ? .split(i - 1, after + 1) : .take(after + 1)
      }
    case UInt8(ascii: "r"), UInt8(ascii: "v"):
      if second == UInt8(ascii: "e"), ends(2) { return .split(i, after + 2) }
    case UInt8(ascii: "l"):
      if second == UInt8(ascii: "l"), ends(2) { return .split(i, after + 2) }
    default: break
    }
    return .join(after)
  }

  // MARK: Full stops

  private mutating func fullStop(_ start: Int, _ i: Int) -> Inner {
    let after = i + 1
    let next = classAt(after)
    if next.isWord { return innerStop(start, i, next) }
    // The stop of a run belongs to the run: "etc...".
    if next == .stop, byte(after) == 0x2e { return .stop }
    if let kind = Abbreviation.of(text, start..<i) {
      if kind != .beforeNumber || numberFollows(after) { return .take(after) }
      return .stop
    }
    return .stop
  }

  private func numberFollows(_ i: Int) -> Bool {
    var j = i
    while j < end, j < i + 4, classAt(j) == .space { j += text.scalar(at: j).length }
    return j > i && (classAt(j) == .digit || byte(j) == UInt8(ascii: "#"))
  }

  /// A stop between word characters: decimals, dotted abbreviations, host and file names are one
  /// token; "end.Next" is two sentences without a space.
  private mutating func innerStop(_ start: Int, _ i: Int, _ next: CharacterClass) -> Inner {
    let after = i + 1
    let previous = text.scalar(before: i, floor: start)
    if next == .digit { return .join(after) }
    if previous.characterClass == .digit {
      return next == .upper && !allCapitals(after) ? .stop : .join(after)
    }
    // "U.S", "a.m": single letters around it.
    if !classAt(after + text.scalar(at: after).length).isWord { return .join(after) }
    if i - previous.length == start { return .join(after) }
    guard next == .upper else { return .join(after) }
    return previous.characterClass == .upper || hostSuffix(after) || isInMailbox(after)
      ? .join(after) : .stop
  }

  private func allCapitals(_ i: Int) -> Bool {
    classAt(i) == .upper && classAt(i + text.scalar(at: i).length) != .lower
  }

  private func hostSuffix(_ i: Int) -> Bool {
    (isASCII(i, "com") || isASCII(i, "org") || isASCII(i, "net") || isASCII(i, "gov"))
      && !classAt(i + 3).isWord
  }

  // MARK: Hyphens and slashes

  private mutating func hyphen(_ start: Int, _ i: Int) -> Inner {
    let after = i + 1
    let next = classAt(after)
    guard next.isWord else { return .stop }
    if isInMailbox(after) { return .join(after) }
    let previousIsDigit = digit(i - 1, from: start)
    if next == .digit {
      return previousIsDigit ? (isTelephone(start, i) ? .join(after) : .stop) : .stop
    }
    if previousIsDigit { return .stop }
    if start + 1 == i, text[start] | 0x20 == UInt8(ascii: "e") { return .join(after) }
    if let prefix = ShortWord(text, start..<i), Hyphenation.prefixes.contains(prefix) {
      return .join(after)
    }
    return .stop
  }

  /// Whether an "@" follows with only what may stand before one between.
  private func isInMailbox(_ i: Int) -> Bool {
    var j = i
    while j < end, j - i < 40 {
      switch text[j] {
      case UInt8(ascii: "@"): return Tokenizer.isASCIILetter(byte(j + 1))
      case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"): break
      default: guard CharacterClass.ascii(text[j]).isWord, text[j] < 0x80 else { return false }
      }
      j += 1
    }
    return false
  }

  /// 713-853-3989, 555-0100: groups of digits of which the last has four, or three groups.
  private func isTelephone(_ start: Int, _ i: Int) -> Bool {
    var groups = 1
    var j = start
    var lengths = (first: 0, last: 0)
    var run = 0
    while j < end {
      let byte = text[j]
      if CharacterClass.ascii(byte) == .digit, byte < 0x80 {
        run += 1
      } else if byte == UInt8(ascii: "-"), run > 0 {
        if groups == 1 { lengths.first = run }
        groups += 1
        run = 0
      } else {
        break
      }
      j += 1
      // Numbers people write are short.
      if j - start > 24 { return false }
    }
    lengths.last = run
    return groups >= 3 ? run > 0 : groups == 2 && lengths.first == 3 && lengths.last == 4
  }

  private mutating func slash(_ start: Int, _ i: Int) -> Inner {
    let after = i + 1
    let next = classAt(after)
    if digit(i - 1, from: start) { return next == .digit ? .join(after) : .stop }
    // w/ and w/o; l/c, b/c: one letter either side. and/or is three tokens.
    if i - start == 1 {
      if text[start] | 0x20 == UInt8(ascii: "w") {
        if next == .space { return .take(after) }
      }
      if next.isLetter, !classAt(after + 1).isWord, byte(after + 1) != UInt8(ascii: "/") {
        return .join(after)
      }
    }
    // host.tld/path
    if next.isWord, hasStop(start, i) { return .take(addressTail(after)) }
    return .stop
  }

  private func hasStop(_ start: Int, _ i: Int) -> Bool {
    guard i - start <= 253 else { return false }
    for j in start..<i where text[j] == UInt8(ascii: ".") { return true }
    return false
  }

  // MARK: Numbers with units

  /// Where "5km" or "7pm" comes apart; `nil` elsewhere. `i` is the first letter after the digits.
  private func unitStart(_ start: Int, _ i: Int) -> Int? {
    guard text[i - 1] < 0x80, CharacterClass.ascii(text[i - 1]) == .digit,
      CharacterClass.ascii(text[start]) == .digit
    else { return nil }
    var j = i
    while j < end, j - i <= 6, Tokenizer.isASCIILetter(text[j]) { j += 1 }
    guard !classAt(j).isWord, let unit = ShortWord(text, i..<j) else { return nil }
    if unit == Hyphenation.am || unit == Hyphenation.pm { return i }
    return Hyphenation.units.contains(unit) ? i : nil
  }

  // MARK: Addresses

  /// The end of a URL that starts at `start`, or `nil` where none does.
  private mutating func addressEnd(_ start: Int) -> Int? {
    switch text[start] | 0x20 {
    case UInt8(ascii: "h"):
      guard isASCII(start, "http://") || isASCII(start, "https://") else { return nil }
    case UInt8(ascii: "f"): guard isASCII(start, "ftp://") else { return nil }
    case UInt8(ascii: "w"): guard isASCII(start, "www.") else { return nil }
    case UInt8(ascii: "m"): guard isASCII(start, "mailto:") else { return nil }
    default: return nil
    }
    return addressTail(start)
  }

  /// Where the address that holds `i` ends: at white space, less closing punctuation.
  private mutating func addressTail(_ i: Int) -> Int {
    let stop = chunkEnd(i)
    var j = i
    var open = 0
    while j < stop {
      let scalar = text.scalar(at: j)
      if scalar.value == 0x3c || scalar.value == 0x3e || scalar.value == 0x22 { break }
      if scalar.characterClass == .openQuote || scalar.characterClass == .closeQuote { break }
      if scalar.value == 0x28 { open += 1 }
      if scalar.value == 0x29 {
        if open == 0 { break }
        open -= 1
      }
      if scalar.value == 0x5d { break }
      j += scalar.length
    }
    while j > i + 1 {
      switch text[j - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "*"):
        j -= 1
      default: return j
      }
    }
    return j
  }
}

private enum Hyphenation {
  /// Parts that do not stand alone as words: the treebanks keep them with what follows.
  static let prefixes = ShortWord.set(
    """
    anti arch co counter cross de e ex extra hyper infra inter intra macro mega meta micro mid \
    mini mono multi neo non pan para poly post pre pro proto pseudo psycho quasi re semi sub \
    super trans ultra un socio vice uh
    """)

  static let units = ShortWord.set(
    """
    km kms cm mm kg kgs mg ml lb lbs oz ft mph kph khz mhz ghz hz kb mb gb tb kw mw gw kwh mwh \
    hrs hr mins min sec secs yrs yr bn mln pm am m k
    """)
  static let am = ShortWord("am")
  static let pm = ShortWord("pm")
}
