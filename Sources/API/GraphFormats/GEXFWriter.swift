/// GEXF 1.3 (https://gexf.net): labels and weights are the format's own, all else is declared and
/// given as attribute values.
struct GEXFWriter: GraphWriter {
  private(set) var bytes: [UInt8] = []
  private var isInEdges = false

  mutating func begin(_ graph: GraphSummary) {
    bytes.append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3">
      <meta><creator>Dateline</creator><description>\(
        graph.isTruncated ? "truncated" : "complete")</description></meta>
      <graph defaultedgetype="\(graph.isDirected ? "directed" : "undirected")" mode="static">

      """)
    declare("node", GraphNode.attributes)
    declare("edge", GraphLink.attributes)
    bytes.append("<nodes>\n")
  }

  mutating func node(_ node: GraphNode) {
    bytes.append(tag: "node", ["id": node.id, "label": node.name])
    values(node.values)
    bytes.append("</node>\n")
  }

  mutating func edge(_ edge: GraphLink) {
    openEdges()
    bytes.append(
      tag: "edge",
      [
        "id": edge.id, "source": edge.source, "target": edge.target, "label": edge.label,
        "weight": String(edge.weight),
      ])
    values(edge.values)
    bytes.append("</edge>\n")
  }

  mutating func end() {
    openEdges()
    bytes.append("</edges>\n</graph>\n</gexf>\n")
  }

  private mutating func openEdges() {
    if !isInEdges { bytes.append("</nodes>\n<edges>\n") }
    isInEdges = true
  }

  private mutating func declare(_ domain: String, _ attributes: [GraphAttribute]) {
    bytes.append("<attributes class=\"\(domain)\">\n")
    for (index, attribute) in attributes.enumerated() {
      let type = attribute.kind == .integer ? "long" : "string"
      bytes.append(
        "<attribute id=\"\(index)\" title=\"\(attribute.name)\" type=\"\(type)\"/>\n")
    }
    bytes.append("</attributes>\n")
  }

  private mutating func values(_ values: [GraphValue?]) {
    bytes.append("<attvalues>")
    for (index, value) in values.enumerated() {
      guard let value else { continue }
      bytes.append(tag: "attvalue", ["for": String(index), "value": value.text])
      bytes.append("</attvalue>")
    }
    bytes.append("</attvalues>")
  }
}
