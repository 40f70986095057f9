package import Extraction

/// What `/articles` and `/entities/{ref}/articles` ask.
package struct ArticleQuery: Sendable, Equatable {
  package enum SortKey: UInt8, Sendable, CaseIterable {
    case published, id, title, source, words, mentions
  }

  /// All of the lists must match, each by any of its members; an empty list matches nothing.
  package var sources: [[SourceOrdinal]] = []
  package var entities: [[EntityOrdinal]] = []
  package var published = PublishedBounds()
  /// At most three keys; finished by id. Empty is newest first.
  package var sort: [Sort<SortKey>] = []

  package init() {}
}

/// What `/entities` asks.
package struct EntityQuery: Sendable, Equatable {
  package enum SortKey: UInt8, Sendable, CaseIterable {
    case mentions, articles, name, id
    case firstSeen, lastSeen
  }

  /// The start of any word of any name; compared as `NameKey`s.
  package var prefix: String?
  /// All of the sets must match, each by any of its members.
  package var types: [Set<EntityType>] = []
  /// At most three keys; finished by id. Empty is most mentions first.
  package var sort: [Sort<SortKey>] = []

  package init() {}
}

/// What `/mentions` and `/entities/{ref}/mentions` ask.
package struct MentionQuery: Sendable, Equatable {
  package enum Order: UInt8, Sendable { case newestFirst, oldestFirst }

  /// All of the lists must have the mention's entity; none is every entity.
  package var entities: [[EntityOrdinal]] = []
  /// Of the entity; `nil` is any.
  package var types: Set<EntityType>?
  /// `nil` is every article; the list in any order.
  package var articles: [ArticleOrdinal]?
  package var kinds: Set<MentionKind> = MentionKind.names
  package var published = PublishedBounds()
  package var order: Order = .newestFirst

  package init() {}

  package init(entity: EntityOrdinal) { entities = [[entity]] }
}

/// What `/entities/{ref}/neighbors` asks: heaviest edge first, of equal weights by id.
package struct NeighborQuery: Sendable, Equatable {
  package var entity: EntityOrdinal
  /// Of the neighbor.
  package var types: Set<EntityType> = Set(EntityType.allCases)
  package var minWeight: Int32 = 1

  package init(entity: EntityOrdinal) { self.entity = entity }
}

package struct Neighbor: Sendable, Equatable {
  package var entity: EntityOrdinal
  package var edge: EdgeOrdinal
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

  package init() {}
}

package struct Graph: Sendable {
  /// Ends of `edges` and the entities asked for, most mentions first.
  package var nodes: [EntityOrdinal] = []
  /// Heaviest first.
  package var edges: [EdgeOrdinal] = []
  /// Edges that match and are not here, at least.
  package var omittedEdgeCount = 0
  /// False where more may lie beyond what was omitted (`depth` above 1, cut before its end).
  package var isOmittedCountExact = true

  package var isTruncated: Bool { omittedEdgeCount > 0 }
}

extension MentionKind {
  package static let names = Set(MentionKind.allCases.filter(\.isName))
}
