internal import Formats

/// Ties descriptions to the entities of their article: “the Peruvian president”, “the ministry”,
/// “the two leaders”, “his predecessor, Omar Diallo”. What fits nobody, or two alike, stays untied.
///
/// - Complexity: linear in tokens; the people and mentions looked at for one description are
///   bounded by `window`.
struct DescriptionFinder {
  let words: WordTable
  let sentences: [Sentence]
  let entities: [ArticleEntity]
  /// Names, in text order.
  let named: [ResolvedMention]
  private(set) var traits: [PersonTraits]
  private(set) var found: [ResolvedMention] = []
  /// Where descriptions behind a name begin: they are not read a second time.
  private var describedFrom: Set<Int> = []
  /// The capital of a state, where the article names both.
  private let capitalOf: [Int: Int]
  /// The first name that starts at a token.
  private var nameAt: [Int: Int] = [:]
  /// Names of so many mentions back are looked at.
  private let window = 40
  /// Bodies that are no traders by any of their names: ministries, commissions, courts.
  private let offices: Set<Int>

  init(
    _ words: WordTable, _ sentences: [Sentence], _ entities: [ArticleEntity],
    _ named: [ResolvedMention], capitalOf: [Int: Int]
  ) {
    self.capitalOf = capitalOf
    self.words = words
    self.sentences = sentences
    self.entities = entities
    self.named = named
    traits = Array(repeating: PersonTraits(), count: entities.count)
    offices = Set(
      named.filter { mention in
        let last = words[mention.tokens.upperBound - 1]
        return last.classes.contains(.organizationWord) && !Self.companyNouns.contains(last.key)
          && Self.kindOf[last.key] != Self.company
      }.map(\.entity))
    for (m, mention) in named.enumerated() where nameAt[mention.tokens.lowerBound] == nil {
      nameAt[mention.tokens.lowerBound] = m
    }
    for mention in named where entities[mention.entity].type == .person { learn(mention) }
  }

  // MARK: Traits

  private mutating func learn(_ mention: ResolvedMention) {
    let start = mention.tokens.lowerBound
    let floor = Int(sentences[mention.sentence].tokens.lowerBound)
    let first = words[start].classes
    if mention.tokens.count > 1, first.meets(.firstName), traits[mention.entity].gender == .open {
      if !first.contains(.femaleName) { traits[mention.entity].gender = .male }
      if !first.contains(.maleName) { traits[mention.entity].gender = .female }
    }
    guard let title = title(endingAt: start, floor: floor) else { return }
    for i in title..<start {
      if Self.maleWords.contains(words[i].key) { traits[mention.entity].gender = .male }
      if Self.femaleWords.contains(words[i].key) { traits[mention.entity].gender = .female }
    }
    learn(
      PersonTraits.Office(title: words[title].phraseKey, owner: owner(before: title)),
      of: mention.entity)
  }

  private mutating func learn(_ office: PersonTraits.Office, of person: Int) {
    if !traits[person].offices.contains(office), traits[person].offices.count < 8 {
      traits[person].offices.append(office)
    }
  }

  /// Where the title that ends right before `stop` begins.
  private func title(endingAt stop: Int, floor: Int) -> Int? {
    for i in stride(from: max(floor, stop - 4), to: stop, by: 1)
    where words[i].phraseClasses.meets([.title, .role]) {
      if i + max(1, Int(words[i].phraseLength)) == stop { return i }
    }
    return nil
  }

  /// The entity whose name or adjective stands right before a title.
  private func owner(before title: Int) -> Int? {
    var end = title
    if end > 0, words[end - 1].shape.contains(.possessive) { end -= 1 }
    for length in 1...4 where end - length >= 0 {
      if let m = nameAt[end - length], let mention = ending(at: end, from: m) {
        return entities[mention.entity].type == .person ? nil : mention.entity
      }
    }
    return nil
  }

  private func ending(at end: Int, from m: Int) -> ResolvedMention? {
    let start = named[m].tokens.lowerBound
    for mention in named[m...].prefix(3)
    where mention.tokens.lowerBound == start && mention.tokens.upperBound == end {
      return mention
    }
    return nil
  }

