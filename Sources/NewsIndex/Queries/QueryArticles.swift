internal import Extraction
internal import Formats

extension Snapshot {
  /// - Complexity: O(limit · log n) in the order they stand in; with `sort` as `SortedRows` says;
  ///   with several filters as `Tables.articleSet` says. `total` costs no walk.
  package func articles(_ query: ArticleQuery, _ page: PageRequest) -> Page<ArticleOrdinal> {
    let filters =
      query.sources.map { $0.map { tables.articles(ofSource: $0.index) } }
      + query.entities.map { $0.map { tables.articles(ofEntity: $0.index) } }
    let every = tables.articleSet(filters, bounds: 0..<Int32(articleCount))
    let set = every.within(tables.articleRuns(query.published))
    var result = Page<ArticleOrdinal>(total: set.count)
    if query.published.isBounded {
      let dated = Int32(tables.datedArticleCount)
      result.undated = every.bounded(dated..<Int32(articleCount)).count
    }
    let isNatural =
      query.sort.isEmpty || query.sort.first == Sort(.published, descending: true)
    let rows =
      isNatural && query.sort.count < 2
      ? set.prefix(page.limit + 1, from: (page.after ?? -1) + 1)
      : SortedRows(
        columns: query.sort.map {
          (tables.articleColumns[Int($0.key.rawValue)], $0.isDescending)
        }, id: tables.articleColumns[Int(ArticleQuery.SortKey.id.rawValue)], set: set,
        limit: page.limit,
        after: page.after.flatMap { tables.articles.indices.contains(Int($0)) ? $0 : nil }
      ).rows()
    result.fill(rows, limit: page.limit)
    return result
  }
}

extension Page where Item: Ordinal {
  /// `rows` holds one more than fits where there is a next page.
  mutating func fill(_ rows: [Int32], limit: Int) {
    items = rows.prefix(limit).map { Item($0) }
    next = rows.count > limit ? items.last?.value : nil
  }
}
