package import Extraction

/// What `/graph/paths` asks. Paths follow an edge in either direction.
package struct PathQuery: Sendable {
  /// Arcs that one answer looks at, at most: some tens of milliseconds.
  package static let workLimit = 2_000_000

  package var from: EntityOrdinal
  package var to: EntityOrdinal
  package var edgeClass = EdgeClass.cooccurrence
  /// 1...
  package var hopLimit = 4
  /// Paths, at most.
  package var count = 1
  /// Of those between the two.
  package var types: Set<EntityType> = Set(EntityType.allCases)
  /// Of relations; `nil` is any.
  package var predicates: Set<Predicate>?
  /// Of every edge.
  package var minWeight: Int32 = 1

  package init(from: EntityOrdinal, to: EntityOrdinal) {
    self.from = from
    self.to = to
  }
}

package struct GraphPath: Sendable, Equatable {
  /// Two neighbors on the path and what joins them.
  package struct Hop: Sendable, Equatable {
    /// Edges that a hop shows at most.
    package static let edgeLimit = 3

    package var source: EntityOrdinal
    package var target: EntityOrdinal
    /// Of all its edges together.
    package var weight: Int
    /// Heaviest first, at most `edgeLimit`.
    package var edges: [GraphEdge]
    package var edgeCount: Int
  }

  /// From one end to the other, both among them.
  package var nodes: [EntityOrdinal]
  package var hops: [Hop]
  package var weight: Int
}

package struct PathAnswer: Sendable {
  /// Fewest hops first, then the most weight, then by the ids of their nodes.
  package var paths: [GraphPath] = []
  /// Arcs looked at.
  package var work = 0
  /// False where `PathQuery.workLimit` ended the search: there may be more paths, none of them
  /// before those found.
  package var isComplete = true
}

extension Snapshot {
  /// - Complexity: of the two ends' surroundings, whatever else is in the corpus; never more than
  ///   `PathQuery.workLimit`, or `workLimit`, arcs.
  package func paths(
    _ query: PathQuery, workLimit: Int = PathQuery.workLimit
  ) -> PathAnswer {
    let filter = PathFilter(query, tables)
    var search = PathSearch(
      filter.graph, rank: tables.entityIDRank,
      isAllowed: PathSearch.Filter(arc: filter.allows(arc:), node: filter.allows(node:)),
      hopLimit: query.hopLimit, workLimit: workLimit)
    let found = search.paths(
      from: query.from.value, to: query.to.value, count: query.count)
    return PathAnswer(
      paths: found.map(filter.path), work: search.work, isComplete: search.isComplete)
  }
}

/// Which edges and nodes a query's paths may use.
private struct PathFilter {
  let query: PathQuery
  let tables: Tables
  let graph: Adjacency
  private let isEveryType: Bool

  init(_ query: PathQuery, _ tables: Tables) {
    self.query = query
    self.tables = tables
    graph = tables.graphs[Int(query.edgeClass.rawValue)].adjacency
    isEveryType = query.types.count == EntityType.allCases.count
  }

  func allows(arc: Int) -> Bool {
    guard graph.weights[arc] >= query.minWeight else { return false }
    guard let predicates = query.predicates, query.edgeClass == .relation else { return true }
    return predicates.contains(tables.relations[Int(graph.rows[arc])].predicate)
  }

  func allows(node: Int32) -> Bool {
    isEveryType || query.types.contains(tables.entities[Int(node)].type)
  }

  func path(_ path: PathSearch.Path) -> GraphPath {
    let hops = zip(path.nodes, path.nodes.dropFirst()).map { source, target in
      let arcs = graph.arcs(from: Int(source), to: target).filter(allows(arc:))
      return GraphPath.Hop(
        source: EntityOrdinal(source), target: EntityOrdinal(target),
        weight: arcs.reduce(0) { $0 + Int(graph.weights[$1]) },
        edges: arcs.prefix(GraphPath.Hop.edgeLimit).map {
          GraphEdge(query.edgeClass, row: graph.rows[$0])
        },
        edgeCount: arcs.count)
    }
    return GraphPath(
      nodes: path.nodes.map { EntityOrdinal($0) }, hops: hops, weight: path.weight)
  }
}
