import Extraction
import Foundation
import Testing

private let text = "Acme and Acme Records sued Bill Gray. William Gray of ACME left."

/// Mentions by the words they cover.
private func analysis(_ names: [(String, entity: Int32)], _ entities: [ArticleEntity]) -> Analysis {
  var analysis = Analysis()
  analysis.entities = entities
  var from = text.startIndex
  for (name, entity) in names {
    guard let found = text[from...].range(of: name) else { continue }
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    analysis.mentions.append(
      Mention(
        range: TextRange(start, start + name.utf8.count), sentence: 0, entity: entity, kind: .name,
        confidence: 90))
    from = found.upperBound
  }
  return analysis
}

private var sample: Analysis {
  analysis(
    [("Acme", 0), ("Acme Records", 0), ("Bill Gray", 1), ("William Gray", 2), ("ACME", 0)],
    [
      ArticleEntity(name: "Acme", type: .place), ArticleEntity(name: "Bill Gray", type: .person),
      ArticleEntity(name: "William Gray", type: .person),
    ])
}

private func applied(_ entries: [NameDecisions.Entry]) throws -> (Analysis, Set<String>) {
  var analysis = sample
  let met = try NameDecisions(entries).apply(to: &analysis, text: Array(text.utf8))
  return (analysis, met)
}

@Test func `names decided to be one are one entity of an article`() throws {
  let (made, met) = try applied([.same(["William Gray", "Bill Gray", "Billy Gray"])])
  #expect(made.entities.map(\.name) == ["Acme", "Bill Gray"])
  #expect(made.mentions.map(\.entity) == [0, 0, 1, 1, 0])
  #expect(met == ["bill gray", "william gray"])
}

@Test func `a name decided to be another's gets an entity of its own`() throws {
  let (made, _) = try applied([.different(["Acme", "Acme Records"])])
  #expect(made.entities.map(\.name) == ["Acme", "Bill Gray", "William Gray", "Acme Records"])
  #expect(made.mentions.map(\.entity) == [0, 3, 1, 2, 0])
}

@Test func `types are as decided, and what is hidden is gone`() throws {
  let (made, _) = try applied([.type("acme", .organization), .hidden("Bill Gray")])
  #expect(made.entities.map(\.name) == ["Acme", "William Gray"])
  #expect(made.entities[0].type == .organization)
  #expect(made.mentions.map(\.entity) == [0, 0, 1, 0])
}

@Test func `nothing decided changes nothing`() throws {
  let (made, met) = try applied([])
  #expect(made.entities == sample.entities && made.mentions == sample.mentions && met.isEmpty)
}
