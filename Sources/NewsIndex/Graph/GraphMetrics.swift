internal import Formats

/// What the graph of one class of edges says of its entities: columns by entity, and its parts.
///
/// Only entities with an edge are in the graph; the others have zeros, no component and no
/// community. Several edges between the same two entities count as one whose weight is theirs
/// together.
package struct GraphMetrics: Sendable {
  /// Entities with an edge.
  package fileprivate(set) var nodeCount = 0
  /// Pairs of entities with an edge between them.
  package fileprivate(set) var edgeCount = 0
  /// How many entities betweenness was searched from: `nodeCount` where it is exact.
  package fileprivate(set) var pivotCount = 0
  package fileprivate(set) var modularity = 0.0

  /// Neighbors.
  fileprivate(set) var degrees: [Int32] = []
  /// Weights of the edges together.
  fileprivate(set) var strengths: [Int64] = []
  fileprivate(set) var pageRanks: [Float] = []
  fileprivate(set) var betweenness: [Float] = []
  /// -1 for an entity without an edge.
  fileprivate(set) var components: [Int32] = []
  /// Entities of each component, most first.
  package fileprivate(set) var componentSizes: [Int32] = []
  /// -1 for an entity without an edge.
  fileprivate(set) var communities: [Int32] = []
  /// Community → entities, highest PageRank first; largest community first.
  fileprivate(set) var members = Postings()
  /// Of each community the pairs joined within it, and their weights together.
  fileprivate(set) var innerEdges: [(count: Int32, weight: Int64)] = []

  /// Type → entities of the graph.
  var typePostings = Postings()
  /// By `MetricQuery.SortKey`, those that are metrics.
  var columns: [SortColumn] = []

  init() {}

  package var isBetweennessExact: Bool { pivotCount == nodeCount }
  package var communityCount: Int { members.keyCount }
}

// How they are made.
extension GraphMetrics {
  /// A piece of the work that can be done beside the others.
  enum Part: Sendable {
    case communities([Int32])
    case pageRanks([Double])
    case betweennessLane([Double])
  }

  /// - Parameter graph: merged.
  static func pieces(_ graph: Adjacency) -> [@Sendable () -> Part] {
    let betweenness = Betweenness(graph)
    let lanes = (0..<Betweenness.laneCount).map { lane -> @Sendable () -> Part in
      { .betweennessLane(betweenness.lane(lane)) }
    }
    return [
      { .communities(Leiden(graph).communities) }, { .pageRanks(PageRank.ranks(graph)) },
    ] + lanes
  }

  /// - Parameters:
  ///   - graph: merged.
  ///   - parts: what `pieces` made of it.
  init(_ graph: Adjacency, _ parts: [Part]) {
    degrees = (0..<graph.nodeCount).map { Int32(truncatingIfNeeded: graph.arcs(of: $0).count) }
    strengths = graph.strengths.map { Int64($0) }
    nodeCount = degrees.count { $0 > 0 }
    edgeCount = graph.neighbors.count / 2
    (components, componentSizes) = Self.components(graph)
    var lanes: [[Double]] = []
    var labels: [Int32] = []
    for part in parts {
      switch part {
      case .communities(let found): labels = found
      case .pageRanks(let ranks): pageRanks = ranks.map { Float($0) }
      case .betweennessLane(let lane): lanes.append(lane)
      }
    }
    let betweenness = Betweenness(graph)
    pivotCount = betweenness.pivots.count
    self.betweenness = betweenness.normalized(lanes).map { Float($0) }
    modularity = Leiden.modularity(graph, labels)
    addCommunities(labels, graph)
  }

  /// Number of each node's component, the largest being 0, and their sizes.
  private static func components(_ graph: Adjacency) -> (of: [Int32], sizes: [Int32]) {
    var found = [Int32](repeating: -1, count: graph.nodeCount)
    var sizes: [Int32] = []
    for start in 0..<graph.nodeCount where found[start] < 0 && !graph.arcs(of: start).isEmpty {
      let number = Int32(truncatingIfNeeded: sizes.count)
      found[start] = number
      var reached = [Int32(truncatingIfNeeded: start)]
      var next = 0
      while next < reached.count {
        for arc in graph.arcs(of: Int(reached[next])) where found[Int(graph.neighbors[arc])] < 0 {
          found[Int(graph.neighbors[arc])] = number
          reached.append(graph.neighbors[arc])
        }
        next += 1
      }
      sizes.append(Int32(truncatingIfNeeded: reached.count))
    }
    let order = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    var numbers = [Int32](repeating: 0, count: sizes.count)
    for (number, old) in order.enumerated() { numbers[old] = Int32(truncatingIfNeeded: number) }
    return (found.map { $0 < 0 ? -1 : numbers[Int($0)] }, order.map { sizes[$0] })
  }

  /// Numbers the communities by size, of equal sizes by their first entity.
  private mutating func addCommunities(_ labels: [Int32], _ graph: Adjacency) {
    let nodes = degrees.indices.filter { degrees[$0] > 0 }
    let numbers = Leiden.numbered(nodes.map { labels[$0] })
    let count = Int(numbers.max() ?? -1) + 1
    var sizes = [Int32](repeating: 0, count: count)
    for number in numbers { sizes[Int(number)] += 1 }
    let order = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    var final = [Int32](repeating: 0, count: count)
    for (number, old) in order.enumerated() { final[old] = Int32(truncatingIfNeeded: number) }
    communities = Array(repeating: -1, count: graph.nodeCount)
    for (node, number) in zip(nodes, numbers) { communities[node] = final[Int(number)] }
    let byRank = nodes.sorted { (pageRanks[$1], $0) < (pageRanks[$0], $1) }
    members = Postings(
      keyCount: count, keys: byRank.map { communities[$0] },
      values: byRank.map { Int32(truncatingIfNeeded: $0) })
    innerEdges = Array(repeating: (0, 0), count: count)
    for node in nodes {
      for arc in graph.arcs(of: node) {
        let other = Int(graph.neighbors[arc])
        guard other > node, communities[other] == communities[node] else { continue }
        innerEdges[Int(communities[node])].count += 1
        innerEdges[Int(communities[node])].weight += Int64(graph.weights[arc])
      }
    }
  }
}
