/// Whether a capital's name stands for the city or for the government that sits there.
struct CapitalSense {
  let words: WordTable

  enum Sense { case city, government, open }

  /// What the words around `mention` say.
  func sense(_ mention: Range<Int>, in sentence: Range<Int>) -> Sense {
    let government = governmentBefore(mention, sentence) + governmentAfter(mention, sentence)
    let city = cityBefore(mention, sentence) + cityAfter(mention, sentence)
    return government > city ? .government : city > government ? .city : .open
  }

  private func word(_ i: Int, _ sentence: Range<Int>) -> WordTable.Word? {
    sentence.contains(i) ? words[i] : nil
  }

  private func isCapital(_ i: Int, _ sentence: Range<Int>) -> Bool {
    word(i, sentence)?.phraseClasses.meets([.city, .country]) ?? false
  }

  private func has(_ classes: ClassSet, in range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    range.clamped(to: sentence).contains {
      words[$0].shape.meets([.small, .opening]) && words[$0].classes.meets(classes)
    }
  }

  private func governmentBefore(_ m: Range<Int>, _ s: Range<Int>) -> Int {
    guard let before = word(m.lowerBound - 1, s) else { return 0 }
    let i = m.lowerBound - 1
    if before.shape.contains(.small), before.classes.contains(.stateVerb) { return 2 }
    if Self.dealing.contains(before.key) {
      return has([.stateNoun, .stateVerb], in: (i - 4)..<i, s)
        ? 2 : before.key == Self.between ? 1 : 0
    }
    // "between Moscow and Tehran", "Moscow and Tehran signed".
    if before.key == NameFinder.and, isCapital(i - 1, s) {
      if let far = word(i - 2, s), far.key == Self.between {
        return has([.stateNoun, .stateVerb], in: (i - 6)..<(i - 2), s) ? 2 : 1
      }
      return 0
    }
    return 0
  }

  private func governmentAfter(_ m: Range<Int>, _ s: Range<Int>) -> Int {
    var i = m.upperBound
    if word(i, s)?.key == NameFinder.and, isCapital(i + 1, s) { i += 2 }
    guard let after = word(i, s) else { return 0 }
    if after.shape.contains(.possessive) {
      return has([.stateNoun], in: (i + 1)..<(i + 4), s) ? 2 : 0
    }
    var k = i
    while k < i + 3, let next = word(k, s), Self.auxiliaries.contains(next.key) { k += 1 }
    guard let verb = word(k, s), verb.shape.contains(.small) else { return 0 }
    return verb.classes.contains(.stateVerb) ? 2 : 0
  }

  private func cityBefore(_ m: Range<Int>, _ s: Range<Int>) -> Int {
    let i = m.lowerBound - 1
    guard let before = word(i, s) else { return 0 }
    if Self.inside.contains(before.key) { return 3 }
    if before.classes.contains(.direction) { return 3 }
    if before.key == Self.from || before.key == Self.to {
      return has([], in: i..<i, s) || moves((i - 4)..<i, s) ? 3 : before.key == Self.from ? 1 : 0
    }
    if before.key == NameFinder.of, let head = word(i - 1, s),
      head.classes.contains(.placeWord) || Self.cityNouns.contains(head.key)
    {
      return 3
    }
    return Self.motion.contains(before.key) ? 2 : 0
  }

  private func cityAfter(_ m: Range<Int>, _ s: Range<Int>) -> Int {
    let i = m.upperBound
    guard let after = word(i, s) else { return 0 }
    if after.mark == UInt8(ascii: ","), let next = word(i + 1, s),
      next.shape.contains(.capital), next.phraseClasses.meets([.country, .region])
    {
      return 3
    }
    if after.mark == UInt8(ascii: "-") { return 2 }
    let noun = after.shape.contains(.possessive) ? word(i + 1, s) : after
    guard let noun, noun.classes.contains(.placeWord) || Self.cityNouns.contains(noun.key) else {
      return 0
    }
    return 3
  }

  private func moves(_ range: Range<Int>, _ s: Range<Int>) -> Bool {
    range.clamped(to: s).contains { Self.motion.contains(words[$0].key) }
  }

  private static let between = PhraseHash.key("between")
  private static let from = PhraseHash.key("from")
  private static let to = PhraseHash.key("to")
  private static let dealing = PhraseHash.keys(
    "between with against for by to from of on toward towards")
  private static let inside = PhraseHash.keys(
    "in at near outside around across into throughout over inside via")
  private static let auxiliaries = PhraseHash.keys(
    "has have had will would is was are were could may might should must also not never repeatedly "
      + "reportedly since then now previously initially officially formally again strongly")
  private static let motion = PhraseHash.keys(
    "visit visited visiting visits travel traveled travelled travelling traveling travels flew fly "
      + "flown flying flight went go going gone arrive arrived arriving arrives return returned "
      + "returning left leave leaving reached reach trip journey moved move drove drive driving "
      + "headed heading train tour marched invited relocated evacuated")
  private static let cityNouns = PhraseHash.keys(
    "city capital mayor streets outskirts suburb suburbs airport resident residents police "
      + "neighborhood neighbourhood district center centre hospital residence metro subway hotel "
      + "restaurant hotels court university university's theater theatre museum home born native "
      + "apartment marathon underground town borough bureau")
}
