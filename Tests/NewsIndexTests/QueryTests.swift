import Extraction
import Formats
import Testing

@testable import NewsIndex

private let corpus = snapshot(seededDrafts(300, seed: 1))

/// All pages of a query, each asked for with the cursor position of the one before.
private func pages<Item>(limit: Int, _ ask: (PageRequest) -> Page<Item>) -> (
  items: [Item], total: Int
) {
  var items: [Item] = []
  var request = PageRequest(limit: limit)
  while true {
    let page = ask(request)
    items += page.items
    guard let next = page.next else { return (items, page.total) }
    request.after = next
    precondition(items.count < 1_000_000)
  }
}

private let articlesOfEntity = Dictionary(
  grouping: corpus.tables.mentions, by: \.entity
).mapValues { Set($0.map { corpus.article(of: $0) }) }

private func articles(of entity: EntityOrdinal) -> Set<ArticleOrdinal> {
  articlesOfEntity[entity] ?? []
}

@Test func `rows and lists agree with each other`() {
  #expect(corpus.checkInvariants() == nil)
}

@Test func `articles are those a plain filter finds, in every order and page size`() {
  var random = SeededGenerator(seed: 2)
  for round in 0..<300 {
    var query = ArticleQuery()
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      query.entities.append(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          EntityOrdinal(Int.random(in: 0..<corpus.entityCount, using: &random))
        })
    }
    if round % 3 == 0 {
      query.sources.append(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          SourceOrdinal(Int.random(in: 0..<corpus.tables.sources.count, using: &random))
        })
    }
    if round % 4 > 1 { query.published.from = CalendarDate(daysSinceEpoch: 19_005) }
    if round % 8 > 2 {
      query.published.to = CalendarDate(daysSinceEpoch: 19_000 + Int32(round % 40))
    }
    let keys = ArticleQuery.SortKey.allCases
    query.sort = (0..<round % 3).map { _ in
      Sort(
        keys[Int.random(in: 0..<keys.count, using: &random)],
        descending: Bool.random(using: &random))
    }
    let matching = (0..<corpus.articleCount).map { ArticleOrdinal($0) }.filter { article in
      query.entities.allSatisfy { $0.contains { articles(of: $0).contains(article) } }
        && query.sources.allSatisfy { $0.contains { corpus[article].source == $0 } }
    }
    let bounded = matching.filter { article in
      guard query.published.isBounded else { return true }
      guard let first = corpus[article].earliest, let last = corpus[article].latest else {
        return false
      }
      return query.published.from.map { $0 <= last } ?? true
        && query.published.to.map { first <= $0 } ?? true
    }
    let expected = bounded.sorted { precedes($0, $1, query.sort) }
    let limit = [1, 7, 50, 500][round % 4]
    let found = pages(limit: limit) { corpus.articles(query, $0) }
    #expect(found.items == expected, "\(query)")
    #expect(found.total == expected.count)
    let undated = matching.filter { corpus[$0].earliest == nil }.count
    #expect(
      corpus.articles(query, PageRequest(limit: 1)).undated
        == (query.published.isBounded ? undated : 0))
  }
}

private func precedes(
  _ a: ArticleOrdinal, _ b: ArticleOrdinal, _ sort: [Sort<ArticleQuery.SortKey>]
) -> Bool {
  let sort = sort.isEmpty ? [Sort(.published, descending: true)] : sort
  func text(_ range: HeapRange) -> String? {
    range.isEmpty ? nil : String(decoding: corpus.key(of: range), as: UTF8.self)
  }
  func order<T: Comparable>(_ x: T?, _ y: T?, _ isDescending: Bool) -> Bool? {
    guard let x, let y else { return (x == nil) == (y == nil) ? nil : x != nil }
    return x == y ? nil : (x < y) != isDescending
  }
  for one in sort {
    let (x, y) = (corpus[a], corpus[b])
    let found =
      switch one.key {
      case .published: order(x.earliest, y.earliest, one.isDescending)
      case .id: order(corpus.string(x.id), corpus.string(y.id), one.isDescending)
      case .title: order(text(x.title), text(y.title), one.isDescending)
      case .source: order(x.source, y.source, one.isDescending)
      case .words: order(x.wordCount, y.wordCount, one.isDescending)
      case .mentions: order(x.nameMentionCount, y.nameMentionCount, one.isDescending)
      }
    if let found { return found }
  }
  return corpus.string(corpus[a].id) < corpus.string(corpus[b].id)
}

