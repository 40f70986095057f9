import API
import Extraction
import Foundation
import HTTP
import NewsIndex
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Graphs as files of other programs, read back by readers that are not ours.
struct GraphFormatTests {
  /// What formats trip over: their own marks, and characters that XML cannot hold.
  private static let names = [
    "Ann \"Quote\" O'Neil", "B&B <Sons>", "Back\\slash\\", "Line\nBreak\tTab\rReturn", "Ünï 🚢 Çode",
    "דוד \u{202e}levi", "Bell\u{7}Null\u{0}End\u{FFFE}",
  ]

  private let client = Client(current)

  private static let current: Current = {
    var text: [UInt8] = []
    var analysis = Analysis()
    for (index, name) in names.enumerated() {
      let range = TextRange(text.count, text.count + name.utf8.count)
      text += Array((name + " ").utf8)
      analysis.entities.append(ArticleEntity(name: name, type: .person))
      analysis.mentions.append(
        Mention(range: range, sentence: 0, entity: Int32(index), kind: .name, confidence: 90))
    }
    analysis.sentences = [
      Sentence(range: TextRange(0, text.count), zone: .body, tokens: 0..<0)
    ]
    for (subject, object) in [(0, 1), (1, 2), (3, 4), (5, 6), (1, 0)] {
      analysis.relations.append(
        Relation(
          predicate: .accuses,
          subject: Argument(range: analysis.mentions[subject].range, entity: Int32(subject)),
          object: Argument(range: analysis.mentions[object].range, entity: Int32(object)),
          sentence: 0, trigger: TextRange(0, 3), modality: .reported,
          attribution: Argument(range: analysis.mentions[6].range, entity: 6), confidence: 80))
    }
    var builder = SnapshotBuilder()
    builder.add(Article(id: "marks", text: text), analysis)
    let current = Current()
    current.publish(builder.finish(builtAt: 0))
    return current
  }()

