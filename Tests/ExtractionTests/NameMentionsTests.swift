import Testing

@testable import Extraction

/// One analysed text, with mentions shown as `text = Entity (kind)`.
struct Reading {
  let analysis: Analysis
  let text: [UInt8]

  init(_ text: String) {
    self.text = Array(text.utf8)
    analysis = Extractor(gazetteer: ShippedGazetteer.value).analyze(
      Article(id: "a", text: self.text))
  }

  var mentions: [String] {
    analysis.mentions.map { mention in
      let entity = analysis.entities[Int(mention.entity)]
      let kind = mention.kind == .name ? "" : " (\(mention.kind))"
      return slice(mention.range) + " = " + entity.name + kind
    }
  }

  func slice(_ range: TextRange) -> String { String(decoding: text[range.indices], as: UTF8.self) }

  func type(of name: String) -> EntityType? {
    analysis.entities.first { $0.name == name }?.type
  }
}

struct NameMentionsTests {
  @Test func `a hashtag is a name where what it says is one, its sign is no part of it`() {
    let reading = Reading("RT @berg: Talks begin in #Norway, said #Kenyan envoys. #berglife")
    #expect(reading.mentions == ["Norway = Norway", "Kenyan = Kenya (demonym)"])
    #expect(Reading("Viewers of RT saw it.").mentions == ["RT = RT"])
  }

  @Test(arguments: [
    (
      "We spoke to Kenyan President Anna Ojwang on Monday. Ojwang said no.",
      ["Kenyan = Kenya (demonym)", "Anna Ojwang = Anna Ojwang", "Ojwang = Anna Ojwang (surname)"]
    ),
    (
      "Peru’s foreign ministry said so. The Peruvian foreign ministry repeated it.",
      [
        "Peru’s foreign ministry = Peruvian Foreign Ministry", "Peru = Peru",
        "Peruvian foreign ministry = Peruvian Foreign Ministry", "Peruvian = Peru (demonym)",
      ]
    ),
    (
      "Troops entered northern Chad.",
      ["northern Chad = northern Chad", "Chad = Chad"]
    ),
    (
      "He met Mohammed Kasri there, and then Muhammad Kasri left.",
      ["Mohammed Kasri = Mohammed Kasri", "Muhammad Kasri = Mohammed Kasri (variant)"]
    ),
    (
      "The National Weather Office (NWO) warned of rain. The NWO was right.",
      [
        "National Weather Office = National Weather Office",
        "NWO = National Weather Office (abbreviation)",
        "NWO = National Weather Office (abbreviation)",
      ]
    ),
    (
      "It was in the U.S., the USA and America.",
      [
        "U.S. = United States (abbreviation)", "USA = United States (abbreviation)",
        "America = United States",
      ]
    ),
    (
      "She told The Guardian and the President of the United States Joe Carter in Easter Week.",
      [
        "Guardian = The Guardian", "United States = United States", "Joe Carter = Joe Carter",
      ]
    ),
    (
      "Broadcaster Anna Jones spoke in South London and northern Easter Island.",
      [
        "Anna Jones = Anna Jones", "South London = South London",
        "Easter Island = Easter Island",
      ]
    ),
    ("On Friday, in May, the President and I left.", []),
    (
      "Kim Novak’s brother met Apple CEO Steve Carter.",
      [
        "Kim Novak = Kim Novak", "Apple = Apple", "Steve Carter = Steve Carter",
      ]
    ),
  ])
  func `names lead to their entities`(_ row: (String, [String])) {
    #expect(Reading(row.0).mentions == row.1)
  }

  @Test(arguments: [
    ("Lima accused Quito of delay.", "Lima = Peru (metonym)"),
    ("They met in Lima.", "Lima = Lima"),
    ("Sanctions against Lima were lifted.", "Lima = Peru (metonym)"),
    ("The ties between Lima and Quito improved.", "Quito = Ecuador (metonym)"),
    ("She flew to Lima.", "Lima = Lima"),
    ("The streets of Lima were empty.", "Lima = Lima"),
    ("LIMA, Peru — Rain fell.", "LIMA = Lima"),
  ])
  func `a capital is a city or its government by its context`(_ row: (String, String)) {
    let mentions = Reading(row.0).mentions
    #expect(mentions.contains(row.1), "\(mentions)")
  }

  @Test func `father and son keep apart, their surname alone goes to the one spoken of last`() {
    let reading = Reading(
      "President Omar Diallo resigned. His father, Sekou Diallo, had ruled before. Diallo wept.")
    #expect(reading.analysis.entities.map(\.name) == ["Omar Diallo", "Sekou Diallo"])
    #expect(reading.mentions.last == "Diallo = Sekou Diallo (surname)")
    #expect(reading.analysis.mentions.last?.confidence ?? 100 <= 55)
  }

  @Test func `a headline repeats the text and does not vote`() {
    let reading = Reading(
      """
      Ojwang To Meet Workers In Nairobi Amid Strike

      Anna Ojwang, the mayor, will go to Nairobi on Friday. The workers wait.
      """)
    #expect(
      reading.mentions == [
        "Ojwang = Anna Ojwang (surname)", "Nairobi = Nairobi", "Anna Ojwang = Anna Ojwang",
        "the mayor = Anna Ojwang (description)", "Nairobi = Nairobi",
      ])
  }

  @Test func `any text gives sorted mentions inside it`() {
    var seed: UInt64 = 7
    let words = [
      "Ojwang", "the", "of", "Lima", "'s", "\u{2019}", "U.S.", "-", "(", ")", "Bank",
      "President", "é", "\n\n", ",", "Ministry", "northern", "al", "A", "\u{1F600}", "X.", "Ω", "和",
    ]
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<40 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += words[Int(seed >> 33) % words.count] + (seed >> 20 & 1 == 0 ? " " : "")
      }
      let reading = Reading(text)
      let analysis = reading.analysis
      for (a, b) in zip(analysis.mentions, analysis.mentions.dropFirst()) {
        #expect(a.range <= b.range)
        #expect(!a.range.overlaps(b.range) || a.range.contains(b.range))
      }
      for mention in analysis.mentions {
        #expect(mention.range.end <= Int32(reading.text.count) && mention.range.count > 0)
        #expect(analysis.entities.indices.contains(Int(mention.entity)))
        #expect(analysis.sentences[Int(mention.sentence)].range.contains(mention.range))
      }
    }
  }

  @Test(.timeLimit(.minutes(1))) func `a text of nothing but names stays linear`() {
    let text = (0..<20_000).map { "Anna\($0 % 977) Smith" }.joined(separator: " met ")
    #expect(Reading(text).analysis.mentions.count > 10_000)
  }
}
