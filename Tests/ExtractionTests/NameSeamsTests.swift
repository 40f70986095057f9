import Testing

@testable import Extraction

struct NameSeamsTests {
  /// What is left of `text` where a tagger took the whole of it for one name.
  private func opened(_ text: String, _ type: EntityType) -> [String] {
    let text = TokenizedText(text)
    let span = NameSpan(0, text.tokens.upperBound, type, 0.9)
    return NameSeams(words: text.words).opened([span]).map { "\(text[$0]) = \($0.type)" }
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
