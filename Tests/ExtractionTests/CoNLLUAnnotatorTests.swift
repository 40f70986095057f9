import Testing

@testable import Extraction

struct CoNLLUAnnotatorTests {
  /// The NER value of each word of some sentences, one document.
  private func names(_ sentences: [String]) throws -> [[String]] {
    var text = "# newdoc id = d\n"
    for sentence in sentences {
      for (i, form) in sentence.split(separator: " ").enumerated() {
        text += "\(i + 1)\t\(form)" + String(repeating: "\t_", count: 8) + "\n"
      }
      text += "\n"
    }
    var annotator = CoNLLUAnnotator(extractor: Extractor(gazetteer: ShippedGazetteer.value))
    let answer = try CoNLLUDocument(annotator.annotate(CoNLLUDocument(Array(text.utf8))))
    return answer.sentences.map { sentence in
      answer.words[sentence.words].map { answer.misc("NER", of: $0) ?? "" }
    }
  }

  @Test func `names are those that an article of these sentences has`() throws {
    let found = try names(["She met Ana Duarte in Peru .", "Later Duarte left ."])
    #expect(
      found == [
        ["O", "O", "B-person", "I-person", "O", "B-place", "O"], ["O", "B-person", "O", "O"],
      ])
  }
}
