/// How far the text stands behind what a clause says.
struct Commitment {
  var modality: Modality = .asserted
  var tense: Tense = .none
  /// Heads of those who say, allege or deny it.
  var source: Int?
  /// The nearest verb above that pledges, threatens or refuses what is told.
  var act: (governor: Governor, token: Int)?
  /// Nothing is said of whether it happens.
  var isSuspended = false
}

/// Reads modality, negation, tense and attribution by walking from a clause up to its root.
struct CommitmentReader {
  let article: ArticleWords
  let subjects: SubjectFinder
  private var tree: SyntaxTree { article.tree }
  private var lexicon: CommitmentLexicon { CommitmentLexicon.english }

  /// Beyond this a sentence is no more than a list of clauses.
  private static let longestWalk = 16

  func commitment(of trigger: Int) -> Commitment {
    var result = Commitment()
    if tree.isVerb(trigger) { result.tense = tense(of: trigger) }
    var token = trigger
    var readsOwnWords = true
    for step in 0..<Self.longestWalk {
      if readsOwnWords { readWords(of: token, isTrigger: step == 0, &result) }
      readSources(of: token, &result)
      guard let head = tree.head(token), !result.isSuspended else { break }
      readsOwnWords = true
      switch tree.labels[token] {
      case .conj:
        if coordinated(token, head, &result) { break }
        // "will meet and discuss": the auxiliary of the first is that of the second.
        readsOwnWords = tree.xpos[token] == .vb && tree.isVerb(head)
      case .xcomp, .ccomp, .csubj: govern(token, head, &result)
      case .advcl: adverbial(token, head, &result)
      case .acl:
        if let accusing = accusation(token, of: head) {
          attribute(to: subjects.agent(of: accusing), .alleges, &result)
          break
        }
        if tree.xpos[token] == .vbg,
          let mark = tree.child(token, .mark) ?? tree.child(token, .case),
          Self.aiming.contains(article.words[mark])
        {
          // "talks on selling": nothing is sold yet.
          if result.modality == .asserted { result.modality = .planned }
          return result
        }
        guard lexicon[noun: article.words[head]] != nil || tree.xpos[token] == .vb else {
          // A relative clause stands on its own.
          return result
        }
        modifier(token, head, &result)
      case .parataxis, .obj, .obl, .nsubj, .nmod, .appos, .compound:
        guard !tree.isVerb(token) || tree.labels[token] == .parataxis else { break }
        nominal(token, head, &result)
        // "failed to mention Norway's attack": there was one.
        if tree.labels[token] == .obj, Self.mentioning.contains(article.words[head]) {
          return result
        }
        if tree.labels[token] != .obl && tree.labels[token] != .obj && !tree.isVerb(token) {
          return result
        }
      default: break
      }
      token = head
    }
    return result
  }

  // MARK: The clause's own words

  private func readWords(of token: Int, isTrigger: Bool, _ result: inout Commitment) {
    for child in tree.children(token) {
      let word = article.words[Int(child)]
      switch tree.labels[Int(child)] {
      case .aux, .cop:
        if CommitmentLexicon.futureAuxiliaries.contains(word) {
          if result.modality == .asserted { result.modality = .planned }
          if isTrigger { result.tense = .future }
        } else if CommitmentLexicon.weakAuxiliaries.contains(word) {
          result.isSuspended = true
        } else if tree.xpos[token] == .vb, CommitmentLexicon.beForms.contains(word),
          tree.child(token, .mark).map({ tree.xpos[$0] == .to }) ?? false
        {
          // "is to meet".
          if result.modality == .asserted { result.modality = .planned }
        }
      case .advmod, .det:
        if CommitmentLexicon.negations.contains(word) {
          result.modality = .denied
        } else if CommitmentLexicon.hedges.contains(word), result.modality != .denied {
          result.modality = .alleged
        }
      case .mark where tree.labels[token] == .ccomp:
        if CommitmentLexicon.questions.contains(word) { result.isSuspended = true }
      case .mark:
        if CommitmentLexicon.conditions.contains(word) { result.isSuspended = true }
      case .amod where isTrigger && !tree.isVerb(token):
        if CommitmentLexicon.allegedAdjectives.contains(word) {
          result.modality = .alleged
        } else if CommitmentLexicon.plannedAdjectives.contains(word) {
          result.modality = .planned
        } else if CommitmentLexicon.hypotheticalAdjectives.contains(word) {
          result.isSuspended = true
        }
      default: break
      }
    }
  }