  // MARK: Finding

  mutating func run() {
    for mention in named
    where entities[mention.entity].type == .person && sentences[mention.sentence].zone == .body {
      describeBehind(mention)
    }
    for (s, sentence) in sentences.enumerated() where sentence.zone == .body {
      let end = Int(sentence.tokens.upperBound)
      var i = Int(sentence.tokens.lowerBound)
      while i < end {
        let key = words[i].key
        if describedFrom.contains(i) {
          i += 1
          continue
        }
        if Self.openers.contains(key) || words[i].shape.contains(.possessive) {
          describe(from: i, before: end, in: s)
        }
        i += 1
      }
    }
    found.sort(by: ResolvedMention.precedes)
  }

  /// “Anna Ojwang, the mayor of Lima, said”: what stands between the commas.
  private mutating func describeBehind(_ mention: ResolvedMention) {
    let end = Int(sentences[mention.sentence].tokens.upperBound)
    let comma = mention.tokens.upperBound
    guard comma + 1 < end, words[comma].mark == UInt8(ascii: ",") else { return }
    var k = comma + 1
    var owner: Int?
    if Self.articles.contains(words[k].key) { k += 1 }
    for _ in 0..<6 where k < end && headLength(k, before: end) == nil {
      if let m = nameAt[k], entities[named[m].entity].type != .person || isOwner(named[m], end) {
        if entities[named[m].entity].type != .person { owner = named[m].entity }
        k = named[m].tokens.upperBound
      } else if isModifier(k) || words[k].shape.contains(.possessive) {
        k += 1
      } else {
        return
      }
    }
    guard k < end, let length = headLength(k, before: end),
      words[k].phraseClasses.meets([.title, .role])
    else { return }
    var stop = k + length
    guard stop < end else { return }
    if Self.extending.contains(words[stop].key) {
      if let m = nameAt[stop + 1], words[stop].key == NameFinder.of { owner = named[m].entity }
      let limit = min(end, stop + 16)
      while stop < limit, words[stop].mark != UInt8(ascii: ","), !Self.isQuote(words[stop].mark) {
        stop += 1
      }
    }
    let isClosed = stop < end && (words[stop].mark == UInt8(ascii: ",") || stop == end - 1)
    guard isClosed else { return }
    describedFrom.insert(comma + 1)
    add(comma + 1..<stop, mention.sentence, mention.entity, 0.85)
    learn(
      PersonTraits.Office(title: length == 1 ? words[k].key : words[k].phraseKey, owner: owner),
      of: mention.entity)
  }

  /// A person whose aide, son or lawyer is spoken of.
  private func isOwner(_ mention: ResolvedMention, _ end: Int) -> Bool {
    let next = mention.tokens.upperBound
    return next < end && words[next].shape.contains(.possessive)
  }

  private static func isQuote(_ mark: UInt8) -> Bool {
    mark == UInt8(ascii: "\"") || mark == 0x9c || mark == 0x9d
  }

  /// The noun phrase that opens at `i`.
  private mutating func describe(from i: Int, before end: Int, in s: Int) {
    if describeByAge(from: i, before: end, in: s) { return }
    var k = i + 1
    var state: Int?
    var isPlural = words[i].key == Self.both
    var steps = 0
    while k < end, steps < 5, headLength(k, before: end) == nil {
      if let m = nameAt[k], named[m].kind == .demonym || named[m].kind == .abbreviation {
        state = named[m].entity
        k = named[m].tokens.upperBound
      } else if words[k].key == Self.two {
        isPlural = true
        k += 1
      } else if Self.choosing.contains(words[k].key) {
        return
      } else if isModifier(k) {
        k += 1
      } else {
        return
      }
      steps += 1
    }
    guard k < end, let length = headLength(k, before: end) else { return }
    let stop = k + length
    guard endsThere(stop, before: end) else { return }
    let isOwner = stop < end && words[stop].shape.contains(.possessive)
    if i > 0, Self.copulas.contains(words[i - 1].key), !isOwner { return }
    let phrase = NounPhrase(
      opener: i, head: k, tokens: i..<stop, state: state, isPlural: isPlural, sentence: s,
      key: length == 1 ? words[k].key : words[k].phraseKey)
    resolve(phrase, before: end)
  }

