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
    var undatedCount = 0
    if query.published.isBounded {
      let dated = Int32(tables.datedArticleCount)
      undatedCount = every.bounded(dated..<Int32(articleCount)).count
    }
    return Page(
      set, by: query.sort, natural: Sort(.published, descending: true), tables.articleColumns,
      id: .id, undated: undatedCount,
      page)
  }
}
