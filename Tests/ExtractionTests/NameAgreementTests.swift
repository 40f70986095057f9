import Testing

@testable import Extraction

struct NameAgreementTests {
  /// What `spans` are after all have agreed, as `text = type`.
  private func settled(_ text: String, _ names: [(String, EntityType, Float)]) -> [String] {
    let bytes = Array(text.utf8)
    let article = Article(id: "a", text: bytes)
    var analysis = Analysis()
    Extractor.read(article, into: &analysis)
    let words = WordTable(analysis, text: bytes.span, gazetteer: ShippedGazetteer.value)
    func slice(_ first: Int, _ end: Int) -> String {
      let start = Int(analysis.tokens[first].range.start)
      let stop = Int(analysis.tokens[end - 1].range.end)
      return String(decoding: bytes[start..<stop], as: UTF8.self)
    }
    var spans: [NameSpan] = []
    for (name, type, confidence) in names {
      let from = spans.last?.end ?? 0
      for first in from..<analysis.tokens.count {
        let end = (first + 1...analysis.tokens.count).first { slice(first, $0) == name }
        if let end {
          spans.append(NameSpan(first, end, type, confidence))
          break
        }
      }
    }
    var agreement = NameAgreement(words: words, sentences: analysis.sentences)
    agreement.settle(&spans)
    return spans.map { slice($0.start, $0.end) + " = \($0.type)" }
  }

  @Test func `the surname has the type of the full name`() {
    let found = settled(
      "We saw Dana Orlovic here. The charges of Orlovic include fraud.",
      [("Dana Orlovic", .person, 0.9), ("Orlovic", .organization, 0.8)])
    #expect(found == ["Dana Orlovic = person", "Orlovic = person"])
  }

  @Test(arguments: [
    "Police named Tamsin Vorlek, 20, on Friday.", "We saw Tamsin Vorlek, who fled.",
    "She is the wife of Tamsin Vorlek and left.",
    "The director of the clinic, Tamsin Vorlek, said no.",
  ])
  func `what stands beside a name tells a person`(_ text: String) {
    #expect(settled(text, [("Tamsin Vorlek", .place, 0.6)]) == ["Tamsin Vorlek = person"])
  }

  @Test func `whose striker or analyst somebody is, is a body`() {
    let found = settled(
      "Varnel striker Ann Lincoln left.", [("Varnel", .person, 0.7), ("Ann Lincoln", .person, 0.9)])
    #expect(found == ["Varnel = organization", "Ann Lincoln = person"])
    let adviser = settled("Varnel adviser Ann Lincoln left.", [("Varnel", .person, 0.7)])
    #expect(adviser == ["Varnel = person"])
  }

  @Test func `a city stays one beside a person of its name`() {
    let found = settled(
      "Ann Lincoln spoke. They met in Lincoln later.",
      [("Ann Lincoln", .person, 0.95), ("Lincoln", .place, 0.8)])
    #expect(found == ["Ann Lincoln = person", "Lincoln = place"])
  }

  @Test func `a town stays one where a longer name that ends in it is taken for a person`() {
    let found = settled(
      "We saw Varnel. Then Varnel grew. It was once called Penon de Varnel by all.",
      [("Varnel", .place, 0.9), ("Varnel", .place, 0.9), ("Penon de Varnel", .person, 0.5)])
    #expect(found.prefix(2) == ["Varnel = place", "Varnel = place"])
  }

  @Test func `the doubtful is dropped`() {
    #expect(settled("We saw Qorvex there.", [("Qorvex", .work, 0.2)]) == [])
  }
}
