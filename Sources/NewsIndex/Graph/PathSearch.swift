/// The shortest paths between two nodes that visit no node twice: fewest hops first, then the most
/// weight, then by the ranks of their nodes.
///
/// Each best path is found by a search from both ends, level by level, which keeps to every node
/// the best of the shortest ways. The next ones are found as Yen (1971) and Lawler (1972) do: all
/// other paths leave the best one somewhere; for each place of leaving, the best of those is found
/// likewise and waits for its turn.
struct PathSearch {
  struct Path: Equatable {
    var nodes: [Int32]
    var weight: Int

    var hopCount: Int { nodes.count - 1 }
  }

  let graph: Adjacency
  /// Orders paths of equal hops and weight.
  let rank: [Int32]
  let isAllowed: Filter
  let hopLimit: Int
  /// Arcs looked at until it gives up.
  let workLimit: Int

  struct Filter {
    var arc: (Int) -> Bool
    var node: (Int32) -> Bool

    static var all: Filter { Filter(arc: { _ in true }, node: { _ in true }) }
  }

  private(set) var work = 0
  /// False where it gave up: other paths may exist, none of them better than those found.
  private(set) var isComplete = true

  init(
    _ graph: Adjacency, rank: [Int32], isAllowed: Filter, hopLimit: Int, workLimit: Int
  ) {
    self.graph = graph
    self.rank = rank
    self.isAllowed = isAllowed
    self.hopLimit = hopLimit
    self.workLimit = workLimit
  }

  /// Paths that begin with `root` and do not go on to one of `excluded`, and the best of them.
  private struct Family {
    var root: [Int32]
    var excluded: Set<Int32>
    var best: Path
  }

  /// - Complexity: O(count · hopLimit) searches, and never more than `workLimit` arcs.
  mutating func paths(from: Int32, to: Int32, count: Int) -> [Path] {
    var found: [Path] = []
    var waiting: [Family] = []
    add([from], [], to: to, &waiting)
    while found.count < count, isComplete {
      guard let place = waiting.indices.min(by: { isBetter(waiting[$0].best, waiting[$1].best) })
      else { break }
      let family = waiting.remove(at: place)
      found.append(family.best)
      if found.count == count { break }
      for end in family.root.count..<max(family.root.count, family.best.nodes.count) {
        let root = Array(family.best.nodes[..<end])
        var excluded: Set = [family.best.nodes[end]]
        if end == family.root.count { excluded.formUnion(family.excluded) }
        add(root, excluded, to: to, &waiting)
      }
    }
    return found
  }

  private mutating func add(
    _ root: [Int32], _ excluded: Set<Int32>, to: Int32, _ waiting: inout [Family]
  ) {
    guard let best = best(from: root, excluded, to: to) else { return }
    waiting.append(Family(root: root, excluded: excluded, best: best))
  }

  private func isBetter(_ a: Path, _ b: Path) -> Bool {
    if a.hopCount != b.hopCount { return a.hopCount < b.hopCount }
    if a.weight != b.weight { return a.weight > b.weight }
    return precedes(a.nodes, b.nodes)
  }

  private func precedes(_ a: [Int32], _ b: [Int32]) -> Bool {
    a.lazy.map { rank[Int($0)] }.lexicographicallyPrecedes(b.lazy.map { rank[Int($0)] })
  }

  // MARK: One search

  /// What has been reached from one end, level by level.
  private struct Reach {
    let isForward: Bool
    /// Node → place in the arrays.
    var places = OrdinalMap()
    var nodes: [Int32]
    /// Place of the node before, towards the end that this began at.
    var parents: [Int32] = [-1]
    /// Of the best way to that end.
    var weights = [0]
    /// Places of the last level.
    var frontier = 0..<1
    var level = 0

    init(_ node: Int32, isForward: Bool) {
      self.isForward = isForward
      nodes = [node]
      places.insert(0, for: node)
    }

    /// Nodes from a place to the end that this began at.
    func way(_ place: Int32) -> [Int32] {
      var way: [Int32] = []
      var place = place
      while place >= 0 {
        way.append(nodes[Int(place)])
        place = parents[Int(place)]
      }
      return way
    }
  }

  /// What the paths of a family may not touch.
  private struct Barrier {
    var start: Int32
    var root: ArraySlice<Int32>
    var excluded: Set<Int32>

    func bars(_ node: Int32, _ next: Int32) -> Bool {
      root.contains(next) || (node == start && excluded.contains(next))
        || (next == start && excluded.contains(node))
    }
  }

