package import Formats

/// Everything found in one article. Plain values; ranges are over the article's original text.
package struct Analysis: Sendable {
  /// In text order, not overlapping; white space between paragraphs belongs to none.
  package var zones: [Zone] = []
  /// In text order, not overlapping, each inside one zone.
  package var sentences: [Sentence] = []
  /// In text order; `Sentence.tokens` are index ranges into this.
  package var tokens: [Token] = []
  /// In `TextRange` order. Mentions nest ("Iran" in "Iran's foreign ministry") but never cross.
  package var mentions: [Mention] = []
  /// The article's own entities, in order of first mention; `Mention.entity` is an index into this.
  package var entities: [ArticleEntity] = []
  /// In order of sentence and trigger.
  package var relations: [Relation] = []
  /// In `TextRange` order; a quotation within a quotation follows the outer one.
  package var quotations: [Quotation] = []

  /// In text order, not overlapping.
  package var times: [TimeExpression] = []

  package var title: ArticleTitle?
  package var source: SourceCredit?
  /// From metadata or the line "By …", as written.
  package var author: String?
  package var dateline: Dateline?
  package var published: PublicationDate?
  package var wordCount: Int32 = 0

  package init() {}
}

package enum ZoneKind: UInt8, Sendable, CaseIterable {
  case title, dateline, subheading, body, credit, residue
}

/// A part of an article.
package struct Zone: Sendable, Equatable {
  package var kind: ZoneKind
  package var range: TextRange

  package init(kind: ZoneKind, range: TextRange) {
    self.kind = kind
    self.range = range
  }
}

/// The smallest unit tagged, split as Universal Dependencies' English treebanks split.
package struct Token: Sendable, Equatable {
  package var range: TextRange

  package init(range: TextRange) { self.range = range }

  /// What may be a name: all but the sign of a hashtag ("#Oslo").
  func named(in text: Span<UInt8>) -> TextRange {
    let bytes = text.extracting(range.indices)
    guard bytes.count > 1, bytes[0] == UInt8(ascii: "#") else { return range }
    return TextRange(range.indices.lowerBound + 1, range.indices.upperBound)
  }
}

/// A run of tokens.
package struct Sentence: Sendable, Equatable {
  package var range: TextRange
  package var zone: ZoneKind
  /// Indices into `Analysis.tokens`.
  package var tokens: Range<Int32>

  package init(range: TextRange, zone: ZoneKind, tokens: Range<Int32>) {
    self.range = range
    self.zone = zone
    self.tokens = tokens
  }
}

package enum MentionKind: UInt8, Sendable, CaseIterable {
  case name, surname, variant, abbreviation, demonym, metonym, epithet, description, pronoun

  /// Names of the thing itself; lists give these unless asked for others.
  package var isName: Bool { rawValue <= MentionKind.epithet.rawValue }
}

package enum EntityType: UInt8, Sendable, CaseIterable {
  case person, organization, place, group, event, work, product
}

package enum PlaceSubtype: UInt8, Sendable, CaseIterable {
  case country, formerCountry, territory, region, city
}

/// One range of one article that refers to something.
package struct Mention: Sendable, Equatable {
  package var range: TextRange
  /// Index into `Analysis.sentences`.
  package var sentence: Int32
  /// Index into `Analysis.entities`.
  package var entity: Int32
  package var kind: MentionKind
  /// Calibrated probability in hundredths, 0...100.
  package var confidence: UInt8

  package init(
    range: TextRange, sentence: Int32, entity: Int32, kind: MentionKind, confidence: UInt8
  ) {
    self.range = range
    self.sentence = sentence
    self.entity = entity
    self.kind = kind
    self.confidence = confidence
  }
}

/// One thing as one article knows it: a coreference chain with what is said of it.
package struct ArticleEntity: Sendable, Equatable {
  /// The fullest name the article uses, titles and possessives off; the gazetteer's name where
  /// `known` is set.
  package var name: String
  package var type: EntityType
  package var subtype: PlaceSubtype?
  /// What the gazetteer says this is; equal values are one entity in any article.
  package var known: KnownEntity?
  /// Titles given to it ("Russian President", "foreign minister"), as written, in text order.
  package var titles: [TextRange]
  /// Of a person: what is spoken of around the names.
  package var fields: FieldCounts

  package init(
    name: String, type: EntityType, subtype: PlaceSubtype? = nil, known: KnownEntity? = nil,
    titles: [TextRange] = [], fields: FieldCounts = FieldCounts()
  ) {
    self.name = name
    self.type = type
    self.subtype = subtype
    self.known = known
    self.titles = titles
    self.fields = fields
  }
}

/// A row of the gazetteer: the same in every article and every run of one build.
package struct KnownEntity: Hashable, Sendable {
  package var ordinal: Int32

  package init(ordinal: Int32) { self.ordinal = ordinal }
}

package struct ArticleTitle: Sendable, Equatable {
  package enum Origin: UInt8, Sendable { case source, firstLine }

  package var text: String
  package var origin: Origin

  package init(text: String, origin: Origin) {
    self.text = text
    self.origin = origin
  }
}

/// Who published it: `raw` as the credit line or metadata writes it, `name` as people write it.
package struct SourceCredit: Sendable, Equatable {
  package var name: String
  package var raw: String

  package init(name: String, raw: String) {
    self.name = name
    self.raw = raw
  }
}

/// The opening place-and-date line.
package struct Dateline: Sendable, Equatable {
  package var range: TextRange
  package var place: String?
  package var date: CalendarDate?

  package init(range: TextRange, place: String?, date: CalendarDate?) {
    self.range = range
    self.place = place
    self.date = date
  }
}
