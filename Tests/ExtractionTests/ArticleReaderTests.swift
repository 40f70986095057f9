import Formats
import Testing

@testable import Extraction

struct ArticleReaderTests {
  private func read(_ text: String, _ format: ArticleFormat) -> ArticleReader.Reading {
    ArticleReader().read(Array(text.utf8), stem: "A File", format: format)
  }

  @Test func `a text file's bytes are the text`() throws {
    let text = "\u{feff}Line one.\r\n\r\nLine two.\u{0}"
    let article = try #require(read(text, .text).articles.first)
    #expect(article.text == Array(text.utf8))
    #expect(article.id == "a-file")
  }

  @Test func `a Markdown file's text is what follows its front matter`() throws {
    let text = """
      ---
      title: "It rained"
      publisher: Example News
      date: 2023-10-07
      tags: [a, b]
      authors:
        - nobody
      author:
        - Jane Doe
        - John Roe
      ---
      # It rained

      All day.
      """
    let article = try #require(read(text, .markdown).articles.first)
    #expect(String(decoding: article.text, as: UTF8.self) == "# It rained\n\nAll day.")
    #expect(article.metadata.title == "It rained")
    #expect(article.metadata.source == "Example News")
    #expect(article.metadata.author == "Jane Doe, John Roe")
    #expect(article.metadata.published?.earliest.description == "2023-10-07")
    #expect(read("# No front matter\n\nText.", .markdown).articles.first?.text.first == 0x23)
  }

  @Test func `JSON is one article, a list, or a member articles`() {
    #expect(read(#"{"text":"One."}"#, .json).articles.map(\.id) == ["a-file"])
    #expect(
      read(#"[{"text":"One."},{"id":"X Y","body":"Two."}]"#, .json).articles.map(\.id)
        == ["a-file-1", "x-y"])
    #expect(read(#"{"articles":[{"text":"One."}]}"#, .json).articles.count == 1)
  }

