internal import Extraction

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// re3d (Dstl 2017): documents about a war with their relations, of which ours cover some.
struct RE3D {
  struct Relation {
    var type: String
    var source: TextRange
    var target: TextRange
  }

  struct Document {
    var article: Article
    /// People, bodies and places; weapons, sums and dates are nobody.
    var names: [TextRange] = []
    /// Between these.
    var relations: [Relation] = []
  }

  private struct Row: Decodable {
    struct Entity: Decodable {
      var start: Int
      var end: Int
      var type: String

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        start = try values.decode(Int.self)
        end = try values.decode(Int.self)
        type = try values.decode(String.self)
      }
    }

    struct Relation: Decodable {
      var type: String
      var source: Range<Int>
      var target: Range<Int>

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        type = try values.decode(String.self)
        let ends = try (0..<4).map { _ in try values.decode(Int.self) }
        source = ends[0]..<max(ends[0], ends[1])
        target = ends[2]..<max(ends[2], ends[3])
      }
    }

    var id: String
    var text: String
    var entities: [Entity]
    var relations: [Relation]
  }

  private static let whole: Set<String> = ["Person", "Organisation", "Location", "Nationality"]

  static func documents(ndjson bytes: [UInt8]) throws -> [Document] {
    try bytes.split(separator: 0x0a).map { line in
      document(try JSONDecoder().decode(Row.self, from: Data(line)))
    }
  }

  private static func document(_ row: Row) -> Document {
    // Offsets count characters; `ends[n]` is where the nth begins in bytes.
    var ends: [Int] = [0]
    for scalar in row.text.unicodeScalars { ends.append(ends[ends.count - 1] + UTF8.width(scalar)) }
    func range(_ start: Int, _ end: Int) -> TextRange? {
      start >= 0 && start < end && end < ends.count ? TextRange(ends[start], ends[end]) : nil
    }
    var document = Document(article: Article(id: row.id.lowercased(), text: Array(row.text.utf8)))
    document.names = row.entities.filter { whole.contains($0.type) }.compactMap {
      range($0.start, $0.end)
    }
    document.relations = row.relations.compactMap { relation in
      guard let source = range(relation.source.lowerBound, relation.source.upperBound),
        let target = range(relation.target.lowerBound, relation.target.upperBound),
        document.names.contains(source), document.names.contains(target)
      else { return nil }
      return Relation(type: relation.type, source: source, target: target)
    }
    return document
  }

  /// What re3d calls a relation of ours; `nil` where it has no word for it. To like and to be an
  /// ally of, which it keeps apart by what is felt, are one.
  static func type(_ predicate: Extraction.Predicate) -> String? {
    switch predicate {
    case .memberOf, .worksFor, .partOf, .spokespersonOf, .aideTo: "BelongsTo"
    case .headOf, .holdsOffice, .owns, .founded: "InChargeOf"
    case .locatedIn, .capitalOf, .visits, .hosts, .deploysTo: "CoLocated"
    case .withdrawsFrom: "Apart"
    default:
      switch predicate.type {
      case .consult, .request, .agree: "CommWith"
      case .assault, .coerce: "FightingAgainst"
      case .support, .cooperate, .aid: "AlliesOf"
      case .accuse, .reject, .threaten, .sanction, .protest: "Dislikes"
      default: nil
      }
    }
  }

  /// A gold type as `type` writes it; `nil` for what no predicate of ours says.
  static func type(_ gold: String) -> String? {
    switch gold {
    case "Likes", "AlliesOf": "AlliesOf"
    case "BelongsTo", "InChargeOf", "CoLocated", "Apart", "CommWith", "FightingAgainst", "Dislikes":
      gold
    default: nil
    }
  }
}

extension RE3D {
  /// Counts by type. Ours is judged where both its sides touch a name of the gold, and right where
  /// the gold has such a relation of the two, in either order.
  static func judge(_ document: Document, _ analysis: Analysis, showsErrors: Bool)
    -> [String: RelationsQuestion.Count]
  {
    let stated = analysis.relations.filter { $0.modality != .denied }.compactMap { relation in
      relation.subject.flatMap { subject in
        relation.object.flatMap { object in
          type(relation.predicate).map { (type: $0, subject: subject, object: object) }
        }
      }
    }
    func touches(_ argument: Argument, _ range: TextRange) -> Bool {
      if argument.range.overlaps(range) { return true }
      guard let entity = argument.entity else { return false }
      return analysis.mentions.contains { $0.entity == entity && $0.range.overlaps(range) }
    }
    func agree(_ one: (type: String, subject: Argument, object: Argument), _ gold: Relation) -> Bool
    {
      one.type == type(gold.type)
        && (touches(one.subject, gold.source) && touches(one.object, gold.target)
          || touches(one.subject, gold.target) && touches(one.object, gold.source))
    }
    func text(_ range: TextRange) -> String {
      String(decoding: document.article.text[range.indices], as: UTF8.self)
    }
    var counts: [String: RelationsQuestion.Count] = [:]
    for gold in document.relations {
      guard let type = type(gold.type) else { continue }
      let isFound = stated.contains { agree($0, gold) }
      counts[type, default: .init()] += .init(gold: 1, found: isFound ? 1 : 0)
      if showsErrors, !isFound {
        print("  missed", type, text(gold.source), text(gold.target), separator: "\t")
      }
    }
    for one in stated
    where [one.subject, one.object].allSatisfy({ side in
      document.names.contains { $0.overlaps(side.range) }
    }) {
      let isRight = document.relations.contains { agree(one, $0) }
      counts[one.type, default: .init()] += .init(ours: 1, right: isRight ? 1 : 0)
      if showsErrors, !isRight {
        print("  wrong", one.type, text(one.subject.range), text(one.object.range), separator: "\t")
      }
    }
    return counts
  }
}
