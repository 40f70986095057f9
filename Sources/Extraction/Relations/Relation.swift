package import Formats

/// A directed pair of one article, with what the text commits to and where it says so.
///
/// The same subject, predicate and object under another modality or attribution is another
/// relation.
package struct Relation: Sendable, Equatable {
  package var predicate: Predicate
  /// `nil` where the text names none, as in "was arrested".
  package var subject: Argument?
  /// `nil` where the text names none, as in "died" or "resigned".
  package var object: Argument?
  package var modality: Modality
  package var tense: Tense
  /// Who says, alleges or denies it, where the text tells.
  package var attribution: Argument?
  /// Index into `Analysis.sentences`.
  package var sentence: Int32
  /// The word or words that state the relation.
  package var trigger: TextRange
  /// When it happened: the index into `Analysis.times` of the words that tell.
  package var time: Int32?
  /// Index into `Analysis.entities`.
  package var place: Int32?
  package var qualifiers: [Qualifier]
  /// Calibrated probability in hundredths, 0...100.
  package var confidence: UInt8

  package init(
    predicate: Predicate, subject: Argument?, object: Argument?, sentence: Int32,
    trigger: TextRange, modality: Modality = .asserted, tense: Tense = .none,
    attribution: Argument? = nil, time: Int32? = nil, place: Int32? = nil,
    qualifiers: [Qualifier] = [], confidence: UInt8
  ) {
    self.predicate = predicate
    self.subject = subject
    self.object = object
    self.modality = modality
    self.tense = tense
    self.attribution = attribution
    self.sentence = sentence
    self.trigger = trigger
    self.time = time
    self.place = place
    self.qualifiers = qualifiers
    self.confidence = confidence
  }
}

/// One end of a relation: a range that stands for an entity, or for someone described only.
package struct Argument: Sendable, Hashable {
  package var range: TextRange
  /// Index into `Analysis.entities`; `nil` for "two officials", whom no name is known for.
  package var entity: Int32?

  package init(range: TextRange, entity: Int32?) {
    self.range = range
    self.entity = entity
  }
}

/// What the text commits to.
package enum Modality: UInt8, Sendable, CaseIterable {
  case asserted
  /// Will, would, is to, is expected to.
  case planned
  /// Reportedly, is accused of, is suspected of.
  case alleged
  /// Negated, or someone denies it.
  case denied
  /// Someone says so.
  case reported
}

package enum Tense: UInt8, Sendable, CaseIterable {
  /// A noun or a participle, which has none.
  case none
  case past, present, future
}

/// What else the text says of a relation.
package struct Qualifier: Sendable, Equatable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// "foreign minister".
    case title
    /// "$1.7 billion".
    case amount
    /// "drones and missiles".
    case goods
    /// The office is a past one; the range is of the word that says so.
    case former
  }

  package var kind: Kind
  package var range: TextRange

  package init(kind: Kind, range: TextRange) {
    self.kind = kind
    self.range = range
  }
}

/// A day, or the first and last day of a stretch of time.
package struct DateRange: Sendable, Hashable {
  package enum Precision: UInt8, Sendable, CaseIterable { case day, week, month, year, range }

  package var earliest: CalendarDate
  package var latest: CalendarDate
  package var precision: Precision

  package init(earliest: CalendarDate, latest: CalendarDate, precision: Precision) {
    self.earliest = earliest
    self.latest = latest
    self.precision = precision
  }
}
