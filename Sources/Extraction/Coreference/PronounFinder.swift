/// Ties pronouns of the third person to people, states and bodies of their article.
///
/// The subject of the clause or of the sentence before is preferred, a person's gender must not
/// speak against it; inside quotations, and where nobody stands out, a pronoun stays untied.
///
/// - Complexity: linear in tokens; each pronoun looks at the mentions of three sentences.
struct PronounFinder {
  let words: WordTable
  let sentences: [Sentence]
  let entities: [ArticleEntity]
  private var traits: [PersonTraits]
  /// Per sentence, names and descriptions in text order, then pronouns as they are tied.
  private var mentionsOf: [[ResolvedMention]]
  private(set) var found: [ResolvedMention] = []
  /// Names and descriptions in the whole article, by entity: whom it is about.
  private var mentionCount: [Int]
  /// No more mentions of one sentence are looked at.
  private let sentenceLimit = 24

  init(
    _ words: WordTable, _ sentences: [Sentence], _ entities: [ArticleEntity],
    _ traits: [PersonTraits], _ mentions: [ResolvedMention]
  ) {
    self.words = words
    self.sentences = sentences
    self.entities = entities
    self.traits = traits
    mentionsOf = Array(repeating: [], count: sentences.count)
    mentionCount = Array(repeating: 0, count: entities.count)
    for mention in mentions {
      mentionCount[mention.entity] += 1
      if mentionsOf[mention.sentence].count < sentenceLimit {
        mentionsOf[mention.sentence].append(mention)
      }
    }
  }

  private enum Kind { case he, she, it, they }

  /// Ties pronouns twice: whoever was mostly "she" the first time is a woman the second time.
  mutating func run(_ isParagraphStart: (Int) -> Bool) {
    let names = mentionsOf
    tie(isParagraphStart)
    guard learnGenders() else { return }
    mentionsOf = names
    found = []
    tie(isParagraphStart)
  }

