internal import Formats

/// Communities of nodes that are joined more than chance would join them, by the Leiden algorithm
/// (Traag, Waltman and van Eck 2019) for modularity at resolution 1: every community hangs
/// together. Orders are drawn with a fixed seed and ties go to what was met first, so that the
/// same graph always falls apart in the same way.
struct Leiden {
  static let resolution = 1.0
  /// Times that the whole is begun again from what was found, while that betters it.
  static let roundLimit = 3

  private var random = SeededGenerator(seed: 2)
  /// Community of each node; of one without an edge its own.
  private(set) var communities: [Int32]

  /// - Complexity: about O(edges) a round.
  init(_ graph: Adjacency) {
    let base = LevelGraph(graph)
    communities = (0..<graph.nodeCount).map { Int32(truncatingIfNeeded: $0) }
    for _ in 0..<Self.roundLimit {
      let before = communities
      improve(base)
      if communities == before { break }
    }
  }

  /// Moves nodes, then groups of nodes, then groups of groups, until nothing moves.
  private mutating func improve(_ base: LevelGraph) {
    var graph = base
    var partition = Partition(graph, communities)
    // Of every node of `base` the node of `graph` that it is part of.
    var place = communities.indices.map { Int32(truncatingIfNeeded: $0) }
    while true {
      partition.moveNodes(of: graph, &random)
      communities = place.map { partition.community[Int($0)] }
      let refined = Refinement(graph, partition, &random).community
      let (parts, partOf) = graph.aggregated(by: refined)
      guard parts.nodeCount < graph.nodeCount else { break }
      var labels = [Int32](repeating: 0, count: parts.nodeCount)
      for node in 0..<graph.nodeCount { labels[Int(partOf[node])] = partition.community[node] }
      place = place.map { partOf[Int($0)] }
      graph = parts
      partition = Partition(graph, labels)
    }
    communities = Self.numbered(communities)
  }

  /// The same communities, numbered in the order of their first nodes.
  static func numbered(_ communities: [Int32]) -> [Int32] {
    var numbers = [Int32](repeating: -1, count: Int(communities.max() ?? -1) + 1)
    var next: Int32 = 0
    return communities.map { community in
      if numbers[Int(community)] < 0 {
        numbers[Int(community)] = next
        next += 1
      }
      return numbers[Int(community)]
    }
  }

  /// How much more of the weight lies within communities than chance would put there (Newman and
  /// Girvan 2004).
  static func modularity(_ graph: Adjacency, _ communities: [Int32]) -> Double {
    let strengths = graph.strengths
    let total = Double(strengths.reduce(0, +))
    guard total > 0 else { return 0 }
    var within = 0.0
    var sums = [Double](repeating: 0, count: communities.count)
    for node in 0..<graph.nodeCount {
      sums[Int(communities[node])] += Double(strengths[node])
      for arc in graph.arcs(of: node)
      where communities[Int(graph.neighbors[arc])] == communities[node] {
        within += Double(graph.weights[arc])
      }
    }
    return within / total
      - resolution * sums.reduce(0) { $0 + ($1 / total) * ($1 / total) }
  }
}

/// The graph at one level: its nodes are groups of nodes of the level below.
private struct LevelGraph {
  var starts: [Int32] = [0]
  var neighbors: [Int32] = []
  var weights: [Double] = []
  /// Of each node all its weight, what lies within it counted from both ends.
  var strengths: [Double] = []
  /// The same of all nodes together.
  var total = 0.0

  var nodeCount: Int { strengths.count }

  func arcs(of node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }

  init(_ graph: Adjacency) {
    starts = graph.starts
    neighbors = graph.neighbors
    weights = graph.weights.map { Double($0) }
    strengths = graph.strengths.map { Double($0) }
    total = strengths.reduce(0, +)
  }

  private init() {}

  /// One node for each group, numbered in the order of their first nodes; weights added.
  func aggregated(by group: [Int32]) -> (graph: LevelGraph, partOf: [Int32]) {
    let partOf = Leiden.numbered(group)
    let count = Int(partOf.max() ?? -1) + 1
    let members = Postings(
      keyCount: count, keys: partOf, values: partOf.indices.map { Int32(truncatingIfNeeded: $0) })
    var graph = LevelGraph()
    graph.total = total
    var sums = TouchedSums(count: count)
    for part in 0..<count {
      var strength = 0.0
      for node in members[part] {
        strength += strengths[Int(node)]
        for arc in arcs(of: Int(node)) {
          let other = partOf[Int(neighbors[arc])]
          if Int(other) != part { sums.add(weights[arc], to: other) }
        }
      }
      graph.strengths.append(strength)
      for other in sums.touched {
        graph.neighbors.append(other)
        graph.weights.append(sums[other])
      }
      sums.clear()
      graph.starts.append(Int32(truncatingIfNeeded: graph.neighbors.count))
    }
    return (graph, partOf)
  }
}

/// Sums by number, of which few are not 0: cleared in the time it took to fill them.
private struct TouchedSums {
  private var sums: [Double]
  /// In the order of their first adding.
  private(set) var touched: [Int32] = []

  init(count: Int) { sums = Array(repeating: 0, count: count) }

  subscript(key: Int32) -> Double { sums[Int(key)] }

  /// - Parameter weight: above 0.
  mutating func add(_ weight: Double, to key: Int32) {
    if sums[Int(key)] == 0 { touched.append(key) }
    sums[Int(key)] += weight
  }

  mutating func clear() {
    for key in touched { sums[Int(key)] = 0 }
    touched.removeAll(keepingCapacity: true)
  }
}

