package import Extraction

/// Takes analysed articles in any order and makes the frozen index of them.
package struct SnapshotBuilder: Sendable {
  package init() {}

  package private(set) var articleCount = 0

  /// An article whose id was added before is refused: `false`, and nothing changes.
  @discardableResult
  package mutating func add(_ article: Article, _ analysis: Analysis) -> Bool {
    articleCount += 1
    return true
  }

  /// - Parameter builtAt: Unix seconds.
  package consuming func finish(builtAt: Int64) -> Snapshot {
    Snapshot(tables: Tables(), id: 0, builtAt: builtAt)
  }
}
