internal import Extraction

/// The lists that lead to events; each in order of ordinals, most reported first.
struct EventLists: Sendable {
  /// Entity → events it takes part in.
  var participants = Postings()
  /// Predicate and status (`predicate * 5 + status`) → events.
  var predicates = Postings()
  /// Article → events that it reports.
  var articles = Postings()
  var dated = DatedRows()
  /// Events that no dated article reports.
  var unpublished: [Int32] = []
  /// By `EventRow.hash`.
  var byHash: [Int32] = []

  static let statusCount = EventStatus.allCases.count

  init() {}

  /// - Complexity: O(events + reports), and a sort for `byHash`.
  init(_ tables: Tables) {
    let rows = tables.events
    var taking: [(key: Int32, value: Int32)] = []
    var reporting: [(key: Int32, value: Int32)] = []
    for (index, row) in rows.enumerated() {
      let event = Int32(truncatingIfNeeded: index)
      let participants = tables.participants(ofEvent: index)
      for entity in Set(participants.compactMap(\.party.entity)).sorted() {
        taking.append((entity.value, event))
      }
      var last = Int32(-1)
      let start = Int(row.reportsStart)
      for report in tables.eventReports[start..<start + Int(row.reportCount)] {
        let sentence = tables.relationEvidence[Int(report.evidence)].sentence
        let article = tables.sentences[sentence.index].article.value
        if last < 0, Int(article) >= tables.datedArticleCount { unpublished.append(event) }
        if article != last { reporting.append((article, event)) }
        last = article
      }
    }
    participants = Postings(
      keyCount: tables.entities.count, keys: taking.map(\.key), values: taking.map(\.value))
    articles = Postings(
      keyCount: tables.articles.count, keys: reporting.map(\.key), values: reporting.map(\.value))
    predicates = Postings(
      keyCount: Predicate.allCases.count * Self.statusCount,
      keys: rows.map {
        Int32(Int($0.predicate.rawValue) * Self.statusCount) + Int32($0.status.rawValue)
      }, values: rows.indices.map { Int32(truncatingIfNeeded: $0) })
    dated = DatedRows(rowCount: rows.count) { row in
      rows[row].time.flatMap { tables.times[$0.index].when }.map { [$0] } ?? []
    }
    byHash = rows.indices.map { Int32(truncatingIfNeeded: $0) }.sorted {
      rows[Int($0)].hash < rows[Int($1)].hash
    }
  }
}

extension Tables {
  /// Never empty.
  func participants(ofEvent event: Int) -> ArraySlice<ParticipantRow> {
    let start = Int(events[event].participantsStart)
    let end =
      event + 1 < events.count
      ? Int(events[event + 1].participantsStart) : eventParticipants.count
    return eventParticipants[start..<end]
  }
}
