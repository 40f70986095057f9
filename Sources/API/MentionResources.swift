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

  static func order(_ call: Call) -> MentionQuery.Order {
    call.arguments.sortKeys.first?.descends ?? true ? .newestFirst : .oldestFirst
  }

  static func response(_ listing: Listing, _ page: Page<MentionOrdinal>) -> Response {
    let snapshot = listing.snapshot
    return listing.response(page, columns: columns) { mention, json in
      snapshot.write(mention, to: &json)
    }
  }
}
