internal import Extraction
internal import Formats

/// Events, merged from the relations that report them.
extension Assembler {
  /// What relations must share to report one event.
  private struct EventKey: Hashable {
    var family: Predicate
    var subject: PartyRow
    var object: PartyRow
    /// Of those known by description only.
    var article: Int32
  }

  /// An event in the making: relations' evidences, by their indices.
  private struct Draft {
    var family: Predicate
    var participants: [ParticipantRow]
    var reports: [EventReportRow]
  }

  /// - Complexity: O(n log n) in the evidences.
  mutating func addEvents() {
    let drafts = withAllParticipants(pairEvents())
    let rows = drafts.map { (draft: $0, row: eventRow($0)) }.sorted { a, b in
      a.row.reportCount != b.row.reportCount
        ? a.row.reportCount > b.row.reportCount : a.row.hash < b.row.hash
    }
    tables.events.reserveCapacity(rows.count)
    for (draft, row) in rows {
      var row = row
      row.participantsStart = Int32(truncatingIfNeeded: tables.eventParticipants.count)
      row.reportsStart = Int32(truncatingIfNeeded: tables.eventReports.count)
      tables.eventParticipants += draft.participants
      tables.eventReports += draft.reports
      tables.events.append(row)
    }
    tables.eventLists = EventLists(tables)
    tables.timeline = Timeline(tables)
  }

  // MARK: Pairs

  /// Events of one pair each.
  private func pairEvents() -> [Draft] {
    var keys: [EventKey] = []
    var relationsOf: [EventKey: [Int32]] = [:]
    for (index, row) in tables.relations.enumerated() where row.predicate.type != .fact {
      let key = eventKey(row)
      if relationsOf[key] == nil { keys.append(key) }
      relationsOf[key, default: []].append(Int32(truncatingIfNeeded: index))
    }
    return keys.flatMap { key in
      let reports = (relationsOf[key] ?? []).flatMap(reports(of:)).sorted {
        ($0.evidence, $0.relation) < ($1.evidence, $1.relation)
      }
      return EventMerger.clusters(reports).map { cluster in
        Draft(
          family: key.family, participants: participants(of: key),
          reports: cluster.map { report in
            EventReportRow(
              relation: RelationOrdinal(reports[report].relation),
              evidence: reports[report].evidence)
          })
      }
    }
  }

  private func eventKey(_ row: RelationRow) -> EventKey {
    let family = row.predicate.eventFamily
    var ends = [row.subject, row.object]
    if family.isSymmetric, order(ends[1]) < order(ends[0]) { ends.swapAt(0, 1) }
    let isDescribed = ends.contains { !$0.text.isEmpty }
    let first = tables.relationEvidence[Int(row.evidenceStart)].sentence
    return EventKey(
      family: family, subject: ends[0], object: ends[1],
      article: isDescribed ? tables.sentences[first.index].article.value : -1)
  }

  private func order(_ party: PartyRow) -> (Int32, Int) {
    (party.entity?.value ?? .max, party.text.start)
  }

  private func participants(of key: EventKey) -> [ParticipantRow] {
    let isSymmetric = key.family.isSymmetric
    return [
      ParticipantRow(party: key.subject, role: isSymmetric ? .participant : .subject),
      ParticipantRow(party: key.object, role: isSymmetric ? .participant : .object),
    ].filter { !$0.party.isAbsent }
  }

  private func reports(of relation: Int32) -> [EventMerger.Report] {
    let row = tables.relations[Int(relation)]
    return (row.evidenceStart..<row.evidenceStart + row.evidenceCount).map { index in
      let evidence = tables.relationEvidence[Int(index)]
      let article = tables.sentences[evidence.sentence.index].article
      return EventMerger.Report(
        relation: relation, evidence: index, article: article.value,
        date: evidence.time.flatMap { tables.times[$0.index].when },
        city: evidence.place.flatMap { place in
          tables.entities[place.index].subtype == .city ? place.value : nil
        } ?? -1, modality: row.modality, published: published(article))
    }
  }

  private func published(_ article: ArticleOrdinal) -> DateRange? {
    let row = tables.articles[article.index]
    guard let earliest = row.earliest, let latest = row.latest, earliest <= latest else {
      return nil
    }
    return DateRange(
      earliest: earliest, latest: latest, precision: earliest == latest ? .day : .range)
  }

