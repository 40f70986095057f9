internal import Extraction
internal import Formats

/// Whom and what each entity of an article is named with: the context that tells whether two
/// articles speak of one person.
///
/// Companions are roots of `EntityResolver`; what few articles name says more than what many do,
/// and a person says more than a body, a body more than a place.
struct Companions {
  /// Companions of one node at most; the most telling are kept.
  static let limit = 32

  private let staging: Staging
  private let rootOfNode: [Int32]
  /// Of roots: how much it says that two articles both name it.
  private let weights: [Float]
  /// Of a companion that makes two articles one circle.
  private let leastTelling: Float

  init(_ resolver: EntityResolver) {
    staging = resolver.staging
    let rootOfGroup = resolver.groups.indices.map {
      resolver.root(Int32(truncatingIfNeeded: $0))
    }
    rootOfNode = resolver.groupOfNode.map { rootOfGroup[Int($0)] }
    var nodeCounts = [Int32](repeating: 0, count: resolver.groups.count)
    for root in rootOfNode { nodeCounts[Int(root)] += 1 }
    let articleCount = Float(max(staging.articles.count, 64))
    let fitted = resolver.weights
    leastTelling = fitted.circle
    weights = nodeCounts.indices.map { root in
      guard nodeCounts[root] > 1 else { return 0 }
      let worth =
        switch resolver.groups[root].typeClass {
        case .person: fitted.person
        case .place: fitted.place
        case .other: fitted.body
        }
      return worth * max(0, 1 - fitted.commonness * Float(nodeCounts[root]) / articleCount)
    }
  }

  /// The roots of the other nodes of the article that have any weight; the most telling of many.
  func of(node: Int32) -> [Int32] {
    let own = rootOfNode[Int(node)]
    let found = neighbours(of: node).map { rootOfNode[$0] }.filter {
      $0 != own && weights[Int($0)] > 0
    }
    return found.count > Self.limit ? Array(ranked(found).prefix(Self.limit)) : found
  }

  /// The nodes of its article, the first of very many.
  private func neighbours(of node: Int32) -> Range<Int> {
    let article = staging.articles.partitioningIndex { $0.nodes > Int(node) } - 1
    return staging.nodeRange(of: article).prefix(Self.articleLimit)
  }

  /// Nodes of one article that are looked at.
  private static let articleLimit = 1_024

  /// The number of each node's circle: two nodes are of one where both are named with a person or
  /// body that few articles name, or each with another of the circle; `nil` for those of circles that
  /// fewer than `tieLimit` such companions hold together.
  func circles(of nodes: [Int32]) -> [Int32?] {
    var parents = Array(nodes.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index {
        parents[index] = parents[parents[index]]
        index = parents[index]
      }
      return index
    }
    var first: [Int32: Int] = [:]
    var shared: Set<Int32> = []
    for (index, node) in nodes.enumerated() {
      let own = rootOfNode[Int(node)]
      for neighbour in neighbours(of: node) {
        let companion = rootOfNode[neighbour]
        guard companion != own, weights[Int(companion)] >= leastTelling else { continue }
        guard let other = first.updateValue(index, forKey: companion) else { continue }
        let (low, high) = (min(root(other), root(index)), max(root(other), root(index)))
        parents[high] = low
        shared.insert(companion)
      }
    }
    let roots = nodes.indices.map { root($0) }
    let ties = shared.reduce(into: [:]) { $0[root(first[$1] ?? 0), default: 0] += 1 }
    return roots.map {
      ties[$0, default: 0] >= Self.tieLimit ? Int32(truncatingIfNeeded: $0) : nil
    }
  }

  /// Companions that several articles of a circle name, at least.
  private static let tieLimit = 2

  /// Most telling first.
  func ranked(_ roots: some Sequence<Int32>) -> [Int32] {
    roots.sorted { (-weights[Int($0)], $0) < (-weights[Int($1)], $1) }
  }

  /// What the two have in common, and its weight in all.
  func shared(_ a: Set<Int32>, _ b: some Sequence<Int32>) -> (roots: [Int32], weight: Float) {
    let roots = b.filter { a.contains($0) }.sorted()
    return (roots, roots.reduce(0) { $0 + weights[Int($1)] })
  }
}
