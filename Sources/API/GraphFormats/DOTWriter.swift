/// The DOT language of Graphviz (https://graphviz.org/doc/info/lang.html), every name and value in
/// double quotes.
struct DOTWriter: GraphWriter {
  private(set) var bytes: [UInt8] = []
  private var arrow = " -- "

  mutating func begin(_ graph: GraphSummary) {
    arrow = graph.isDirected ? " -> " : " -- "
    bytes.append(graph.isDirected ? "digraph" : "graph")
    bytes.append(" dateline {\n  graph [charset=\"UTF-8\", truncated=\"\(graph.isTruncated)\"];\n")
  }

  mutating func node(_ node: GraphNode) {
    bytes.append("  ")
    quote(node.id)
    attributes([("label", .text(node.name))] + pairs(GraphNode.attributes, node.values))
  }

  mutating func edge(_ edge: GraphLink) {
    bytes.append("  ")
    quote(edge.source)
    bytes.append(arrow)
    quote(edge.target)
    attributes(
      [("id", .text(edge.id)), ("label", edge.label.map { .text($0) })]
        + [("weight", .integer(edge.weight))] + pairs(GraphLink.attributes, edge.values))
  }

  mutating func end() { bytes.append("}\n") }

  private typealias Pair = (name: String, value: GraphValue?)

  private func pairs(_ attributes: [GraphAttribute], _ values: [GraphValue?]) -> [Pair] {
    zip(attributes, values).map { ($0.name, $1) }
  }

  private mutating func attributes(_ pairs: [Pair]) {
    bytes.append(" [")
    var separator = ""
    for (name, value) in pairs {
      guard let value else { continue }
      bytes.append("\(separator)\(name)=")
      quote(value.text)
      separator = ", "
    }
    bytes.append("];\n")
  }

  /// A backslash is doubled: labels are escStrings, and one before the closing quote would hide it.
  private mutating func quote(_ text: String) {
    bytes.append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes.append("\\\"")
      case "\\": bytes.append("\\\\")
      case "\n", "\r": bytes.append("\\n")
      case "\t": bytes.append(" ")
      case "\u{0}"..<" ", "\u{7f}": bytes.append("\u{FFFD}")
      default: bytes.append(String(Character(scalar)))
      }
    }
    bytes.append("\"")
  }
}
