internal import Extraction

/// A reader's decisions, carried out across articles.
extension EntityResolver {
  /// The groups that each decided class of names is about.
  struct Decided {
    var groups: [Int32]
    /// The form it is called by.
    var name: Int32?
    var type: EntityType?
  }

  /// Joins what is decided to be one, whatever else speaks against it, and keeps apart for good what
  /// is decided to differ.
  mutating func joinDecided(_ decisions: NameDecisions) {
    guard !decisions.isEmpty else { return }
    let members = membersOfClasses(decisions)
    for (owner, groups) in members.sorted(by: { $0.key < $1.key }) {
      explain(groups[0], .decided)
      for group in groups.dropFirst() { unite(group, into: groups[0], .decided) }
      decided.append(
        Decided(
          groups: groups,
          name: decisions.nameOfClass[owner].flatMap { staging.forms.find(Array($0.utf8).span) },
          type: decisions.typeOfClass[owner]))
    }
    for pair in decisions.different {
      guard let a = members[pair[0]]?.first, let b = members[pair[1]]?.first,
        root(a) != root(b)
      else { continue }
      keepApart(a, b)
    }
  }

  private func key(_ name: String) -> Int32? { keys.find(Array(name.utf8).span) }

  /// By their own name or, where that is undecided, by the one other name they have that is not.
  private func membersOfClasses(_ decisions: NameDecisions) -> [Int: [Int32]] {
    var classOfKey: [Int32: Int] = [:]
    for (name, owner) in decisions.classOfKey {
      if let key = key(name) { classOfKey[key] = owner }
    }
    var owners: [Int32: Set<Int>] = [:]
    for (index, group) in groups.enumerated() {
      guard let owner = classOfKey[group.key] else { continue }
      owners[Int32(truncatingIfNeeded: index)] = [owner]
    }
    for alias in foreignAliases() where classOfKey[groups[Int(alias.group)].key] == nil {
      guard let owner = classOfKey[alias.key],
        [.name, .variant, .abbreviation].contains(alias.kind)
      else { continue }
      owners[alias.group, default: []].insert(owner)
    }
    var members: [Int: [Int32]] = [:]
    for (group, owners) in owners.sorted(by: { $0.key < $1.key }) where owners.count == 1 {
      if let owner = owners.first { members[owner, default: []].append(group) }
    }
    return members
  }

  /// Gives entities the names and types that are decided.
  func nameDecided(
    _ resolution: inout Resolution, _ entity: (Int32) -> Int32
  ) {
    for decided in decided {
      guard let first = decided.groups.first, entity(first) >= 0 else { continue }
      let owner = Int(entity(first))
      if let type = decided.type { resolution.entities[owner].type = type }
      if let name = decided.name { resolution.entities[owner].name = name }
    }
  }
}
