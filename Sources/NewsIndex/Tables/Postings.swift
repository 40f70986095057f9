/// Sorted lists of ordinals, one a key, end to end.
struct Postings: Sendable {
  /// One more than there are keys.
  private(set) var starts: [Int32] = [0]
  private(set) var values: [Int32] = []

  init() {}

  /// `values[i]` goes to the list of `keys[i]`; lists keep the order of `values`.
  /// - Complexity: O(keyCount + number of values).
  init(keyCount: Int, keys: [Int32], values: [Int32]) {
    starts = [Int32](repeating: 0, count: keyCount + 1)
    for key in keys { starts[Int(key) + 1] += 1 }
    for key in 0..<keyCount { starts[key + 1] += starts[key] }
    var next = starts
    self.values = [Int32](repeating: 0, count: values.count)
    for (i, key) in keys.enumerated() {
      self.values[Int(next[Int(key)])] = values[i]
      next[Int(key)] += 1
    }
  }

  var keyCount: Int { starts.count - 1 }

  func range(_ key: Int) -> Range<Int> { Int(starts[key])..<Int(starts[key + 1]) }

  func count(_ key: Int) -> Int { Int(starts[key + 1] - starts[key]) }

  subscript(key: Int) -> ArraySlice<Int32> { values[range(key)] }
}
