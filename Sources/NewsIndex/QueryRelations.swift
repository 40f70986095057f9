internal import Extraction

extension Snapshot {
  /// - Complexity: O(limit · log n) for no filter or for predicate and modality alone; else
  ///   O(length of the shortest filter's lists · log n). `published` alone takes one step for each
  ///   evidence of the articles within.
  package func relations(_ query: RelationQuery, _ page: PageRequest) -> Page<RelationOrdinal> {
    var result = Page<RelationOrdinal>()
    let set = relationSet(query, undated: &result.undated)
    let isNatural = query.sort.isEmpty || query.sort == [Sort(.evidence, descending: true)]
    let rows =
      isNatural
      ? set.prefix(page.limit + 1, from: (page.after ?? -1) + 1)
      : SortedRows(
        columns: query.sort.map {
          (tables.relationColumns[Int($0.key.rawValue)], $0.isDescending)
        }, id: tables.relationColumns[Int(RelationQuery.SortKey.id.rawValue)], set: set,
        limit: page.limit,
        after: page.after.flatMap { tables.relations.indices.contains(Int($0)) ? $0 : nil }
      ).rows()
    result.total = set.count
    result.fill(rows, limit: page.limit)
    return result
  }

  /// - Complexity: O(log n).
  package func relation(id: String) -> RelationOrdinal? {
    guard id.utf8.count == 16, let hash = UInt64(id, radix: 16) else { return nil }
    let order = tables.relationLists.byHash
    let place = order.partitioningIndex { tables.relations[Int($0)].hash >= hash }
    guard place < order.count else { return nil }
    let found = RelationOrdinal(order[place])
    return self.id(of: found) == id ? found : nil
  }

  /// Relations that the entity is an end of.
  package func relationCount(of entity: EntityOrdinal) -> Int {
    tables.relationLists.ends.count(entity.index)
  }

  // MARK: Sets

  private func relationSet(_ query: RelationQuery, undated: inout Int) -> OrdinalSet {
    let bounds = 0..<Int32(relationCount)
    let filters = relationFilters(query)
    if !query.published.isBounded {
      if filters.isEmpty { return .all(relationCount) }
      if filters.count == 1, filters[0].isDisjoint {
        return OrdinalSet(lists: filters[0].lists, bounds: bounds)
      }
      return OrdinalSet(lists: [matching(query, filters)[...]], bounds: bounds)
    }
    let articles = tables.articleRuns(query.published)
    guard !filters.isEmpty else {
      undated = tables.relationLists.undated.count
      let lists = articles.joined().map { tables.relationLists.articles[Int($0)] }
      return OrdinalSet(lists: [Self.union(lists)[...]], bounds: bounds)
    }
    let rows = matching(query, filters)
    undated = rows.count { article(ofFirstEvidence: $0).index >= tables.datedArticleCount }
    let within = rows.filter { hasEvidence($0, in: articles) }
    return OrdinalSet(lists: [within[...]], bounds: bounds)
  }

  private struct RelationFilter {
    var lists: [ArraySlice<Int32>]
    /// No row is in two of the lists.
    var isDisjoint: Bool

    var count: Int { lists.reduce(0) { $0 + $1.count } }
  }

  private func relationFilters(_ query: RelationQuery) -> [RelationFilter] {
    let lists = tables.relationLists
    var filters = query.entities.map { any in
      let own = Set(any).sorted().map { lists.ends[$0.index] }
      return RelationFilter(lists: own, isDisjoint: own.count < 2)
    }
    for (named, postings) in [(query.subjects, lists.subjects), (query.objects, lists.objects)] {
      filters += named.map { any in
        RelationFilter(lists: Set(any).sorted().map { postings[$0.index] }, isDisjoint: true)
      }
    }
    if let articles = query.articles {
      let own = Set(articles).sorted().map { lists.articles[$0.index] }
      filters.append(RelationFilter(lists: own, isDisjoint: own.count < 2))
    }
    let isEvery =
      query.predicates.count == Predicate.allCases.count
      && query.modalities.count == RelationLists.modalityCount
    if !isEvery {
      let modalities = query.modalities.map { Int($0.rawValue) }.sorted()
      let own = query.predicates.map { Int($0.rawValue) }.sorted().flatMap { predicate in
        modalities.map { lists.predicates[predicate * RelationLists.modalityCount + $0] }
      }
      filters.append(RelationFilter(lists: own.filter { !$0.isEmpty }, isDisjoint: true))
    }
    return filters
  }

  /// The rows of the shortest filter that meet all others, in order.
  private func matching(_ query: RelationQuery, _ filters: [RelationFilter]) -> [Int32] {
    guard let shortest = filters.min(by: { $0.count < $1.count }) else { return [] }
    let articles = query.articles.map { Set($0).sorted() }
    return Self.union(shortest.lists).filter { row in
      let relation = tables.relations[Int(row)]
      let (subject, object) = (relation.subject.entity, relation.object.entity)
      return query.predicates.contains(relation.predicate)
        && query.modalities.contains(relation.modality)
        && query.subjects.allSatisfy { $0.contains { $0 == subject } }
        && query.objects.allSatisfy { $0.contains { $0 == object } }
        && query.entities.allSatisfy { $0.contains { $0 == subject || $0 == object } }
        && articles?.contains { hasEvidence(row, in: [$0.value..<$0.value + 1]) } ?? true
    }
  }

  private static func union(_ lists: [ArraySlice<Int32>]) -> [Int32] {
    guard lists.count > 1 else { return lists.first.map { Array($0) } ?? [] }
    var rows: [Int32] = []
    for row in lists.joined().sorted() where row != rows.last { rows.append(row) }
    return rows
  }

  private func article(ofFirstEvidence row: Int32) -> ArticleOrdinal {
    let start = Int(tables.relations[Int(row)].evidenceStart)
    return self[tables.relationEvidence[start].sentence].article
  }

  /// Evidences stand in article order.
  private func hasEvidence(_ row: Int32, in runs: [Range<Int32>]) -> Bool {
    let own = evidence(of: RelationOrdinal(row))
    return runs.contains { articles in
      let place = own.partitioningIndex { self[$0.sentence].article.value >= articles.lowerBound }
      return place < own.endIndex && articles.contains(self[own[place].sentence].article.value)
    }
  }
}
