import Formats
import Testing

@testable import Extraction

struct TimeReaderTests {
  /// "text=value" of each expression; values that are open are "?".
  private func times(_ text: String, published: String? = nil) -> [String] {
    analysis(text, published: published).times.map {
      let bytes = Array(text.utf8)[$0.range.indices]
      return "\(String(decoding: bytes, as: UTF8.self))=\($0.value ?? "?")"
    }
  }

  private func analysis(_ text: String, published: String?) -> Analysis {
    var article = Article(id: "x", text: Array(text.utf8))
    article.metadata.published = published.flatMap { PublicationDate(metadata: $0) }
    return read(article)
  }

  private func read(_ article: Article) -> Analysis {
    var analysis = Analysis()
    Extractor.read(article, into: &analysis)
    return analysis
  }

  /// 2024-03-13 is a Wednesday.
  static let anchored: [(String, [String])] = [
    ("It rained on Monday.", ["Monday=2024-03-11"]),
    ("It rained on Wednesday.", ["Wednesday=2024-03-13"]),
    ("It will rain on Monday.", ["Monday=2024-03-18"]),
    ("They are to meet on Friday.", ["Friday=2024-03-15"]),
    (
      "The talks scheduled for Friday were called off on Tuesday.",
      ["Friday=2024-03-15", "Tuesday=2024-03-12"]
    ),
    ("On Monday, it will rain.", ["Monday=2024-03-18"]),
    (
      "She told reporters on Monday that they will meet next Friday.",
      ["Monday=2024-03-11", "next Friday=2024-03-15"]
    ),
    ("It rained last Friday.", ["last Friday=2024-03-08"]),
    (
      "It rained yesterday and today, not tomorrow.",
      ["yesterday=2024-03-12", "today=2024-03-13", "tomorrow=2024-03-14"]
    ),
    ("It rained last week.", ["last week=2024-03-04/2024-03-10"]),
    ("It snowed this month and last year.", ["this month=2024-03", "last year=2023"]),
    ("It rained on December 24.", ["December 24=2023-12-24"]),
    ("It will rain on Jan. 5.", ["Jan. 5=2025-01-05"]),
    ("It rained in October.", ["October=2023-10"]),
    ("It may rain, or March on.", []),
    (
      "It rained two days ago and three years ago.",
      ["two days ago=2024-03-11", "three years ago=2021"]
    ),
    ("It rained on Saturday, March 9.", ["Saturday, March 9=2024-03-09"]),
    ("It is the 300th anniversary of the town.", ["300th anniversary=1724"]),
    ("It rained in March, 2018, more than the next year.", ["March, 2018=2018-03"]),
    ("It is the mass of the Sun. It shines.", []),
    // The 13th is a Wednesday.
    ("The toll is higher due to a storm on Sunday.", ["Sunday=2024-03-10"]),
    ("The bridge is due to open on Sunday.", ["Sunday=2024-03-17"]),
    ("“It is the choice for all in November,” she argued.", ["November=2024-11"]),
  ]

  @Test(arguments: anchored)
  func `words are resolved from the day of publication`(_ text: String, _ expected: [String]) {
    #expect(times(text, published: "2024-03-13") == expected)
  }

  static let open: [(String, [String])] = [
    ("It rained on Monday.", ["Monday=?"]),
    ("It rained on July 30.", ["July 30=?"]),
    ("It rained on 7 October 2023.", ["7 October 2023=2023-10-07"]),
    (
      "It rained on Saturday, October 7, 2023, and in May 2022.",
      ["Saturday, October 7, 2023=2023-10-07", "May 2022=2022-05"]
    ),
    ("It has rained since 2022.", ["2022=2022"]),
    ("It rained in 1991 (2006).", ["1991=1991", "2006=2006"]),
    ("About 2000 people came.", []),
    ("The 18th-century poet of the 1990s.", ["18th-century=1701/1800", "1990s=1990/1999"]),
    ("For eight decades and three weeks.", ["eight decades=P80Y", "three weeks=P3W"]),
    (
      "It rained on October 7. It had rained on October 7, 2023.",
      ["October 7=2023-10-07", "October 7, 2023=2023-10-07"]
    ),
    (
      "Since 2022 it rained, and on Monday, October 7.",
      ["2022=2022", "Monday, October 7=2024-10-07"]
    ),
    ("It rained on February 30, 2023.", ["February 30, 2023=?"]),
  ]

  @Test(arguments: open)
  func `what the text does not decide is left open`(_ text: String, _ expected: [String]) {
    #expect(times(text) == expected)
  }

  @Test func `an anniversary on a weekday dates the article`() {
    let found = analysis(
      """
      They will meet on Friday.

      On Thursday it marked the one-year anniversary of the flood of March 9, 2022.
      """, published: nil)
    // 2023-03-09 is a Thursday.
    #expect(found.published?.earliest.description == "2023-03-09")
    #expect(found.published?.latest.description == "2023-03-09")
    #expect(found.published?.basis == .text)
    #expect(
      found.times.map(\.value) == [
        "2023-03-10", "2023-03-09", "2023-03-09", "2022-03-09",
      ])
  }

  @Test func `an anniversary on another weekday does not`() {
    let found = analysis(
      "On Friday it marked the one-year anniversary of the flood of March 9, 2022.", published: nil)
    #expect(found.published == nil)
  }

  @Test func `a text of nothing but dates is read in linear time`() {
    let text = String(repeating: "October 7, 2023 on Monday last week ", count: 5_000)
    #expect(times(text).count == 15_000)
  }

  @Test func `expressions lie in order inside their sentences`() {
    for seed in 0..<100 as Range<UInt64> {
      let found = read(Article(id: "x", text: RandomText.utf8(seed: seed)))
      var last: Int32 = 0
      for time in found.times {
        #expect(time.range.start >= last)
        last = time.range.end
        #expect(found.sentences[Int(time.sentence)].range.contains(time.range))
      }
    }
  }
}
