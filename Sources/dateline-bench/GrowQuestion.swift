internal import Extraction
internal import Formats
internal import NewsIndex

/// `dateline-bench grow`: whether answering time grows with the corpus.
///
/// Builds indexes of synthetic corpora, ten times as large each, and asks each the same questions.
/// The analyses come with the corpus, so this measures the index alone.
enum GrowQuestion {
  static func ask(_ arguments: [String]) {
    let most = Numbers.option("articles", arguments, standard: 100_000)
    let seed = UInt64(Numbers.option("seed", arguments, standard: 1))
    var count = min(1000, most)
    var columns: [(count: Int, rows: [(name: String, value: String)])] = []
    while true {
      columns.append((count, measure(count, seed)))
      if count >= most { break }
      count = min(count * 10, most)
    }
    report(columns)
  }

  private static func report(_ columns: [(count: Int, rows: [(name: String, value: String)])]) {
    guard let first = columns.first else { return }
    print(
      "articles".padding(44) + columns.map { Numbers.padded(String($0.count), 12) }.joined())
    for row in first.rows.indices {
      print(
        first.rows[row].name.padding(44)
          + columns.map { Numbers.padded($0.rows[row].value, 12) }.joined())
    }
  }

  private static func measure(_ count: Int, _ seed: UInt64) -> [(name: String, value: String)] {
    let corpus = SyntheticCorpus(articleCount: count, seed: seed)
    var builder = SnapshotBuilder()
    var adding = Duration.zero
    for index in 0..<count {
      let (article, analysis) = corpus.article(index)
      adding += ContinuousClock().measure { builder.add(article, analysis) }
    }
    let resolving = Numbers.processorSeconds { _ = builder.resolvedCount() }
    let start = ContinuousClock().now
    let snapshot = builder.finish(builtAt: 0)
    let finishing = ContinuousClock().now - start
    var rows = [
      ("entities", String(snapshot.entityCount)), ("mentions", String(snapshot.mentionCount)),
      ("edges", String(snapshot.edgeCount)), ("relations", String(snapshot.relationCount)),
      ("events", String(snapshot.eventCount)),
      ("text, MB", Numbers.text(Double(snapshot.text.count) / 1e6)),
      ("add, seconds", Numbers.text(Numbers.seconds(adding), 2)),
      ("resolve alone, seconds", Numbers.text(resolving, 2)),
      ("finish, seconds", Numbers.text(Numbers.seconds(finishing), 2)),
      ("peak memory, MiB", String(Numbers.peakMiB)),
    ]
    let graph = snapshot.graphMetrics(.cooccurrence)
    rows += [
      ("communities", String(graph.communityCount)),
      ("modularity", Numbers.text(graph.modularity, 3)),
      ("betweenness searched from", String(graph.pivotCount)),
    ]
    for (name, ask) in questions(snapshot) { rows.append((name + ", µs", time(ask))) }
    return rows
  }

  /// Median of the runs that fit in a tenth of a second, at most 2001, at least three.
  private static func time(_ ask: (Int) -> Void) -> String {
    var times: [Double] = []
    var total = 0.0
    while times.count < 3 || (total < 0.1 && times.count < 2001) {
      let run = times.count
      let seconds = Numbers.seconds { ask(run) }
      times.append(seconds)
      total += seconds
    }
    return Numbers.text(times.sorted()[times.count / 2] * 1e6, 1)
  }

  private typealias Question = (name: String, ask: (Int) -> Void)

  private static func questions(_ snapshot: Snapshot) -> [Question] {
    articleQuestions(snapshot) + entityQuestions(snapshot) + graphQuestions(snapshot)
      + relationQuestions(snapshot) + eventQuestions(snapshot) + nameQuestions(snapshot)
  }

  private static let page = PageRequest(limit: 50)

