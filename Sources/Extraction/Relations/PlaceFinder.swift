/// Finds where something happened: "in", "at" or "near" a place, at the verb or noun, at its object
/// or beside the time.
struct PlaceFinder {
  let arguments: ArgumentFinder
  private var tree: SyntaxTree { arguments.tree }

  /// The entity nearest to the verb in its tree; `nil` where the clause names none.
  func place(of occurrence: Occurrence) -> Int32? {
    var level = [occurrence.clause]
    if occurrence.trigger != occurrence.clause { level.append(occurrence.trigger) }
    if tree.labels[occurrence.clause] == .xcomp, let head = tree.head(occurrence.clause),
      CommitmentLexicon.english.sharesCircumstances(arguments.article.words[head])
    {
      level.append(head)
    }
    for _ in 0..<3 {
      var next: [Int] = []
      for child in level.flatMap({ tree.children($0) }).map({ Int($0) }) {
        switch tree.labels[child] {
        case .obl, .nmod:
          if let place = place(headedBy: child), !isParty(place, occurrence) { return place }
          if isTime(child) { next.append(child) }
        case .obj: next.append(child)
        default: break
        }
      }
      level = next
    }
    return nil
  }

  private func place(headedBy token: Int) -> Int32? {
    guard let preposition = arguments.preposition(of: token),
      Self.placing.contains(arguments.article.words[preposition])
    else { return nil }
    return arguments.mentions(headedBy: token).first {
      $0.kind != .demonym && arguments.article.entities[Int($0.entity)].type == .place
    }?.entity
  }

  /// "on October 11 in Oslo": a parser hangs the place on the day.
  private func isTime(_ token: Int) -> Bool {
    tree.upos[token] == .num || ArgumentFinder.times.contains(arguments.article.words[token])
  }

  private func isParty(_ entity: Int32, _ occurrence: Occurrence) -> Bool {
    (occurrence.subjects + occurrence.objects).contains { $0.argument.entity == entity }
  }

  private static let placing = WordSet("in at near outside")
}

extension CommitmentLexicon {
  /// Whether when and where a verb holds is when and where the infinitive below it does: "is
  /// scheduled to meet on Friday in Oslo", but not "vowed on Friday in Oslo to bomb".
  func sharesCircumstances(_ verb: WordKey) -> Bool {
    switch self[verb: verb] {
    case nil, .plans, .passes: true
    default: false
    }
  }
}
