internal import Extraction
internal import Formats
internal import NewsIndex

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Articles with what some of their names name, across articles.
struct ResolutionGold {
  /// One entity in one article.
  struct Unit {
    var article: Int
    var ranges: [TextRange]
    /// Equal in all articles that mean it.
    var entity: Int
  }

  private(set) var articles: [Article] = []
  private(set) var units: [Unit] = []

  /// The units of some articles; numbers of articles stay.
  func part(_ isPart: (Int) -> Bool) -> ResolutionGold {
    var part = self
    part.units.removeAll { !isPart($0.article) }
    return part
  }

  // MARK: Re-DocRED

  /// Folded, without a leading article, hyphens as spaces: annotators take "the" into a name here
  /// and leave it out there.
  private static func compared(_ name: String) -> String {
    let words = NameKey.fold(name).split { $0 == " " || $0 == "-" }
    return (words.first == "the" ? words.dropFirst() : words[...]).joined(separator: " ")
  }

  /// Clusters of different documents that share a name of several words are one entity; others,
  /// however alike, are not. What has a name of one word only can be judged by nobody.
  static func shared(_ documents: [CoreferenceGold]) -> ResolutionGold {
    var gold = ResolutionGold()
    var entityOfName: [String: Int] = [:]
    var parents: [Int] = []
    func root(_ entity: Int) -> Int {
      var entity = entity
      while parents[entity] != entity { entity = parents[entity] }
      return entity
    }
    for (index, document) in documents.enumerated() {
      gold.articles.append(Article(id: "document-\(index)", text: document.text))
      let clusters = Dictionary(grouping: document.mentions, by: \.cluster)
      for (_, mentions) in clusters.sorted(by: { $0.key < $1.key }) {
        let names = mentions.map { mention in
          compared(String(decoding: document.text[mention.range.indices], as: UTF8.self))
        }.filter { $0.contains(" ") }
        guard !names.isEmpty else { continue }
        let entity = parents.count
        parents.append(entity)
        for name in names {
          if let other = entityOfName[name] { parents[root(other)] = root(entity) }
          entityOfName[name] = entity
        }
        gold.units.append(Unit(article: index, ranges: mentions.map(\.range), entity: entity))
      }
    }
    for index in gold.units.indices { gold.units[index].entity = root(gold.units[index].entity) }
    return gold
  }

  // MARK: KnowledgeNet

  /// The passages of a document are one article; what a name means, Wikidata says.
  static func facts(ndjson bytes: [UInt8]) throws -> ResolutionGold {
    var gold = ResolutionGold()
    var entityOfItem: [String: Int] = [:]
    for document in try KnowledgeNet.documents(ndjson: bytes) {
      var ranges: [Int: Set<TextRange>] = [:]
      for fact in document.passages.flatMap(\.facts) {
        for name in [fact.subject, fact.object] {
          guard let item = name.item else { continue }
          let entity = entityOfItem[item] ?? entityOfItem.count
          entityOfItem[item] = entity
          ranges[entity, default: []].insert(name.range)
        }
      }
      for (entity, ranges) in ranges.sorted(by: { $0.key < $1.key }) {
        gold.units.append(
          Unit(article: gold.articles.count, ranges: ranges.sorted(), entity: entity))
      }
      gold.articles.append(document.article)
    }
    return gold
  }

  // MARK: Made from articles

  /// Someone of two names, in the articles that name them.
  struct Person {
    var first: String
    var last: String
    var articles: [Int]
  }

  /// People with a first name and a surname in two articles or more, by id.
  static func people(_ snapshot: Snapshot, _ articles: [Article]) -> [Person] {
    var number: [String: Int] = [:]
    for (index, article) in articles.enumerated() { number[article.id] = index }
    var people: [Person] = []
    for index in 0..<snapshot.entityCount {
      let row = snapshot[EntityOrdinal(index)]
      let words = snapshot.string(row.name).split(separator: " ").map(String.init)
      guard row.type == .person, words.count == 2, row.articleCount > 1 else { continue }
      let named = articles.indices.filter { article in
        let text = articles[article].text
        return !occurrences(of: words.joined(separator: " "), in: text).isEmpty
      }
      people.append(Person(first: words[0], last: words[1], articles: named))
    }
    return people.filter { $0.articles.count > 1 }.sorted {
      ($0.last, $0.first) < ($1.last, $1.first)
    }
  }

