internal import Extraction

extension Snapshot {
  private static let typeCount = EntityType.allCases.count

  /// - Complexity: O(limit + log n); `total` costs no walk.
  package func neighbors(_ query: NeighborQuery, _ page: PageRequest) -> Page<Neighbor> {
    let set = neighborSet(query.entity, query.types, query.minWeight)
    let rows = set.prefix(page.limit + 1, from: (page.after ?? -1) + 1)
    var result = Page<Neighbor>(total: set.count)
    result.items = rows.prefix(page.limit).map { row in
      Neighbor(entity: other(EdgeOrdinal(row), than: query.entity), edge: EdgeOrdinal(row))
    }
    result.next = rows.count > page.limit ? result.items.last?.edge.value : nil
    return result
  }

  /// Without entities: the heaviest edges of all. With them: their edges, heaviest first, then the
  /// edges of those they lead to, and so on to `depth`; `types` narrows what is reached, not what
  /// was asked for.
  /// - Complexity: O(limit · log n), whatever the entities' degrees.
  package func graph(_ query: GraphQuery) -> Graph {
    var graph = Graph()
    if query.entities.isEmpty {
      let set = typedEdges(query.types, query.minWeight)
      graph.edges = set.prefix(query.limit, from: 0).map { EdgeOrdinal($0) }
      graph.omittedEdgeCount = set.count - graph.edges.count
    } else {
      spread(query, &graph)
    }
    var nodes = Set(query.entities)
    for edge in graph.edges {
      nodes.insert(self[edge].source)
      nodes.insert(self[edge].target)
    }
    graph.nodes = nodes.sorted()
    return graph
  }

  /// Edges of both types, of at least the weight.
  private func typedEdges(_ types: Set<EntityType>, _ minWeight: Int32) -> OrdinalSet {
    let codes = types.map { Int($0.rawValue) }.sorted()
    var lists: [ArraySlice<Int32>] = []
    for (i, low) in codes.enumerated() {
      for high in codes[i...] { lists.append(tables.edgeTypePostings[low * Self.typeCount + high]) }
    }
    return OrdinalSet(lists: lists, bounds: 0..<edgeBound(minWeight))
  }

  private func neighborSet(
    _ entity: EntityOrdinal, _ types: Set<EntityType>, _ minWeight: Int32
  ) -> OrdinalSet {
    let lists = types.map { Int($0.rawValue) }.sorted().map {
      tables.neighborPostings[entity.index * Self.typeCount + $0]
    }
    return OrdinalSet(lists: lists, bounds: 0..<edgeBound(minWeight))
  }

  /// The first edge that is too light; edges stand by weight.
  private func edgeBound(_ minWeight: Int32) -> Int32 {
    Int32(tables.edges.partitioningIndex { $0.weight < minWeight })
  }

  private func other(_ edge: EdgeOrdinal, than entity: EntityOrdinal) -> EntityOrdinal {
    let row = self[edge]
    return row.source == entity ? row.target : row.source
  }

  /// Level by level; each level's edges are merged by weight and taken until the limit.
  private func spread(_ query: GraphQuery, _ graph: inout Graph) {
    var reached = Set(query.entities)
    var frontier = reached.sorted()
    var taken = Set<Int32>()
    for level in 1...max(1, query.depth) where !frontier.isEmpty {
      var merge = ListMerge(
        frontier.flatMap { neighborSet($0, query.types, query.minWeight).lists })
      var next: [EntityOrdinal] = []
      while let row = merge.next() {
        guard !taken.contains(row) else { continue }
        guard graph.edges.count < query.limit else {
          // An edge between two of the frontier is in two lists.
          let left = merge.remaining + 1
          graph.isOmittedCountExact = frontier.count == 1 && level == query.depth
          graph.omittedEdgeCount = frontier.count == 1 ? left : (left + 1) / 2
          graph.edges.sort()
          return
        }
        taken.insert(row)
        graph.edges.append(EdgeOrdinal(row))
        for end in [tables.edges[Int(row)].source, tables.edges[Int(row)].target]
        where reached.insert(end).inserted {
          next.append(end)
        }
      }
      frontier = next.sorted()
    }
    graph.edges.sort()
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
