internal import Extraction
internal import Formats
internal import NewsIndex

// Edges of the graph, with the first sentences that support them.
extension Snapshot {
  func write(_ edge: GraphEdge, to json: inout JSONWriter) {
    json.beginObject()
    writeMembers(of: edge, to: &json)
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

  /// Writes the members of an edge into an object that the caller opened and will close.
  func writeMembers(of edge: GraphEdge, to json: inout JSONWriter) {
    let (source, target) = ends(of: edge)
    json.key("id")
    json.string(id(of: edge))
    json.key("source")
    json.string(strings, self[source].id.indices)
    json.key("target")
    json.string(strings, self[target].id.indices)
    json.key("class")
    json.string(ascii: edge.class.word)
    if case .relation(let relation) = edge {
      let row = self[relation]
      json.key("predicate")
      json.string(row.predicate.name)
      json.key("type")
      json.string(row.predicate.type.name)
      writeCommitment(of: row, to: &json)
    }
    json.key("weight")
    json.integer(weight(of: edge))
    json.key("articles")
    json.integer(articleCount(of: edge))
    json.key("evidence")
    json.beginArray()
    switch edge {
    case .cooccurrence(let edge):
      for sentence in self[edge].evidenceSentences { writeEvidence(sentence, to: &json) }
    case .relation(let relation):
      for one in evidence(of: relation).prefix(RelationRow.evidenceLimit) { write(one, to: &json) }
    }
    json.endArray()
    json.key("evidence_total")
    json.integer(weight(of: edge))
  }
}
