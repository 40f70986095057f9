internal import Extraction
internal import Formats

/// Makes the tables of what was staged and resolved, one kind of row after the other.
///
/// Every step is linear or sorts; the order of the steps is the order of what they need.
struct Assembler {
  var staging: Staging
  let resolution: Resolution
  var tables = Tables()
  /// Resolved entity (numbered by first article) → row of `tables.entities`.
  var rowOfEntity: [Int32] = []
  /// Of each surface, seen from the entity's own name.
  var kinds: [MentionKind] = []
  /// Strings of forms that stand in `tables.strings` already.
  private var rangeOfForm: [Int32: HeapRange] = [:]

  init(
    _ staging: consuming Staging, _ gazetteer: Gazetteer, _ decisions: NameDecisions,
    _ weights: ResolutionWeights
  ) {
    var ordered = staging.inSnapshotOrder()
    var resolution = EntityResolver.resolve(ordered, gazetteer, decisions, weights)
    if RelatedDates.link(&ordered, resolution) {
      // Articles stand by their dates.
      ordered = ordered.inSnapshotOrder()
      resolution = EntityResolver.resolve(ordered, gazetteer, decisions, weights)
    }
    self.staging = ordered
    self.resolution = resolution
  }

  consuming func assemble() -> (tables: Tables, id: UInt64) {
    kinds = SurfaceKinds.decide(staging, resolution)
    addArticles()
    addEntities()
    addSentencesAndMentions()
    addArticleEntities()
    addAliases()
    addRoles()
    addResolution()
    addEdges()
    addTimes()
    addRelations()
    addEvents()
    addQuotations()
    addArticleColumns()
    addEntityColumns()
    addRelationColumns()
    addEventColumns()
    addGraphs()
    let articleCount = tables.articles.count
    tables.denseEntities = DenseLists(tables.articlePostings, articleCount: articleCount)
    tables.denseSources = DenseLists(tables.sourcePostings, articleCount: articleCount)
    tables.names = NameTable(tables)
    return (tables, contentHash())
  }

  // MARK: Articles

  private mutating func addArticles() {
    tables.strings = staging.strings
    tables.articles.reserveCapacity(staging.articles.count)
    tables.text.reserveCapacity(staging.texts.reduce(0) { $0 + $1.count })
    for index in staging.articles.indices {
      let article = staging.articles[index]
      var row = article.row
      row.textStart = tables.text.count
      row.zonesStart = Int32(truncatingIfNeeded: article.zones)
      row.sentencesStart = Int32(truncatingIfNeeded: article.sentences)
      row.mentionsStart = Int32(truncatingIfNeeded: article.mentions)
      row.quotationsStart = Int32(truncatingIfNeeded: article.quotations)
      row.timesStart = Int32(truncatingIfNeeded: article.times)
      tables.text.append(contentsOf: staging.texts[index])
      // Each text is let go when it stands in the heap: a corpus is never held twice.
      staging.texts[index] = []
      tables.articles.append(row)
    }
    tables.zones = staging.zones
    tables.publishedKeys = staging.articles.map(\.publishedKey)
    tables.datedArticleCount = tables.publishedKeys.partitioningIndex { $0 == .min }
    tables.ranged = RangedArticles(tables.articles)
    addSources()
  }

