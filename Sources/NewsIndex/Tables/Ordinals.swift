/// A dense row number inside one snapshot: never sent out, meaningless in another snapshot.
package protocol Ordinal: Hashable, Comparable, Sendable {
  var value: Int32 { get }
  init(_ value: Int32)
}

extension Ordinal {
  package var index: Int { Int(value) }
  package init(_ index: Int) { self.init(Int32(truncatingIfNeeded: index)) }
  package static func < (a: Self, b: Self) -> Bool { a.value < b.value }
}

/// Articles stand newest first, undated ones last, of equal dates by id.
package struct ArticleOrdinal: Ordinal {
  package let value: Int32
  package init(_ value: Int32) { self.value = value }
}

/// Entities stand by number of mentions, highest first, of equal numbers by id.
package struct EntityOrdinal: Ordinal {
  package let value: Int32
  package init(_ value: Int32) { self.value = value }
}

/// Mentions stand in article order, then by range.
package struct MentionOrdinal: Ordinal {
  package let value: Int32
  package init(_ value: Int32) { self.value = value }
}

/// Sentences stand in article order, then by position.
package struct SentenceOrdinal: Ordinal {
  package let value: Int32
  package init(_ value: Int32) { self.value = value }
}

/// Cooccurrences stand by weight, highest first.
package struct EdgeOrdinal: Ordinal {
  package let value: Int32
  package init(_ value: Int32) { self.value = value }
}

/// Sources stand by name.
package struct SourceOrdinal: Ordinal {
  package let value: Int32
  package init(_ value: Int32) { self.value = value }
}

/// Relations stand by number of evidences, highest first, of equal numbers by id.
package struct RelationOrdinal: Ordinal {
  package let value: Int32
  package init(_ value: Int32) { self.value = value }
}

/// Events stand by number of reports, highest first, of equal numbers by id.
package struct EventOrdinal: Ordinal {
  package let value: Int32
  package init(_ value: Int32) { self.value = value }
}

/// Time expressions stand in article order, then by range.
package struct TimeOrdinal: Ordinal {
  package let value: Int32
  package init(_ value: Int32) { self.value = value }
}

/// Quotations stand in article order, then by range.
package struct QuotationOrdinal: Ordinal {
  package let value: Int32
  package init(_ value: Int32) { self.value = value }
}
