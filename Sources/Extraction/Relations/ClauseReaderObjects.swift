/// What a predicate, and a frame of it, takes as its object.
extension ClauseReader {
  func isTaken(_ object: ArgumentFinder.Found, by frame: Frame) -> Bool {
    if frame.takesNoThing, object.isThing { return false }
    // "resigned as governor": what is left is the qualifier, nobody.
    guard let entity = object.argument.entity else { return frame.predicate != .resigns }
    if frame.predicate == .resigns, article.entities[Int(entity)].type == .person { return false }
    if frame.takesNoName { return object.isIndirect }
    return !frame.takesNoOrganization || article.entities[Int(entity)].type != .organization
  }

  /// Whether it can be done to what no one is called by: a plan, a town, a bridge.
  static func takesThings(_ predicate: Predicate) -> Bool {
    switch predicate {
    case .praises, .backs, .condemns, .rejects, .opposes, .demands, .denies, .protestsAgainst,
      .boycotts, .investigates, .allows, .bans, .seizes, .blockades, .raids, .attacks, .bombs,
      .liftsSanctionsOn, .withdrawsFrom, .hacks:
      true
    default: false
    }
  }

  /// Whether a passive without "by" is news: "was arrested" is, "is supported" is not.
  static func isDoneToOthers(_ predicate: Predicate) -> Bool {
    switch predicate.type {
    case .fact, .coerce, .assault, .sanction, .retreat, .accuse: true
    default: false
    }
  }

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
