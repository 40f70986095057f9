import Foundation

/// openapi.yaml, as the tests read it.
struct OpenAPIDocument {
  static let shared = Result { try OpenAPIDocument() }

  let root: JSONValue
  let bytes: [UInt8]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../openapi.yaml")
    let data = try Data(contentsOf: file)
    bytes = Array(data)
    root = try YAML.parse(String(decoding: data, as: UTF8.self))
  }

  var schema: Schema { Schema(document: root) }

  var paths: [String: JSONValue] { root["paths"]?.object ?? [:] }

  /// Follows `$ref` where there is one.
  func resolved(_ value: JSONValue?) -> JSONValue? {
    guard let reference = value?["$ref"]?.string else { return value }
    return schema.resolve(reference)
  }

  /// What is served at a path: nothing has two methods.
  func operation(of path: String) -> JSONValue? { paths[path]?["get"] ?? paths[path]?["post"] }

  func parameters(of path: String) -> [JSONValue] {
    (operation(of: path)?["parameters"]?.array ?? []).compactMap(resolved)
  }

  /// The response a path declares for a status, or its default one.
  func response(of path: String, status: Int) -> JSONValue? {
    let responses = operation(of: path)?["responses"]
    return resolved(responses?["\(status)"] ?? responses?["default"])
  }

  /// Every fault of an answer against what the document says of its path.
  func faults(path: String, status: Int, contentType: String, content: [UInt8]) throws -> [String] {
    let mediaType = String(contentType.prefix { $0 != ";" })
    guard let media = response(of: path, status: status)?["content"]?[mediaType] else {
      return ["\(path): \(status) with \(mediaType) is not declared"]
    }
    guard mediaType.hasSuffix("json") && mediaType != "application/x-ndjson" else { return [] }
    guard let rule = media["schema"] else { return ["\(path): \(status) has no schema"] }
    return schema.faults(in: try JSONValue(json: content), by: rule)
  }
}
