/// Finds who a verb is said of: its own subject, or the one it shares.
struct SubjectFinder {
  let article: ArticleWords
  private var tree: SyntaxTree { article.tree }

  private static let longestWalk = 8

  func isPassive(_ verb: Int) -> Bool {
    guard tree.xpos[verb] == .vbn || tree.xpos[verb] == .vbd else { return false }
    var hasBe = false
    for child in tree.children(verb) where tree.labels[Int(child)] == .aux {
      if CommitmentLexicon.beForms.contains(article.words[Int(child)]) {
        hasBe = true
      } else if article.words[Int(child)] == Self.been {
        hasBe = true
      }
    }
    if hasBe { return true }
    guard tree.xpos[verb] == .vbn else { return false }
    if isReduced(verb) { return true }
    switch tree.labels[verb] {
    case .acl:
      return tree.child(verb, .nsubj) == nil && tree.child(verb, .aux) == nil
        && !beginsPhrase(verb + 1)
    case .amod: return true
    case .advcl: return tree.child(verb, .aux) == nil && tree.child(verb, .nsubj) == nil
    case .conj:
      guard let head = tree.head(verb), tree.child(verb, .aux) == nil,
        tree.child(verb, .nsubj) == nil
      else { return false }
      return tree.xpos[head] == .vbn && isPassive(head)
    default: return false
    }
  }
  private static let been = WordKey("been")

  /// "fighters supported by": a participle right after its noun.
  private func isReduced(_ verb: Int) -> Bool {
    guard verb > 0, tree.xpos[verb] == .vbn, tree.labels[verb] != .root,
      tree.upos[verb - 1] == .noun || tree.upos[verb - 1] == .propn,
      tree.child(verb, .aux) == nil, tree.child(verb, .nsubj) == nil
    else { return false }
    return !beginsPhrase(verb + 1)
  }

  /// "Dahl, the head of the bank, accused both": an object follows, so the verb is active.
  private func beginsPhrase(_ token: Int) -> Bool {
    guard token < tree.heads.count else { return false }
    if article.words[token] == Self.both { return true }
    switch tree.upos[token] {
    case .det, .propn, .noun, .pron: return !ArgumentFinder.times.contains(article.words[token])
    default: return false
    }
  }

  private static let both = WordKey("both")

  /// "an invitation for Dahl to visit": who stands between "for" and "to" is to do it.
  private func subjectBehindFor(_ verb: Int) -> Int? {
    guard tree.xpos[verb] == .vb, let mark = tree.child(verb, .mark), tree.xpos[mark] == .to,
      mark > 0, tree.upos[mark - 1] == .noun || tree.upos[mark - 1] == .propn,
      let preposition = tree.child(mark - 1, .case), article.words[preposition] == Self.for
    else { return nil }
    return mark - 1
  }
  private static let `for` = WordKey("for")

  /// The head of the surface subject, wherever it stands.
  func subject(of verb: Int) -> Int? {
    if isReduced(verb) {
      // "she was gang raped", where a parser says that she was a gang.
      let isBare = tree.child(verb - 1, .cop) != nil && tree.child(verb - 1, .det) == nil
      return isBare ? tree.subject(verb - 1) ?? verb - 1 : verb - 1
    }
    if let named = subjectBehindFor(verb) { return named }
    var verb = verb
    for _ in 0..<Self.longestWalk {
      if let own = ownSubject(of: verb) { return own }
      guard let head = tree.head(verb) else { return nil }
      switch tree.labels[verb] {
      case .conj, .parataxis:
        guard tree.isVerb(head) || tree.child(head, .nsubj) != nil else { return nil }
      case .acl:
        if tree.xpos[verb] == .vbg, tree.xpos[verb - 1] == .comma {
          // "The attack was at a mosque, killing two", "Dahl saw reporters, asking for help".
          if tree.child(head, .cop) != nil, let subject = tree.subject(head) { return subject }
          if tree.labels[head] == .obj, let above = tree.head(head), tree.isVerb(above) {
            verb = above
            continue
          }
        }
        if tree.xpos[verb] == .vb, let governed = governedNoun(head) {
          // "a plan to attack" is its owner's, or that of the verb it is the object of.
          if let owner = governed.owner { return owner }
          verb = governed.verb
          continue
        }
        if tree.labels[head] == .appos, beginsPhrase(verb + 1), let named = tree.head(head) {
          return named
        }
        return head
      case .amod: return head
      case .xcomp, .ccomp, .advcl:
        if isFinite(verb) {
          if let subject = subjectRightBefore(verb) { return subject }
          // Who said that others left has not left.
          let governor = CommitmentLexicon.english[verb: article.words[head]]
          if tree.labels[verb] == .ccomp, governor == .reports { return nil }
        }
        if let controller = controller(of: verb, under: head) { return controller }
      case .obl, .obj, .nmod:
        guard tree.isVerb(head) else { return nil }
      default: return nil
      }
      verb = head
    }
    return nil
  }

