import Formats
import Testing

@testable import Extraction

@Suite struct ModelsNameConsensusTests {
  private func spans(_ values: (Int, Int, EntityType, Float)...) -> [NameSpan] {
    values.map { NameSpan($0.0, $0.1, $0.2, $0.3) }
  }

  @Test func `each side adds the names only it sees`() {
    let merged = NameConsensus.merge(
      rules: spans((0, 1, .place, 0.98), (4, 5, .person, 0.5)),
      model: spans((2, 3, .person, 0.9), (6, 7, .person, 0.3)))
    #expect(merged == spans((0, 1, .place, 0.98), (2, 3, .person, 0.9)))
  }

  @Test func `of two readings of one place the sure one stands`() {
    let merged = NameConsensus.merge(
      rules: spans((0, 2, .organization, 0.6), (3, 4, .place, 0.98)),
      model: spans((1, 2, .person, 0.9), (3, 4, .organization, 0.7)))
    #expect(merged == spans((1, 2, .person, 0.9), (3, 4, .place, 0.98)))
  }

  @Test func `what the rules know gives way to a model that is sure`() {
    let merged = NameConsensus.merge(
      rules: spans((0, 2, .organization, 0.95), (3, 4, .place, 0.98)),
      model: spans((0, 3, .organization, 0.9), (3, 4, .organization, 0.9)))
    #expect(merged == spans((0, 3, .organization, 0.9), (3, 4, .organization, 0.9)))
  }

  @Test func `the edges of a person that the rules know stand`() {
    let merged = NameConsensus.merge(
      rules: spans((1, 3, .person, 0.97)), model: spans((0, 3, .person, 0.9)))
    #expect(merged == spans((1, 3, .person, 0.97)))
  }

  @Test func `a name that the rules know is not cut up`() {
    let merged = NameConsensus.merge(
      rules: spans((0, 2, .group, 0.95)),
      model: spans((0, 1, .group, 0.6), (1, 2, .group, 0.9)))
    #expect(merged == spans((0, 2, .group, 0.95)))
  }

  @Test func `a known body of several words is no person, a person with a role no body`() {
    let merged = NameConsensus.merge(
      rules: spans((0, 2, .organization, 0.96), (3, 5, .person, 0.97)),
      model: spans((0, 2, .person, 0.8), (3, 5, .organization, 0.96)))
    #expect(merged == spans((0, 2, .organization, 0.96), (3, 5, .person, 0.97)))
  }

  @Test func `a known name stands for a part of it`() {
    let merged = NameConsensus.merge(
      rules: spans((0, 3, .organization, 0.96), (4, 7, .organization, 0.92)),
      model: spans((0, 2, .place, 0.95), (6, 7, .place, 0.5)))
    #expect(merged == spans((0, 3, .organization, 0.96), (4, 7, .organization, 0.92)))
  }

  @Test func `two known names with a word between are not one`() {
    let merged = NameConsensus.merge(
      rules: spans((0, 2, .organization, 0.96), (3, 5, .organization, 0.9)),
      model: spans((0, 5, .organization, 0.95)))
    #expect(merged == spans((0, 2, .organization, 0.96), (3, 5, .organization, 0.9)))
  }

  @Test func `a person at the end of what the model doubts is a person`() {
    let merged = NameConsensus.merge(
      rules: spans((0, 1, .place, 0.7), (1, 3, .person, 0.93), (6, 8, .person, 0.95)),
      model: spans((0, 3, .place, 0.57), (5, 8, .organization, 0.6)))
    #expect(
      merged == spans((0, 1, .place, 0.7), (1, 3, .person, 0.93), (6, 8, .person, 0.95)))
  }

  @Test func `two that agree are surer than each`() {
    let merged = NameConsensus.merge(
      rules: spans((0, 2, .person, 0.65)), model: spans((0, 2, .person, 0.5)))
    #expect(merged.map { ($0.confidence * 1000).rounded() } == [825])
  }

  @Test func `no merge overlaps, whatever comes`() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      func random() -> [NameSpan] {
        var spans: [NameSpan] = []
        var i = 0
        while i < 20 {
          i += Int.random(in: 0...3, using: &generator)
          let end = i + Int.random(in: 1...5, using: &generator)
          spans.append(NameSpan(i, end, .person, Float.random(in: 0...1, using: &generator)))
          i = end
        }
        return spans
      }
      let merged = NameConsensus.merge(rules: random(), model: random())
      for (a, b) in zip(merged, merged.dropFirst()) { #expect(a.end <= b.start) }
    }
  }
}
