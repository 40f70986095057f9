import Extraction
import Formats
import Testing

@testable import NewsIndex

private let drafts = seededDrafts(120, seed: 21)
private let corpus = snapshot(drafts)

/// Every simple path between two entities, by a plain walk over the edges.
private func allPaths(_ query: PathQuery, _ path: [EntityOrdinal]) -> [[EntityOrdinal]] {
  let last = path[path.count - 1]
  if last == query.to { return [path] }
  if path.count > query.hopLimit { return [] }
  let next = corpus.tables.edges.compactMap { edge -> EntityOrdinal? in
    guard edge.weight >= query.minWeight else { return nil }
    return edge.source == last ? edge.target : edge.target == last ? edge.source : nil
  }
  return next.filter {
    !path.contains($0) && ($0 == query.to || query.types.contains(corpus[$0].type))
  }.flatMap { allPaths(query, path + [$0]) }
}

private func weight(_ path: [EntityOrdinal]) -> Int {
  zip(path, path.dropFirst()).reduce(0) { sum, pair in
    let edge = corpus.tables.edges.first {
      Set([$0.source, $0.target]) == Set([pair.0, pair.1])
    }
    return sum + Int(edge?.weight ?? 0)
  }
}

@Test func `paths are those that a walk over the edges finds, with types and weights`() {
  var random = SeededGenerator(seed: 4)
  for round in 0..<40 {
    let ends = (0..<2).map { _ in
      EntityOrdinal(Int.random(in: 0..<corpus.entityCount, using: &random))
    }
    var query = PathQuery(from: ends[0], to: ends[1])
    query.hopLimit = 1 + round % 3
    query.count = 6
    query.minWeight = [1, 2, 4][round % 3]
    if round % 2 == 0 { query.types = [.person] }
    let expected = allPaths(query, [query.from]).sorted { a, b in
      if a.count != b.count { return a.count < b.count }
      let weights = (weight(a), weight(b))
      if weights.0 != weights.1 { return weights.0 > weights.1 }
      return a.map { corpus.string(corpus[$0].id) }
        .lexicographicallyPrecedes(b.map { corpus.string(corpus[$0].id) })
    }
    let answer = corpus.paths(query)
    #expect(answer.isComplete)
    #expect(answer.paths.map(\.nodes) == Array(expected.prefix(6)))
    for path in answer.paths {
      #expect(path.weight == weight(path.nodes))
      for hop in path.hops {
        #expect(hop.edgeCount == 1 && hop.edges.count == 1)
        let found = corpus.ends(of: hop.edges[0])
        #expect(Set([found.source, found.target]) == Set([hop.source, hop.target]))
      }
    }
  }
}

@Test func `a search that is cut short is not complete`() {
  var query = PathQuery(from: EntityOrdinal(0), to: EntityOrdinal(1))
  query.count = 50
  let answer = corpus.paths(query, workLimit: 300)
  #expect(!answer.isComplete)
  #expect(answer.paths == Array(corpus.paths(query).paths.prefix(answer.paths.count)))
}

@Test func `metrics are listed as a plain sort lists them`() {
  let all = (0..<corpus.entityCount).map { EntityOrdinal($0) }
  for types in [Set(EntityType.allCases), [.place]] {
    for key in MetricQuery.SortKey.metrics {
      var query = MetricQuery()
      query.types = types
      query.sort = [Sort(key, descending: true)]
      let found = allPages(limit: 7) { corpus.entities(query, $0) }
      let expected = all.filter {
        types.contains(corpus[$0].type) && corpus.metrics(of: $0, .cooccurrence) != nil
      }.sorted { a, b in
        guard let x = value(key, a), let y = value(key, b), x != y else {
          return corpus.string(corpus[a].id) < corpus.string(corpus[b].id)
        }
        return x > y
      }
      #expect(found == expected, "\(key)")
    }
  }
}

private func value(_ key: MetricQuery.SortKey, _ entity: EntityOrdinal) -> Double? {
  guard let metrics = corpus.metrics(of: entity, .cooccurrence) else { return nil }
  return switch key {
  case .pageRank: Double(metrics.pageRank)
  case .betweenness: Double(metrics.betweenness)
  case .degree: Double(metrics.degree)
  case .weightedDegree: Double(metrics.weightedDegree)
  case .mentions, .name, .id: nil
  }
}

@Test func `metrics and communities are the same in every run`() {
  let again = snapshot(drafts.reversed())
  for edgeClass in EdgeClass.allCases {
    for entity in (0..<corpus.entityCount).map({ EntityOrdinal($0) }) {
      let pair = [corpus, again].map { $0.metrics(of: entity, edgeClass) }
      #expect(pair[0]?.pageRank == pair[1]?.pageRank)
      #expect(pair[0]?.betweenness == pair[1]?.betweenness)
      #expect(pair[0]?.community == pair[1]?.community)
    }
    #expect(again.graphMetrics(edgeClass).modularity == corpus.graphMetrics(edgeClass).modularity)
  }
}

@Test func `several relations of the same two are one edge of the metrics and one hop`() {
  var analysis = Analysis()
  let text = "Ann met Bo and thanked Bo."
  analysis.sentences = [
    Sentence(range: TextRange(0, text.utf8.count), zone: .body, tokens: 0..<0)
  ]
  for (index, name) in ["Ann", "Bo"].enumerated() {
    analysis.entities.append(ArticleEntity(name: name, type: .person))
    analysis.mentions.append(
      Mention(
        range: TextRange(index * 8, index * 8 + name.count), sentence: 0, entity: Int32(index),
        kind: .name, confidence: 90))
  }
  for predicate in [Predicate.meets, .praises] {
    analysis.relations.append(
      Relation(
        predicate: predicate, subject: Argument(range: TextRange(0, 3), entity: 0),
        object: Argument(range: TextRange(8, 10), entity: 1), sentence: 0,
        trigger: TextRange(4, 7), confidence: 80))
  }
  var builder = SnapshotBuilder()
  builder.add(Article(id: "a", text: Array(text.utf8)), analysis)
  let small = builder.finish(builtAt: 0)
  #expect(small.checkInvariants() == nil)
  let metrics = small.metrics(of: EntityOrdinal(0), .relation)
  #expect(metrics?.degree == 1 && metrics?.weightedDegree == 2)
  #expect(small.graphMetrics(.relation).edgeCount == 1)
  var query = PathQuery(from: EntityOrdinal(0), to: EntityOrdinal(1))
  query.edgeClass = .relation
  #expect(small.paths(query).paths.first?.hops.first?.edgeCount == 2)
  #expect(small.paths(query).paths.count == 1)
  query.predicates = [.praises]
  #expect(small.paths(query).paths.first?.weight == 1)
}
