import Formats
import Testing

@testable import Extraction

struct ZoneReaderTests {
  private func anatomy(_ text: String, title: String? = nil) -> ArticleAnatomy {
    var article = Article(id: "x", text: Array(text.utf8))
    article.metadata.title = title
    return ZoneReader.read(article)
  }

  private func zones(_ text: String, title: String? = nil) -> [String] {
    anatomy(text, title: title).zones.map { zone in
      let bytes = Array(text.utf8)[zone.range.indices]
      return "\(zone.kind): \(String(decoding: bytes, as: UTF8.self))"
    }
  }

  @Test func `an article comes apart into its zones`() {
    let text = """
      Rain Expected Across the Coast

      By Jane Doe

      LISBON, Portugal — It rained on Monday.

      It went on raining, the office said.
      What comes next

      More rain will come in the week.

      Related stories:

      • One • Two

      Source: Example News
      """
    #expect(
      zones(text) == [
        "title: Rain Expected Across the Coast", "credit: By Jane Doe",
        "dateline: LISBON, Portugal —", "body: It rained on Monday.",
        "body: It went on raining, the office said.", "subheading: What comes next",
        "body: More rain will come in the week.", "residue: Related stories:",
        "residue: • One • Two", "credit: Source: Example News",
      ])
    let found = anatomy(text)
    #expect(found.title?.text == "Rain Expected Across the Coast")
    #expect(found.author == "Jane Doe")
    #expect(found.source?.name == "Example News")
    #expect(found.dateline?.place == "Lisbon")
  }

  /// Pages as agencies, broadcasters and papers lay them out: text and the kinds of its zones.
  static let pages: [(String, [ZoneKind])] = [
    (
      """
      Floods force thousands to flee in the north
      By JANE DOE and JOHN ROE
      Updated 10:32 AM EDT, October 7, 2024

      Share
      Copy
      LISBON, Portugal (AP) — Floods forced thousands from their homes on Monday.

      “We lost everything,” said a farmer.

      Read More

      The government said it would send aid.

      ___

      Associated Press writer Ann Poe in Madrid contributed to this report.
      """,
      [
        .title, .credit, .dateline, .residue, .residue, .dateline, .body, .body, .residue, .body,
        .residue, .credit,
      ]
    ),
    (
      """
      Floods force thousands to flee
      7 October 2024
      Jane Doe
      BBC News, Lisbon

      Getty Images
      Floods have forced thousands of people from their homes in the north.

      'We lost everything'

      A farmer said she had no time to save anything.

      More on this story
      Thousands flee floods
      Why is it raining?
      """,
      [
        .title, .dateline, .credit, .credit, .credit, .body, .subheading, .body, .residue,
        .residue, .residue,
      ]
    ),
    (
      """
      Floods force thousands to flee

      By Jane Doe

      October 7, 2024 10:32 AM GMT+1 Updated 2 hours ago

      LISBON, Oct 7 (Reuters) - Floods forced thousands from their homes on Monday.

      WHY IT MATTERS

      The region grows most of the country's wheat.

      Reporting by Jane Doe; Editing by John Roe

      Our Standards: The Thomson Reuters Trust Principles.
      """,
      [
        .title, .credit, .dateline, .dateline, .body, .subheading, .body, .credit, .residue,
      ]
    ),
    (
      """
      # Floods force thousands to flee

      *By Jane Doe*

      **LISBON** — Floods forced thousands from their homes on Monday.

      ![A flood](flood.jpg)

      ## What comes next

      More rain is expected.
      """,
      [.title, .credit, .dateline, .body, .residue, .subheading, .body]
    ),
  ]

  @Test(arguments: pages)
  func `pages of many papers come apart`(_ text: String, _ kinds: [ZoneKind]) {
    #expect(anatomy(text).zones.map(\.kind) == kinds)
    #expect(anatomy(text).author?.isEmpty == false)
    #expect(anatomy(text).dateline != nil)
  }

  @Test func `a first line that ends in a full stop is no title`() {
    #expect(zones("It rained.\n\nIt hailed.") == ["body: It rained.", "body: It hailed."])
  }

  @Test func `a title from metadata wins and marks the same line`() {
    let text = "IT RAINED.\n\nAll day long it rained."
    #expect(zones(text, title: "It rained.").first == "title: IT RAINED.")
    #expect(anatomy(text, title: "It rained.").title?.origin == .source)
    #expect(anatomy("It Rained Here\n\nAll day.").title?.origin == .firstLine)
  }

  @Test func `a text of one line is body`() {
    #expect(zones("Rain") == ["body: Rain"])
    #expect(zones("") == [])
    #expect(zones(" \n\u{feff}\n") == [])
  }

  @Test func `a byte order mark and line ends are in no zone`() {
    #expect(
      zones("\u{feff}It rained.\r\n\r\nIt hailed.\r\n") == [
        "body: It rained.", "body: It hailed.",
      ])
  }

  @Test func `lines wrapped by hand are one paragraph`() {
    let text = """
      Heavy rain fell across the whole of the coast on
      Monday and the rivers rose, the weather office said
      in a statement that it put out late at night.

      The office said that it had not seen so much rain in
      all the years since it began to measure, and that the
      rain would go on.
      """
    #expect(zones(text).count == 2)
  }

  static let datelines: [(String, String?, String)] = [
    ("LISBON, Portugal — It rained.", "Lisbon", "LISBON, Portugal —"),
    ("LONDON (Reuters) - It rained.", "London", "LONDON (Reuters) -"),
    ("NEW YORK, Oct 7 – It rained.", "New York", "NEW YORK, Oct 7 –"),
    ("PARIS/BERLIN, March 3 (AFP) — It rained.", "Paris", "PARIS/BERLIN, March 3 (AFP) —"),
    (
      "PORT-AU-PRINCE, Haiti (AP) -- It rained.", "Port-au-Prince",
      "PORT-AU-PRINCE, Haiti (AP) --"
    ),
    ("RIO DE JANEIRO: It rained.", "Rio de Janeiro", "RIO DE JANEIRO:"),
    ("BREAKING: It rained.", nil, ""),
    ("(CNN)It rained.", nil, "(CNN)"),
    ("Lisbon (CNN) It rained.", "Lisbon", "Lisbon (CNN)"),
    ("OSLO, Norway (AP) _ It rained.", "Oslo", "OSLO, Norway (AP) _"),
    (
      "OSLO, Oct. 7, 2024 /Example Newswire/ -- It rained.", "Oslo",
      "OSLO, Oct. 7, 2024 /Example Newswire/ --"
    ),
    ("ASTANA. KAZINFORM – It rained.", "Astana", "ASTANA. KAZINFORM –"),
    ("Oct. 7 (UPI) -- It rained.", nil, "Oct. 7 (UPI) --"),
    ("AL-BAB, Syria — It rained.", "Al-Bab", "AL-BAB, Syria —"),
    ("Jane Doe — the mayor — said so.", nil, ""),
    ("WASHINGTON, D.C. — It rained.", "Washington", "WASHINGTON, D.C. —"),
    ("Geneva — It rained.", "Geneva", "Geneva —"),
    ("(CNN) — It rained.", nil, "(CNN) —"),
    (
      "LONDON, October 7, 2023 (Xinhua) -- It rained.", "London",
      "LONDON, October 7, 2023 (Xinhua) --"
    ),
    ("It rained — and hailed — all day.", nil, ""),
    ("The office — which is new — said so.", nil, ""),
    ("Rain, hail and snow - all fell.", nil, ""),
  ]

  @Test(arguments: datelines)
  func `datelines are read`(_ text: String, _ place: String?, _ raw: String) {
    let bytes = Array(text.utf8)
    let dateline = anatomy(text).dateline
    #expect(dateline?.place == place)
    #expect(
      dateline.map { String(decoding: bytes[$0.range.indices], as: UTF8.self) } ?? "" == raw)
  }

  @Test func `the date of a dateline is kept where the year is known`() {
    #expect(
      anatomy("LONDON, October 7, 2023 (AP) — It rained.").dateline?.date?.description
        == "2023-10-07")
    #expect(anatomy("LONDON, Oct 7 (AP) — It rained.").dateline?.date == nil)
    var article = Article(id: "x", text: Array("LONDON, Dec 31 (AP) — It rained.".utf8))
    article.metadata.published = PublicationDate(metadata: "2024-01-01")
    #expect(ZoneReader.read(article).dateline?.date?.description == "2023-12-31")
    #expect(
      anatomy("Friday, January 4, 2019\n\nIt rained.").dateline?.date?.description == "2019-01-04")
  }

  static let credits: [(String, String?, String?)] = [
    ("Source » bbcnews", "BBC News", "bbcnews"),
    ("Source: Example Gazette", "Example Gazette", "Example Gazette"),
    (
      "Source: https://www.nytimes.com/2023/10/07/x.html", "The New York Times",
      "https://www.nytimes.com/2023/10/07/x.html"
    ),
    ("Credit: dailyexampletribune", "Dailyexampletribune", "dailyexampletribune"),
    ("Credit: thelisbonpost", nil, nil),
    ("Source: thelondonherald", "The London Herald", "thelondonherald"),
    ("(Reuters)", "Reuters", "Reuters"),
    ("By Jane Doe | Reuters", "Reuters", "Reuters"),
    ("© 2023 Example", nil, nil),
    ("Photo: Jane Doe", nil, nil),
  ]

  @Test(arguments: credits)
  func `credits are read`(_ line: String, _ name: String?, _ raw: String?) {
    let found = anatomy("It rained.\n\n\(line)")
    #expect(found.zones.last?.kind == .credit)
    if line != "Credit: thelisbonpost" {
      #expect(found.source?.name == name)
      #expect(found.source?.raw == raw)
    }
  }

  @Test func `an agency in brackets after the last sentence is a credit`() {
    let body = "It rained all day long in the north of the country, the office said on Monday."
    #expect(zones("\(body) (AP)") == ["body: \(body)", "credit: (AP)"])
    #expect(anatomy("\(body) (AP)").source?.name == "Associated Press")
    #expect(zones("\(body) (It hailed)") == ["body: \(body) (It hailed)"])
  }

  @Test(arguments: [
    "Advertisement", "Read more: Rain", "Click here to subscribe", "Related Stories",
    "https://example.org/a", "Home | World | Sport", "* * *", "Sign up for our newsletter",
  ])
  func `page furniture is residue`(_ line: String) {
    #expect(
      anatomy("It rained.\n\n\(line)\n\nIt hailed.").zones.map(\.kind) == [
        .body, .residue, .body,
      ])
  }

  @Test(arguments: [
    "’’", "“”\n\nIt rained.", "’\n\nIt rained.", "#’\nx", "*", "**", "_ _", "(", ")", "By", "©",
  ])
  func `a line of marks alone is survived`(_ text: String) {
    #expect(anatomy(text).zones.allSatisfy { $0.range.indices.upperBound <= text.utf8.count })
  }

  @Test func `zones lie in order, inside the text, and hold whole scalars`() {
    for seed in 0..<400 as Range<UInt64> {
      let text = RandomText.utf8(seed: seed)
      let found = ZoneReader.read(Article(id: "x", text: text))
      var last = 0
      for zone in found.zones {
        #expect(zone.range.indices.lowerBound >= last)
        #expect(!zone.range.indices.isEmpty)
        last = zone.range.indices.upperBound
        #expect(UTF8Check.firstInvalidOffset(Array(text[zone.range.indices]).span) == nil)
      }
      #expect(last <= text.count)
    }
  }
}
