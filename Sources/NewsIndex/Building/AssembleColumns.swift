internal import Extraction
internal import Formats

/// Orders for `sort=` and for finding by id.
extension Assembler {
  mutating func addArticleColumns() {
    let articles = tables.articles
    let byID = sortedIndices(tables.strings, articles.map(\.id.indices))
    tables.articlesByID = byID
    let titles = foldedTitles()
    tables.articleColumns = ArticleQuery.SortKey.allCases.map { key in
      switch key {
      case .published:
        SortColumn(values: tables.publishedKeys.map { $0 == .min ? nil : $0 }, byID: byID)
      case .id: SortColumn(byID: byID)
      case .title: SortColumn(heap: titles.heap, ranges: titles.ranges, byID: byID)
      case .source:
        SortColumn(values: articles.map { $0.source.map { Int64($0.value) } }, byID: byID)
      case .words: SortColumn(values: articles.map { Int64($0.wordCount) }, byID: byID)
      case .mentions: SortColumn(values: articles.map { Int64($0.nameMentionCount) }, byID: byID)
      }
    }
  }

  private func foldedTitles() -> (heap: [UInt8], ranges: [Range<Int>]) {
    fold(tables.articles.map(\.title))
  }

  private func fold(_ strings: [HeapRange]) -> (heap: [UInt8], ranges: [Range<Int>]) {
    var heap: [UInt8] = []
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(strings.count)
    for string in strings {
      let start = heap.count
      heap += key(of: string)
      ranges.append(start..<heap.count)
    }
    return (heap, ranges)
  }

  mutating func addEntityColumns() {
    let entities = tables.entities
    let byID = tables.entitiesByID
    let names = fold(entities.map(\.name))
    tables.entityColumns = EntityQuery.SortKey.allCases.map { key in
      switch key {
      case .mentions: SortColumn(values: entities.map { Int64($0.nameMentionCount) }, byID: byID)
      case .articles: SortColumn(values: entities.map { Int64($0.articleCount) }, byID: byID)
      case .name: SortColumn(heap: names.heap, ranges: names.ranges, byID: byID)
      case .id: SortColumn(byID: byID)
      case .firstSeen:
        SortColumn(
          values: entities.map { $0.firstSeen.map { Int64($0.daysSinceEpoch) } }, byID: byID)
      case .lastSeen:
        SortColumn(
          values: entities.map { $0.lastSeen.map { Int64($0.daysSinceEpoch) } }, byID: byID)
      }
    }
    tables.typePostings = Postings(
      keyCount: EntityType.allCases.count, keys: entities.map { Int32($0.type.rawValue) },
      values: entities.indices.map { Int32(truncatingIfNeeded: $0) })
  }
}
