/// Reads who did what to whom, and how far the text stands behind it, from parsed sentences.
///
/// Verbs, light verbs and nouns give occurrences (`ClauseReader`), the way up to the root gives
/// modality and attribution (`CommitmentReader`), names side by side give facts (`FactReader`).
/// - Complexity: linear in the tokens of a sentence.
package struct RelationExtractor {
  private let article: ArticleWords
  private let clauses: ClauseReader
  private let commitments: CommitmentReader
  private let facts: FactReader
  private let times: RelationTimeFinder
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
    guard let template = template(occurrence, commitment, sentence) else { return }
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
    occurrence.goods = nil
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
    occurrence.goods = nil
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

  private func template(
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
    if let goods = occurrence.goods, occurrence.predicate.type == .aid {
      relation.qualifiers = [Qualifier(kind: .goods, range: goods)]
    }
    if let amount = AmountFinder(article: article).amount(of: occurrence, in: sentence) {
      relation.qualifiers.append(Qualifier(kind: .amount, range: amount))
    }
    relation.place = PlaceFinder(arguments: clauses.arguments).place(of: occurrence)
    relation.time = times.time(of: occurrence, commitment, in: sentence)
    return relation
  }

  private typealias Found = ArgumentFinder.Found

  private func fittingPairs(_ occurrence: Occurrence) -> [(Found?, Found?)] {
    pairs(occurrence).filter { subject, object in
      isKnown(subject, object) && isFitting(occurrence.predicate, object)
        && fits(occurrence.predicate, subject?.argument, object?.argument)
    }
  }

  private func pairs(_ occurrence: Occurrence) -> [(Found?, Found?)] {
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

  /// Somebody must be named, if only in a description.
  private func isKnown(_ subject: Found?, _ object: Found?) -> Bool {
    for one in [subject, object] {
      if let one, one.argument.entity != nil || one.isAnchored { return true }
    }
    return false
  }

  /// Where a thing cannot be the object, a description must at least hold a name.
  private func isFitting(_ predicate: Predicate, _ object: Found?) -> Bool {
    guard let object, object.argument.entity == nil, !object.isAnchored else { return true }
    return predicate.type != .consult && predicate != .denies && predicate != .fights
  }

  /// Nobody does it to himself, and the kinds must make sense.
  private func fits(_ predicate: Predicate, _ subject: Argument?, _ object: Argument?) -> Bool {
    if let subject, let object {
      if let one = subject.entity, one == object.entity { return false }
      if subject.range.overlaps(object.range) { return false }
    }
    let types = (type(subject), type(object))
    if types.1 == .event || types.1 == .work || types.1 == .product {
      guard ClauseReader.takesThings(predicate) || predicate == .owns else { return false }
    }
    switch predicate {
    case .visits:
      return object?.entity != nil && types.1 != .person && (types.0 != .place || subject == nil)
    case .hacks: return types.1 != .person
    case .succeeded, .spouseOf:
      return subject != nil && types.0 == .person && types.1 == .person
    case .founded: return subject != nil && (types.1 == .organization || types.1 == .group)
    case .owns: return subject != nil && types.1 == .organization && types.0 != .place
    case .headOf:
      return types.0 == .person && (types.1 == .organization || types.1 == .group)
    case .memberOf, .worksFor: return types.0 != nil && types.1 == .organization
    case .bornIn: return types.0 == .person && types.1 == .place
    case .died: return types.0 == .person && object == nil
    case .withdrawsFrom:
      // A person who leaves a place travels.
      guard types.0 != .person || types.1 != .place else { return false }
      return object == nil || (object?.entity != nil && types.1 != .person)
    case .calls: return types.0 != .place || types.1 != .place
    case .resigns: return types.0 != .place
    case .recognizes: return types.1 == .place
    default: return true
    }
  }

  private func type(_ argument: Argument?) -> EntityType? {
    argument?.entity.map { article.entities[Int($0)].type }
  }

  private func confidence(_ occurrence: Occurrence, _ subject: Found?, _ object: Found?) -> UInt8 {
    var confidence = 88
    if occurrence.isNominal { confidence -= 6 }
    if let subject {
      if subject.isIndirect { confidence -= subject.argument.entity == nil ? 8 : 12 }
    } else {
      confidence -= 8
    }
    if let object, object.isIndirect { confidence -= object.argument.entity == nil ? 8 : 12 }
    if let object, object.isThing { confidence -= object.isAnchored ? 6 : 16 }
    return UInt8(max(0, confidence))
  }

  // MARK: Demands and denials

  /// "Norway said that Sweden must leave": a demand of the speaker's.
  private func demand(_ verb: Int, _ sentence: Int32, _ found: inout [Relation]) {
    let tree = article.tree
    guard tree.labels[verb] == .ccomp, let head = tree.head(verb), tree.isVerb(head),
      CommitmentLexicon.english[verb: article.words[head]] == .reports,
      tree.children(verb).contains(where: {
        (tree.labels[Int($0)] == .aux || tree.labels[Int($0)] == .cop)
          && CommitmentLexicon.obligations.contains(article.words[Int($0)])
      }),
      let agent = clauses.subjects.agent(of: head), let target = tree.child(verb, .nsubj)
    else { return }
    let occurrence = Occurrence(
      predicate: .demands, subjects: clauses.arguments.arguments(agent, .actor),
      objects: clauses.arguments.arguments(target, .owner), clause: head, trigger: head)
    let commitment = commitments.commitment(of: head)
    guard let template = template(occurrence, commitment, sentence) else { return }
    for (subject, object) in pairs(occurrence)
    where subject != nil && isKnown(subject, object)
      && fits(.demands, subject?.argument, object?.argument)
    {
      var relation = template
      relation.subject = subject?.argument
      relation.object = object?.argument
      relation.confidence = 66
      found.append(relation)
    }
  }

  /// "which it has denied": what was alleged of the denier stands a second time, denied.
  private func denials(
    _ index: Int32, _ sentence: Sentence, _ found: [Relation], _ last: [Relation]
  ) -> [Relation] {
    let tree = article.tree
    var denied: [Relation] = []
    for token in sentence.tokens {
      let verb = Int(token)
      let isDenial = CommitmentLexicon.english[verb: article.words[verb]] == .denies
      let isRejection = Self.rejecting.contains(article.words[verb])
      guard tree.upos[verb] == .verb, isDenial || isRejection,
        !commitments.commitment(of: verb).isSuspended,
        let agent = clauses.subjects.agent(of: verb)
      else { continue }
      guard let object = deniedObject(of: verb, isRejection: isRejection) else { continue }
      let deniers = clauses.arguments.arguments(agent, .actor)
      let range = article.tokens[verb].range
      let earlier = (found + last).filter {
        ($0.modality == .alleged || $0.modality == .reported) && $0.trigger < range
      }
      for relation in earlier {
        guard object || earlier.count == 1,
          let denier = deniers.first(where: {
            $0.argument.entity != nil && $0.argument.entity == relation.subject?.entity
          }) ?? (deniers.isEmpty ? relation.subject.map { Found(argument: $0) } : nil)
        else { continue }
        var copy = relation
        copy.modality = .denied
        copy.attribution = Argument(
          range: denier.argument.range, entity: denier.argument.entity)
        copy.confidence = min(relation.confidence, 75)
        denied.append(copy)
      }
    }
    return denied
  }
  private static let rejecting = WordSet("rejected rejects dismissed dismisses reject dismiss")

  /// Whether what is denied points back: "which", "it", "the allegations", or nothing at all.
  private func deniedObject(of verb: Int, isRejection: Bool) -> Bool? {
    let tree = article.tree
    guard let object = tree.child(verb, .obj) else {
      if tree.child(verb, .ccomp) != nil || tree.child(verb, .xcomp) != nil { return nil }
      return isRejection ? nil : true
    }
    if tree.upos[object] == .pron || tree.upos[object] == .det { return true }
    return Self.statements.contains(article.words[object]) ? true : nil
  }
  private static let statements = WordSet(
    """
    allegation allegations accusation accusations claim claims charge charges report reports
    involvement wrongdoing responsibility suggestion suggestions rumors rumours
    """)
}
