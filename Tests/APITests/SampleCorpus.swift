import API
import Extraction
import Formats
import HTTP
import NewsIndex

/// A small corpus of invented names, analysed by hand: what is served of it is known.
///
/// In a text `{3:surname:Velt}` marks the words “Velt” as a mention of the article's entity 3.
/// Every line is a sentence.
enum SampleCorpus {
  static let builtAt: Int64 = 1_700_000_000

  private static let people = [
    ArticleEntity(name: "Arno Velt", type: .person),
    ArticleEntity(name: "Mira Velt", type: .person),
    ArticleEntity(name: "Norvia", type: .place, subtype: .country),
    ArticleEntity(name: "Lasse Institute", type: .organization),
    ArticleEntity(name: "Port Lasse", type: .place, subtype: .city),
    ArticleEntity(name: "Élodie Quist", type: .person),
  ]

  private static let articles: [(id: String, day: Int?, source: String?, text: String)] = [
    (
      "first", 3, "The Norvian Post",
      """
      {0:name:Arno Velt} came to {4:name:Port Lasse} 🚢 with {5:name:Élodie Quist}.
      “{2:demonym:Norvian} ships are welcome,” {0:surname:Velt} said; {0:pronoun:he} then left.
      {5:surname:Quist} thanked {2:name:Norvia} and the {3:name:Lasse Institute} ({3:abbreviation:LI}).
      """
    ),
    (
      "second", 5, "Quay Wire",
      """
      {1:name:Mira Velt} leads the {3:name:Lasse Institute} in {4:name:Port Lasse}.
      {3:abbreviation:LI} was founded by {0:name:Arno Velt}, {2:metonym:Port Lasse} said.
      """
    ),
    (
      "third", nil, nil,
      """
      Nobody from {2:name:Norvia} met {5:name:Élodie Quist}.
      """
    ),
  ]

  /// Article, sentence, and of the people above: subject, object, who says so.
  private static let relations:
    [(
      article: String, sentence: Int, subject: Int, predicate: Predicate, object: Int?,
      modality: Modality, by: Int?
    )] = [
      ("first", 0, 0, .visits, 4, .asserted, nil),
      ("first", 0, 0, .meets, 5, .asserted, nil),
      ("first", 2, 5, .praises, 2, .asserted, nil),
      ("first", 2, 5, .praises, 3, .asserted, nil),
      ("second", 0, 1, .headOf, 3, .asserted, nil),
      ("second", 1, 0, .founded, 3, .reported, 2),
      ("third", 0, 5, .meets, 2, .denied, nil),
    ]

  static func snapshot(articleCount: Int = 3) -> Snapshot {
    var builder = SnapshotBuilder()
    for row in articles.prefix(articleCount) {
      let (article, analysis) = parse(row.id, row.text, day: row.day, source: row.source)
      builder.add(article, analysis)
    }
    return builder.finish(builtAt: builtAt)
  }

  static func current() -> Current {
    let current = Current()
    current.publish(snapshot())
    return current
  }

  private static func parse(
    _ id: String, _ marked: String, day: Int?, source: String?
  ) -> (Article, Analysis) {
    var analysis = Analysis()
    analysis.entities = people
    var text: [UInt8] = []
    for line in marked.split(separator: "\n") {
      let start = text.count
      let firstToken = Int32(analysis.tokens.count)
      append(line, to: &text, &analysis)
      let range = TextRange(start, text.count)
      analysis.tokens.append(Token(range: range))
      analysis.sentences.append(
        Sentence(range: range, zone: .body, tokens: firstToken..<firstToken + 1))
      analysis.zones.append(Zone(kind: .body, range: range))
      text.append(UInt8(ascii: "\n"))
    }
    analysis.wordCount = Int32(marked.split(whereSeparator: \.isWhitespace).count)
    analysis.source = source.map { SourceCredit(name: $0, raw: $0.lowercased()) }
    if id == "second" {
      analysis.title = ArticleTitle(text: "Institute, \"found\"", origin: .source)
    }
    if let date = day.flatMap({ CalendarDate(year: 2024, month: 2, day: $0) }) {
      analysis.published = PublicationDate(
        earliest: date, latest: date, precision: .day, basis: .metadata)
    }
    addRelations(id, &analysis)
    // Entities that the article does not mention are no part of its analysis.
    let used = Set(analysis.mentions.map(\.entity)).sorted()
    analysis.entities = used.map { people[Int($0)] }
    for i in analysis.mentions.indices {
      let place = used.firstIndex(of: analysis.mentions[i].entity) ?? 0
      analysis.mentions[i].entity = Int32(place)
    }
    func moved(_ argument: Argument?) -> Argument? {
      argument.map { argument in
        Argument(
          range: argument.range,
          entity: argument.entity.flatMap { used.firstIndex(of: $0) }.map { Int32($0) })
      }
    }
    for i in analysis.relations.indices {
      analysis.relations[i].subject = moved(analysis.relations[i].subject)
      analysis.relations[i].object = moved(analysis.relations[i].object)
      analysis.relations[i].attribution = moved(analysis.relations[i].attribution)
    }
    for i in analysis.quotations.indices {
      analysis.quotations[i].speaker = moved(analysis.quotations[i].speaker)
    }
    return (Article(id: id, text: text), analysis)
  }

