/// PageRank of the nodes that have an edge (Brin and Page 1998), weighted, by power iteration.
enum PageRank {
  static let damping = 0.85
  /// It ends when a round changes all ranks together by less.
  static let tolerance = 1e-7
  static let roundLimit = 100

  /// Sums to 1; 0 for a node without an edge.
  /// - Complexity: O(rounds · edges).
  static func ranks(_ graph: Adjacency) -> [Double] {
    let nodes = (0..<graph.nodeCount).filter { !graph.arcs(of: $0).isEmpty }
    guard !nodes.isEmpty else { return [Double](repeating: 0, count: graph.nodeCount) }
    let strengths = graph.strengths
    let base = (1 - damping) / Double(nodes.count)
    var ranks = [Double](repeating: 0, count: graph.nodeCount)
    for node in nodes { ranks[node] = 1 / Double(nodes.count) }
    var shares = ranks
    for _ in 0..<roundLimit {
      for node in nodes { shares[node] = ranks[node] / Double(strengths[node]) }
      var change = 0.0
      for node in nodes {
        var sum = 0.0
        for arc in graph.arcs(of: node) {
          sum += Double(graph.weights[arc]) * shares[Int(graph.neighbors[arc])]
        }
        let rank = base + damping * sum
        change += (rank - ranks[node]).magnitude
        ranks[node] = rank
      }
      if change < tolerance { break }
    }
    return ranks
  }
}

extension Adjacency {
  /// Of every node the weights of its arcs together.
  var strengths: [Int] {
    (0..<nodeCount).map { node in weights[arcs(of: node)].reduce(0) { $0 + Int($1) } }
  }
}
