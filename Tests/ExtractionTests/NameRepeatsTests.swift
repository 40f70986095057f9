import Testing

@testable import Extraction

struct NameRepeatsTests {
  private func found(_ text: String, _ first: (Range<Int>, EntityType)) -> [String] {
    let text = TokenizedText(text)
    let span = NameSpan(first.0.lowerBound, first.0.upperBound, first.1, 0.9)
    return NameRepeats(words: text.words, sentences: text.analysis.sentences).complete([span])
      .map { text[$0] }
  }

  @Test func `what stands in parentheses behind a name is found again`() {
    let text = "Zembla Weather Office (QWO) spoke. A QWO man left."
    #expect(found(text, (0..<3, .organization)) == ["Zembla Weather Office", "QWO", "QWO"])
  }

  @Test func `a surname that is a common word is found where it is no other word`() {
    let text = "Anna Mayor spoke. Ojwang and Mayor agreed. Mayor Brown left. The Mayor left."
    #expect(found(text, (0..<2, .person)) == ["Anna Mayor", "Mayor"])
  }
}
