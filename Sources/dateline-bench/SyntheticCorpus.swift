internal import Extraction
internal import Formats

/// News-like articles made from a seed number: the same ones on every machine and in every run.
///
/// Each article has a cast of people, bodies and places drawn by Zipf's law from a world that grows
/// with the corpus (namesakes among the people, some spelled two ways), a source and a date. The
/// analysis that a perfect reader would give comes along, so that the index can be measured without
/// the extractor; `ndjson` gives the text alone.
struct SyntheticCorpus {
  struct Member {
    var name: String
    var short: String
    var type: EntityType
    var known: KnownEntity?
  }

  let articleCount: Int
  let seed: UInt64

  init(articleCount: Int, seed: UInt64) {
    self.articleCount = articleCount
    self.seed = seed
  }

  var personCount: Int { 200 + articleCount / 2 }
  var bodyCount: Int { 100 + articleCount / 8 }
  var placeCount: Int { 300 }

  // MARK: World

  func person(_ rank: Int) -> Member {
    var random = SeededGenerator(seed: seed ^ UInt64(rank) &* 0x51_7cc1_b727)
    let first = Self.firstNames[random.below(Self.firstNames.count)]
    let surname = word(&random, 2 + random.below(2))
    return Member(name: first + " " + surname, short: surname, type: .person)
  }

  func body(_ rank: Int) -> Member {
    var random = SeededGenerator(seed: seed ^ UInt64(rank) &* 0x9d_3f41_c9d1)
    let kind = Self.bodies[random.below(Self.bodies.count)]
    let name = word(&random, 2) + " " + word(&random, 2) + " " + kind
    return Member(name: name, short: name, type: .organization)
  }

  func place(_ rank: Int) -> Member {
    var random = SeededGenerator(seed: seed ^ UInt64(rank) &* 0x2f_0b47_a93b)
    let name = word(&random, 2) + Self.placeEnds[random.below(Self.placeEnds.count)]
    return Member(name: name, short: name, type: .place, known: KnownEntity(ordinal: Int32(rank)))
  }

