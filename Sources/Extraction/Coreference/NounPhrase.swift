/// A noun phrase that may describe something named: “the Peruvian president”, “the company”.
struct NounPhrase {
  /// What its head says it is.
  enum Kind { case leaders, states, people, capital, person, body, state, region, city, named }

  /// From its article, pronoun or possessive mark on.
  var tokens: Range<Int>
  var head: Int
  /// Of the head, all its words together.
  var key: UInt64
  var kind: Kind
  /// Of the adjective in it.
  var state: Int?
  /// “two”, “both”.
  var isPlural: Bool
  /// Index into `Analysis.sentences`.
  var sentence: Int

  var opener: Int { tokens.lowerBound }
}

/// Reads noun phrases that may describe something named.
struct NounPhraseReader {
  let words: WordTable
  let names: NamesByPlace
  /// “The lake” may be Lake Ontario.
  private let headsOfNames: Set<UInt64>

  init(_ names: NamesByPlace) {
    self.names = names
    words = names.words
    headsOfNames = names.entities.indices.reduce(into: []) { heads, entity in
      if names.entities[entity].type != .person { heads.formUnion(names.heads[entity]) }
    }
  }

  /// The phrase that opens at `i`, where it is whole and points back.
  func phrase(at i: Int, before end: Int, in sentence: Int) -> NounPhrase? {
    var k = i + 1
    var state: Int?
    var isPlural = words[i].key == DescriptionWords.both
    var steps = 0
    while k < end, steps < 5, headLength(k, before: end) == nil {
      if let name = names[k], name.kind == .demonym || name.kind == .abbreviation {
        state = name.entity
        k = name.tokens.upperBound
      } else if words[k].key == DescriptionWords.two {
        isPlural = true
        k += 1
      } else if !DescriptionWords.choosing.contains(words[k].key), isModifier(k) {
        k += 1
      } else {
        return nil
      }
      steps += 1
    }
    guard k < end, let length = headLength(k, before: end) else { return nil }
    let stop = k + length
    guard endsThere(stop, before: end) else { return nil }
    let isOwner = stop < end && words[stop].shape.contains(.possessive)
    // "is the president" says what someone is and points back to nobody.
    if i > 0, DescriptionWords.copulas.contains(words[i - 1].key), !isOwner { return nil }
    let key = length == 1 ? words[k].key : words[k].phraseKey
    return NounPhrase(
      tokens: i..<stop, head: k, key: key, kind: kind(of: key, at: k), state: state,
      isPlural: isPlural, sentence: sentence)
  }

  private func kind(of key: UInt64, at k: Int) -> NounPhrase.Kind {
    if let kind = DescriptionWords.kinds[key] { return kind }
    let classes = words[k].phraseClasses
    if classes.meets([.title, .role]) { return .person }
    return classes.contains(.institution) ? .body : .named
  }

  /// Tokens of a head noun at `k`: an office, a role, a word for bodies and places, or one that a
  /// name of the article begins or ends with.
  func headLength(_ k: Int, before end: Int) -> Int? {
    let word = words[k]
    let length = max(1, Int(word.phraseLength))
    // "the President": an office is one with a capital too, where no name follows.
    let isOffice =
      word.shape.contains(.capital) && word.phraseClasses.contains(.title) && names[k] == nil
      && (k + length >= end || !words[k + length].shape.contains(.capital))
    guard word.shape.contains(.small) || isOffice else { return nil }
    if length > 1, k + length <= end, word.phraseClasses.meets([.title, .role, .institution]) {
      return length
    }
    let kind = DescriptionWords.kinds[word.key]
    if kind == .leaders || kind == .states { return 1 }
    let isNamed = headsOfNames.contains(word.key) && word.classes.contains(.noun)
    guard kind != nil || isNamed || word.classes.meets([.title, .role]) else { return nil }
    // "the party leader": the last noun is the head.
    if k + 1 < end, words[k + 1].shape.contains(.small),
      words[k + 1].classes.meets([.title, .role])
        || DescriptionWords.kinds[words[k + 1].key] == .body
        || isNamed && headsOfNames.contains(words[k + 1].key)
    {
      return nil
    }
    return 1
  }

  func isModifier(_ k: Int) -> Bool {
    let word = words[k]
    if word.mark == UInt8(ascii: "-") { return true }
    return word.shape.contains(.small) && !word.classes.contains(.function)
      && word.classes.meets([.modifier, .noun])
  }

  /// The phrase is whole: no noun follows that would be its head.
  func endsThere(_ i: Int, before end: Int) -> Bool {
    guard i < end else { return true }
    let word = words[i]
    if word.mark == UInt8(ascii: "-") || word.shape.contains(.capital) { return false }
    if word.shape.contains(.possessive) || !word.shape.contains(.small) { return true }
    return word.classes.contains(.function) || !word.classes.contains(.noun)
      || word.classes.contains(.verb)
  }
}