  // MARK: All participants

  /// Pairs that the very same words report are one event with the participants of all: "A and B
  /// met C" is three pairs.
  private func withAllParticipants(_ pairs: [Draft]) -> [Draft] {
    struct Words: Hashable {
      var family: Predicate
      /// Sentence and trigger of each report.
      var places: Set<Int64>
    }
    var found: [Draft] = []
    var indexOf: [Words: Int] = [:]
    for pair in pairs {
      let words = Words(family: pair.family, places: Set(pair.reports.map(place(of:))))
      guard let index = indexOf[words] else {
        indexOf[words] = found.count
        found.append(pair)
        continue
      }
      found[index].reports += pair.reports
      let known = found[index].participants
      found[index].participants += pair.participants.filter { !known.contains($0) }
    }
    for index in found.indices where found[index].reports.count > 1 {
      found[index].reports = distinct(found[index].reports)
      let all = found[index].participants
      found[index].participants = ParticipantRole.allCases.flatMap { role in
        all.filter { $0.role == role }
      }
    }
    return found
  }

  private func place(of report: EventReportRow) -> Int64 {
    let evidence = tables.relationEvidence[Int(report.evidence)]
    return Int64(evidence.sentence.value) << 32 | Int64(evidence.trigger.start)
  }

  /// In text order, newest article first; of relations between several pairs that the same words
  /// tell alike, the first.
  private func distinct(_ reports: [EventReportRow]) -> [EventReportRow] {
    struct Saying: Hashable {
      var place: Int64
      var modality: Modality
      var attribution: PartyRow
    }
    var told: Set<Saying> = []
    // The closures hold what they need and not all tables: there are very many events.
    let relations = tables.relations
    return reports.map { (place: place(of: $0), report: $0) }.sorted { a, b in
      (a.place, a.report.relation) < (b.place, b.report.relation)
    }.filter { place, report in
      let relation = relations[report.relation.index]
      return told.insert(
        Saying(place: place, modality: relation.modality, attribution: relation.attribution)
      ).inserted
    }.map(\.report)
  }

  // MARK: Rows

  private func eventRow(_ draft: Draft) -> EventRow {
    let relations = draft.reports.map { tables.relations[$0.relation.index] }
    let evidence = draft.reports.map { tables.relationEvidence[Int($0.evidence)] }
    let articles = Set(evidence.map { tables.sentences[$0.sentence.index].article })
    let predicate = mostFrequent(relations.map(\.predicate)) { $0.rawValue < $1.rawValue }
    let status = relations.map { EventStatus($0.modality) }.min { $0.rawValue < $1.rawValue }
    let times = evidence.compactMap(\.time)
    return EventRow(
      hash: hash(draft), predicate: predicate ?? draft.family, status: status ?? .reported,
      time: narrowest(times) ?? times.first { tables.times[$0.index].when != nil },
      place: mostFrequent(evidence.compactMap(\.place), <),
      reportCount: Int32(truncatingIfNeeded: draft.reports.count),
      articleCount: Int32(truncatingIfNeeded: articles.count), participantsStart: 0,
      reportsStart: 0)
  }

  private func mostFrequent<Value: Hashable>(
    _ values: [Value], _ precedes: (Value, Value) -> Bool
  ) -> Value? {
    var counts: [Value: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.max { a, b in
      a.value != b.value ? a.value < b.value : precedes(b.key, a.key)
    }?.key
  }

  /// The first report, by the article's id, tells two events of one pair apart.
  private func hash(_ draft: Draft) -> UInt64 {
    var hash = StableHash(seed: 10)
    hash.combine(draft.family.name)
    for value in draft.participants.map({ idHash($0.party) }).sorted() { hash.combine(value) }
    let first = draft.reports.map { report in
      let evidence = tables.relationEvidence[Int(report.evidence)]
      let article = tables.sentences[evidence.sentence.index].article
      return (tables.articles[article.index].id, evidence.trigger.start)
    }.min { a, b in
      let order = compare(tables.strings.span, a.0.indices, b.0.indices)
      return order != 0 ? order < 0 : a.1 < b.1
    }
    if let first {
      hash.combine(tables.strings.span.extracting(first.0.indices))
      hash.combine(first.1)
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
