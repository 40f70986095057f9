/// Orders two byte ranges of one heap; a prefix precedes what goes on.
func precedes(_ heap: borrowing Span<UInt8>, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
  compare(heap, a, b) < 0
}

/// Below 0, 0 or above 0.
func compare(_ heap: borrowing Span<UInt8>, _ a: Range<Int>, _ b: Range<Int>) -> Int {
  let count = min(a.count, b.count)
  for i in 0..<count {
    let x = heap[a.lowerBound + i]
    let y = heap[b.lowerBound + i]
    if x != y { return x < y ? -1 : 1 }
  }
  return a.count - b.count
}

/// Below 0, 0 or above 0.
func compare(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
  for i in 0..<min(a.count, b.count) where a[i] != b[i] { return a[i] < b[i] ? -1 : 1 }
  return a.count - b.count
}

/// Indices of `ranges` in byte order of what they stand for; equal ones in index order.
/// - Complexity: O(n log n).
func sortedIndices(_ heap: [UInt8], _ ranges: [Range<Int>]) -> [Int32] {
  // The first eight bytes decide most comparisons without touching the heap.
  var rows: [(head: UInt64, index: Int32)] = []
  rows.reserveCapacity(ranges.count)
  for (index, range) in ranges.enumerated() {
    var head: UInt64 = 0
    for k in 0..<8 {
      head = head << 8 | (k < range.count ? UInt64(heap[range.lowerBound + k]) : 0)
    }
    rows.append((head, Int32(truncatingIfNeeded: index)))
  }
  rows.sort { a, b in
    if a.head != b.head { return a.head < b.head }
    let order = compare(heap.span, ranges[Int(a.index)], ranges[Int(b.index)])
    return order != 0 ? order < 0 : a.index < b.index
  }
  return rows.map(\.index)
}
