/// What nouns tell: carried by a verb that says little itself, or alone.
extension ClauseReader {
  // MARK: Light verbs

  func carried(
    _ light: Frame, _ verb: Int, _ isPassive: Bool
  ) -> (Occurrence, noun: Int)? {
    let patient = isPassive ? subjects.subject(of: verb) : object(of: verb)
    guard let patient else { return nil }
    for noun in arguments.conjuncts(patient) where tree.upos[noun] == .noun {
      for index in lexicon.nounFrames(article.words[telling(noun)]) {
        let frame = lexicon.frames[index]
        if let found = carried(frame, noun, verb, light.role, isPassive) { return (found, noun) }
      }
    }
    return nil
  }

  /// "a mediation mission": the noun before tells what was done.
  private func telling(_ noun: Int) -> Int {
    guard Self.undertakings.contains(article.words[noun]), noun > 0,
      tree.labels[noun - 1] == .compound, tree.upos[noun - 1] == .noun
    else { return noun }
    return noun - 1
  }
  private static let undertakings = WordSet(
    "mission missions effort efforts campaign campaigns drive process bid attempt attempts initiative"
  )

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
    // "announced a deal between Norway and Sweden" is theirs.
    if frame.takesBetween, found.objects.count > 1, hasBetween(noun) {
      found.subjects = []
      return found
    }
    if !agents.isEmpty { found.subjects = agents }
    if !isPassive && found.subjects.isEmpty { return nil }
    if found.objects.isEmpty {
      for slot in frame.slots {
        found.objects = objects(phrases(with: slot, at: verb), frame.predicate)
        if !found.objects.isEmpty { break }
      }
      if found.objects.isEmpty, let indirect = tree.child(verb, .iobj) {
        found.objects = objects([indirect], frame.predicate)
      }
    }
    let isReciprocal = frame.predicate.isSymmetric && found.subjects.count > 1
    guard !found.objects.isEmpty || frame.isObjectOptional || isReciprocal else { return nil }
    return actedOut(found)
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
      return actedOut(found)
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
        found.objects = objects(heads, frame.predicate)
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
    // "a reminder on Saturday to Norway".
    var next = noun + 1
    while next < tree.heads.count, next - noun < 3,
      ArgumentFinder.times.contains(article.words[next])
        || (next + 1 < tree.heads.count && tree.upos[next] == .adp
          && ArgumentFinder.times.contains(article.words[next + 1]))
    { next += 1 }
    guard next + 1 < tree.heads.count, lexicon.preposition(article.words[next]) == slot,
      let head = arguments.chunk(from: next + 1, until: min(tree.heads.count, next + 13))
    else { return [] }
    return [head]
  }

  private static let by = WordKey("by")
  private static let of = WordKey("of")

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
}
