internal import Extraction
internal import Formats

/// Tells which reports of one kind about one pair are of one event.
///
/// Days decide first: reports of one day are one event. What is told only roughly ("last week",
/// "in 2022") or not at all joins an event if exactly one fits, so that in doubt events stay apart.
/// - Complexity: O(n log n) in the reports, and at most `reach` candidates for each.
struct EventMerger {
  struct Report {
    var relation: Int32
    var evidence: Int32
    var article: Int32
    var date: DateRange?
    /// The city it happened in, -1 where none is told.
    var city: Int32
    var modality: Modality
    /// Days the article may be of.
    var published: DateRange?

    /// It had not happened when it was told.
    var isAhead: Bool { modality == .planned }
  }

  private struct Cluster {
    /// Indices of reports.
    var reports: [Int]
    /// The narrowest of theirs.
    var date: DateRange?
    var city: Int32
  }

  /// Events looked at for one report.
  private static let reach = 64
  /// Days after an event in which articles still tell it without a date.
  private static let freshDays: Int32 = 3
  /// Days before an event in which articles announce it without a date.
  private static let noticeDays: Int32 = 14

  private let reports: [Report]
  private var clusters: [Cluster] = []
  /// Of each article, its reports and the clusters they are in.
  private var placed: [Int32: [(report: Int, cluster: Int)]] = [:]
  /// Events of one day each, by day.
  private var dayCount = 0

  /// The events that the reports tell, each as indices into them.
  static func clusters(_ reports: [Report]) -> [[Int]] {
    if reports.count == 1 { return [[0]] }
    var merger = EventMerger(reports: reports)
    merger.mergeDays()
    merger.mergeRough()
    merger.mergeUndated()
    return merger.clusters.map(\.reports)
  }

  private init(reports: [Report]) { self.reports = reports }

  // MARK: Passes

  private mutating func mergeDays() {
    let days = reports.indices.filter { reports[$0].date?.precision == .day }.sorted { a, b in
      (reports[a].date?.earliest.daysSinceEpoch ?? 0, a)
        < (reports[b].date?.earliest.daysSinceEpoch ?? 0, b)
    }
    for report in days {
      let sameDay = clusters.indices.suffix(Self.reach).first {
        clusters[$0].date == reports[report].date && fits(report, $0)
      }
      add(report, to: sameDay)
    }
    dayCount = clusters.count
  }

  /// Weeks, months and years, the shortest first.
  private mutating func mergeRough() {
    let rough = reports.indices.filter { index in
      reports[index].date.map { $0.precision != .day } ?? false
    }.sorted { a, b in
      guard let one = reports[a].date, let other = reports[b].date else { return a < b }
      return (one.dayCount, one.earliest.daysSinceEpoch, Int32(truncatingIfNeeded: a))
        < (other.dayCount, other.earliest.daysSinceEpoch, Int32(truncatingIfNeeded: b))
    }
    for report in rough {
      guard let date = reports[report].date else { continue }
      add(report, to: only(report, among: candidates(within: date)))
    }
  }

  private mutating func mergeUndated() {
    let undated = reports.indices.filter { reports[$0].date == nil }.sorted { a, b in
      (reports[a].published?.earliest.daysSinceEpoch ?? .max, a)
        < (reports[b].published?.earliest.daysSinceEpoch ?? .max, b)
    }
    let dated = clusters.count
    for report in undated {
      let near = window(of: reports[report]).map(candidates(within:)) ?? []
      let recent = clusters.indices.dropFirst(dated).suffix(Self.reach).filter {
        isClose(reports[report], reports[clusters[$0].reports[0]])
      }
      // What an article has told once, it need not date again.
      let own = Set((placed[reports[report].article] ?? []).suffix(Self.reach).map(\.cluster))
      let told = own.sorted().filter { fits(report, $0) }
      add(
        report,
        to: told.isEmpty ? only(report, among: near + recent) : told.count == 1 ? told[0] : nil)
    }
  }

  private mutating func add(_ report: Int, to cluster: Int?) {
    let place = cluster ?? clusters.count
    if place == clusters.count {
      clusters.append(Cluster(reports: [], date: reports[report].date, city: -1))
    }
    clusters[place].reports.append(report)
    if clusters[place].city < 0 { clusters[place].city = reports[report].city }
    placed[reports[report].article, default: []].append((report, place))
  }

  // MARK: Candidates

  /// Dated events about some day of a stretch of time; the days' ones by search.
  private func candidates(within date: DateRange) -> [Int] {
    let days = clusters[..<dayCount]
    let start = days.partitioningIndex { $0.date.map { $0.earliest >= date.earliest } ?? true }
    let end = days.partitioningIndex { $0.date.map { $0.earliest > date.latest } ?? true }
    let rough = clusters.indices.dropFirst(dayCount).suffix(Self.reach).filter {
      clusters[$0].date.map(date.overlaps) ?? false
    }
    return Array((start..<max(start, end)).prefix(Self.reach)) + rough
  }

  /// The one that fits, if no other does.
  private func only(_ report: Int, among candidates: [Int]) -> Int? {
    var found: Int?
    for candidate in candidates where fits(report, candidate) {
      if found != nil { return nil }
      found = candidate
    }
    return found
  }

  /// When what an article tells without a date is likely to happen.
  private func window(of report: Report) -> DateRange? {
    guard let published = report.published else { return nil }
    let first = published.earliest.adding(days: report.isAhead ? 0 : -Int(Self.freshDays))
    let last = published.latest.adding(days: report.isAhead ? Int(Self.noticeDays) : 0)
    return DateRange(earliest: first, latest: last, precision: .range)
  }

  private func isClose(_ a: Report, _ b: Report) -> Bool {
    guard let one = a.published, let other = b.published else { return false }
    return one.earliest.daysSinceEpoch - Self.freshDays <= other.latest.daysSinceEpoch
      && other.earliest.daysSinceEpoch - Self.freshDays <= one.latest.daysSinceEpoch
  }

  // MARK: Fit

  private func fits(_ index: Int, _ cluster: Int) -> Bool {
    let report = reports[index]
    if let date = clusters[cluster].date ?? report.date, let published = report.published {
      // Nobody announces what is over, or tells as done what is still to come.
      let isOver = published.earliest > date.latest
      let isToCome = published.latest < date.earliest && report.modality != .denied
      if report.isAhead ? isOver : isToCome { return false }
    }
    let city = clusters[cluster].city
    if city >= 0, report.city >= 0, city != report.city { return false }
    return (placed[report.article] ?? []).suffix(Self.reach).allSatisfy { other in
      other.cluster != cluster || isOne(report, reports[other.report])
    }
  }

  /// One article that dates something twice, differently, or speaks of it as done and as to come,
  /// tells of two.
  private func isOne(_ a: Report, _ b: Report) -> Bool {
    if let one = a.date, let other = b.date, one != other { return false }
    return a.isAhead == b.isAhead
  }
}
