/// GraphML 1.0 (http://graphml.graphdrawing.org/specification.html): attributes are declared with
/// their types as `key`s, and every value names its key.
struct GraphMLWriter: GraphWriter {
  private(set) var bytes: [UInt8] = []

  mutating func begin(_ graph: GraphSummary) {
    bytes.append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="truncated" for="graph" attr.name="truncated" attr.type="boolean"/>

      """)
    key("node_label", "node", "label", .text)
    for attribute in GraphNode.attributes {
      key("node_" + attribute.name, "node", attribute.name, attribute.kind)
    }
    key("edge_label", "edge", "label", .text)
    key("edge_weight", "edge", "weight", .integer)
    for attribute in GraphLink.attributes {
      key("edge_" + attribute.name, "edge", attribute.name, attribute.kind)
    }
    bytes.append("<graph edgedefault=\"\(graph.isDirected ? "directed" : "undirected")\">\n")
    data("truncated", .text(String(graph.isTruncated)))
    bytes.append("\n")
  }

  mutating func node(_ node: GraphNode) {
    bytes.append(tag: "node", ["id": node.id])
    data("node_label", .text(node.name))
    for (attribute, value) in zip(GraphNode.attributes, node.values) {
      data("node_" + attribute.name, value)
    }
    bytes.append("</node>\n")
  }

  mutating func edge(_ edge: GraphLink) {
    bytes.append(
      tag: "edge", ["id": edge.id, "source": edge.source, "target": edge.target])
    data("edge_label", edge.label.map { .text($0) })
    data("edge_weight", .integer(edge.weight))
    for (attribute, value) in zip(GraphLink.attributes, edge.values) {
      data("edge_" + attribute.name, value)
    }
    bytes.append("</edge>\n")
  }

  mutating func end() { bytes.append("</graph>\n</graphml>\n") }

  private mutating func key(
    _ id: String, _ domain: String, _ name: String, _ kind: GraphAttribute.Kind
  ) {
    let type = kind == .integer ? "long" : "string"
    bytes.append(
      "<key id=\"\(id)\" for=\"\(domain)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n")
  }

  private mutating func data(_ key: String, _ value: GraphValue?) {
    guard let value else { return }
    bytes.append("<data key=\"\(key)\">")
    bytes.append(xml: value.text)
    bytes.append("</data>")
  }
}
