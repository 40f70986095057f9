internal import Extraction
internal import Formats
internal import HTTP
internal import NewsIndex

/// Lists of quotations.
enum QuoteResources {
  static let columns = [
    "id", "form", "article", "speaker.id", "speaker.name", "cue", "modality", "via.id",
    "via.name", "text", "confidence", "start", "end", "sentence.index", "sentence.start",
    "sentence.end",
    "sentence.text",
  ]

  /// Over the whole corpus.
  static func list(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    var query = query(call, snapshot)
    query.speakers = try call.entities(.speaker, in: snapshot)
    let listing = try Listing(call, snapshot, path: ["quotes"])
    return response(listing, query)
  }

  /// What an entity is quoted with.
  static func ofEntity(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let (entity, listing) = try EntityResources.part(
      "quotes", of: call, in: snapshot, narrowedTo: call.commonTypes)
    var query = query(call, snapshot)
    query.speakers = [[entity]]
    return response(listing, query)
  }

  private static func query(_ call: Call, _ snapshot: Snapshot) -> QuotationQuery {
    var query = QuotationQuery()
    query.forms = call.forms
    query.articles = call.articles(in: snapshot)
    query.published = call.published
    return query
  }

  private static func response(_ listing: Listing, _ query: QuotationQuery) -> Response {
    let snapshot = listing.snapshot
    return listing.response(snapshot.quotations(query, listing.page), columns: columns) {
      quotation, json in
      snapshot.write(quotation, to: &json)
    }
  }
}

extension Snapshot {
  /// Writes a quotation with the sentence that it begins in.
  func write(_ ordinal: QuotationOrdinal, to json: inout JSONWriter) {
    let row = self[ordinal]
    let article = self[row.sentence].article
    json.beginObject()
    json.key("id")
    json.string(id(of: ordinal))
    json.key("form")
    json.string(ascii: row.form.word)
    json.key("article")
    json.string(strings, self[article].id.indices)
    json.key("text")
    json.string(text, textIndices(row.range, in: article))
    if !row.speaker.isAbsent {
      json.key("speaker")
      write(row.speaker, to: &json)
    }
    if let cue = row.cue {
      json.key("cue")
      json.string(text, textIndices(cue, in: article))
    }
    json.key("modality")
    json.string(ascii: row.modality.word)
    if !row.via.isAbsent {
      json.key("via")
      write(row.via, to: &json)
    }
    json.key("confidence")
    json.decimal(Double(row.confidence) / 100, places: 2)
    write(offsets(of: row.range, in: row.sentence), to: &json)
    json.key("sentence")
    writeSentencePart(row.sentence, to: &json)
    json.endObject()
  }
}
