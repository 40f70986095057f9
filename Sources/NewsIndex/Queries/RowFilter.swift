internal import Extraction
internal import Formats

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

/// Conditions that relations and events share.
extension Snapshot {
  /// Rows of some kinds: of these predicates, each with these values of another enum.
  func filter(
    _ predicates: Set<Predicate>, by values: [UInt8], of valueCount: Int, in lists: Postings,
    test: @escaping (Int32) -> Bool
  ) -> RowFilter? {
    if predicates.count == Predicate.allCases.count && values.count == valueCount { return nil }
    let own = predicates.map { Int($0.rawValue) }.sorted().flatMap { predicate in
      values.sorted().map { lists[predicate * valueCount + Int($0)] }
    }
    return RowFilter(lists: own.filter { !$0.isEmpty }, isDisjoint: true, test: test)
  }

  /// Rows that some articles tell.
  ///
  /// - Parameters:
  ///   - lists: article → rows.
  ///   - isTold: whether an article in ascending runs tells the row.
  func filter(
    _ articles: [ArticleOrdinal]?, in lists: Postings,
    isTold: @escaping (Int32, [Range<Int32>]) -> Bool
  ) -> RowFilter? {
    guard let articles else { return nil }
    let sorted = Set(articles).sorted()
    let own = sorted.map { lists[$0.index] }
    return RowFilter(lists: own, isDisjoint: own.count < 2) { row in
      isTold(row, sorted.map { $0.value..<$0.value + 1 })
    }
  }

  /// Rows that articles of some days tell.
  func filter(
    published bounds: DayBounds, in lists: Postings, rowCount: Int, undated: [Int32],
    isTold: @escaping (Int32, [Range<Int32>]) -> Bool
  ) -> DayFilter? {
    guard bounds.isBounded else { return nil }
    let articles = tables.articleRuns(bounds)
    return DayFilter(
      rows: {
        let own = FilteredRows.union(articles.joined().map { lists[Int($0)] })
        return OrdinalSet(lists: [own[...]], bounds: 0..<Int32(truncatingIfNeeded: rowCount))
      }, test: { isTold($0, articles) }, undated: undated)
  }

  /// Rows that are about some days.
  func filter(
    about bounds: DayBounds, in dated: DatedRows, dates: @escaping (Int32) -> [DateRange]
  ) -> DayFilter? {
    guard bounds.isBounded else { return nil }
    return DayFilter(
      rows: { dated.rows(within: bounds) }, test: { dates($0).contains(where: bounds.admits) },
      undated: dated.undated)
  }

  /// Whether one of some rows in article order is of one of some runs of articles.
  func hasRow<Row>(
    _ rows: ArraySlice<Row>, in runs: [Range<Int32>], _ sentence: (Row) -> SentenceOrdinal
  ) -> Bool {
    runs.contains { articles in
      let place = rows.partitioningIndex {
        self[sentence($0)].article.value >= articles.lowerBound
      }
      return place < rows.endIndex && articles.contains(self[sentence(rows[place])].article.value)
    }
  }
}
