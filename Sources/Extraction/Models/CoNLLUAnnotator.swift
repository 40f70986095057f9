/// Annotates CoNLL-U: words and sentences as given, tags, trees and names as predicted.
///
/// Between two marks of a new document the sentences are one article; without any mark each is
/// its own.
package struct CoNLLUAnnotator {
  private let extractor: Extractor
  private var work = ModelWork()

  package init(extractor: Extractor) { self.extractor = extractor }

  /// The document written back.
  package mutating func annotate(_ document: CoNLLUDocument) -> [UInt8] {
    var writer = CoNLLUWriter(reserving: document.bytes.count * 2)
    let hasMarks = document.sentences.contains { $0.opensDocument }
    var first = 0
    while first < document.sentences.count {
      var end = first + 1
      while hasMarks, end < document.sentences.count, !document.sentences[end].opensDocument {
        end += 1
      }
      annotate(document, first..<end, &writer)
      first = end
    }
    return writer.bytes
  }

  private mutating func annotate(
    _ document: CoNLLUDocument, _ range: Range<Int>, _ writer: inout CoNLLUWriter
  ) {
    let (article, analysis) = Self.article(of: document, range)
    let words = WordTable(analysis, text: article.text.span, gazetteer: extractor.gazetteer)
    let spans = extractor.names(article, analysis, words, &work)
    let syntax =
      extractor.syntax(&work) { _ in true } ?? Syntax(unparsed: analysis.tokens.count)
    var names = [String](repeating: "O", count: analysis.tokens.count)
    for span in spans {
      for i in span.start..<span.end {
        names[i] = (i == span.start ? "B-" : "I-") + "\(span.type)"
      }
    }
    for (k, sentence) in analysis.sentences.enumerated() {
      let predictions = sentence.tokens.map { token in
        let i = Int(token)
        return CoNLLUPrediction(
          upos: syntax.upos[i].name, xpos: syntax.xpos[i].name, head: syntax.heads[i] + 1,
          deprel: syntax.labels[i].name, name: names[i])
      }
      writer.append(range.lowerBound + k, of: document, predictions)
    }
  }

  /// The sentences as one article in running text, words and sentences as given.
  private static func article(
    of document: CoNLLUDocument, _ range: Range<Int>
  ) -> (Article, Analysis) {
    var text: [UInt8] = []
    var analysis = Analysis()
    for sentence in document.sentences[range] {
      let first = analysis.tokens.count
      let start = text.count
      for word in document.words[sentence.words] {
        let wordStart = text.count
        text += document.bytes[word.form]
        analysis.tokens.append(Token(range: TextRange(wordStart, text.count)))
        if word.hasSpaceAfter { text.append(UInt8(ascii: " ")) }
      }
      analysis.sentences.append(
        Sentence(
          range: TextRange(start, text.count), zone: .body,
          tokens: Int32(first)..<Int32(analysis.tokens.count)))
    }
    return (Article(id: "", text: text), analysis)
  }
}
