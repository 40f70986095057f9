package import Extraction
internal import Formats

extension Snapshot {
  /// - Complexity: O(log n).
  package func article(id: String) -> ArticleOrdinal? {
    let strings = tables.strings
    return find(id, tables.articlesByID) { strings[tables.articles[$0].id.indices] }
      .map { ArticleOrdinal($0) }
  }

  /// - Complexity: O(log n).
  package func entity(id: String) -> EntityOrdinal? {
    let strings = tables.strings
    return find(id, tables.entitiesByID) { strings[tables.entities[$0].id.indices] }
      .map { EntityOrdinal($0) }
  }

  /// By name or by what the credit line writes, compared as `NameKey`s.
  /// - Complexity: O(log n).
  package func source(named name: String) -> SourceOrdinal? {
    let key = Array(NameKey.fold(name).utf8)
    let rows = tables.sourceNames
    let strings = tables.strings
    let index = rows.partitioningIndex {
      !strings[$0.key.indices].lexicographicallyPrecedes(key)
    }
    guard index < rows.count, strings[rows[index].key.indices].elementsEqual(key) else {
      return nil
    }
    return rows[index].source
  }

  private func find(
    _ id: String, _ byID: [Int32], _ bytes: (Int) -> ArraySlice<UInt8>
  ) -> Int32? {
    let wanted = Array(id.utf8)
    let index = byID.partitioningIndex { !bytes(Int($0)).lexicographicallyPrecedes(wanted) }
    guard index < byID.count, bytes(Int(byID[index])).elementsEqual(wanted) else { return nil }
    return byID[index]
  }

  // MARK: {ref}

  /// API.md's `{ref}` rule: what a name finds, tried level by level: id, canonical name, full-name
  /// alias or variant, surname or abbreviation, demonym or metonym.
  ///
  /// A person known by a surname alone, which others have too, is found as they are: by surname.
  /// A leading “the” is left out where the name is not found with it.
  /// - Parameter types: narrows to entities of one of them; `nil` is any.
  /// - Complexity: O(log n + entities of that very name).
  package func lookup(_ name: String, types: Set<EntityType>? = nil) -> NameLookup {
    if let entity = entity(id: name), types?.contains(self[entity].type) ?? true {
      return .one(entity, via: .id, also: [])
    }
    var key = Array(NameKey.fold(name).utf8)
    guard !key.isEmpty else { return .none([]) }
    var hits = self.hits(key, name, types)
    if hits.isEmpty, key.starts(with: Array("the ".utf8)) {
      key.removeFirst(4)
      hits = self.hits(key, String(decoding: key, as: UTF8.self), types)
    }
    guard let level = hits.map(\.via.level).min() else { return .none(suggestions(key, types)) }
    let found = hits.filter { $0.via.level == level }
    if found.count == 1, let only = found.first {
      let also = hits.filter { $0.via.level != level }.map(\.entity).sorted()
      return .one(only.entity, via: only.via, also: Array(also.prefix(NameLookup.candidateLimit)))
    }
    let via = found.map(\.via).min { $0.rawValue < $1.rawValue } ?? .name
    return .several(
      Array(found.map(\.entity).sorted().prefix(NameLookup.candidateLimit)), via: via,
      total: found.count)
  }

  private typealias Hit = (entity: EntityOrdinal, via: NameLookup.Via)

  /// Each entity once, by its first level: by the names the corpus has for it, else by those the
  /// gazetteer has.
  private func hits(_ key: [UInt8], _ name: String, _ types: Set<EntityType>?) -> [Hit] {
    var hits: [Hit] = []
    if let row = tables.names.find(key) {
      hits = tables.names.entries(of: row).map { (EntityOrdinal($0.entity), $0.via) }
    }
    for spelling in [name, String(decoding: key, as: UTF8.self)] {
      for reference in gazetteer.references(gazetteer.entry(of: spelling)) {
        guard let entity = entity(known: reference.entity),
          !hits.contains(where: { $0.entity == entity })
        else { continue }
        hits.append((entity, NameLookup.Via(reference.relation)))
      }
    }
    if let types { hits.removeAll { !types.contains(self[$0.entity].type) } }
    return key.contains(0x20) ? hits : surnamesTogether(hits)
  }

  private func entity(known: KnownEntity) -> EntityOrdinal? {
    let rows = tables.entitiesByKnown
    let index = rows.partitioningIndex { $0.known >= known.ordinal }
    return index < rows.count && rows[index].known == known.ordinal ? rows[index].entity : nil
  }

  private func surnamesTogether(_ hits: [Hit]) -> [Hit] {
    let isPerson = { (hit: Hit) in self[hit.entity].type == .person }
    guard hits.contains(where: { $0.via == .surname && isPerson($0) }) else { return hits }
    return hits.map { $0.via == .name && isPerson($0) ? ($0.entity, .surname) : $0 }
  }
}

extension NameLookup.Via {
  init(_ relation: Gazetteer.Relation) {
    switch relation {
    case .name: self = .alias
    case .abbreviation: self = .abbreviation
    case .demonym: self = .demonym
    case .metonym: self = .metonym
    }
  }

  /// What the `{ref}` rule tries together.
  var level: Int {
    switch self {
    case .id: 0
    case .name: 1
    case .alias, .variant: 2
    case .surname, .abbreviation: 3
    case .demonym, .metonym: 4
    }
  }
}