@Test func `mentions are those a plain filter finds, newest or oldest first`() {
  var random = SeededGenerator(seed: 3)
  for round in 0..<200 {
    var query = MentionQuery(
      entity: EntityOrdinal(Int.random(in: 0..<corpus.entityCount, using: &random)))
    if round % 3 == 0 {
      query.kinds = Set(MentionKind.allCases.filter { _ in Bool.random(using: &random) })
    }
    if round % 4 == 1 {
      query.articles = (0..<5).map { _ in
        ArticleOrdinal(Int.random(in: 0..<corpus.articleCount, using: &random))
      }
    }
    if round % 7 == 2 { query.entities = [] }
    if round % 7 > 4 {
      query.entities.append((0..<20).map { EntityOrdinal($0) })
      query.types = [.person, .place]
    }
    if round % 5 > 2 { query.published.from = CalendarDate(daysSinceEpoch: 19_011) }
    query.order = round % 2 == 0 ? .newestFirst : .oldestFirst
    let matching = (0..<corpus.mentionCount).map { MentionOrdinal($0) }.filter {
      let row = corpus[$0]
      return query.entities.allSatisfy { $0.contains(row.entity) }
        && (query.types?.contains(corpus[row.entity].type) ?? true)
        && query.kinds.contains(row.kind)
        && (query.articles?.contains(corpus.article(of: row)) ?? true)
    }
    let bounded = matching.filter {
      guard let from = query.published.from else { return true }
      return corpus[corpus.article(of: corpus[$0])].latest.map { from <= $0 } ?? false
    }
    let expected =
      query.order == .newestFirst
      ? bounded
      : bounded.sorted { a, b in
        let x = corpus[corpus.article(of: corpus[a])].earliest?.daysSinceEpoch ?? .max
        let y = corpus[corpus.article(of: corpus[b])].earliest?.daysSinceEpoch ?? .max
        return (x, a) < (y, b)
      }
    let found = pages(limit: [1, 3, 100][round % 3]) { corpus.mentions(query, $0) }
    #expect(found.items == expected, "\(query)")
    #expect(found.total == expected.count)
  }
}

@Test func `entities are those a plain filter finds`() {
  var random = SeededGenerator(seed: 4)
  let prefixes = ["a", "Be", "an", "ann a", "o", "nor", "zz", "É", ""]
  for round in 0..<200 {
    var query = EntityQuery()
    if round % 2 == 0 { query.prefix = prefixes[round / 2 % prefixes.count] }
    if round % 3 == 0 {
      query.types = [[.person], [.place, .person], [.event]][round / 3 % 3..<round / 3 % 3 + 1].map
      { Set($0) }
    }
    let keys = EntityQuery.SortKey.allCases
    query.sort = (0..<round % 3).map { _ in
      Sort(
        keys[Int.random(in: 0..<keys.count, using: &random)],
        descending: Bool.random(using: &random))
    }
    let expected = (0..<corpus.entityCount).map { EntityOrdinal($0) }.filter { entity in
      query.types.allSatisfy { $0.contains(corpus[entity].type) }
        && (query.prefix.map { hasWord(entity, $0) } ?? true)
    }.sorted { precedes($0, $1, query.sort) }
    let found = pages(limit: [1, 4, 500][round % 3]) { corpus.entities(query, $0) }
    #expect(found.items == expected, "\(query)")
    #expect(found.total == expected.count)
  }
}

