internal import Extraction
internal import NewsIndex

/// A query parameter that a resource accepts, and what it may hold.
///
/// `openapi.yaml` states the same; a test holds the two together.
package struct Parameter: Sendable {
  package enum Name: String, Sendable, CaseIterable {
    case article, `class`, cursor, depth, entity, form, format, from, include, k, kind, limit
    case maxHops = "max_hops"
    case minWeight = "min_weight"
    case modality, name, object, predicate, pretty
    case publishedFrom = "published_from"
    case publishedTo = "published_to"
    case q, sort, source, speaker, status, subject, to, type
  }

  package enum Value: Sendable {
    /// Any text but the empty one.
    case text
    /// Texts, commas between alternatives.
    case texts
    /// Names of entities by the rule of `{ref}`, commas between alternatives.
    case references
    /// `2024`, `2024-10` or `2024-10-07`.
    case date
    case integer(ClosedRange<Int>, standard: Int)
    /// One of these words.
    case choice([String], standard: String)
    /// Some of these words, commas between them.
    case choices([String])
    /// Keys to sort by, commas between them, `-` before one that descends.
    case sort([String], standard: String)
    /// What `page.next` of an earlier answer carried.
    case cursor
    /// `true` or `false`.
    case flag
  }

  /// How many keys a list is sorted by at most; ids finish every order.
  package static let sortKeyLimit = 3

  package let name: Name
  package let value: Value
  /// True where it may be given again: every one of them must hold.
  package let isRepeatable: Bool
  package let isRequired: Bool

  init(_ name: Name, _ value: Value, isRepeatable: Bool = false, isRequired: Bool = false) {
    self.name = name
    self.value = value
    self.isRepeatable = isRepeatable
    self.isRequired = isRequired
  }
}

// The parameters that resources share.
extension Parameter {
  static let source = Parameter(.source, .texts, isRepeatable: true)
  static let entity = Parameter(.entity, .references, isRepeatable: true)
  static let article = Parameter(.article, .texts, isRepeatable: true)
  static let name = Parameter(.name, .text, isRequired: true)
  static let q = Parameter(.q, .text)
  static let begun = Parameter(.q, .text, isRequired: true)
  static let from = Parameter(.from, .date)
  static let to = Parameter(.to, .date)
  static let publishedFrom = Parameter(.publishedFrom, .date)
  static let publishedTo = Parameter(.publishedTo, .date)
  static let type = Parameter(
    .type, .choices(EntityType.allCases.map(\.word.description)), isRepeatable: true)
  static let kind = Parameter(
    .kind, .choices(MentionKind.allCases.map(\.word.description) + ["*"]), isRepeatable: true)
  static let edgeClass = Parameter(
    .class, .choice(["cooccurrence", "relation"], standard: "cooccurrence"))
  static let subject = Parameter(.subject, .references, isRepeatable: true)
  static let object = Parameter(.object, .references, isRepeatable: true)
  static let speaker = Parameter(.speaker, .references, isRepeatable: true)
  static let predicate = Parameter(
    .predicate, .choices(Predicate.allCases.map(\.name)), isRepeatable: true)
  static let relationType = Parameter(
    .type, .choices(RelationType.allCases.map(\.name)), isRepeatable: true)
  static let modality = Parameter(
    .modality, .choices(Modality.allCases.map(\.word.description)), isRepeatable: true)
  static let status = Parameter(
    .status, .choices(EventStatus.allCases.map(\.word.description)), isRepeatable: true)
  static let form = Parameter(
    .form, .choices(Quotation.Form.allCases.map(\.word.description)), isRepeatable: true)
  static let minWeight = Parameter(.minWeight, .integer(1...1_000_000, standard: 1))
  static let depth = Parameter(.depth, .integer(1...3, standard: 1))
  static let pathStart = Parameter(.from, .text, isRequired: true)
  static let pathEnd = Parameter(.to, .text, isRequired: true)
  static let maxHops = Parameter(.maxHops, .integer(1...8, standard: 4))
  static let pathCount = Parameter(.k, .integer(1...50, standard: 1))
  static let limit = Parameter(.limit, .integer(1...500, standard: 50))
  static let suggestLimit = Parameter(.limit, .integer(1...500, standard: 10))
  static let edgeLimit = Parameter(.limit, .integer(1...500, standard: 100))
  static let cursor = Parameter(.cursor, .cursor)
  static let pretty = Parameter(.pretty, .flag)

  static func sort(_ keys: [String], standard: String) -> Parameter {
    Parameter(.sort, .sort(keys, standard: standard))
  }

  static func include(_ parts: [String]) -> Parameter {
    Parameter(.include, .choices(parts), isRepeatable: true)
  }

  static func format(_ formats: [Format]) -> Parameter {
    Parameter(.format, .choice(formats.map(\.rawValue), standard: formats[0].rawValue))
  }
}
