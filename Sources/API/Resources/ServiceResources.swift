internal import Formats
internal import HTTP
internal import NewsIndex

/// What the server says of itself.
enum ServiceResources {
  static let name: StaticString = "Dateline"

  /// The service document: what is served, and where. When the snapshot was built is told by
  /// Last-Modified alone, so that equal corpora give equal bytes.
  static func document(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    return call.object(snapshot) { json in
      json.key("name")
      json.string(ascii: name)
      json.key("version")
      json.string(call.edition.version)
      json.key("snapshot")
      json.beginObject()
      json.key("id")
      json.string(snapshot.idText)
      json.endObject()
      json.key("counts")
      json.beginObject()
      json.key("articles")
      json.integer(snapshot.articleCount)
      json.key("sentences")
      json.integer(snapshot.sentenceCount)
      json.key("mentions")
      json.integer(snapshot.mentionCount)
      json.key("entities")
      json.integer(snapshot.entityCount)
      json.key("relations")
      json.integer(snapshot.relationCount)
      json.key("events")
      json.integer(snapshot.eventCount)
      json.key("quotes")
      json.integer(snapshot.markedQuotationCount)
      json.endObject()
      writeLinks(to: &json)
    }
  }

  private static func writeLinks(to json: inout JSONWriter) {
    json.key("links")
    json.beginObject()
    json.key("self")
    json.string("/")
    for resource in Routes.resources where resource.isLinked {
      let name = resource.path.dropFirst().prefix { $0 != "." }.replacing("/", with: "_")
      json.key(dynamic: String(name))
      json.string(resource.path)
    }
    json.endObject()
  }

  static func openAPI(_ call: Call) throws(Problem) -> Response {
    Response(
      contentType: "application/yaml", content: call.edition.openAPI, isCacheable: true)
  }

  /// The process lives; says nothing of the snapshot.
  /// Always the same, so the event loop answers it without coming here: a probe costs least.
  static func health(_ call: Call) throws(Problem) -> Response {
    let json = Array(#"{"status":"ok"}"#.utf8)
    return Response(
      contentType: call.format.contentType, content: call.laidOut(json), isCacheable: true)
  }

  /// A snapshot is served.
  static func readiness(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    var response = call.object(snapshot) { json in
      json.key("status")
      json.string(ascii: "ready")
      json.key("snapshot")
      json.string(snapshot.idText)
    }
    response.isCacheable = false
    return response
  }

  static func version(_ call: Call) throws(Problem) -> Response {
    var json = JSONWriter()
    json.beginObject()
    json.key("name")
    json.string(ascii: name)
    json.key("version")
    json.string(call.edition.version)
    json.endObject()
    return Response(
      contentType: call.format.contentType, content: call.laidOut(json.bytes), isCacheable: true)
  }
}
