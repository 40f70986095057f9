internal import HTTP
internal import NewsIndex

/// Entities and the edges between them, ready for Cytoscape, Sigma, D3, Gephi and Graphviz.
enum GraphResource {
  static func answer(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    var query = GraphQuery()
    if let types = call.commonTypes { query.types = types }
    query.minWeight = call.minWeight
    query.entities = try call.entities(in: snapshot).flatMap { $0 }
    query.depth = call.arguments.integer(.depth)
    query.limit = call.arguments.limit
    query.edgeClass = call.edgeClass
    return GraphDocument(call: call, snapshot: snapshot, graph: snapshot.graph(query)).response()
  }
}
