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
    let rows =
      isNatural
      ? set.prefix(page.limit + 1, from: (page.after ?? -1) + 1)
      : SortedRows(
        columns: query.sort.map {
          (tables.entityColumns[Int($0.key.rawValue)], $0.isDescending)
        }, id: tables.entityColumns[Int(EntityQuery.SortKey.id.rawValue)], set: set,
        limit: page.limit,
        after: page.after.flatMap { tables.entities.indices.contains(Int($0)) ? $0 : nil }
      ).rows()
    var result = Page<EntityOrdinal>(total: set.count)
    result.fill(rows, limit: page.limit)
    return result
  }
}
