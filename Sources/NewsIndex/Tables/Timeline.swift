internal import Extraction

/// Something dated in an entity's life.
package enum TimelineEntry: Hashable, Sendable {
  case event(EventOrdinal)
  case fact(RelationOrdinal)
}

/// Of each entity, its events and dated facts in order of time.
struct Timeline: Sendable {
  /// Entity → entries: an event's ordinal, or the complement of a fact's.
  private(set) var entries = Postings()
  /// Entity → events and facts without a date.
  private(set) var undatedCounts: [Int32] = []

  init() {}

  /// - Complexity: O(n log n) in events and facts.
  init(_ tables: Tables) {
    undatedCounts = [Int32](repeating: 0, count: tables.entities.count)
    var dated: [(date: DateRange, hash: UInt64, entry: Int32, entities: [EntityOrdinal])] = []
    func add(_ time: TimeOrdinal?, _ hash: UInt64, _ entry: Int, _ entities: [EntityOrdinal]) {
      guard let date = time.flatMap({ tables.times[$0.index].when }) else {
        for entity in entities { undatedCounts[entity.index] += 1 }
        return
      }
      dated.append((date, hash, Int32(truncatingIfNeeded: entry), entities))
    }
    for (index, row) in tables.events.enumerated() {
      let entities = Set(tables.participants(ofEvent: index).compactMap(\.party.entity))
      add(row.time, row.hash, index, entities.sorted())
    }
    for (index, row) in tables.relations.enumerated() where row.predicate.type == .fact {
      let ends = Set([row.subject.entity, row.object.entity].compactMap(\.self))
      add(row.time, row.hash, ~index, ends.sorted())
    }
    dated.sort { a, b in
      (a.date.earliest, a.date.latest, a.hash) < (b.date.earliest, b.date.latest, b.hash)
    }
    entries = Postings(
      keyCount: tables.entities.count, keys: dated.flatMap { $0.entities.map(\.value) },
      values: dated.flatMap { row in row.entities.map { _ in row.entry } })
  }
}

extension Snapshot {
  /// - Complexity: O(1) to look up, one step for each entry where bounded.
  package func timeline(of entity: EntityOrdinal, within days: DayBounds) -> [TimelineEntry] {
    let entries = tables.timeline.entries[entity.index].lazy.map(Self.entry)
    guard days.isBounded else { return Array(entries) }
    return entries.filter { self.date(of: self.time(of: $0)).map(days.admits) ?? false }
  }

  /// Events and facts of the entity that no timeline can hold.
  package func undatedCount(of entity: EntityOrdinal) -> Int {
    Int(tables.timeline.undatedCounts[entity.index])
  }

  private static func entry(_ value: Int32) -> TimelineEntry {
    value < 0 ? .fact(RelationOrdinal(~value)) : .event(EventOrdinal(value))
  }

  private func time(of entry: TimelineEntry) -> TimeOrdinal? {
    switch entry {
    case .event(let event): self[event].time
    case .fact(let relation): self[relation].time
    }
  }

  /// The sentences that name both entities, in order.
  /// - Complexity: O(mentions of both).
  package func sentences(naming a: EntityOrdinal, _ b: EntityOrdinal) -> [SentenceOrdinal] {
    var shared: [SentenceOrdinal] = []
    var others = sentences(naming: b)[...]
    for sentence in sentences(naming: a) where sentence != shared.last {
      others = others.drop { $0 < sentence }
      if others.first == sentence { shared.append(sentence) }
    }
    return shared
  }

  /// Ascending; one for each mention by name.
  private func sentences(naming entity: EntityOrdinal) -> [SentenceOrdinal] {
    let kindCount = MentionKind.allCases.count
    return MentionKind.allCases.filter(\.isName).reduce(into: []) { merged, kind in
      let own = tables.mentionPostings[entity.index * kindCount + Int(kind.rawValue)]
      var earlier = merged[...]
      merged = []
      for mention in own {
        let sentence = tables.mentions[Int(mention)].sentence
        while let first = earlier.first, first < sentence {
          merged.append(first)
          earlier.removeFirst()
        }
        merged.append(sentence)
      }
      merged += earlier
    }
  }
}
