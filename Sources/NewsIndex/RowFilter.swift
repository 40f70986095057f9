/// One condition on the rows of a table: the lists of those that meet it, and the test of one.
struct RowFilter {
  let lists: [ArraySlice<Int32>]
  /// No row is in two of the lists.
  let isDisjoint: Bool
  let test: (Int32) -> Bool

  var count: Int { lists.reduce(0) { $0 + $1.count } }
}

/// A condition on days, which a row without a date cannot meet.
struct DayFilter {
  /// Those that meet it; asked for only where nothing else narrows the rows.
  let rows: () -> OrdinalSet
  let test: (Int32) -> Bool
  /// Ascending.
  let undated: [Int32]
}

/// What several conditions leave of a table.
struct FilteredRows {
  /// Those that meet all conditions.
  private(set) var set: OrdinalSet
  /// Of those that meet the conditions on anything but days, how many have no date.
  private(set) var undatedCount = 0

  /// - Complexity: O(1) for no condition or one of lists that share no row; else O(length of the
  ///   shortest condition's lists · log n). Days alone cost what their `rows` say.
  init(rowCount: Int, _ filters: [RowFilter], days: [DayFilter]) {
    let bounds = 0..<Int32(truncatingIfNeeded: rowCount)
    guard let shortest = filters.min(by: { $0.count < $1.count }) else {
      guard let first = days.first else {
        set = .all(rowCount)
        return
      }
      set = first.rows()
      undatedCount = Self.union(days.map { $0.undated[...] }).count
      for day in days.dropFirst() {
        var rows: [Int32] = []
        set.visit { row in if day.test(row) { rows.append(row) } }
        rows.sort()
        set = OrdinalSet(lists: [rows[...]], bounds: bounds)
      }
      return
    }
    if days.isEmpty, filters.count == 1, shortest.isDisjoint {
      set = OrdinalSet(lists: shortest.lists, bounds: bounds)
      return
    }
    var rows = Self.union(shortest.lists).filter { row in filters.allSatisfy { $0.test(row) } }
    let undated = days.map { OrdinalSet(lists: [$0.undated[...]], bounds: bounds) }
    undatedCount = rows.count { row in undated.contains { $0.contains(row) } }
    rows.removeAll { row in !days.allSatisfy { $0.test(row) } }
    set = OrdinalSet(lists: [rows[...]], bounds: bounds)
  }

  static func union(_ lists: [ArraySlice<Int32>]) -> [Int32] {
    guard lists.count > 1 else { return lists.first.map { Array($0) } ?? [] }
    var rows: [Int32] = []
    for row in lists.joined().sorted() where row != rows.last { rows.append(row) }
    return rows
  }
}