  /// What XML gives back of a text.
  private func xml(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          scalar.value == 0xfffe
            || (scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar))
            ? "\u{FFFD}" : scalar
        }))
  }

  @Test(arguments: ["/graph", "/graph?class=relation", "/entities/b-b-sons/neighbors?limit=3"])
  func `GraphML and GEXF hold what the JSON says, whatever the names`(target: String) throws {
    let graph = try expected(target)
    for format in ["graphml", "gexf"] {
      let found = try XMLGraph(try client.get(target + separator(target) + "format=" + format))
      #expect(found.isDirected == target.contains("relation"))
      #expect(found.nodes == graph.nodes.mapValues(xml), "\(format)")
      #expect(found.edges == graph.edges, "\(format)")
      #expect(found.truncated == target.contains("limit"))
    }
  }

  @Test(arguments: ["/graph", "/graph?class=relation", "/entities/b-b-sons/neighbors?limit=3"])
  func `Cytoscape's JSON holds what the JSON says`(target: String) throws {
    let graph = try expected(target)
    let found = try client.json(target + separator(target) + "format=cytoscape")
    var nodes: [String: String] = [:]
    for node in found["elements"]?["nodes"]?.array ?? [] {
      #expect(node["data"]?["value"] == node["data"]?["id"])
      nodes[node["data"]?["id"]?.string ?? ""] = node["data"]?["name"]?.string
    }
    #expect(nodes == graph.nodes)
    var edges: [String: [String]] = [:]
    for edge in found["elements"]?["edges"]?.array ?? [] {
      let data = edge["data"]
      edges[data?["id"]?.string ?? ""] = [
        data?["source"]?.string ?? "", data?["target"]?.string ?? "",
        data?["weight"]?.integer.map(String.init) ?? "",
      ]
      #expect(data?["evidence_article"]?.string == "marks")
    }
    #expect(edges == graph.edges)
    #expect(found["directed"]?.bool == target.contains("relation"))
  }

  @Test func `every name and value of DOT is in quotes that its marks cannot close`() throws {
    let text = try client.get("/graph?format=dot&class=relation").text
    #expect(text.hasPrefix("digraph dateline {"))
    #expect(text.contains(#"label="Ann \"Quote\" O'Neil""#))
    #expect(text.contains(#"label="Back\\slash\\""#))
    #expect(text.contains(#"label="Line\nBreak Tab\nReturn""#))
    #expect(text.contains(#""b-b-sons" -> "#))
    // Outside of the quotes there is nothing but names, brackets and arrows.
    let bare = text.replacing(/"(?:[^"\\]|\\.)*"/, with: "")
    #expect(bare.wholeMatch(of: /[a-z_ \n\[\]{}=,;>-]*/) != nil, "\(bare)")
    #expect(try client.get("/graph?format=dot").text.contains("\" -- \""))
  }

  @Test func `NDJSON says of each line whether it is a node or an edge`() throws {
    let graph = try client.json("/graph?limit=4")
    let lines = try client.get("/graph?limit=4&format=ndjson").text.split(separator: "\n")
      .map { try JSONValue(json: Array($0.utf8)) }
    let kinds = lines.compactMap { $0["element"]?.string }
    #expect(kinds.count { $0 == "node" } == graph["nodes"]?.array?.count)
    #expect(kinds.count { $0 == "edge" } == 4)
    #expect(kinds.last == "graph")
    #expect(lines.last?["omitted"] == graph["omitted"])
  }

  @Test func `CSV has an edge a line`() throws {
    let lines = try client.get("/graph?format=csv&class=relation&limit=2").text
    #expect(lines.hasPrefix("id,source,target,class,predicate,"))
    #expect(lines.contains(",relation,accuses,"))
  }

  @Test(arguments: [
    ("application/graphml+xml", "<?xml"), ("application/gexf+xml;q=0.9,image/png", "<?xml"),
    ("text/vnd.graphviz", "graph dateline"), ("application/vnd.cytoscape+json", "{\"data\""),
    ("text/csv", "id,source"), ("*/*", "{\"nodes\""),
  ])
  func `a graph's format is agreed by Accept too`(accept: String, start: String) throws {
    let response = try client.get("/graph", accept: accept)
    #expect(response.status == 200)
    #expect(response.text.hasPrefix(start))
    #expect(response.contentType.hasPrefix(accept.prefix { $0 != ";" && $0 != "*" }))
  }

  @Test func `a list has no graph's format, and an unknown one is refused`() throws {
    for target in ["/entities?format=gexf", "/graph?format=xml"] {
      let response = try client.get(target)
      #expect(response.status == 400)
      #expect(response.text.contains("/problems/unknown-format"))
    }
    #expect(try client.get("/graph", accept: "image/png").status == 406)
  }

  private func separator(_ target: String) -> String { target.contains("?") ? "&" : "?" }

  /// Names of nodes and ends and weights of edges, by id.
  private func expected(
    _ target: String
  ) throws -> (nodes: [String: String], edges: [String: [String]]) {
    let json = try client.json(target)
    var rows = json["nodes"]?.array ?? []
    var edges = json["edges"]?.array ?? []
    if let neighbors = json["data"]?.array {
      let own = try client.json(
        String(target.prefix { $0 != "?" }).replacing("/neighbors", with: ""))
      rows = neighbors + [own]
      edges = neighbors.compactMap { $0["edge"] }
    }
    var nodes: [String: String] = [:]
    for row in rows { nodes[row["id"]?.string ?? ""] = row["name"]?.string }
    var found: [String: [String]] = [:]
    for edge in edges {
      found[edge["id"]?.string ?? ""] = [
        edge["source"]?.string ?? "", edge["target"]?.string ?? "",
        edge["weight"]?.integer.map(String.init) ?? "",
      ]
    }
    return (nodes, found)
  }
}

/// GraphML or GEXF as Foundation's XML parser reads it.
private final class XMLGraph: NSObject, XMLParserDelegate {
  var isDirected = false
  var truncated = false
  var nodes: [String: String] = [:]
  var edges: [String: [String]] = [:]
  private var text = ""
  private var key = ""
  private var node: String?
  private var edge: String?
  private var keyNames: [String: String] = [:]

  init(_ response: Response) throws {
    super.init()
    let parser = XMLParser(data: Data(response.content))
    parser.delegate = self
    guard parser.parse() else {
      throw SyntaxError(description: "XML: \(String(describing: parser.parserError))")
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    text = ""
    switch element {
    case "key": keyNames[attributes["id"] ?? ""] = attributes["attr.name"]
    case "graph":
      let type = attributes["edgedefault"] ?? attributes["defaultedgetype"]
      isDirected = type == "directed"
    case "node":
      node = attributes["id"]
      nodes[attributes["id"] ?? ""] = attributes["label"] ?? ""
    case "edge":
      node = nil
      edge = attributes["id"]
      edges[attributes["id"] ?? ""] = [
        attributes["source"] ?? "", attributes["target"] ?? "", attributes["weight"] ?? "",
      ]
    case "data": key = attributes["key"] ?? ""
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    switch (element, keyNames[key]) {
    case ("description", _): truncated = text == "truncated"
    case ("data", "truncated"): truncated = text == "true"
    case ("data", "label"): if let node { nodes[node] = text }
    case ("data", "weight"): if let edge { edges[edge]?[2] = text }
    default: break
    }
  }
}
