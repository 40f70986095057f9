package import Extraction
internal import Formats

extension Snapshot {
  /// - Complexity: O(limit · log n) for no filter or for predicate and modality alone; else
  ///   O(length of the shortest filter's lists · log n). `published` alone takes one step for each
  ///   evidence of the articles within, `dates` alone one for each date within.
  package func relations(_ query: RelationQuery, _ page: PageRequest) -> Page<RelationOrdinal> {
    let found = FilteredRows(
      rowCount: relationCount, relationFilters(query), days: relationDays(query))
    return Page(
      found.set, by: query.sort, natural: Sort(.evidence, descending: true), tables.relationColumns,
      id: .id, undated: found.undatedCount,
      page)
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

  /// When it happened, as far as the words of the evidence tell.
  package func date(of evidence: RelationEvidenceRow) -> DateRange? { date(of: evidence.time) }

  // MARK: Filters

  private func relationFilters(_ query: RelationQuery) -> [RowFilter] {
    let lists = tables.relationLists
    let rows = tables.relations
    var filters = query.entities.map { any in
      let own = Set(any).sorted().map { lists.ends[$0.index] }
      return RowFilter(lists: own, isDisjoint: own.count < 2) { row in
        let (subject, object) = (rows[Int(row)].subject.entity, rows[Int(row)].object.entity)
        return any.contains { $0 == subject || $0 == object }
      }
    }
    filters += query.subjects.map { any in
      RowFilter(lists: Set(any).sorted().map { lists.subjects[$0.index] }, isDisjoint: true) {
        row in
        any.contains { $0 == rows[Int(row)].subject.entity }
      }
    }
    filters += query.objects.map { any in
      RowFilter(lists: Set(any).sorted().map { lists.objects[$0.index] }, isDisjoint: true) {
        row in
        any.contains { $0 == rows[Int(row)].object.entity }
      }
    }
    filters += [
      filter(query.articles, in: lists.articles, isTold: hasEvidence),
      filter(
        query.predicates, by: query.modalities.map(\.rawValue), of: RelationLists.modalityCount,
        in: lists.predicates
      ) { row in
        query.predicates.contains(rows[Int(row)].predicate)
          && query.modalities.contains(rows[Int(row)].modality)
      },
    ].compactMap(\.self)
    return filters
  }

  private func relationDays(_ query: RelationQuery) -> [DayFilter] {
    let lists = tables.relationLists
    return [
      filter(
        published: query.published, in: lists.articles, rowCount: relationCount,
        undated: lists.undated, isTold: hasEvidence),
      filter(about: query.dates, in: lists.dated) { row in
        self.evidence(of: RelationOrdinal(row)).compactMap(self.date(of:))
      },
    ].compactMap(\.self)
  }

  /// Evidences stand in article order.
  private func hasEvidence(_ row: Int32, in runs: [Range<Int32>]) -> Bool {
    hasRow(evidence(of: RelationOrdinal(row)), in: runs, \.sentence)
  }
}
