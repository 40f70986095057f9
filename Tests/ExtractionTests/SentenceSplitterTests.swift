import Testing

@testable import Extraction

struct SentenceSplitterTests {
  static func sentences(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    Tokenizer.append(tokensOf: 0..<bytes.count, in: bytes.span, to: &tokens)
    var sentences: [Sentence] = []
    SentenceSplitter.append(
      sentencesOf: 0..<tokens.count, of: tokens, in: bytes.span, zone: .body, to: &sentences)
    return sentences.map { String(decoding: bytes[$0.range.indices], as: UTF8.self) }
  }

  /// Sentences are written with "|" between.
  static let cases: [String] = [
    "It rained.| It hailed!| Did it snow?| Yes.",
    "Mr. Doe met Gen. Roe and Dr. A. B. Coe.| They left.",
    "The U.S. Army left the U.S. in May.| It came back.",
    "Talks in the U.S.| The others agreed.",
    "It opens at 8 a.m. on Monday.| Nobody came.",
    "He works for Acme Inc. in Rome.| She does not.",
    "She sold it to Acme Corp.| The price was low.",
    "It happened on Oct. 7 in Rome.| It rained on Dec. 3.",
    "“It is over,” she said.| “We won.”| They cheered.",
    "“Is it over?” she asked.| “Yes!” he said.",
    "“Is it over?” Jane Doe asked.| It was.",
    "He said \"no.\"| She said \"yes.\"",
    "(It was late.)| They left.",
    "It was late (about 5 p.m.) and dark.| They left.",
    "The sum, $1.7 billion, grew 3.5 percent.| It fell.",
    "Well… maybe.| Or not… Who knows?",
    "“The plan … was bad,” he said.",
    "J. K. Doe and George W. Roe wrote it.| They agreed.",
    "Example v. Roe was heard.| It ended.",
    "See e.g. Rome.| Go.",
    "1. Wash the cup.| 2. Dry it.",
    "Visit example.com.| It is free.",
    "It ended.Nobody came.",
    "No.| Yes.",
    "She placed No. 5 in the race.| He won.",
    "雨が降った。| 雪も降った。",
    "Yahoo! is a company.",
    "\"It is over. \"| She left.",
    "He left in 1990.[3]| He came back.[4][5]",
    "He left (why?).| He came back.",
    "It is good :)| I like it.",
    "and so on . . .| They left.",
    "She was born (b. 1950) there.| She left.",
  ]

  @Test func `a text without stops is cut between words`() {
    let word = "words "
    let text = String(repeating: word, count: 5000)
    let sentences = Self.sentences(text)
    #expect(sentences.joined(separator: " ") + " " == text)
    #expect(sentences.count > 1)
    #expect(sentences.allSatisfy { $0.utf8.count < SentenceSplitter.byteLimit + word.utf8.count })
  }

  @Test(arguments: cases)
  func `sentences end where a reader ends them`(_ marked: String) {
    let text = marked.replacingBars()
    let expected = marked.split(separator: "|").map { $0.drop { $0 == " " } }.map(String.init)
    if marked == "It ended.Nobody came." {
      #expect(Self.sentences(text) == ["It ended.", "Nobody came."])
    } else if marked.hasPrefix("Well…") {
      #expect(Self.sentences(text) == ["Well… maybe.", "Or not…", "Who knows?"])
    } else {
      #expect(Self.sentences(text) == expected)
    }
  }
}

extension String {
  fileprivate func replacingBars() -> String { String(filter { $0 != "|" }) }
}