  /// "The 45-year-old": the only person of this sentence so far, or of the one before.
  private mutating func describeByAge(from i: Int, before end: Int, in s: Int) -> Bool {
    guard i + 5 < end, words[i].key == NameFinder.the, words[i + 1].shape.contains(.digit),
      words[i + 3].key == Self.year, words[i + 5].key == Self.old
    else { return false }
    guard endsThere(i + 6, before: end) else { return true }
    for back in 0...1 where s >= back {
      let people = Set(
        recentNames(before: i).filter {
          $0.sentence == s - back && entities[$0.entity].type == .person
        }.map(\.entity))
      guard let person = people.first else { continue }
      if people.count == 1 { add(i..<i + 6, s, person, 0.75) }
      break
    }
    return true
  }

  struct NounPhrase {
    var opener: Int
    var head: Int
    var tokens: Range<Int>
    var state: Int?
    var isPlural: Bool
    var sentence: Int
    var key: UInt64
  }

  /// Tokens of a head noun at `k`: an office, a role, or a word for bodies and places.
  private func headLength(_ k: Int, before end: Int) -> Int? {
    let word = words[k]
    let length = max(1, Int(word.phraseLength))
    // "the President": an office is one with a capital too, where no name follows.
    let isOffice =
      word.shape.contains(.capital) && word.phraseClasses.contains(.title) && nameAt[k] == nil
      && (k + length >= end || !words[k + length].shape.contains(.capital))
    guard word.shape.contains(.small) || isOffice else { return nil }
    if length > 1, k + length <= end, word.phraseClasses.meets([.title, .role, .institution]) {
      return length
    }
    if Self.pluralLeaders.contains(word.key) || Self.pluralStates.contains(word.key) { return 1 }
    guard
      word.classes.meets([.title, .role]) || Self.bodyNouns.contains(word.key)
        || Self.placeNouns.contains(word.key)
    else { return nil }
    // "the party leader": the last noun is the head.
    if k + 1 < end, words[k + 1].shape.contains(.small),
      words[k + 1].classes.meets([.title, .role]) || Self.bodyNouns.contains(words[k + 1].key)
    {
      return nil
    }
    return 1
  }

  private func isModifier(_ k: Int) -> Bool {
    let word = words[k]
    if word.mark == UInt8(ascii: "-") { return true }
    return word.shape.contains(.small) && !word.classes.contains(.function)
      && word.classes.meets([.modifier, .noun])
  }

  /// The phrase is whole: no noun follows that would be its head.
  private func endsThere(_ i: Int, before end: Int) -> Bool {
    guard i < end else { return true }
    let word = words[i]
    if word.mark == UInt8(ascii: "-") || word.shape.contains(.capital) { return false }
    if word.shape.contains(.possessive) || !word.shape.contains(.small) { return true }
    return word.classes.contains(.function) || !word.classes.contains(.noun)
      || word.classes.contains(.verb)
  }

  // MARK: Resolving

  private mutating func resolve(_ phrase: NounPhrase, before end: Int) {
    let isDefinite = Self.definite.contains(words[phrase.opener].key)
    if phrase.isPlural || Self.pluralLeaders.contains(phrase.key) {
      if isDefinite { resolvePair(phrase) }
      return
    }
    // "the member states", "the report states".
    if Self.pluralStates.contains(phrase.key) { return }
    if phrase.key == Self.capital {
      resolveCapital(phrase)
      return
    }
    if let entity = apposed(phrase, before: end) {
      add(withOwner(phrase), phrase.sentence, entity, 0.9)
      return
    }
    guard isDefinite else { return }
    if words[phrase.head].phraseClasses.meets([.title, .role]), !isBody(phrase.key) {
      resolvePerson(phrase, before: end)
    } else if phrase.tokens.upperBound < end,
      words[phrase.tokens.upperBound].key == NameFinder.of
    {
      // "the school of a friend" is told apart by what follows.
      return
    } else if isBody(phrase.key) || words[phrase.head].phraseClasses.contains(.institution) {
      resolveBody(phrase)
    } else {
      resolvePlace(phrase)
    }
  }

