internal import Formats
internal import HTTP
internal import NewsIndex

/// Lists of mentions.
enum MentionResources {
  static let columns = [
    "id", "entity.id", "entity.name", "entity.type", "article", "text", "kind", "zone",
    "confidence", "start", "end", "sentence.index", "sentence.start", "sentence.end",
    "sentence.text",
  ]

  /// Over the whole corpus.
  static func list(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    var query = MentionQuery()
    query.entities = try call.entities(in: snapshot)
    query.types = call.commonTypes
    narrow(&query, call, snapshot)
    let listing = try Listing(call, snapshot, path: ["mentions"])
    return response(listing, snapshot.mentions(query, listing.page))
  }

  /// The filters that every list of mentions has.
  static func narrow(_ query: inout MentionQuery, _ call: Call, _ snapshot: Snapshot) {
    query.articles = call.articles(in: snapshot)
    query.kinds = call.kinds
    query.published = call.published
    query.order = order(call)
  }

  private static func order(_ call: Call) -> MentionQuery.Order {
    call.arguments.sortKeys.first?.descends ?? true ? .newestFirst : .oldestFirst
  }

  static func response(_ listing: Listing, _ page: Page<MentionOrdinal>) -> Response {
    let snapshot = listing.snapshot
    return listing.response(page, columns: columns) { mention, json in
      snapshot.write(mention, to: &json)
    }
  }
}
