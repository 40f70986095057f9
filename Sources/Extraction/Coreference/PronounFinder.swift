/// Ties pronouns of the third person to people, states, bodies and peoples of their article.
///
/// People of this sentence and the three before whose gender allows it are ranked by
/// `AntecedentRanker`; for bodies, states and peoples there are rules. Inside quotations, and where
/// nobody is likely enough, a pronoun stays untied.
///
/// - Complexity: linear in tokens; each pronoun looks at the mentions of four sentences.
struct PronounFinder {
  let words: WordTable
  let sentences: [Sentence]
  let entities: [ArticleEntity]
  private(set) var traits: [PersonTraits]
  /// Per sentence, names and descriptions in text order, then pronouns as they are tied.
  private(set) var mentionsOf: [[ResolvedMention]]
  private(set) var found: [ResolvedMention] = []
  /// What each pronoun outside quotations was chosen from, for training.
  private(set) var choices: [AntecedentChoice] = []
  /// Names and descriptions in the whole article, by entity: whom it is about.
  let mentionCount: [Int]
  /// The number of each sentence's paragraph.
  let paragraphs: [Int]
  /// No more mentions of one sentence are looked at.
  private let sentenceLimit = 24
  /// Sentences looked at beside the pronoun's own.
  private static let reach = 3

  init(
    _ words: WordTable, _ sentences: [Sentence], _ entities: [ArticleEntity],
    _ traits: [PersonTraits], _ mentions: [ResolvedMention], paragraphs: [Int]
  ) {
    self.words = words
    self.sentences = sentences
    self.entities = entities
    self.traits = traits
    mentionsOf = Array(repeating: [], count: sentences.count)
    var counts = Array(repeating: 0, count: entities.count)
    for mention in mentions {
      counts[mention.entity] += 1
      if mentionsOf[mention.sentence].count < sentenceLimit {
        mentionsOf[mention.sentence].append(mention)
      }
    }
    mentionCount = counts
    self.paragraphs = paragraphs
  }

  /// Ties pronouns twice: whoever was mostly "she" the first time is a woman the second time.
  mutating func run() {
    let names = mentionsOf
    tie()
    guard learnGenders() else { return }
    mentionsOf = names
    found = []
    choices = []
    tie()
  }

  /// True where a gender was open and is told by the pronouns tied.
  private mutating func learnGenders() -> Bool {
    var counts: [Int: (he: Int, she: Int)] = [:]
    for mention in found {
      switch Pronoun.all[words[mention.tokens.lowerBound].key]?.kind {
      case .he: counts[mention.entity, default: (0, 0)].he += 1
      case .she: counts[mention.entity, default: (0, 0)].she += 1
      case .it, .they, nil: break
      }
    }
    var isLearned = false
    for (entity, count) in counts where traits[entity].gender == .open {
      if count.he > 2 * count.she {
        traits[entity].gender = .male
      } else if count.she > 2 * count.he {
        traits[entity].gender = .female
      } else {
        continue
      }
      isLearned = true
    }
    return isLearned
  }

  private mutating func tie() {
    var isQuoted = false
    for (s, sentence) in sentences.enumerated() where sentence.zone == .body {
      if s == 0 || paragraphs[s] != paragraphs[s - 1] { isQuoted = false }
      for t in sentence.tokens {
        let i = Int(t)
        switch words[i].mark {
        case UInt8(ascii: "\""): isQuoted.toggle()
        case 0x9c: isQuoted = true
        case 0x9d: isQuoted = false
        default: break
        }
        guard !isQuoted, let pronoun = Pronoun.all[words[i].key] else { continue }
        tie(pronoun, at: i, in: s)
      }
    }
  }

  private mutating func tie(_ pronoun: Pronoun, at i: Int, in s: Int) {
    let antecedent: (entity: Int, probability: Float)? =
      switch pronoun.kind {
      case .he, .she: person(pronoun, at: i, in: s)
      case .it: body(at: i, in: s)
      case .they:
        sole(candidates(pronoun, in: s, before: i).filter { !isBound($0) }).map { ($0, 0.7) }
      }
    guard let antecedent else { return }
    let mention = ResolvedMention(
      tokens: i..<i + 1, sentence: s, entity: antecedent.entity, kind: .pronoun,
      confidence: antecedent.probability)
    found.append(mention)
    let at = mentionsOf[s].firstIndex { $0.tokens.lowerBound > i } ?? mentionsOf[s].count
    mentionsOf[s].insert(mention, at: at)
  }

  private mutating func person(
    _ pronoun: Pronoun, at i: Int, in s: Int
  ) -> (entity: Int, probability: Float)? {
    let choice = AntecedentChoice(token: i, candidates: people(pronoun, at: i, in: s))
    guard !choice.candidates.isEmpty else { return nil }
    choices.append(choice)
    return AntecedentRanker.pronouns.best(of: choice)
  }

  // MARK: Candidates

  /// Mentions of `s` before `i` that the pronoun may mean.
  func candidates(_ pronoun: Pronoun, in s: Int, before i: Int) -> [ResolvedMention] {
    mentionsOf[s].filter { $0.tokens.upperBound <= i && pronoun.mayMean($0, entities, traits) }
  }

  private func people(
    _ pronoun: Pronoun, at i: Int, in s: Int
  ) -> [AntecedentChoice.Candidate] {
    var contexts: [AntecedentContext] = []
    var at = s
    for back in 0...Self.reach {
      let mentions = candidates(pronoun, in: at, before: back == 0 ? i : Int.max)
      let first = mentions.first { !isBound($0) }?.entity
      // The nearest comes first.
      for mention in mentions.reversed() {
        if let known = contexts.firstIndex(where: { $0.entity == mention.entity }) {
          contexts[known].windowCount += 1
        } else {
          contexts.append(
            AntecedentContext(
              entity: mention.entity, last: mention, back: back, isFirst: first == mention.entity))
        }
      }
      guard let previous = previousSentence(at) else { break }
      at = previous
    }
    let reader = PronounFeatureReader(finder: self, pronoun: pronoun, token: i, sentence: s)
    return contexts.indices.map { k in
      AntecedentChoice.Candidate(
        entity: contexts[k].entity, features: reader.features(of: k, among: contexts))
    }
  }

  func previousSentence(_ s: Int) -> Int? {
    s > 0 && sentences[s - 1].zone == .body ? s - 1 : nil
  }

  /// A verb of speech ("said").
  func isSpoken(_ i: Int) -> Bool {
    i < words.count && words[i].shape.contains(.small) && words[i].classes.contains(.stateVerb)
  }

  /// Followed by a verb of speech ("the ministry said").
  func isSpeaker(_ mention: ResolvedMention) -> Bool { isSpoken(mention.tokens.upperBound) }

  /// Stands behind a preposition, or owns what follows.
  func isBound(_ mention: ResolvedMention) -> Bool {
    var before = mention.tokens.lowerBound - 1
    if before >= 0, words[before].key == NameFinder.the { before -= 1 }
    if before >= 0, Self.prepositions.contains(words[before].key) { return true }
    let next = mention.tokens.upperBound
    return next < words.count && words[next].shape.contains(.possessive)
  }

  static let prepositions = PhraseHash.keys(
    "of in on at by to from with without against for about between among over under after before "
      + "since during near into through towards toward despite amid following including like as via "
      + "upon within outside inside behind beyond")
}
