/// A pronoun of the third person: what it may mean.
struct Pronoun {
  enum Kind { case he, she, it, they }
  /// Its part in the clause, as far as the word tells.
  enum Case { case subject, object, owner }

  let kind: Kind
  let form: Case

  static let it = Pronoun(kind: .it, form: .subject)

  /// By key.
  static let all: [UInt64: Pronoun] = {
    let lists: [(String, Kind, Case)] = [
      ("he", .he, .subject), ("him himself", .he, .object), ("his", .he, .owner),
      ("she", .she, .subject), ("herself", .she, .object), ("her hers", .she, .owner),
      ("it", .it, .subject), ("itself", .it, .object), ("its", .it, .owner),
      ("they", .they, .subject), ("them", .they, .object), ("their", .they, .owner),
    ]
    var pronouns: [UInt64: Pronoun] = [:]
    for (words, kind, form) in lists {
      for word in words.split(separator: " ") {
        pronouns[PhraseHash.key(String(word))] = Pronoun(kind: kind, form: form)
      }
    }
    return pronouns
  }()

  /// Whether type and gender allow it.
  func mayMean(
    _ mention: ResolvedMention, _ entities: [ArticleEntity], _ traits: [PersonTraits]
  ) -> Bool {
    let entity = entities[mention.entity]
    switch kind {
    case .he: return entity.type == .person && traits[mention.entity].gender != .female
    case .she: return entity.type == .person && traits[mention.entity].gender != .male
    case .it:
      let isState = entity.subtype == .country && mention.kind != .demonym
      return entity.type == .organization || isState
    case .they: return entity.type == .group && mention.kind == .name
    }
  }
}
