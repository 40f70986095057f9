import Extraction
import Formats
import Testing

@testable import NewsIndex

/// Undated articles take their dates from articles that tell the same event.
struct RelatedDatesTests {
  private let people = ["Kari Dahl", "Jan Berg", "Ida Holm", "Ola Vik", "Eva Lind"]

  /// An article that names everybody and says that the first two meet, at the words of `time`.
  private func article(
    _ id: String, _ sentence: String, modality: Modality = .asserted, published: String? = nil,
    naming count: Int = 5
  ) -> (Article, Analysis) {
    var text = Array(sentence.utf8) + [0x20]
    var mentions: [Mention] = []
    for (index, name) in people.prefix(count).enumerated() {
      let start = text.count
      text += Array(name.utf8) + [0x20]
      mentions.append(
        Mention(
          range: TextRange(start, text.count - 1), sentence: 0, entity: Int32(index), kind: .name,
          confidence: 90))
    }
    var article = Article(id: id, text: text)
    article.metadata.published = published.flatMap { PublicationDate(metadata: $0) }
    var analysis = Extractor(gazetteer: Gazetteer()).analyze(article)
    let whole = TextRange(0, text.count)
    analysis.sentences = [Sentence(range: whole, zone: .body, tokens: 0..<0)]
    for i in analysis.times.indices { analysis.times[i].sentence = 0 }
    analysis.entities = people.prefix(count).map { ArticleEntity(name: $0, type: .person) }
    analysis.mentions = mentions
    analysis.relations = [
      Relation(
        predicate: .meets, subject: Argument(range: mentions[0].range, entity: 0),
        object: Argument(range: mentions[1].range, entity: 1), sentence: 0,
        trigger: TextRange(0, 3), modality: modality,
        time: analysis.times.isEmpty ? nil : 0, confidence: 90)
    ]
    return (article, analysis)
  }

  private func snapshot(_ articles: [(Article, Analysis)]) -> Snapshot {
    var builder = SnapshotBuilder()
    for (article, analysis) in articles { builder.add(article, analysis) }
    return builder.finish(builtAt: 0)
  }

  private func row(_ id: String, _ snapshot: Snapshot) throws -> ArticleRow {
    snapshot[try #require(snapshot.article(id: id))]
  }

  /// 2024-03-15 is a Friday.
  private var announced: (Article, Analysis) {
    article(
      "announced", "They will meet on Friday, March 15.", modality: .planned,
      published: "2024-03-12")
  }

  @Test func `a meeting told of Friday dates its article by the one that announced it`() throws {
    let made = snapshot([announced, article("told", "They met on Friday.")])
    let told = try row("told", made)
    #expect(told.earliest?.description == "2024-03-15")
    #expect(told.basis == .related)
    #expect(made.string(told.related) == "announced")
    // Two reports of one event, now on one day.
    #expect(made.eventCount == 1)
    #expect(made[EventOrdinal(0)].status == .occurred)
    #expect(made.tables.times.allSatisfy { $0.when?.description == "2024-03-15" })
    #expect(made.checkInvariants() == nil)
  }

  @Test func `a day without a year takes that of the same event`() throws {
    let made = snapshot([
      announced,
      article(
        "told", "They will meet on March 15. It rained on March 10.", modality: .planned),
    ])
    let told = try row("told", made)
    #expect(told.earliest?.description == "2024-03-10")
    #expect(told.latest?.description == "2024-03-15")
    let days = made.tables.times.compactMap { $0.when?.description }
    #expect(days.contains("2024-03-10"))
  }

  @Test func `a dateline without a year takes that of an article of the same days`() throws {
    var (told, analysis) = article("told", "OSLO, March 14 They met.")
    analysis.dateline = Dateline(range: TextRange(0, 14), place: "Oslo", date: nil)
    analysis.relations[0].time = nil
    analysis.published = nil
    told.metadata.published = nil
    let made = snapshot([announced, (told, analysis)])
    #expect(try row("told", made).earliest?.description == "2024-03-14")
    #expect(made.tables.times.contains { $0.when?.description == "2024-03-14" })
  }

  @Test func `nothing is taken without enough in common, or against another day`() throws {
    for articles in [
      [announced, article("told", "They met on Friday.", naming: 3)],
      [announced, article("told", "They met on Monday.")],
      [announced, article("told", "They met.")],
      [
        announced, article("told", "They met on Friday."),
        article("later", "They met on Friday.", published: "2024-05-12"),
      ],
    ] {
      #expect(try row("told", snapshot(articles)).earliest == nil)
    }
  }
}
