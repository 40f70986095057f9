import Formats
import Foundation
import Testing

@testable import NewsIndex

/// Metrics and paths against those of networkx on the same graphs; `networkx_cases.py` asks it.
struct NetworkxTests {
  struct Case: Decodable, CustomTestStringConvertible, Sendable {
    struct Paths: Decodable, Sendable {
      var source: Int32
      var target: Int32
      /// Hops of the first 15 simple paths, of those the ones of at most 4.
      var lengths: [Int]

      init(from decoder: any Decoder) throws {
        var row = try decoder.unkeyedContainer()
        source = try row.decode(Int32.self)
        target = try row.decode(Int32.self)
        lengths = try row.decode([Int].self)
      }
    }

    var name: String
    var edges: [[Int32]]
    var pagerank: [Double]
    var betweenness: [Double]
    var components: [Int32]
    var paths: [Paths]
    /// The best of ten runs.
    var louvain: Double

    var testDescription: String { name }

    var graph: Adjacency {
      let rows = edges.enumerated().map { row, edge in
        (row: Int32(row), source: edge[0], target: edge[1], weight: edge[2])
      }
      return Adjacency(nodeCount: pagerank.count, edges: rows)
    }

    var metrics: GraphMetrics { GraphMetrics(graph, GraphMetrics.pieces(graph).map { $0() }) }
  }

