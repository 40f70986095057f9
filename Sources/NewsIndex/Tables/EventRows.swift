package import Extraction

/// Something that happened, or is said to: the relations of all articles that report it.
package struct EventRow: Sendable {
  /// Reports that a list shows of each.
  package static let reportLimit = 3

  /// Of predicate, participants and first report; the same in every snapshot of the same input.
  package var hash: UInt64
  /// What most reports say.
  package var predicate: Predicate
  package var status: EventStatus
  /// The narrowest that a report tells.
  package var time: TimeOrdinal?
  /// The one that most reports tell.
  package var place: EntityOrdinal?
  package var reportCount: Int32
  package var articleCount: Int32
  /// They end where the next event's begin.
  package var participantsStart: Int32
  package var reportsStart: Int32
}

/// How far an event has come, by the surest of its reports.
package enum EventStatus: UInt8, Sendable, CaseIterable {
  /// A report states it as a fact.
  case occurred
  /// Reports only say that someone says so.
  case reported
  case alleged
  /// It is to happen.
  case planned
  /// Nobody but those who deny it speaks of it.
  case denied

  init(_ modality: Modality) {
    switch modality {
    case .asserted: self = .occurred
    case .reported: self = .reported
    case .alleged: self = .alleged
    case .planned: self = .planned
    case .denied: self = .denied
    }
  }
}

package enum ParticipantRole: UInt8, Sendable, CaseIterable {
  case subject, object
  /// Of an event that its sides do alike, such as a meeting.
  case participant
}

package struct ParticipantRow: Sendable, Hashable {
  package var party: PartyRow
  package var role: ParticipantRole
}

/// One relation's evidence as a report of an event.
package struct EventReportRow: Sendable {
  package var relation: RelationOrdinal
  /// Index into `Tables.relationEvidence`.
  package var evidence: Int32
}

extension Predicate {
  /// Predicates of one type that may report one event: a strike is told as an attack too. Every
  /// other predicate reports only its own.
  var eventFamily: Predicate {
    switch self {
    case .negotiatesWith: .meets
    case .bombs: .attacks
    case .demands: .urges
    default: self
    }
  }
}
