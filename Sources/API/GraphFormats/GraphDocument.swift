internal import Extraction
internal import Formats
internal import HTTP
internal import NewsIndex

/// A graph on its way out, in whichever format was agreed.
struct GraphDocument {
  let call: Call
  let snapshot: Snapshot
  let graph: Graph
  /// Where the graph is what some paths are made of.
  var paths: (query: PathQuery, answer: PathAnswer)?

  static let edgeColumns = [
    "id", "source", "target", "class", "predicate", "type", "modality", "attributed_to.id",
    "weight", "articles", "evidence.article", "evidence.sentence", "evidence.text",
  ]

  func response(fields: [(name: String, value: String)] = []) -> Response {
    let content: [UInt8] =
      switch call.format {
      case .json: call.laidOut(json())
      case .ndjson: lines()
      case .csv: table()
      case .graphml, .gexf, .dot, .cytoscape: file()
      }
    return Response(
      contentType: call.format.contentType, content: content, fields: fields,
      lastModified: snapshot.builtAt, isCacheable: true)
  }

  private func json() -> [UInt8] {
    var json = JSONWriter(reserving: 1024 + graph.edges.count * 1024)
    json.beginObject()
    json.key("nodes")
    json.beginArray()
    for node in graph.nodes {
      json.beginObject()
      writeMembers(of: node, to: &json)
      json.endObject()
    }
    json.endArray()
    json.key("edges")
    json.beginArray()
    for edge in graph.edges { snapshot.write(edge, to: &json) }
    json.endArray()
    if let paths {
      json.key("paths")
      json.beginArray()
      for path in paths.answer.paths {
        json.beginObject()
        snapshot.writeMembers(of: path, to: &json)
        json.endObject()
      }
      json.endArray()
    }
    writeOmissions(to: &json)
    json.endObject()
    return json.bytes
  }

  /// A node, edge or path a line, then whether any were cut; `element` says which.
  private func lines() -> [UInt8] {
    var json = JSONWriter(reserving: graph.edges.count * 1024)
    func line(_ element: StaticString, _ writeMembers: (inout JSONWriter) -> Void) {
      json.beginObject()
      json.key("element")
      json.string(ascii: element)
      writeMembers(&json)
      json.endObject()
      json.endLine()
    }
    for node in graph.nodes { line("node") { writeMembers(of: node, to: &$0) } }
    for edge in graph.edges { line("edge") { snapshot.writeMembers(of: edge, to: &$0) } }
    for path in paths?.answer.paths ?? [] {
      line("path") { snapshot.writeMembers(of: path, to: &$0) }
    }
    line("graph") { writeOmissions(to: &$0) }
    return json.bytes
  }

  /// An edge a line.
  private func table() -> [UInt8] {
    var csv = CSVWriter(columns: Self.edgeColumns)
    for edge in graph.edges {
      var json = JSONWriter(reserving: 512)
      snapshot.write(edge, to: &json)
      csv.append(json.bytes)
    }
    return csv.bytes
  }

  private func file() -> [UInt8] {
    guard var writer = call.format.graphWriter else { return [] }
    let isRelation = graph.edgeClass == .relation
    writer.begin(
      GraphSummary(
        isDirected: isRelation, isMultigraph: isRelation, isTruncated: isTruncated))
    for node in graph.nodes { writer.node(snapshot.graphNode(node)) }
    for edge in graph.edges { writer.edge(snapshot.graphLink(edge)) }
    writer.end()
    return writer.bytes
  }

  private func writeMembers(of node: EntityOrdinal, to json: inout JSONWriter) {
    snapshot.writeNodeMembers(node, mentions: snapshot[node].nameMentionCount, to: &json)
  }

  private var isTruncated: Bool {
    graph.isTruncated || paths.map { !$0.answer.isComplete } ?? false
  }

  /// Never silently cut.
  private func writeOmissions(to json: inout JSONWriter) {
    if let paths {
      json.key("searched")
      json.beginObject()
      json.key("max_hops")
      json.integer(paths.query.hopLimit)
      json.key("edges")
      json.integer(paths.answer.work)
      json.endObject()
    }
    json.key("truncated")
    json.bool(isTruncated)
    guard graph.isTruncated else { return }
    json.key("omitted")
    json.beginObject()
    json.key("edges")
    json.integer(graph.omittedEdgeCount)
    json.key("is_exact")
    json.bool(graph.isOmittedCountExact)
    json.endObject()
  }
}

extension Snapshot {
  func graphNode(_ ordinal: EntityOrdinal) -> GraphNode {
    let row = self[ordinal]
    return GraphNode(
      id: string(row.id), name: string(row.name),
      values: [
        .text(row.type.word.description), row.subtype.map { .text($0.word.description) },
        .integer(Int(row.nameMentionCount)),
      ])
  }

  func graphLink(_ edge: GraphEdge) -> GraphLink {
    let (source, target) = ends(of: edge)
    var commitment: [GraphValue?] = [nil, nil, nil, nil]
    if case .relation(let relation) = edge {
      let row = self[relation]
      commitment = [
        .text(row.predicate.name), .text(row.predicate.type.name),
        .text(row.modality.word.description), name(of: row.attribution).map { .text($0) },
      ]
    }
    let sentence = firstSentence(of: edge)
    let values: [GraphValue?] =
      [.text(edge.class.word.description)] + commitment + [
        .integer(Int(articleCount(of: edge))),
        sentence.map { .text(string(self[self[$0].article].id)) },
        sentence.map { .integer(position(of: $0)) },
        sentence.map { .text(sentenceText($0)) },
      ]
    return GraphLink(
      id: id(of: edge), source: string(self[source].id), target: string(self[target].id),
      label: commitment[0]?.text, weight: Int(weight(of: edge)), values: values)
  }

  private func name(of party: PartyRow) -> String? {
    if let entity = party.entity { return string(self[entity].name) }
    return party.text.isEmpty ? nil : string(party.text)
  }

  private func sentenceText(_ ordinal: SentenceOrdinal) -> String {
    let row = self[ordinal]
    return String(decoding: text[textIndices(row.utf8, in: row.article)], as: UTF8.self)
  }
}
