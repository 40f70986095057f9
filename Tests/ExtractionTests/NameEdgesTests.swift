import Testing

@testable import Extraction

struct NameEdgesTests {
  /// The spans of `text` after cutting, the whole of it tagged as one name.
  private func cut(_ text: String, _ type: EntityType, tokens: [Range<Int>]? = nil) -> [String] {
    let text = TokenizedText(text)
    let spans = (tokens ?? [text.tokens]).map {
      NameSpan($0.lowerBound, $0.upperBound, type, 0.9)
    }
    return NameEdges(words: text.words, sentences: text.analysis.sentences).cut(spans).map {
      "\(text[$0]) = \($0.type)"
    }
  }

  @Test func `a possessive parts the owner from what it owns`() {
    #expect(
      cut("Peru’s Institute of Geology", .organization)
        == ["Peru = place", "Institute of Geology = organization"])
  }

  @Test func `names set side by side are each a name`() {
    #expect(
      cut("San Jose, California", .place) == ["San Jose = place", "California = place"])
    #expect(
      cut("San Jose California", .place) == ["San Jose = place", "California = place"])
    #expect(cut("Northern California", .place) == ["Northern California = place"])
    #expect(cut("Ada Obi and Bo Berg", .person) == ["Ada Obi = person", "Bo Berg = person"])
    #expect(
      cut("Velt College and Qorin School", .organization)
        == ["Velt College = organization", "Qorin School = organization"])
    #expect(
      cut("Ministry of Health and Velt Sport", .organization)
        == ["Ministry of Health and Velt Sport = organization"])
  }

  @Test func `a state before a person is a name of its own`() {
    #expect(
      cut("United States Anna Jones", .organization)
        == ["United States = place", "Anna Jones = person"])
  }

  @Test func `abbreviations joined by a hyphen are one name`() {
    #expect(
      cut("QZNV-PLKR", .organization, tokens: [0..<1, 2..<3]) == ["QZNV-PLKR = organization"])
  }

  @Test func `a portfolio before its holder is no name`() {
    #expect(
      cut("Commerce Secretary Jones", .organization, tokens: [0..<1]) == [])
  }

  @Test func `an office at the end is no part of a body`() {
    #expect(cut("Senate Majority Leader", .organization) == ["Senate = organization"])
    #expect(cut("Majority Leader", .organization) == [])
  }

  @Test func `a surname has its particle and what a hyphen binds`() {
    #expect(cut("told de Blanqui", .person, tokens: [2..<3]) == ["de Blanqui = person"])
    #expect(cut("Yolanda Yu-qwan", .person, tokens: [0..<2]) == ["Yolanda Yu-qwan = person"])
    #expect(cut("Ann Berg-backed", .person, tokens: [0..<2]) == ["Ann Berg = person"])
  }

  @Test func `a surname behind a kind of firm is the firm`() {
    #expect(
      cut("the carmaker Vorlek", .person, tokens: [2..<3]) == ["Vorlek = organization"])
    #expect(cut("the minister Vorlek", .person, tokens: [2..<3]) == ["Vorlek = person"])
  }

  @Test func `a name has its generation and its last syllable`() {
    #expect(cut("Ann Berg Jr. left", .person, tokens: [0..<2]) == ["Ann Berg Jr. = person"])
    #expect(cut("Qan Vi-moon left", .person, tokens: [0..<2]) == ["Qan Vi-moon = person"])
    #expect(cut("Ann Berg-era laws", .person, tokens: [0..<2]) == ["Ann Berg = person"])
  }

  @Test func `friends of a person are no part of the name`() {
    #expect(cut("Relatives of Vorlek", .person) == ["Vorlek = person"])
  }

  @Test func `a disease is no product`() { #expect(cut("Ebola", .product) == []) }
}
