internal import Formats
internal import NewsIndex

extension Snapshot {
  /// Writes the members of a path into an object that the caller opened and will close. Its nodes
  /// and edges are named by their ids.
  func writeMembers(of path: GraphPath, to json: inout JSONWriter) {
    json.key("length")
    json.integer(path.hops.count)
    json.key("weight")
    json.integer(path.weight)
    json.key("nodes")
    json.beginArray()
    for node in path.nodes { json.string(strings, self[node].id.indices) }
    json.endArray()
    json.key("hops")
    json.beginArray()
    for hop in path.hops { write(hop, to: &json) }
    json.endArray()
  }

  private func write(_ hop: GraphPath.Hop, to json: inout JSONWriter) {
    json.beginObject()
    json.key("source")
    json.string(strings, self[hop.source].id.indices)
    json.key("target")
    json.string(strings, self[hop.target].id.indices)
    json.key("weight")
    json.integer(hop.weight)
    json.key("edges")
    json.beginArray()
    for edge in hop.edges { json.string(id(of: edge)) }
    json.endArray()
    json.key("edges_total")
    json.integer(hop.edgeCount)
    json.endObject()
  }
}
