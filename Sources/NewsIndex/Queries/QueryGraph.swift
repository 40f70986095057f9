internal import Extraction
internal import Formats

extension Snapshot {
  /// - Complexity: O(limit + log n); `total` costs no walk.
  package func neighbors(_ query: NeighborQuery, _ page: PageRequest) -> Page<Neighbor> {
    let edges = edgeView(query.edgeClass)
    let set = edges.set(around: query.entity, query.types, query.minWeight)
    let rows = set.prefix(page.limit + 1, from: (page.after ?? -1) + 1)
    var result = Page<Neighbor>(total: set.count)
    result.items = rows.prefix(page.limit).map { row in
      let edge = edges.edge(row)
      let (source, target) = ends(of: edge)
      return Neighbor(entity: source == query.entity ? target : source, edge: edge)
    }
    result.next = rows.count > page.limit ? rows[page.limit - 1] : nil
    return result
  }

  /// Without entities: the heaviest edges of all. With them: their edges, heaviest first, then the
  /// edges of those they lead to, and so on to `depth`; `types` narrows what is reached, not what
  /// was asked for.
  /// - Complexity: O(limit · log n), whatever the entities' degrees.
  package func graph(_ query: GraphQuery) -> Graph {
    var graph = Graph(query.edgeClass)
    let edges = edgeView(query.edgeClass)
    var rows: [Int32]
    if query.entities.isEmpty {
      let set = edges.set(between: query.types, query.minWeight)
      rows = set.prefix(query.limit, from: 0)
      graph.omittedEdgeCount = set.count - rows.count
    } else {
      rows = spread(query, edges, &graph)
      rows.sort()
    }
    graph.edges = rows.map(edges.edge)
    var nodes = Set(query.entities)
    for edge in graph.edges {
      let (source, target) = ends(of: edge)
      nodes.insert(source)
      nodes.insert(target)
    }
    graph.nodes = nodes.sorted()
    return graph
  }

  private func edgeView(_ edgeClass: EdgeClass) -> EdgeView {
    EdgeView(tables: tables, edgeClass: edgeClass)
  }

  /// Level by level; each level's edges are merged by weight and taken until the limit.
  private func spread(_ query: GraphQuery, _ edges: EdgeView, _ graph: inout Graph) -> [Int32] {
    var rows: [Int32] = []
    var reached = Set(query.entities)
    var frontier = reached.sorted()
    var taken = Set<Int32>()
    for level in 1...max(1, query.depth) where !frontier.isEmpty {
      var merge = ListMerge(
        frontier.flatMap { edges.set(around: $0, query.types, query.minWeight).lists })
      var next: [EntityOrdinal] = []
      while let row = merge.next() {
        guard !taken.contains(row) else { continue }
        guard rows.count < query.limit else {
          // An edge between two of the frontier is in two lists.
          let left = merge.remaining + 1
          graph.isOmittedCountExact = frontier.count == 1 && level == query.depth
          graph.omittedEdgeCount = frontier.count == 1 ? left : (left + 1) / 2
          return rows
        }
        taken.insert(row)
        rows.append(row)
        let (source, target) = ends(of: edges.edge(row))
        for end in [source, target] where reached.insert(end).inserted { next.append(end) }
      }
      frontier = next.sorted()
    }
    return rows
  }
}

/// The edges of one class: cooccurrences, or relations between two entities. Both stand heaviest
/// first, so that a least weight is a bound on rows.
private struct EdgeView {
  private static let typeCount = EntityType.allCases.count

  let tables: Tables
  let edgeClass: EdgeClass

  func edge(_ row: Int32) -> GraphEdge { GraphEdge(edgeClass, row: row) }

  /// Edges of both types, of at least the weight.
  func set(between types: Set<EntityType>, _ minWeight: Int32) -> OrdinalSet {
    let postings =
      edgeClass == .relation ? tables.relationLists.endTypes : tables.edgeTypePostings
    let codes = types.map { Int($0.rawValue) }.sorted()
    var lists: [ArraySlice<Int32>] = []
    for (i, low) in codes.enumerated() {
      for high in codes[i...] { lists.append(postings[low * Self.typeCount + high]) }
    }
    return OrdinalSet(lists: lists, bounds: 0..<bound(minWeight))
  }

  func set(
    around entity: EntityOrdinal, _ types: Set<EntityType>, _ minWeight: Int32
  ) -> OrdinalSet {
    let postings =
      edgeClass == .relation ? tables.relationLists.neighbors : tables.neighborPostings
    let lists = types.map { Int($0.rawValue) }.sorted().map {
      postings[entity.index * Self.typeCount + $0]
    }
    return OrdinalSet(lists: lists, bounds: 0..<bound(minWeight))
  }

  /// The first edge that is too light.
  private func bound(_ minWeight: Int32) -> Int32 {
    switch edgeClass {
    case .cooccurrence: Int32(tables.edges.partitioningIndex { $0.weight < minWeight })
    case .relation:
      Int32(tables.relations.partitioningIndex { $0.evidenceCount < minWeight })
    }
  }
}

/// Merges sorted lists by a heap of their heads; a row that is in two lists comes twice.
struct ListMerge {
  private var heap: [(row: Int32, list: Int)] = []
  private var lists: [ArraySlice<Int32>]
  /// Rows not yet given, at least those the heap knows.
  private(set) var remaining: Int

  init(_ lists: [ArraySlice<Int32>]) {
    self.lists = lists
    remaining = lists.reduce(0) { $0 + $1.count }
    for list in lists.indices { push(list) }
  }

  mutating func next() -> Int32? {
    guard let top = heap.first else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      sink()
    }
    push(top.list)
    remaining -= 1
    return top.row
  }

  private mutating func push(_ list: Int) {
    guard let row = lists[list].popFirst() else { return }
    heap.append((row, list))
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if heap[child] < heap[least] { least = child }
      }
      if least == parent { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
