internal import Formats

extension Page where Item: Ordinal {
  /// Takes a page of a set in the order of some sort columns, finished by `id`; of none, in the
  /// table's own order.
  init(
    _ set: OrdinalSet, by columns: [(SortColumn, Bool)], id: SortColumn, undated: Int = 0,
    _ page: PageRequest
  ) {
    self.init(total: set.count, undated: undated)
    let rows =
      columns.isEmpty
      ? set.prefix(page.limit + 1, from: (page.after ?? -1) + 1)
      : SortedRows(
        columns: columns, id: id, set: set, limit: page.limit,
        after: page.after.flatMap { id.rank.indices.contains(Int($0)) ? $0 : nil }
      ).rows()
    fill(rows, limit: page.limit)
  }

  /// Takes a page of a set in the order of `sort`; of none, or of `natural`, in the order in which the
  /// table stands.
  ///
  /// - Parameter columns: by raw value of `Key`.
  init<Key: RawRepresentable<UInt8>>(
    _ set: OrdinalSet, by sort: [Sort<Key>], natural: Sort<Key>, _ columns: [SortColumn], id: Key,
    undated: Int = 0, _ page: PageRequest
  ) {
    let isNatural = sort.isEmpty || sort == [natural]
    self.init(
      set, by: isNatural ? [] : sort.map { (columns[Int($0.key.rawValue)], $0.isDescending) },
      id: columns[Int(id.rawValue)], undated: undated, page)
  }

  /// `rows` holds one more than fits where there is a next page.
  mutating func fill(_ rows: [Int32], limit: Int) {
    items = rows.prefix(limit).map { Item($0) }
    next = rows.count > limit ? items.last?.value : nil
  }
}

/// Takes one page of a set in the order of some sort columns, finished by id.
struct SortedRows {
  /// The first decides, then the next.
  let columns: [(column: SortColumn, isDescending: Bool)]
  let id: SortColumn
  let set: OrdinalSet
  let limit: Int
  /// The last row of the page before.
  let after: Int32?

  /// One row more than `limit`, where there is one, so that the caller knows of a next page.
  ///
  /// Walks the first column's order and keeps what is in the set; where the set is so sparse that
  /// this takes more steps than it has rows, looks at its rows instead.
  /// - Complexity: O(min(count, limit · n / count) · log n) for one column, plus what ties with
  ///   the page in the first column for several.
  func rows() -> [Int32] {
    walk(steps: set.count + 4 * limit) ?? select()
  }

  private func walk(steps: Int) -> [Int32]? {
    guard let first = columns.first else { return [] }
    let (column, isDescending) = (first.column, first.isDescending)
    var rows: [Int32] = []
    var left = steps
    var tie: Range<Int>?
    if let after {
      tie = column.tie(at: Int(column.rank[Int(after)]))
    } else {
      tie = column.firstTie(descending: isDescending)
    }
    while let range = tie, rows.count <= limit {
      if columns.count == 1 {
        for position in start(of: range, in: column)..<range.upperBound {
          let row = column.order[position]
          left -= 1
          if left < 0 { return nil }
          if set.contains(row) { rows.append(row) }
          if rows.count > limit { break }
        }
      } else {
        left -= range.count
        if left < 0 { return nil }
        let tied = column.order[range].filter { set.contains($0) && isBehind($0) }
        rows += tied.count > limit ? smallest(tied) : tied.sorted(by: precedes)
      }
      tie = column.tie(after: range, descending: isDescending)
    }
    return Array(rows.prefix(limit + 1))
  }

  /// Rows of one value stand by id: those up to `after` are skipped without a look.
  private func start(of tie: Range<Int>, in column: SortColumn) -> Int {
    guard let after, tie.contains(Int(column.rank[Int(after)])) else { return tie.lowerBound }
    return column.order[tie].partitioningIndex { id.rank[Int($0)] > id.rank[Int(after)] }
  }

  private func select() -> [Int32] {
    var kept: [Int32] = []
    let bound = 2 * (limit + 1)
    set.visit { row in
      guard isBehind(row) else { return }
      kept.append(row)
      if kept.count >= bound { kept = smallest(kept) }
    }
    return smallest(kept)
  }

  private func smallest(_ rows: [Int32]) -> [Int32] {
    guard rows.count > 4 * (limit + 1) else {
      return Array(rows.sorted(by: precedes).prefix(limit + 1))
    }
    // Many: keep a small sorted front rather than sort all.
    var kept: [Int32] = []
    for row in rows {
      if kept.count > limit, let last = kept.last, !precedes(row, last) { continue }
      kept.insert(row, at: kept.partitioningIndex { precedes(row, $0) })
      if kept.count > limit + 1 { kept.removeLast() }
    }
    return kept
  }

  private func isBehind(_ row: Int32) -> Bool { after.map { precedes($0, row) } ?? true }

  private func precedes(_ a: Int32, _ b: Int32) -> Bool {
    for (column, isDescending) in columns {
      let order = column.compare(a, b, descending: isDescending)
      if order != 0 { return order < 0 }
    }
    return id.rank[Int(a)] < id.rank[Int(b)]
  }
}
