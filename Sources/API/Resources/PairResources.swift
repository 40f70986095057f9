internal import Formats
internal import HTTP
internal import NewsIndex

/// What two entities have to do with each other.
enum PairResources {
  /// Rows of each kind that are shown; each tells how many there are and where the rest is.
  private static let shownCount = 3

  /// Relations both ways, events, shared sentences and articles.
  static func pair(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let pair = try Pair(call, snapshot)
    let location = pair.isByID ? nil : call.location(Target(path: pair.path))
    return call.object(snapshot, location: location) { json in
      json.key("entities")
      json.beginArray()
      for entity in pair.entities { snapshot.writeReference(to: entity, &json) }
      json.endArray()
      writeRelations(pair, snapshot, to: &json)
      writeEvents(pair, snapshot, to: &json)
      writeSentences(pair, snapshot, to: &json)
      writeArticles(pair, snapshot, to: &json)
    }
  }

  /// The sentences that name both, newest article first.
  static func sentences(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let pair = try Pair(call, snapshot)
    let listing = try Listing(call, snapshot, path: pair.path + ["sentences"])
    let page = listing.page(of: snapshot.sentences(naming: pair.entities[0], pair.entities[1]))
    let columns = ["article", "sentence", "start", "end", "text"]
    return listing.response(page, columns: columns) { sentence, json in
      snapshot.writeEvidence(sentence, to: &json)
    }
  }

  private struct Pair {
    let entities: [EntityOrdinal]
    let path: [String]
    /// The path has the ids of both.
    let isByID: Bool

    init(_ call: Call, _ snapshot: Snapshot) throws(Problem) {
      let (first, firstFound) = try call.entity(in: snapshot, narrowedTo: nil)
      let (second, secondFound) = try call.entity(at: 1, in: snapshot, narrowedTo: nil)
      entities = [first, second]
      isByID = firstFound == nil && secondFound == nil
      path = [
        "entities", snapshot.string(snapshot[first].id), "with",
        snapshot.string(snapshot[second].id),
      ]
    }

    func list(_ name: String) -> String {
      Target(
        name, query: [1, 3].map { QueryItem(name: "entity", value: path[$0]) }
      ).text
    }
  }

  private static func write<Item>(
    _ page: Page<Item>, _ key: StaticString, all: String, to json: inout JSONWriter,
    _ writeRow: (Item, inout JSONWriter) -> Void
  ) {
    json.key(key)
    json.beginObject()
    json.key("total")
    json.integer(page.total)
    json.key("data")
    json.beginArray()
    for item in page.items { writeRow(item, &json) }
    json.endArray()
    json.key("all")
    json.string(all)
    json.endObject()
  }

  private static func writeRelations(
    _ pair: Pair, _ snapshot: Snapshot, to json: inout JSONWriter
  ) {
    var query = RelationQuery()
    query.entities = pair.entities.map { [$0] }
    let page = snapshot.relations(query, PageRequest(limit: shownCount))
    write(page, "relations", all: pair.list("relations"), to: &json) { snapshot.write($0, to: &$1) }
  }

  private static func writeEvents(
    _ pair: Pair, _ snapshot: Snapshot, to json: inout JSONWriter
  ) {
    var query = EventQuery()
    query.entities = pair.entities.map { [$0] }
    let page = snapshot.events(query, PageRequest(limit: shownCount))
    write(page, "events", all: pair.list("events"), to: &json) { snapshot.write($0, to: &$1) }
  }

  private static func writeSentences(
    _ pair: Pair, _ snapshot: Snapshot, to json: inout JSONWriter
  ) {
    let shared = snapshot.sentences(naming: pair.entities[0], pair.entities[1])
    let page = Page(items: Array(shared.prefix(shownCount)), total: shared.count)
    let all = Target(path: pair.path + ["sentences"]).text
    write(page, "sentences", all: all, to: &json) { snapshot.writeEvidence($0, to: &$1) }
  }

  private static func writeArticles(
    _ pair: Pair, _ snapshot: Snapshot, to json: inout JSONWriter
  ) {
    var query = ArticleQuery()
    query.entities = pair.entities.map { [$0] }
    let page = snapshot.articles(query, PageRequest(limit: shownCount))
    write(page, "articles", all: pair.list("articles"), to: &json) { snapshot.write($0, to: &$1) }
  }
}
