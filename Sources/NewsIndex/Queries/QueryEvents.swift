package import Extraction
internal import Formats

extension Snapshot {
  /// - Complexity: O(limit · log n) for no filter or for predicate and status alone; else
  ///   O(length of the shortest filter's lists · log n). `published` alone takes one step for each
  ///   report of the articles within, `dates` alone one for each event within.
  package func events(_ query: EventQuery, _ page: PageRequest) -> Page<EventOrdinal> {
    let found = FilteredRows(rowCount: eventCount, eventFilters(query), days: eventDays(query))
    return Page(
      found.set, by: query.sort, natural: Sort(.reports, descending: true), tables.eventColumns,
      id: .id, undated: found.undatedCount,
      page)
  }

  /// - Complexity: O(log n).
  package func event(id: String) -> EventOrdinal? {
    guard id.utf8.count == 16, let hash = UInt64(id, radix: 16) else { return nil }
    let order = tables.eventLists.byHash
    let place = order.partitioningIndex { tables.events[Int($0)].hash >= hash }
    guard place < order.count else { return nil }
    let found = EventOrdinal(order[place])
    return self.id(of: found) == id ? found : nil
  }

  /// Events that the entity takes part in.
  package func eventCount(of entity: EntityOrdinal) -> Int {
    tables.eventLists.participants.count(entity.index)
  }

  /// Never empty.
  package func participants(of event: EventOrdinal) -> ArraySlice<ParticipantRow> {
    tables.participants(ofEvent: event.index)
  }

  /// Newest article first, then in text order; never empty.
  package func reports(of event: EventOrdinal) -> ArraySlice<EventReportRow> {
    let start = Int(self[event].reportsStart)
    return tables.eventReports[start..<start + Int(self[event].reportCount)]
  }

  package func evidence(of report: EventReportRow) -> RelationEvidenceRow {
    tables.relationEvidence[Int(report.evidence)]
  }

  package func date(of time: TimeOrdinal?) -> DateRange? { time.flatMap { self[$0].when } }

  // MARK: Filters

  private func eventFilters(_ query: EventQuery) -> [RowFilter] {
    let lists = tables.eventLists
    let rows = tables.events
    var filters = query.entities.map { any in
      let own = Set(any).sorted().map { lists.participants[$0.index] }
      return RowFilter(lists: own, isDisjoint: own.count < 2) { row in
        self.participants(of: EventOrdinal(row)).contains { participant in
          any.contains { $0 == participant.party.entity }
        }
      }
    }
    filters += [
      filter(query.articles, in: lists.articles, isTold: isReported),
      filter(
        query.predicates, by: query.statuses.map(\.rawValue), of: EventLists.statusCount,
        in: lists.predicates
      ) { row in
        query.predicates.contains(rows[Int(row)].predicate)
          && query.statuses.contains(rows[Int(row)].status)
      },
    ].compactMap(\.self)
    return filters
  }

  private func eventDays(_ query: EventQuery) -> [DayFilter] {
    let lists = tables.eventLists
    return [
      filter(
        published: query.published, in: lists.articles, rowCount: eventCount,
        undated: lists.unpublished, isTold: isReported),
      filter(about: query.dates, in: lists.dated) { row in
        self.date(of: self[EventOrdinal(row)].time).map { [$0] } ?? []
      },
    ].compactMap(\.self)
  }

  private func isReported(_ row: Int32, in runs: [Range<Int32>]) -> Bool {
    let own = reports(of: EventOrdinal(row))
    return hasRow(own, in: runs) { self.evidence(of: $0).sentence }
  }
}
