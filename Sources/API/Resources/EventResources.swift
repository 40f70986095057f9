internal import Extraction
internal import Formats
internal import HTTP
internal import NewsIndex

/// Lists of events, one with all its reports, and what happened to whom in order of time.
enum EventResources {
  static let sortKeys: [(word: String, key: EventQuery.SortKey)] = [
    ("reports", .reports), ("articles", .articles), ("date", .date), ("id", .id),
  ]

  static let columns = [
    "id", "type", "predicate", "status", "participants.role", "participants.entity.id",
    "participants.entity.name", "date.value", "date.precision", "date.basis", "place.id",
    "counts.reports", "counts.articles", "reports.article", "reports.modality",
    "reports.evidence.text",
  ]

  /// Over the whole corpus.
  static func list(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let query = try query(call, snapshot)
    let listing = try Listing(call, snapshot, path: ["events"])
    return response(listing, query)
  }

  /// Those that an entity takes part in; `entity` is another of them.
  static func ofEntity(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    // Here `type` is the event's.
    let (entity, listing) = try EntityResources.part(
      "events", of: call, in: snapshot, narrowedTo: nil)
    var query = try query(call, snapshot)
    query.entities.append([entity])
    return response(listing, query)
  }

  static func one(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let id = call.request.captures[0]
    guard let event = snapshot.event(id: id) else { throw call.unknown("event", id) }
    return call.value(snapshot) { json in
      snapshot.write(event, reportCount: Snapshot.fullEvidenceCount, to: &json)
    }
  }

  /// Events and dated facts of an entity, the first to happen first.
  static func timeline(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let (entity, listing) = try EntityResources.part(
      "timeline", of: call, in: snapshot, narrowedTo: call.commonTypes)
    var page = listing.page(of: snapshot.timeline(of: entity, within: call.dates))
    page.undated = snapshot.undatedCount(of: entity)
    let columns =
      ["date.value", "date.precision", "date.basis", "kind"]
      + Self.columns.prefix(7).map { "event." + $0 }
      + RelationResources.columns.prefix(6).map { "relation." + $0 }
    return listing.response(page, columns: columns) { entry, json in
      snapshot.write(entry, to: &json)
    }
  }

  private static func query(_ call: Call, _ snapshot: Snapshot) throws(Problem) -> EventQuery {
    var query = EventQuery()
    query.entities = try call.entities(in: snapshot)
    query.predicates = call.predicates
    query.statuses = call.statuses
    query.articles = call.articles(in: snapshot)
    query.dates = call.dates
    query.published = call.published
    query.sort = call.sort(by: sortKeys)
    return query
  }

  private static func response(_ listing: Listing, _ query: EventQuery) -> Response {
    let snapshot = listing.snapshot
    return listing.response(snapshot.events(query, listing.page), columns: columns) {
      event, json in
      snapshot.write(event, to: &json)
    }
  }
}
