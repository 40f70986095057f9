import Testing

@testable import Extraction

/// What rules and gazetteer find by themselves, without a model.
struct NameFinderTests {
  private func found(_ text: String) -> [String] {
    let text = TokenizedText(text)
    return NameFinder.find(text.analysis, words: text.words).map { "\(text[$0]) = \($0.type)" }
  }

  @Test func `the body of a place may open a sentence`() {
    #expect(
      found("Bank of Peru Governor Anna Berg left.")
        == ["Bank of Peru = organization", "Anna Berg = person"])
    #expect(found("Central Bank of Peru fell.") == ["Central Bank of Peru = organization"])
    #expect(found("Most of Peru slept.") == ["Peru = place"])
  }

  @Test func `a known body goes on to its state`() {
    #expect(found("The Supreme Court of Peru sat.") == ["Supreme Court of Peru = organization"])
  }

  @Test func `a city and what its players are called is a team`() {
    #expect(
      found("The Lima Rockets beat the Oslo Wolves.")
        == ["Lima Rockets = organization", "Oslo Wolves = organization"])
  }

  @Test func `storms have names`() {
    #expect(found("Cyclone Anna came.") == ["Cyclone Anna = event"])
    #expect(found("Storm Anna came.") == ["Storm Anna = event"])
  }
}
