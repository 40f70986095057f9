/// Reads who did what to whom, and how far the text stands behind it, from parsed sentences.
///
/// Verbs, light verbs and nouns give occurrences (`ClauseReader`), the way up to the root gives
/// modality and attribution (`CommitmentReader`), names side by side give facts (`FactReader`).
/// - Complexity: linear in the tokens of a sentence.
package struct RelationExtractor {
  let article: ArticleWords
  let clauses: ClauseReader
  let commitments: CommitmentReader
  private let facts: FactReader
  private let times: RelationTimeFinder
  let fit: ArgumentFit
  /// Verbs that a relation of their clause has spoken for already.
  private var consumed: Set<Int> = []

  /// - Parameter times: the article's time expressions, in text order.
  package static func relations(
    in article: ArticleWords, times: [TimeExpression] = []
  ) -> [Relation] {
    var extractor = RelationExtractor(article, times)
    return extractor.run()
  }

  private init(_ article: ArticleWords, _ times: [TimeExpression]) {
    self.article = article
    self.times = RelationTimeFinder(article: article, times: times)
    fit = ArgumentFit(article: article)
    clauses = ClauseReader(article: article)
    commitments = CommitmentReader(article: article, subjects: clauses.subjects)
    facts = FactReader(
      article: article, arguments: clauses.arguments, commitments: commitments)
  }

  /// Relations of one sentence beyond this many are not kept: it is a list, not a sentence.
  private static let maximumPerSentence = 40

  private mutating func run() -> [Relation] {
    var all: [Relation] = []
    var last: [Relation] = []
    for (index, sentence) in article.sentences.enumerated() {
      switch sentence.zone {
      case .title, .subheading, .body, .dateline: break
      case .credit, .residue: continue
      }
      var found: [Relation] = []
      facts.read(Int32(index), sentence, &found)
      if !article.tree.isEmpty, Int(sentence.tokens.upperBound) <= article.tree.heads.count {
        events(Int32(index), sentence, &found)
        found += denials(Int32(index), sentence, found, last)
      }
      found = Self.distinct(found)
      found.sort { ($0.trigger, $0.predicate.rawValue) < ($1.trigger, $1.predicate.rawValue) }
      if found.count > Self.maximumPerSentence {
        found.removeLast(found.count - Self.maximumPerSentence)
      }
      all += found
      last = found
    }
    return all
  }

  /// Of relations that say the same, the surest.
  private static func distinct(_ found: [Relation]) -> [Relation] {
    struct Key: Hashable {
      var predicate: Predicate
      var subject: Argument?
      var object: Argument?
      var modality: Modality
      var attribution: Argument?
    }
    func plain(_ argument: Argument?) -> Argument? {
      guard let argument, argument.entity != nil else { return argument }
      return Argument(range: TextRange(0, 0), entity: argument.entity)
    }
    var best: [Key: Int] = [:]
    var kept: [Relation] = []
    for relation in found {
      let key = Key(
        predicate: relation.predicate, subject: plain(relation.subject),
        object: plain(relation.object), modality: relation.modality,
        attribution: plain(relation.attribution))
      if let index = best[key] {
        if kept[index].confidence < relation.confidence { kept[index] = relation }
      } else {
        best[key] = kept.count
        kept.append(relation)
      }
    }
    return kept
  }

  // MARK: Events

  private mutating func events(_ index: Int32, _ sentence: Sentence, _ found: inout [Relation]) {
    consumed.removeAll(keepingCapacity: true)
    // "Had the bank ever warned you?" states nothing.
    if let last = sentence.tokens.last, article.mark(Int(last)) == UInt8(ascii: "?") { return }
    let tree = article.tree
    var carried: Set<Int> = []
    // Backwards, so that what is pledged or threatened is seen before the word that does so.
    for token in sentence.tokens.reversed() {
      let token = Int(token)
      if tree.labels[token] == .ccomp, tree.upos[token] != .verb { demand(token, index, &found) }
      if tree.upos[token] == .verb, tree.labels[token] != .amod {
        guard !consumed.contains(token),
          let (occurrence, noun) = clauses.occurrence(ofVerb: token)
        else {
          demand(token, index, &found)
          continue
        }
        if let noun {
          carried.insert(noun)
          found.removeAll { $0.trigger == article.tokens[noun].range }
        }
        add(occurrence, index, &found)
        demand(token, index, &found)
      } else if tree.upos[token] == .noun, !carried.contains(token),
        let occurrence = clauses.occurrence(ofNoun: token)
      {
        add(occurrence, index, &found)
      }
      if tree.upos[token] == .verb || tree.upos[token] == .adj,
        let occurrence = clauses.occurrence(
          ofParticiple: token, from: Int(sentence.tokens.lowerBound))
      {
        add(occurrence, index, &found)
      }
    }
  }

  private mutating func add(
    _ occurrence: Occurrence, _ sentence: Int32, _ found: inout [Relation]
  ) {
    var commitment = commitments.commitment(of: occurrence.clause)
    guard !commitment.isSuspended else { return }
    let clause = occurrence.clause
    let qualifiers = qualifiers(of: occurrence, in: sentence)
    var occurrence = occurrence
    perform(&occurrence, &commitment)
    if occurrence.isHollow, occurrence.clause == clause { return }
    if occurrence.predicate == .threatens, occurrence.objects.isEmpty {
      occurrence.objects = clauses.conditioned(occurrence.clause)
    }
    // "Norway agreed to leave": one side's agreement is a pledge.
    if occurrence.predicate == .agreesWith, occurrence.objects.isEmpty,
      occurrence.subjects.count == 1
    {
      guard
        [DependencyLabel.xcomp, .ccomp, .advcl].contains(where: {
          article.tree.child(clause, $0) != nil
        })
      else { return }
      occurrence.predicate = .pledges
    }
    guard var template = template(occurrence, commitment, sentence) else { return }
    template.qualifiers = qualifiers
    var fitting = fittingPairs(occurrence)
    if fitting.isEmpty, occurrence.clause != clause {
      // A threat of what cannot be told is one still.
      occurrence.objects =
        occurrence.predicate == .threatens ? clauses.conditioned(occurrence.clause) : []
      fitting = fittingPairs(occurrence)
    }
    for (subject, object) in fitting {
      var relation = template
      relation.subject = subject?.argument
      relation.object = object?.argument
      relation.confidence = confidence(occurrence, subject, object)
      // "accused of": nobody alleges it of himself.
      if relation.modality == .alleged, let source = relation.attribution,
        source == subject?.argument
          || (source.entity != nil && source.entity == subject?.argument.entity)
      {
        relation.attribution = nil
      }
      found.append(relation)
    }
  }

  /// Where the event is only pledged, threatened or refused, that is what happened.
  private mutating func perform(_ occurrence: inout Occurrence, _ commitment: inout Commitment) {
    if commitment.act == nil { return declare(&occurrence, &commitment) }
    guard let act = commitment.act, act.token != occurrence.clause else { return }
    let word = article.words[act.token]
    let isAdjective = article.tree.upos[act.token] == .adj
    let type = occurrence.predicate.type
    let predicate: Predicate?
    switch act.governor {
    case .refuses: predicate = .rejects
    case .fails: predicate = Self.isAgreement(occurrence.predicate) ? .rejects : nil
    case .commits: predicate = Self.isKind(type) ? .pledges : nil
    case .threatens:
      predicate = Self.isHarm(type) ? .threatens : word == Self.threaten ? nil : .pledges
    default: predicate = nil
    }
    guard let predicate, article.tree.isVerb(act.token) || isAdjective else { return }
    consumed.insert(act.token)
    let isMutual = occurrence.predicate.isSymmetric
    occurrence.predicate = predicate
    occurrence.clause = act.token
    occurrence.trigger = act.token
    if let agent = clauses.subjects.agent(of: act.token) {
      occurrence.subjects = clauses.arguments.arguments(agent, .actor)
    }
    if isMutual, occurrence.objects.isEmpty, occurrence.subjects.count > 1 {
      // "Norway and Sweden failed to agree": each with the other.
      occurrence.objects = Array(occurrence.subjects.dropFirst())
      occurrence.subjects.removeLast(occurrence.subjects.count - 1)
    }
    commitment = commitments.commitment(of: act.token)
  }
  private static let threaten = WordKey("threatened")

  /// "The rebels said they will free him" is a pledge, "would not" a refusal, "would attack" a
  /// threat: the speaker's own future.
  private func declare(_ occurrence: inout Occurrence, _ commitment: inout Commitment) {
    let tree = article.tree
    guard tree.labels[occurrence.clause] == .ccomp, let head = tree.head(occurrence.clause),
      tree.isVerb(head), CommitmentLexicon.english[verb: article.words[head]] == .reports,
      tree.children(occurrence.clause).contains(where: {
        tree.labels[Int($0)] == .aux
          && CommitmentLexicon.futureAuxiliaries.contains(article.words[Int($0)])
      }),
      let own = tree.child(occurrence.clause, .nsubj), tree.upos[own] == .pron,
      let speaker = clauses.subjects.agent(of: head),
      clauses.subjects.subject(of: occurrence.clause) == speaker
        || sameEntity(own, speaker)
    else { return }
    let type = occurrence.predicate.type
    let isDenied = commitment.modality == .denied
    if Self.isKind(type) {
      occurrence.predicate = isDenied ? .rejects : .pledges
    } else if Self.isHarm(type), !isDenied, !Self.announcing.contains(article.words[head]) {
      occurrence.predicate = .threatens
    } else {
      return
    }
    occurrence.subjects = clauses.arguments.arguments(speaker, .actor)
    commitment = commitments.commitment(of: head)
  }
  private static let announcing = WordSet("announced announces announce")

  private func sameEntity(_ a: Int, _ b: Int) -> Bool {
    guard let one = article.mention(at: a), let other = article.mention(at: b) else { return false }
    return one.entity == other.entity
  }

  private static func isKind(_ type: RelationType) -> Bool {
    switch type {
    case .agree, .consult, .support, .concede, .cooperate, .aid, .retreat: true
    default: false
    }
  }

  private static func isAgreement(_ predicate: Predicate) -> Bool {
    predicate == .agreesWith || predicate == .signsDealWith || predicate == .ceasesFireWith
  }

  private static func isHarm(_ type: RelationType) -> Bool {
    switch type {
    case .sanction, .coerce, .assault, .mobilize, .protest, .reject, .accuse: true
    default: false
    }
  }

  /// What is given or traded, and for how much: also where it is only pledged.
  private func qualifiers(of occurrence: Occurrence, in sentence: Int32) -> [Qualifier] {
    var found: [Qualifier] = []
    if let goods = occurrence.goods,
      occurrence.predicate.type == .aid || occurrence.predicate == .tradesWith
        || occurrence.predicate == .pledges
    {
      found.append(Qualifier(kind: .goods, range: goods))
    }
    if let amount = AmountFinder(article: article).amount(of: occurrence, in: sentence) {
      found.append(Qualifier(kind: .amount, range: amount))
    }
    return found
  }

  func template(
    _ occurrence: Occurrence, _ commitment: Commitment, _ sentence: Int32
  ) -> Relation? {
    guard !commitment.isSuspended else { return nil }
    var relation = Relation(
      predicate: occurrence.predicate, subject: nil, object: nil, sentence: sentence,
      trigger: article.tokens[occurrence.trigger].range, modality: commitment.modality,
      tense: commitment.tense, confidence: 0)
    if let source = commitment.source {
      relation.attribution = clauses.arguments.arguments(source, .actor).first?.argument
    }
    relation.place = PlaceFinder(arguments: clauses.arguments).place(of: occurrence)
    relation.time = times.time(of: occurrence, commitment, in: sentence)
    return relation
  }

  typealias Found = ArgumentFinder.Found

  private func fittingPairs(_ occurrence: Occurrence) -> [(Found?, Found?)] {
    pairs(occurrence).filter { subject, object in
      fit.isFitting(occurrence.predicate, subject, object)
    }
  }

  func pairs(_ occurrence: Occurrence) -> [(Found?, Found?)] {
    var pairs: [(Found?, Found?)] = []
    let (subjects, objects) = (occurrence.subjects, occurrence.objects)
    if occurrence.predicate.isSymmetric, objects.isEmpty || subjects.isEmpty {
      if occurrence.predicate == .ceasesFireWith, let only = subjects.first, subjects.count == 1 {
        return [(only, nil)]
      }
      let group = objects.isEmpty ? subjects : objects
      for i in group.indices {
        for j in group.indices where j > i { pairs.append((group[i], group[j])) }
      }
      return pairs
    }
    for subject in subjects.isEmpty ? [nil] : subjects.map(Optional.some) {
      for object in objects.isEmpty ? [nil] : objects.map(Optional.some) {
        pairs.append((subject, object))
      }
    }
    return pairs
  }

  /// As often right as it says on PLOVER's development records and on news read by hand: what is
  /// done to a thing is the least sure.
  private func confidence(_ occurrence: Occurrence, _ subject: Found?, _ object: Found?) -> UInt8 {
    var confidence = 82
    if occurrence.isNominal { confidence -= 4 }
    for side in [subject, object] {
      if let side, side.isIndirect, side.argument.entity != nil { confidence -= 3 }
    }
    if let object, object.isThing {
      confidence -= 25
      if let subject, subject.argument.entity == nil { confidence -= 15 }
    }
    return UInt8(max(0, confidence))
  }
}
