/// What one verb or noun says happened, before it is asked how far the text stands behind it.
struct Occurrence {
  var predicate: Predicate
  var subjects: [ArgumentFinder.Found] = []
  var objects: [ArgumentFinder.Found] = []
  /// The verb, or the noun where no verb carries it.
  var clause: Int
  /// The word that names the event.
  var trigger: Int
  var goods: TextRange?
  var isNominal = false
}

/// Reads occurrences from verbs, light verbs with their nouns, and nouns.
struct ClauseReader {
  let article: ArticleWords
  let arguments: ArgumentFinder
  let subjects: SubjectFinder
  private var tree: SyntaxTree { article.tree }
  private var lexicon: RelationLexicon { RelationLexicon.english }

  init(article: ArticleWords) {
    self.article = article
    arguments = ArgumentFinder(article: article)
    subjects = SubjectFinder(article: article)
  }

  // MARK: Verbs

  /// What a verb says; `noun` is the one it carries, if it is a light verb.
  func occurrence(ofVerb verb: Int) -> (Occurrence, noun: Int?)? {
    let frames = lexicon.verbFrames(article.words[verb]).map { lexicon.frames[$0] }
      .filter { hasParticle($0, verb) }
    guard !frames.isEmpty else { return nil }
    let isPassive = subjects.isPassive(verb)
    for frame in frames where frame.role == .event && frame.objectClass != 0 {
      if let found = event(frame, verb, isPassive) { return (found, nil) }
    }
    for frame in frames where frame.role != .event {
      if let (found, noun) = carried(frame, verb, isPassive) { return (found, noun) }
    }
    for frame in frames where frame.role == .event && frame.objectClass == 0 {
      if let found = event(frame, verb, isPassive) { return (found, nil) }
    }
    return nil
  }

  private static let vague: [Slot] = ["in", "at", "on", "from"].compactMap {
    RelationLexicon.english.preposition($0)
  }

  private func hasParticle(_ frame: Frame, _ verb: Int) -> Bool {
    guard let particle = frame.particle else { return true }
    if verb + 1 < tree.heads.count, article.words[verb + 1] == particle { return true }
    for child in tree.children(verb)
    where Int(child) > verb && article.words[Int(child)] == particle {
      switch tree.labels[Int(child)] {
      case .compound, .advmod, .case, .obl, .xcomp: return true
      default: break
      }
    }
    return false
  }

  private func event(_ frame: Frame, _ verb: Int, _ isPassive: Bool) -> Occurrence? {
    if frame.predicate == .bornIn { return birth(frame, verb, isPassive) }
    var found = Occurrence(predicate: frame.predicate, clause: verb, trigger: verb)
    let patient = isPassive ? subjects.subject(of: verb) : object(of: verb)
    if frame.objectClass != 0 {
      guard let patient, has(frame.objectClass, patient) else { return nil }
      found.goods = arguments.phrase(patient)
    }
    if frame.withClass != 0 {
      guard let with = lexicon.preposition("with"),
        let goods = phrases(with: with, at: verb, patient).first(where: {
          has(frame.withClass, $0)
        })
      else { return nil }
      found.goods = arguments.phrase(goods)
    }
    let reach = Self.reach(frame.predicate)
    for slot in frame.slots {
      let heads = heads(slot, verb, patient, isPassive, frame)
      found.objects = heads.flatMap { arguments.arguments($0, reach) }
      if Self.vague.contains(slot) {
        // "in response", "at dawn": only a name tells whom.
        found.objects.removeAll { $0.argument.entity == nil && !$0.isAnchored }
      }
      if !found.objects.isEmpty { break }
    }
    if found.objects.isEmpty, !frame.isObjectOptional { return nil }
    let isActedOn =
      frame.slots.contains(.object) || frame.slots.contains(.clause) || frame.objectClass != 0
    if isPassive && isActedOn {
      found.subjects = subjects.byPhrase(of: verb).map { arguments.arguments($0, .actor) } ?? []
    } else {
      // "is committed to", "is opposed to": the subject is the one who does.
      found.subjects = subjectArguments(of: verb)
      if found.subjects.isEmpty { return nil }
    }
    return found
  }

