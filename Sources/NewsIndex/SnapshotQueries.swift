package import Extraction

extension Snapshot {
  package func article(id: String) -> ArticleOrdinal? { nil }
  package func entity(id: String) -> EntityOrdinal? { nil }
  /// By name or by what the credit line writes, compared as `NameKey`s.
  package func source(named name: String) -> SourceOrdinal? { nil }

  package func articles(_ query: ArticleQuery, _ page: PageRequest) -> Page<ArticleOrdinal> {
    Page()
  }
  package func entities(_ query: EntityQuery, _ page: PageRequest) -> Page<EntityOrdinal> {
    Page()
  }
  package func mentions(_ query: MentionQuery, _ page: PageRequest) -> Page<MentionOrdinal> {
    Page()
  }
  package func neighbors(_ query: NeighborQuery, _ page: PageRequest) -> Page<Neighbor> {
    Page()
  }
  package func graph(_ query: GraphQuery) -> Graph { Graph() }

  /// API.md's `{ref}` rule: what a name finds, tried level by level.
  /// - Parameter types: narrows to entities of one of them; `nil` is any.
  package func lookup(_ name: String, types: Set<EntityType>? = nil) -> NameLookup { .none([]) }
}
