@testable import Extraction

/// A text in tokens and sentences with the words the name rules look at, and no name yet.
struct TokenizedText {
  let analysis: Analysis
  let words: WordTable
  private let bytes: [UInt8]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var analysis = Analysis()
    Tokenizer.append(tokensOf: 0..<bytes.count, in: bytes.span, to: &analysis.tokens)
    SentenceSplitter.append(
      sentencesOf: 0..<analysis.tokens.count, of: analysis.tokens, in: bytes.span, zone: .body,
      to: &analysis.sentences)
    words = WordTable(analysis, text: bytes.span, gazetteer: ShippedGazetteer.value)
    self.analysis = analysis
    self.bytes = bytes
  }

  var tokens: Range<Int> { 0..<analysis.tokens.count }

  /// The text of a name.
  subscript(span: NameSpan) -> String {
    let start = Int(analysis.tokens[span.start].range.start)
    let end = Int(analysis.tokens[span.end - 1].range.end)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
