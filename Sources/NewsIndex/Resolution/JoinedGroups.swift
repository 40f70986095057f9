/// Groups of names joined into entities: a forest of disjoint sets, with the sets that are never to be
/// one.
struct JoinedGroups {
  private var parents: [Int32] = []
  /// Of roots: the gazetteer row of any member, or -1.
  private var knownOfRoot: [Int32] = []
  /// Of roots: those never to be joined with it.
  private var rivals: [Int32: Set<Int32>] = [:]

  mutating func append(known: Int32) {
    parents.append(Int32(truncatingIfNeeded: parents.count))
    knownOfRoot.append(known)
  }

  func root(_ group: Int32) -> Int32 {
    var group = group
    while parents[Int(group)] != group { group = parents[Int(group)] }
    return group
  }

  /// The same, and shortens the way for the next who asks.
  mutating func compressedRoot(_ group: Int32) -> Int32 {
    var group = group
    while parents[Int(group)] != group {
      parents[Int(group)] = parents[Int(parents[Int(group)])]
      group = parents[Int(group)]
    }
    return group
  }

  /// Whether two roots are two rows of the gazetteer, or decided to be two.
  func areDifferent(_ a: Int32, _ b: Int32) -> Bool {
    let (one, other) = (knownOfRoot[Int(a)], knownOfRoot[Int(b)])
    return one >= 0 && other >= 0 && one != other || areRivals(a, b)
  }

  /// Whether two roots are decided to be two.
  func areRivals(_ a: Int32, _ b: Int32) -> Bool { rivals[a]?.contains(b) ?? false }

  /// Joins the sets of two groups; the first of the two roots stays one. `nil` where they are one
  /// set already.
  mutating func unite(_ a: Int32, _ b: Int32) -> (root: Int32, other: Int32)? {
    let (a, b) = (compressedRoot(a), compressedRoot(b))
    guard a != b else { return nil }
    let (low, high) = (min(a, b), max(a, b))
    parents[Int(high)] = low
    knownOfRoot[Int(low)] = max(knownOfRoot[Int(a)], knownOfRoot[Int(b)])
    rivals[low]?.remove(high)
    rivals[high]?.remove(low)
    for rival in rivals.removeValue(forKey: high) ?? [] {
      rivals[rival]?.remove(high)
      keepApart(low, rival)
    }
    return (low, high)
  }

  /// The sets of the two are never joined, nor what is joined with them.
  mutating func keepApart(_ a: Int32, _ b: Int32) {
    let (a, b) = (compressedRoot(a), compressedRoot(b))
    rivals[a, default: []].insert(b)
    rivals[b, default: []].insert(a)
  }
}
