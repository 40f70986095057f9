/// What opponents call a state: "the Zionist entity", "the Kyiv regime". Such a phrase is a mention of
/// the state by an epithet, with the sentence and so the speaker that it stands in; it is never looked
/// up and names nothing elsewhere.
extension Coreference {
  /// Takes in the noun behind the name of a people or a capital.
  mutating func resolveEpithets() {
    for m in mentions.indices {
      let noun = mentions[m].tokens.upperBound
      guard noun < words.count, Self.epithetNouns.contains(words[noun].key),
        words[noun].shape.contains(.small), noun + 1 == words.count || !isHead(noun + 1),
        let state = state(slightedBy: forms[forms.formOfMention[m]])
      else { continue }
      mentions[m].tokens = mentions[m].tokens.lowerBound..<noun + 1
      decided[m] = (entity(known: state), .epithet)
    }
  }

  /// "regime change" is no state.
  private func isHead(_ i: Int) -> Bool {
    words[i].shape.contains(.small) && words[i].classes.contains(.noun)
      && !words[i].classes.meets([.function, .verb])
  }

  private func state(slightedBy form: NameForm) -> KnownEntity? {
    guard form.institution == nil, form.type != .person else { return nil }
    if form.keys.count == 1, let name = Self.slighted[form.keys[0]] {
      return gazetteer.first(gazetteer.entry(of: name), .name)?.entity
    }
    return metonym(form)
  }

  private static let epithetNouns = PhraseHash.keys("regime entity junta")
  /// Peoples and movements whose "regime" is what some call a state.
  private static let slighted = Dictionary(
    uniqueKeysWithValues: [
      ("zionist", "Israel"), ("chavista", "Venezuela"), ("bolivarian", "Venezuela"),
      ("sandinista", "Nicaragua"), ("castroist", "Cuba"), ("castrist", "Cuba"),
      ("khomeinist", "Iran"), ("juche", "North Korea"),
    ].map { (PhraseHash.key($0.0), $0.1) })
}
