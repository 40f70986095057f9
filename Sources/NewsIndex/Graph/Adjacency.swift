internal import Formats

/// Who is joined to whom by the edges of one class: for every node its arcs, by neighbor, then
/// heaviest first (compressed sparse rows). Every edge has an arc at both its ends.
struct Adjacency: Sendable {
  /// First arc of each node; one more than there are nodes.
  private(set) var starts: [Int32] = [0]
  private(set) var neighbors: [Int32] = []
  private(set) var weights: [Int32] = []
  /// The edge's row in its table.
  private(set) var rows: [Int32] = []

  init() {}

  /// - Parameter edges: heaviest first; `row` ascends.
  /// - Complexity: O(nodes + edges).
  init(nodeCount: Int, edges: [(row: Int32, source: Int32, target: Int32, weight: Int32)]) {
    // Arcs 2i and 2i + 1 are edge i, seen from its source and from its target.
    let nodes = edges.flatMap { [$0.source, $0.target] }
    let others = edges.flatMap { [$0.target, $0.source] }
    // Two stable passes order the arcs by node, neighbor, row.
    let byNeighbor = Postings(
      keyCount: nodeCount, keys: others, values: nodes.indices.map { Int32($0) })
    let byNode = Postings(
      keyCount: nodeCount, keys: byNeighbor.values.map { nodes[Int($0)] },
      values: byNeighbor.values)
    starts = byNode.starts
    neighbors = byNode.values.map { others[Int($0)] }
    weights = byNode.values.map { edges[Int($0) / 2].weight }
    rows = byNode.values.map { edges[Int($0) / 2].row }
  }

  var nodeCount: Int { starts.count - 1 }

  func arcs(of node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }

  /// The arcs that lead from one node to another.
  /// - Complexity: O(log degree).
  func arcs(from node: Int, to neighbor: Int32) -> Range<Int> {
    let own = neighbors[arcs(of: node)]
    let start = own.partitioningIndex { $0 >= neighbor }
    return start..<own[start...].partitioningIndex { $0 > neighbor }
  }

  /// The same with one arc for all of the same two nodes, their weights added.
  var merged: Adjacency {
    var merged = Adjacency()
    merged.starts.reserveCapacity(starts.count)
    for node in 0..<nodeCount {
      for arc in arcs(of: node) {
        if merged.neighbors.count > Int(merged.starts[node]),
          merged.neighbors.last == neighbors[arc]
        {
          let last = merged.weights.count - 1
          merged.weights[last] = merged.weights[last].addingSaturated(weights[arc])
        } else {
          merged.neighbors.append(neighbors[arc])
          merged.weights.append(weights[arc])
          merged.rows.append(rows[arc])
        }
      }
      merged.starts.append(Int32(truncatingIfNeeded: merged.neighbors.count))
    }
    return merged
  }
}

extension Int32 {
  fileprivate func addingSaturated(_ other: Int32) -> Int32 {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? .max : sum
  }
}