  private func tense(of verb: Int) -> Tense {
    switch tree.xpos[verb] {
    case .vbd: return .past
    case .vbz, .vbp: return .present
    case .vbn, .vbg:
      for child in tree.children(verb) where tree.labels[Int(child)] == .aux {
        switch tree.xpos[Int(child)] {
        case .vbd: return .past
        case .vbz, .vbp: return tree.xpos[verb] == .vbn ? .past : .present
        default: break
        }
      }
      return .none
    default: return .none
    }
  }

  /// "…, it said", "according to the agency".
  private func readSources(of token: Int, _ result: inout Commitment) {
    guard result.source == nil else { return }
    for child in tree.children(token) {
      let child = Int(child)
      switch tree.labels[child] {
      case .parataxis:
        guard tree.isVerb(child), let governor = lexicon[verb: article.words[child]],
          governor == .reports || governor == .alleges || governor == .denies,
          let source = tree.child(child, .nsubj), !isFirstOrder(token, child)
        else { continue }
        attribute(to: source, governor, &result)
      case .obl:
        guard let preposition = tree.child(child, .case),
          article.words[preposition] == Self.according
        else { continue }
        attribute(to: child, .reports, &result)
      default: break
      }
    }
  }
  private static let according = WordKey("according")

  /// A parataxis that is itself a clause of news, not the saying of this one.
  private func isFirstOrder(_ token: Int, _ child: Int) -> Bool {
    tree.child(child, .ccomp) != nil || tree.child(child, .obj) != nil
  }

  private func attribute(to source: Int?, _ governor: Governor, _ result: inout Commitment) {
    if result.source == nil { result.source = source }
    switch governor {
    case .reports: if result.modality == .asserted { result.modality = .reported }
    case .alleges: if result.modality != .denied { result.modality = .alleged }
    case .denies: result.modality = result.modality == .denied ? .reported : .denied
    default: break
    }
  }

  // MARK: What governs it

  private func govern(_ token: Int, _ head: Int, _ result: inout Commitment) {
    let word = article.words[head]
    let isClause = tree.labels[token] == .ccomp
    guard tree.isVerb(head) else {
      return apply(lexicon[noun: word], token, head, isClause: isClause, &result)
    }
    // "is to meet".
    if tree.upos[head] == .aux || CommitmentLexicon.beForms.contains(word) {
      if result.modality == .asserted { result.modality = .planned }
      return
    }
    guard let governor = lexicon[verb: word] else {
      // An unknown verb with "to": nothing is known of what it does.
      if !isClause, tree.xpos[token] == .vb { result.isSuspended = true }
      return
    }
    apply(governor, token, head, isClause: isClause, &result)
  }

  private func apply(
    _ governor: Governor?, _ token: Int, _ head: Int, isClause: Bool, _ result: inout Commitment
  ) {
    guard let governor else { return }
    switch governor {
    case .reports, .alleges, .denies:
      if governor == .reports && !isClause && tree.xpos[token] == .vb {
        // "said to have", "known to be": alleged by nobody named.
        if result.modality == .asserted { result.modality = .alleged }
        return
      }
      attribute(to: subjects.agent(of: head), governor, &result)
    case .plans:
      if result.modality == .asserted { result.modality = .planned }
    case .commits, .threatens, .refuses, .fails:
      if governor == .refuses || governor == .fails { result.modality = .denied }
      if result.modality == .asserted { result.modality = .planned }
      if result.act == nil { result.act = (governor, head) }
    case .suspends: result.isSuspended = true
    case .passes: break
    }
  }

