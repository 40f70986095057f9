internal import Formats

/// A set of rows inside bounds: all of them, some sorted lists that share no row, or a bit a row.
struct OrdinalSet: Sendable {
  enum Storage: Sendable {
    case all
    case lists([ArraySlice<Int32>])
    case bits([UInt64])
  }

  var storage: Storage
  var bounds: Range<Int32>

  static func all(_ count: Int) -> OrdinalSet {
    OrdinalSet(storage: .all, bounds: 0..<Int32(truncatingIfNeeded: count))
  }

  /// The lists are cut to the bounds once, so that counting is adding.
  init(lists: [ArraySlice<Int32>], bounds: Range<Int32>) {
    self.bounds = bounds
    storage = .lists(
      lists.map { list in
        let start = list.partitioningIndex { $0 >= bounds.lowerBound }
        return list[start..<list.partitioningIndex { $0 >= bounds.upperBound }]
      })
  }

  init(storage: Storage, bounds: Range<Int32>) {
    self.storage = storage
    self.bounds = bounds
  }

  /// - Complexity: O(lists); of bits one step for 64 rows.
  var count: Int {
    switch storage {
    case .all: bounds.count
    case .lists(let lists): lists.reduce(0) { $0 + $1.count }
    case .bits(let words): Self.count(words, bounds)
    }
  }

  /// The lists where it is made of some.
  var lists: [ArraySlice<Int32>] {
    if case .lists(let lists) = storage { lists } else { [] }
  }

  /// The same set inside other bounds.
  func bounded(_ bounds: Range<Int32>) -> OrdinalSet {
    switch storage {
    case .all, .bits: OrdinalSet(storage: storage, bounds: bounds)
    case .lists(let lists): OrdinalSet(lists: lists, bounds: bounds)
    }
  }

  /// The rows that are in one of some ascending, separate runs.
  /// - Complexity: O(lists · runs · log n + rows behind the first run); of bits one step for 64
  ///   rows.
  func within(_ runs: [Range<Int32>]) -> OrdinalSet {
    guard let first = runs.first, let last = runs.last, runs.count > 1 else {
      return bounded(runs.first ?? 0..<0)
    }
    let bounds = first.lowerBound..<last.upperBound
    guard case .lists(let lists) = storage else {
      var words = Self.words(runs)
      if case .bits(let own) = storage { for word in words.indices { words[word] &= own[word] } }
      return OrdinalSet(storage: .bits(words), bounds: bounds)
    }
    // All but the first run, most often the longest by far, are put together.
    let rest = lists.map { list in
      runs.dropFirst().flatMap { OrdinalSet(lists: [list], bounds: $0).lists[0] }[...]
    }
    let parts = OrdinalSet(lists: lists, bounds: first).lists + rest
    return OrdinalSet(storage: .lists(parts.filter { !$0.isEmpty }), bounds: bounds)
  }

  /// - Complexity: O(lists · log n).
  func contains(_ row: Int32) -> Bool {
    guard bounds.contains(row) else { return false }
    switch storage {
    case .all: return true
    case .bits(let words): return words[Int(row) >> 6] >> UInt64(row & 63) & 1 == 1
    case .lists(let lists):
      return lists.contains { list in
        let index = list.partitioningIndex { $0 >= row }
        return index < list.endIndex && list[index] == row
      }
    }
  }

  /// The first row from `row` on.
  /// - Complexity: O(lists · log n); of bits one step for 64 rows passed.
  func first(from row: Int32) -> Int32? {
    let row = max(row, bounds.lowerBound)
    guard row < bounds.upperBound else { return nil }
    switch storage {
    case .all: return row
    case .bits(let words): return Self.first(words, from: row, bounds)
    case .lists(let lists):
      return lists.compactMap { list in
        let index = list.partitioningIndex { $0 >= row }
        return index < list.endIndex ? list[index] : nil
      }.min()
    }
  }

