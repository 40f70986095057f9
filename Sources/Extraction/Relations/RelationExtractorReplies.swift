/// Demands and denials: what a speaker says must be done, and what those who are accused say of it.
extension RelationExtractor {
  /// "Norway said that Sweden must leave": a demand of the speaker's.
  func demand(_ verb: Int, _ sentence: Int32, _ found: inout [Relation]) {
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
    where subject != nil && object?.argument.entity != nil
      && fit.isFitting(.demands, subject, object)
    {
      var relation = template
      relation.subject = subject?.argument
      relation.object = object?.argument
      relation.confidence = 57
      found.append(relation)
    }
  }

  /// "which it has denied": what was alleged of the denier stands a second time, denied.
  func denials(
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
