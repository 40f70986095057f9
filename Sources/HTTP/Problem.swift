internal import Formats

/// An error answer (RFC 9457): `application/problem+json`.
package struct Problem: Error, Sendable {
  /// The last segment of `type`: `/problems/unknown-entity`.
  package var slug: String
  package var title: String
  package var status: Int
  /// What to do about it.
  package var detail: String
  /// Extension members in order, each value JSON already.
  package var members: [(name: String, json: [UInt8])] = []
  /// Field lines that go with it (`Allow`, `Retry-After`, `Link`).
  package var fields: [(name: String, value: String)] = []

  package init(
    _ slug: String, title: String, status: Int, detail: String,
    members: [(name: String, json: [UInt8])] = [], fields: [(name: String, value: String)] = []
  ) {
    self.slug = slug
    self.title = title
    self.status = status
    self.detail = detail
    self.members = members
    self.fields = fields
  }

  package var response: Response {
    var json = JSONWriter(reserving: 256)
    json.beginObject()
    json.key("type")
    json.string("/problems/" + slug)
    json.key("title")
    json.string(title)
    json.key("status")
    json.integer(status)
    json.key("detail")
    json.string(detail)
    for member in members {
      json.key(dynamic: member.name)
      json.raw(member.json)
    }
    json.endObject()
    return Response(
      status: status, contentType: "application/problem+json", content: json.bytes, fields: fields)
  }
}