  private func subjectArguments(of verb: Int) -> [ArgumentFinder.Found] {
    let found = subjects.subject(of: verb).map { arguments.arguments($0, .actor) } ?? []
    if !found.isEmpty || tree.xpos[verb] == .vbg || tree.xpos[verb] == .vb { return found }
    guard tree.labels[verb] != .acl || tree.xpos[verb] != .vbn, tree.labels[verb] != .conj,
      let nearest = arguments.chunk(before: verb, from: max(0, verb - 6))
    else { return found }
    return arguments.arguments(nearest, .actor)
  }

  /// The direct object, or the phrase right after a verb that a parser left without one.
  private func object(of verb: Int) -> Int? {
    if let object = tree.child(verb, .obj) {
      // "demanded that" is no object.
      if tree.upos[object] != .sconj && tree.xpos[object] != .in { return object }
    }
    if tree.labels[verb] == .acl, tree.xpos[verb] == .vbn { return nil }
    var next = verb + 1
    while next < tree.heads.count, next - verb < 5, Self.amounts.contains(article.words[next]) {
      next += 1
    }
    guard next < tree.heads.count else { return nil }
    switch tree.upos[next] {
    case .det, .adj, .noun, .propn, .num:
      for label in [DependencyLabel.ccomp, .xcomp] {
        if let clause = tree.child(verb, label), tree.upos[clause] == .verb, clause > next {
          return nil
        }
      }
      return arguments.chunk(from: next, until: min(tree.heads.count, next + 14))
    default: return nil
    }
  }

  /// What may stand between a verb and its object: amounts, particles.
  private static let amounts = WordSet(
    "at least up to more than about around nearly over as many almost only out down off")

  private func birth(_ frame: Frame, _ verb: Int, _ isPassive: Bool) -> Occurrence? {
    guard isPassive, let subject = subjects.subject(of: verb) else { return nil }
    var found = Occurrence(predicate: .bornIn, clause: verb, trigger: verb)
    found.subjects = arguments.arguments(subject, .strict)
    found.objects = frame.slots.flatMap { phrases(with: $0, at: verb, nil) }
      .flatMap { arguments.arguments($0, .strict) }
    return found.objects.isEmpty ? nil : found
  }

  private func heads(
    _ slot: Slot, _ verb: Int, _ patient: Int?, _ isPassive: Bool, _ frame: Frame
  ) -> [Int] {
    switch slot {
    case .object: return patient.map { [$0] } ?? []
    case .indirect:
      if let indirect = tree.child(verb, .iobj) { return [indirect] }
      return []
    case .clause:
      if let patient, isPassive { return [patient] }
      if let clause = tree.child(verb, .ccomp), let subject = tree.child(clause, .nsubj) {
        return [subject]
      }
      if let clause = tree.child(verb, .xcomp), let subject = tree.child(clause, .nsubj) {
        return [subject]
      }
      if verb + 2 < tree.heads.count, article.words[verb + 1] == Self.that,
        let subject = arguments.chunk(from: verb + 2, until: min(tree.heads.count, verb + 16))
      {
        return [subject]
      }
      return []
    default: return phrases(with: slot, at: verb, patient)
    }
  }

  /// Phrases with a preposition at the verb, or at its object, where a parser may hang them.
  private func phrases(with slot: Slot, at verb: Int, _ patient: Int?) -> [Int] {
    var found = phrases(with: slot, at: verb)
    guard let patient else { return found }
    for conjunct in arguments.conjuncts(patient) {
      found += phrases(with: slot, at: conjunct).filter { !found.contains($0) }
    }
    return found
  }

  private func phrases(with slot: Slot, at head: Int) -> [Int] {
    var found: [Int] = []
    for child in tree.children(head) {
      let token = Int(child)
      switch tree.labels[token] {
      case .obl, .nmod, .acl, .advcl:
        guard let preposition = arguments.preposition(of: token),
          lexicon.preposition(article.words[preposition]) == slot
        else { continue }
        found.append(token)
      default: break
      }
    }
    return found
  }

  /// Whether a phrase is of a class by its head, what is joined to it, or what it is an amount of.
  private func has(_ bits: UInt32, _ head: Int) -> Bool {
    if lexicon.classes[article.words[head]].map({ $0 & bits != 0 }) ?? false { return true }
    for child in tree.children(head) {
      switch tree.labels[Int(child)] {
      case .conj, .nmod, .compound, .amod, .nummod:
        if lexicon.classes[article.words[Int(child)]].map({ $0 & bits != 0 }) ?? false {
          return true
        }
      default: break
      }
    }
    return false
  }