  /// Pairs of people that no article names both of, the second called by the name of the first.
  static func namesakes(_ articles: [Article], _ people: [Person], seed: UInt64) -> ResolutionGold {
    var random = SeededGenerator(seed: seed)
    var texts = articles.map(\.text)
    var gold = ResolutionGold()
    var wanted: [(name: Person, articles: [Int], entity: Int)] = []
    var rest = people.shuffled(using: &random)
    while let one = rest.popLast() {
      guard
        let at = rest.lastIndex(where: { Set($0.articles).isDisjoint(with: one.articles) })
      else { continue }
      let other = rest.remove(at: at)
      for article in other.articles {
        texts[article] = replacing(other.last, by: one.last, in: texts[article])
        texts[article] = replacing(other.first, by: one.first, in: texts[article])
      }
      wanted.append((one, one.articles, wanted.count))
      wanted.append((one, other.articles, wanted.count))
    }
    gold.articles = zip(articles, texts).map {
      Article(id: $0.id, text: $1, metadata: $0.metadata)
    }
    for (name, articles, entity) in wanted {
      gold.add(name.last, in: articles, as: entity)
    }
    return gold
  }

  /// Every person's name spelt another way in every second of their articles.
  static func spellings(_ articles: [Article], _ people: [Person]) -> ResolutionGold {
    var texts = articles.map(\.text)
    var gold = ResolutionGold()
    var wanted: [(name: String, article: Int, entity: Int)] = []
    let bearers = Dictionary(grouping: people, by: \.last).mapValues(\.count)
    for (entity, person) in people.enumerated() {
      let variant = respelt(person, entity)
      for (place, article) in person.articles.enumerated() {
        if place % 2 == 1 {
          texts[article] = replacing(
            person.first + " " + person.last, by: variant.first + " " + variant.last,
            in: texts[article])
          texts[article] = replacing(person.last, by: variant.last, in: texts[article])
        }
        let name = place % 2 == 1 ? variant : (first: person.first, last: person.last)
        // Of several people of a surname only full names tell whose they are.
        let isShared = bearers[person.last, default: 0] > 1
        wanted.append((isShared ? name.first + " " + name.last : name.last, article, entity))
      }
    }
    gold.articles = zip(articles, texts).map {
      Article(id: $0.id, text: $1, metadata: $0.metadata)
    }
    for (name, article, entity) in wanted { gold.add(name, in: [article], as: entity) }
    return gold
  }

  /// A middle initial more, an initial for the first name, or other letters for the same sounds.
  private static func respelt(_ person: Person, _ turn: Int) -> (first: String, last: String) {
    switch turn % 3 {
    case 0: return (person.first + " B.", person.last)
    case 1: return (person.first.prefix(1) + ".", person.last)
    default:
      for (from, to) in [("ll", "l"), ("ph", "f"), ("ck", "k"), ("oo", "u"), ("ss", "s")] {
        let parts = person.last.split(separator: Substring(from), omittingEmptySubsequences: false)
        if parts.count > 1 { return (person.first, parts.joined(separator: to)) }
      }
      if person.last.hasSuffix("y") { return (person.first, person.last.dropLast() + "i") }
      return (person.first, person.last)
    }
  }

  private mutating func add(_ name: String, in articles: [Int], as entity: Int) {
    for article in articles {
      let ranges = Self.occurrences(of: name, in: self.articles[article].text).map {
        TextRange($0.lowerBound, $0.upperBound)
      }
      if !ranges.isEmpty {
        units.append(Unit(article: article, ranges: ranges, entity: entity))
      }
    }
  }

  // MARK: Words

  private static func occurrences(of name: String, in text: [UInt8]) -> [Range<Int>] {
    let name = Array(name.utf8)
    guard let first = name.first, text.count >= name.count else { return [] }
    var found: [Range<Int>] = []
    var i = 0
    while i + name.count <= text.count {
      let end = i + name.count
      if text[i] == first, i == 0 || !isLetter(text[i - 1]),
        end == text.count || !isLetter(text[end]),
        text[i..<end].elementsEqual(name)
      {
        found.append(i..<end)
        i = end
      } else {
        i += 1
      }
    }
    return found
  }

  private static func replacing(_ name: String, by other: String, in text: [UInt8]) -> [UInt8] {
    var made: [UInt8] = []
    var end = 0
    for range in occurrences(of: name, in: text) {
      made += text[end..<range.lowerBound] + Array(other.utf8)
      end = range.upperBound
    }
    return made + text[end...]
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7a).contains(byte | 0x20) || byte == UInt8(ascii: "-")
  }
}
