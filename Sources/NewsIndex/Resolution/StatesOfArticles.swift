internal import Extraction
internal import Formats

/// The state that a body of a common name is of, as its article tells.
struct StatesOfArticles {
  private let staging: Staging
  private let gazetteer: Gazetteer
  private let weights: ResolutionWeights
  /// Mentions of an article that are looked at.
  private static let mentionLimit = 2_000
  /// What a place in a sentence that names the body counts for.
  private static let nearWeight: Int32 = 3

  init(_ resolver: EntityResolver) {
    staging = resolver.staging
    gazetteer = resolver.gazetteer
    weights = resolver.weights
  }

  /// The country code that most names of known places in the node's article belong to, those of its
  /// own sentences first; `nil` where another has nearly as many.
  ///
  /// - Complexity: linear in the mentions of the article, up to `mentionLimit`.
  func state(of node: Int32) -> Int32? {
    let article = staging.articles.partitioningIndex { $0.nodes > Int(node) } - 1
    let all = staging.mentions[staging.articles[article].mentions..<staging.next(article).mentions]
    let mentions = all.prefix(Self.mentionLimit)
    func owner(_ mention: Staging.Mention) -> Int32 {
      staging.surfaces[Int(mention.surface)].node
    }
    let sentences = Set(mentions.filter { owner($0) == node }.map(\.sentence))
    var counts: [UInt16: Int32] = [:]
    for mention in mentions {
      let known = staging.nodes[Int(owner(mention))].known
      guard known >= 0, let row = gazetteer.row(of: KnownEntity(ordinal: known)), row.country != 0
      else { continue }
      counts[row.country, default: 0] += sentences.contains(mention.sentence) ? Self.nearWeight : 1
    }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = ranked.first, Float(first.value) >= weights.stateMentions,
      ranked.count == 1 || Float(first.value) >= weights.stateRatio * Float(ranked[1].value)
    else { return nil }
    return Int32(first.key)
  }
}
