/// What is known of a person beyond the name: for descriptions and pronouns.
struct PersonTraits {
  enum Gender { case open, male, female }

  /// An office and the state or body it is of ("president" of an entity).
  struct Office: Equatable {
    var title: UInt64
    var owner: Int?

    /// Whether its holder may be called so: “the leader” is a president or a king too.
    func isCalled(_ noun: UInt64) -> Bool {
      title == noun || noun == DescriptionWords.counterpart
        || noun == DescriptionWords.leader && DescriptionWords.leaderTitles.contains(title)
    }
  }

  var gender = Gender.open
  var offices: [Office] = []
}

/// Learns the gender and offices of an article's people from the titles and first names they are
/// given.
struct PersonTraitReader {
  let names: NamesByPlace
  private(set) var traits: [PersonTraits]

  init(_ names: NamesByPlace) {
    self.names = names
    traits = Array(repeating: PersonTraits(), count: names.entities.count)
    for mention in names.mentions where names.entities[mention.entity].type == .person {
      learn(mention)
    }
  }

  /// Notes an office told elsewhere; of one person at most eight.
  mutating func learn(_ office: PersonTraits.Office, of person: Int) {
    if !traits[person].offices.contains(office), traits[person].offices.count < 8 {
      traits[person].offices.append(office)
    }
  }

  private mutating func learn(_ mention: ResolvedMention) {
    let words = names.words
    let start = mention.tokens.lowerBound
    let floor = Int(names.sentences[mention.sentence].tokens.lowerBound)
    let first = words[start].classes
    if mention.tokens.count > 1, first.meets(.firstName), traits[mention.entity].gender == .open {
      if !first.contains(.femaleName) { traits[mention.entity].gender = .male }
      if !first.contains(.maleName) { traits[mention.entity].gender = .female }
    }
    guard let title = title(endingAt: start, floor: floor) else { return }
    for i in title..<start {
      if DescriptionWords.male.contains(words[i].key) { traits[mention.entity].gender = .male }
      if DescriptionWords.female.contains(words[i].key) { traits[mention.entity].gender = .female }
    }
    learn(
      PersonTraits.Office(title: words[title].phraseKey, owner: names.owner(before: title)),
      of: mention.entity)
  }

  /// Where the title that ends right before `stop` begins.
  private func title(endingAt stop: Int, floor: Int) -> Int? {
    let words = names.words
    for i in stride(from: max(floor, stop - 4), to: stop, by: 1)
    where words[i].phraseClasses.meets([.title, .role]) {
      if i + max(1, Int(words[i].phraseLength)) == stop { return i }
    }
    return nil
  }
}
