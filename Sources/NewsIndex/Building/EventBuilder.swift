internal import Extraction
internal import Formats

/// Merges the evidences of relations that report one event.
///
/// It holds the arrays it reads and nothing else: a closure copies whatever it is made in, and
/// there are as many events as articles have sentences.
struct EventBuilder {
  /// An event in the making.
  struct Draft {
    var family: Predicate
    var participants: [ParticipantRow]
    /// Indices into `Tables.relationEvidence`.
    var evidence: [Int32]
  }

  /// What relations must share to report one event.
  private struct EventKey: Hashable {
    var family: Predicate
    var subject: PartyRow
    var object: PartyRow
    /// Of those known by description only.
    var article: Int32
  }

  private let relations: [RelationRow]
  private let evidence: [RelationEvidenceRow]
  /// One an evidence.
  private let reports: [EventMerger.Report]
  private let times: [TimeRow]

  init(_ tables: Tables) {
    relations = tables.relations
    evidence = tables.relationEvidence
    times = tables.times
    reports = Self.reports(tables)
  }

  private static func reports(_ tables: Tables) -> [EventMerger.Report] {
    var reports: [EventMerger.Report] = []
    reports.reserveCapacity(tables.relationEvidence.count)
    for (relation, row) in tables.relations.enumerated() {
      for index in row.evidenceStart..<row.evidenceStart + row.evidenceCount {
        let evidence = tables.relationEvidence[Int(index)]
        let article = tables.sentences[evidence.sentence.index].article
        var report = EventMerger.Report(
          relation: Int32(truncatingIfNeeded: relation), evidence: index, article: article.value,
          city: -1, modality: row.modality, published: tables.articles[article.index].days)
        if let time = evidence.time { report.date = tables.times[time.index].when }
        if let place = evidence.place, tables.entities[place.index].subtype == .city {
          report.city = place.value
        }
        reports.append(report)
      }
    }
    return reports
  }

  /// - Complexity: O(n log n) in the evidences.
  func drafts() -> [Draft] { withAllParticipants(pairEvents()) }

  // MARK: Pairs

  /// Events of one pair each.
  private func pairEvents() -> [Draft] {
    var keys: [EventKey] = []
    var evidenceOf: [EventKey: [Int32]] = [:]
    for row in relations where row.predicate.type != .fact {
      let key = eventKey(row)
      if evidenceOf[key] == nil { keys.append(key) }
      evidenceOf[key, default: []] += row.evidenceStart..<row.evidenceStart + row.evidenceCount
    }
    var found: [Draft] = []
    for key in keys {
      let own = evidenceOf[key] ?? []
      let participants = participants(of: key)
      let reports = reports
      for cluster in EventMerger.clusters(own.map { reports[Int($0)] }) {
        found.append(
          Draft(
            family: key.family, participants: participants, evidence: cluster.map { own[$0] }))
      }
    }
    return found
  }

