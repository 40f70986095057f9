/// What a reader has decided about names, against or beyond what the program would: the content of
/// a names file. It holds for every article alike.
///
/// Names are compared by `NameKey`. Names that are one entity are one class; what `init` gave is
/// free of contradictions.
package struct NameDecisions: Sendable {
  /// One entry of the file.
  package enum Entry: Sendable, Equatable {
    /// Names of one entity.
    case same([String])
    /// Names of which each is another entity.
    case different([String])
    /// Another name of the entity that is called `name`.
    case alias(String, name: String)
    case type(String, EntityType)
    /// Nothing to be served.
    case hidden(String)

    package var names: [String] {
      switch self {
      case .same(let names), .different(let names): names
      case .alias(let alias, let name): [alias, name]
      case .type(let name, _), .hidden(let name): [name]
      }
    }
  }

  /// Why entries cannot all hold; `entry` is the first that does not go with those before it.
  package struct Contradiction: Error, Equatable {
    package let entry: Int
    package let reason: String
  }

  package let entries: [Entry]
  /// Of each name's key: its class.
  package private(set) var classOfKey: [String: Int] = [:]
  /// Pairs of classes that are never one entity, the lower first.
  package private(set) var different: Set<[Int]> = []
  /// Of classes: the name it is called by, as written, where an alias says so.
  package private(set) var nameOfClass: [Int: String] = [:]
  package private(set) var typeOfClass: [Int: EntityType] = [:]
  package private(set) var hiddenClasses: Set<Int> = []

  /// Nothing decided.
  package init() { entries = [] }

  /// - Complexity: linear in names, nearly.
  package init(_ entries: [Entry]) throws(Contradiction) {
    self.entries = entries
    var ties = Ties()
    for (index, entry) in entries.enumerated() { try ties.note(entry, index) }
    classOfKey = ties.classes
    for entry in entries {
      guard case .alias(_, let name) = entry, ties.nameOfAlias[NameKey.fold(name)] == nil,
        let owner = classOfKey[NameKey.fold(name)], nameOfClass[owner] == nil
      else { continue }
      nameOfClass[owner] = name
    }
    for (index, entry) in entries.enumerated() { try note(entry, index) }
  }

  private mutating func note(_ entry: Entry, _ index: Int) throws(Contradiction) {
    let classes = entry.names.map { classOfKey[NameKey.fold($0)] ?? 0 }
    switch entry {
    case .same, .alias: break
    case .different(let names):
      for i in classes.indices {
        for j in classes.indices.dropFirst(i + 1) {
          if classes[i] == classes[j] {
            throw Contradiction(
              entry: index, reason: "“\(names[i])” and “\(names[j])” are one by other entries")
          }
          different.insert([min(classes[i], classes[j]), max(classes[i], classes[j])])
        }
      }
    case .type(let name, let type):
      if let other = typeOfClass[classes[0]], other != type {
        throw Contradiction(entry: index, reason: "“\(name)” has another type by another entry")
      }
      typeOfClass[classes[0]] = type
    case .hidden: hiddenClasses.insert(classes[0])
    }
  }

  package var isEmpty: Bool { entries.isEmpty }

  package func areDifferent(_ a: Int, _ b: Int) -> Bool {
    different.contains([min(a, b), max(a, b)])
  }
}

/// Which names are one, by `same` and `alias`.
private struct Ties {
  private var numberOfKey: [String: Int] = [:]
  private var parents: [Int] = []
  private(set) var nameOfAlias: [String: String] = [:]

  /// Of each key the number of its class.
  var classes: [String: Int] { numberOfKey.mapValues { root($0) } }

  mutating func note(
    _ entry: NameDecisions.Entry, _ index: Int
  ) throws(NameDecisions.Contradiction) {
    let keys = entry.names.map { NameKey.fold($0) }
    if let empty = keys.firstIndex(of: "") {
      throw NameDecisions.Contradiction(
        entry: index, reason: "“\(entry.names[empty])” is no name")
    }
    for key in keys where numberOfKey[key] == nil {
      numberOfKey[key] = parents.count
      parents.append(parents.count)
    }
    switch entry {
    case .same: for key in keys.dropFirst() { tie(keys[0], key) }
    case .alias(let alias, let name):
      if let other = nameOfAlias[keys[0]], other != keys[1] {
        throw NameDecisions.Contradiction(
          entry: index, reason: "“\(alias)” is an alias of “\(other)” already")
      }
      nameOfAlias[keys[0]] = keys[1]
      if isCircle(from: keys[0]) {
        throw NameDecisions.Contradiction(
          entry: index, reason: "“\(alias)” is an alias of “\(name)” in a circle")
      }
      tie(keys[0], keys[1])
    case .different, .type, .hidden: break
    }
  }

  private func isCircle(from start: String) -> Bool {
    var key = start
    while let next = nameOfAlias[key] {
      if next == start { return true }
      key = next
    }
    return false
  }

  private func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number { number = parents[number] }
    return number
  }

  private mutating func tie(_ a: String, _ b: String) {
    guard let a = numberOfKey[a].map(root), let b = numberOfKey[b].map(root) else { return }
    parents[max(a, b)] = min(a, b)
  }
}
