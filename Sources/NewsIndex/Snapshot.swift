package import Extraction

/// The frozen index: everything that is served, in flat tables. It never changes.
///
/// Start reading at `Tables`; the queries stand in one file each. No query walks the corpus: each
/// says its cost.
package final class Snapshot: Sendable {
  package let tables: Tables
  /// Hash of all content: equal for equal input, whatever the machine and the order of reading.
  package let id: UInt64
  /// Unix seconds, told by whoever built it.
  package let builtAt: Int64

  let gazetteer: Gazetteer

  init(tables: Tables, id: UInt64, builtAt: Int64, gazetteer: Gazetteer) {
    self.tables = tables
    self.id = id
    self.builtAt = builtAt
    self.gazetteer = gazetteer
  }

  /// `id` as 16 hexadecimal digits.
  package var idText: String {
    let digits = String(id, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  package var articleCount: Int { tables.articles.count }
  package var entityCount: Int { tables.entities.count }
  package var sentenceCount: Int { tables.sentences.count }
  /// Mentions of every kind.
  package var mentionCount: Int { tables.mentions.count }
  package var edgeCount: Int { tables.edges.count }
  package var relationCount: Int { tables.relations.count }
  package var eventCount: Int { tables.events.count }
  /// Quotations of every form.
  package var quotationCount: Int { tables.quotations.count }

  // MARK: Rows

  package subscript(article: ArticleOrdinal) -> ArticleRow { tables.articles[article.index] }
  package subscript(entity: EntityOrdinal) -> EntityRow { tables.entities[entity.index] }
  package subscript(mention: MentionOrdinal) -> MentionRow { tables.mentions[mention.index] }
  package subscript(sentence: SentenceOrdinal) -> SentenceRow { tables.sentences[sentence.index] }
  package subscript(edge: EdgeOrdinal) -> EdgeRow { tables.edges[edge.index] }
  package subscript(relation: RelationOrdinal) -> RelationRow { tables.relations[relation.index] }
  package subscript(event: EventOrdinal) -> EventRow { tables.events[event.index] }
  package subscript(quotation: QuotationOrdinal) -> QuotationRow {
    tables.quotations[quotation.index]
  }
  package subscript(time: TimeOrdinal) -> TimeRow { tables.times[time.index] }
  package subscript(source: SourceOrdinal) -> SourceRow { tables.sources[source.index] }

  /// The heap that every `HeapRange` is over, for writing JSON without a `String`.
  package var strings: [UInt8] { tables.strings }
  /// The heap that `ArticleRow.textIndices` is over.
  package var text: [UInt8] { tables.text }

  package func string(_ range: HeapRange) -> String {
    String(decoding: tables.strings[range.indices], as: UTF8.self)
  }

  /// What the gazetteer says of an entity it knows.
  package func gazetteerRow(of entity: EntityRow) -> Gazetteer.Row? {
    entity.known.flatMap { gazetteer.row(of: $0) }
  }

  // MARK: Parts of a parent

  package func zones(of article: ArticleOrdinal) -> ArraySlice<ZoneRow> {
    tables.zones[
      rows(tables.articles, article.index, \.zonesStart, tables.zones.count)]
  }

  /// Ordinals of the article's sentences; an index within the article counts from the first.
  package func sentences(of article: ArticleOrdinal) -> Range<Int> {
    rows(tables.articles, article.index, \.sentencesStart, tables.sentences.count)
  }

  /// Ordinals of the article's mentions of every kind.
  package func mentions(of article: ArticleOrdinal) -> Range<Int> {
    rows(tables.articles, article.index, \.mentionsStart, tables.mentions.count)
  }

  package func entities(of article: ArticleOrdinal) -> ArraySlice<ArticleEntityRow> {
    tables.articleEntities[
      rows(tables.articles, article.index, \.entitiesStart, tables.articleEntities.count)]
  }

  /// Ordinals of the quotations that begin in the article.
  package func quotations(of article: ArticleOrdinal) -> Range<Int> {
    rows(tables.articles, article.index, \.quotationsStart, tables.quotations.count)
  }

  /// Ordinals of the article's time expressions.
  package func times(of article: ArticleOrdinal) -> Range<Int> {
    rows(tables.articles, article.index, \.timesStart, tables.times.count)
  }

  /// Newest article first, then in text order; never empty.
  package func evidence(of relation: RelationOrdinal) -> ArraySlice<RelationEvidenceRow> {
    tables.relationEvidence[
      rows(tables.relations, relation.index, \.evidenceStart, tables.relationEvidence.count)]
  }

  package func qualifiers(of evidence: RelationEvidenceRow) -> ArraySlice<Qualifier> {
    let start = Int(evidence.qualifiersStart)
    return tables.qualifiers[start..<start + Int(evidence.qualifierCount)]
  }

  package func aliases(of entity: EntityOrdinal) -> ArraySlice<AliasRow> {
    tables.aliases[
      rows(tables.entities, entity.index, \.aliasesStart, tables.aliases.count)]
  }

  package func roles(of entity: EntityOrdinal) -> ArraySlice<RoleRow> {
    tables.roles[rows(tables.entities, entity.index, \.rolesStart, tables.roles.count)]
  }

  package func evidence(of role: RoleRow) -> ArraySlice<RoleEvidenceRow> {
    let start = Int(role.evidenceStart)
    return tables.roleEvidence[start..<start + Int(role.evidenceCount)]
  }

  package func resolution(of entity: EntityOrdinal) -> ArraySlice<ResolutionRow> {
    tables.resolution[
      rows(tables.entities, entity.index, \.resolutionStart, tables.resolution.count)]
  }

  package func companions(of step: ResolutionRow) -> ArraySlice<HeapRange> {
    let start = Int(step.companionsStart)
    return tables.resolutionCompanions[start..<start + Int(step.companionCount)]
  }

  private func rows<Row>(
    _ table: [Row], _ index: Int, _ start: (Row) -> Int32, _ childCount: Int
  ) -> Range<Int> {
    let end = index + 1 < table.count ? Int(start(table[index + 1])) : childCount
    return Int(start(table[index]))..<end
  }

  // MARK: Where a row stands

  package func article(of mention: MentionRow) -> ArticleOrdinal {
    self[mention.sentence].article
  }

  /// Position of a sentence in its article, from 0.
  package func position(of sentence: SentenceOrdinal) -> Int {
    sentence.index - Int(self[self[sentence].article].sentencesStart)
  }
}