  @Test func `schema.org's names are read too`() throws {
    let json = #"""
      {"@type":"NewsArticle","identifier":7,"headline":"It rained","articleBody":"All day.",
       "datePublished":"2023-10-07T08:30:00+02:00","inLanguage":"en","url":"https://example.org/a",
       "author":[{"@type":"Person","name":"Jane Doe"},{"name":"John Roe"}],
       "publisher":{"@type":"Organization","name":"Example News"},"image":[1,null,{}]}
      """#
    let article = try #require(read(json, .json).articles.first)
    #expect(article.id == "7")
    #expect(article.text == Array("All day.".utf8))
    #expect(article.metadata.title == "It rained")
    #expect(article.metadata.author == "Jane Doe, John Roe")
    #expect(article.metadata.source == "Example News")
    #expect(article.metadata.language == "en")
    #expect(article.metadata.url == "https://example.org/a")
    #expect(article.metadata.published?.timestamp == "2023-10-07T08:30:00+02:00")
  }

  @Test func `our own key wins over an alias, whatever their order`() {
    for json in [
      #"{"text":"A.","articleBody":"B."}"#, #"{"articleBody":"B.","text":"A."}"#,
    ] {
      #expect(read(json, .json).articles.first?.text == Array("A.".utf8))
    }
  }

  @Test func `a broken line is reported and the others are read`() {
    let reading = read(
      "{\"text\":\"One.\"}\n\n{oops\n{\"title\":\"x\"}\r\n[1]\n{\"text\":\"Two.\"}\r\n", .jsonLines)
    #expect(reading.articles.map(\.id) == ["a-file-1", "a-file-6"])
    #expect(reading.errors.map(\.line) == [3, 4, 5])
    #expect(reading.errors[1].reason == .missingText)
    #expect(reading.errors[0].description.hasPrefix("line 3: broken JSON: "))
    #expect(reading.errors.allSatisfy { !$0.description.contains("\n") })
  }

  static let refused: [([UInt8], ArticleFormat, ArticleReadError.Reason)] = [
    ([], .text, .empty),
    (Array(" \n\u{feff}\t".utf8), .text, .empty),
    ([0x41, 0xff], .text, .notUTF8(offset: 1)),
    ([0xed, 0xa0, 0x80], .text, .notUTF8(offset: 0)),
    ([0xc0, 0x80], .json, .notUTF8(offset: 0)),
    ([0xe2, 0x82], .markdown, .notUTF8(offset: 0)),
    (Array("---\ntitle: x\n".utf8), .markdown, .openFrontMatter),
    (Array("---\ntitle: x\n---\n\n".utf8), .markdown, .empty),
    (Array("7".utf8), .json, .notAnArticle),
    (Array("{}".utf8), .json, .missingText),
    (Array(#"{"text":""}"#.utf8), .json, .empty),
    (Array(#"{"text":{}}"#.utf8), .json, .wrongType(key: "text")),
    (Array("\n\n".utf8), .jsonLines, .empty),
  ]

  @Test(arguments: refused)
  func `what gives no article says why`(
    _ bytes: [UInt8], _ format: ArticleFormat, _ reason: ArticleReadError.Reason
  ) {
    let reading = ArticleReader().read(bytes, stem: "x", format: format)
    #expect(reading.articles.isEmpty)
    #expect(reading.errors.map(\.reason) == [reason])
  }

  @Test func `more than the limit is refused`() {
    let reader = ArticleReader(limitBytes: 8)
    #expect(
      reader.read(Array("nine bytes".utf8), stem: "x", format: .text).errors.first?.reason
        == .tooLarge(limit: 8))
  }

  @Test func `half a surrogate pair in an escape becomes the replacement character`() {
    let article = read(#"{"text":"a \ud83d b \ude00 c \ud83d\ude00 \\ud83d"}"#, .json).articles
      .first
    #expect(
      article.map { String(decoding: $0.text, as: UTF8.self) }
        == "a \u{fffd} b \u{fffd} c \u{1f600} \\ud83d")
  }

  @Test func `NUL and other scripts are survived in JSON`() {
    let article = read(#"{"text":"Привет \u0000 мир"}"#, .json).articles.first
    #expect(article?.text == Array("Привет \u{0} мир".utf8))
  }

  @Test(arguments: [
    ("000_703EFA", "000_703efa"), ("Ünïcode Näme", "unicode-name"), ("a//b", "a-b"),
    ("..x", "x"), ("-", "article-"), ("日本", "article-"), ("x 日", "x-"),
  ])
  func `ids are slugs`(_ name: String, _ slug: String) {
    let made = ArticleID.slug(name)
    #expect(slug.hasSuffix("-") ? made.hasPrefix(slug) : made == slug)
    #expect(made.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f })
    #expect(made == made.lowercased())
  }

  @Test func `ids of other scripts differ`() {
    #expect(ArticleID.slug("日本") != ArticleID.slug("中国"))
  }

  static let dates: [(String, String, PublicationDate.Precision)] = [
    ("2023-10-07", "2023-10-07", .day),
    ("2023-10-07T08:00:00Z", "2023-10-07", .second),
    ("2023-10-07 08:00:00", "2023-10-07", .day),
    ("2023-10-07T08:00:00.123+0530", "2023-10-07", .second),
    ("Sat, 07 Oct 2023 08:00:00 GMT", "2023-10-07", .second),
    ("October 7, 2023", "2023-10-07", .day),
    ("7 Oct 2023", "2023-10-07", .day),
    ("Oct. 7th, 2023", "2023-10-07", .day),
    ("Saturday, October 7, 2023", "2023-10-07", .day),
    ("October 2023", "2023-10-01", .month),
    ("2023", "2023-01-01", .year),
  ]

  @Test(arguments: dates)
  func `publication dates are read as written`(
    _ text: String, _ day: String, _ precision: PublicationDate.Precision
  ) {
    let date = PublicationDate(metadata: text)
    #expect(date?.earliest.description == day)
    #expect(date?.precision == precision)
  }

  @Test(arguments: [
    "", "yesterday", "2023-13-01", "2023-02-30", "October 32, 2023", "7", "10/07/23x", "a b c d e",
    "0000-01-01", "October 7",
  ])
  func `what is no date gives none`(_ text: String) {
    #expect(PublicationDate(metadata: text) == nil)
  }
}
