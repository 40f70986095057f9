package import Extraction
package import Formats

/// UTF-8 bytes of a snapshot's `strings` heap; empty where there is no such string.
package struct HeapRange: Sendable, Hashable {
  package var start: Int
  package var count: Int32

  package init(start: Int = 0, count: Int = 0) {
    self.start = start
    self.count = Int32(truncatingIfNeeded: count)
  }

  package var isEmpty: Bool { count == 0 }
  package var indices: Range<Int> { start..<start + Int(count) }
}

/// One article's fixed facts; its text, zones, sentences and mentions stand in their own tables.
package struct ArticleRow: Sendable {
  package var id = HeapRange()
  package var title = HeapRange()
  package var sourceRaw = HeapRange()
  package var author = HeapRange()
  package var url = HeapRange()
  package var language = HeapRange()
  /// RFC 3339 as given, where a time of day was given.
  package var timestamp = HeapRange()
  package var datelineRaw = HeapRange()
  package var datelinePlace = HeapRange()
  /// Id of the article that its day of publication was taken from.
  package var related = HeapRange()
  /// Into `Snapshot.text`.
  package var textStart: Int = 0
  package var textCount: Int32 = 0
  package var wordCount: Int32 = 0
  package var source: SourceOrdinal?
  package var datelineDate: CalendarDate?
  package var datelineRange: TextRange?
  package var earliest: CalendarDate?
  package var latest: CalendarDate?
  package var precision: PublicationDate.Precision = .day
  package var basis: PublicationDate.Basis = .metadata
  package var titleOrigin: ArticleTitle.Origin?
  /// Mentions of the name kinds.
  package var nameMentionCount: Int32 = 0
  /// First row of this article; it ends where the next article's begins.
  package var zonesStart: Int32 = 0
  package var sentencesStart: Int32 = 0
  package var mentionsStart: Int32 = 0
  package var entitiesStart: Int32 = 0
  package var quotationsStart: Int32 = 0
  package var timesStart: Int32 = 0

  package init() {}

  package var textIndices: Range<Int> { textStart..<textStart + Int(textCount) }

  /// Puts what `move` makes of it in the place of every string.
  mutating func moveStrings(_ move: (HeapRange) -> HeapRange) {
    id = move(id)
    title = move(title)
    sourceRaw = move(sourceRaw)
    author = move(author)
    url = move(url)
    language = move(language)
    timestamp = move(timestamp)
    datelineRaw = move(datelineRaw)
    datelinePlace = move(datelinePlace)
    related = move(related)
  }
}

/// A zone with its offsets in both units.
package struct ZoneRow: Sendable {
  package var kind: ZoneKind
  package var utf8: TextRange
  package var codePoints: TextRange
}

package struct SentenceRow: Sendable {
  package var article: ArticleOrdinal
  package var utf8: TextRange
  /// Of the sentence's first character, counted from the start of the article's text.
  package var codePointStart: Int32
  package var utf16Start: Int32
  package var zone: ZoneKind
}

package struct MentionRow: Sendable {
  package var range: TextRange
  package var sentence: SentenceOrdinal
  package var entity: EntityOrdinal
  package var kind: MentionKind
  package var confidence: UInt8
}

/// A date, period or duration named in the text.
package struct TimeRow: Sendable {
  package var range: TextRange
  package var sentence: SentenceOrdinal
  package var kind: TimeExpression.Kind
  /// `nil` where the text does not say which, and for durations.
  package var when: DateRange?
  package var basis: TimeExpression.Basis?
  /// ISO 8601, of durations only.
  package var duration = HeapRange()
}

/// One entity of one article, in order of first mention.
package struct ArticleEntityRow: Sendable {
  package var entity: EntityOrdinal
  /// Mentions of the name kinds.
  package var nameMentionCount: Int32
  package var mentionCount: Int32
}

package struct EntityRow: Sendable {
  package var id = HeapRange()
  package var name = HeapRange()
  package var type: EntityType = .person
  package var subtype: PlaceSubtype?
  package var known: KnownEntity?
  /// Mentions of the name kinds.
  package var nameMentionCount: Int32 = 0
  /// Mentions of every kind.
  package var mentionCount: Int32 = 0
  package var articleCount: Int32 = 0
  /// Publication days of the oldest and newest dated article that mentions it.
  package var firstSeen: CalendarDate?
  package var lastSeen: CalendarDate?
  /// First row of this entity; it ends where the next entity's begins.
  package var aliasesStart: Int32 = 0
  package var rolesStart: Int32 = 0
  package var resolutionStart: Int32 = 0

  package init() {}
}

/// A name as written, of one kind. Most frequent first.
package struct AliasRow: Sendable {
  package var text: HeapRange
  package var kind: MentionKind
  package var mentionCount: Int32
  package var articleCount: Int32
}

/// A title an entity is given, with where it is first said.
package struct RoleRow: Sendable {
  package static let evidenceLimit = 3

  package var title: HeapRange
  /// The entity the office belongs to, where the title names it ("Norwegian Prime Minister").
  package var of: EntityOrdinal?
  package var since: DateRange?
  package var until: DateRange?
  /// The text calls it a past one.
  package var isFormer: Bool
  /// Times it is said.
  package var evidenceTotal: Int32
  package var evidenceStart: Int32
  package var evidenceCount: Int32
}

package struct RoleEvidenceRow: Sendable {
  package var sentence: SentenceOrdinal
  /// The title's own range in the article.
  package var range: TextRange
}

/// Why two names were taken for one entity.
package enum ResolutionRule: UInt8, Sendable, CaseIterable {
  /// One row of the gazetteer.
  case known
  /// The same name, compatible type.
  case sameName
  /// Spelling or transliteration of the same name.
  case variant
  /// The surname alone, and only one full name in the corpus has it.
  case surname
  /// The abbreviation, written together with its expansion somewhere.
  case abbreviation
  /// The name with and without its legal form or article ("Inc.", "the").
  case legalForm
  /// A middle name or initial more or less.
  case middleName
  /// The same name kept apart on contrary evidence.
  case namesake
  /// A reader's own decision.
  case decided
}

package struct ResolutionRow: Sendable {
  /// Reasons kept of one entity.
  package static let limit = 16

  package var rule: ResolutionRule
  /// The name that the rule joined, or that namesakes share.
  package var detail: HeapRange
  /// Articles it concerns.
  package var articleCount: Int32
  /// What those articles speak of, where that decided.
  package var field: Field?
  /// Names that decided: of what is named with both, or with this one of several namesakes.
  package var companionsStart: Int32
  package var companionCount: Int32
}

/// Two entities that stand together in sentences; no predicate is claimed.
package struct EdgeRow: Sendable {
  package static let evidenceLimit = 3

  /// The one of lower id order first.
  package var source: EntityOrdinal
  package var target: EntityOrdinal
  /// Sentences.
  package var weight: Int32
  package var articleCount: Int32
  /// The first sentences, at most `evidenceLimit`; unused ones are -1.
  package var evidence: InlineArray<3, Int32>

  package var evidenceSentences: [SentenceOrdinal] {
    evidence.indices.compactMap { evidence[$0] < 0 ? nil : SentenceOrdinal(evidence[$0]) }
  }
}

package struct SourceRow: Sendable {
  package var name: HeapRange
  package var articleCount: Int32
}
