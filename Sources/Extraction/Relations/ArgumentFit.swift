/// Whether those found may be the sides of a relation: known by name, and of kinds that make sense.
struct ArgumentFit {
  let article: ArticleWords

  typealias Found = ArgumentFinder.Found

  /// Whether the pair can stand as subject and object of the predicate.
  func isFitting(_ predicate: Predicate, _ subject: Found?, _ object: Found?) -> Bool {
    isKnown(subject, object) && !isNobody(subject) && !isNobody(object)
      && isFitting(predicate, object)
      && fits(predicate, subject?.argument, object?.argument)
  }

  /// Somebody must be named, if only in a description.
  private func isKnown(_ subject: Found?, _ object: Found?) -> Bool {
    for one in [subject, object] {
      if let one, one.argument.entity != nil || one.isAnchored { return true }
    }
    return false
  }

  /// "any officers who", "no candidate": nobody in particular.
  private func isNobody(_ found: Found?) -> Bool {
    guard let found, found.argument.entity == nil,
      let first = article.tokens(in: found.argument.range).first
    else { return false }
    return Self.nobody.contains(article.words[Int(first)])
  }
  private static let nobody = WordSet("any no anyone anybody nobody neither whoever")

  /// Where a thing cannot be the object, a description must at least hold a name.
  private func isFitting(_ predicate: Predicate, _ object: Found?) -> Bool {
    guard let object, object.argument.entity == nil, !object.isAnchored else { return true }
    return predicate.type != .consult && predicate != .denies && predicate != .fights
  }

  /// Nobody does it to himself, and the kinds must make sense.
  private func fits(_ predicate: Predicate, _ subject: Argument?, _ object: Argument?) -> Bool {
    if let subject, let object {
      if let one = subject.entity, one == object.entity { return false }
      // "the two leaders will meet": one phrase for both.
      let isPair = subject.range == object.range && subject.entity != nil && object.entity != nil
      if subject.range.overlaps(object.range), !isPair { return false }
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
}
