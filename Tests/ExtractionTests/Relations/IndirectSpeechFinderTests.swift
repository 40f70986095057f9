import Testing

@testable import Extraction

private let names: [(String, EntityType)] = [
  ("Kari Dahl|Dahl", .person), ("Jan Berg|Berg", .person), ("Nordbank", .organization),
]

/// "speaker (modality): text" of each in trees as `ParsedArticle` writes them.
private func told(_ trees: String) -> [String] {
  let parsed = ParsedArticle(trees, names)
  let words = ArticleWords(parsed.marked.article, parsed.marked.analysis, parsed.syntax)
  return QuotationFinder.quotations(in: words).filter { $0.form == .indirect }.map {
    "\(parsed.marked.name($0.speaker) ?? "-") (\($0.modality)): "
      + (parsed.marked.text($0.range) ?? "")
  }
}

@Test(arguments: [
  (
    "Dahl/NNP/2/nsubj said/VBD/0/root that/IN/7/mark the/DT/5/det bridge/NN/7/nsubj "
      + "was/VBD/7/cop unsafe/JJ/2/ccomp ././2/punct",
    "Kari Dahl (reported): the bridge was unsafe"
  ),
  (
    "The/DT/2/det bridge/NN/4/nsubj was/VBD/4/cop unsafe/JJ/0/root ,/,/4/punct "
      + "Dahl/NNP/7/nsubj said/VBD/4/parataxis ././4/punct",
    "Kari Dahl (reported): The bridge was unsafe"
  ),
  (
    "Dahl/NNP/2/nsubj denied/VBD/0/root that/IN/5/mark Berg/NNP/5/nsubj left/VBD/2/ccomp ././2/punct",
    "Kari Dahl (denied): Berg left"
  ),
  (
    "Nordbank/NNP/2/nsubj promised/VBD/0/root to/TO/4/mark pay/VB/2/xcomp all/DT/4/obj ././2/punct",
    "Nordbank (planned): to pay all"
  ),
  (
    "According/VBG/3/case to/IN/1/fixed Nordbank/NNP/7/obl ,/,/7/punct the/DT/6/det "
      + "bridge/NN/7/nsubj fell/VBD/0/root ././7/punct",
    "Nordbank (reported): the bridge fell"
  ),
  (
    "The/DT/2/det bridge/NN/3/nsubj fell/VBD/0/root ,/,/3/punct according/VBG/7/case "
      + "to/IN/5/fixed Nordbank/NNP/3/obl ././3/punct",
    "Nordbank (reported): The bridge fell"
  ),
  (
    "Dahl/NNP/2/nsubj said/VBD/0/root Berg/NNP/4/nsubj left/VBD/2/ccomp on/IN/6/case "
      + "Monday/NNP/2/obl ././2/punct",
    "Kari Dahl (reported): Berg left on Monday"
  ),
])
func `what is said without marks has its speaker`(trees: String, expected: String) {
  #expect(told(trees) == [expected])
}

@Test(arguments: [
  "Dahl/NNP/4/nsubj did/VBD/4/aux not/RB/4/advmod say/VB/0/root that/IN/7/mark Berg/NNP/7/nsubj "
    + "left/VBD/4/ccomp ././4/punct",
  "Dahl/NNP/3/nsubj may/MD/3/aux say/VB/0/root Berg/NNP/5/nsubj left/VBD/3/ccomp ././3/punct",
  "Dahl/NNP/2/nsubj asked/VBD/0/root whether/IN/5/mark Berg/NNP/5/nsubj left/VBD/2/ccomp ././2/punct",
  "Dahl/NNP/2/nsubj hoped/VBD/0/root Berg/NNP/4/nsubj left/VBD/2/ccomp ././2/punct",
])
func `what is not said, asked or only hoped is no quotation`(trees: String) {
  #expect(told(trees).isEmpty)
}

@Test func `a sentence of nothing but saying is walked in bounded time`() {
  var tree = "Dahl/NNP/2/nsubj said/VBD/0/root"
  for word in 3..<2_000 { tree += " said/VBD/\(word - 1)/ccomp" }
  #expect(told(tree).count <= 8)
}