  /// “Anna Ojwang’s mother” with her name; a description does not begin with the mark.
  private func withOwner(_ phrase: NounPhrase) -> Range<Int> {
    guard words[phrase.opener].shape.contains(.possessive) else { return phrase.tokens }
    for start in stride(from: phrase.opener - 1, through: max(0, phrase.opener - 6), by: -1) {
      if let m = nameAt[start], named[m].tokens.upperBound == phrase.opener {
        return start..<phrase.tokens.upperBound
      }
    }
    return phrase.opener + 1..<phrase.tokens.upperBound
  }

  private func isBody(_ key: UInt64) -> Bool { Self.bodyNouns.contains(key) }

  private mutating func add(_ tokens: Range<Int>, _ s: Int, _ entity: Int, _ confidence: Float) {
    found.append(
      ResolvedMention(
        tokens: tokens, sentence: s, entity: entity, kind: .description, confidence: confidence))
  }

  /// “his predecessor, Omar Diallo”: the name behind the comma.
  private func apposed(_ phrase: NounPhrase, before end: Int) -> Int? {
    let comma = phrase.tokens.upperBound
    guard comma + 1 < end, words[comma].mark == UInt8(ascii: ","),
      words[phrase.head].phraseClasses.meets([.title, .role]),
      let m = nameAt[comma + 1], entities[named[m].entity].type == .person
    else { return nil }
    // "…, Anna Ojwang and Omar Diallo said" is a list, not an apposition.
    let after = named[m].tokens.upperBound
    guard after >= end || !(words[after].key == NameFinder.and) else { return nil }
    return named[m].entity
  }

  private mutating func resolvePerson(_ phrase: NounPhrase, before end: Int) {
    var owner = phrase.state
    var tokens = phrase.tokens
    let of = phrase.tokens.upperBound
    if of + 1 < end, words[of].key == NameFinder.of {
      let next = words[of + 1].key == NameFinder.the ? of + 2 : of + 1
      guard let m = nameAt[next], owner == nil else { return }
      owner = named[m].entity
      tokens = tokens.lowerBound..<named[m].tokens.upperBound
    }
    let isCounterpart = phrase.key == Self.counterpart
    var people = Set<Int>()
    for mention in recentNames(before: phrase.opener) {
      for office in traits[mention.entity].offices {
        let isSame = isCounterpart ? owner != nil : sameOffice(office.title, phrase.key)
        if isSame, owner == nil || office.owner == owner { people.insert(mention.entity) }
      }
    }
    if people.count == 1, let person = people.first {
      add(tokens, phrase.sentence, person, owner == nil ? 0.7 : 0.85)
    }
  }

  private func sameOffice(_ a: UInt64, _ b: UInt64) -> Bool {
    a == b || (b == Self.leader && Self.leaderTitles.contains(a))
  }

  /// “the ministry”: the only body named lately whose name or kind says so; “the company”: else
  /// the only body of this sentence so far, or of the one before.
  private mutating func resolveBody(_ phrase: NounPhrase) {
    guard phrase.state == nil else { return }
    let names = recentNames(before: phrase.opener).filter {
      entities[$0.entity].type == .organization
    }
    let alike = Set(
      names.filter { mention in
        let last = words[mention.tokens.upperBound - 1].key
        return last == phrase.key || Self.kindOf[last] == phrase.key
      }.map(\.entity))
    if alike.count == 1, let body = alike.first {
      return add(phrase.tokens, phrase.sentence, body, 0.75)
    }
    guard alike.isEmpty, Self.companyNouns.contains(phrase.key) else { return }
    for back in 0...1 {
      let bodies = Set(
        names.filter { $0.sentence == phrase.sentence - back && !offices.contains($0.entity) }.map(
          \.entity))
      if bodies.count > 1 { return }
      if let body = bodies.first { return add(phrase.tokens, phrase.sentence, body, 0.65) }
    }
  }

