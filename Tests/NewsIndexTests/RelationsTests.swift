import Extraction
import Formats
import Testing

@testable import NewsIndex

private let predicates: [Predicate] = [.meets, .visits, .accuses, .headOf, .attacks]

/// Seeded articles with relations between what their sentences mention.
private func relatedArticles(_ count: Int, seed: UInt64) -> [(Article, Analysis)] {
  var random = SeededGenerator(seed: seed)
  return seededDrafts(count, seed: seed).map { draft in
    var (article, analysis) = draft.made
    for (index, sentence) in analysis.sentences.enumerated() {
      let own = analysis.mentions.filter { Int($0.sentence) == index }
      for _ in 0..<Int.random(in: 0...2, using: &random) where !own.isEmpty {
        let pick = (0..<3).map { _ in own[Int.random(in: 0..<own.count, using: &random)] }
        let isDescribed = Int.random(in: 0..<4, using: &random) == 0
        let object = Argument(range: pick[1].range, entity: isDescribed ? nil : pick[1].entity)
        analysis.relations.append(
          Relation(
            predicate: predicates[Int.random(in: 0..<predicates.count, using: &random)],
            subject: Argument(range: pick[0].range, entity: pick[0].entity),
            object: Int.random(in: 0..<6, using: &random) == 0 ? nil : object,
            sentence: Int32(index),
            trigger: TextRange(
              Int(sentence.range.start), Int(sentence.range.start) + 2),
            modality: Modality.allCases[Int.random(in: 0..<3, using: &random)],
            attribution: Int.random(in: 0..<3, using: &random) == 0
              ? Argument(range: pick[2].range, entity: pick[2].entity) : nil,
            confidence: UInt8.random(in: 50...90, using: &random)))
        analysis.quotations.append(
          Quotation(
            form: isDescribed ? .partial : index % 4 == 1 ? .indirect : .direct,
            range: pick[2].range, sentence: Int32(index),
            speaker: Argument(range: pick[0].range, entity: isDescribed ? nil : pick[0].entity),
            confidence: 70))
      }
    }
    return (article, analysis)
  }
}

private func relatedSnapshot(_ articles: [(Article, Analysis)]) -> Snapshot {
  var builder = SnapshotBuilder()
  for (article, analysis) in articles { builder.add(article, analysis) }
  return builder.finish(builtAt: 0)
}

private let articles = relatedArticles(200, seed: 11)
private let corpus = relatedSnapshot(articles)

/// The items of all pages of a query.
func allPages<Item>(limit: Int, _ ask: (PageRequest) -> Page<Item>) -> [Item] {
  var items: [Item] = []
  var request = PageRequest(limit: limit)
  while true {
    let page = ask(request)
    items += page.items
    guard let next = page.next else {
      #expect(items.count == page.total)
      return items
    }
    request.after = next
    precondition(items.count < 100_000)
  }
}

@Test func `relations agree with their lists`() {
  #expect(corpus.relationCount > 100)
  #expect(corpus.checkInvariants() == nil)
}

@Test func `a relation is what its evidences share, whatever the article`() {
  var expected: [String: Int] = [:]
  for (article, analysis) in articles {
    func name(_ argument: Argument?) -> String {
      guard let argument else { return "-" }
      if let entity = argument.entity { return analysis.entities[Int(entity)].name }
      return "“" + String(decoding: article.text[argument.range.indices], as: UTF8.self) + "”"
    }
    for relation in analysis.relations {
      var ends = [name(relation.subject), name(relation.object)]
      if relation.predicate.isSymmetric { ends.sort() }
      let isDescribed = ends.contains { $0.hasPrefix("“") }
      let key =
        "\(ends) \(relation.predicate) \(relation.modality) \(name(relation.attribution)) "
        + (isDescribed ? article.id : "")
      expected[key, default: 0] += 1
    }
  }
  #expect(corpus.relationCount == expected.count)
  #expect(
    corpus.tables.relations.map { Int($0.evidenceCount) } == expected.values.sorted(by: >))
}

