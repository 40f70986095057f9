internal import Extraction
internal import Formats

extension Snapshot {
  /// - Complexity: O((limit + articles asked for) · lists · log n), a list for each kind of each
  ///   entity or type; `total` costs no walk.
  package func mentions(_ query: MentionQuery, _ page: PageRequest) -> Page<MentionOrdinal> {
    let chosen = RowsInArticles(
      mentionLists(query), articles: query.articles, published: query.published,
      tables: tables, start: mentionStart)
    let set = chosen.set
    var result = Page<MentionOrdinal>(total: set.count, undated: chosen.undatedCount)
    let rows =
      query.order == .newestFirst
      ? set.prefix(page.limit + 1, from: (page.after ?? -1) + 1)
      : oldestFirst(set, page)
    result.fill(rows, limit: page.limit)
    return result
  }

  /// Lists that share no row: of the entities asked for, or of whole types.
  private func mentionLists(_ query: MentionQuery) -> [ArraySlice<Int32>] {
    let kindCount = MentionKind.allCases.count
    let kinds = query.kinds.map { Int($0.rawValue) }.sorted()
    if let first = query.entities.first {
      let common = query.entities.dropFirst().reduce(Set(first)) { $0.intersection($1) }
      let entities = common.sorted().filter { query.types?.contains(self[$0].type) ?? true }
      return entities.flatMap { entity in
        kinds.map { tables.mentionPostings[entity.index * kindCount + $0] }
      }
    }
    let types = EntityType.allCases.filter { query.types?.contains($0) ?? true }
    return types.flatMap { type in
      kinds.map { tables.mentionTypePostings[Int(type.rawValue) * kindCount + $0] }
    }
  }

  private func mentionStart(_ article: Int) -> Int32 {
    article < articleCount ? tables.articles[article].mentionsStart : Int32(mentionCount)
  }

  /// Articles of one time stand together by id; their groups are taken from the last to the first,
  /// then what has no date.
  private func oldestFirst(_ set: OrdinalSet, _ page: PageRequest) -> [Int32] {
    let dated = mentionStart(tables.datedArticleCount)
    var rows: [Int32] = []
    var from: Int32
    var group: Range<Int32>
    if let after = page.after, tables.mentions.indices.contains(Int(after)) {
      group = self.group(of: after)
      from = after + 1
    } else if let last = set.last(before: dated) {
      group = self.group(of: last)
      from = group.lowerBound
    } else {
      group = dated..<Int32(mentionCount)
      from = dated
    }
    while true {
      rows += set.bounded(group).prefix(page.limit + 1 - rows.count, from: from)
      if rows.count > page.limit || group.lowerBound >= dated { return rows }
      if let last = set.last(before: group.lowerBound) {
        group = self.group(of: last)
      } else {
        group = dated..<Int32(mentionCount)
      }
      from = group.lowerBound
    }
  }

  /// Mentions of the articles that have the same time as the mention's.
  private func group(of mention: Int32) -> Range<Int32> {
    let keys = tables.publishedKeys
    let key = keys[article(of: tables.mentions[Int(mention)]).index]
    let start = keys.partitioningIndex { $0 <= key }
    let end = keys.partitioningIndex { $0 < key }
    return mentionStart(start)..<mentionStart(end)
  }
}
