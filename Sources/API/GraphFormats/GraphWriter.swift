/// Writes one graph as a file that other programs open: `begin`, every node, every edge, `end`.
protocol GraphWriter {
  init()
  mutating func begin(_ graph: GraphSummary)
  mutating func node(_ node: GraphNode)
  mutating func edge(_ edge: GraphLink)
  mutating func end()
  /// All that was written; a whole file after `end`.
  var bytes: [UInt8] { get }
}

/// What a file says of its graph as a whole.
struct GraphSummary {
  var isDirected: Bool
  /// Two edges may join the same two nodes.
  var isMultigraph: Bool
  var isTruncated: Bool
}

struct GraphNode {
  static let attributes: [GraphAttribute] = [
    GraphAttribute("type"), GraphAttribute("subtype"), GraphAttribute("mentions", .integer),
  ]

  var id: String
  var name: String
  /// One for each of `attributes`; `nil` where it has none.
  var values: [GraphValue?]
}

struct GraphLink {
  static let attributes: [GraphAttribute] = [
    GraphAttribute("class"), GraphAttribute("predicate"), GraphAttribute("type"),
    GraphAttribute("modality"), GraphAttribute("attributed_to"),
    GraphAttribute("articles", .integer), GraphAttribute("evidence_article"),
    GraphAttribute("evidence_sentence", .integer), GraphAttribute("evidence_text"),
  ]

  var id: String
  var source: String
  var target: String
  /// What a drawing writes beside it; cooccurrences have none.
  var label: String?
  var weight: Int
  /// One for each of `attributes`; `nil` where it has none.
  var values: [GraphValue?]
}

struct GraphAttribute {
  enum Kind { case text, integer }

  let name: String
  let kind: Kind

  init(_ name: String, _ kind: Kind = .text) {
    self.name = name
    self.kind = kind
  }
}

enum GraphValue {
  case text(String)
  case integer(Int)

  var text: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    }
  }
}

extension Format {
  /// `nil` for those that are not a graph's own.
  var graphWriter: (any GraphWriter)? {
    switch self {
    case .json, .ndjson, .csv: nil
    case .graphml: GraphMLWriter()
    case .gexf: GEXFWriter()
    case .dot: DOTWriter()
    case .cytoscape: CytoscapeWriter()
    }
  }
}
