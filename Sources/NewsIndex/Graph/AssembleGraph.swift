internal import Extraction

/// One class of edges as a graph: who is joined to whom, and what follows from it.
struct ClassGraph: Sendable {
  var adjacency = Adjacency()
  var metrics = GraphMetrics()
}

extension Assembler {
  /// - Complexity: O(edges) for who is joined to whom; the metrics take the time that
  ///   `Betweenness.workLimit` allows them and a few rounds of O(edges).
  mutating func addGraphs() {
    let adjacencies = EdgeClass.allCases.map(adjacency)
    let graphs = adjacencies.map(\.merged)
    let pieces = graphs.map { GraphMetrics.pieces($0) }
    var parts = concurrently(pieces.flatMap(\.self))[...]
    tables.graphs = zip(adjacencies, graphs).enumerated().map { index, graph in
      let own = parts.prefix(pieces[index].count)
      parts = parts.dropFirst(own.count)
      return ClassGraph(adjacency: graph.0, metrics: GraphMetrics(graph.1, Array(own)))
    }
    addMetricLists()
  }

  private func adjacency(_ edgeClass: EdgeClass) -> Adjacency {
    var edges: [(row: Int32, source: Int32, target: Int32, weight: Int32)] = []
    switch edgeClass {
    case .cooccurrence:
      for (row, edge) in tables.edges.enumerated() {
        edges.append((Int32(row), edge.source.value, edge.target.value, edge.weight))
      }
    case .relation:
      for (row, relation) in tables.relations.enumerated() {
        guard let (source, target) = relation.ends else { continue }
        edges.append((Int32(row), source.value, target.value, relation.evidenceCount))
      }
    }
    return Adjacency(nodeCount: tables.entities.count, edges: edges)
  }

  private mutating func addMetricLists() {
    let byID = tables.entitiesByID
    let pieces = tables.graphs.flatMap { graph in
      MetricQuery.SortKey.metrics.map { key -> @Sendable () -> SortColumn in
        { SortColumn(values: graph.metrics.values(key), byID: byID) }
      }
    }
    var columns = concurrently(pieces)[...]
    for index in tables.graphs.indices {
      tables.graphs[index].metrics.columns = Array(
        columns.prefix(MetricQuery.SortKey.metrics.count))
      columns = columns.dropFirst(MetricQuery.SortKey.metrics.count)
      let degrees = tables.graphs[index].metrics.degrees
      let nodes = degrees.indices.filter { degrees[$0] > 0 }
      tables.graphs[index].metrics.typePostings = Postings(
        keyCount: EntityType.allCases.count,
        keys: nodes.map { Int32(tables.entities[$0].type.rawValue) },
        values: nodes.map { Int32(truncatingIfNeeded: $0) })
    }
  }
}

extension GraphMetrics {
  /// What a column sorts by; `nil` for an entity without an edge. Numbers below one are none of
  /// them negative, so that their bits stand in their order.
  fileprivate func values(_ key: MetricQuery.SortKey) -> [Int64?] {
    degrees.indices.map { node in
      guard degrees[node] > 0 else { return nil }
      return switch key {
      case .pageRank: Int64(pageRanks[node].bitPattern)
      case .betweenness: Int64(betweenness[node].bitPattern)
      case .degree: Int64(degrees[node])
      case .weightedDegree: strengths[node]
      case .mentions, .name, .id: nil
      }
    }
  }
}
