import Extraction
import Formats
import Testing

@testable import NewsIndex

private let corpus = eventSnapshot(150, seed: 21)

/// Seeded articles with dated relations between what their sentences mention.
private func eventSnapshot(_ count: Int, seed: UInt64, shuffled: Bool = false) -> Snapshot {
  var random = SeededGenerator(seed: seed)
  let predicates: [Predicate] = [.meets, .negotiatesWith, .visits, .attacks, .headOf]
  var articles = seededDrafts(count, seed: seed).map { draft in
    var (article, analysis) = draft.made
    for (index, sentence) in analysis.sentences.enumerated() {
      let own = analysis.mentions.filter { Int($0.sentence) == index }
      guard own.count > 1 else { continue }
      let first = CalendarDate(daysSinceEpoch: 19_000 + Int32.random(in: 0..<60, using: &random))
      let length = Int.random(in: 0..<4, using: &random)
      analysis.times.append(
        TimeExpression(
          range: TextRange(Int(sentence.range.start), Int(sentence.range.start) + 4),
          sentence: Int32(index), kind: .date,
          when: length == 3
            ? nil
            : DateRange(
              earliest: first, latest: first.adding(days: length * 6),
              precision: length == 0 ? .day : .week),
          basis: length == 3 ? nil : .explicit))
      let predicate = predicates[Int.random(in: 0..<predicates.count, using: &random)]
      for other in own.dropFirst() {
        analysis.relations.append(
          Relation(
            predicate: predicate, subject: Argument(range: own[0].range, entity: own[0].entity),
            object: Argument(range: other.range, entity: other.entity), sentence: Int32(index),
            trigger: TextRange(Int(sentence.range.start), Int(sentence.range.start) + 2),
            modality: Modality.allCases[Int.random(in: 0..<5, using: &random)],
            time: Int32(analysis.times.count - 1), confidence: 80))
      }
    }
    return (article, analysis)
  }
  if shuffled { articles.shuffle(using: &random) }
  var builder = SnapshotBuilder()
  for (article, analysis) in articles { builder.add(article, analysis) }
  return builder.finish(builtAt: 0)
}

@Test func `events agree with their lists`() {
  #expect(corpus.eventCount > 50)
  #expect(corpus.checkInvariants() == nil)
}

@Test func `every relation but a fact is reported by an event, and no fact is`() {
  var reported: Set<Int32> = []
  for event in 0..<corpus.eventCount {
    for report in corpus.reports(of: EventOrdinal(event)) {
      #expect(corpus[report.relation].predicate.type != .fact)
      let place = corpus.evidence(of: report)
      reported.insert(place.sentence.value)
    }
  }
  for relation in corpus.tables.relations where relation.predicate.type != .fact {
    let evidence = corpus.tables.relationEvidence[Int(relation.evidenceStart)]
    #expect(reported.contains(evidence.sentence.value))
  }
}

@Test func `the order of adding leaves no trace in events`() {
  let other = eventSnapshot(150, seed: 21, shuffled: true)
  #expect(other.id == corpus.id)
  #expect(other.tables.events.map(\.hash) == corpus.tables.events.map(\.hash))
  #expect(Set(corpus.tables.events.map(\.hash)).count == corpus.eventCount)
}

@Test func `events are those a plain filter finds, in every page size`() {
  for round in 0..<120 {
    var query = EventQuery()
    if round % 2 == 0 {
      query.entities = [[EntityOrdinal(round % corpus.entityCount), EntityOrdinal(0)]]
    }
    if round % 3 == 0 { query.predicates = [.meets, .attacks] }
    if round % 5 == 0 { query.statuses = [.planned, .occurred] }
    if round % 7 == 0 { query.articles = (0..<9).map { ArticleOrdinal($0 * 11) } }
    if round % 4 > 1 { query.dates.from = CalendarDate(daysSinceEpoch: 19_020) }
    if round % 8 > 3 { query.dates.to = CalendarDate(daysSinceEpoch: 19_035) }
    if round % 11 == 0 { query.published.from = CalendarDate(daysSinceEpoch: 19_010) }
    let matching = (0..<corpus.eventCount).map { EventOrdinal($0) }.filter { meets($0, query) }
    let bounded = matching.filter { isWithin($0, query) }
    var found: [EventOrdinal] = []
    var request = PageRequest(limit: [1, 7, 500][round % 3])
    while true {
      let page = corpus.events(query, request)
      #expect(page.total == bounded.count)
      found += page.items
      guard let next = page.next, found.count <= bounded.count else { break }
      request.after = next
    }
    #expect(found == bounded, "\(query)")
    query.sort = [Sort(.date)]
    let byDate = corpus.events(query, PageRequest(limit: 500)).items
    #expect(Set(byDate) == Set(bounded))
    let days = byDate.compactMap { corpus.date(of: corpus[$0].time)?.earliest }
    #expect(days == days.sorted())
  }
}

private func meets(_ event: EventOrdinal, _ query: EventQuery) -> Bool {
  let row = corpus[event]
  let entities = corpus.participants(of: event).compactMap(\.party.entity)
  let articles = corpus.reports(of: event).map {
    corpus[corpus.evidence(of: $0).sentence].article
  }
  return query.entities.allSatisfy { !$0.allSatisfy { !entities.contains($0) } }
    && query.predicates.contains(row.predicate) && query.statuses.contains(row.status)
    && query.articles?.contains { articles.contains($0) } ?? true
}

private func isWithin(_ event: EventOrdinal, _ query: EventQuery) -> Bool {
  if query.dates.isBounded {
    guard let date = corpus.date(of: corpus[event].time), query.dates.admits(date) else {
      return false
    }
  }
  guard query.published.isBounded else { return true }
  return corpus.reports(of: event).contains { report in
    let article = corpus[corpus[corpus.evidence(of: report).sentence].article]
    guard let first = article.earliest, let last = article.latest else { return false }
    return query.published.admits(DateRange(earliest: first, latest: last, precision: .range))
  }
}

@Test func `a timeline has every dated event and fact of its entity in order of time`() {
  for index in 0..<corpus.entityCount {
    let entity = EntityOrdinal(index)
    let entries = corpus.timeline(of: entity, within: DayBounds())
    let days = entries.compactMap { entry in
      switch entry {
      case .event(let event): corpus.date(of: corpus[event].time)?.earliest
      case .fact(let relation): corpus.date(of: corpus[relation].time)?.earliest
      }
    }
    #expect(days.count == entries.count)
    #expect(days == days.sorted())
    let facts = corpus.tables.relations.count { row in
      row.predicate.type == .fact
        && (row.subject.entity == entity || row.object.entity == entity)
    }
    #expect(
      entries.count + corpus.undatedCount(of: entity) == corpus.eventCount(of: entity) + facts)
    let bounds = DayBounds(from: CalendarDate(daysSinceEpoch: 19_030))
    #expect(corpus.timeline(of: entity, within: bounds).count <= entries.count)
  }
}
