/// Rules for "it" and "its": bodies and states.
extension PronounFinder {
  func body(at i: Int, in s: Int) -> (entity: Int, probability: Float)? {
    if isEmptySubject(i, in: s) { return nil }
    if words[i].key != Self.its {
      if isSpoken(i + 1) { return lastSpeaker(before: i, in: s).map { ($0, 0.65) } }
      if let speaker = speaker(thatSays: i, in: s) { return (speaker, 0.75) }
      return words[i].shape.contains(.opening) ? lastSubject(before: s).map { ($0, 0.6) } : nil
    }
    let here = candidates(.it, in: s, before: i)
    if here.isEmpty { return announced(i, in: s).map { ($0, 0.6) } }
    // "Norland and its neighbours", "to Norland for its war".
    if let last = here.last, last.tokens.upperBound == i - 1, words[i - 1].key != 0 {
      return (last.entity, 0.7)
    }
    // What stands behind a preposition else seldom owns anything.
    return here.first { !isBound($0) }.map { ($0.entity, sole(here) == nil ? 0.55 : 0.75) }
  }

  /// "The ministry said (that) it …": who said.
  private func speaker(thatSays i: Int, in s: Int) -> Int? {
    var verb = i - 1
    if verb >= 0, words[verb].key == Self.that { verb -= 1 }
    guard verb > 0, isSpoken(verb) else { return nil }
    return candidates(.it, in: s, before: verb).last { verb - $0.tokens.upperBound <= 2 }?.entity
  }

  /// The only body or state of the sentence before, when that sentence begins with it.
  private func lastSubject(before s: Int) -> Int? {
    guard let previous = previousSentence(s) else { return nil }
    let mentions = candidates(.it, in: previous, before: Int.max)
    guard let first = mentions.first, let only = sole(mentions), !isBound(first),
      first.tokens.lowerBound - Int(sentences[previous].tokens.lowerBound) <= 2
    else { return nil }
    return only
  }

  /// The body or state that spoke last, in this sentence or the three before.
  private func lastSpeaker(before i: Int, in s: Int) -> Int? {
    var sentence: Int? = s
    for back in 0..<4 {
      guard let at = sentence else { return nil }
      let mentions = candidates(.it, in: at, before: back == 0 ? i : Int.max)
      if let speaker = mentions.last(where: { isSpeaker($0) || $0.kind == .pronoun }) {
        return speaker.entity
      }
      if words[i].shape.contains(.opening), back == 1, let entity = sole(mentions) { return entity }
      sentence = previousSentence(at)
    }
    return nil
  }

  func sole(_ mentions: [ResolvedMention]) -> Int? {
    guard let first = mentions.first, mentions.allSatisfy({ $0.entity == first.entity }) else {
      return nil
    }
    return first.entity
  }

  /// "it is likely that", "it was clear": nothing is meant.
  private func isEmptySubject(_ i: Int, in s: Int) -> Bool {
    guard words[i].key == Self.it, i + 1 < Int(sentences[s].tokens.upperBound) else { return false }
    let next = words[i + 1]
    return Self.beings.contains(next.key) || next.shape.contains(.possessive)
  }

  /// "Since its founding, the Bank has …": the subject comes behind the comma.
  private func announced(_ i: Int, in s: Int) -> Int? {
    guard words[i].key == Self.its,
      Self.prepositions.contains(words[Int(sentences[s].tokens.lowerBound)].key)
    else { return nil }
    for mention in mentionsOf[s] where mention.tokens.lowerBound > i {
      var before = mention.tokens.lowerBound - 1
      if words[before].key == NameFinder.the { before -= 1 }
      guard before > i, words[before].mark == UInt8(ascii: ",") else { continue }
      return Pronoun.it.mayMean(mention, entities, traits) ? mention.entity : nil
    }
    return nil
  }

  private static let it = PhraseHash.key("it")
  private static let its = PhraseHash.key("its")
  private static let that = PhraseHash.key("that")
  private static let beings = PhraseHash.keys(
    "is was be been seems appears took takes will would may might could becomes became remains")
}
