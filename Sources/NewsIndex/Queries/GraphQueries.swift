package import Extraction

/// What an edge stands for; the two are never mixed in one.
package enum EdgeClass: UInt8, Sendable, CaseIterable { case relation, cooccurrence }

/// An edge of the graph: a row of one class or of the other.
package enum GraphEdge: Sendable, Hashable {
  case cooccurrence(EdgeOrdinal)
  case relation(RelationOrdinal)

  init(_ edgeClass: EdgeClass, row: Int32) {
    switch edgeClass {
    case .cooccurrence: self = .cooccurrence(EdgeOrdinal(row))
    case .relation: self = .relation(RelationOrdinal(row))
    }
  }

  package var `class`: EdgeClass {
    switch self {
    case .cooccurrence: .cooccurrence
    case .relation: .relation
    }
  }
}

/// What `/entities/{ref}/neighbors` asks: heaviest edge first, of equal weights by id.
package struct NeighborQuery: Sendable, Equatable {
  package var entity: EntityOrdinal
  /// Of the neighbor.
  package var types: Set<EntityType> = Set(EntityType.allCases)
  package var minWeight: Int32 = 1
  package var edgeClass = EdgeClass.cooccurrence

  package init(entity: EntityOrdinal) { self.entity = entity }
}

package struct Neighbor: Sendable, Equatable {
  package var entity: EntityOrdinal
  package var edge: GraphEdge
}

/// What `/graph` asks.
package struct GraphQuery: Sendable, Equatable {
  /// Of both ends.
  package var types: Set<EntityType> = Set(EntityType.allCases)
  package var minWeight: Int32 = 1
  /// Where given, only what is within `depth` edges of one of them.
  package var entities: [EntityOrdinal] = []
  /// 1...
  package var depth = 1
  /// Edges.
  package var limit = 500
  package var edgeClass = EdgeClass.cooccurrence

  package init() {}
}

package struct Graph: Sendable {
  package var edgeClass: EdgeClass
  /// Ends of the edges and the entities asked for, most mentions first.
  package var nodes: [EntityOrdinal] = []
  /// All of `edgeClass`, heaviest first.
  package var edges: [GraphEdge] = []
  /// Edges that match and are not here, at least.
  package var omittedEdgeCount = 0
  /// False where more may lie beyond what was omitted (`depth` above 1, cut before its end).
  package var isOmittedCountExact = true

  package init(_ edgeClass: EdgeClass) { self.edgeClass = edgeClass }

  package var isTruncated: Bool { omittedEdgeCount > 0 }
}

// What every edge has, whichever its class.
extension Snapshot {
  package func id(of edge: GraphEdge) -> String {
    switch edge {
    case .cooccurrence(let edge): id(of: edge)
    case .relation(let relation): id(of: relation)
    }
  }

  /// A relation's subject and object; of a cooccurrence the one of lower id first.
  package func ends(of edge: GraphEdge) -> (source: EntityOrdinal, target: EntityOrdinal) {
    switch edge {
    case .cooccurrence(let edge): return (self[edge].source, self[edge].target)
    case .relation(let relation):
      guard let ends = self[relation].ends else {
        preconditionFailure("a relation is an edge only between two entities")
      }
      return ends
    }
  }

  /// Sentences that support it.
  package func weight(of edge: GraphEdge) -> Int32 {
    switch edge {
    case .cooccurrence(let edge): self[edge].weight
    case .relation(let relation): self[relation].evidenceCount
    }
  }

  package func articleCount(of edge: GraphEdge) -> Int32 {
    switch edge {
    case .cooccurrence(let edge): self[edge].articleCount
    case .relation(let relation): self[relation].articleCount
    }
  }

  /// Where a reader finds it first.
  package func firstSentence(of edge: GraphEdge) -> SentenceOrdinal? {
    switch edge {
    case .cooccurrence(let edge): self[edge].evidenceSentences.first
    case .relation(let relation): evidence(of: relation).first?.sentence
    }
  }
}
