internal import Extraction
internal import Formats

/// Events, merged from the relations that report them.
extension Assembler {
  /// - Complexity: O(n log n) in the evidences.
  mutating func addEvents() {
    let builder = EventBuilder(tables)
    var drafts: [(draft: EventBuilder.Draft, row: EventRow)] = []
    for draft in builder.drafts() { drafts.append((draft, builder.row(draft, hash: hash(draft)))) }
    drafts.sort { a, b in
      a.row.reportCount != b.row.reportCount
        ? a.row.reportCount > b.row.reportCount : a.row.hash < b.row.hash
    }
    tables.events.reserveCapacity(drafts.count)
    for (draft, row) in drafts {
      var row = row
      row.participantsStart = Int32(truncatingIfNeeded: tables.eventParticipants.count)
      row.reportsStart = Int32(truncatingIfNeeded: tables.eventReports.count)
      tables.eventParticipants += draft.participants
      tables.eventReports += builder.reportRows(draft)
      tables.events.append(row)
    }
    tables.eventLists = EventLists(tables)
    tables.timeline = Timeline(tables)
  }

  /// The first report, by the article's id, tells two events of one pair apart.
  private func hash(_ draft: EventBuilder.Draft) -> UInt64 {
    var hash = StableHash(seed: 10)
    hash.combine(draft.family.name)
    var parties: [UInt64] = []
    for participant in draft.participants { parties.append(idHash(participant.party)) }
    for party in parties.sorted() { hash.combine(party) }
    var first: (id: HeapRange, start: Int32)?
    for index in draft.evidence {
      let evidence = tables.relationEvidence[Int(index)]
      let article = tables.sentences[evidence.sentence.index].article
      let (id, start) = (tables.articles[article.index].id, evidence.trigger.start)
      if let first {
        let order = compare(tables.strings.span, first.id.indices, id.indices)
        if order < 0 || order == 0 && first.start <= start { continue }
      }
      first = (id, start)
    }
    if let first {
      hash.combine(tables.strings.span.extracting(first.id.indices))
      hash.combine(first.start)
    }
    return hash.value
  }

  // MARK: Orders

  mutating func addEventColumns() {
    let rows = tables.events
    let byID = tables.eventLists.byHash
    tables.eventColumns = EventQuery.SortKey.allCases.map { key in
      switch key {
      case .reports: SortColumn(values: rows.map { Int64($0.reportCount) }, byID: byID)
      case .articles: SortColumn(values: rows.map { Int64($0.articleCount) }, byID: byID)
      case .date: SortColumn(values: rows.map { firstDay(of: $0.time) }, byID: byID)
      case .id: SortColumn(byID: byID)
      }
    }
  }

  /// Adds what events say to the snapshot's own hash.
  func combineEvents(into hash: inout StableHash) {
    for row in tables.events {
      hash.combine(row.hash)
      hash.combine(row.reportCount)
      hash.combine(row.status.rawValue)
    }
  }
}
