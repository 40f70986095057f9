package import Extraction

/// What `/articles` and `/entities/{ref}/articles` ask.
package struct ArticleQuery: Sendable, Equatable {
  package enum SortKey: UInt8, Sendable, CaseIterable {
    case published, id, title, source, words, mentions
  }

  /// All of the lists must match, each by any of its members; an empty list matches nothing.
  package var sources: [[SourceOrdinal]] = []
  package var entities: [[EntityOrdinal]] = []
  package var published = DayBounds()
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
  package var published = DayBounds()
  package var order: Order = .newestFirst

  package init() {}

  package init(entity: EntityOrdinal) { entities = [[entity]] }
}

/// What `/relations` and `/entities/{ref}/relations` ask.
package struct RelationQuery: Sendable, Equatable {
  package enum SortKey: UInt8, Sendable, CaseIterable {
    case evidence, articles, confidence, date, id
  }

  /// At either end. All of the lists must match, each by any of its members.
  package var entities: [[EntityOrdinal]] = []
  package var subjects: [[EntityOrdinal]] = []
  package var objects: [[EntityOrdinal]] = []
  package var predicates: Set<Predicate> = Set(Predicate.allCases)
  package var modalities: Set<Modality> = Set(Modality.allCases)
  /// With evidence in one of them; `nil` is every article.
  package var articles: [ArticleOrdinal]?
  /// With evidence in an article of these days.
  package var published = DayBounds()
  /// With evidence that dates it so.
  package var dates = DayBounds()
  /// At most three keys; finished by id. Empty is most evidences first.
  package var sort: [Sort<SortKey>] = []

  package init() {}
}

/// What `/events` and `/entities/{ref}/events` ask.
package struct EventQuery: Sendable, Equatable {
  package enum SortKey: UInt8, Sendable, CaseIterable { case reports, articles, date, id }

  /// Taking part. All of the lists must match, each by any of its members.
  package var entities: [[EntityOrdinal]] = []
  package var predicates: Set<Predicate> = Set(Predicate.allCases)
  package var statuses: Set<EventStatus> = Set(EventStatus.allCases)
  /// With a report in one of them; `nil` is every article.
  package var articles: [ArticleOrdinal]?
  /// Happening then.
  package var dates = DayBounds()
  /// With a report in an article of these days.
  package var published = DayBounds()
  /// At most three keys; finished by id. Empty is most reports first.
  package var sort: [Sort<SortKey>] = []

  package init() {}
}

/// What `/quotes` and `/entities/{ref}/quotes` ask: newest article first, then in text order.
package struct QuotationQuery: Sendable, Equatable {
  /// All of the lists must have the speaker; none is every quotation.
  package var speakers: [[EntityOrdinal]] = []
  package var forms = Quotation.Form.marked
  /// `nil` is every article.
  package var articles: [ArticleOrdinal]?
  package var published = DayBounds()

  package init() {}
}

extension MentionKind {
  package static let names = Set(MentionKind.allCases.filter(\.isName))
}
