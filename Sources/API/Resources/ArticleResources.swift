internal import Formats
internal import HTTP
internal import NewsIndex

/// The articles, and the parts of one.
enum ArticleResources {
  static let sortKeys: [(word: String, key: ArticleQuery.SortKey)] = [
    ("published", .published), ("title", .title), ("source", .source), ("words", .words),
    ("mentions", .mentions), ("id", .id),
  ]

  static let columns = [
    "id", "title", "title_origin", "source.name", "author", "url", "language", "published.date",
    "published.earliest", "published.latest", "published.precision", "dateline.place",
    "dateline.date", "words", "counts.sentences", "counts.mentions", "counts.entities",
    "links.self",
  ]

  static func list(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    var query = ArticleQuery()
    query.sources = call.sources(in: snapshot)
    query.entities = try call.entities(in: snapshot)
    query.published = call.published
    query.sort = call.sort(by: sortKeys)
    let listing = try Listing(call, snapshot, path: ["articles"])
    return response(listing, query)
  }

  static func response(_ listing: Listing, _ query: ArticleQuery) -> Response {
    let snapshot = listing.snapshot
    return listing.response(snapshot.articles(query, listing.page), columns: columns) {
      article, json in
      snapshot.write(article, to: &json)
    }
  }

  static func one(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let article = try call.article(in: snapshot)
    var parts: ArticleParts = []
    let words = call.arguments.words(.include)
    if words.contains("text") { parts.insert(.text) }
    if words.contains("sentences") { parts.insert(.sentences) }
    if words.contains("mentions") { parts.insert(.mentions) }
    if words.contains("entities") { parts.insert(.entities) }
    if words.contains("times") { parts.insert(.times) }
    return call.value(snapshot) { snapshot.write(article, including: parts, to: &$0) }
  }

  static func text(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let row = snapshot[try call.article(in: snapshot)]
    return Response(
      contentType: "text/plain; charset=utf-8", content: Array(snapshot.text[row.textIndices]),
      lastModified: snapshot.builtAt, isCacheable: true)
  }

  static func sentences(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let article = try call.article(in: snapshot)
    let listing = try Listing(
      call, snapshot, path: ["articles", call.request.captures[0], "sentences"])
    let page = listing.page(of: snapshot.sentences(of: article))
    let columns = ["index", "zone", "start", "end", "text"]
    return listing.response(page, columns: columns) { sentence, json in
      snapshot.write(SentenceOrdinal(sentence), to: &json)
    }
  }

  static func mentions(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let article = try call.article(in: snapshot)
    let kinds = call.kinds
    let types = call.commonTypes
    let entities = try call.entities(in: snapshot).map(Set.init)
    // One article's mentions are few: a filter over them costs no more than an index would.
    let rows = snapshot.mentions(of: article).filter { ordinal in
      let mention = snapshot[MentionOrdinal(ordinal)]
      return kinds.contains(mention.kind)
        && types?.contains(snapshot[mention.entity].type) ?? true
        && entities.allSatisfy { $0.contains(mention.entity) }
    }
    let listing = try Listing(
      call, snapshot, path: ["articles", call.request.captures[0], "mentions"])
    return listing.response(listing.page(of: rows), columns: MentionResources.columns) {
      mention, json in
      snapshot.write(MentionOrdinal(mention), to: &json)
    }
  }

  static func entities(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let article = try call.article(in: snapshot)
    let types = call.commonTypes
    let rows = snapshot.entities(of: article).filter {
      types?.contains(snapshot[$0.entity].type) ?? true
    }.sorted { ($1.mentionCount, $0.entity) < ($0.mentionCount, $1.entity) }
    let listing = try Listing(
      call, snapshot, path: ["articles", call.request.captures[0], "entities"])
    let columns = ["id", "name", "type", "subtype", "mentions"]
    return listing.response(listing.page(of: rows), columns: columns) { entity, json in
      snapshot.write(entity, to: &json)
    }
  }
}
