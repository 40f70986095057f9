/// What shorter names of bodies and events mean in an article: "Supreme Court" the only
/// longer name that ends so, "Assembly" the "Assembly of …", "Boeing" the "Boeing Company".
struct ShortNames {
  /// Entity by the combined keys of the short form; -1 where two longer names share it.
  private var entityOf: [UInt64: Int] = [:]
  private static let several = -1

  /// What is short for `form`, if it has an entity, means that.
  mutating func add(_ form: NameForm, _ words: WordTable) {
    guard let entity = form.entity, form.keys.count > 1, form.type != .person else { return }
    for part in Self.parts(of: form, words) {
      entityOf[part] = entityOf[part].map { $0 == entity ? entity : Self.several } ?? entity
    }
  }

  func meant(by form: NameForm) -> Int? {
    guard form.institution == nil, form.type != .place, form.type != .group else { return nil }
    return entityOf[NameForms.combined(form.keys[...])].flatMap { $0 == Self.several ? nil : $0 }
  }

  /// The keys of the names that `form` may be called by for short.
  static func parts(of form: NameForm, _ words: WordTable) -> [UInt64] {
    let tokens = form.tokens.filter { words[$0].key != 0 && !words[$0].shape.contains(.possessive) }
    guard tokens.count > 1, form.type == .organization || form.type == .event else { return [] }
    var parts: [UInt64] = []
    func add(_ range: Range<Int>) {
      guard range.count < tokens.count, !range.isEmpty else { return }
      parts.append(NameForms.combined(range.map { words[tokens[$0]].key }[...]))
    }
    // Behind the state or place it begins with; of two words and more, any ending.
    let lead = words[tokens[0]]
    let behind = max(1, Int(lead.phraseLength))
    if behind < tokens.count, lead.phraseClasses.meets([.country, .demonym, .region, .city]) {
      add(behind..<tokens.count)
    }
    for start in 1..<max(1, tokens.count - 1)
    where words[tokens[start]].shape.contains(.capital) {
      add(start..<tokens.count)
    }
    // "Assembly of Wales", by its head.
    if let of = tokens.firstIndex(where: { words[$0].key == NameFinder.of }), of > 0,
      words[tokens[of - 1]].classes.meets([.organizationWord, .noun])
    {
      add(0..<of)
    }
    let first = words[tokens[0]].classes
    let isOwnWord = !first.meets([
      .lowerCase, .demonym, .country, .city, .region, .firstName, .people,
    ])
    if isOwnWord, headed(form, words) { add(0..<1) }
    return parts
  }

  private static func headed(_ form: NameForm, _ words: WordTable) -> Bool {
    words[form.tokens.upperBound - 1].classes.meets(NameFinder.heads)
  }
}