  private static func articleQuestions(_ snapshot: Snapshot) -> [Question] {
    let hot = EntityOrdinal(Int32(0))
    let next = EntityOrdinal(Int32(1))
    let middle = EntityOrdinal(snapshot.entityCount / 50)
    let day = CalendarDate(daysSinceEpoch: 18_000)
    func ask(_ query: ArticleQuery) -> (Int) -> Void { { _ in _ = snapshot.articles(query, page) } }
    func query(_ change: (inout ArticleQuery) -> Void) -> ArticleQuery {
      var query = ArticleQuery()
      change(&query)
      return query
    }
    return [
      ("/articles", ask(query { _ in })),
      ("/articles?sort=title", ask(query { $0.sort = [Sort(.title)] })),
      ("/articles?source=", ask(query { $0.sources = [[SourceOrdinal(Int32(0))]] })),
      ("/articles?entity=<most frequent>", ask(query { $0.entities = [[hot]] })),
      (
        "… &sort=title",
        ask(query { ($0.entities, $0.sort) = ([[hot]], [Sort(.title)]) })
      ),
      (
        "… rarer &sort=title",
        ask(query { ($0.entities, $0.sort) = ([[middle]], [Sort(.title)]) })
      ),
      ("… &entity=<second>", ask(query { $0.entities = [[hot], [next]] })),
      (
        "… or second, &published_from=",
        ask(
          query {
            ($0.entities, $0.published) = ([[hot, next]], DayBounds(from: day))
          })
      ),
    ]
  }

  private static func entityQuestions(_ snapshot: Snapshot) -> [Question] {
    func ask(
      _ prefix: String?, _ types: [Set<EntityType>], _ sort: [Sort<EntityQuery.SortKey>] = []
    ) -> (Int) -> Void {
      var query = EntityQuery()
      (query.prefix, query.types, query.sort) = (prefix, types, sort)
      return { _ in _ = snapshot.entities(query, page) }
    }
    func mentions(_ entity: Int, _ change: (inout MentionQuery) -> Void) -> (Int) -> Void {
      var query = MentionQuery(entity: EntityOrdinal(entity))
      change(&query)
      return { _ in _ = snapshot.mentions(query, page) }
    }
    let day = CalendarDate(daysSinceEpoch: 18_000)
    return [
      ("/entities", ask(nil, [])), ("/entities?q=a", ask("a", [])),
      ("/entities?q=a&type=person&sort=name", ask("a", [[.person]], [Sort(.name)])),
      ("/entities?q=mar", ask("mar", [])), ("/entities?q=markin", ask("markin", [])),
      (
        "/entities?sort=-mentions,name",
        ask(nil, [], [Sort(.mentions, descending: true), Sort(.name)])
      ),
      ("/entities/<most frequent>/mentions", mentions(0) { _ in }),
      ("… ?kind=name,surname", mentions(0) { $0.kinds = [.name, .surname] }),
      ("… ?published_from=", mentions(0) { $0.published = DayBounds(from: day) }),
      ("… oldest first", mentions(0) { $0.order = .oldestFirst }),
    ]
  }

  private static func graphQuestions(_ snapshot: Snapshot) -> [Question] {
    func ask(_ change: (inout GraphQuery) -> Void) -> (Int) -> Void {
      var query = GraphQuery()
      query.limit = 100
      change(&query)
      return { _ in _ = snapshot.graph(query) }
    }
    return [
      (
        "/entities/<most frequent>/neighbors",
        { _ in
          _ = snapshot.neighbors(NeighborQuery(entity: EntityOrdinal(Int32(0))), page)
        }
      ),
      ("/graph", ask { _ in }),
      ("/graph?type=person&min_weight=2", ask { ($0.types, $0.minWeight) = ([.person], 2) }),
      ("/graph?entity=<most frequent>", ask { $0.entities = [EntityOrdinal(Int32(0))] }),
      (
        "/graph?entity=<rare>&depth=3",
        ask { ($0.entities, $0.depth) = ([EntityOrdinal(snapshot.entityCount / 2)], 3) }
      ),
      ("/graph/paths?from=<any>&to=<any>", askPaths(snapshot, 1)),
      ("… &k=10", askPaths(snapshot, 10)),
      ("/graph/metrics", { _ in _ = snapshot.entities(MetricQuery(), page) }),
    ]
  }