  private func adverbial(_ token: Int, _ head: Int, _ result: inout Commitment) {
    let isInfinitive = tree.xpos[token] == .vb
    if isInfinitive, let governor = lexicon[verb: article.words[head]], Self.asks(governor) {
      // "called on Norway to leave", where a parser takes the asking for a purpose.
      return apply(governor, token, head, isClause: false, &result)
    }
    if let mark = tree.child(token, .mark) {
      let word = article.words[mark]
      if lexicon[verb: article.words[head]] == .suspends, word == Self.from {
        // "prevent Norway from leaving".
        result.isSuspended = true
        return
      }
      if lexicon[verb: article.words[head]] == .alleges, word == Self.of || word == Self.for {
        return attribute(to: subjects.agent(of: head), .alleges, &result)
      }
      // "signed a letter on selling gas": nothing is sold yet.
      let isAim = tree.xpos[token] == .vbg && Self.aiming.contains(word)
      if isInfinitive || isAim, result.modality == .asserted { result.modality = .planned }
    } else if isInfinitive, result.modality == .asserted {
      result.modality = .planned
    }
  }

  /// "accused Dahl of leaving", where a parser takes what Dahl is accused of for a clause about Dahl.
  private func accusation(_ token: Int, of accused: Int) -> Int? {
    guard tree.labels[accused] == .obj, let verb = tree.head(accused),
      lexicon[verb: article.words[verb]] == .alleges, let mark = tree.child(token, .mark),
      article.words[mark] == Self.of || article.words[mark] == Self.for
    else { return nil }
    return verb
  }

  private static func asks(_ governor: Governor) -> Bool {
    switch governor {
    case .suspends, .commits, .threatens, .refuses, .fails: true
    default: false
    }
  }
  /// What governs the first of two governs the second, though a parser joins the second to the
  /// governing verb: "called for peace and to free Dahl", "accused of theft and killing two".
  private func coordinated(_ token: Int, _ head: Int, _ result: inout Commitment) -> Bool {
    guard tree.isVerb(token), tree.isVerb(head), token > head,
      let governor = lexicon[verb: article.words[head]]
    else { return false }
    if tree.xpos[token] == .vb, let mark = tree.child(token, .mark), tree.xpos[mark] == .to {
      apply(governor, token, head, isClause: false, &result)
      return true
    }
    guard governor == .alleges, tree.xpos[token] == .vbg, tree.child(token, .aux) == nil,
      tree.children(head).contains(where: {
        tree.labels[Int($0)] == .obl && Int($0) < token
          && tree.child(Int($0), .case).map { article.words[$0] == Self.of } ?? false
      })
    else { return false }
    attribute(to: subjects.agent(of: head), .alleges, &result)
    return true
  }

  private static let of = WordKey("of")
  private static let `for` = WordKey("for")
  private static let from = WordKey("from")
  private static let mentioning = WordSet(
    "mention mentions mentioned mentioning cite cites cited citing describe describes described")
  private static let aiming = WordSet("on about toward towards")

  private func modifier(_ token: Int, _ head: Int, _ result: inout Commitment) {
    guard let governor = lexicon[noun: article.words[head]] else {
      if result.modality == .asserted { result.modality = .planned }
      return
    }
    let owner = tree.children(head).first { tree.labels[Int($0)] == .nmod && Int($0) < head }
    switch governor {
    case .reports, .alleges, .denies: attribute(to: owner.map { Int($0) }, governor, &result)
    default: apply(governor, token, head, isClause: false, &result)
    }
  }

  /// A noun that tells an event, below a verb.
  private func nominal(_ token: Int, _ head: Int, _ result: inout Commitment) {
    guard tree.isVerb(head) else { return }
    let governor = lexicon[verb: article.words[head]]
    switch tree.labels[token] {
    case .obj:
      switch governor {
      case .denies: attribute(to: subjects.agent(of: head), .denies, &result)
      case .suspends, .refuses: result.isSuspended = true
      case .threatens, .commits, .plans:
        if result.modality == .asserted { result.modality = .planned }
        if governor != .plans, result.act == nil, let governor { result.act = (governor, head) }
      default: break
      }
    case .obl:
      if governor == .suspends || governor == .refuses { result.isSuspended = true }
    default: break
    }
  }
}
