internal import Extraction
internal import Formats

/// Dates for articles that have none of their own, from dated articles that tell the same event.
///
/// "October 11" has a year where another article dates that very event; "met on Friday" tells the
/// day of publication where the meeting has a date elsewhere. Nothing is taken from articles that
/// share less, nor where two articles tell different days.
struct RelatedDates {
  /// What is found for one article.
  private struct Found {
    var published: PublicationDate?
    /// The article that it rests on.
    var article: Int
    /// Days of time expressions, counted from the article's first.
    var known: [Int: CalendarDate]
  }

  /// Two parties and what one did to the other.
  private struct EventKey: Hashable {
    var family: Predicate
    var subject: Int32
    var object: Int32
  }

  private struct Telling {
    var article: Int
    /// `nil` where its article dates only itself.
    var day: CalendarDate?
  }

  /// Tellings of one event that are looked at for one article.
  private static let reach = 16
  /// Entities that two articles about one event share at least.
  private static let sharedEntities = 4

  private let staging: Staging
  private let resolution: Resolution
  private var tellings: [EventKey: [Telling]] = [:]

  /// Puts dates into undated articles; true if one was told when it came out.
  /// - Complexity: linear in the relations, and at most `reach` articles a relation of an undated
  ///   article. None where every article is dated.
  static func link(_ staging: inout Staging, _ resolution: Resolution) -> Bool {
    let undated = staging.articles.indices.filter { staging.articles[$0].row.earliest == nil }
    guard !undated.isEmpty, undated.count < staging.articles.count else { return false }
    let dates = RelatedDates(staging, resolution)
    let found = undated.map { ($0, dates.find($0)) }
    var isPublished = false
    for case (let article, let dates?) in found {
      staging.date(article, as: dates.published, by: dates.article, known: dates.known)
      isPublished = isPublished || dates.published != nil
    }
    return isPublished
  }

  private init(_ staging: Staging, _ resolution: Resolution) {
    self.staging = staging
    self.resolution = resolution
    for index in staging.articles.indices where staging.articles[index].row.earliest != nil {
      for relation in relations(of: index) {
        guard let key = key(relation), tellings[key, default: []].count < Self.reach else {
          continue
        }
        let when = time(of: relation, in: index)?.when
        let day = when.flatMap { $0.precision == .day ? $0.earliest : nil }
        tellings[key, default: []].append(Telling(article: index, day: day))
      }
    }
  }

  // MARK: Rows

  private func relations(of article: Int) -> ArraySlice<Staging.Relation> {
    staging.relations[staging.articles[article].relations..<staging.next(article).relations]
  }

  private func times(of article: Int) -> ArraySlice<TimeExpression> {
    staging.times[staging.articles[article].times..<staging.next(article).times]
  }

  private func time(of relation: Staging.Relation, in article: Int) -> TimeExpression? {
    let times = times(of: article)
    return relation.time >= 0 ? times[times.startIndex + Int(relation.time)] : nil
  }

  private func key(_ relation: Staging.Relation) -> EventKey? {
    guard relation.predicate.type != .fact, relation.subject.node >= 0, relation.object.node >= 0
    else { return nil }
    var ends = [relation.subject.node, relation.object.node].map {
      resolution.entityOfNode[Int($0)]
    }
    let family = relation.predicate.eventFamily
    if family.isSymmetric { ends.sort() }
    return EventKey(family: family, subject: ends[0], object: ends[1])
  }

  private func entities(of article: Int) -> Set<Int32> {
    let nodes = staging.articles[article].nodes..<staging.next(article).nodes
    return Set(nodes.map { resolution.entityOfNode[$0] })
  }

  // MARK: Evidence

  /// The articles that tell the same of the same two and share more than those.
  private func related(_ relation: Staging.Relation, _ own: Set<Int32>) -> [Telling] {
    guard let key = key(relation) else { return [] }
    return (tellings[key] ?? []).filter { telling in
      let other = entities(of: telling.article)
      let shared = own.intersection(other).count
      return shared >= Self.sharedEntities && 5 * shared >= min(own.count, other.count)
    }
  }

  private func find(_ article: Int) -> Found? {
    let own = entities(of: article)
    let dateline = datelineDay(of: article)
    var bounds = DayBounds()
    var found: Found?
    for relation in relations(of: article) {
      let time = time(of: relation, in: article).flatMap { $0.when == nil ? $0 : nil }
      guard time != nil || dateline != nil else { continue }
      let related = related(relation, own)
      if let time, let telling = telling(of: time, among: related), let day = telling.day {
        if found == nil { found = Found(article: telling.article, known: [:]) }
        found?.known[Int(relation.time)] = day
        narrow(&bounds, time, day, isAhead: relation.modality == .planned)
      } else if found == nil, let dateline, let dated = published(on: dateline, related) {
        return dated
      }
    }
    guard var found else { return nil }
    tell(&found, of: article, bounds)
    return found
  }