/// Which community each node is in.
private struct Partition {
  var community: [Int32]
  /// Of each community the strengths of its nodes.
  private(set) var strengths: [Double]
  private(set) var nodeCounts: [Int32]

  init(_ graph: LevelGraph, _ community: [Int32]) {
    // Communities of the level below may have larger numbers than this level has nodes.
    self.community = Leiden.numbered(community)
    strengths = Array(repeating: 0, count: graph.nodeCount)
    nodeCounts = Array(repeating: 0, count: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      strengths[Int(self.community[node])] += graph.strengths[node]
      nodeCounts[Int(self.community[node])] += 1
    }
  }

  /// Moves every node to the community where modularity gains most, and looks again at the
  /// neighbors of those that moved, until no move gains.
  mutating func moveNodes(of graph: LevelGraph, _ random: inout SeededGenerator) {
    var queue = (0..<graph.nodeCount).map { Int32(truncatingIfNeeded: $0) }
    queue.shuffle(using: &random)
    var isQueued = [Bool](repeating: true, count: graph.nodeCount)
    var empty = nodeCounts.indices.filter { nodeCounts[$0] == 0 }.map { Int32($0) }
    var sums = TouchedSums(count: graph.nodeCount)
    var next = 0
    while next < queue.count {
      let node = Int(queue[next])
      next += 1
      isQueued[node] = false
      for arc in graph.arcs(of: node) {
        sums.add(graph.weights[arc], to: community[Int(graph.neighbors[arc])])
      }
      let own = community[node]
      let target = best(for: node, in: graph, sums, empty: empty.last)
      sums.clear()
      if target == own { continue }
      if nodeCounts[Int(own)] == 1 { empty.append(own) }
      if target == empty.last { empty.removeLast() }
      move(node, to: target, graph)
      for arc in graph.arcs(of: node) {
        let other = Int(graph.neighbors[arc])
        if isQueued[other] || community[other] == target { continue }
        isQueued[other] = true
        queue.append(graph.neighbors[arc])
      }
    }
  }

  private func best(
    for node: Int, in graph: LevelGraph, _ sums: TouchedSums, empty: Int32?
  ) -> Int32 {
    let own = community[node]
    let strength = graph.strengths[node]
    let share = Leiden.resolution * strength / graph.total
    var best = own
    var most = sums[own] - share * (strengths[Int(own)] - strength)
    for other in sums.touched where other != own {
      let gain = sums[other] - share * strengths[Int(other)]
      if gain > most + 1e-9 { (best, most) = (other, gain) }
    }
    if let empty, most < -1e-9, nodeCounts[Int(own)] > 1 { best = empty }
    return best
  }

  private mutating func move(_ node: Int, to target: Int32, _ graph: LevelGraph) {
    let own = Int(community[node])
    strengths[own] -= graph.strengths[node]
    nodeCounts[own] -= 1
    strengths[Int(target)] += graph.strengths[node]
    nodeCounts[Int(target)] += 1
    community[node] = target
  }
}

/// Parts of the communities that are tied well within: each grows from single nodes, and only
/// inside its community.
private struct Refinement {
  /// Part of each node.
  private(set) var community: [Int32]
  private var strengths: [Double]
  private var nodeCounts: [Int32]
  /// Weight from each part to the rest of its community.
  private var outer: [Double]

  init(_ graph: LevelGraph, _ partition: Partition, _ random: inout SeededGenerator) {
    community = (0..<graph.nodeCount).map { Int32(truncatingIfNeeded: $0) }
    strengths = graph.strengths
    nodeCounts = Array(repeating: 1, count: graph.nodeCount)
    outer = (0..<graph.nodeCount).map { node in
      graph.arcs(of: node).reduce(0) { sum, arc in
        let isInside =
          partition.community[Int(graph.neighbors[arc])] == partition.community[node]
        return isInside ? sum + graph.weights[arc] : sum
      }
    }
    var order = Array(0..<graph.nodeCount)
    order.shuffle(using: &random)
    var sums = TouchedSums(count: graph.nodeCount)
    for node in order where nodeCounts[Int(community[node])] == 1 {
      let whole = partition.strengths[Int(partition.community[node])]
      guard isTied(Int(community[node]), to: whole, graph) else { continue }
      for arc in graph.arcs(of: node) {
        let other = Int(graph.neighbors[arc])
        if partition.community[other] == partition.community[node] {
          sums.add(graph.weights[arc], to: community[other])
        }
      }
      merge(node, graph, sums, whole)
      sums.clear()
    }
  }

  /// Whether a part is tied to the rest of its community at least as chance would tie it.
  private func isTied(_ part: Int, to whole: Double, _ graph: LevelGraph) -> Bool {
    outer[part] >= Leiden.resolution * strengths[part] * (whole - strengths[part]) / graph.total
  }

  private mutating func merge(
    _ node: Int, _ graph: LevelGraph, _ sums: TouchedSums, _ whole: Double
  ) {
    let share = Leiden.resolution * graph.strengths[node] / graph.total
    let own = Int(community[node])
    var best = -1
    var most = 0.0
    for part in sums.touched where Int(part) != own {
      let gain = sums[part] - share * strengths[Int(part)]
      if gain > most, isTied(Int(part), to: whole, graph) { (best, most) = (Int(part), gain) }
    }
    guard best >= 0 else { return }
    outer[best] += outer[own] - 2 * sums[Int32(truncatingIfNeeded: best)]
    strengths[best] += strengths[own]
    nodeCounts[best] += 1
    (strengths[own], nodeCounts[own], outer[own]) = (0, 0, 0)
    community[node] = Int32(truncatingIfNeeded: best)
  }
}
