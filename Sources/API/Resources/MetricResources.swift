internal import Formats
internal import HTTP
internal import NewsIndex

/// What the graph as a whole says of entities, and the communities it falls into.
enum MetricResources {
  static let sortKeys: [(word: String, key: MetricQuery.SortKey)] = [
    ("pagerank", .pageRank), ("betweenness", .betweenness), ("degree", .degree),
    ("weighted_degree", .weightedDegree), ("mentions", .mentions), ("name", .name), ("id", .id),
  ]

  private static let columns = [
    "id", "name", "type", "subtype", "mentions", "degree", "weighted_degree", "pagerank",
    "betweenness", "component", "component_size", "community",
  ]

  static func list(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    var query = MetricQuery()
    query.edgeClass = call.edgeClass
    if let types = call.commonTypes { query.types = types }
    query.sort = call.sort(by: sortKeys)
    let listing = try Listing(call, snapshot, path: ["graph", "metrics"])
    return listing.response(
      snapshot.entities(query, listing.page), columns: columns, about: summary(call, snapshot)
    ) { entity, json in
      snapshot.write(entity, metricsOf: query.edgeClass, to: &json)
    }
  }

  static func communities(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let edgeClass = call.edgeClass
    let listing = try Listing(call, snapshot, path: ["graph", "communities"])
    let all = 0..<snapshot.graphMetrics(edgeClass).communityCount
    return listing.response(
      listing.page(of: all), columns: ["id", "size", "edges", "weight", "members.id"],
      about: summary(call, snapshot)
    ) { community, json in
      snapshot.write(CommunityOrdinal(community), of: edgeClass, to: &json)
    }
  }

  /// The members of the community that an entity is in; none where it has no edge.
  static func community(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let edgeClass = call.edgeClass
    let (entity, resolved) = try call.entity(in: snapshot, narrowedTo: nil)
    let id = snapshot.string(snapshot[entity].id)
    let listing = try Listing(
      call, snapshot, path: ["graph", "communities", id], resolved: resolved)
    let community = snapshot.metrics(of: entity, edgeClass)?.community
    let members = community.map { snapshot.graphMetrics(edgeClass).members(of: $0) } ?? []
    return listing.response(
      listing.page(of: members), columns: columns,
      about: community.map { community in
        (
          "community",
          { json in
            json.beginObject()
            snapshot.writeMembers(of: community, of: edgeClass, to: &json)
            json.endObject()
          }
        )
      }
    ) { entity, json in
      snapshot.write(entity, metricsOf: edgeClass, to: &json)
    }
  }

  private static func summary(_ call: Call, _ snapshot: Snapshot) -> Listing.About {
    ("graph", { snapshot.writeSummary(of: call.edgeClass, to: &$0) })
  }
}
