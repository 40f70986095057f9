internal import Extraction

extension Snapshot {
  /// Those in quotation marks.
  package var markedQuotationCount: Int {
    Quotation.Form.marked.reduce(0) { $0 + tables.quotationFormPostings[Int($1.rawValue)].count }
  }

  /// - Complexity: O((limit + articles asked for) · lists · log n), a list for each speaker or
  ///   form; with speakers and some forms in marks O(quotations of the speakers). `total` costs no
  ///   walk.
  package func quotations(_ query: QuotationQuery, _ page: PageRequest) -> Page<QuotationOrdinal> {
    let chosen = RowsInArticles(
      quotationLists(query), articles: query.articles, published: query.published,
      tables: tables, start: quotationStart)
    let set = chosen.set
    var result = Page<QuotationOrdinal>(total: set.count, undated: chosen.undatedCount)
    result.fill(set.prefix(page.limit + 1, from: (page.after ?? -1) + 1), limit: page.limit)
    return result
  }

  /// Lists that share no row: of the speakers asked for, or of whole forms.
  private func quotationLists(_ query: QuotationQuery) -> [ArraySlice<Int32>] {
    guard let first = query.speakers.first else {
      return query.forms.map { Int($0.rawValue) }.sorted().map {
        tables.quotationFormPostings[$0]
      }
    }
    let common = query.speakers.dropFirst().reduce(Set(first)) { $0.intersection($1) }
    let indirect =
      query.forms.contains(.indirect)
      ? common.sorted().map { tables.indirectPostings[$0.index] } : []
    let forms = query.forms.intersection(Quotation.Form.marked)
    guard !forms.isEmpty else { return indirect }
    let marked = common.sorted().map { tables.quotationPostings[$0.index] }
    guard forms.count < Quotation.Form.marked.count else { return marked + indirect }
    return indirect
      + marked.map { list in list.filter { forms.contains(tables.quotations[Int($0)].form) }[...] }
  }

  private func quotationStart(_ article: Int) -> Int32 {
    article < articleCount ? tables.articles[article].quotationsStart : Int32(quotationCount)
  }
}
