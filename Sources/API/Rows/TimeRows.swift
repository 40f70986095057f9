internal import Extraction
internal import Formats
internal import NewsIndex

// Time expressions, and the dates that they give to what happens.
extension Snapshot {
  /// Writes a time expression as a row of its own.
  func write(_ ordinal: TimeOrdinal, to json: inout JSONWriter) {
    let row = self[ordinal]
    json.beginObject()
    json.key("text")
    json.string(text, textIndices(row.range, in: self[row.sentence].article))
    json.key("kind")
    json.string(ascii: row.kind.word)
    if let when = row.when {
      writeMembers(of: when, basis(of: row), to: &json)
    } else if !row.duration.isEmpty {
      json.key("value")
      json.string(strings, row.duration.indices)
    }
    write(offsets(of: row.range, in: row.sentence), to: &json)
    json.key("sentence")
    json.integer(position(of: row.sentence))
    json.endObject()
  }

  /// The member `date`, where the words tell one.
  func write(dateOf time: TimeOrdinal?, to json: inout JSONWriter) {
    guard let row = time.map({ self[$0] }), let when = row.when else { return }
    json.key("date")
    json.beginObject()
    writeMembers(of: when, basis(of: row), to: &json)
    json.endObject()
  }

  private func writeMembers(
    of date: DateRange, _ basis: StaticString?, to json: inout JSONWriter
  ) {
    json.key("value")
    json.string(date.description)
    json.key("precision")
    json.string(ascii: date.precision.word)
    guard let basis else { return }
    json.key("basis")
    json.string(ascii: basis)
  }

  /// The day of publication may itself be told by the dateline.
  private func basis(of row: TimeRow) -> StaticString? {
    let article = self[self[row.sentence].article]
    let isOfDateline = row.basis == .publication && article.basis == .dateline
    return isOfDateline ? PublicationDate.Basis.dateline.word : row.basis?.word
  }
}