  static let cases: [Case] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "networkx_cases.json")
    return (try? JSONDecoder().decode([Case].self, from: Data(contentsOf: file))) ?? []
  }()

  @Test func `the cases are there`() { #expect(Self.cases.count == 9) }

  @Test(arguments: cases) func `degrees, PageRank and betweenness are those of networkx`(
    _ one: Case
  ) {
    let metrics = one.metrics
    #expect(metrics.isBetweennessExact)
    for node in one.pagerank.indices {
      let edges = one.edges.filter { $0[0] == node || $0[1] == node }
      #expect(Int(metrics.degrees[node]) == edges.count)
      #expect(metrics.strengths[node] == edges.reduce(0) { $0 + Int64($1[2]) })
      #expect(abs(Double(metrics.pageRanks[node]) - one.pagerank[node]) < 1e-6)
      #expect(abs(Double(metrics.betweenness[node]) - one.betweenness[node]) < 1e-6)
    }
    #expect(abs(metrics.pageRanks.reduce(0, +) - 1) < 1e-5)
    #expect(metrics.componentSizes == one.components)
  }

  @Test(arguments: cases) func `communities are at least as good as Louvain's`(_ one: Case) throws {
    let metrics = one.metrics
    #expect(metrics.modularity > 0.98 * one.louvain - 1e-9)
    // The sum once more, from the definition.
    let total = 2 * one.edges.reduce(0.0) { $0 + Double($1[2]) }
    var quality = 0.0
    for (number, inner) in metrics.innerEdges.enumerated() {
      let members = metrics.members[number]
      let strength = members.reduce(0.0) { $0 + Double(metrics.strengths[Int($1)]) }
      quality += 2 * Double(inner.weight) / total - (strength / total) * (strength / total)
      #expect(
        members.map { metrics.pageRanks[Int($0)] }.max()
          == members.first.map { metrics.pageRanks[Int($0)] })
      expectConnected(Array(members), one)
    }
    #expect(abs(quality - metrics.modularity) < 1e-9)
    #expect(
      metrics.innerEdges.indices.reduce(0) { $0 + metrics.members.count($1) } == metrics.nodeCount)
  }

  private func expectConnected(_ members: [Int32], _ one: Case) {
    var reached = Set(members.prefix(1))
    for _ in members {
      for edge in one.edges where Set(edge[0..<2]).isSubset(of: members) {
        if reached.contains(edge[0]) || reached.contains(edge[1]) { reached.formUnion(edge[0..<2]) }
      }
    }
    #expect(reached.count == members.count)
  }

  @Test(arguments: cases) func `paths have the lengths that networkx finds`(_ one: Case) {
    for paths in one.paths {
      var search = PathSearch(
        one.graph, rank: one.pagerank.indices.map { Int32($0) }, isAllowed: .all, hopLimit: 4,
        workLimit: .max)
      let found = search.paths(from: paths.source, to: paths.target, count: 15)
      #expect(found.map(\.hopCount) == paths.lengths)
    }
  }

  /// Every simple path by plain recursion, in the order that is promised.
  @Test(arguments: cases) func `paths are those that a walk over all of them finds`(_ one: Case) {
    let graph = one.graph
    var random = SeededGenerator(seed: 11)
    let rank = one.pagerank.indices.map { Int32($0) }.shuffled(using: &random)
    for round in 0..<20 {
      let ends = (0..<2).map { _ in Int32.random(in: 0..<Int32(rank.count), using: &random) }
      let hopLimit = 1 + round % 4
      let every = allPaths(graph, [ends[0]], ends[1], hopLimit, 0).sorted { a, b in
        (a.hopCount, -a.weight) != (b.hopCount, -b.weight)
          ? (a.hopCount, -a.weight) < (b.hopCount, -b.weight)
          : a.nodes.map { rank[Int($0)] }.lexicographicallyPrecedes(b.nodes.map { rank[Int($0)] })
      }
      var search = PathSearch(
        graph, rank: rank, isAllowed: .all, hopLimit: hopLimit, workLimit: .max)
      #expect(search.paths(from: ends[0], to: ends[1], count: 12) == Array(every.prefix(12)))
    }
  }

  private func allPaths(
    _ graph: Adjacency, _ path: [Int32], _ end: Int32, _ hopLimit: Int, _ weight: Int
  ) -> [PathSearch.Path] {
    let last = path[path.count - 1]
    if last == end { return [PathSearch.Path(nodes: path, weight: weight)] }
    if hopLimit == 0 { return [] }
    return graph.arcs(of: Int(last)).filter { !path.contains(graph.neighbors[$0]) }.flatMap { arc in
      allPaths(
        graph, path + [graph.neighbors[arc]], end, hopLimit - 1, weight + Int(graph.weights[arc]))
    }
  }

  @Test func `betweenness from some nodes is near the exact one, and says from how many`() {
    var random = SeededGenerator(seed: 3)
    var edges: [(row: Int32, source: Int32, target: Int32, weight: Int32)] = []
    for node in 1..<Int32(400) {
      for _ in 0..<2 {
        // The square makes hubs of the first ones.
        let other = Int32.random(in: 0..<node, using: &random)
        edges.append((Int32(edges.count), node, other * other / node, 1))
      }
    }
    let graph = Adjacency(nodeCount: 400, edges: edges).merged
    let exact = Betweenness(graph)
    let some = Betweenness(graph, workLimit: 100 * graph.neighbors.count)
    #expect(exact.isExact)
    #expect(some.pivots.count == 100 && !some.isExact)
    let values = [exact, some].map { one in
      one.normalized((0..<Betweenness.laneCount).map(one.lane))
    }
    let top = values.map { list in list.indices.max { list[$0] < list[$1] } }
    #expect(top[0] == top[1])
    for (a, b) in zip(values[0], values[1]) { #expect(abs(a - b) < 0.05) }
  }

  @Test func `a search that would take too long gives what it has and says so`() {
    let edges = (0..<Int32(40)).flatMap { a in (0..<a).map { (a, $0) } }.enumerated().map {
      (row: Int32($0), source: $1.0, target: $1.1, weight: Int32(1))
    }
    let graph = Adjacency(nodeCount: 40, edges: edges)
    var search = PathSearch(
      graph, rank: (0..<40).map { $0 }, isAllowed: .all, hopLimit: 8, workLimit: 500)
    let found = search.paths(from: 0, to: 1, count: 50)
    #expect(!search.isComplete)
    #expect(found.first?.nodes == [0, 1])
    #expect(found.count < 50)
  }

  @Test func `an empty graph and nodes without an edge have no metrics`() {
    for nodeCount in [0, 3] {
      let graph = Adjacency(nodeCount: nodeCount, edges: [])
      let metrics = GraphMetrics(graph, GraphMetrics.pieces(graph).map { $0() })
      #expect(metrics.nodeCount == 0 && metrics.communityCount == 0)
      #expect(metrics.pageRanks.allSatisfy { $0 == 0 })
      #expect(metrics.components == Array(repeating: -1, count: nodeCount))
    }
  }
}