  /// The day that all articles give that name a fitting one.
  private func telling(of time: TimeExpression, among related: [Telling]) -> Telling? {
    let fitting = related.filter { telling in
      guard let day = telling.day else { return false }
      if let (month, dayOfMonth) = time.yearlessDay {
        return (day.components.month, day.components.day) == (month, dayOfMonth)
      }
      return time.bareWeekday == day.weekday
    }
    return fitting.allSatisfy { $0.day == fitting[0].day } ? fitting.first : nil
  }

  /// The day that the dateline names without a year.
  private func datelineDay(of article: Int) -> DatePhrase? {
    guard let dateline = staging.articles[article].row.datelineRange,
      let written = times(of: article).first(where: { dateline.contains($0.range) })?.yearlessDay
    else { return nil }
    return DatePhrase(month: written.month, day: written.day)
  }

  /// That day in the year of an article of the same days.
  private func published(on written: DatePhrase, _ related: [Telling]) -> Found? {
    var found: (day: CalendarDate, article: Int)?
    for telling in related {
      let row = staging.articles[telling.article].row
      guard let earliest = row.earliest, let latest = row.latest, row.precision != .year,
        let day = written.nearest(to: earliest), earliest.adding(days: -3) <= day,
        day <= latest.adding(days: 3)
      else { continue }
      if let found, found.day != day { return nil }
      found = found ?? (day, telling.article)
    }
    return found.map { found in
      let published = PublicationDate(
        earliest: found.day, latest: found.day, precision: .day, basis: .related)
      return Found(published: published, article: found.article, known: [:])
    }
  }

  // MARK: Publication

  /// What is told as done was over when the article came out, what is announced was not.
  private func narrow(
    _ bounds: inout DayBounds, _ time: TimeExpression, _ day: CalendarDate, isAhead: Bool
  ) {
    // Weekdays are named within a week; by the first sentence of a report, while it is news.
    let reach = time.bareWeekday == nil ? nil : time.sentence <= 1 && !isAhead ? 2 : 6
    let (first, last) =
      isAhead
      ? (reach.map { day.adding(days: -$0) }, day) : (day, reach.map { day.adding(days: $0) })
    bounds.from = [bounds.from, first].compactMap(\.self).max()
    bounds.to = [bounds.to, last].compactMap(\.self).min()
  }

  /// Completes what one linked day tells: the other days of the article, and when it came out.
  private func tell(_ found: inout Found, of article: Int, _ bounds: DayBounds) {
    var bounds = bounds
    let writtenOut = times(of: found.article).compactMap { time in
      time.basis == .explicit && time.when?.precision == .day ? time.when?.earliest : nil
    }
    for (index, time) in times(of: article).enumerated() where found.known[index] == nil {
      guard let (month, day) = time.yearlessDay else { continue }
      let same = writtenOut.filter { ($0.components.month, $0.components.day) == (month, day) }
      if let first = same.first, same.allSatisfy({ $0 == first }) {
        found.known[index] = first
      } else if let to = bounds.to, time.tense == .past,
        let past = DatePhrase(month: month, day: day).last(before: to)
      {
        bounds.from = [bounds.from, past].compactMap(\.self).max()
      }
    }
    guard let from = bounds.from, let to = bounds.to, from <= to, to <= from.adding(days: 31)
    else { return }
    found.published = PublicationDate(
      earliest: from, latest: to, precision: from == to ? .day : .range, basis: .related)
  }
}

extension DatePhrase {
  /// The last such day up to `bound`, where it is of the same months.
  fileprivate func last(before bound: CalendarDate) -> CalendarDate? {
    guard let month, let day else { return nil }
    let year = bound.components.year
    let days = [year - 1, year].compactMap { CalendarDate(year: $0, month: month, day: day) }
    return days.last { $0 <= bound }.flatMap { bound <= $0.adding(days: 31) ? $0 : nil }
  }
}

extension Staging {
  /// Dates an article by another one, and its time expressions from that.
  mutating func date(
    _ index: Int, as published: PublicationDate?, by other: Int, known: [Int: CalendarDate]
  ) {
    if let published {
      let id = Array(strings[articles[other].row.id.indices])
      articles[index].row.related = HeapRange(start: strings.count, count: id.count)
      strings += id
      articles[index].row.earliest = published.earliest
      articles[index].row.latest = published.latest
      articles[index].row.precision = published.precision
      articles[index].row.basis = published.basis
      articles[index].publishedKey = publishedKey(published)
    }
    let own = articles[index].times..<next(index).times
    let reading = TimeReader.resolve(Array(times[own]), published: published, known: known)
    times.replaceSubrange(own, with: reading.times)
  }
}
