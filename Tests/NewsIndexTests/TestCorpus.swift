import Extraction
import Formats
import NewsIndex

/// Builds an article and its analysis together, so that ranges are right by construction.
struct ArticleDraft {
  struct Part {
    var entity: String
    var type: EntityType
    var text: String
    var kind: MentionKind = .name
    var known: Int32?
    var title: String?
    /// What words around it speak of.
    var field: Field?
  }

  var id: String
  var source: String?
  var day: CalendarDate?
  /// Where only a range of days is known, its last.
  var lastDay: CalendarDate?
  var title: String?
  /// Sentences; each part stands among filler words.
  var sentences: [[Part]]

  var made: (Article, Analysis) {
    var text: [UInt8] = []
    var analysis = Analysis()
    for parts in sentences {
      let start = text.count
      let index = Int32(analysis.sentences.count)
      text += Array("Über ".utf8)
      for part in parts {
        var titleRange: TextRange?
        if let title = part.title {
          titleRange = TextRange(text.count, text.count + title.utf8.count)
          text += Array(title.utf8) + [0x20]
        }
        let range = TextRange(text.count, text.count + part.text.utf8.count)
        text += Array(part.text.utf8) + Array(" \u{1F600} said ".utf8)
        let known = part.known.map { KnownEntity(ordinal: $0) }
        var entity = analysis.entities.firstIndex { $0.name == part.entity && $0.type == part.type }
        if entity == nil {
          entity = analysis.entities.count
          analysis.entities.append(
            ArticleEntity(name: part.entity, type: part.type, known: known))
        }
        if let field = part.field { analysis.entities[entity ?? 0].fields.add(field, 6) }
        if let titleRange { analysis.entities[entity ?? 0].titles.append(titleRange) }
        analysis.mentions.append(
          Mention(
            range: range, sentence: index, entity: Int32(entity ?? 0), kind: part.kind,
            confidence: 90))
      }
      text += Array("so.".utf8)
      analysis.sentences.append(
        Sentence(range: TextRange(start, text.count), zone: .body, tokens: 0..<0))
      text += [0x0a]
    }
    analysis.zones = [Zone(kind: .body, range: TextRange(0, text.count))]
    analysis.wordCount = Int32(sentences.joined().count)
    if let source { analysis.source = SourceCredit(name: source, raw: source + ".example") }
    if let title { analysis.title = ArticleTitle(text: title, origin: .firstLine) }
    if let day {
      analysis.published = PublicationDate(
        earliest: day, latest: lastDay ?? day, precision: lastDay == nil ? .day : .month,
        basis: .metadata)
    }
    return (Article(id: id, text: text), analysis)
  }
}

func snapshot(_ drafts: [ArticleDraft]) -> Snapshot {
  var builder = SnapshotBuilder()
  for draft in drafts {
    let (article, analysis) = draft.made
    builder.add(article, analysis)
  }
  return builder.finish(builtAt: 0)
}

func person(_ name: String, _ text: String? = nil, _ kind: MentionKind = .name) -> ArticleDraft.Part
{
  ArticleDraft.Part(entity: name, type: .person, text: text ?? name, kind: kind)
}

func part(
  _ name: String, _ type: EntityType, _ text: String? = nil, _ kind: MentionKind = .name,
  known: Int32? = nil
) -> ArticleDraft.Part {
  ArticleDraft.Part(entity: name, type: type, text: text ?? name, kind: kind, known: known)
}

/// A few hundred articles about the same hundred things, some undated, some without a source.
func seededDrafts(_ count: Int, seed: UInt64) -> [ArticleDraft] {
  var random = SeededGenerator(seed: seed)
  let first = ["Ann", "Bo", "Carla", "Dmitri", "Eve", "Farid", "Gus", "Hana", "Ivo", "Jana"]
  let last = ["Adler", "Berg", "Costa", "Dahl", "Eriksen", "Fonseca", "Gruber", "Holm"]
  let places = ["Norland", "Sudland", "Westmark", "Ostheim"]
  return (0..<count).map { index in
    let sentences = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      (0..<Int.random(in: 0...4, using: &random)).map { _ in
        let roll = Int.random(in: 0..<10, using: &random)
        if roll < 2 {
          let place = places[Int.random(in: 0..<places.count, using: &random)]
          return part(place, .place, roll == 0 ? place + "ic" : place, roll == 0 ? .demonym : .name)
        }
        // The square makes some persons frequent and most rare.
        let pick = Int.random(in: 0..<8, using: &random) * Int.random(in: 0..<8, using: &random)
        let name = first[pick % first.count] + " " + last[pick % last.count]
        return roll == 9
          ? person(name, "she", .pronoun)
          : roll > 6 ? person(name, last[pick % 8], .surname) : person(name)
      }
    }
    let day = CalendarDate(daysSinceEpoch: 19_000 + Int32.random(in: 0..<40, using: &random))
    return ArticleDraft(
      id: "a\(Int.random(in: 0..<1000, using: &random))-\(index)",
      source: index % 5 == 0 ? nil : "Paper \(index % 7)",
      day: index % 6 == 0 ? nil : day,
      lastDay: index % 4 == 1
        ? CalendarDate(daysSinceEpoch: day.daysSinceEpoch + Int32(index % 13)) : nil,
      title: index % 3 == 0 ? nil : "Title \(Int.random(in: 0..<50, using: &random))",
      sentences: sentences)
  }
}