  private func word(_ random: inout SeededGenerator, _ syllables: Int) -> String {
    var word = ""
    for _ in 0..<syllables { word += Self.syllables[random.below(Self.syllables.count)] }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  // MARK: Articles

  /// - Parameter index: 0 ..< `articleCount`.
  func article(_ index: Int) -> (Article, Analysis) {
    var random = SeededGenerator(seed: seed &+ UInt64(index) &* 0xd6e8_feb8_6659_fd93)
    let cast =
      (0..<3 + random.below(5)).map { _ in person(random.zipf(personCount)) }
      + (0..<1 + random.below(4)).map { _ in body(random.zipf(bodyCount)) }
      + (0..<1 + random.below(4)).map { _ in place(random.zipf(placeCount)) }
    var draft = Draft(cast: cast)
    for _ in 0..<8 + random.below(16) { draft.addSentence(&random) }
    let day = CalendarDate(daysSinceEpoch: Int32(17_000 + random.below(3000)))
    var article = Article(id: "synthetic-\(index)", text: draft.text)
    article.metadata.title = cast[0].name + " in " + (cast.last?.name ?? "")
    article.metadata.source = "The " + Self.papers[random.zipf(Self.papers.count)] + " Post"
    article.metadata.language = "en"
    draft.date(from: day)
    if random.below(20) > 0 {
      article.metadata.published = PublicationDate(
        earliest: day, latest: day, precision: .day, basis: .metadata)
    }
    return (article, draft.analysis)
  }

  /// One line of NDJSON, as `dateline` reads it.
  func ndjson(_ index: Int) -> [UInt8] {
    let (article, _) = article(index)
    var json = JSONWriter(reserving: article.text.count + 256)
    json.beginObject()
    json.key("id")
    json.string(article.id)
    json.key("title")
    json.string(article.metadata.title ?? "")
    json.key("source")
    json.string(article.metadata.source ?? "")
    if let published = article.metadata.published {
      json.key("published")
      json.string(published.earliest.description)
    }
    json.key("text")
    json.string(article.text, 0..<article.text.count)
    json.endObject()
    return json.bytes + [0x0a]
  }

  /// The text as it grows, with the ranges of what is named in it.
  private struct Draft {
    let cast: [Member]
    var text: [UInt8] = []
    var analysis = Analysis()
    private var isIntroduced: Set<Int> = []
    /// Cast members of one name are one entity.
    private var entityOf: [Int] = []

    init(cast: [Member]) {
      self.cast = cast
      for member in cast {
        let known = analysis.entities.firstIndex {
          $0.name == member.name && $0.type == member.type
        }
        entityOf.append(known ?? analysis.entities.count)
        if known == nil {
          analysis.entities.append(
            ArticleEntity(name: member.name, type: member.type, known: member.known))
        }
      }
    }

    mutating func addSentence(_ random: inout SeededGenerator) {
      let start = text.count
      let template = SyntheticCorpus.sentences[random.below(SyntheticCorpus.sentences.count)]
      let mentions = analysis.mentions.count
      for piece in template.pieces {
        if piece.isEmpty { addMention(random.below(cast.count)) } else { text += piece }
      }
      let range = TextRange(start, text.count)
      addStatement(template, mentions: mentions, in: range)
      analysis.sentences.append(Sentence(range: range, zone: .body, tokens: 0..<0))
      text.append(analysis.sentences.count % 4 == 0 ? 0x0a : 0x20)
      analysis.zones = [Zone(kind: .body, range: TextRange(0, text.count))]
      analysis.wordCount += 14
    }

    /// What the sentence says of the first two it names, and whom it quotes.
    private mutating func addStatement(
      _ template: Template, mentions first: Int, in range: TextRange
    ) {
      let sentence = Int32(analysis.sentences.count)
      let parties = analysis.mentions[first...].map {
        Argument(range: $0.range, entity: $0.entity)
      }
      if template.isQuotation, let speaker = parties.first {
        analysis.quotations.append(
          Quotation(
            form: .direct, range: TextRange(Int(range.start) + 3, Int(speaker.range.start) - 4),
            sentence: sentence, speaker: speaker, confidence: 90))
      }
      guard let predicate = template.predicate, parties.count > 1,
        parties[0].entity != parties[1].entity
      else { return }
      let trigger = Int(parties[0].range.end) + 1
      analysis.relations.append(
        Relation(
          predicate: predicate, subject: parties[0], object: parties[1], sentence: sentence,
          trigger: TextRange(trigger, trigger + 3),
          modality: template.daysAhead > 0 ? .planned : .asserted,
          time: template.daysAhead == 0 ? nil : Int32(analysis.times.count), confidence: 80))
      guard template.daysAhead != 0 else { return }
      let end = Int(parties[1].range.end)
      var time = TimeExpression(
        range: TextRange(end + 1, end + 10), sentence: sentence, kind: .date,
        basis: .publication)
      let day = CalendarDate(daysSinceEpoch: Int32(template.daysAhead))
      time.when = template.daysAhead > 0 ? DateRange(weekOf: day) : DateRange(day: day)
      analysis.times.append(time)
    }

    /// Times are counted from the day the article is of.
    mutating func date(from day: CalendarDate) {
      for i in analysis.times.indices {
        guard let when = analysis.times[i].when else { continue }
        analysis.times[i].when = DateRange(
          earliest: day.adding(days: Int(when.earliest.daysSinceEpoch)),
          latest: day.adding(days: Int(when.latest.daysSinceEpoch)), precision: when.precision)
      }
    }

    private mutating func addMention(_ member: Int) {
      let isFirst = isIntroduced.insert(entityOf[member]).inserted
      let name = isFirst ? cast[member].name : cast[member].short
      let range = TextRange(text.count, text.count + name.utf8.count)
      text += name.utf8
      analysis.mentions.append(
        Mention(
          range: range, sentence: Int32(analysis.sentences.count),
          entity: Int32(entityOf[member]),
          kind: isFirst || cast[member].type != .person ? .name : .surname, confidence: 95))
    }
  }

  // MARK: Words

  private struct Template {
    /// An empty one is a member of the cast.
    var pieces: [[UInt8]] = []
    /// What the first named does to the second.
    var predicate: Predicate?
    /// From the day of the article to when that happens; 0 where the sentence does not tell.
    var daysAhead = 0
    var isQuotation = false

    init(
      _ sentence: String, _ predicate: Predicate? = nil, daysAhead: Int = 0,
      isQuotation: Bool = false
    ) {
      for (index, text) in sentence.split(separator: "@", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { pieces.append([]) }
        if !text.isEmpty { pieces.append(Array(text.utf8)) }
      }
      self.predicate = predicate
      self.daysAhead = daysAhead
      self.isQuotation = isQuotation
    }
  }

  private static let sentences: [Template] = [
    Template("@ met @ on Friday for talks about the price of gas.", .meets, daysAhead: -1),
    Template(
      "Officials said @ would travel to @ next week to sign a new agreement.", .visits,
      daysAhead: 7),
    Template("@ accused @ of breaking the truce, which it has repeatedly denied.", .accuses),
    Template(
      "“We will not wait for another year,” @ told reporters after the meeting.",
      isQuotation: true),
    Template("The report, seen by @, says that costs rose by 12 percent in 2021."),
    Template("Analysts expect that the move will be felt far beyond @."),
    Template("@, @ and @ issued a joint statement on Monday."),
    Template("It was the first such visit in more than a decade."),
    Template("A spokesman for @ declined to comment on the plans of @."),
    Template("Thousands of people marched through the streets, according to local media."),
    Template("The decision came hours after @ had warned of further delays."),
    Template("In a letter to @, lawmakers asked for an inquiry into the accident."),
  ]

  private static let syllables = [
    "ka", "ro", "ven", "li", "mar", "tes", "bo", "du", "nor", "sa", "fel", "gri", "hol", "jan",
    "kin", "lo", "mer", "nis", "os", "pal", "ra", "sten", "tu", "vi", "wal", "zor", "ber", "dan",
    "e", "fra",
  ]
  private static let firstNames = [
    "Anna", "Peter", "Maria", "John", "Elena", "Ahmed", "Fatima", "David", "Sofia", "Ivan",
    "Laura", "Carlos", "Yuki", "Omar", "Nina", "George", "Amina", "Viktor", "Grace", "Samuel",
    "Leila", "Thomas", "Olga", "Daniel", "Priya", "Marco", "Helen", "Joseph", "Irina", "Paul",
  ]
  private static let bodies = [
    "Bank", "Ministry", "Corporation", "University", "Agency", "Council", "Party", "Institute",
  ]
  private static let placeEnds = ["land", "stan", "burg", "ville", "ia"]
  private static let papers = [
    "Morning", "Evening", "Northern", "Southern", "Harbour", "Valley", "Capital", "Island",
    "Central", "Mountain", "River", "Coastal", "Daily", "Weekly", "Market", "Union",
  ]
}

extension SeededGenerator {
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  /// 0 most often, each rank as often as 1 / (rank + 1).
  mutating func zipf(_ count: Int) -> Int {
    // 1 doubling is as likely as another; within one all are.
    let bits = Int.bitWidth - (count - 1).leadingZeroBitCount
    while true {
      let doubling = below(bits + 1)
      let rank = doubling == 0 ? 0 : 1 << (doubling - 1) + below(1 << (doubling - 1))
      if rank < count { return rank }
    }
  }
}