  private func eventKey(_ row: RelationRow) -> EventKey {
    let family = row.predicate.eventFamily
    var ends = (row.subject, row.object)
    if family.isSymmetric, order(ends.1) < order(ends.0) { swap(&ends.0, &ends.1) }
    let isDescribed = !ends.0.text.isEmpty || !ends.1.text.isEmpty
    return EventKey(
      family: family, subject: ends.0, object: ends.1,
      article: isDescribed ? reports[Int(row.evidenceStart)].article : -1)
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

  // MARK: All participants

  /// Pairs that the very same words report are one event with the participants of all: "A and B
  /// met C" is three pairs.
  private func withAllParticipants(_ pairs: [Draft]) -> [Draft] {
    struct Words: Hashable {
      var family: Predicate
      /// Of the reports, each once, in order.
      var places: [Int64]
    }
    var found: [Draft] = []
    var indexOf: [Words: Int] = [:]
    for pair in pairs {
      let words = Words(family: pair.family, places: places(of: pair.evidence))
      guard let index = indexOf[words] else {
        indexOf[words] = found.count
        found.append(pair)
        continue
      }
      found[index].evidence += pair.evidence
      let known = found[index].participants
      found[index].participants += pair.participants.filter { !known.contains($0) }
    }
    for index in found.indices where found[index].evidence.count > 1 {
      found[index].evidence = distinct(found[index].evidence)
      let all = found[index].participants
      found[index].participants = ParticipantRole.allCases.flatMap { role in
        all.filter { $0.role == role }
      }
    }
    return found
  }

  private func places(of reports: [Int32]) -> [Int64] {
    var places: [Int64] = []
    places.reserveCapacity(reports.count)
    for report in reports { places.append(place(of: report)) }
    places.sort()
    return places.blocks(by: ==).compactMap(\.first)
  }

  /// Sentence and trigger of a report.
  private func place(of report: Int32) -> Int64 {
    let row = evidence[Int(report)]
    return Int64(row.sentence.value) << 32 | Int64(row.trigger.start)
  }

  /// In text order, newest article first; of relations between several pairs that the same words
  /// tell alike, the first.
  private func distinct(_ all: [Int32]) -> [Int32] {
    struct Saying: Hashable {
      var place: Int64
      var modality: Modality
      var attribution: PartyRow
    }
    var placed: [(place: Int64, report: Int32)] = []
    for report in all { placed.append((place(of: report), report)) }
    // Evidences stand in the order of their relations.
    placed.sort { $0 < $1 }
    var told: Set<Saying> = []
    var found: [Int32] = []
    for (place, report) in placed {
      let relation = relations[Int(reports[Int(report)].relation)]
      let saying = Saying(
        place: place, modality: relation.modality, attribution: relation.attribution)
      if told.insert(saying).inserted { found.append(report) }
    }
    return found
  }

  // MARK: Rows

  /// The row of a draft; where its participants and reports begin is not known yet.
  func row(_ draft: Draft, hash: UInt64) -> EventRow {
    let own = draft.evidence
    let (evidence, times, reports, relations) = (evidence, times, reports, relations)
    let told = own.compactMap { evidence[Int($0)].time }
    let statuses = own.map { EventStatus(reports[Int($0)].modality) }
    let predicate = mostFrequent(
      own.map { relations[Int(reports[Int($0)].relation)].predicate.rawValue })
    return EventRow(
      hash: hash, predicate: predicate.flatMap(Predicate.init) ?? draft.family,
      status: statuses.min { $0.rawValue < $1.rawValue } ?? .reported,
      time: times.narrowest(of: told) ?? told.first { times[$0.index].when != nil },
      place: mostFrequent(own.compactMap { evidence[Int($0)].place }),
      reportCount: Int32(truncatingIfNeeded: own.count),
      articleCount: Int32(
        truncatingIfNeeded: own.map { reports[Int($0)].article }.sorted().blocks(by: ==).count),
      participantsStart: 0, reportsStart: 0)
  }

  /// Of several as frequent the least.
  private func mostFrequent<Value: Comparable>(_ values: [Value]) -> Value? {
    if values.count < 2 { return values.first }
    let blocks = values.sorted().blocks(by: ==)
    return blocks.max { ($0.count, $1.startIndex) < ($1.count, $0.startIndex) }?.first
  }

  func reportRows(_ draft: Draft) -> [EventReportRow] {
    let reports = reports
    return draft.evidence.map { index in
      EventReportRow(
        relation: RelationOrdinal(reports[Int(index)].relation), evidence: index)
    }
  }
}

extension ArticleRow {
  /// The days it may be of; `nil` where it has no date.
  fileprivate var days: DateRange? {
    guard let earliest, let latest, earliest <= latest else { return nil }
    return DateRange(
      earliest: earliest, latest: latest, precision: earliest == latest ? .day : .range)
  }
}
