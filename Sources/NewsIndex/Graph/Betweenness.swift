internal import Formats

/// Betweenness of every node: which part of the shortest paths between two others leads over it
/// (Brandes 2001), by hops.
///
/// Exact where the work allows; beyond it estimated from the paths that begin at some nodes drawn
/// with a fixed seed (Brandes and Pich 2007), the pivots.
struct Betweenness: Sendable {
  /// Some tenths of a second of one core.
  static let workLimit = 10_000_000
  static let leastPivotCount = 32
  /// Parts that are worked on at once. A constant, since the order in which numbers are added
  /// tells in the last digit.
  static let laneCount = 8

  let graph: Adjacency
  let nodeCount: Int
  /// Where the searches begin; every node of the graph where it is exact.
  let pivots: [Int32]

  /// - Parameter workLimit: arcs that all searches together may pass, about.
  init(_ graph: Adjacency, workLimit: Int = Self.workLimit) {
    self.graph = graph
    var nodes = (0..<graph.nodeCount).filter { !graph.arcs(of: $0).isEmpty }.map { Int32($0) }
    nodeCount = nodes.count
    let affordable = workLimit / max(1, graph.neighbors.count)
    var random = SeededGenerator(seed: 1)
    nodes.shuffle(using: &random)
    pivots = Array(nodes.prefix(max(Self.leastPivotCount, affordable)))
  }

  var isExact: Bool { pivots.count == nodeCount }

  /// What the pivots of one lane add.
  /// - Complexity: O(edges) a pivot.
  func lane(_ lane: Int) -> [Double] {
    var search = Search(graph)
    for pivot in stride(from: lane, to: pivots.count, by: Self.laneCount) {
      search.add(from: Int(pivots[pivot]))
    }
    return search.sums
  }

  /// 0 for none of the paths to 1 for all of them.
  func normalized(_ lanes: [[Double]]) -> [Double] {
    // Every path was found from both its ends.
    let pairs = Double(nodeCount - 1) * Double(nodeCount - 2)
    guard nodeCount > 2 else { return [Double](repeating: 0, count: graph.nodeCount) }
    let scale = Double(nodeCount) / Double(pivots.count) / pairs
    return (0..<graph.nodeCount).map { node in
      lanes.reduce(0) { $0 + $1[node] } * scale
    }
  }

  private struct Search {
    struct Node {
      var distance: Int32 = -1
      /// Shortest paths from the pivot.
      var pathCount = 0.0
      /// Part of the paths to the nodes behind that lead over it.
      var dependency = 0.0
    }

    let graph: Adjacency
    var nodes: [Node]
    var queue: [Int32] = []
    var sums: [Double]

    init(_ graph: Adjacency) {
      self.graph = graph
      nodes = Array(repeating: Node(), count: graph.nodeCount)
      sums = Array(repeating: 0, count: graph.nodeCount)
    }

    mutating func add(from pivot: Int) {
      queue.removeAll(keepingCapacity: true)
      queue.append(Int32(truncatingIfNeeded: pivot))
      nodes[pivot] = Node(distance: 0, pathCount: 1)
      var next = 0
      while next < queue.count {
        let node = Int(queue[next])
        next += 1
        let (distance, pathCount) = (nodes[node].distance + 1, nodes[node].pathCount)
        for arc in graph.arcs(of: node) {
          let other = Int(graph.neighbors[arc])
          if nodes[other].distance < 0 {
            nodes[other].distance = distance
            queue.append(graph.neighbors[arc])
          }
          if nodes[other].distance == distance { nodes[other].pathCount += pathCount }
        }
      }
      for position in queue.indices.reversed() {
        let node = Int(queue[position])
        let own = nodes[node]
        let part = (1 + own.dependency) / own.pathCount
        for arc in graph.arcs(of: node) {
          let other = Int(graph.neighbors[arc])
          if nodes[other].distance == own.distance - 1 {
            nodes[other].dependency += nodes[other].pathCount * part
          }
        }
        if position > 0 { sums[node] += own.dependency }
      }
      for node in queue { nodes[Int(node)] = Node() }
    }
  }
}
