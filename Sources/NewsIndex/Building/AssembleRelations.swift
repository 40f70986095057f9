internal import Extraction
internal import Formats

/// Relations, summed over the articles, and quotations.
extension Assembler {
  /// What two evidences must share to support one relation.
  private struct RelationKey: Hashable {
    var predicate: Predicate
    var modality: Modality
    var subject: PartyRow
    var object: PartyRow
    var attribution: PartyRow
    /// Of those known by description only: "two officials" of two articles are not the same.
    var article: Int32
  }

  mutating func addRelations() {
    var relationOf: [RelationKey: Int32] = [:]
    var rows: [RelationRow] = []
    var keys: [Int32] = []
    var evidence: [RelationEvidenceRow] = []
    for index in staging.articles.indices {
      let article = staging.articles[index]
      for staged in staging.relations[article.relations..<staging.next(index).relations] {
        var key = relationKey(staged, article: index)
        var isSwapped = false
        // Subject and object of a symmetric predicate stand as its first evidence has them.
        if staged.predicate.isSymmetric, relationOf[key] == nil {
          var turned = key
          swap(&turned.subject, &turned.object)
          if relationOf[turned] != nil {
            key = turned
            isSwapped = true
          }
        }
        let relation = relationOf[key] ?? Int32(truncatingIfNeeded: rows.count)
        if relationOf[key] == nil {
          relationOf[key] = relation
          rows.append(relationRow(key))
        }
        rows[Int(relation)].confidence = max(
          rows[Int(relation)].confidence, staged.evidence.confidence)
        keys.append(relation)
        evidence.append(row(staged, article, isSwapped: isSwapped))
      }
    }
    sum(rows, keys, evidence)
    tables.qualifiers = staging.qualifiers
    staging.relations = []
    tables.relationLists = RelationLists(tables)
  }

  private mutating func relationKey(
    _ staged: Staging.Relation, article: Int
  ) -> RelationKey {
    let subject = party(staged.subject)
    let object = party(staged.object)
    let isDescribed = !subject.text.isEmpty || !object.text.isEmpty
    return RelationKey(
      predicate: staged.predicate, modality: staged.modality, subject: subject, object: object,
      attribution: party(staged.attribution),
      article: isDescribed ? Int32(truncatingIfNeeded: article) : -1)
  }

  private mutating func party(_ staged: Staging.Party) -> PartyRow {
    if staged.node >= 0 { return PartyRow(entity: row(ofNode: staged.node)) }
    return staged.form >= 0 ? PartyRow(text: range(of: staged.form)) : PartyRow()
  }

  private func relationRow(_ key: RelationKey) -> RelationRow {
    RelationRow(
      hash: hash(key), predicate: key.predicate, modality: key.modality, confidence: 0,
      subject: key.subject, object: key.object, attribution: key.attribution)
  }

  /// Of ids and words only, whatever else is in the corpus.
  private func hash(_ key: RelationKey) -> UInt64 {
    var ends = [idHash(key.subject), idHash(key.object)]
    if key.predicate.isSymmetric { ends.sort() }
    var hash = StableHash(seed: 8)
    hash.combine(key.predicate.name)
    hash.combine(key.modality.rawValue)
    for end in ends { hash.combine(end) }
    hash.combine(idHash(key.attribution))
    if key.article >= 0 {
      let id = tables.articles[Int(key.article)].id
      hash.combine(tables.strings.span.extracting(id.indices))
    }
    return hash.value
  }

  /// Of the entity's id, or of the words.
  func idHash(_ party: PartyRow) -> UInt64 {
    var hash = StableHash(seed: party.entity == nil ? 7 : 6)
    // No closure: it would copy the tables.
    var range = party.text
    if let entity = party.entity { range = tables.entities[entity.index].id }
    hash.combine(tables.strings.span.extracting(range.indices))
    return hash.value
  }

  private func row(
    _ staged: Staging.Relation, _ article: Staging.Article, isSwapped: Bool
  ) -> RelationEvidenceRow {
    var row = staged.evidence
    row.sentence = SentenceOrdinal(article.sentences + row.sentence.index)
    if staged.place >= 0 { row.place = self.row(ofNode: staged.place) }
    if staged.time >= 0 { row.time = TimeOrdinal(article.times + Int(staged.time)) }
    if isSwapped { swap(&row.subject, &row.object) }
    return row
  }

  /// Puts each relation's evidences together, and the relations in order.
  ///
  /// - Parameter keys: the relation of each evidence, as an index into `rows`.
  private mutating func sum(
    _ rows: [RelationRow], _ keys: [Int32], _ evidence: [RelationEvidenceRow]
  ) {
    let lists = Postings(
      keyCount: rows.count, keys: keys,
      values: evidence.indices.map { Int32(truncatingIfNeeded: $0) })
    let order = rows.indices.sorted { a, b in
      lists.count(a) != lists.count(b)
        ? lists.count(a) > lists.count(b) : rows[a].hash < rows[b].hash
    }
    tables.relations.reserveCapacity(rows.count)
    tables.relationEvidence.reserveCapacity(evidence.count)
    for index in order {
      var row = rows[index]
      row.evidenceStart = Int32(truncatingIfNeeded: tables.relationEvidence.count)
      row.evidenceCount = Int32(truncatingIfNeeded: lists.count(index))
      let own = lists[index].map { evidence[Int($0)] }.sorted { a, b in
        a.sentence != b.sentence ? a.sentence < b.sentence : a.trigger < b.trigger
      }
      var last: ArticleOrdinal?
      for one in own {
        let article = tables.sentences[one.sentence.index].article
        if article != last { row.articleCount += 1 }
        last = article
      }
      row.time = tables.times.narrowest(of: own.compactMap(\.time))
      row.place = Self.common(own.compactMap(\.place))
      tables.relationEvidence += own
      tables.relations.append(row)
    }
  }

