internal import Extraction
package import Formats
package import NewsIndex

/// What `include=` can put into an article.
package struct ArticleParts: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let text = ArticleParts(rawValue: 1)
  package static let sentences = ArticleParts(rawValue: 2)
  package static let mentions = ArticleParts(rawValue: 4)
  package static let entities = ArticleParts(rawValue: 8)
  package static let times = ArticleParts(rawValue: 16)

  static let all: ArticleParts = [.text, .sentences, .mentions, .entities, .times]
}

extension Snapshot {
  /// Writes an article, with the parts asked for.
  package func write(
    _ ordinal: ArticleOrdinal, including parts: ArticleParts = [], to json: inout JSONWriter
  ) {
    json.beginObject()
    writeMembers(of: ordinal, to: &json)
    writeLinks(
      "/articles/", self[ordinal].id.indices,
      [
        ("self", ""), ("text", "/text"), ("sentences", "/sentences"), ("mentions", "/mentions"),
        ("entities", "/entities"),
      ], to: &json)
    json.endObject()
    writeParts(parts, of: ordinal, to: &json)
    json.endObject()
  }

  /// Writes what is told of every article.
  func writeMembers(of ordinal: ArticleOrdinal, to json: inout JSONWriter) {
    let row = self[ordinal]
    json.key("id")
    json.string(strings, row.id.indices)
    writeTitle(row, to: &json)
    writeSource(row, to: &json)
    write(optional: row.author, key: "author", to: &json)
    write(optional: row.url, key: "url", to: &json)
    write(optional: row.language, key: "language", to: &json)
    writePublished(row, to: &json)
    writeDateline(row, to: &json)
    json.key("words")
    json.integer(row.wordCount)
    writeZones(ordinal, to: &json)
    writeCounts(ordinal, row, to: &json)
  }

  private func writeTitle(_ row: ArticleRow, to json: inout JSONWriter) {
    guard let origin = row.titleOrigin else {
      json.key("title_origin")
      json.string(ascii: "none")
      return
    }
    json.key("title")
    json.string(strings, row.title.indices)
    json.key("title_origin")
    json.string(ascii: origin.word)
  }

  private func writeSource(_ row: ArticleRow, to json: inout JSONWriter) {
    guard let source = row.source else { return }
    json.key("source")
    json.beginObject()
    json.key("name")
    json.string(strings, self[source].name.indices)
    json.key("raw")
    json.string(strings, row.sourceRaw.indices)
    json.endObject()
  }

  private func writePublished(_ row: ArticleRow, to json: inout JSONWriter) {
    guard let earliest = row.earliest, let latest = row.latest else { return }
    json.key("published")
    json.beginObject()
    if !row.timestamp.isEmpty {
      write(optional: row.timestamp, key: "date", to: &json)
    } else if earliest == latest {
      json.key("date")
      json.string(earliest.description)
    }
    json.key("earliest")
    json.string(earliest.description)
    json.key("latest")
    json.string(latest.description)
    json.key("precision")
    json.string(ascii: row.precision.word)
    json.key("basis")
    json.string(ascii: row.basis.word)
    write(optional: row.related, key: "article", to: &json)
    json.endObject()
  }

  private func writeDateline(_ row: ArticleRow, to json: inout JSONWriter) {
    guard row.datelineRange != nil else { return }
    json.key("dateline")
    json.beginObject()
    json.key("raw")
    json.string(strings, row.datelineRaw.indices)
    write(optional: row.datelinePlace, key: "place", to: &json)
    if let date = row.datelineDate {
      json.key("date")
      json.string(date.description)
    }
    json.endObject()
  }

  private func writeZones(_ ordinal: ArticleOrdinal, to json: inout JSONWriter) {
    json.key("zones")
    json.beginArray()
    for zone in zones(of: ordinal) {
      json.beginObject()
      json.key("kind")
      json.string(ascii: zone.kind.word)
      json.key("start")
      json.integer(zone.codePoints.start)
      json.key("end")
      json.integer(zone.codePoints.end)
      json.endObject()
    }
    json.endArray()
  }

  private func writeCounts(
    _ ordinal: ArticleOrdinal, _ row: ArticleRow, to json: inout JSONWriter
  ) {
    json.key("counts")
    json.beginObject()
    json.key("sentences")
    json.integer(sentences(of: ordinal).count)
    json.key("mentions")
    json.integer(row.nameMentionCount)
    json.key("entities")
    json.integer(entities(of: ordinal).count)
    json.endObject()
  }

  func writeParts(
    _ parts: ArticleParts, of ordinal: ArticleOrdinal, to json: inout JSONWriter
  ) {
    if parts.contains(.text) {
      json.key("text")
      json.string(text, self[ordinal].textIndices)
    }
    if parts.contains(.sentences) {
      json.key("sentences")
      json.beginArray()
      for sentence in sentences(of: ordinal) { write(SentenceOrdinal(sentence), to: &json) }
      json.endArray()
    }
    if parts.contains(.mentions) {
      json.key("mentions")
      json.beginArray()
      for mention in mentions(of: ordinal) { write(MentionOrdinal(mention), to: &json) }
      json.endArray()
    }
    if parts.contains(.entities) {
      json.key("entities")
      json.beginArray()
      for entity in entities(of: ordinal) { write(entity, to: &json) }
      json.endArray()
    }
    if parts.contains(.times) {
      json.key("times")
      json.beginArray()
      for time in times(of: ordinal) { write(TimeOrdinal(time), to: &json) }
      json.endArray()
    }
  }

  /// A member that is absent where the index has no such string.
  func write(optional range: HeapRange, key: StaticString, to json: inout JSONWriter) {
    guard !range.isEmpty else { return }
    json.key(key)
    json.string(strings, range.indices)
  }
}
