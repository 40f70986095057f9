import Testing

@testable import Extraction

struct NameSeamsTests {
  /// What is left of `text` where a tagger took the whole of it for one name.
  private func opened(_ text: String, _ type: EntityType) -> [String] {
    let bytes = Array(text.utf8)
    var analysis = Analysis()
    Tokenizer.append(tokensOf: 0..<bytes.count, in: bytes.span, to: &analysis.tokens)
    SentenceSplitter.append(
      sentencesOf: 0..<analysis.tokens.count, of: analysis.tokens, in: bytes.span, zone: .body,
      to: &analysis.sentences)
    let words = WordTable(analysis, text: bytes.span, gazetteer: ShippedGazetteer.value)
    let span = NameSpan(0, analysis.tokens.count, type, 0.9)
    return NameSeams(words: words).opened([span]).map { span in
      let start = Int(analysis.tokens[span.start].range.start)
      let end = Int(analysis.tokens[span.end - 1].range.end)
      return String(decoding: bytes[start..<end], as: UTF8.self) + " = \(span.type)"
    }
  }

  @Test(arguments: [
    (
      "River Research Institute Director Anna Berg",
      ["River Research Institute = organization", "Anna Berg = person"]
    ),
    (
      "Senate Minority Whip Anna Berg", ["Senate = organization", "Anna Berg = person"]
    ),
    (
      "Dutch Parliament, Peter Berg", ["Dutch Parliament = organization", "Peter Berg = person"]
    ),
    (
      "Harvest Fair — and Northern Union",
      ["Harvest Fair = organization", "Northern Union = organization"]
    ),
    ("Senate Finance Committee and incoming", ["Senate Finance Committee = organization"]),
  ])
  func `names run together are opened`(_ text: String, _ names: [String]) {
    #expect(opened(text, .organization) == names)
  }

  @Test(arguments: [
    "Justice Thomas Berg Memorial Hospital", "Institute of Mines", "Arps, Slate & Meagher",
    "Prime Minister Rabin Center", "Queen Mary University of London", "Bank of China",
  ])
  func `a name that holds an office or a comma stays whole`(_ text: String) {
    #expect(opened(text, .organization) == ["\(text) = organization"])
  }

  @Test func `a person keeps particles and what a hyphen binds`() {
    #expect(opened("Jaap de Hoop Scheffer", .person) == ["Jaap de Hoop Scheffer = person"])
    #expect(opened("Prayuth Chan-o-cha", .person) == ["Prayuth Chan-o-cha = person"])
  }
}
