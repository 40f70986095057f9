internal import Extraction

/// Chooses what an entity is called and what it is, from the groups joined in it.
enum CanonicalName {
  struct Form: Sendable {
    var form: Int32
    var articleCount: Int32
  }

  /// - Parameter forms: the names of each group.
  static func entity(
    of members: [Int32], _ resolver: EntityResolver, _ forms: [[Form]]
  ) -> Resolution.Entity {
    let groups = resolver.groups
    // A party is called by its own name rather than by that of its members.
    let rows = members.filter { groups[Int($0)].known >= 0 }
    let known = rows.first { Self.type(of: [$0], groups) != .group } ?? rows.first
    let type = Self.type(of: known.map { [$0] } ?? members, groups)
    let named = known.map { [$0] } ?? members
    let candidates = named.flatMap { forms[Int($0)] }
    return Resolution.Entity(
      name: name(candidates, type, resolver) ?? groups[Int(members[0])].form, type: type,
      subtype: members.lazy.compactMap { groups[Int($0)].subtype }.first,
      known: known.map { KnownEntity(ordinal: groups[Int($0)].known) })
  }

  private static func type(of members: [Int32], _ groups: [EntityResolver.Group]) -> EntityType {
    var votes = [Int32](repeating: 0, count: EntityType.allCases.count)
    for member in members {
      for type in votes.indices { votes[type] += groups[Int(member)].votes[type] }
    }
    return EntityType.allCases.max {
      (votes[Int($0.rawValue)], $1.rawValue) < (votes[Int($1.rawValue)], $0.rawValue)
    } ?? .organization
  }

  /// Persons: the most common name of several words. Others: the longest name that an eighth as
  /// many articles use as use the most common one, legal form and article off where they can be. Ties by more words, lower-case letters, bytes.
  private static func name(
    _ forms: [Form], _ type: EntityType, _ resolver: EntityResolver
  ) -> Int32? {
    let rows = forms.map { form in
      let range = resolver.staging.forms.range(form.form)
      let text = resolver.staging.forms.bytes[range]
      return Candidate(
        form: form.form, count: form.articleCount, text: text,
        words: text.split(separator: 0x20).count,
        isMixed: text.contains { $0 >= UInt8(ascii: "a") })
    }
    let most = rows.map(\.count).max() ?? 0
    guard type == .person else {
      let keys = Set(rows.map { resolver.keyOfForm[Int($0.form)] })
      let common = rows.filter { row in
        let key = resolver.keyOfForm[Int(row.form)]
        let base = resolver.keys.find(Array(resolver.baseName(key)).span)
        // "Acme Inc." is called "Acme" where it is written so anywhere.
        return row.count * 8 >= most && row.isMixed
          && (base.map { $0 == key || !keys.contains($0) } ?? true)
      }
      return (common.isEmpty ? rows : common).max {
        ($0.text.count, $0.count) != ($1.text.count, $1.count)
          ? ($0.text.count, $0.count) < ($1.text.count, $1.count)
          : $1.text.lexicographicallyPrecedes($0.text)
      }?.form
    }
    let full = rows.filter { $0.words > 1 }
    return (full.isEmpty ? rows : full).max { a, b in
      if a.count != b.count { return a.count < b.count }
      if a.words != b.words { return a.words < b.words }
      if a.isMixed != b.isMixed { return b.isMixed }
      return b.text.lexicographicallyPrecedes(a.text)
    }?.form
  }

  private struct Candidate {
    var form: Int32
    var count: Int32
    var text: ArraySlice<UInt8>
    var words: Int
    var isMixed: Bool
  }
}
