extension RandomAccessCollection where Index == Int {
  /// The first index whose element meets `isBehind`, which must be false up to some index and true
  /// from there on; `endIndex` where none does.
  /// - Complexity: O(log n).
  @inlinable
  package func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
