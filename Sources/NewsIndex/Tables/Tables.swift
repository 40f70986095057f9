package import Extraction

/// Everything a snapshot holds: flat arrays of fixed-width rows that name each other by ordinal,
/// and two heaps of bytes. No pointer and no `String`, so that it can be written out as it is.
///
/// Rows of a parent are consecutive: the parent holds where its first one stands, and they end
/// where the next parent's begin.
package struct Tables: Sendable {
  /// UTF-8 of ids, names, titles and other short strings.
  package var strings: [UInt8] = []
  /// The articles' original texts, end to end.
  package var text: [UInt8] = []

  package var articles: [ArticleRow] = []
  package var zones: [ZoneRow] = []
  package var sentences: [SentenceRow] = []
  package var mentions: [MentionRow] = []
  package var articleEntities: [ArticleEntityRow] = []
  package var sources: [SourceRow] = []
  /// Those with a publication date come first, this many.
  package var datedArticleCount = 0

  package var entities: [EntityRow] = []
  package var aliases: [AliasRow] = []
  package var roles: [RoleRow] = []
  package var roleEvidence: [RoleEvidenceRow] = []
  package var resolution: [ResolutionRow] = []
  /// Names that decided, of each row of `resolution`.
  package var resolutionCompanions: [HeapRange] = []

  package var edges: [EdgeRow] = []

  package var relations: [RelationRow] = []
  package var relationEvidence: [RelationEvidenceRow] = []
  package var qualifiers: [Qualifier] = []
  package var events: [EventRow] = []
  package var eventParticipants: [ParticipantRow] = []
  package var eventReports: [EventReportRow] = []
  package var quotations: [QuotationRow] = []
  package var times: [TimeRow] = []

  /// Entity and kind (`entity * 9 + kind`) → mentions.
  var mentionPostings = Postings()
  /// Type of the entity and kind (`type * 9 + kind`) → mentions.
  var mentionTypePostings = Postings()
  /// Entity → articles.
  var articlePostings = Postings()
  /// Source → articles.
  var sourcePostings = Postings()
  /// Entity and the neighbor's type (`entity * 7 + type`) → edges, heaviest first.
  var neighborPostings = Postings()
  /// Types of both ends (`lower * 7 + higher`) → edges, heaviest first.
  var edgeTypePostings = Postings()
  /// Type → entities.
  var typePostings = Postings()

  /// By `EdgeClass`.
  var graphs: [ClassGraph] = []

  var relationLists = RelationLists()
  var eventLists = EventLists()
  var timeline = Timeline()
  /// Speaker → quotations in marks.
  var quotationPostings = Postings()
  /// Speaker → indirect quotations.
  var indirectPostings = Postings()
  /// Form → quotations.
  var quotationFormPostings = Postings()
  /// By `RelationQuery.SortKey`.
  var relationColumns: [SortColumn] = []
  /// By `EventQuery.SortKey`.
  var eventColumns: [SortColumn] = []

  var denseEntities = DenseLists()
  var denseSources = DenseLists()
  /// By `ArticleQuery.SortKey`.
  var articleColumns: [SortColumn] = []
  /// By `EntityQuery.SortKey`.
  var entityColumns: [SortColumn] = []
  /// Articles and entities by id.
  var articlesByID: [Int32] = []
  var entitiesByID: [Int32] = []
  /// Entities with a gazetteer row, by that row.
  var entitiesByKnown: [KnownRow] = []
  /// Position of each entity in `entitiesByID`.
  var entityIDRank: [Int32] = []
  /// Seconds of local time of each dated article; descending.
  var publishedKeys: [Int64] = []
  var ranged = RangedArticles()
  var sourceNames: [SourceNameRow] = []
  var names = NameTable()

  init() {}
}

struct KnownRow: Sendable {
  var known: Int32
  var entity: EntityOrdinal
}

/// A key that finds a source, in byte order of the keys.
struct SourceNameRow: Sendable {
  var key: HeapRange
  var source: SourceOrdinal
}