private func hasWord(_ entity: EntityOrdinal, _ prefix: String) -> Bool {
  let names =
    [corpus.string(corpus[entity].name)]
    + corpus.aliases(of: entity).filter { $0.kind != .epithet }.map { corpus.string($0.text) }
  let key = NameKey.fold(prefix)
  return names.contains { name in
    let own = NameKey.fold(name)
    return own.hasPrefix(key) || own.contains(" " + key)
  }
}

private func precedes(
  _ a: EntityOrdinal, _ b: EntityOrdinal, _ sort: [Sort<EntityQuery.SortKey>]
) -> Bool {
  let sort = sort.isEmpty ? [Sort(.mentions, descending: true)] : sort
  let (x, y) = (corpus[a], corpus[b])
  func order<T: Comparable>(_ x: T?, _ y: T?, _ isDescending: Bool) -> Bool? {
    guard let x, let y else { return (x == nil) == (y == nil) ? nil : x != nil }
    return x == y ? nil : (x < y) != isDescending
  }
  for one in sort {
    let found =
      switch one.key {
      case .mentions: order(x.nameMentionCount, y.nameMentionCount, one.isDescending)
      case .articles: order(x.articleCount, y.articleCount, one.isDescending)
      case .name:
        order(
          NameKey.fold(corpus.string(x.name)), NameKey.fold(corpus.string(y.name)), one.isDescending
        )
      case .id: order(corpus.string(x.id), corpus.string(y.id), one.isDescending)
      case .firstSeen: order(x.firstSeen, y.firstSeen, one.isDescending)
      case .lastSeen: order(x.lastSeen, y.lastSeen, one.isDescending)
      }
    if let found { return found }
  }
  return corpus.string(x.id) < corpus.string(y.id)
}

@Test func `neighbors and graph are those a walk over all sentences finds`() {
  var weights: [[Int32]: Int32] = [:]
  for sentence in 0..<corpus.sentenceCount {
    let present = Set(
      corpus.tables.mentions.filter { $0.sentence.index == sentence && $0.kind.isName }
        .map(\.entity.value))
    for a in present { for b in present where a < b { weights[[a, b], default: 0] += 1 } }
  }
  #expect(corpus.edgeCount == weights.count)
  for edge in corpus.tables.edges {
    let key = [edge.source.value, edge.target.value].sorted()
    #expect(weights[key] == edge.weight)
    #expect(edge.evidenceSentences.count == min(3, Int(edge.weight)))
  }
  for entity in 0..<corpus.entityCount {
    var query = NeighborQuery(entity: EntityOrdinal(entity))
    query.minWeight = 2
    let found = pages(limit: 3) { corpus.neighbors(query, $0) }
    let expected = weights.filter { $0.key.contains(Int32(entity)) && $0.value >= 2 }
    #expect(found.total == expected.count)
    #expect(found.items.count == expected.count)
    #expect(found.items.map { corpus.weight(of: $0.edge) } == expected.values.sorted(by: >))
  }
  var query = GraphQuery()
  query.types = [.person]
  query.minWeight = 2
  query.limit = 5
  let graph = corpus.graph(query)
  let expected = weights.filter { pair, weight in
    weight >= 2 && pair.allSatisfy { corpus[EntityOrdinal($0)].type == .person }
  }
  #expect(
    graph.edges.map { corpus.weight(of: $0) } == Array(expected.values.sorted(by: >).prefix(5)))
  #expect(graph.omittedEdgeCount == max(0, expected.count - 5))
}

@Test func `a graph around an entity grows with depth and says what it leaves out`() {
  var query = GraphQuery()
  query.entities = [EntityOrdinal(0)]
  query.limit = 1000
  let near = corpus.graph(query)
  #expect(
    near.edges.allSatisfy {
      [corpus.ends(of: $0).source, corpus.ends(of: $0).target].contains(EntityOrdinal(0))
    })
  #expect(!near.isTruncated)
  query.depth = 3
  #expect(corpus.graph(query).edges.count > near.edges.count)
  query.depth = 1
  query.limit = 2
  let cut = corpus.graph(query)
  #expect(cut.edges.count == 2)
  #expect(cut.omittedEdgeCount == near.edges.count - 2)
  #expect(cut.isOmittedCountExact)
}
