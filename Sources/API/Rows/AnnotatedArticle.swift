package import Extraction
package import Formats
internal import NewsIndex

/// One article with everything found in it, as if it were all there is: entities are its own, not
/// tied to those of other articles. What `dateline annotate` prints and `POST /analyze` answers.
package struct AnnotatedArticle {
  private let snapshot: Snapshot
  /// Keys of names decided on that the article has.
  package let metNames: Set<String>

  package init(_ article: Article, _ analysis: Analysis, _ decisions: NameDecisions) {
    var builder = SnapshotBuilder(decisions: decisions)
    builder.add(article, analysis)
    metNames = builder.metNames
    snapshot = builder.finish(builtAt: 0)
  }

  /// Writes what `/articles/{id}` would with everything included, less links that lead nowhere;
  /// then relations, each with all its evidence, and quotations, in text order.
  package func write(to json: inout JSONWriter) {
    let article = ArticleOrdinal(0)
    json.beginObject()
    snapshot.writeMembers(of: article, to: &json)
    snapshot.writeParts(.all, of: article, to: &json)
    json.key("relations")
    json.beginArray()
    for relation in relations { snapshot.write(relation, evidenceCount: .max, to: &json) }
    json.endArray()
    json.key("quotations")
    json.beginArray()
    for quotation in snapshot.quotations(of: article) {
      snapshot.write(QuotationOrdinal(quotation), to: &json)
    }
    json.endArray()
    json.endObject()
  }

  /// By their first evidence.
  private var relations: [RelationOrdinal] {
    (0..<snapshot.relationCount).map { RelationOrdinal($0) }.map { relation in
      (relation, place: snapshot.evidence(of: relation).first)
    }.sorted { a, b in
      guard let left = a.place, let right = b.place else { return false }
      return (left.sentence, left.trigger, a.0) < (right.sentence, right.trigger, b.0)
    }.map(\.0)
  }
}
