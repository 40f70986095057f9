internal import Formats

/// One sort key over a table: its rows in ascending order, and where each row's value begins in it.
///
/// Rows of one value stand together, by id; rows without a value stand at the end.
struct SortColumn: Sendable {
  /// Rows by value, then id.
  private(set) var order: [Int32] = []
  /// Position in `order` of the first row of the same value.
  private(set) var rank: [Int32] = []
  /// Rows that have a value.
  private(set) var valuedCount = 0

  init() {}

  /// - Parameters:
  ///   - values: one a row; `nil` where there is none.
  ///   - byID: rows in order of id.
  init(values: [Int64?], byID: [Int32]) {
    var rows: [(value: Int64, position: Int32)] = []
    rows.reserveCapacity(values.count)
    for (position, row) in byID.enumerated() {
      if let value = values[Int(row)] { rows.append((value, Int32(truncatingIfNeeded: position))) }
    }
    rows.sort { ($0.value, $0.position) < ($1.value, $1.position) }
    valuedCount = rows.count
    order = rows.map { byID[Int($0.position)] }
    order += byID.lazy.filter { values[Int($0)] == nil }
    rank = [Int32](repeating: 0, count: values.count)
    for position in order.indices {
      let isSame =
        position > 0 && values[Int(order[position])] == values[Int(order[position - 1])]
      rank[Int(order[position])] =
        isSame ? rank[Int(order[position - 1])] : Int32(truncatingIfNeeded: position)
    }
  }

  /// By id itself.
  init(byID: [Int32]) {
    order = byID
    valuedCount = byID.count
    rank = [Int32](repeating: 0, count: byID.count)
    for (position, row) in byID.enumerated() {
      rank[Int(row)] = Int32(truncatingIfNeeded: position)
    }
  }

  /// By bytes of `heap`; an empty range has no value.
  init(heap: [UInt8], ranges: [Range<Int>], byID: [Int32]) {
    let sorted = sortedIndices(heap, ranges)
    var values = [Int64?](repeating: nil, count: ranges.count)
    var value: Int64 = 0
    for (position, row) in sorted.enumerated() where !ranges[Int(row)].isEmpty {
      if position > 0,
        NewsIndex.compare(heap.span, ranges[Int(sorted[position - 1])], ranges[Int(row)]) != 0
      {
        value += 1
      }
      values[Int(row)] = value
    }
    self.init(values: values, byID: byID)
  }

  /// Rows of one value, as positions in `order`.
  func tie(at position: Int) -> Range<Int> {
    let start = Int(rank[Int(order[position])])
    let end = order[start...].partitioningIndex { Int(rank[Int($0)]) > start }
    return start..<end
  }

  /// The ties in the order of a direction: those without a value last either way.
  func firstTie(descending: Bool) -> Range<Int>? {
    guard !order.isEmpty else { return nil }
    return tie(at: descending && valuedCount > 0 ? valuedCount - 1 : 0)
  }

  func tie(after tie: Range<Int>, descending: Bool) -> Range<Int>? {
    guard descending else {
      return tie.upperBound < order.count ? self.tie(at: tie.upperBound) : nil
    }
    if tie.lowerBound >= valuedCount { return nil }
    if tie.lowerBound > 0 { return self.tie(at: tie.lowerBound - 1) }
    return valuedCount < order.count ? self.tie(at: valuedCount) : nil
  }

  /// Below 0, 0 or above 0, as `a` stands to `b` in a direction.
  func compare(_ a: Int32, _ b: Int32, descending: Bool) -> Int {
    let x = Int(rank[Int(a)])
    let y = Int(rank[Int(b)])
    let isReversed = descending && x < valuedCount && y < valuedCount
    return isReversed ? y - x : x - y
  }
}
