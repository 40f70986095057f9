#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One article as JSON or front matter writes it, under our keys or schema.org's.
struct ArticleRecord: Sendable {
  private(set) var id: String?
  private(set) var text: String?
  private(set) var metadata = ArticleMetadata()
  /// The first member whose value was of no use.
  private var wrongKey: String?

  /// The article; `defaultID` names it where it has no id of its own.
  func article(defaultID: String, limitBytes: Int) throws(ArticleReadError) -> Article {
    if let wrongKey { throw ArticleReadError(.wrongType(key: wrongKey)) }
    guard let text else { throw ArticleReadError(.missingText) }
    let bytes = Array(text.utf8)
    guard !Paragraphs.trimmed(0..<bytes.count, bytes.span).isEmpty else {
      throw ArticleReadError(.empty)
    }
    guard bytes.count <= limitBytes else { throw ArticleReadError(.tooLarge(limit: limitBytes)) }
    return article(text: bytes, defaultID: defaultID)
  }

  func article(text: [UInt8], defaultID: String) -> Article {
    Article(id: ArticleID.slug(id ?? defaultID), text: text, metadata: metadata)
  }

  // MARK: Front matter

  init(_ members: [String: String]) {
    for (key, value) in members {
      guard let field = Field(key), value != "null", value != "~" else { continue }
      set(field, value, rank: Field.rank(key))
    }
  }

  // MARK: Fields

  private enum Field: Hashable {
    case id, text, title, source, author, url, published, language

    init?(_ key: String) {
      switch key {
      case "id", "identifier", "@id": self = .id
      case "text", "body", "articleBody", "articlebody": self = .text
      case "title", "headline", "name": self = .title
      case "source", "publisher": self = .source
      case "author", "creator", "byline": self = .author
      case "url", "mainEntityOfPage": self = .url
      case "published", "date", "datePublished", "datepublished", "dateCreated": self = .published
      case "language", "inLanguage", "inlanguage", "lang": self = .language
      default: return nil
      }
    }

    /// Of two keys for one field, the lower wins.
    static func rank(_ key: String) -> Int {
      switch key {
      case "id", "text", "title", "source", "author", "url", "published", "language": 0
      case "body", "headline", "publisher", "date", "datePublished", "inLanguage", "identifier": 1
      case "articleBody": 2
      default: 3
      }
    }
  }

  private var ranks: [Field: Int] = [:]

  private mutating func set(_ field: Field, _ value: String, rank: Int) {
    guard rank < ranks[field] ?? .max, !value.isEmpty || field == .text else { return }
    ranks[field] = rank
    switch field {
    case .id: id = value
    case .text: text = value
    case .title: metadata.title = CreditLine.trimmed(value)
    case .source: metadata.source = CreditLine.trimmed(value)
    case .author: metadata.author = CreditLine.trimmed(value)
    case .url: metadata.url = CreditLine.trimmed(value)
    case .published: metadata.published = PublicationDate(metadata: value)
    case .language: metadata.language = CreditLine.trimmed(value)
    }
  }
}

// MARK: - JSON

