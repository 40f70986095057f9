package import Extraction
internal import Formats

/// Takes analysed articles in any order and makes the frozen index of them.
///
/// The order of adding leaves no trace: the same articles give the same bytes.
package struct SnapshotBuilder: Sendable {
  private var staging = Staging()
  private var ids = Interner()

  private let gazetteer: Gazetteer
  private let decisions: NameDecisions
  package var weights = ResolutionWeights.standard
  /// Keys of names decided on that some article has.
  package private(set) var metNames: Set<String> = []

  /// - Parameters:
  ///   - gazetteer: what the articles were analysed with: its other names of the entities it knows
  ///     find them too.
  ///   - decisions: a reader's own, carried out on every article and across them.
  package init(
    gazetteer: Gazetteer = Gazetteer(), decisions: NameDecisions = NameDecisions()
  ) {
    self.gazetteer = gazetteer
    self.decisions = decisions
  }

  package var articleCount: Int { staging.articles.count }

  /// An article whose id was added before is refused: `false`, and nothing changes.
  @discardableResult
  package mutating func add(_ article: Article, _ analysis: Analysis) -> Bool {
    let known = ids.count
    guard Int(ids.intern(article.id)) == known else { return false }
    var analysis = analysis
    metNames.formUnion(decisions.apply(to: &analysis, text: article.text))
    staging.add(article, analysis)
    return true
  }

  /// How many entities the articles have: what `finish` begins with, alone, to be measured.
  package func resolvedCount() -> Int {
    EntityResolver.resolve(staging.inSnapshotOrder(), gazetteer, decisions, weights).entities.count
  }

  /// - Parameter builtAt: Unix seconds.
  /// - Complexity: O(n log n) in articles, sentences, mentions and names.
  package consuming func finish(builtAt: Int64) -> Snapshot {
    let gazetteer = gazetteer
    let (tables, id) = Assembler(staging, gazetteer, decisions, weights).assemble()
    return Snapshot(tables: tables, id: id, builtAt: builtAt, gazetteer: gazetteer)
  }
}
