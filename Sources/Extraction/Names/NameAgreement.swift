/// One string, one type: what an article says surely of a name holds for its doubtful mentions.
///
/// Every mention votes for its type by its confidence, what stands beside it votes for a person
/// ("…, 34, …", "…, who", "the son of …") or for a body ("… striker Ada Obi"), and a surname
/// follows the full name. Headlines take what the text decides and never vote. States and peoples
/// are known and left alone.
///
/// - Complexity: linear in spans; of the text around a name no more than a few words are read.
struct NameAgreement {
  private let words: WordTable
  private let sentences: [Sentence]
  private var groups: [Group] = []
  private var groupOfKey: [UInt64: Int] = [:]

  /// All spans of one string.
  private struct Group {
    /// The first span.
    var tokens: Range<Int>
    /// By `EntityType`.
    var votes = SIMD8<Float>(repeating: 0)
    /// The most confident span of each type.
    var surest = SIMD8<Float>(repeating: 0)
    var type: EntityType
  }

  init(words: WordTable, sentences: [Sentence]) {
    self.words = words
    self.sentences = sentences
  }

  /// Gives all spans of one string its type, and drops what stays doubtful.
  mutating func settle(_ spans: inout [NameSpan]) {
    let groupOfSpan = gather(spans)
    let votes = groups.map { $0.votes[Self.person] }
    // A full name first has the votes of the surname that stands alone for a person.
    for g in groups.indices where isFullName(groups[g].tokens) {
      if let short = groupOfKey[words[groups[g].tokens.upperBound - 1].key],
        Self.winner(groups[short].votes) == .person
      {
        groups[g].votes[Self.person] += votes[short]
      }
      groups[g].type = Self.winner(groups[g].votes) ?? groups[g].type
    }
    let people = parts(votes)
    for g in groups.indices where !isFullName(groups[g].tokens) {
      if groups[g].tokens.count == 1, let full = people[key(groups[g].tokens)] {
        groups[g].votes[Self.person] += full
      }
      groups[g].type = Self.winner(groups[g].votes) ?? groups[g].type
    }
    for (s, g) in groupOfSpan.enumerated() {
      guard let g, !staysPlace(spans[s], groups[g].type) else { continue }
      let surest = groups[g].surest[Int(groups[g].type.rawValue)]
      let isChanged = spans[s].type != groups[g].type
      spans[s].type = groups[g].type
      spans[s].confidence = max(
        isChanged ? min(spans[s].confidence, 0.9) : spans[s].confidence,
        (surest + spans[s].confidence) / 2)
      if spans[s].type == .person, people[key(spans[s].start..<spans[s].end)] != nil {
        spans[s].confidence = max(spans[s].confidence, 0.93)
      }
    }
    spans.removeAll { $0.confidence < 0.4 }
  }

  // MARK: Votes

  private static let person = Int(EntityType.person.rawValue)
  private static let body = Int(EntityType.organization.rawValue)

  /// The group of each span; `nil` for what is known without a vote.
  private mutating func gather(_ spans: [NameSpan]) -> [Int?] {
    var groupOfSpan: [Int?] = []
    groupOfSpan.reserveCapacity(spans.count)
    var s = 0
    for span in spans {
      let tokens = span.start..<span.end
      if words.phrase(tokens)?.classes.meets([.country, .demonym, .people]) ?? false {
        groupOfSpan.append(nil)
        continue
      }
      while s + 1 < sentences.count, Int(sentences[s].tokens.upperBound) <= span.start { s += 1 }
      let key = key(tokens)
      let g = groupOfKey[key] ?? groups.count
      if g == groups.count {
        groupOfKey[key] = g
        groups.append(Group(tokens: tokens, type: span.type))
      }
      groupOfSpan.append(g)
      let type = Int(span.type.rawValue)
      groups[g].surest[type] = max(groups[g].surest[type], span.confidence)
      guard sentences[s].zone == .body else { continue }
      groups[g].votes[type] += 1 / (1.05 - min(span.confidence, 1))
      let cues = PersonCues(words, sentences[s])
      groups[g].votes[Self.person] += cues.weight(of: tokens)
      groups[g].votes[Self.body] += cues.employerWeight(of: tokens)
    }
    return groupOfSpan
  }

  private static func winner(_ votes: SIMD8<Float>) -> EntityType? {
    var best = 0
    for type in 1..<EntityType.allCases.count where votes[type] > votes[best] { best = type }
    return votes[best] > 0 ? EntityType(rawValue: UInt8(best)) : nil
  }

  /// Two to four words that head no body, place or event, and that nobody knows as one.
  private func isFullName(_ tokens: Range<Int>) -> Bool {
    guard (2...5).contains(tokens.count),
      !tokens.contains(where: { words[$0].key == NameFinder.of })
    else { return false }
    if words.phrase(tokens)?.classes.meets(NameFinder.knownName.subtracting(.personName)) ?? false {
      return false
    }
    let last = words[tokens.upperBound - 1].classes
    return !last.meets(NameFinder.heads)
      || (last.contains(.surname) && words[tokens.lowerBound].classes.meets(.firstName))
  }

  /// Surnames, and given names that are known as such, of the people of the article, with the
  /// votes that the full name has by itself.
  private func parts(_ votes: [Float]) -> [UInt64: Float] {
    var parts: [UInt64: Float] = [:]
    for (group, votes) in zip(groups, votes) where group.tokens.count > 1 && group.type == .person {
      parts[words[group.tokens.upperBound - 1].key, default: 0] += votes
      let first = words[group.tokens.lowerBound]
      if first.classes.meets(.firstName) { parts[first.key, default: 0] += votes }
    }
    return parts
  }

