/// A form an answer can take; the first of a resource's formats is its standard one.
package enum Format: String, Sendable, CaseIterable {
  case json, ndjson, csv, graphml, gexf, dot, cytoscape

  /// What lists are served as.
  package static let lists: [Format] = [.json, .ndjson, .csv]
  /// What nodes and edges are served as.
  package static let graphs = allCases

  package var mediaType: String {
    switch self {
    case .json: "application/json"
    case .ndjson: "application/x-ndjson"
    case .csv: "text/csv"
    case .graphml: "application/graphml+xml"
    case .gexf: "application/gexf+xml"
    case .dot: "text/vnd.graphviz"
    case .cytoscape: "application/vnd.cytoscape+json"
    }
  }

  package var contentType: String {
    switch self {
    case .json, .ndjson, .cytoscape: mediaType
    case .csv: "text/csv; charset=utf-8; header=present"
    case .graphml, .gexf, .dot: mediaType + "; charset=utf-8"
    }
  }
}
