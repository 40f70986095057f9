internal import Extraction
internal import Formats

/// Articles of which only a month, a year or some other range of days is known, by precision.
struct RangedArticles: Sendable {
  private struct Group: Sendable {
    var rows: [Int32] = []
    /// Days from the earliest to the latest, at most.
    var longest: Int32 = 0
  }

  private var groups: [Group] = []

  init() {}

  init(_ articles: [ArticleRow]) {
    var groups: [PublicationDate.Precision: Group] = [:]
    for (index, row) in articles.enumerated() {
      guard let earliest = row.earliest, let latest = row.latest, earliest < latest else {
        continue
      }
      var group = groups[row.precision] ?? Group()
      groups[row.precision] = nil
      group.rows.append(Int32(truncatingIfNeeded: index))
      group.longest = max(group.longest, latest.daysSinceEpoch - earliest.daysSinceEpoch)
      groups[row.precision] = group
    }
    self.groups = groups.values.sorted { $0.rows.lexicographicallyPrecedes($1.rows) }
  }

  /// Those that begin before a day and end on it or later, ascending.
  /// - Complexity: O(log n), and one step for each that begins within the longest range before.
  func reaching(_ day: CalendarDate, _ articles: [ArticleRow]) -> [Int32] {
    groups.flatMap { group in
      let start = group.rows.partitioningIndex {
        articles[Int($0)].earliest.map { $0 < day } ?? true
      }
      return group.rows[start...].prefix { row in
        articles[Int(row)].earliest.map {
          Int($0.daysSinceEpoch) + Int(group.longest) >= Int(day.daysSinceEpoch)
        } ?? false
      }.filter { row in articles[Int(row)].latest.map { day <= $0 } ?? false }
    }.sorted()
  }
}

extension Tables {
  /// Articles that may have been published within: some day of their range of days lies there.
  /// Ascending runs; one run of all where unbounded.
  ///
  /// Articles stand newest first by the earliest day, so that most are one run; those that begin
  /// before the bound and reach into it stand behind.
  func articleRuns(_ published: DayBounds) -> [Range<Int32>] {
    guard published.isBounded else { return [0..<Int32(articles.count)] }
    let dated = articles[..<datedArticleCount]
    let start = published.to.map { to in
      dated.partitioningIndex { row in row.earliest.map { $0 <= to } ?? true }
    }
    let low = Int32(start ?? 0)
    guard let from = published.from else { return [low..<Int32(datedArticleCount)] }
    let end = dated.partitioningIndex { row in row.earliest.map { $0 < from } ?? true }
    var runs = [low..<max(low, Int32(end))]
    for row in ranged.reaching(from, articles) where row >= low {
      if let last = runs.last, last.upperBound == row {
        runs[runs.count - 1] = last.lowerBound..<row + 1
      } else {
        runs.append(row..<row + 1)
      }
    }
    return runs
  }
}