  /// The last row before `row`.
  func last(before row: Int32) -> Int32? {
    let row = min(row, bounds.upperBound)
    guard row > bounds.lowerBound else { return nil }
    switch storage {
    case .all: return row - 1
    case .bits(let words):
      var candidate = row - 1
      while candidate >= bounds.lowerBound {
        let word = words[Int(candidate) >> 6] << UInt64(63 - candidate & 63)
        if word != 0 {
          let found = candidate - Int32(word.leadingZeroBitCount)
          return found >= bounds.lowerBound ? found : nil
        }
        candidate = candidate & ~63 - 1
      }
      return nil
    case .lists(let lists):
      return lists.compactMap { list in
        let index = list.partitioningIndex { $0 >= row }
        return index > list.startIndex ? list[index - 1] : nil
      }.max()
    }
  }

  /// Up to `limit` rows in ascending order from `row` on.
  /// - Complexity: O(lists · log n + limit · lists).
  func prefix(_ limit: Int, from row: Int32) -> [Int32] {
    guard case .lists(let lists) = storage else {
      var rows: [Int32] = []
      var next = first(from: row)
      while let found = next, rows.count < limit {
        rows.append(found)
        next = first(from: found + 1)
      }
      return rows
    }
    var places = lists.map { list in list.partitioningIndex { $0 >= row } }
    var rows: [Int32] = []
    while rows.count < limit {
      var best = -1
      for (k, list) in lists.enumerated() where places[k] < list.endIndex {
        if best < 0 || list[places[k]] < lists[best][places[best]] { best = k }
      }
      guard best >= 0 else { break }
      rows.append(lists[best][places[best]])
      places[best] += 1
    }
    return rows
  }

  /// Every row, in no particular order.
  /// - Complexity: O(count); of bits also one step for 64 rows.
  func visit(_ body: (Int32) -> Void) {
    switch storage {
    case .all: for row in bounds { body(row) }
    case .lists(let lists): for list in lists { for row in list { body(row) } }
    case .bits:
      var next = first(from: bounds.lowerBound)
      while let row = next {
        body(row)
        next = first(from: row + 1)
      }
    }
  }

  // MARK: Bits

  /// Bits of every row in some ascending runs.
  private static func words(_ runs: [Range<Int32>]) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: Int(runs.last?.upperBound ?? 0) / 64 + 1)
    for run in runs where !run.isEmpty {
      let (first, last) = (Int(run.lowerBound) >> 6, Int(run.upperBound - 1) >> 6)
      let head = ~UInt64(0) << UInt64(run.lowerBound & 63)
      let tail = ~UInt64(0) >> UInt64(63 - (run.upperBound - 1) & 63)
      if first == last {
        words[first] |= head & tail
      } else {
        words[first] |= head
        for word in (first + 1)..<last { words[word] = ~0 }
        words[last] |= tail
      }
    }
    return words
  }

  private static func count(_ words: [UInt64], _ bounds: Range<Int32>) -> Int {
    guard !bounds.isEmpty else { return 0 }
    let (first, last) = (Int(bounds.lowerBound) >> 6, Int(bounds.upperBound - 1) >> 6)
    var count = 0
    for word in first...last { count += words[word].nonzeroBitCount }
    let head = words[first] & ~(~0 << UInt64(bounds.lowerBound & 63))
    let past = UInt64(bounds.upperBound - 1) & 63
    let tail = past == 63 ? 0 : words[last] & (~0 << (past + 1))
    return count - head.nonzeroBitCount - tail.nonzeroBitCount
  }

  private static func first(
    _ words: [UInt64], from row: Int32, _ bounds: Range<Int32>
  ) -> Int32? {
    var index = Int(row) >> 6
    var word = words[index] & (~0 << UInt64(row & 63))
    while word == 0 {
      index += 1
      guard index < words.count, index << 6 < Int(bounds.upperBound) else { return nil }
      word = words[index]
    }
    let found = Int32(truncatingIfNeeded: index << 6 + word.trailingZeroBitCount)
    return found < bounds.upperBound ? found : nil
  }
}
