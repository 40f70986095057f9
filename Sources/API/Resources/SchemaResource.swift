internal import Extraction
internal import Formats
internal import HTTP
internal import NewsIndex

/// The closed list of what a relation may say.
enum SchemaResource {
  static func answer(_ call: Call) throws(Problem) -> Response {
    var json = JSONWriter(reserving: 16_384)
    json.beginObject()
    json.key("types")
    json.beginArray()
    for type in RelationType.allCases { json.string(type.name) }
    json.endArray()
    write("modalities", Modality.allCases.map { ($0.word, $0.meaning) }, to: &json)
    write("statuses", EventStatus.allCases.map { ($0.word, $0.meaning) }, to: &json)
    json.key("predicates")
    json.beginArray()
    for predicate in Predicate.allCases { write(predicate.description, to: &json) }
    json.endArray()
    json.endObject()
    return Response(
      contentType: call.format.contentType, content: call.laidOut(json.bytes), isCacheable: true)
  }

  private static func write(
    _ key: StaticString, _ words: [(name: StaticString, meaning: StaticString)],
    to json: inout JSONWriter
  ) {
    json.key(key)
    json.beginArray()
    for word in words {
      json.beginObject()
      json.key("name")
      json.string(ascii: word.name)
      json.key("meaning")
      json.string(ascii: word.meaning)
      json.endObject()
    }
    json.endArray()
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