  private static func common<Value: Equatable>(_ values: [Value]) -> Value? {
    values.allSatisfy { $0 == values.first } ? values.first : nil
  }

  // MARK: Orders

  mutating func addRelationColumns() {
    let rows = tables.relations
    let byID = tables.relationLists.byHash
    tables.relationColumns = RelationQuery.SortKey.allCases.map { key in
      switch key {
      case .evidence: SortColumn(values: rows.map { Int64($0.evidenceCount) }, byID: byID)
      case .articles: SortColumn(values: rows.map { Int64($0.articleCount) }, byID: byID)
      case .confidence: SortColumn(values: rows.map { Int64($0.confidence) }, byID: byID)
      case .date:
        SortColumn(values: rows.map { firstDay(of: $0.time) }, byID: byID)
      case .id: SortColumn(byID: byID)
      }
    }
  }

  // MARK: Times

  func firstDay(of time: TimeOrdinal?) -> Int64? {
    time.flatMap { tables.times[$0.index].when }.map { Int64($0.earliest.daysSinceEpoch) }
  }

  mutating func addTimes() {
    tables.times.reserveCapacity(staging.times.count)
    for index in staging.articles.indices {
      let article = staging.articles[index]
      for time in staging.times[article.times..<staging.next(index).times] {
        tables.times.append(
          TimeRow(
            range: time.range,
            sentence: SentenceOrdinal(article.sentences + Int(time.sentence)), kind: time.kind,
            when: time.when, basis: time.basis,
            duration: time.duration.map { append(Array($0.utf8)) } ?? HeapRange()))
      }
    }
    staging.times = []
  }

  // MARK: Quotations

  mutating func addQuotations() {
    for index in staging.articles.indices {
      let article = staging.articles[index]
      for staged in staging.quotations[article.quotations..<staging.next(index).quotations] {
        tables.quotations.append(
          QuotationRow(
            range: staged.range,
            sentence: SentenceOrdinal(article.sentences + Int(staged.sentence)),
            form: staged.form, speaker: party(staged.speaker), via: party(staged.via),
            cue: staged.cue, modality: staged.modality, confidence: staged.confidence))
      }
    }
    staging.quotations = []
    tables.quotationPostings = quotationPostings { Quotation.Form.marked.contains($0) }
    tables.indirectPostings = quotationPostings { $0 == .indirect }
    tables.quotationFormPostings = Postings(
      keyCount: Quotation.Form.allCases.count,
      keys: tables.quotations.map { Int32($0.form.rawValue) },
      values: tables.quotations.indices.map { Int32(truncatingIfNeeded: $0) })
  }

  /// Speaker → quotations of some forms.
  private func quotationPostings(_ isWanted: (Quotation.Form) -> Bool) -> Postings {
    var spoken: [(speaker: Int32, quotation: Int32)] = []
    for (index, row) in tables.quotations.enumerated() where isWanted(row.form) {
      guard let speaker = row.speaker.entity else { continue }
      spoken.append((speaker.value, Int32(truncatingIfNeeded: index)))
    }
    return Postings(
      keyCount: tables.entities.count, keys: spoken.map(\.speaker), values: spoken.map(\.quotation))
  }

  /// Adds what relations and quotations say to the snapshot's own hash.
  func combineRelations(into hash: inout StableHash) {
    for row in tables.relations {
      hash.combine(row.hash)
      hash.combine(row.evidenceCount)
      hash.combine(row.confidence)
    }
    for row in tables.relationEvidence {
      hash.combine(row.sentence.value)
      hash.combine(Int64(row.trigger.start) << 32 | Int64(row.trigger.end))
      hash.combine(row.time?.value ?? -1)
    }
    for row in tables.times {
      hash.combine(Int64(row.range.start) << 32 | Int64(row.range.end))
      hash.combine(row.when?.earliest.daysSinceEpoch ?? Int32.min)
      hash.combine(row.when?.latest.daysSinceEpoch ?? Int32.min)
    }
    for row in tables.quotations {
      hash.combine(Int64(row.range.start) << 32 | Int64(row.range.end))
      hash.combine(row.speaker.entity?.value ?? -1)
      hash.combine(row.form.rawValue)
    }
  }
}

extension [TimeRow] {
  /// Of the shortest dates the one that rests on most; `nil` where another does not hold it.
  func narrowest(of times: [TimeOrdinal]) -> TimeOrdinal? {
    var best: (time: TimeOrdinal, date: DateRange, basis: UInt8)?
    for time in times {
      guard let date = self[time.index].when else { continue }
      let basis = self[time.index].basis?.rawValue ?? 0
      if let best, (best.date.dayCount, best.basis) <= (date.dayCount, basis) { continue }
      best = (time, date, basis)
    }
    guard let best else { return nil }
    let isHeld = times.allSatisfy { time in
      self[time.index].when?.contains(best.date) ?? true
    }
    return isHeld ? best.time : nil
  }
}