  private mutating func best(from root: [Int32], _ excluded: Set<Int32>, to: Int32) -> Path? {
    guard let start = root.last else { return nil }
    let barrier = Barrier(start: start, root: root.dropLast(), excluded: excluded)
    let rootWeight = zip(root, root.dropFirst()).reduce(0) { $0 + weight($1.0, $1.1) }
    if start == to { return Path(nodes: root, weight: rootWeight) }
    var ahead = Reach(start, isForward: true)
    var back = Reach(to, isForward: false)
    for hopsLeft in stride(from: hopLimit - (root.count - 1), to: 0, by: -1) {
      let isMet =
        degree(ahead) <= degree(back)
        ? step(&ahead, towards: back, barrier, hopsLeft)
        : step(&back, towards: ahead, barrier, hopsLeft)
      if !isComplete { return nil }
      if isMet, let joined = joined(ahead, back) {
        return Path(nodes: root.dropLast() + joined.nodes, weight: rootWeight + joined.weight)
      }
      if ahead.frontier.isEmpty || back.frontier.isEmpty { return nil }
    }
    return nil
  }

  /// Reaches one level further; true where that meets what the other end has reached. Then nothing
  /// else is kept of the level, for only what meets is on a shortest path.
  private mutating func step(
    _ reach: inout Reach, towards other: Reach, _ barrier: Barrier, _ hopsLeft: Int
  ) -> Bool {
    let (frontier, level) = (reach.frontier, reach.level)
    extend(&reach, barrier, isWanted: { other.places[$0] != nil })
    if !reach.frontier.isEmpty { return true }
    (reach.frontier, reach.level) = (frontier, level)
    if hopsLeft > 1 { extend(&reach, barrier, isWanted: isAllowed.node) }
    return false
  }

  private func degree(_ reach: Reach) -> Int {
    reach.frontier.reduce(0) { $0 + graph.arcs(of: Int(reach.nodes[$1])).count }
  }

  /// Reaches one level further, to the nodes that are wanted.
  private mutating func extend(
    _ reach: inout Reach, _ barrier: Barrier, isWanted: (Int32) -> Bool
  ) {
    let levelStart = reach.nodes.count
    for place in reach.frontier {
      let node = reach.nodes[place]
      let arcs = graph.arcs(of: Int(node))
      work += arcs.count
      if work > workLimit {
        isComplete = false
        return
      }
      var arc = arcs.lowerBound
      while arc < arcs.upperBound {
        let next = graph.neighbors[arc]
        // Two nodes may be joined by several edges.
        var weight = 0
        while arc < arcs.upperBound, graph.neighbors[arc] == next {
          if isAllowed.arc(arc) { weight += Int(graph.weights[arc]) }
          arc += 1
        }
        guard weight > 0, isWanted(next), !barrier.bars(node, next) else { continue }
        arrive(&reach, at: next, from: place, reach.weights[place] + weight, levelStart)
      }
    }
    reach.frontier = levelStart..<reach.nodes.count
    reach.level += 1
  }

  private func arrive(
    _ reach: inout Reach, at node: Int32, from parent: Int, _ weight: Int, _ levelStart: Int
  ) {
    guard let known = reach.places[node] else {
      reach.places.insert(Int32(truncatingIfNeeded: reach.nodes.count), for: node)
      reach.nodes.append(node)
      reach.parents.append(Int32(truncatingIfNeeded: parent))
      reach.weights.append(weight)
      return
    }
    let place = Int(known)
    guard place >= levelStart, weight >= reach.weights[place] else { return }
    if weight > reach.weights[place] || isBefore(parent, Int(reach.parents[place]), in: reach) {
      reach.parents[place] = Int32(truncatingIfNeeded: parent)
      reach.weights[place] = weight
    }
  }

  /// Whether the way over one parent is the one to keep of two that weigh the same.
  private func isBefore(_ a: Int, _ b: Int, in reach: Reach) -> Bool {
    let ways = (reach.way(Int32(truncatingIfNeeded: a)), reach.way(Int32(truncatingIfNeeded: b)))
    return reach.isForward
      ? precedes(ways.0.reversed(), ways.1.reversed()) : precedes(ways.0, ways.1)
  }

  /// The best path over a node that both ends have reached last.
  private func joined(_ ahead: Reach, _ back: Reach) -> Path? {
    let smaller = ahead.frontier.count <= back.frontier.count ? ahead : back
    var best: Path?
    for place in smaller.frontier {
      let node = smaller.nodes[place]
      guard let first = ahead.places[node], let second = back.places[node] else { continue }
      let weight = ahead.weights[Int(first)] + back.weights[Int(second)]
      if let best, weight < best.weight { continue }
      let path = Path(
        nodes: ahead.way(first).reversed() + back.way(second).dropFirst(), weight: weight)
      if best.map({ isBetter(path, $0) }) ?? true { best = path }
    }
    return best
  }

  private func weight(_ a: Int32, _ b: Int32) -> Int {
    graph.arcs(from: Int(a), to: b).reduce(0) {
      isAllowed.arc($1) ? $0 + Int(graph.weights[$1]) : $0
    }
  }
}
