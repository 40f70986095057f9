internal import Extraction

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// KnowledgeNet (Mesquita and others 2019): passages with the facts of a property that they state.
struct KnowledgeNet {
  struct Name {
    var range: TextRange
    /// The Wikidata id, where it has one.
    var item: String?
  }

  struct Fact {
    var property: String
    var subject: Name
    var object: Name
  }

  struct Passage {
    var range: TextRange
    /// All that was asked of the passage, whether it states such a fact or not.
    var properties: Set<String>
    var facts: [Fact]
  }

  /// The passages of a document, one a line.
  struct Document {
    var article: Article
    var passages: [Passage]
  }

  private struct Row: Decodable {
    /// `[start, end, text, Wikidata id or null]` in characters.
    struct Name: Decodable {
      var start: Int
      var end: Int
      var item: String?

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        start = try values.decode(Int.self)
        end = try values.decode(Int.self)
        _ = try values.decode(String.self)
        item = try values.decodeIfPresent(String.self)
      }
    }

    var doc: String
    var start: Int
    var property: String
    var text: String
    var subject: Name?
    var object: Name?
  }

  /// By document.
  static func documents(ndjson bytes: [UInt8]) throws -> [Document] {
    let rows = try bytes.split(separator: 0x0a).map { line in
      try JSONDecoder().decode(Row.self, from: Data(line))
    }
    return Dictionary(grouping: rows, by: \.doc).sorted { $0.key < $1.key }.map { id, rows in
      var text: [UInt8] = []
      var passages: [Passage] = []
      for (_, rows) in Dictionary(grouping: rows, by: \.start).sorted(by: { $0.key < $1.key }) {
        passages.append(passage(rows, at: text.count))
        text += Array(rows[0].text.utf8) + [0x0a]
      }
      return Document(article: Article(id: "document-" + id, text: text), passages: passages)
    }
  }

  private static func passage(_ rows: [Row], at start: Int) -> Passage {
    let scalars = Array(rows[0].text.unicodeScalars)
    func name(_ name: Row.Name?) -> Name? {
      guard let name, name.start >= 0, name.start < name.end, name.end <= scalars.count else {
        return nil
      }
      let first = start + byteCount(scalars[..<name.start])
      let end = first + byteCount(scalars[name.start..<name.end])
      return Name(range: TextRange(first, end), item: name.item)
    }
    return Passage(
      range: TextRange(start, start + byteCount(scalars[...])),
      properties: Set(rows.map(\.property)),
      facts: rows.compactMap { row in
        guard let subject = name(row.subject), let object = name(row.object) else { return nil }
        return Fact(property: row.property, subject: subject, object: object)
      })
  }

  private static func byteCount(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + UTF8.width($1) }
  }
}
