/// Ties descriptions to the entities of their article: “the Peruvian president”, “the ministry”,
/// “the two leaders”, “his predecessor, Omar Diallo”. What fits nobody well stays untied.
///
/// Where the words beside a description say whom it means, rules tie it; which person or place a
/// phrase with “the” or “this” means else, `AntecedentRanker` says; for bodies, of which GUM has too few
/// to fit weights, there are rules.
///
/// - Complexity: linear in tokens; the names looked at for one description are bounded.
struct DescriptionFinder {
  let words: WordTable
  let names: NamesByPlace
  private let reader: NounPhraseReader
  private var traitReader: PersonTraitReader
  private(set) var found: [ResolvedMention] = []
  /// What each description that no rule ties was chosen from, for training.
  private(set) var choices: [AntecedentChoice] = []
  /// Where descriptions behind a name begin: they are not read a second time.
  private var describedFrom: Set<Int> = []
  /// The capital of a state, where the article names both.
  private let capitalOf: [Int: Int]
  /// Bodies that are no traders by any of their names: ministries, commissions, courts.
  private let offices: Set<Int>
  /// Names of each entity in the whole article.
  private let counts: [Int]

  var traits: [PersonTraits] { traitReader.traits }

  init(_ names: NamesByPlace, capitalOf: [Int: Int]) {
    self.names = names
    self.capitalOf = capitalOf
    words = names.words
    reader = NounPhraseReader(names)
    traitReader = PersonTraitReader(names)
    offices = Set(
      names.mentions.filter { mention in
        let last = names.words[mention.tokens.upperBound - 1]
        return last.classes.contains(.organizationWord)
          && !DescriptionWords.firms.contains(last.key)
          && DescriptionWords.kindOf[last.key] != DescriptionWords.company
      }.map(\.entity))
    counts = names.mentions.reduce(into: Array(repeating: 0, count: names.entities.count)) {
      $0[$1.entity] += 1
    }
  }

  mutating func run() {
    for mention in names.mentions
    where names.type(of: mention) == .person && names.sentences[mention.sentence].zone == .body {
      describeBehind(mention)
    }
    for (s, sentence) in names.sentences.enumerated() where sentence.zone == .body {
      let end = Int(sentence.tokens.upperBound)
      for i in Int(sentence.tokens.lowerBound)..<end where !describedFrom.contains(i) {
        let isOpener = DescriptionWords.openers.contains(words[i].key)
        guard isOpener || words[i].shape.contains(.possessive),
          !describeByAge(from: i, before: end, in: s),
          let phrase = reader.phrase(at: i, before: end, in: s)
        else { continue }
        resolve(phrase, before: end)
      }
    }
    found.sort(by: ResolvedMention.precedes)
  }

  mutating func add(_ tokens: Range<Int>, _ s: Int, _ entity: Int, _ confidence: Float) {
    found.append(
      ResolvedMention(
        tokens: tokens, sentence: s, entity: entity, kind: .description, confidence: confidence))
  }

  // MARK: Resolving

  private mutating func resolve(_ phrase: NounPhrase, before end: Int) {
    let isDefinite = DescriptionWords.definite.contains(words[phrase.opener].key)
    if phrase.isPlural || phrase.kind == .leaders {
      if isDefinite, nameBehind(phrase, before: end) == nil { resolvePair(phrase) }
      return
    }
    switch phrase.kind {
    // "the officers", "the member states", "the report states".
    case .leaders, .people, .states: return
    case .capital: resolveCapital(phrase)
    case .person, .body, .state, .region, .city, .named:
      if let entity = apposed(phrase, before: end) {
        add(withOwner(phrase), phrase.sentence, entity, 0.9)
      } else if isDefinite {
        if phrase.kind == .body {
          resolveBody(phrase, before: end)
        } else {
          choose(phrase, before: end)
        }
      }
    }
  }

  /// Whoever holds the office of the state or body that is named with it; else the likeliest of all
  /// that the phrase may mean, where it is likely enough.
  private mutating func choose(_ phrase: NounPhrase, before end: Int) {
    let choice = DescriptionFeatureReader(names: names, traits: traits, counts: counts)
      .choice(phrase)
    guard !choice.candidates.isEmpty else { return }
    if let (owner, tokens) = owner(of: phrase, before: end) {
      let people = choice.candidates.map(\.entity)
      let holder = onlyHolder(of: phrase.key, owner, among: people)
      if let holder { add(tokens, phrase.sentence, holder, 0.85) }
    } else if phrase.state == nil, isBare(phrase), !isToldApart(phrase, before: end) {
      choices.append(choice)
      if let state = onlyState(phrase) {
        add(phrase.tokens, phrase.sentence, state, 0.85)
      } else if let best = AntecedentRanker.descriptions.best(of: choice) {
        add(phrase.tokens, phrase.sentence, best.entity, best.probability)
      }
    }
  }

