internal import Extraction
internal import Formats
internal import HTTP

/// The closed list of what a relation may say.
enum SchemaResource {
  static func answer(_ call: Call) throws(Problem) -> Response {
    var json = JSONWriter(reserving: 16_384)
    json.beginObject()
    json.key("types")
    json.beginArray()
    for type in RelationType.allCases { json.string(type.name) }
    json.endArray()
    json.key("modalities")
    json.beginArray()
    for modality in Modality.allCases {
      json.beginObject()
      json.key("name")
      json.string(ascii: modality.word)
      json.key("meaning")
      json.string(ascii: modality.meaning)
      json.endObject()
    }
    json.endArray()
    json.key("predicates")
    json.beginArray()
    for predicate in Predicate.allCases { write(predicate.description, to: &json) }
    json.endArray()
    json.endObject()
    return Response(
      contentType: call.format.contentType, content: call.laidOut(json.bytes), isCacheable: true)
  }

  private static func write(_ predicate: PredicateDescription, to json: inout JSONWriter) {
    json.beginObject()
    json.key("name")
    json.string(predicate.name)
    json.key("type")
    json.string(predicate.type.name)
    json.key("symmetric")
    json.bool(predicate.isSymmetric)
    json.key("meaning")
    json.string(predicate.meaning)
    json.key("example")
    json.string(predicate.example)
    json.endObject()
  }
}