  // MARK: Light verbs

  private func carried(
    _ light: Frame, _ verb: Int, _ isPassive: Bool
  ) -> (Occurrence, noun: Int)? {
    let patient = isPassive ? subjects.subject(of: verb) : object(of: verb)
    guard let patient else { return nil }
    for noun in arguments.conjuncts(patient) where tree.upos[noun] == .noun {
      for index in lexicon.nounFrames(article.words[noun]) {
        let frame = lexicon.frames[index]
        if let found = carried(frame, noun, verb, light.role, isPassive) { return (found, noun) }
      }
    }
    return nil
  }

  private func carried(
    _ frame: Frame, _ noun: Int, _ verb: Int, _ role: Frame.Role, _ isPassive: Bool
  ) -> Occurrence? {
    guard var found = event(of: frame, noun: noun) else { return nil }
    found.clause = verb
    found.isNominal = false
    if role == .suffering {
      let sufferer = subjects.subject(of: verb).map { arguments.arguments($0, .actor) } ?? []
      found.objects = sufferer
      if found.subjects.isEmpty {
        let from = ["from", "by"].compactMap { lexicon.preposition($0) }
        found.subjects = from.flatMap { phrases(with: $0, at: verb, noun) }
          .flatMap { arguments.arguments($0, .actor) }
      }
      return found.objects.isEmpty || found.subjects.isEmpty ? nil : found
    }
    let agents =
      isPassive
      ? subjects.byPhrase(of: verb).map { arguments.arguments($0, .actor) } ?? []
      : subjectArguments(of: verb)
    if !agents.isEmpty { found.subjects = agents }
    if !isPassive && found.subjects.isEmpty { return nil }
    if found.objects.isEmpty {
      let reach = Self.reach(frame.predicate)
      for slot in frame.slots {
        found.objects = phrases(with: slot, at: verb).flatMap { arguments.arguments($0, reach) }
        if !found.objects.isEmpty { break }
      }
      if found.objects.isEmpty, let indirect = tree.child(verb, .iobj) {
        found.objects = arguments.arguments(indirect, reach)
      }
    }
    let isReciprocal = frame.predicate.isSymmetric && found.subjects.count > 1
    guard !found.objects.isEmpty || frame.isObjectOptional || isReciprocal else { return nil }
    return found
  }

  // MARK: Nouns

  /// What a noun says by itself: who and whom must both stand in its phrase.
  func occurrence(ofNoun noun: Int) -> Occurrence? {
    for index in lexicon.nounFrames(article.words[noun]) {
      let frame = lexicon.frames[index]
      guard var found = event(of: frame, noun: noun), !found.objects.isEmpty else { continue }
      if found.subjects.isEmpty, frame.predicate.type == .consult, let verb = verb(above: noun) {
        // "came to Norway for talks with Berg".
        found.subjects = subjectArguments(of: verb)
      }
      if found.subjects.isEmpty && !(frame.takesBetween && hasBetween(noun)) { continue }
      return found
    }
    return nil
  }

  private func hasBetween(_ noun: Int) -> Bool {
    guard let between = lexicon.preposition("between") else { return false }
    return !phrases(with: between, at: noun).isEmpty
  }

  /// The verb that a noun hangs on by a preposition.
  private func verb(above noun: Int) -> Int? {
    var token = noun
    for _ in 0..<3 {
      guard let head = tree.head(token) else { return nil }
      if tree.upos[head] == .verb {
        return tree.labels[token] == .obl && !subjects.isPassive(head) ? head : nil
      }
      guard tree.labels[token] == .nmod else { return nil }
      token = head
      // Only the way up from an object: "visited Norway for talks".
      if let above = tree.head(token), tree.upos[above] == .verb,
        tree.labels[token] == .obj || tree.labels[token] == .obl
      {
        return subjects.isPassive(above) ? nil : above
      }
    }
    return nil
  }