  /// Of an office, the state or body it is of, and the phrase with it: “the Peruvian president”, “the
  /// mayor of Lima”.
  private func owner(
    of phrase: NounPhrase, before end: Int
  ) -> (owner: Int, tokens: Range<Int>)? {
    guard phrase.kind == .person else { return nil }
    guard let name = nameBehind(phrase, before: end) else {
      return phrase.state.map { ($0, phrase.tokens) }
    }
    guard phrase.state == nil, names[name.tokens.upperBound] == nil else { return nil }
    return (name.entity, phrase.tokens.lowerBound..<name.tokens.upperBound)
  }

  /// The name in “of (the) …” behind a phrase.
  private func nameBehind(_ phrase: NounPhrase, before end: Int) -> ResolvedMention? {
    let of = phrase.tokens.upperBound
    guard of + 1 < end, words[of].key == NameFinder.of else { return nil }
    return names[words.pastArticle(of + 1)]
  }

  /// "the school of a friend", "the party with most seats": by what follows.
  private func isToldApart(_ phrase: NounPhrase, before end: Int) -> Bool {
    let next = phrase.tokens.upperBound
    return next < end
      && (DescriptionWords.restricting.contains(words[next].key) || names[next] != nil)
  }

  /// "the focal country" is told apart by what stands between; "the oil-rich country" is not.
  private func isBare(_ phrase: NounPhrase) -> Bool {
    phrase.kind == .person || phrase.head == phrase.opener + 1
      || (phrase.opener..<phrase.head).contains { words[$0].mark == UInt8(ascii: "-") }
  }

  // MARK: Rules

  /// “the Peruvian president”: the only one who was given that office of that state or body.
  private func onlyHolder(of title: UInt64, _ owner: Int, among people: [Int]) -> Int? {
    let holders = people.filter { person in
      traits[person].offices.contains { $0.owner == owner && $0.isCalled(title) }
    }
    return holders.count == 1 ? holders[0] : nil
  }

  /// “the country”: the only state of this sentence so far, or of the one before.
  private func onlyState(_ phrase: NounPhrase) -> Int? {
    guard phrase.kind == .state else { return nil }
    let states = names.recent(before: phrase.opener).filter {
      [.country, .territory].contains(names.entities[$0.entity].subtype)
    }
    for back in 0...1 {
      let near = Set(states.filter { $0.sentence == phrase.sentence - back }.map(\.entity))
      if let state = near.first { return near.count == 1 ? state : nil }
    }
    return nil
  }

  /// “the ministry”: the only body named lately whose name or kind says so; “the company”: else
  /// the only body of this sentence so far, or of the one before.
  private mutating func resolveBody(_ phrase: NounPhrase, before end: Int) {
    guard phrase.state == nil, !isToldApart(phrase, before: end) else { return }
    let bodies = names.recent(before: phrase.opener).filter { names.type(of: $0) == .organization }
    let alike = Set(
      bodies.filter { mention in
        let last = words[mention.tokens.upperBound - 1].key
        return last == phrase.key || DescriptionWords.kindOf[last] == phrase.key
      }.map(\.entity))
    if alike.count == 1, let body = alike.first {
      return add(phrase.tokens, phrase.sentence, body, 0.75)
    }
    guard alike.isEmpty, DescriptionWords.firms.contains(phrase.key) else { return }
    for back in 0...1 {
      let near = Set(
        bodies.filter {
          $0.sentence == phrase.sentence - back && !offices.contains($0.entity)
        }.map(\.entity))
      if near.count > 1 { return }
      if let body = near.first { return add(phrase.tokens, phrase.sentence, body, 0.65) }
    }
  }

  /// “his predecessor, Omar Diallo”: the name behind the comma.
  private func apposed(_ phrase: NounPhrase, before end: Int) -> Int? {
    let comma = phrase.tokens.upperBound
    guard comma + 1 < end, words[comma].mark == UInt8(ascii: ","),
      words[phrase.head].phraseClasses.meets([.title, .role]),
      let name = names[comma + 1], names.type(of: name) == .person
    else { return nil }
    // "…, Anna Ojwang and Omar Diallo said" is a list, not an apposition.
    let after = name.tokens.upperBound
    return after < end && words[after].key == NameFinder.and ? nil : name.entity
  }

  /// “Anna Ojwang’s mother” with her name; a description does not begin with the mark.
  private func withOwner(_ phrase: NounPhrase) -> Range<Int> {
    guard words[phrase.opener].shape.contains(.possessive) else { return phrase.tokens }
    for start in stride(from: phrase.opener - 1, through: max(0, phrase.opener - 6), by: -1)
    where names[start]?.tokens.upperBound == phrase.opener {
      return start..<phrase.tokens.upperBound
    }
    return phrase.opener + 1..<phrase.tokens.upperBound
  }

  /// “Anna Ojwang, the mayor of Lima, said”: what stands between the commas.
  private mutating func describeBehind(_ mention: ResolvedMention) {
    let end = Int(names.sentences[mention.sentence].tokens.upperBound)
    let comma = mention.tokens.upperBound
    guard comma + 1 < end, words[comma].mark == UInt8(ascii: ","),
      let office = officeBehind(comma + 1, before: end)
    else { return }
    describedFrom.insert(comma + 1)
    add(office.tokens, mention.sentence, mention.entity, 0.85)
    traitReader.learn(office.office, of: mention.entity)
  }

