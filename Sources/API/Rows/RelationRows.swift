internal import Extraction
internal import Formats
internal import NewsIndex

// Relations with their evidence. Offsets are code points.
extension Snapshot {
  /// Evidences that one relation shows at most; `counts` tells how many there are.
  static let fullEvidenceCount = 500

  /// Writes a relation with its first evidences: it is never told without.
  func write(
    _ ordinal: RelationOrdinal, evidenceCount: Int = RelationRow.evidenceLimit,
    to json: inout JSONWriter
  ) {
    let row = self[ordinal]
    let all = evidence(of: ordinal)
    json.beginObject()
    json.key("id")
    json.string(id(of: ordinal))
    json.key("subject")
    write(row.subject, to: &json)
    json.key("predicate")
    json.string(row.predicate.name)
    json.key("object")
    write(row.object, to: &json)
    json.key("type")
    json.string(row.predicate.type.name)
    writeCommitment(of: row, to: &json)
    write(dateOf: row.time, to: &json)
    write(place: row.place, to: &json)
    if let qualified = all.prefix(evidenceCount).first(where: { $0.qualifierCount > 0 }) {
      writeQualifiers(of: qualified, to: &json)
    }
    json.key("confidence")
    json.decimal(Double(row.confidence) / 100, places: 2)
    json.key("evidence")
    json.beginArray()
    for one in all.prefix(evidenceCount) { write(one, to: &json) }
    json.endArray()
    json.key("counts")
    json.beginObject()
    json.key("evidence")
    json.integer(row.evidenceCount)
    json.key("articles")
    json.integer(row.articleCount)
    json.endObject()
    json.endObject()
  }

  /// Writes an entity, or what the text calls someone it does not name; `null` for nobody.
  func write(_ party: PartyRow, to json: inout JSONWriter) {
    if let entity = party.entity {
      writeReference(to: entity, &json)
    } else if party.text.isEmpty {
      json.null()
    } else {
      json.beginObject()
      json.key("id")
      json.null()
      json.key("name")
      json.string(strings, party.text.indices)
      json.endObject()
    }
  }

  /// Writes the modality, and who says so.
  func writeCommitment(of row: RelationRow, to json: inout JSONWriter) {
    json.key("modality")
    json.string(ascii: row.modality.word)
    guard !row.attribution.isAbsent else { return }
    json.key("attributed_to")
    write(row.attribution, to: &json)
  }

  func write(_ row: RelationEvidenceRow, to json: inout JSONWriter) {
    let article = self[row.sentence].article
    let sentence = offsets(of: row.sentence).codePoints
    json.beginObject()
    json.key("article")
    json.string(strings, self[article].id.indices)
    json.key("sentence")
    json.integer(position(of: row.sentence))
    json.key("start")
    json.integer(sentence.lowerBound)
    json.key("end")
    json.integer(sentence.upperBound)
    json.key("text")
    json.string(text, textIndices(self[row.sentence].utf8, in: article))
    write(row.subject, "subject", in: row.sentence, to: &json)
    write(row.object, "object", in: row.sentence, to: &json)
    write(row.trigger, "trigger", in: row.sentence, to: &json)
    if let tense = row.tense.word {
      json.key("tense")
      json.string(ascii: tense)
    }
    write(dateOf: row.time, to: &json)
    write(place: row.place, to: &json)
    writeQualifiers(of: row, to: &json)
    json.key("confidence")
    json.decimal(Double(row.confidence) / 100, places: 2)
    json.endObject()
  }

  private func write(
    _ range: TextRange?, _ key: StaticString, in sentence: SentenceOrdinal,
    to json: inout JSONWriter
  ) {
    guard let range else { return }
    json.key(key)
    write(offsets(of: range, in: sentence).codePoints, to: &json)
  }

  func write(place: EntityOrdinal?, to json: inout JSONWriter) {
    guard let place else { return }
    json.key("place")
    writeReference(to: place, &json)
  }

  /// The first of each kind, as written.
  private func writeQualifiers(of evidence: RelationEvidenceRow, to json: inout JSONWriter) {
    guard evidence.qualifierCount > 0 else { return }
    let article = self[evidence.sentence].article
    json.key("qualifiers")
    json.beginObject()
    for kind in Qualifier.Kind.allCases {
      guard let first = qualifiers(of: evidence).first(where: { $0.kind == kind }) else { continue }
      json.key(kind.word)
      json.string(text, textIndices(first.range, in: article))
    }
    json.endObject()
  }
}
