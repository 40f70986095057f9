internal import Formats
internal import NewsIndex

// What the graph says of entities, of communities and of itself.
extension Snapshot {
  /// Digits after the point: ranks of a million entities are about a millionth each.
  private static let metricPlaces = 10
  /// Members that a community shows in a list.
  static let leadingMemberCount = 5

  /// Writes an entity of a graph with all that the graph says of it.
  func write(_ entity: EntityOrdinal, metricsOf edgeClass: EdgeClass, to json: inout JSONWriter) {
    json.beginObject()
    writeNodeMembers(entity, mentions: self[entity].nameMentionCount, to: &json)
    if let metrics = metrics(of: entity, edgeClass) {
      writeMembers(of: metrics, edgeClass, to: &json)
    }
    json.endObject()
  }

  func writeMembers(
    of metrics: EntityMetrics, _ edgeClass: EdgeClass, to json: inout JSONWriter
  ) {
    let graph = graphMetrics(edgeClass)
    json.key("degree")
    json.integer(metrics.degree)
    json.key("weighted_degree")
    json.integer(metrics.weightedDegree)
    json.key("pagerank")
    json.decimal(Double(metrics.pageRank), places: Self.metricPlaces)
    json.key("betweenness")
    json.decimal(Double(metrics.betweenness), places: Self.metricPlaces)
    json.key("component")
    json.integer(metrics.component + 1)
    json.key("component_size")
    json.integer(graph.componentSizes[Int(metrics.component)])
    json.key("community")
    json.string(strings, self[graph.leader(of: metrics.community)].id.indices)
  }

  /// Writes a community with its first members; it is called by the first of them.
  func write(
    _ community: CommunityOrdinal, of edgeClass: EdgeClass, to json: inout JSONWriter
  ) {
    let graph = graphMetrics(edgeClass)
    json.beginObject()
    writeMembers(of: community, of: edgeClass, to: &json)
    json.key("members")
    json.beginArray()
    for member in graph.members(of: community).prefix(Self.leadingMemberCount) {
      writeNode(member, mentions: self[member].nameMentionCount, to: &json)
    }
    json.endArray()
    let id = self[graph.leader(of: community)].id.indices
    json.key("links")
    json.beginObject()
    json.key("self")
    json.string(
      "/graph/communities/", strings, id, edgeClass == .relation ? "?class=relation" : "")
    json.endObject()
    json.endObject()
  }

  func writeMembers(
    of community: CommunityOrdinal, of edgeClass: EdgeClass, to json: inout JSONWriter
  ) {
    let graph = graphMetrics(edgeClass)
    json.key("id")
    json.string(strings, self[graph.leader(of: community)].id.indices)
    json.key("size")
    json.integer(graph.size(of: community))
    let inner = graph.edges(within: community)
    json.key("edges")
    json.integer(inner.count)
    json.key("weight")
    json.integer(inner.weight)
  }

  /// Writes what a graph is as a whole, and how its metrics were found.
  func writeSummary(of edgeClass: EdgeClass, to json: inout JSONWriter) {
    let graph = graphMetrics(edgeClass)
    json.beginObject()
    json.key("class")
    json.string(ascii: edgeClass.word)
    json.key("nodes")
    json.integer(graph.nodeCount)
    json.key("edges")
    json.integer(graph.edgeCount)
    json.key("components")
    json.integer(graph.componentSizes.count)
    json.key("communities")
    json.integer(graph.communityCount)
    json.key("modularity")
    json.decimal(graph.modularity, places: 6)
    json.key("betweenness")
    json.beginObject()
    json.key("method")
    json.string(ascii: graph.isBetweennessExact ? "exact" : "sampled")
    json.key("sample_size")
    json.integer(graph.pivotCount)
    json.endObject()
    json.endObject()
  }
}
