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
    return Page(
      set, by: query.sort, natural: Sort(.mentions, descending: true), tables.entityColumns,
      id: .id,
      page)
  }
}
