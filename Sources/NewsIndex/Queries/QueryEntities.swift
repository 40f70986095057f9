internal import Extraction

extension Snapshot {
  /// - Complexity: O(limit · log n) for the order they stand in, whatever the prefix matches;
  ///   with `sort` as `SortedRows` says. `total` costs no walk.
  package func entities(_ query: EntityQuery, _ page: PageRequest) -> Page<EntityOrdinal> {
    let types = query.types.reduce(Set(EntityType.allCases)) { $0.intersection($1) }
    let set: OrdinalSet
    let bounds = 0..<Int32(entityCount)
    if let prefix = query.prefix {
      set = OrdinalSet(lists: tables.names.entities(prefix: prefix, types, tables), bounds: bounds)
    } else if types.count == EntityType.allCases.count {
      set = .all(entityCount)
    } else {
      set = OrdinalSet(
        lists: types.map { tables.typePostings[Int($0.rawValue)] }, bounds: bounds)
    }
    let isNatural = query.sort.isEmpty || query.sort == [Sort(.mentions, descending: true)]
    let columns = query.sort.map {
      (tables.entityColumns[Int($0.key.rawValue)], $0.isDescending)
    }
    return Page(
      set, by: isNatural ? [] : columns,
      id: tables.entityColumns[Int(EntityQuery.SortKey.id.rawValue)], page)
  }
}
