internal import Formats
internal import HTTP
internal import NewsIndex

/// Entities and the edges between them, ready for Cytoscape, Sigma and D3.
enum GraphResource {
  static func answer(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    var query = GraphQuery()
    if let types = call.commonTypes { query.types = types }
    query.minWeight = Int32(truncatingIfNeeded: call.arguments.integer(.minWeight))
    query.entities = try call.entities(in: snapshot).flatMap { $0 }
    query.depth = call.arguments.integer(.depth)
    query.limit = call.arguments.limit
    query.edgeClass = call.edgeClass
    let graph = snapshot.graph(query)
    return call.object(snapshot) { json in
      json.key("nodes")
      json.beginArray()
      for node in graph.nodes {
        snapshot.writeNode(node, mentions: snapshot[node].nameMentionCount, to: &json)
      }
      json.endArray()
      json.key("edges")
      json.beginArray()
      for edge in graph.edges { snapshot.write(edge, to: &json) }
      for relation in graph.relations { snapshot.writeEdge(relation, to: &json) }
      json.endArray()
      write(omissionsOf: graph, to: &json)
    }
  }

  /// Never silently cut.
  private static func write(omissionsOf graph: Graph, to json: inout JSONWriter) {
    json.key("truncated")
    json.bool(graph.isTruncated)
    guard graph.isTruncated else { return }
    json.key("omitted")
    json.beginObject()
    json.key("edges")
    json.integer(graph.omittedEdgeCount)
    json.key("is_exact")
    json.bool(graph.isOmittedCountExact)
    json.endObject()
  }
}