  /// Sources of one key are one; it is called what most articles write, ties by bytes.
  private mutating func addSources() {
    var formsOfKey: [Int32: [Int32: Int32]] = [:]
    for article in staging.articles where article.sourceName >= 0 {
      let key = resolution.keyOfForm[Int(article.sourceName)]
      formsOfKey[key, default: [:]][article.sourceName, default: 0] += 1
    }
    let keys = formsOfKey.keys.sorted {
      compare(resolution.keys.bytes.span, resolution.keys.range($0), resolution.keys.range($1)) < 0
    }
    var sourceOfKey: [Int32: SourceOrdinal] = [:]
    for key in keys {
      let forms = formsOfKey[key] ?? [:]
      let best = forms.max { a, b in
        a.value != b.value
          ? a.value < b.value
          : staging.forms.string(b.key).utf8.lexicographicallyPrecedes(
            staging.forms.string(a.key).utf8)
      }
      sourceOfKey[key] = SourceOrdinal(tables.sources.count)
      tables.sources.append(
        SourceRow(name: range(of: best?.key ?? 0), articleCount: forms.values.reduce(0, +)))
    }
    for (index, article) in staging.articles.enumerated() where article.sourceName >= 0 {
      tables.articles[index].source =
        sourceOfKey[resolution.keyOfForm[Int(article.sourceName)]]
    }
    addSourceNames()
    let sourced = tables.articles.indices.filter { tables.articles[$0].source != nil }
    tables.sourcePostings = Postings(
      keyCount: tables.sources.count, keys: sourced.map { tables.articles[$0].source?.value ?? 0 },
      values: sourced.map { Int32(truncatingIfNeeded: $0) })
  }

  /// Both the name and what credit lines write find a source, where they find only one.
  private mutating func addSourceNames() {
    var sources: [[UInt8]: Set<SourceOrdinal>] = [:]
    for (index, row) in tables.sources.enumerated() {
      sources[key(of: row.name), default: []].insert(SourceOrdinal(index))
    }
    var raws: [[UInt8]: Set<SourceOrdinal>] = [:]
    for row in tables.articles {
      guard let source = row.source, !row.sourceRaw.isEmpty else { continue }
      raws[Array(tables.strings[row.sourceRaw.indices]), default: []].insert(source)
    }
    for (raw, found) in raws {
      var key: [UInt8] = []
      NameKey.append(raw.span, to: &key)
      if sources[key] == nil, found.count == 1 { sources[key] = found }
    }
    for (key, found) in sources.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      guard let source = found.first, !key.isEmpty else { continue }
      tables.sourceNames.append(SourceNameRow(key: append(key), source: source))
    }
  }

  // MARK: Strings

  mutating func append(_ bytes: [UInt8]) -> HeapRange {
    let start = tables.strings.count
    tables.strings.append(contentsOf: bytes)
    return HeapRange(start: start, count: bytes.count)
  }

  /// Each form is written once.
  mutating func range(of form: Int32) -> HeapRange {
    if let range = rangeOfForm[form] { return range }
    let range = append(Array(staging.forms.bytes[staging.forms.range(form)]))
    rangeOfForm[form] = range
    return range
  }

  func key(of range: HeapRange) -> [UInt8] {
    let strings = tables.strings
    var key: [UInt8] = []
    NameKey.append(strings.span.extracting(range.indices), to: &key)
    return key
  }

  // MARK: Content

  /// Of texts and of everything the tables say; equal for equal input.
  private func contentHash() -> UInt64 {
    var hash = StableHash(seed: 5)
    hash.combine(tables.strings)
    for article in staging.articles { hash.combine(article.hash) }
    for row in tables.articles {
      hash.combine(row.textStart)
      hash.combine(row.earliest?.daysSinceEpoch ?? Int32.min)
      hash.combine(row.latest?.daysSinceEpoch ?? Int32.min)
      hash.combine(row.wordCount)
    }
    for row in tables.sentences { hash.combine(Int64(row.utf8.start) << 32 | Int64(row.utf8.end)) }
    for row in tables.zones { hash.combine(Int64(row.utf8.start) << 8 | Int64(row.kind.rawValue)) }
    for row in tables.mentions {
      hash.combine(Int64(row.range.start) << 32 | Int64(row.range.end))
      hash.combine(
        Int64(row.entity.value) << 16 | Int64(row.kind.rawValue) << 8 | Int64(row.confidence))
    }
    for row in tables.entities {
      hash.combine(row.id.start)
      hash.combine(Int64(row.type.rawValue) << 8 | Int64(row.subtype?.rawValue ?? 255))
    }
    for row in tables.edges {
      hash.combine(Int64(row.source.value) << 32 | Int64(row.target.value))
      hash.combine(row.weight)
    }
    combineRelations(into: &hash)
    combineEvents(into: &hash)
    return hash.value
  }
}
