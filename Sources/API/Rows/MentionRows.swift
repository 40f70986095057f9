package import Formats
package import NewsIndex

// Mentions, the sentences they stand in, and sentences as evidence: offsets are code points unless
// their name says otherwise.
extension Snapshot {
  /// Writes a mention with its sentence: evidence must not cost a second call.
  package func write(_ ordinal: MentionOrdinal, to json: inout JSONWriter) {
    let row = self[ordinal]
    let sentence = self[row.sentence]
    let offsets = offsets(of: row)
    json.beginObject()
    json.key("id")
    json.string(id(of: ordinal))
    json.key("entity")
    writeReference(to: row.entity, &json)
    json.key("article")
    json.string(strings, self[sentence.article].id.indices)
    json.key("text")
    json.string(text, textIndices(row.range, in: sentence.article))
    json.key("kind")
    json.string(ascii: row.kind.word)
    json.key("zone")
    json.string(ascii: sentence.zone.word)
    json.key("confidence")
    json.decimal(Double(row.confidence) / 100, places: 2)
    write(offsets, to: &json)
    json.key("sentence")
    writeSentencePart(row.sentence, to: &json)
    json.endObject()
  }

  /// Writes a sentence as a row of its own.
  package func write(_ ordinal: SentenceOrdinal, to json: inout JSONWriter) {
    let row = self[ordinal]
    json.beginObject()
    json.key("index")
    json.integer(position(of: ordinal))
    json.key("zone")
    json.string(ascii: row.zone.word)
    write(offsets(of: ordinal), to: &json)
    json.key("text")
    json.string(text, textIndices(row.utf8, in: row.article))
    json.endObject()
  }

  /// Writes a sentence as the support of something.
  func writeEvidence(_ ordinal: SentenceOrdinal, to json: inout JSONWriter) {
    json.beginObject()
    json.key("article")
    json.string(strings, self[self[ordinal].article].id.indices)
    json.key("sentence")
    json.integer(position(of: ordinal))
    writeExtent(of: ordinal, to: &json)
    json.endObject()
  }

  func writeSentencePart(_ ordinal: SentenceOrdinal, to json: inout JSONWriter) {
    json.beginObject()
    json.key("index")
    json.integer(position(of: ordinal))
    writeExtent(of: ordinal, to: &json)
    json.endObject()
  }

  /// The members `start`, `end` and `text` of a sentence.
  private func writeExtent(of ordinal: SentenceOrdinal, to json: inout JSONWriter) {
    let row = self[ordinal]
    let codePoints = offsets(of: ordinal).codePoints
    json.key("start")
    json.integer(codePoints.lowerBound)
    json.key("end")
    json.integer(codePoints.upperBound)
    json.key("text")
    json.string(text, textIndices(row.utf8, in: row.article))
  }

  func write(_ offsets: TextOffsets, to json: inout JSONWriter) {
    json.key("start")
    json.integer(offsets.codePoints.lowerBound)
    json.key("end")
    json.integer(offsets.codePoints.upperBound)
    json.key("utf16")
    write(offsets.utf16, to: &json)
    json.key("utf8")
    write(offsets.utf8, to: &json)
  }

  func write(_ pair: Range<Int>, to json: inout JSONWriter) {
    json.beginArray()
    json.integer(pair.lowerBound)
    json.integer(pair.upperBound)
    json.endArray()
  }

  func writeReference(to ordinal: EntityOrdinal, _ json: inout JSONWriter) {
    json.beginObject()
    writeIdentity(of: self[ordinal], to: &json)
    json.endObject()
  }
}
