/// The articles of one entity or source; of a frequent one also a bit an article.
struct ArticleList: Sendable {
  var rows: ArraySlice<Int32>
  var bits: [UInt64]?
}

/// Bits of the lists that are long enough for them, by key of their postings.
struct DenseLists: Sendable {
  private var bits: [Int32: [UInt64]] = [:]

  init() {}

  /// A list with more than one in 32 of the articles gets its bits: never more bytes than the
  /// postings themselves.
  init(_ postings: Postings, articleCount: Int) {
    guard articleCount >= 1024 else { return }
    for key in 0..<postings.keyCount where postings.count(key) * Tables.bitDensity > articleCount {
      bits[Int32(truncatingIfNeeded: key)] = Tables.bits([postings[key]], articleCount)
    }
  }

  subscript(key: Int) -> [UInt64]? { bits[Int32(truncatingIfNeeded: key)] }
}

/// Which articles meet filters that are lists of lists: all of the outer, any of the inner.
extension Tables {
  /// Beyond one in this many rows a bit a row is smaller and faster than a list.
  static let bitDensity = 32

  func articles(ofEntity key: Int) -> ArticleList {
    ArticleList(rows: articlePostings[key], bits: denseEntities[key])
  }

  func articles(ofSource key: Int) -> ArticleList {
    ArticleList(rows: sourcePostings[key], bits: denseSources[key])
  }

  /// - Complexity: O(filters) for one filter of one value; else O(length of the shortest filter),
  ///   which never exceeds one step for 32 articles, and one step for 64 articles a value.
  func articleSet(_ filters: [[ArticleList]], bounds: Range<Int32>) -> OrdinalSet {
    guard let first = filters.first else { return OrdinalSet(storage: .all, bounds: bounds) }
    if filters.count == 1 && first.count <= 1 {
      return OrdinalSet(lists: first.map(\.rows), bounds: bounds)
    }
    let sizes = filters.map { $0.reduce(0) { $0 + $1.rows.count } }
    let order = filters.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
    if sizes[order[0]] * Self.bitDensity <= articles.count {
      let rows = sparse(filters[order[0]], order.dropFirst().map { filters[$0] }, bounds)
      return OrdinalSet(lists: [rows[...]], bounds: bounds)
    }
    var bits = union(filters[order[0]])
    for filter in order.dropFirst() {
      let other = union(filters[filter])
      for word in bits.indices { bits[word] &= other[word] }
    }
    return OrdinalSet(storage: .bits(bits), bounds: bounds)
  }

  private func sparse(
    _ shortest: [ArticleList], _ others: [[ArticleList]], _ bounds: Range<Int32>
  ) -> [Int32] {
    let all = shortest.flatMap(\.rows).sorted()
    let sets = others.map { lists in
      lists.map { list in
        list.bits.map { OrdinalSet(storage: .bits($0), bounds: bounds) }
          ?? OrdinalSet(lists: [list.rows], bounds: bounds)
      }
    }
    var rows: [Int32] = []
    for row in all where row != rows.last {
      if sets.allSatisfy({ any in any.contains { $0.contains(row) } }) { rows.append(row) }
    }
    return rows
  }

  private func union(_ lists: [ArticleList]) -> [UInt64] {
    var bits = Self.bits(
      lists.filter { $0.bits == nil }.map(\.rows), articles.count)
    for own in lists.lazy.compactMap(\.bits) {
      for word in bits.indices { bits[word] |= own[word] }
    }
    return bits
  }

  static func bits(_ lists: [ArraySlice<Int32>], _ articleCount: Int) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: articleCount / 64 + 1)
    for list in lists {
      for row in list { bits[Int(row) >> 6] |= 1 << UInt64(row & 63) }
    }
    return bits
  }
}