  /// True where a gender was open and is told by the pronouns tied.
  private mutating func learnGenders() -> Bool {
    var counts: [Int: (he: Int, she: Int)] = [:]
    for mention in found {
      switch Self.kinds[words[mention.tokens.lowerBound].key] {
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

  private mutating func tie(_ isParagraphStart: (Int) -> Bool) {
    var isQuoted = false
    for (s, sentence) in sentences.enumerated() where sentence.zone == .body {
      if isParagraphStart(s) { isQuoted = false }
      for t in sentence.tokens {
        let i = Int(t)
        switch words[i].mark {
        case UInt8(ascii: "\""): isQuoted.toggle()
        case 0x9c: isQuoted = true
        case 0x9d: isQuoted = false
        default: break
        }
        guard !isQuoted, let kind = Self.kinds[words[i].key] else { continue }
        guard let (entity, confidence) = antecedent(i, kind, in: s) else { continue }
        let mention = ResolvedMention(
          tokens: i..<i + 1, sentence: s, entity: entity, kind: .pronoun, confidence: confidence)
        found.append(mention)
        let at = mentionsOf[s].firstIndex { $0.tokens.lowerBound > i } ?? mentionsOf[s].count
        mentionsOf[s].insert(mention, at: at)
      }
    }
  }

  private static let kinds: [UInt64: Kind] = {
    let lists: [(String, Kind)] = [
      ("he him his himself", .he), ("she her hers herself", .she), ("it its itself", .it),
      ("they their them", .they),
    ]
    var kinds: [UInt64: Kind] = [:]
    for (list, kind) in lists {
      for word in list.split(separator: " ") { kinds[PhraseHash.key(String(word))] = kind }
    }
    return kinds
  }()

  private func antecedent(_ i: Int, _ kind: Kind, in s: Int) -> (Int, Float)? {
    switch kind {
    case .he, .she: person(i, kind, in: s)
    case .it: body(i, in: s)
    case .they: sole(candidates(in: s, before: i, kind)).map { ($0, 0.7) }
    }
  }

  // MARK: People

  /// The person who stands out among those of this sentence and the two before.
  private func person(_ i: Int, _ kind: Kind, in s: Int) -> (Int, Float)? {
    let here = candidates(in: s, before: i, kind)
    if let relative = relativeSubject(here, before: i) { return (relative, 0.8) }
    var scores: [(entity: Int, score: Float)] = []
    var sentence: Int? = s
    for back in 0..<3 {
      guard let at = sentence else { break }
      let mentions = back == 0 ? here : candidates(in: at, before: Int.max, kind)
      var isFirst = true
      for mention in mentions {
        var score: Float = back == 0 ? 2 : back == 1 ? 1.2 : 0.2
        if isFirst && !isBound(mention) { score += 1.2 }
        if !isBound(mention) { isFirst = false }
        if mention.kind == .pronoun { score += 0.8 }
        score += likelihood(of: mention.entity)
        if back == 0, isObject(i), !hasBreak(mention.tokens.upperBound..<i) { score -= 3 }
        if let known = scores.firstIndex(where: { $0.entity == mention.entity }) {
          scores[known].score = max(scores[known].score, score) + 0.2
        } else {
          scores.append((mention.entity, score))
        }
      }
      sentence = previousSentence(at)
    }
    return chosen(scores)
  }

  /// How likely a person is meant at all: spoken of often, fully named, of a known gender.
  private func likelihood(of entity: Int) -> Float {
    var score = min(Float(mentionCount[entity]), 12) * 0.12
    if traits[entity].gender != .open { score += 0.7 }
    let isFull = entities[entity].name.contains(" ") || !traits[entity].offices.isEmpty
    return isFull ? score + 0.6 : score - 0.6
  }

  private func chosen(_ scores: [(entity: Int, score: Float)]) -> (Int, Float)? {
    guard let best = scores.max(by: { $0.score < $1.score }), best.score > 1.5 else { return nil }
    let rival = scores.filter { $0.entity != best.entity }.map(\.score).max() ?? best.score - 1.6
    let margin = best.score - rival
    guard margin >= Self.leastMargin else { return nil }
    return (best.entity, margin > 1.5 ? 0.85 : margin > 0.9 ? 0.7 : 0.6)
  }

  /// Whom nobody leads by so much is left untied.
  private static let leastMargin: Float = 0.5

  private func isObject(_ i: Int) -> Bool { words[i].key == Self.him }

  private func hasBreak(_ range: Range<Int>) -> Bool {
    range.contains { words[$0].mark == UInt8(ascii: ",") || Self.breaks.contains(words[$0].key) }
  }

  // MARK: Bodies and states

  private func body(_ i: Int, in s: Int) -> (Int, Float)? {
    if isEmptySubject(i, in: s) { return nil }
    if words[i].key != Self.its {
      let isTelling =
        i + 1 < words.count && words[i + 1].shape.contains(.small)
        && words[i + 1].classes.contains(.stateVerb)
      if isTelling { return lastSpeaker(before: i, in: s).map { ($0, 0.65) } }
      if let speaker = speaker(thatSays: i, in: s) { return (speaker, 0.75) }
      return words[i].shape.contains(.opening) ? lastSubject(before: s).map { ($0, 0.6) } : nil
    }
    let here = candidates(in: s, before: i, .it)
    if let entity = sole(here) { return (entity, 0.75) }
    if here.isEmpty { return announced(i, .it, in: s).map { ($0, 0.6) } }
    if let subject = here.first(where: { !isBound($0) }) { return (subject.entity, 0.55) }
    return here.last.map { ($0.entity, 0.55) }
  }

  /// "The ministry said (that) it …": who said.
  private func speaker(thatSays i: Int, in s: Int) -> Int? {
    var verb = i - 1
    if verb >= 0, words[verb].key == Self.that { verb -= 1 }
    guard verb > 0, words[verb].shape.contains(.small), words[verb].classes.contains(.stateVerb)
    else { return nil }
    return candidates(in: s, before: verb, .it).last { verb - $0.tokens.upperBound <= 2 }?.entity
  }

  /// The only body or state of the sentence before, when that sentence begins with it.
  private func lastSubject(before s: Int) -> Int? {
    guard let previous = previousSentence(s) else { return nil }
    let mentions = candidates(in: previous, before: Int.max, .it)
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
      let mentions = candidates(in: at, before: back == 0 ? i : Int.max, .it)
      if let speaker = mentions.last(where: { isSpeaker($0) || $0.kind == .pronoun }) {
        return speaker.entity
      }
      if words[i].shape.contains(.opening), back == 1, let entity = sole(mentions) { return entity }
      sentence = previousSentence(at)
    }
    return nil
  }

  private func sole(_ mentions: [ResolvedMention]) -> Int? {
    guard let first = mentions.first, mentions.allSatisfy({ $0.entity == first.entity }) else {
      return nil
    }
    return first.entity
  }

  private func previousSentence(_ s: Int) -> Int? {
    s > 0 && sentences[s - 1].zone == .body ? s - 1 : nil
  }

  /// "it is likely that", "it was clear": nothing is meant.
  private func isEmptySubject(_ i: Int, in s: Int) -> Bool {
    guard words[i].key == Self.it, i + 1 < Int(sentences[s].tokens.upperBound) else { return false }
    let next = words[i + 1]
    return Self.beings.contains(next.key) || next.shape.contains(.possessive)
  }

  /// Mentions of `s` before `i` that a pronoun of this kind may mean.
  private func candidates(in s: Int, before i: Int, _ kind: Kind) -> [ResolvedMention] {
    mentionsOf[s].filter { mention in
      guard mention.tokens.upperBound <= i else { return false }
      let type = entities[mention.entity].type
      switch kind {
      case .he: return type == .person && traits[mention.entity].gender != .female
      case .she: return type == .person && traits[mention.entity].gender != .male
      case .it:
        let isState = entities[mention.entity].subtype == .country && mention.kind != .demonym
        return type == .organization || isState
      case .they: return type == .group && mention.kind == .name
      }
    }
  }

  /// Followed by a verb of speech ("the ministry said").
  private func isSpeaker(_ mention: ResolvedMention) -> Bool {
    let next = mention.tokens.upperBound
    return next < words.count && words[next].shape.contains(.small)
      && words[next].classes.contains(.stateVerb)
  }

  /// Stands behind a preposition, or owns what follows.
  private func isBound(_ mention: ResolvedMention) -> Bool {
    var before = mention.tokens.lowerBound - 1
    if before >= 0, words[before].key == NameFinder.the { before -= 1 }
    if before >= 0, Self.prepositions.contains(words[before].key) { return true }
    let next = mention.tokens.upperBound
    return next < words.count && words[next].shape.contains(.possessive)
  }

  /// "…, who took office after his father": the name before the last "who".
  private func relativeSubject(_ here: [ResolvedMention], before i: Int) -> Int? {
    for mention in here.reversed() {
      var k = mention.tokens.upperBound
      if k < i, words[k].mark == UInt8(ascii: ",") { k += 1 }
      if k < i, Self.relatives.contains(words[k].key) { return mention.entity }
    }
    return nil
  }

  /// "Since its founding, the Bank has …": the subject comes behind the comma.
  private func announced(_ i: Int, _ kind: Kind, in s: Int) -> Int? {
    guard kind == .it, words[i].key == Self.its,
      Self.prepositions.contains(words[Int(sentences[s].tokens.lowerBound)].key)
    else { return nil }
    for mention in mentionsOf[s] where mention.tokens.lowerBound > i {
      var before = mention.tokens.lowerBound - 1
      if words[before].key == NameFinder.the { before -= 1 }
      let isState = entities[mention.entity].subtype == .country && mention.kind != .demonym
      guard before > i, words[before].mark == UInt8(ascii: ",") else { continue }
      return isState || entities[mention.entity].type == .organization ? mention.entity : nil
    }
    return nil
  }

  private static func keys(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { PhraseHash.key(String($0)) })
  }

  private static let him = PhraseHash.key("him")
  private static let that = PhraseHash.key("that")
  private static let it = PhraseHash.key("it")
  private static let its = PhraseHash.key("its")
  private static let relatives = keys("who whose")
  private static let beings = keys(
    "is was be been seems appears took takes will would may might could becomes became remains")
  private static let breaks = keys("and but that when while after before because if as until who")
  private static let prepositions = keys(
    "of in on at by to from with without against for about between among over under after before "
      + "since during near into through towards toward despite amid following including like as via "
      + "upon within outside inside behind beyond")
}
