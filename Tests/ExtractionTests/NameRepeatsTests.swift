import Testing

@testable import Extraction

struct NameRepeatsTests {
  private func found(_ text: String, _ first: (Range<Int>, EntityType)) -> [String] {
    let bytes = Array(text.utf8)
    var analysis = Analysis()
    Tokenizer.append(tokensOf: 0..<bytes.count, in: bytes.span, to: &analysis.tokens)
    SentenceSplitter.append(
      sentencesOf: 0..<analysis.tokens.count, of: analysis.tokens, in: bytes.span, zone: .body,
      to: &analysis.sentences)
    let words = WordTable(analysis, text: bytes.span, gazetteer: ShippedGazetteer.value)
    let span = NameSpan(first.0.lowerBound, first.0.upperBound, first.1, 0.9)
    return NameRepeats(words: words, sentences: analysis.sentences).complete([span]).map { span in
      let start = Int(analysis.tokens[span.start].range.start)
      let end = Int(analysis.tokens[span.end - 1].range.end)
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
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