  private static func addRelations(_ id: String, _ analysis: inout Analysis) {
    func argument(_ entity: Int, _ sentence: Int) -> Argument {
      let mention = analysis.mentions.first {
        Int($0.entity) == entity && Int($0.sentence) == sentence
      }
      return Argument(range: mention?.range ?? TextRange(0, 1), entity: Int32(entity))
    }
    for row in relations where row.article == id {
      let start = Int(analysis.sentences[row.sentence].range.start)
      analysis.relations.append(
        Relation(
          predicate: row.predicate, subject: argument(row.subject, row.sentence),
          object: row.object.map { argument($0, row.sentence) }, sentence: Int32(row.sentence),
          trigger: TextRange(start, start + 4), modality: row.modality, tense: .past,
          attribution: row.by.map { argument($0, row.sentence) }, confidence: 88))
    }
    if id == "first" {
      let sentence = analysis.sentences[1].range
      // The ships are described only.
      analysis.relations.append(
        Relation(
          predicate: .urges, subject: argument(0, 1),
          object: Argument(
            range: TextRange(Int(sentence.start) + 11, Int(sentence.start) + 16), entity: nil),
          sentence: 1, trigger: TextRange(Int(sentence.start), Int(sentence.start) + 3),
          time: 0,
          qualifiers: [
            Qualifier(
              kind: .goods,
              range: TextRange(Int(sentence.start) + 11, Int(sentence.start) + 16))
          ], confidence: 70))
      analysis.times = [
        TimeExpression(
          range: TextRange(Int(sentence.start) + 33, Int(sentence.start) + 38), sentence: 1,
          kind: .date, when: CalendarDate(year: 2024, month: 2, day: 2).map { DateRange(day: $0) },
          basis: .publication)
      ]
      analysis.quotations = [
        Quotation(
          form: .direct, range: TextRange(Int(sentence.start) + 3, Int(sentence.start) + 32),
          sentence: 1, speaker: argument(0, 1), confidence: 95),
        Quotation(
          form: .scare, range: TextRange(Int(sentence.start) + 11, Int(sentence.start) + 16),
          sentence: 1, confidence: 60),
        Quotation(
          form: .indirect, range: TextRange(Int(sentence.start) + 20, Int(sentence.start) + 32),
          sentence: 1, speaker: argument(0, 1), modality: .denied, confidence: 70),
      ]
    }
  }

  private static func append(
    _ line: Substring, to text: inout [UInt8], _ analysis: inout Analysis
  ) {
    for piece in line.split(separator: "{", omittingEmptySubsequences: false) {
      guard let close = piece.firstIndex(of: "}") else {
        text += Array(piece.utf8)
        continue
      }
      let parts = piece[..<close].split(separator: ":")
      let start = text.count
      text += Array(parts[2].utf8)
      analysis.mentions.append(
        Mention(
          range: TextRange(start, text.count), sentence: Int32(analysis.sentences.count),
          entity: Int32(parts[0]) ?? 0,
          kind: MentionKind.allCases.first { $0.word.description == parts[1] } ?? .name,
          confidence: 97))
      text += Array(piece[piece.index(after: close)...].utf8)
    }
  }
}

/// The table of everything served over one corpus, asked without a socket.
struct Client {
  let routes: [Route]

  init(_ current: Current = SampleCorpus.current()) {
    routes = Routes.table(
      current: current, extractor: Extractor(gazetteer: Gazetteer()), analyzeBytes: 1000,
      openAPI: Array("openapi: 3.1.0".utf8), version: "9.9.9")
  }

  /// - Parameter target: as it would stand in a request line.
  func get(_ target: String, accept: String? = nil) throws -> Response {
    try ask(.get, target, fields: accept.map { [("accept", $0)] } ?? [])
  }

  /// - Parameter fields: names in lower case.
  func ask(
    _ method: HTTP.Method, _ target: String, fields: [(name: String, value: String)],
    content: [UInt8] = []
  ) throws -> Response {
    let bytes = Array(target.utf8)
    guard let parsed = RequestTarget(bytes.span) else {
      throw SyntaxError(description: "no target: \(target)")
    }
    var request = Request(
      method: method, path: parsed.path, query: parsed.query, target: target, fields: fields,
      content: content)
    // Literal parts win over captures, as in the server's router.
    let fitting = routes.filter { fits($0.path, parsed.path) }
    guard let route = fitting.min(by: { captureCount($0.path) < captureCount($1.path) }) else {
      throw SyntaxError(description: "no route: \(target)")
    }
    request.captures = zip(route.path, parsed.path).compactMap { part, segment in
      if case .capture = part { segment } else { nil }
    }
    return route.handler(request)
  }

  private func captureCount(_ path: [Route.PathPart]) -> Int {
    path.count { if case .capture = $0 { true } else { false } }
  }

  private func fits(_ path: [Route.PathPart], _ segments: [String]) -> Bool {
    path.count == segments.count
      && zip(path, segments).allSatisfy { part, segment in
        if case .literal(let text) = part { text == segment } else { true }
      }
  }

  func json(_ target: String) throws -> JSONValue {
    try JSONValue(json: try get(target).content)
  }

  /// Every row of a list, following `page.next`.
  func rows(_ target: String) throws -> [JSONValue] {
    var rows: [JSONValue] = []
    var next: String? = target
    for _ in 0..<1000 {
      guard let page = next else { return rows }
      let body = try json(page)
      guard let data = body["data"]?.array else {
        throw SyntaxError(description: "no list at \(page): \(body)")
      }
      rows += data
      next = body["page"]?["next"]?.string
    }
    throw SyntaxError(description: "\(target) does not end")
  }
}

extension Response {
  func field(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
  var text: String { String(decoding: content, as: UTF8.self) }
}