  /// An office from `start` to the next comma or the end, with the state or body it is of.
  private func officeBehind(
    _ start: Int, before end: Int
  ) -> (tokens: Range<Int>, office: PersonTraits.Office)? {
    var k = start
    var owner: Int?
    if DescriptionWords.articles.contains(words[k].key) { k += 1 }
    for _ in 0..<6 where k < end && reader.headLength(k, before: end) == nil {
      if let name = names[k] {
        let isPerson = names.type(of: name) == .person
        guard !isPerson || names.isOwner(name, before: end) else { return nil }
        if !isPerson { owner = name.entity }
        k = name.tokens.upperBound
      } else if reader.isModifier(k) || words[k].shape.contains(.possessive) {
        k += 1
      } else {
        return nil
      }
    }
    guard k < end, let length = reader.headLength(k, before: end),
      words[k].phraseClasses.meets([.title, .role]), k + length < end
    else { return nil }
    var stop = k + length
    if DescriptionWords.extending.contains(words[stop].key) {
      if words[stop].key == NameFinder.of, let name = names[stop + 1] { owner = name.entity }
      let limit = min(end, stop + 16)
      while stop < limit, words[stop].mark != UInt8(ascii: ","), !Self.isQuote(words[stop].mark) {
        stop += 1
      }
    }
    guard stop < end, words[stop].mark == UInt8(ascii: ",") || stop == end - 1 else { return nil }
    let title = length == 1 ? words[k].key : words[k].phraseKey
    return (start..<stop, PersonTraits.Office(title: title, owner: owner))
  }

  private static func isQuote(_ mark: UInt8) -> Bool {
    mark == UInt8(ascii: "\"") || mark == 0x9c || mark == 0x9d
  }

  /// “The 45-year-old”: the only person of this sentence so far, or of the one before.
  private mutating func describeByAge(from i: Int, before end: Int, in s: Int) -> Bool {
    guard i + 5 < end, words[i].key == NameFinder.the, words[i + 1].shape.contains(.digit),
      words[i + 3].key == DescriptionWords.year, words[i + 5].key == DescriptionWords.old
    else { return false }
    guard reader.endsThere(i + 6, before: end) else { return true }
    let people = names.recent(before: i).filter { names.type(of: $0) == .person }
    for back in 0...1 {
      let here = Set(people.filter { $0.sentence == s - back }.map(\.entity))
      guard let person = here.first else { continue }
      if here.count == 1 { add(i..<i + 6, s, person, 0.75) }
      break
    }
    return true
  }

  /// “Peru’s capital”, “the Peruvian capital”, when the city is named too.
  private mutating func resolveCapital(_ phrase: NounPhrase) {
    var tokens = phrase.tokens
    var state = phrase.state
    if words[phrase.opener].shape.contains(.possessive),
      let owner = names.owner(before: phrase.opener)
    {
      state = owner
      while tokens.lowerBound > 0, names[tokens.lowerBound]?.entity != owner {
        tokens = tokens.lowerBound - 1..<tokens.upperBound
        if phrase.opener - tokens.lowerBound > 4 { return }
      }
    }
    guard let state, let city = capitalOf[state] else { return }
    add(tokens, phrase.sentence, city, 0.85)
  }

  // MARK: Pairs

  /// “the two leaders”, “both nations”: the last two of that kind, when there are just two.
  private mutating func resolvePair(_ phrase: NounPhrase) {
    guard phrase.kind == .states || phrase.kind == .leaders else { return }
    var pair: [Int] = []
    for mention in names.recent(before: phrase.opener).reversed()
    where phrase.sentence - mention.sentence <= 3 && !pair.contains(mention.entity) {
      if phrase.kind == .states ? isState(mention, beside: phrase) : isLeader(mention.entity) {
        pair.append(mention.entity)
      }
      if pair.count == 2 { break }
    }
    if pair.count < 2, phrase.kind == .leaders { pair = leadersOfArticle(before: phrase.opener) }
    guard pair.count == 2 else { return }
    for entity in pair.sorted() { add(phrase.tokens, phrase.sentence, entity, 0.7) }
  }

  private func isState(_ mention: ResolvedMention, beside phrase: NounPhrase) -> Bool {
    names.entities[mention.entity].subtype == .country && mention.kind != .demonym
      && !(mention.sentence == phrase.sentence && names.isOwner(mention, before: words.count))
  }

  private func isLeader(_ entity: Int) -> Bool {
    traits[entity].offices.contains { DescriptionWords.leaderTitles.contains($0.title) }
  }

  /// All people so far whose title makes them leaders, when they are two.
  private func leadersOfArticle(before token: Int) -> [Int] {
    var leaders: [Int] = []
    for mention in names.recent(before: token) where !leaders.contains(mention.entity) {
      if isLeader(mention.entity) { leaders.append(mention.entity) }
    }
    return leaders.count == 2 ? leaders : []
  }
}
