internal import Formats

/// Cytoscape's JSON (CYJS): Cytoscape, Cytoscape.js and `networkx.cytoscape_graph` open it.
struct CytoscapeWriter: GraphWriter {
  private var json = JSONWriter(reserving: 4096)
  private var isInEdges = false

  var bytes: [UInt8] { json.bytes }

  mutating func begin(_ graph: GraphSummary) {
    json.beginObject()
    json.key("data")
    json.beginObject()
    json.key("truncated")
    json.bool(graph.isTruncated)
    json.endObject()
    json.key("directed")
    json.bool(graph.isDirected)
    json.key("multigraph")
    json.bool(graph.isMultigraph)
    json.key("elements")
    json.beginObject()
    json.key("nodes")
    json.beginArray()
  }

  mutating func node(_ node: GraphNode) {
    open()
    text("id", node.id)
    // The node's own name for networkx.
    text("value", node.id)
    text("name", node.name)
    close(GraphNode.attributes, node.values)
  }

  mutating func edge(_ edge: GraphLink) {
    openEdges()
    open()
    text("id", edge.id)
    text("key", edge.id)
    text("source", edge.source)
    text("target", edge.target)
    if let label = edge.label { text("label", label) }
    json.key("weight")
    json.integer(edge.weight)
    close(GraphLink.attributes, edge.values)
  }

  mutating func end() {
    openEdges()
    json.endArray()
    json.endObject()
    json.endObject()
  }

  private mutating func openEdges() {
    if isInEdges { return }
    isInEdges = true
    json.endArray()
    json.key("edges")
    json.beginArray()
  }

  private mutating func open() {
    json.beginObject()
    json.key("data")
    json.beginObject()
  }

  private mutating func text(_ name: StaticString, _ value: String) {
    json.key(name)
    json.string(value)
  }

  private mutating func close(_ attributes: [GraphAttribute], _ values: [GraphValue?]) {
    for (attribute, value) in zip(attributes, values) {
      guard let value else { continue }
      json.key(dynamic: attribute.name)
      switch value {
      case .text(let text): json.string(text)
      case .integer(let number): json.integer(number)
      }
    }
    json.endObject()
    json.endObject()
  }
}
