package import Extraction

/// One end of a relation, or who says something.
///
/// Absent where the text names nobody; `entity` is `nil` for those it describes only ("two
/// officials"), who are told apart by `text` and by their article.
package struct PartyRow: Sendable, Hashable {
  package var entity: EntityOrdinal?
  /// What the text calls those it describes only; empty where `entity` is known.
  package var text = HeapRange()

  package var isAbsent: Bool { entity == nil && text.isEmpty }
}

/// A relation summed over the articles: what its evidences share.
package struct RelationRow: Sendable {
  /// Evidences that a list shows of each.
  package static let evidenceLimit = 3

  /// Of all that makes it this relation; the same in every snapshot of the same input.
  package var hash: UInt64
  package var predicate: Predicate
  package var modality: Modality
  /// The highest of its evidences, in hundredths.
  package var confidence: UInt8
  package var subject: PartyRow
  package var object: PartyRow
  package var attribution: PartyRow
  package var articleCount: Int32 = 0
  package var evidenceCount: Int32 = 0
  /// The narrowest date that its evidences give; `nil` where another of theirs does not hold it.
  package var time: TimeOrdinal?
  /// The one that every evidence with a place gives; `nil` where they differ.
  package var place: EntityOrdinal?
  /// It ends where the next relation's begins.
  package var evidenceStart: Int32 = 0

  /// Both ends where they are two entities: what makes it an edge of the graph.
  package var ends: (source: EntityOrdinal, target: EntityOrdinal)? {
    guard let source = subject.entity, let target = object.entity, source != target else {
      return nil
    }
    return (source, target)
  }
}

/// A sentence that supports a relation.
package struct RelationEvidenceRow: Sendable {
  package var sentence: SentenceOrdinal
  package var trigger: TextRange
  /// `nil` where the text has none, or has it in another sentence.
  package var subject: TextRange?
  package var object: TextRange?
  package var tense: Tense
  package var confidence: UInt8
  /// The words that tell when; they may be open.
  package var time: TimeOrdinal?
  package var place: EntityOrdinal?
  package var qualifiersStart: Int32
  package var qualifierCount: Int32
}

package struct QuotationRow: Sendable {
  package var range: TextRange
  /// It begins in.
  package var sentence: SentenceOrdinal
  package var form: Quotation.Form
  package var speaker: PartyRow
  package var via: PartyRow
  package var cue: TextRange?
  package var modality: Modality
  package var confidence: UInt8
}
