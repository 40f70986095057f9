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
  /// It needs an object, and what stands there is no one it can be done to. "Norway will return
  /// the ship" may still be a pledge.
  var isHollow = false
}

/// Reads occurrences from verbs, light verbs with their nouns, and nouns.
struct ClauseReader {
  let article: ArticleWords
  let arguments: ArgumentFinder
  let subjects: SubjectFinder
  var tree: SyntaxTree { article.tree }
  var lexicon: RelationLexicon { RelationLexicon.english }

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
    if frame.predicate == .demands, frame.objectClass == 0, !frame.slots.contains(.object),
      !isPassive, tree.child(verb, .obj) != nil
    {
      // "called the county for Dahl".
      return nil
    }
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
    for slot in frame.slots {
      let heads = heads(slot, verb, patient, isPassive, frame)
      var objects = objects(heads, frame.predicate)
      if Self.vague.contains(slot) {
        // "in response", "at dawn": only a name tells whom.
        objects.removeAll { $0.argument.entity == nil && (!$0.isAnchored || $0.isThing) }
        if objects.isEmpty { objects = owners(heads) }
      }
      objects.removeAll { !isTaken($0, by: frame) }
      // The first who are named; where none is, the first.
      let isNamed = objects.contains { $0.argument.entity != nil || $0.isAnchored }
      if isNamed || found.objects.isEmpty { found.objects = objects }
      if isNamed { break }
    }
    if found.objects.isEmpty, !frame.isObjectOptional {
      guard patient.map({ tree.upos[$0] == .noun }) ?? false, frame.objectClass == 0,
        frame.slots.contains(.object)
      else { return nil }
      found.isHollow = true
    }
    if found.predicate == .attacks, let patient,
      Self.opinions.contains(article.words[patient]) || isVerbal(verb)
    {
      found.predicate = .condemns
    }
    let isActedOn =
      frame.slots.contains(.object) || frame.slots.contains(.clause) || frame.objectClass != 0
    if isPassive && isActedOn {
      found.subjects = subjects.byPhrase(of: verb).map { arguments.arguments($0, .actor) } ?? []
      if found.subjects.isEmpty, !Self.isDoneToOthers(frame.predicate) { return nil }
    } else {
      // "is committed to", "is opposed to": the subject is the one who does.
      found.subjects = subjectArguments(of: verb)
      if found.subjects.isEmpty { return nil }
    }
    return actedOut(found)
  }

  /// "attacked Dahl for leaving", "attacked the plan as weak": with words.
  private func isVerbal(_ verb: Int) -> Bool {
    tree.children(verb).contains { child in
      guard child > verb else { return false }
      switch tree.labels[Int(child)] {
      case .advcl, .obl, .acl:
        let marker = tree.child(Int(child), .mark) ?? arguments.preposition(of: Int(child))
        return marker.map {
          Self.reasoning.contains(article.words[$0])
            && (article.words[$0] != Self.for || tree.xpos[Int(child)] == .vbg)
        } ?? false
      default: return false
      }
    }
  }
  private static let reasoning = WordSet("for as over")
  private static let `for` = WordKey("for")

  /// "at a hotel in Norway": whose the places are. "from his post" names nobody else.
  private func owners(_ heads: [Int]) -> [ArgumentFinder.Found] {
    heads.filter {
      tree.upos[$0] == .noun && !ArgumentFinder.times.contains(article.words[$0])
        && !Self.circumstances.contains(article.words[$0])
    }
    .compactMap { arguments.owner($0) }.filter { $0.kind != .pronoun }
    .map {
      ArgumentFinder.Found(
        argument: Argument(range: $0.range, entity: $0.entity), isIndirect: true)
    }
  }

  /// "in anticipation of Dahl's visit" tells no place.
  private static let circumstances = WordSet(
    """
    anticipation response reaction support favor favour light view accordance line case event wake
    connection relation regard addition spite honor honour
    """)

  /// What is attacked in words only.
  private static let opinions = WordSet(
    """
    policy policies decision decisions plan plans proposal proposals statement statements remark
    remarks record law laws bill ruling claim claims idea ideas view views approach stance reform
    reforms budget deal agreement proclamation announcement response handling speech comment comments
    argument arguments suggestion report reports motion credibility character performance strategy
    """)

  /// Those that phrases stand for, without the things that nobody can do it to.
  func objects(_ heads: [Int], _ predicate: Predicate) -> [ArgumentFinder.Found] {
    let found = heads.flatMap { arguments.arguments($0, Self.reach(predicate)) }
    return Self.takesThings(predicate) ? found : found.filter { !$0.isThing }
  }

  /// What remains where a thing is said to do it: harm is done by nobody named, else nothing.
  func actedOut(_ occurrence: Occurrence) -> Occurrence? {
    guard occurrence.subjects.contains(where: \.isThing) else { return occurrence }
    var found = occurrence
    found.subjects.removeAll(where: \.isThing)
    guard found.subjects.isEmpty else { return found }
    let isHarm = found.predicate == .kills || found.predicate == .wounds
    return isHarm && occurrence.subjects.contains(where: \.isInstrument) ? found : nil
  }

  func subjectArguments(of verb: Int) -> [ArgumentFinder.Found] {
    let found = subjects.subject(of: verb).map { arguments.arguments($0, .actor) } ?? []
    if !found.isEmpty || tree.xpos[verb] == .vbg || tree.xpos[verb] == .vb { return found }
    guard tree.labels[verb] != .acl || tree.xpos[verb] != .vbn, tree.labels[verb] != .conj,
      let nearest = arguments.chunk(before: verb, from: max(0, verb - 6))
    else { return found }
    return arguments.arguments(nearest, .actor)
  }

  /// The direct object, or the phrase right after a verb that a parser left without one.
  func object(of verb: Int) -> Int? {
    if let object = tree.child(verb, .obj) {
      // "demanded that" is no object, nor is the participle in "rejected a motion blaming both".
      let isVerb = tree.upos[object] == .verb && object > verb + 1
      if tree.upos[object] != .sconj && tree.xpos[object] != .in && !isVerb { return object }
    }
    if tree.labels[verb] == .acl, tree.xpos[verb] == .vbn { return nil }
    var next = verb + 1
    while next < tree.heads.count, next - verb < 5,
      Self.amounts.contains(article.words[next])
        || ArgumentFinder.times.contains(article.words[next])
    {
      next += 1
    }
    guard next < tree.heads.count else { return nil }
    switch tree.upos[next] {
    case .det where isNounTaggedVerb(next + 1): return next + 1
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

  /// "halted all aid to": after a determiner it is no verb, whatever a tagger thought.
  private func isNounTaggedVerb(_ token: Int) -> Bool {
    guard token < tree.heads.count, tree.xpos[token] == .vb || tree.xpos[token] == .vbp else {
      return false
    }
    return tree.child(token, .mark) == nil && tree.child(token, .nsubj) == nil
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

  private static let that = WordKey("that")

  private func heads(
    _ slot: Slot, _ verb: Int, _ patient: Int?, _ isPassive: Bool, _ frame: Frame
  ) -> [Int] {
    switch slot {
    case .object:
      // "allowed the leader to hold a rally".
      if frame.slots.contains(.clause), !isPassive, let indirect = tree.child(verb, .iobj) {
        return [indirect]
      }
      guard let patient else { return [] }
      // "freed the editor and two others", taken for a gift of the others to the editor.
      guard !isPassive, let first = tree.child(verb, .iobj), first < patient,
        (first..<patient).contains(where: { tree.labels[$0] == .cc })
      else { return [patient] }
      return [first, patient]
    case .indirect:
      return (tree.child(verb, .iobj) ?? receiver(of: verb, patient)).map { [$0] } ?? []
    case .clause:
      if let patient, isPassive { return [patient] }
      if let clause = tree.child(verb, .ccomp), let subject = tree.child(clause, .nsubj) {
        // "asked whether Norway left" asks nothing of Norway.
        let mark = tree.child(clause, .mark)
        return mark.map { CommitmentLexicon.questions.contains(article.words[$0]) } ?? false
          ? [] : [subject]
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

  /// "gave Norway 5 million dollars": the name that opens what a parser took for one object.
  private func receiver(of verb: Int, _ patient: Int?) -> Int? {
    var first = verb + 1
    guard let patient, first < patient else { return nil }
    if tree.upos[first] == .det { first += 1 }
    guard let name = article.name(at: first), name.kind == .name || name.kind == .surname else {
      return nil
    }
    let after = Int(article.mentionTokens[Int(article.widestName[first])].upperBound)
    guard after < patient, tree.upos[after] == .num || tree.upos[after] == .det else { return nil }
    return after - 1
  }

  /// Phrases with a preposition at the verb, or at its object, where a parser may hang them.
  func phrases(with slot: Slot, at verb: Int, _ patient: Int?) -> [Int] {
    var found = phrases(with: slot, at: verb)
    guard let patient else { return found }
    for conjunct in arguments.conjuncts(patient) {
      found += phrases(with: slot, at: conjunct).filter { !found.contains($0) }
    }
    guard found.isEmpty, let of = lexicon.preposition("of"), slot != of else { return found }
    // "a series of bombs in", "millions of dollars for".
    return phrases(with: of, at: patient).flatMap { phrases(with: slot, at: $0) }
  }

  func phrases(with slot: Slot, at head: Int) -> [Int] {
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
  func has(_ bits: UInt32, _ head: Int) -> Bool {
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

  /// "threatened to strike unless Norway leaves": whom the condition is put to.
  func conditioned(_ verb: Int) -> [ArgumentFinder.Found] {
    var clause: Int? = verb
    for _ in 0..<3 {
      guard let current = clause else { return [] }
      for child in tree.children(current) where tree.labels[Int(child)] == .advcl {
        guard let mark = tree.child(Int(child), .mark),
          CommitmentLexicon.conditions.contains(article.words[mark]),
          let subject = tree.child(Int(child), .nsubj)
        else { continue }
        return arguments.arguments(subject, .actor).filter { $0.argument.entity != nil }
      }
      clause = tree.child(current, .xcomp) ?? tree.child(current, .ccomp)
    }
    return []
  }
}