@Test func `the order of adding leaves no trace in relations`() {
  var random = SeededGenerator(seed: 5)
  let other = relatedSnapshot(articles.shuffled(using: &random))
  #expect(other.id == corpus.id)
  #expect(other.tables.relations.map(\.hash) == corpus.tables.relations.map(\.hash))
  #expect(other.tables.quotations.map(\.range) == corpus.tables.quotations.map(\.range))
}

@Test func `the id of a relation stays when other articles come`() {
  let half = relatedSnapshot(Array(articles.prefix(100)))
  let all = Set(corpus.tables.relations.map(\.hash))
  #expect(half.tables.relations.allSatisfy { all.contains($0.hash) })
}

@Test func `relations are those a plain filter finds, in every page size`() {
  var random = SeededGenerator(seed: 6)
  func some() -> [EntityOrdinal] {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in
      EntityOrdinal(Int.random(in: 0..<corpus.entityCount, using: &random))
    }
  }
  for round in 0..<200 {
    var query = RelationQuery()
    if round % 2 == 0 { query.entities.append(some()) }
    if round % 7 == 1 { query.subjects.append(some()) }
    if round % 7 == 2 { query.objects.append(some()) }
    if round % 3 == 0 { query.predicates = [.meets, .visits, .kills] }
    if round % 5 == 0 { query.modalities = [.planned, .denied] }
    if round % 6 == 1 { query.articles = (0..<9).map { ArticleOrdinal($0 * 20) } }
    if round % 4 > 1 { query.published.from = CalendarDate(daysSinceEpoch: 19_010) }
    if round % 8 > 3 { query.published.to = CalendarDate(daysSinceEpoch: 19_025) }
    let sorted = round % 9 == 0
    if sorted { query.sort = [Sort(.confidence, descending: true)] }
    let matching = (0..<corpus.relationCount).map { RelationOrdinal($0) }.filter {
      meets($0, query)
    }
    let bounded = matching.filter { relation in
      guard query.published.isBounded else { return true }
      return corpus.evidence(of: relation).contains { evidence in
        let article = corpus[corpus[evidence.sentence].article]
        guard let first = article.earliest, let last = article.latest else { return false }
        return query.published.from.map { $0 <= last } ?? true
          && query.published.to.map { first <= $0 } ?? true
      }
    }
    let found = allPages(limit: [1, 7, 500][round % 3]) { corpus.relations(query, $0) }
    #expect(sorted ? Set(found) == Set(bounded) : found == bounded, "\(query)")
    if sorted {
      let confidences = found.map { corpus[$0].confidence }
      #expect(confidences == confidences.sorted(by: >))
    }
    let undated = matching.count { relation in
      corpus.evidence(of: relation).allSatisfy {
        corpus[corpus[$0.sentence].article].earliest == nil
      }
    }
    #expect(
      corpus.relations(query, PageRequest(limit: 1)).undated
        == (query.published.isBounded ? undated : 0))
  }
}

private func meets(_ relation: RelationOrdinal, _ query: RelationQuery) -> Bool {
  let row = corpus[relation]
  let ends = [row.subject.entity, row.object.entity].compactMap(\.self)
  let inArticles = Set(corpus.evidence(of: relation).map { corpus[$0.sentence].article })
  return query.entities.allSatisfy { !$0.allSatisfy { !ends.contains($0) } }
    && query.subjects.allSatisfy { $0.contains { $0 == row.subject.entity } }
    && query.objects.allSatisfy { $0.contains { $0 == row.object.entity } }
    && query.predicates.contains(row.predicate) && query.modalities.contains(row.modality)
    && query.articles?.contains { inArticles.contains($0) } ?? true
}

