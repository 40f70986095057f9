internal import Formats
internal import HTTP
internal import NewsIndex

/// Lists of relations, and one with all its evidence.
enum RelationResources {
  static let sortKeys: [(word: String, key: RelationQuery.SortKey)] = [
    ("evidence", .evidence), ("articles", .articles), ("confidence", .confidence),
    ("date", .date), ("id", .id),
  ]

  static let columns = [
    "id", "subject.id", "subject.name", "predicate", "object.id", "object.name", "type",
    "modality", "attributed_to.id", "attributed_to.name", "date.value", "date.precision",
    "date.basis", "place.id",
    "qualifiers.title", "qualifiers.amount", "qualifiers.goods", "confidence", "counts.evidence",
    "counts.articles", "evidence.article",
    "evidence.sentence", "evidence.text",
  ]

  /// Over the whole corpus.
  static func list(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    var query = try query(call, snapshot)
    query.subjects = try call.entities(.subject, in: snapshot)
    query.objects = try call.entities(.object, in: snapshot)
    let listing = try Listing(call, snapshot, path: ["relations"])
    return response(listing, query)
  }

  /// Those that an entity is an end of; `entity` is the other end.
  static func ofEntity(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    // Here `type` is the relation's.
    let (entity, listing) = try EntityResources.part(
      "relations", of: call, in: snapshot, narrowedTo: nil)
    var query = try query(call, snapshot)
    query.entities.append([entity])
    return response(listing, query)
  }

  static func one(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let id = call.request.captures[0]
    guard let relation = snapshot.relation(id: id) else { throw call.unknown("relation", id) }
    return call.value(snapshot) { json in
      snapshot.write(relation, evidenceCount: Snapshot.fullEvidenceCount, to: &json)
    }
  }

  /// The filters that every list of relations has.
  private static func query(
    _ call: Call, _ snapshot: Snapshot
  ) throws(Problem) -> RelationQuery {
    var query = RelationQuery()
    query.entities = try call.entities(in: snapshot)
    query.predicates = call.predicates
    query.modalities = call.modalities
    query.articles = call.articles(in: snapshot)
    query.published = call.published
    query.dates = call.dates
    query.sort = call.sort(by: sortKeys)
    return query
  }

  private static func response(_ listing: Listing, _ query: RelationQuery) -> Response {
    let snapshot = listing.snapshot
    return listing.response(snapshot.relations(query, listing.page), columns: columns) {
      relation, json in
      snapshot.write(relation, to: &json)
    }
  }
}
