/// Annotates CoNLL-U: words and sentences as given, tags, trees and names as predicted.
///
/// Between two marks of a new document the sentences are one article; without any mark each is
/// its own.
package struct CoNLLUAnnotator {
  private let models: Models
  private var work = ModelWork()

  package init(models: Models) { self.models = models }

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
    var tokens: [Token] = []
    var sentences: [Range<Int>] = []
    for sentence in document.sentences[range] {
      let start = tokens.count
      for word in document.words[sentence.words] {
        tokens.append(Token(range: TextRange(word.form.lowerBound, word.form.upperBound)))
      }
      sentences.append(start..<tokens.count)
    }
    models.read(
      document.bytes.span, tokens: tokens.span, sentences: sentences.span, &work)
    let syntax = models.syntax(&work) { _ in true }
    var names = [String](repeating: "O", count: tokens.count)
    for span in models.names(&work) {
      for i in span.tokens {
        names[Int(i)] = (i == span.tokens.lowerBound ? "B-" : "I-") + "\(span.type)"
      }
    }
    for (k, sentence) in sentences.enumerated() {
      let predictions = sentence.map { i in
        CoNLLUPrediction(
          upos: syntax.upos[i].name, xpos: syntax.xpos[i].name, head: syntax.heads[i] + 1,
          deprel: syntax.labels[i].name, name: names[i])
      }
      writer.append(range.lowerBound + k, of: document, predictions)
    }
  }
}
