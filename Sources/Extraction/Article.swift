package import Formats

/// One news text as it was read: the index's document.
///
/// The text is kept byte for byte; everything found later is a `TextRange` over it.
package struct Article: Sendable {
  /// Lower-case ASCII slug, unique in the corpus: the file's stem, or `id` of JSON input.
  package var id: String
  /// Valid UTF-8, at most `Int32.max` bytes.
  package var text: [UInt8]
  package var metadata: ArticleMetadata

  package init(id: String, text: [UInt8], metadata: ArticleMetadata = ArticleMetadata()) {
    self.id = id
    self.text = text
    self.metadata = metadata
  }
}

/// What came with the text rather than in it (front matter, JSON members); absent is `nil`.
package struct ArticleMetadata: Sendable, Equatable {
  package var title: String?
  package var source: String?
  package var author: String?
  package var url: String?
  package var language: String?
  package var published: PublicationDate?

  package init() {}
}

/// When an article came out, as exactly as is known.
package struct PublicationDate: Sendable, Equatable {
  package enum Precision: UInt8, Sendable { case second, day, month, year, range }
  package enum Basis: UInt8, Sendable { case metadata, dateline, text, related }

  package var earliest: CalendarDate
  package var latest: CalendarDate
  package var precision: Precision
  package var basis: Basis
  /// RFC 3339 as given, where a time of day was given.
  package var timestamp: String?

  package init(
    earliest: CalendarDate, latest: CalendarDate, precision: Precision, basis: Basis,
    timestamp: String? = nil
  ) {
    self.earliest = earliest
    self.latest = latest
    self.precision = precision
    self.basis = basis
    self.timestamp = timestamp
  }
}

/// Half-open UTF-8 byte offsets into an article's original text.
package struct TextRange: Hashable, Comparable, Sendable {
  package var start: Int32
  package var end: Int32

  package init(_ start: Int, _ end: Int) {
    self.start = Int32(start)
    self.end = Int32(end)
  }

  package var count: Int { Int(end - start) }
  package var indices: Range<Int> { Int(start)..<Int(end) }

  package func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
  package func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }

  /// By start; of two with one start, the longer first, so that a container precedes its parts.
  package static func < (a: Self, b: Self) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}
