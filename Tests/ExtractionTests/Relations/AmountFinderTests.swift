import Testing

@testable import Extraction

/// Sums of money that events are about.
struct AmountFinderTests {
  private func amounts(_ trees: String) -> [String] {
    let parsed = ParsedArticle(trees, [("Norway", .place), ("Sweden", .place)])
    let words = ArticleWords(parsed.marked.article, parsed.marked.analysis, parsed.syntax)
    return RelationExtractor.relations(in: words).flatMap(\.qualifiers)
      .filter { $0.kind == .amount }
      .map { String(decoding: words.text[$0.range.indices], as: UTF8.self) }
  }

  @Test func `a sum is its sign with the numbers behind, or the numbers before its currency`() {
    let deal = "Norway/NNP/2/nsubj signed/VBD/0/root a/DT/"
    #expect(
      amounts(
        deal + "7/det $/$/7/compound 2/CD/4/nummod billion/CD/4/nummod deal/NN/2/obj "
          + "with/IN/9/case Sweden/NNP/7/nmod") == ["$ 2 billion"])
    #expect(
      amounts(
        deal + "4/det deal/NN/2/obj with/IN/6/case Sweden/NNP/4/nmod for/IN/10/case "
          + "two/CD/10/nummod million/CD/10/nummod euros/NNS/4/nmod") == ["two million euros"])
  }

  @Test func `what is to be given and for how much is told of a pledge too`() {
    let parsed = ParsedArticle(
      "Norway/NNP/2/nsubj agreed/VBD/0/root to/TO/4/mark sell/VB/2/xcomp Sweden/NNP/4/iobj "
        + "50/CD/8/nummod fighter/NN/8/compound jets/NNS/4/obj worth/IN/11/case $/$/11/compound "
        + "2/CD/8/nmod bn/CD/11/flat", [("Norway", .place), ("Sweden", .place)])
    let words = ArticleWords(parsed.marked.article, parsed.marked.analysis, parsed.syntax)
    let found = RelationExtractor.relations(in: words)
    #expect(found.map(\.predicate) == [.pledges])
    #expect(
      found.flatMap(\.qualifiers).map { parsed.marked.text($0.range) } == [
        "50 fighter jets", "$ 2 bn",
      ])
  }
}