  /// “Peru’s capital”, “the Peruvian capital”, when the city is named too.
  private mutating func resolveCapital(_ phrase: NounPhrase) {
    var tokens = phrase.tokens
    var state = phrase.state
    if words[phrase.opener].shape.contains(.possessive), let owner = owner(before: phrase.opener) {
      state = owner
      while tokens.lowerBound > 0, named(at: tokens.lowerBound) != owner {
        tokens = tokens.lowerBound - 1..<tokens.upperBound
        if phrase.opener - tokens.lowerBound > 4 { return }
      }
    }
    guard let state, let city = capitalOf[state] else { return }
    add(tokens, phrase.sentence, city, 0.85)
  }

  private func named(at token: Int) -> Int? { nameAt[token].map { named[$0].entity } }

  /// “the country”, “the city”: the only one its sentence or the one before speaks of, a city where
  /// the article has not spoken more of another.
  private mutating func resolvePlace(_ phrase: NounPhrase) {
    let isState = Self.stateNouns.contains(phrase.key)
    let isRegion = phrase.key == Self.region
    // "the focal country" is told apart by what stands between; "the oil-rich country" is not.
    let isBare =
      phrase.head == phrase.opener + 1
      || (phrase.opener..<phrase.head).contains { words[$0].mark == UInt8(ascii: "-") }
    guard phrase.state == nil, isBare else { return }
    let wanted: [PlaceSubtype] = isState ? [.country, .territory] : isRegion ? [.region] : [.city]
    let named = recentNames(before: phrase.opener).filter { mention in
      entities[mention.entity].subtype.map { wanted.contains($0) } ?? false
    }
    let all = named.map(\.entity)
    func count(_ place: Int) -> Int { all.count { $0 == place } }
    for back in 0...1 where phrase.sentence >= back {
      let here = named.filter { $0.sentence == phrase.sentence - back }
      let places = Set(here.map(\.entity))
      if places.count > 1 { return }
      if let place = places.first {
        let isMeant =
          isRegion
          ? Set(all).count == 1 : isState || all.allSatisfy { count($0) <= count(place) }
        if isMeant { add(phrase.tokens, phrase.sentence, place, 0.65) }
        return
      }
    }
    // The only one the article has named so far, more than once.
    if all.count > 1, Set(all).count == 1, !isRegion, let place = all.first {
      add(phrase.tokens, phrase.sentence, place, 0.6)
    }
  }

  /// “the two leaders”, “both nations”: the last two of that kind, when there are just two.
  private mutating func resolvePair(_ phrase: NounPhrase) {
    let wantsStates = Self.pluralStates.contains(phrase.key)
    guard wantsStates || Self.pluralLeaders.contains(phrase.key) else { return }
    var pair: [Int] = []
    for mention in recentNames(before: phrase.opener).reversed()
    where phrase.sentence - mention.sentence <= 3 && !pair.contains(mention.entity) {
      let isOne =
        wantsStates
        ? entities[mention.entity].subtype == .country && mention.kind != .demonym
          && !(mention.sentence == phrase.sentence && isOwner(mention, words.count))
        : traits[mention.entity].offices.contains { Self.leaderTitles.contains($0.title) }
      if isOne { pair.append(mention.entity) }
      if pair.count == 2 { break }
    }
    if pair.count < 2, !wantsStates { pair = leadersOfArticle(before: phrase.opener) }
    guard pair.count == 2 else { return }
    for entity in pair.sorted() { add(phrase.tokens, phrase.sentence, entity, 0.7) }
  }

  /// All people so far whose title makes them leaders, when they are two.
  private func leadersOfArticle(before token: Int) -> [Int] {
    var leaders: [Int] = []
    for mention in recentNames(before: token) where !leaders.contains(mention.entity) {
      if traits[mention.entity].offices.contains(where: { Self.leaderTitles.contains($0.title) }) {
        leaders.append(mention.entity)
      }
    }
    return leaders.count == 2 ? leaders : []
  }

  /// The last names before `token`, oldest first.
  private func recentNames(before token: Int) -> ArraySlice<ResolvedMention> {
    let end = named.partitioningIndex { $0.tokens.upperBound > token }
    return named[max(0, end - window)..<end]
  }
}
