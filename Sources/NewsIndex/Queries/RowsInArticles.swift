/// Rows of a table that stands in article order, chosen by lists, articles and days.
struct RowsInArticles {
  /// The rows of `lists` that stand in the articles asked for, of these days.
  let set: OrdinalSet
  /// Rows left out because their articles have no date, where days were asked for.
  let undatedCount: Int

  /// - Parameters:
  ///   - lists: of rows; no row is in two of them.
  ///   - articles: `nil` is every article.
  ///   - start: the first row of an article; of the one behind the last, how many rows there are.
  init(
    _ lists: [ArraySlice<Int32>], articles: [ArticleOrdinal]?, published: DayBounds,
    tables: Tables, start: (Int) -> Int32
  ) {
    var lists = lists
    if let articles {
      lists = Set(articles).sorted().flatMap { article in
        OrdinalSet(lists: lists, bounds: start(article.index)..<start(article.index + 1)).lists
      }.filter { !$0.isEmpty }
    }
    let end = start(tables.articles.count)
    let every = OrdinalSet(lists: lists, bounds: 0..<end)
    set = every.within(
      tables.articleRuns(published).map { articles in
        start(Int(articles.lowerBound))..<start(Int(articles.upperBound))
      })
    undatedCount =
      published.isBounded ? every.bounded(start(tables.datedArticleCount)..<end).count : 0
  }
}
