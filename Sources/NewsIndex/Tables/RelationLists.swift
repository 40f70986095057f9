internal import Extraction

/// The lists that lead to relations; each in order of ordinals, heaviest relation first.
struct RelationLists: Sendable {
  /// Entity → relations it is an end of, each once.
  var ends = Postings()
  /// Entity → relations it is the subject of.
  var subjects = Postings()
  /// Entity → relations it is the object of.
  var objects = Postings()
  /// Predicate and modality (`predicate * 5 + modality`) → relations.
  var predicates = Postings()
  /// Article → relations with evidence in it.
  var articles = Postings()
  /// Entity and type of the other end (`entity * 7 + type`) → relations between two entities.
  var neighbors = Postings()
  /// Types of both ends (`lower * 7 + higher`) → relations between two entities.
  var endTypes = Postings()
  /// Relations without a dated article.
  var undated: [Int32] = []
  /// By the dates of their evidences.
  var dated = DatedRows()
  /// By `RelationRow.hash`.
  var byHash: [Int32] = []

  static let modalityCount = Modality.allCases.count

  init() {}

  /// - Complexity: O(relations + evidences), and a sort for `byHash`.
  init(_ tables: Tables) {
    let rows = tables.relations
    let entityCount = tables.entities.count
    let all = rows.indices.map { Int32(truncatingIfNeeded: $0) }
    subjects = Self.lists(entityCount, all) { rows[$0].subject.entity.map { [$0.value] } ?? [] }
    objects = Self.lists(entityCount, all) { rows[$0].object.entity.map { [$0.value] } ?? [] }
    ends = Self.lists(entityCount, all) { row in
      let subject = rows[row].subject.entity?.value
      let object = rows[row].object.entity?.value
      return subject == object
        ? [subject].compactMap(\.self) : [subject, object].compactMap(\.self)
    }
    predicates = Self.lists(Predicate.allCases.count * Self.modalityCount, all) { row in
      [
        Int32(Int(rows[row].predicate.rawValue) * Self.modalityCount)
          + Int32(rows[row].modality.rawValue)
      ]
    }
    let typeCount = Int32(EntityType.allCases.count)
    func type(_ entity: EntityOrdinal) -> Int32 {
      Int32(tables.entities[entity.index].type.rawValue)
    }
    neighbors = Self.lists(entityCount * Int(typeCount), all) { row in
      guard let (source, target) = rows[row].ends else { return [] }
      return [
        source.value * typeCount + type(target), target.value * typeCount + type(source),
      ]
    }
    endTypes = Self.lists(Int(typeCount * typeCount), all) { row in
      guard let (source, target) = rows[row].ends else { return [] }
      let (a, b) = (type(source), type(target))
      return [min(a, b) * typeCount + max(a, b)]
    }
    addArticles(tables)
    dated = DatedRows(rowCount: rows.count) { row in
      let start = Int(rows[row].evidenceStart)
      return tables.relationEvidence[start..<start + Int(rows[row].evidenceCount)].compactMap {
        $0.time.flatMap { tables.times[$0.index].when }
      }
    }
    byHash = all.sorted { rows[Int($0)].hash < rows[Int($1)].hash }
  }

  private mutating func addArticles(_ tables: Tables) {
    var keys: [Int32] = []
    var values: [Int32] = []
    for (index, row) in tables.relations.enumerated() {
      let relation = Int32(truncatingIfNeeded: index)
      var last = Int32(-1)
      let start = Int(row.evidenceStart)
      for evidence in tables.relationEvidence[start..<start + Int(row.evidenceCount)] {
        let article = tables.sentences[evidence.sentence.index].article.value
        if last < 0, Int(article) >= tables.datedArticleCount { undated.append(relation) }
        if article != last {
          keys.append(article)
          values.append(relation)
        }
        last = article
      }
    }
    articles = Postings(keyCount: tables.articles.count, keys: keys, values: values)
  }

  private static func lists(
    _ keyCount: Int, _ rows: [Int32], _ keysOf: (Int) -> [Int32]
  ) -> Postings {
    var keys: [Int32] = []
    var values: [Int32] = []
    for row in rows {
      for key in keysOf(Int(row)) {
        keys.append(key)
        values.append(row)
      }
    }
    return Postings(keyCount: keyCount, keys: keys, values: values)
  }
}