  private static func askPaths(_ snapshot: Snapshot, _ count: Int) -> (Int) -> Void {
    { run in
      var random = SeededGenerator(seed: UInt64(run))
      var query = PathQuery(
        from: EntityOrdinal(random.below(snapshot.entityCount)),
        to: EntityOrdinal(random.below(snapshot.entityCount)))
      query.count = count
      _ = snapshot.paths(query)
    }
  }

  private static let month = DayBounds(
    from: CalendarDate(daysSinceEpoch: 18_000), to: CalendarDate(daysSinceEpoch: 18_029))

  private static func relationQuestions(_ snapshot: Snapshot) -> [Question] {
    let hot = EntityOrdinal(Int32(0))
    func ask(_ change: (inout RelationQuery) -> Void) -> (Int) -> Void {
      var query = RelationQuery()
      change(&query)
      return { _ in _ = snapshot.relations(query, page) }
    }
    var quotes = QuotationQuery()
    quotes.speakers = [[hot]]
    return [
      ("/relations", ask { _ in }),
      ("/relations?predicate=meets", ask { $0.predicates = [.meets] }),
      ("/relations?from=&to= (a month)", ask { $0.dates = month }),
      ("/relations?sort=-date", ask { $0.sort = [Sort(.date, descending: true)] }),
      ("/entities/<most frequent>/relations", ask { $0.entities = [[hot]] }),
      ("/quotes?speaker=<most frequent>", { _ in _ = snapshot.quotations(quotes, page) }),
    ]
  }

  private static func eventQuestions(_ snapshot: Snapshot) -> [Question] {
    let hot = EntityOrdinal(Int32(0))
    let next = EntityOrdinal(Int32(1))
    func ask(_ change: (inout EventQuery) -> Void) -> (Int) -> Void {
      var query = EventQuery()
      change(&query)
      return { _ in _ = snapshot.events(query, page) }
    }
    return [
      ("/events", ask { _ in }), ("/events?status=planned", ask { $0.statuses = [.planned] }),
      ("/events?from=&to= (a month)", ask { $0.dates = month }),
      ("/entities/<most frequent>/events", ask { $0.entities = [[hot]] }),
      (
        "/entities/<most frequent>/timeline",
        { _ in _ = snapshot.timeline(of: hot, within: DayBounds()) }
      ),
      (
        "/entities/<first>/with/<second>: sentences",
        { _ in _ = snapshot.sentences(naming: hot, next) }
      ),
    ]
  }

  private static func nameQuestions(_ snapshot: Snapshot) -> [Question] {
    var random = SeededGenerator(seed: 9)
    let names = (0..<512).map { _ in
      snapshot.string(snapshot[EntityOrdinal(random.below(snapshot.entityCount))].name)
    }
    let wrong = names.map { name in
      var bytes = Array(name.utf8)
      bytes[bytes.count / 2] = UInt8(ascii: "x")
      return String(decoding: bytes, as: UTF8.self)
    }
    return [
      ("lookup: full name", { _ = snapshot.lookup(names[$0 % names.count]) }),
      (
        "lookup: last word",
        { _ = snapshot.lookup(String(names[$0 % names.count].split(separator: " ").last ?? "")) }
      ),
      ("lookup: one letter wrong", { _ = snapshot.lookup(wrong[$0 % wrong.count]) }),
      ("lookup: nothing like it", { _ in _ = snapshot.lookup("Qwxz Jkvbh") }),
    ]
  }
}

extension String {
  fileprivate func padding(_ width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