  private func event(of frame: Frame, noun: Int) -> Occurrence? {
    if frame.objectClass != 0, !has(frame.objectClass, noun) { return nil }
    var found = Occurrence(
      predicate: frame.predicate, clause: noun, trigger: noun, isNominal: true)
    let reach = Self.reach(frame.predicate)
    for child in tree.children(noun) {
      let token = Int(child)
      switch tree.labels[token] {
      case .nmod where token < noun, .amod where token < noun:
        found.subjects += owners(token)
      case .compound where token < noun:
        guard !arguments.mentions(headedBy: token).isEmpty else { continue }
        if frame.takesCompound {
          found.objects += owners(token)
        } else {
          found.subjects += owners(token)
        }
      case .nmod, .acl:
        guard let preposition = arguments.preposition(of: token) else { continue }
        let word = article.words[preposition]
        if word == Self.by || (word == Self.of && !frame.takesOf && frame.objectClass == 0) {
          if found.subjects.isEmpty { found.subjects = arguments.arguments(token, .actor) }
        }
      default: break
      }
    }
    if found.objects.isEmpty {
      for slot in frame.slots where frame.objectClass == 0 || slot != lexicon.preposition("of") {
        var heads = phrases(with: slot, at: noun)
        if heads.isEmpty { heads = nested(slot, noun) }
        found.objects = heads.flatMap { arguments.arguments($0, reach) }
        if !found.objects.isEmpty { break }
      }
    }
    return found
  }
  /// A name before a noun, and those joined to it.
  private func owners(_ token: Int) -> [ArgumentFinder.Found] {
    arguments.conjuncts(token).flatMap { arguments.mentions(headedBy: $0) }.map {
      ArgumentFinder.Found(argument: Argument(range: $0.range, entity: $0.entity))
    }
  }

  /// "suspension of links with Norway"; or, whatever a parser made of it, the phrase after the
  /// preposition that follows the noun.
  private func nested(_ slot: Slot, _ noun: Int) -> [Int] {
    for child in tree.children(noun) where tree.labels[Int(child)] == .nmod && Int(child) > noun {
      let found = phrases(with: slot, at: Int(child))
      if !found.isEmpty { return found }
    }
    guard noun + 2 < tree.heads.count, lexicon.preposition(article.words[noun + 1]) == slot,
      let head = arguments.chunk(from: noun + 2, until: min(tree.heads.count, noun + 14))
    else { return [] }
    return [head]
  }

  private static let by = WordKey("by")
  private static let of = WordKey("of")
  private static let that = WordKey("that")

  // MARK: Compound adjectives

  /// "Norway-backed rebels": a name, a hyphen and a participle before a noun.
  func occurrence(ofParticiple token: Int, from floor: Int) -> Occurrence? {
    guard token - 2 >= floor, article.mark(token - 1) == UInt8(ascii: "-"),
      let owner = article.mention(at: token - 2), let head = tree.head(token), head > token
    else { return nil }
    for index in lexicon.verbFrames(article.words[token]) {
      let frame = lexicon.frames[index]
      guard frame.role == .event, frame.slots.contains(.object), frame.particle == nil,
        frame.objectClass == 0, Self.adjectival.contains(frame.predicate)
      else { continue }
      var found = Occurrence(
        predicate: frame.predicate, clause: token, trigger: token, isNominal: true)
      found.subjects = [
        ArgumentFinder.Found(argument: Argument(range: owner.range, entity: owner.entity))
      ]
      found.objects = arguments.arguments(head, .strict)
      return found.objects.isEmpty ? nil : found
    }
    return nil
  }
  private static let adjectival: Set<Predicate> = [
    .backs, .funds, .owns, .seizes, .aids, .suppliesArmsTo, .mediates,
  ]

  // MARK: What a predicate takes

  /// Whose name may stand for an object that is not named itself.
  static func reach(_ predicate: Predicate) -> ArgumentFinder.Reach {
    switch predicate.type {
    case .fact: .strict
    case .consult, .agree, .cooperate: .actor
    case .accuse, .reject, .support, .protest, .request, .threaten, .sanction, .mobilize, .concede,
      .retreat, .aid:
      predicate == .releases || predicate == .convicts ? .strict : .owner
    case .coerce: predicate == .arrests || predicate == .deports ? .strict : .owner
    case .assault:
      predicate == .kills || predicate == .wounds || predicate == .abducts
        || predicate == .tortures ? .strict : .owner
    }
  }
}