extension ArticleRecord: Decodable {
  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
    init(_ name: String) { stringValue = name }
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Key.self)
    for key in members.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
      guard let field = Field(key.stringValue) else { continue }
      if let value = try Self.string(members, key, field) {
        set(field, value, rank: Field.rank(key.stringValue))
      } else if field == .text || field == .id, !Self.isNull(members, key) {
        wrongKey = wrongKey ?? key.stringValue
      }
    }
  }

  private static func isNull(_ members: KeyedDecodingContainer<Key>, _ key: Key) -> Bool {
    (try? members.decodeNil(forKey: key)) ?? false
  }

  /// A string; a number for an id; the name in an object or list of objects for people and
  /// publishers.
  private static func string(
    _ members: KeyedDecodingContainer<Key>, _ key: Key, _ field: Field
  ) throws -> String? {
    do {
      return try members.decode(String.self, forKey: key)
    } catch DecodingError.dataCorrupted(let context) {
      // A broken escape shows only here: the decoder unescapes when asked.
      throw DecodingError.dataCorrupted(context)
    } catch {}
    switch field {
    case .id, .published:
      return (try? members.decode(Int.self, forKey: key)).map(String.init)
    case .source, .author, .url:
      if let thing = try? members.decode(Named.self, forKey: key) { return thing.name }
      guard let list = try? members.decode([Named].self, forKey: key) else { return nil }
      let names = list.compactMap(\.name)
      return names.isEmpty ? nil : names.joined(separator: ", ")
    case .text:
      return (try? members.decode([String].self, forKey: key))?.joined(separator: "\n\n")
    case .title, .language: return nil
    }
  }

  /// `"name"`, `{"name": "name"}` or `{"@id": "address"}`.
  private struct Named: Decodable {
    var name: String?

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        name = text
        return
      }
      let members = try decoder.container(keyedBy: Key.self)
      name =
        (try? members.decode(String.self, forKey: Key("name")))
        ?? (try? members.decode(String.self, forKey: Key("@id")))
    }
  }

  // MARK: Documents

  /// The record of one JSON object.
  static func decodeOne(_ bytes: [UInt8]) throws(ArticleReadError) -> ArticleRecord {
    try decode(ArticleRecord.self, bytes)
  }

  /// The records of an object, an array of objects, or `{"articles": […]}`.
  static func decodeAll(_ bytes: [UInt8]) throws(ArticleReadError) -> [ArticleRecord] {
    try decode(Document.self, bytes).records
  }

  private struct Document: Decodable {
    var records: [ArticleRecord]

    private struct List: Decodable { var articles: [ArticleRecord] }

    init(from decoder: any Decoder) throws {
      guard let members = try? decoder.container(keyedBy: Key.self) else {
        records = try decoder.singleValueContainer().decode([ArticleRecord].self)
        return
      }
      records =
        members.contains(Key("articles"))
        ? try List(from: decoder).articles : [try ArticleRecord(from: decoder)]
    }
  }

  private static func decode<T: Decodable>(
    _ type: T.Type, _ bytes: [UInt8]
  ) throws(ArticleReadError) -> T {
    // The decoder refuses escapes of half a surrogate pair; the text is worth more than they are.
    let bytes = SurrogateEscapes.repaired(bytes) ?? bytes
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      guard let offset = JSONSyntax.firstFault(in: bytes) else {
        throw ArticleReadError(.notAnArticle)
      }
      throw ArticleReadError(.brokenJSON(offset: offset))
    }
  }
}

/// `\ud83d` without its other half: legal by RFC 8259's grammar, without meaning in Unicode.
enum SurrogateEscapes {
  /// The JSON with every unpaired surrogate escape made `\ufffd`; `nil` where there is none.
  static func repaired(_ json: [UInt8]) -> [UInt8]? {
    var result: [UInt8]?
    var i = 0
    while i + 5 < json.count {
      guard json[i] == UInt8(ascii: "\\") else {
        i += 1
        continue
      }
      guard let unit = unit(json, i), (0xd800...0xdfff).contains(unit) else {
        i += 2
        continue
      }
      if unit < 0xdc00, let low = self.unit(json, i + 6), (0xdc00...0xdfff).contains(low) {
        i += 12
        continue
      }
      result = result ?? json
      result?.replaceSubrange(i + 2..<i + 6, with: [0x66, 0x66, 0x66, 0x64])
      i += 6
    }
    return result
  }

  /// The UTF-16 unit of the escape at `i`, `\u` and four hexadecimal digits.
  private static func unit(_ json: [UInt8], _ i: Int) -> UInt32? {
    guard i + 6 <= json.count, json[i] == UInt8(ascii: "\\"),
      json[i + 1] | 0x20 == UInt8(ascii: "u")
    else { return nil }
    return UInt32(String(decoding: json[i + 2..<i + 6], as: UTF8.self), radix: 16)
  }
}