  /// "in Lincoln" stays the city in an article on a Mr Lincoln.
  private func staysPlace(_ span: NameSpan, _ type: EntityType) -> Bool {
    span.type == .place && type == .person && span.start > 0
      && Self.insides.contains(words[span.start - 1].key)
      && words[span.start].classes.meets(.place)
  }

  private static let insides = PhraseHash.keys("in near outside at")

  private func key(_ tokens: Range<Int>) -> UInt64 {
    if tokens.count == 1 { return words[tokens.lowerBound].key }
    var key: UInt64 = 0xcbf2_9ce4_8422_2325
    for i in tokens where words[i].key != 0 {
      key = (key ^ words[i].key) &* 0x0000_0100_0000_01b3
    }
    return key
  }
}

/// What stands beside a name and says that it is a person's.
struct PersonCues {
  private let words: WordTable
  private let start: Int
  private let end: Int

  init(_ words: WordTable, _ sentence: Sentence) {
    self.words = words
    start = Int(sentence.tokens.lowerBound)
    end = Int(sentence.tokens.upperBound)
  }

  /// As many votes as a mention of some confidence has; 0 where nothing speaks for a person.
  func weight(of tokens: Range<Int>) -> Float {
    guard tokens.count <= 5, !endsAsBody(tokens), !isOpen(tokens) else { return 0 }
    return inside(tokens) + before(tokens.lowerBound) + after(tokens.upperBound)
  }

  /// Votes for a body: whose "striker Ada Obi" it is. People have an adviser, a lawyer or a rival
  /// named so, not a striker or an analyst.
  func employerWeight(of tokens: Range<Int>) -> Float {
    let role = tokens.upperBound
    guard role + 2 < end, words[role].shape.contains(.small),
      Self.employed.contains(words[role].key),
      words[role + 1].shape.contains(.capital), words[role + 2].shape.contains(.capital)
    else { return 0 }
    return 5
  }

  private static let employed = PhraseHash.keys(
    "analyst economist strategist professor lecturer researcher scientist editor correspondent "
      + "reporter journalist columnist presenter anchor chief boss ceo chairman chairwoman chair "
      + "president director manager executive founder co-founder cofounder leader commander "
      + "fighter captain skipper coach striker midfielder defender goalkeeper winger forward guard "
      + "quarterback pitcher centre center driver rider guitarist drummer bassist frontman vocalist"
  )

  private func endsAsBody(_ tokens: Range<Int>) -> Bool {
    let last = words[tokens.upperBound - 1].classes
    return last.meets(NameFinder.heads) && !last.contains(.surname)
      || words.phrase(tokens)?.classes.meets([.organization, .company, .outlet, .region]) ?? false
  }

  /// A word or abbreviation that may as well be a body's: "the broadcaster NPO".
  private func isOpen(_ tokens: Range<Int>) -> Bool {
    let first = words[tokens.lowerBound]
    return tokens.count == 1
      && (first.shape.meets([.allCapitals, .mixed]) || first.classes.contains(.noun))
  }

  /// A given name that is no other word, before a word that heads nothing.
  private func inside(_ tokens: Range<Int>) -> Float {
    let first = words[tokens.lowerBound].classes
    let isGiven =
      first.meets(.firstName) && !first.meets(.lowerCase) && !first.meets(.place)
      && !words[tokens.lowerBound].shape.contains(.allCapitals)
    return (2...3).contains(tokens.count) && isGiven ? 4 : 0
  }

  private func after(_ i: Int) -> Float {
    guard i + 1 < end else { return 0 }
    if Self.relatives.contains(words[i].key) { return 8 }
    guard words[i].mark == UInt8(ascii: ",") else { return 0 }
    if Self.relatives.contains(words[i + 1].key) { return 10 }
    if Self.ages.contains(words[i + 1].key), i + 2 < end,
      words[i + 2].mark == UInt8(ascii: ",") || words[i + 2].mark == UInt8(ascii: ".")
    {
      return 20
    }
    return Self.articles.contains(words[i + 1].key) && isRole(from: i + 2) ? 5 : 0
  }

  /// "…, the country’s minister of health,": a role within a few words, no comma before it.
  private func isRole(from i: Int) -> Bool {
    for k in i..<min(end, i + 5) {
      if words[k].mark == UInt8(ascii: ",") { return false }
      if words[k].shape.contains(.small), words[k].classes.meets([.role, .title]) { return true }
    }
    return false
  }

  private func before(_ i: Int) -> Float {
    guard i - 1 >= start else { return 0 }
    let word = words[i - 1]
    if word.classes.meets([.title, .role]), !word.classes.meets(.organizationWord) { return 6 }
    if word.key == Self.as, i - 2 >= start, Self.naming.contains(words[i - 2].key) { return 8 }
    if word.key == NameFinder.of, i - 2 >= start, Self.kin.contains(words[i - 2].key) { return 12 }
    guard word.mark == UInt8(ascii: ","), i < end else { return 0 }
    // "the director of the clinic, …": the role stands before the comma.
    for k in stride(from: i - 2, through: max(start, i - 8), by: -1) {
      if words[k].mark == UInt8(ascii: ",") { return 0 }
      if words[k].shape.contains(.small), words[k].classes.meets(.title) { return 6 }
    }
    return 0
  }

  private static let `as` = PhraseHash.key("as")
  private static let naming = PhraseHash.keys("identified named known")
  private static let relatives = PhraseHash.keys("who whose whom")
  private static let articles = PhraseHash.keys("the a an")
  private static let kin = PhraseHash.keys(
    "wife husband son daughter mother father brother sister widow nephew niece uncle aunt "
      + "grandson granddaughter grandfather grandmother cousin friend lawyer lawyers")
  private static let ages = Set((1...110).map { PhraseHash.key(String($0)) })
}
