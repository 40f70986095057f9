import Extraction
import Formats
import Testing

@testable import NewsIndex

@Test func `the order of adding leaves no trace`() {
  var drafts = seededDrafts(120, seed: 7)
  let first = snapshot(drafts)
  var random = SeededGenerator(seed: 8)
  for _ in 0..<3 {
    drafts.shuffle(using: &random)
    let other = snapshot(drafts)
    #expect(other.id == first.id)
    #expect(other.tables.strings == first.tables.strings)
    #expect(other.tables.text == first.tables.text)
    #expect(other.tables.edges.map(\.weight) == first.tables.edges.map(\.weight))
  }
}

@Test func `other content has another id`() {
  var drafts = seededDrafts(20, seed: 7)
  let first = snapshot(drafts)
  drafts[3].sentences.append([person("Zoe Zander")])
  #expect(snapshot(drafts).id != first.id)
}

@Test func `an id that came before is refused`() {
  var builder = SnapshotBuilder()
  let (article, analysis) = ArticleDraft(id: "a", sentences: [[person("Ann Adler")]]).made
  let isNew = builder.add(article, analysis)
  #expect(isNew)
  let again = builder.add(article, analysis)
  #expect(!again)
  #expect(builder.articleCount == 1)
}

@Test func `an empty corpus answers`() {
  let empty = snapshot([])
  #expect(empty.checkInvariants() == nil)
  #expect(empty.articles(ArticleQuery(), PageRequest(limit: 5)).total == 0)
  #expect(empty.entities(EntityQuery(), PageRequest(limit: 5)).items.isEmpty)
  #expect(empty.graph(GraphQuery()).nodes.isEmpty)
  guard case .none(let suggestions) = empty.lookup("Ann") else {
    Issue.record("found something")
    return
  }
  #expect(suggestions.isEmpty)
}

@Test func `offsets come in bytes, code points and UTF-16 units`() {
  let made = snapshot(seededDrafts(40, seed: 9))
  for index in 0..<made.mentionCount {
    let row = made[MentionOrdinal(index)]
    let article = made.article(of: row)
    let text = String(decoding: made.text[made[article].textIndices], as: UTF8.self)
    let offsets = made.offsets(of: row)
    let bytes = Array(text.utf8)[offsets.utf8]
    #expect(
      Array(text.unicodeScalars)[offsets.codePoints].map(\.value)
        == String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value))
    #expect(
      Array(text.utf16)[offsets.utf16].elementsEqual(String(decoding: bytes, as: UTF8.self).utf16))
  }
}

@Test func `indices that an analysis gets wrong are dropped`() {
  var analysis = Analysis()
  analysis.sentences = [Sentence(range: TextRange(0, 99), zone: .body, tokens: 0..<0)]
  analysis.zones = [
    Zone(kind: .body, range: TextRange(-1, 2)), Zone(kind: .body, range: TextRange(0, 3)),
  ]
  analysis.entities = [ArticleEntity(name: "Ann", type: .person)]
  for (range, sentence, entity) in [
    (TextRange(0, 3), 0, 0), (TextRange(0, 4), 0, 0), (TextRange(0, 3), 1, 0),
    (TextRange(0, 3), 0, 1),
    (TextRange(2, 1), 0, 0), (TextRange(0, 3), -1, 0), (TextRange(0, 3), 0, -1),
  ] {
    analysis.mentions.append(
      Mention(
        range: range, sentence: Int32(sentence), entity: Int32(entity), kind: .name, confidence: 1))
  }
  var builder = SnapshotBuilder()
  builder.add(Article(id: "a", text: Array("Ann".utf8)), analysis)
  let made = builder.finish(builtAt: 0)
  #expect(made.mentionCount == 1)
  #expect(made.zones(of: ArticleOrdinal(Int32(0))).count == 1)
  #expect(made.checkInvariants() == nil)
}

@Test func `a title that names its owner is an office of that owner`() {
  let draft = ArticleDraft(
    id: "a",
    sentences: [
      [
        ArticleDraft.Part(
          entity: "Ann Adler", type: .person, text: "Ann Adler", title: "Prime Minister"),
        ArticleDraft.Part(
          entity: "Ann Adler", type: .person, text: "Adler", kind: .surname, title: "prime minister"
        ),
      ]
    ])
  let made = snapshot([draft])
  let roles = made.roles(of: EntityOrdinal(Int32(0)))
  #expect(roles.count == 1)
  #expect(roles.first.map { made.string($0.title) } == "Prime Minister")
  #expect(roles.first?.evidenceTotal == 2)
}

@Test func `a cursor fits its snapshot and its query only`() throws {
  let token = Cursor.encode(snapshot: 1, query: 2, after: -7)
  #expect(try Cursor.decode(token, snapshot: 1, query: 2) == -7)
  #expect(throws: Cursor.Failure.stale) { try Cursor.decode(token, snapshot: 3, query: 2) }
  #expect(throws: Cursor.Failure.mismatch) { try Cursor.decode(token, snapshot: 1, query: 3) }
  for bad in ["", "x", token + "x", String(token.dropLast()) + "!", String(token.reversed())] {
    #expect(throws: Cursor.Failure.malformed) { try Cursor.decode(bad, snapshot: 1, query: 2) }
  }
}

@Test func `what is published is loaded, and the generation tells`() {
  let current = Current()
  #expect(current.load() == nil)
  let before = current.generation
  let made = snapshot([])
  current.publish(made)
  #expect(current.load() === made)
  #expect(current.generation == before + 1)
}

@Test func `an office is told with its term, and a past one apart from the present one`() {
  let text = Array("Former mayor Ann Adler met Jo Berg, mayor since 2012.".utf8)
  var analysis = Analysis()
  let sentence = TextRange(0, text.count)
  analysis.sentences = [Sentence(range: sentence, zone: .body, tokens: 0..<0)]
  analysis.times = [
    TimeExpression(
      range: TextRange(48, 52), sentence: 0, kind: .date,
      when: CalendarDate(year: 2012, month: 1, day: 1).flatMap { first in
        CalendarDate(year: 2012, month: 12, day: 31).map {
          DateRange(earliest: first, latest: $0, precision: .year)
        }
      })
  ]
  analysis.entities = [
    ArticleEntity(name: "Ann Adler", type: .person, titles: [TextRange(7, 12)]),
    ArticleEntity(name: "Jo Berg", type: .person, titles: [TextRange(36, 41)]),
  ]
  analysis.mentions = [
    Mention(range: TextRange(13, 22), sentence: 0, entity: 0, kind: .name, confidence: 90),
    Mention(range: TextRange(27, 34), sentence: 0, entity: 1, kind: .name, confidence: 90),
  ]
  var builder = SnapshotBuilder()
  builder.add(Article(id: "a", text: text), analysis)
  let made = builder.finish(builtAt: 0)
  let roles = (0..<2).flatMap { made.roles(of: EntityOrdinal(Int32($0))) }
  #expect(roles.map(\.isFormer) == [true, false])
  #expect(roles.map { $0.since?.description } == [nil, "2012"])
}
