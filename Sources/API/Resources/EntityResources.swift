internal import Extraction
internal import Formats
internal import HTTP
internal import NewsIndex

/// The entities, and what is known of one.
enum EntityResources {
  static let sortKeys: [(word: String, key: EntityQuery.SortKey)] = [
    ("mentions", .mentions), ("articles", .articles), ("name", .name),
    ("first_seen", .firstSeen), ("last_seen", .lastSeen), ("id", .id),
  ]

  static let columns = [
    "id", "name", "type", "subtype", "aliases.text", "roles.title", "counts.mentions",
    "counts.articles", "first_seen", "last_seen", "links.self",
  ]

  static let neighborColumns = [
    "id", "name", "type", "subtype", "mentions", "edge.id", "edge.class", "edge.predicate",
    "edge.modality", "edge.weight", "edge.articles",
  ]

  static func list(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    var query = EntityQuery()
    query.prefix = call.arguments.value(.q)
    query.types = call.types
    query.sort = call.sort(by: sortKeys)
    let listing = try Listing(call, snapshot, path: ["entities"])
    return listing.response(snapshot.entities(query, listing.page), columns: columns) {
      entity, json in
      json.beginObject()
      snapshot.writeMembers(of: entity, .summary, to: &json)
      json.endObject()
    }
  }

  static func one(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let (entity, resolved) = try call.entity(in: snapshot, narrowedTo: call.commonTypes)
    let target = Target("entities", snapshot.string(snapshot[entity].id))
    return call.object(snapshot, location: resolved.map { _ in call.location(target) }) { json in
      snapshot.writeMembers(of: entity, .full, to: &json)
      resolved?.writeMember(to: &json, in: snapshot)
    }
  }

  static func aliases(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let (entity, listing) = try part(
      "aliases", of: call, in: snapshot, narrowedTo: call.commonTypes)
    let columns = ["text", "kind", "count", "articles"]
    return listing.response(listing.page(of: snapshot.aliases(of: entity)), columns: columns) {
      alias, json in
      snapshot.write(alias, to: &json)
    }
  }

  static func mentions(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let (entity, listing) = try part(
      "mentions", of: call, in: snapshot, narrowedTo: call.commonTypes)
    var query = MentionQuery(entity: entity)
    MentionResources.narrow(&query, call, snapshot)
    return MentionResources.response(listing, snapshot.mentions(query, listing.page))
  }

  static func articles(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let (entity, listing) = try part(
      "articles", of: call, in: snapshot, narrowedTo: call.commonTypes)
    var query = ArticleQuery()
    query.sources = call.sources(in: snapshot)
    query.entities = [[entity]]
    query.published = call.published
    query.sort = call.sort(by: ArticleResources.sortKeys)
    return ArticleResources.response(listing, query)
  }

  static func neighbors(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    // Here `type` is the neighbor's.
    let (entity, listing) = try part("neighbors", of: call, in: snapshot, narrowedTo: nil)
    var query = NeighborQuery(entity: entity)
    if let types = call.commonTypes { query.types = types }
    query.minWeight = call.minWeight
    query.edgeClass = call.edgeClass
    let page = snapshot.neighbors(query, listing.page)
    if Format.lists.contains(call.format) {
      return listing.response(page, columns: neighborColumns) { neighbor, json in
        snapshot.write(neighbor, to: &json)
      }
    }
    var graph = Graph(query.edgeClass)
    graph.nodes = Set(page.items.map(\.entity) + [entity]).sorted()
    graph.edges = page.items.map(\.edge)
    graph.omittedEdgeCount = page.total - page.items.count
    return GraphDocument(call: call, snapshot: snapshot, graph: graph)
      .response(fields: listing.fields(next: page.next))
  }

  /// The entity of a path that goes on after it, and the list there.
  static func part(
    _ name: String, of call: Call, in snapshot: Snapshot, narrowedTo types: Set<EntityType>?
  ) throws(Problem) -> (entity: EntityOrdinal, listing: Listing) {
    let (entity, resolved) = try call.entity(in: snapshot, narrowedTo: types)
    let id = snapshot.string(snapshot[entity].id)
    let listing = try Listing(
      call, snapshot, path: ["entities", id, name], resolved: resolved)
    return (entity, listing)
  }
}
