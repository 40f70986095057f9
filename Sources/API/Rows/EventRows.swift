internal import Extraction
internal import Formats
internal import NewsIndex

// Events with their reports.
extension Snapshot {
  /// Writes an event with its first reports: it is never told without.
  func write(
    _ ordinal: EventOrdinal, reportCount: Int = EventRow.reportLimit, to json: inout JSONWriter
  ) {
    let row = self[ordinal]
    json.beginObject()
    json.key("id")
    json.string(id(of: ordinal))
    json.key("type")
    json.string(row.predicate.type.name)
    json.key("predicate")
    json.string(row.predicate.name)
    json.key("participants")
    json.beginArray()
    for participant in participants(of: ordinal) {
      json.beginObject()
      json.key("entity")
      write(participant.party, to: &json)
      json.key("role")
      json.string(ascii: participant.role.word)
      json.endObject()
    }
    json.endArray()
    write(dateOf: row.time, to: &json)
    write(place: row.place, to: &json)
    json.key("status")
    json.string(ascii: row.status.word)
    json.key("reports")
    json.beginArray()
    for report in reports(of: ordinal).prefix(reportCount) { write(report, to: &json) }
    json.endArray()
    json.key("counts")
    json.beginObject()
    json.key("reports")
    json.integer(row.reportCount)
    json.key("articles")
    json.integer(row.articleCount)
    json.endObject()
    json.endObject()
  }

  private func write(_ report: EventReportRow, to json: inout JSONWriter) {
    let evidence = evidence(of: report)
    json.beginObject()
    json.key("article")
    json.string(strings, self[self[evidence.sentence].article].id.indices)
    json.key("relation")
    json.string(id(of: report.relation))
    writeCommitment(of: self[report.relation], to: &json)
    write(dateOf: evidence.time, to: &json)
    json.key("evidence")
    write(evidence, to: &json)
    json.endObject()
  }

  /// Writes an entry of a timeline.
  func write(_ entry: TimelineEntry, to json: inout JSONWriter) {
    json.beginObject()
    switch entry {
    case .event(let event):
      write(dateOf: self[event].time, to: &json)
      json.key("kind")
      json.string(ascii: "event")
      json.key("event")
      write(event, to: &json)
    case .fact(let relation):
      write(dateOf: self[relation].time, to: &json)
      json.key("kind")
      json.string(ascii: "fact")
      json.key("relation")
      write(relation, to: &json)
    }
    json.endObject()
  }
}