@Test func `quotations are those a plain filter finds`() {
  for round in 0..<60 {
    var query = QuotationQuery()
    if round % 2 == 0 {
      query.speakers = [[EntityOrdinal(round % corpus.entityCount), EntityOrdinal(0)]]
    }
    if round % 3 == 0 { query.forms = [.partial, .scare] }
    if round % 7 == 3 { query.forms = [.direct, .indirect] }
    if round % 5 == 0 { query.articles = [ArticleOrdinal(round), ArticleOrdinal(3)] }
    if round % 4 == 1 { query.published.from = CalendarDate(daysSinceEpoch: 19_020) }
    let expected = (0..<corpus.quotationCount).map { QuotationOrdinal($0) }.filter {
      let row = corpus[$0]
      let article = corpus[row.sentence].article
      let isAsked = query.speakers.allSatisfy { $0.contains { $0 == row.speaker.entity } }
      let isWithin =
        query.published.from.map { from in
          corpus[article].latest.map { from <= $0 } ?? false
        } ?? true
      return isAsked && query.forms.contains(row.form)
        && query.articles?.contains(article) ?? true && isWithin
    }
    let found = allPages(limit: [1, 4, 500][round % 3]) { corpus.quotations(query, $0) }
    #expect(found == expected, "\(query)")
  }
}

@Test func `the graph of relations has each relation between two entities as an edge`() {
  var query = GraphQuery()
  query.edgeClass = .relation
  query.limit = 100_000
  let whole = corpus.graph(query)
  let edges = (0..<corpus.relationCount).map { RelationOrdinal($0) }.filter {
    corpus[$0].ends != nil
  }
  #expect(whole.edges == edges.map { .relation($0) })
  #expect(!whole.isTruncated)
  for entity in 0..<corpus.entityCount {
    var query = NeighborQuery(entity: EntityOrdinal(entity))
    query.edgeClass = .relation
    let own = allPages(limit: 5) { corpus.neighbors(query, $0) }
    let expected = edges.filter {
      corpus[$0].subject.entity?.index == entity || corpus[$0].object.entity?.index == entity
    }
    #expect(own.map(\.edge) == expected.map { .relation($0) })
    #expect(own.allSatisfy { $0.entity.index != entity })
  }
}

@Test func `relations and quotations that an analysis gets wrong are dropped`() {
  var analysis = Analysis()
  analysis.sentences = [Sentence(range: TextRange(0, 7), zone: .body, tokens: 0..<0)]
  analysis.entities = [ArticleEntity(name: "Ann", type: .person)]
  analysis.mentions = [
    Mention(range: TextRange(0, 3), sentence: 0, entity: 0, kind: .name, confidence: 9)
  ]
  let ann = Argument(range: TextRange(0, 3), entity: 0)
  for (subject, sentence, trigger) in [
    (ann, 0, TextRange(4, 7)), (ann, 1, TextRange(4, 7)), (ann, 0, TextRange(4, 9)),
    (ann, 0, TextRange(7, 4)), (ann, -1, TextRange(4, 7)),
    (Argument(range: TextRange(0, 3), entity: 4), 0, TextRange(4, 7)),
    (Argument(range: TextRange(0, 99), entity: nil), 0, TextRange(4, 7)),
  ] {
    analysis.relations.append(
      Relation(
        predicate: .died, subject: subject, object: nil, sentence: Int32(sentence),
        trigger: trigger, place: 7,
        qualifiers: [Qualifier(kind: .title, range: TextRange(-2, 99))], confidence: 1))
  }
  for (range, sentence) in [(TextRange(0, 3), 0), (TextRange(0, 8), 0), (TextRange(0, 3), 2)] {
    analysis.quotations.append(
      Quotation(
        form: .direct, range: range, sentence: Int32(sentence),
        speaker: Argument(range: TextRange(0, 3), entity: -1), confidence: 1))
  }
  let made = relatedSnapshot([(Article(id: "a", text: Array("Ann ran".utf8)), analysis)])
  #expect(made.relationCount == 1)
  #expect(made.quotationCount == 1)
  #expect(made.checkInvariants() == nil)
}