  /// A clause with a tense has a subject of its own: it shares none with the verb above.
  private func isFinite(_ verb: Int) -> Bool {
    if tree.xpos[verb] == .vbd || tree.xpos[verb] == .vbz { return true }
    return tree.children(verb).contains {
      tree.labels[Int($0)] == .aux && tree.xpos[Int($0)] == .vbd
    }
  }

  /// Where a parser gave it to another: "after the lawyer Kari Dahl was convicted".
  private func subjectRightBefore(_ verb: Int) -> Int? {
    var token = verb - 1
    while token > 0, tree.upos[token] == .aux || tree.upos[token] == .adv { token -= 1 }
    guard token >= 0, tree.upos[token] == .noun || tree.upos[token] == .propn,
      !ArgumentFinder.times.contains(article.words[token])
    else { return nil }
    while tree.labels[token] == .flat, let head = tree.head(token), head < token { token = head }
    var head = token
    for _ in 0..<3 where tree.labels[head] == .appos || tree.labels[head] == .compound {
      head = tree.head(head) ?? head
    }
    // "the storm in Norway led": what a preposition governs is no subject, if it is one.
    let preposition = tree.child(head, .case)
    return preposition.map({ Self.conjunctive.contains(article.words[$0]) }) ?? true ? token : nil
  }
  private static let conjunctive = WordSet("after before since until as")

  /// The one who does it: of a passive its "by", otherwise the subject.
  func agent(of verb: Int) -> Int? {
    guard isPassive(verb) else { return subject(of: verb) }
    return byPhrase(of: verb)
  }

  func byPhrase(of token: Int) -> Int? {
    for child in tree.children(token)
    where tree.labels[Int(child)] == .obl || tree.labels[Int(child)] == .nmod {
      if let preposition = tree.child(Int(child), .case),
        article.words[preposition] == Self.by
      {
        return Int(child)
      }
    }
    return nil
  }
  private static let by = WordKey("by")

  private func ownSubject(of verb: Int) -> Int? {
    guard let subject = tree.subject(verb) else { return nil }
    switch tree.xpos[subject] {
    case .wdt, .wp, .in:
      guard tree.labels[verb] == .acl, let head = tree.head(verb) else { return subject }
      return head
    case .dt where tree.labels[verb] == .acl: return tree.head(verb) ?? subject
    case .prp where tree.labels[verb] == .ccomp && article.widestMention[subject] < 0:
      // "The rebels said they left": the speaker, where nobody else is known to be meant.
      guard let head = tree.head(verb), tree.isVerb(head),
        CommitmentLexicon.english[verb: article.words[head]] == .reports
          || CommitmentLexicon.english[verb: article.words[head]] == .threatens,
        !Self.others.contains(article.words[subject])
      else { return subject }
      return tree.child(head, .nsubj) ?? subject
    default: return subject
    }
  }
  private static let others = WordSet("i you we")

  private func governedNoun(_ noun: Int) -> (owner: Int?, verb: Int)? {
    let owner = tree.children(noun).first { tree.labels[Int($0)] == .nmod && Int($0) < noun }
    if let owner { return (Int(owner), noun) }
    guard
      CommitmentLexicon.english[noun: article.words[noun]] != nil
        || RelationLexicon.english.nouns[article.words[noun]] != nil,
      let head = tree.head(noun), tree.isVerb(head)
    else { return nil }
    return (nil, head)
  }

  /// "urged them to go": the object of the governing verb does the governed one.
  private func controller(of verb: Int, under head: Int) -> Int? {
    guard tree.isVerb(head) else { return nil }
    let word = article.words[head]
    let governor = CommitmentLexicon.english[verb: word]
    let isControlled =
      tree.labels[verb] == .xcomp || (tree.labels[verb] == .advcl && governor == .alleges)
      || (tree.labels[verb] == .ccomp && tree.xpos[verb] == .vb)
    guard isControlled, governor != .commits, governor != .threatens || tree.labels[verb] == .advcl
    else { return nil }
    if isPassive(head) { return nil }
    return tree.child(head, .obj) ?? tree.child(head, .iobj)
  }
}
