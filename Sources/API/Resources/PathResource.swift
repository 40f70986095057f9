internal import HTTP
internal import NewsIndex

/// How two entities are connected.
enum PathResource {
  static func answer(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let arguments = call.arguments
    var query = PathQuery(
      from: try call.entity(named: arguments.value(.from) ?? "", by: .from, in: snapshot),
      to: try call.entity(named: arguments.value(.to) ?? "", by: .to, in: snapshot))
    query.edgeClass = call.edgeClass
    query.hopLimit = arguments.integer(.maxHops)
    query.count = arguments.integer(.k)
    if let types = call.commonTypes { query.types = types }
    if let word = arguments.value(.predicate) {
      guard query.edgeClass == .relation else {
        throw .badParameter(
          QueryItem(name: Parameter.Name.predicate.rawValue, value: word),
          "goes with class=relation only", allowed: [])
      }
      query.predicates = call.namedPredicates
    }
    query.minWeight = call.minWeight
    let answer = snapshot.paths(query)
    var graph = Graph(query.edgeClass)
    graph.nodes = Set(answer.paths.flatMap(\.nodes)).sorted()
    for hop in answer.paths.flatMap(\.hops) {
      for edge in hop.edges where !graph.edges.contains(edge) { graph.edges.append(edge) }
    }
    return GraphDocument(
      call: call, snapshot: snapshot, graph: graph, paths: (query, answer)
    ).response()
  }
}
