package import Extraction

/// What `/graph/metrics` asks.
package struct MetricQuery: Sendable, Equatable {
  package enum SortKey: UInt8, Sendable, CaseIterable {
    case pageRank, betweenness, degree, weightedDegree
    case mentions, name, id

    static let metrics: [SortKey] = [.pageRank, .betweenness, .degree, .weightedDegree]
  }

  package var edgeClass = EdgeClass.cooccurrence
  package var types: Set<EntityType> = Set(EntityType.allCases)
  /// At most three keys; finished by id. Not empty.
  package var sort: [Sort<SortKey>] = [Sort(.pageRank, descending: true)]

  package init() {}
}

/// What the graph says of one entity.
package struct EntityMetrics: Sendable {
  /// Neighbors.
  package var degree: Int32
  /// Weights of its edges together.
  package var weightedDegree: Int64
  package var pageRank: Float
  package var betweenness: Float
  /// From 0, the largest first.
  package var component: Int32
  package var community: CommunityOrdinal
}

/// Communities stand by size, largest first, of equal sizes by their first entity.
package struct CommunityOrdinal: Ordinal {
  package let value: Int32
  package init(_ value: Int32) { self.value = value }
}

extension Snapshot {
  package func graphMetrics(_ edgeClass: EdgeClass) -> GraphMetrics {
    tables.graphs[Int(edgeClass.rawValue)].metrics
  }

  /// Entities that have an edge.
  /// - Complexity: as `SortedRows`.
  package func entities(_ query: MetricQuery, _ page: PageRequest) -> Page<EntityOrdinal> {
    let metrics = graphMetrics(query.edgeClass)
    let set = OrdinalSet(
      lists: query.types.map { metrics.typePostings[Int($0.rawValue)] },
      bounds: 0..<Int32(entityCount))
    let columns = query.sort.map { sort in
      (column(sort.key, metrics), sort.isDescending)
    }
    return Page(set, by: columns, id: column(.id, metrics), page)
  }

  private func column(_ key: MetricQuery.SortKey, _ metrics: GraphMetrics) -> SortColumn {
    switch key {
    case .pageRank, .betweenness, .degree, .weightedDegree: metrics.columns[Int(key.rawValue)]
    case .mentions: tables.entityColumns[Int(EntityQuery.SortKey.mentions.rawValue)]
    case .name: tables.entityColumns[Int(EntityQuery.SortKey.name.rawValue)]
    case .id: tables.entityColumns[Int(EntityQuery.SortKey.id.rawValue)]
    }
  }

  /// `nil` for an entity without an edge of the class.
  package func metrics(of entity: EntityOrdinal, _ edgeClass: EdgeClass) -> EntityMetrics? {
    let metrics = graphMetrics(edgeClass)
    let node = entity.index
    guard metrics.degrees[node] > 0 else { return nil }
    return EntityMetrics(
      degree: metrics.degrees[node], weightedDegree: metrics.strengths[node],
      pageRank: metrics.pageRanks[node], betweenness: metrics.betweenness[node],
      component: metrics.components[node],
      community: CommunityOrdinal(metrics.communities[node]))
  }
}

extension GraphMetrics {
  /// Of the highest PageRank first.
  package func members(of community: CommunityOrdinal) -> [EntityOrdinal] {
    members[community.index].map { EntityOrdinal($0) }
  }

  /// The member of the highest PageRank: a community is called by it.
  package func leader(of community: CommunityOrdinal) -> EntityOrdinal {
    EntityOrdinal(members[community.index].first ?? 0)
  }

  package func size(of community: CommunityOrdinal) -> Int { members.count(community.index) }

  /// Pairs joined within it, and their weights together.
  package func edges(within community: CommunityOrdinal) -> (count: Int32, weight: Int64) {
    innerEdges[community.index]
  }
}
