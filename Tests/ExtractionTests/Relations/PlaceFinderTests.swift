import Testing

@testable import Extraction

/// Where events happen.
struct PlaceFinderTests {
  private func places(_ trees: String) -> [String?] {
    let parsed = ParsedArticle(
      trees, [("Norway", .place), ("Sweden", .place), ("Oslo", .place), ("Kari", .person)])
    let words = ArticleWords(parsed.marked.article, parsed.marked.analysis, parsed.syntax)
    return RelationExtractor.relations(in: words).filter { $0.predicate.type != .fact }
      .map { relation in relation.place.map { words.entities[Int($0)].name } }
  }

  private let attack = "Norway/NNP/2/nsubj attacked/VBD/0/root Sweden/NNP/2/obj"

  @Test func `a place at the verb, its object or its time is that of the event`() {
    #expect(places(attack + " in/IN/5/case Oslo/NNP/2/obl") == ["Oslo"])
    #expect(places(attack + " in/IN/5/case Oslo/NNP/3/nmod") == ["Oslo"])
    #expect(
      places(attack + " on/IN/5/case Monday/NNP/2/obl in/IN/7/case Oslo/NNP/5/nmod") == ["Oslo"])
  }

  @Test func `a place at the verb that plans is that of what is planned`() {
    let planned =
      "Norway/NNP/3/nsubj is/VBZ/3/aux scheduled/VBN/0/root to/TO/5/mark attack/VB/3/xcomp "
      + "Sweden/NNP/5/obj in/IN/8/case Oslo/NNP/3/obl"
    #expect(places(planned) == ["Oslo"])
  }

  @Test func `who takes part is no place of it`() {
    #expect(places(attack) == [nil])
    #expect(places(attack + " with/IN/5/case Oslo/NNP/2/obl") == [nil])
    #expect(places(attack + " in/IN/5/case Norway/NNP/2/obl") == [nil])
  }
}
