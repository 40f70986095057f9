internal import Formats
internal import NewsIndex

extension Snapshot {
  /// Writes an edge between two entities with the first sentences that support it.
  func write(_ ordinal: EdgeOrdinal, to json: inout JSONWriter) {
    let row = self[ordinal]
    json.beginObject()
    json.key("id")
    json.string(id(of: ordinal))
    json.key("source")
    json.string(strings, self[row.source].id.indices)
    json.key("target")
    json.string(strings, self[row.target].id.indices)
    json.key("class")
    json.string(ascii: "cooccurrence")
    json.key("weight")
    json.integer(row.weight)
    json.key("articles")
    json.integer(row.articleCount)
    json.key("evidence")
    json.beginArray()
    for sentence in row.evidenceSentences { writeEvidence(sentence, to: &json) }
    json.endArray()
    json.key("evidence_total")
    json.integer(row.weight)
    json.endObject()
  }

  /// Writes an entity that stands with another, and the edge between the two.
  func write(_ neighbor: Neighbor, to json: inout JSONWriter) {
    json.beginObject()
    let mentions = self[neighbor.entity].nameMentionCount
    writeNodeMembers(neighbor.entity, mentions: mentions, to: &json)
    json.key("edge")
    write(neighbor.edge, to: &json)
    json.endObject()
  }
}
