internal import Extraction
internal import Formats

/// Finds keys that differ from a name by a letter or two, or only in how they are transliterated,
/// without looking at all of them.
///
/// A key of fewer than eight bytes is cut in two, a longer one in three: a name with one error (of
/// a longer one, two) has at least one part unharmed, moved by no more places than there are
/// errors. Parts are found by hash, then the whole key is compared.
struct NearNames: Sendable {
  /// Keys of one skeleton compared for one name.
  static let bucketLimit = 256
  /// Keys that share a part compared for one name.
  static let comparedLimit = 1024
  static let keyBytes = 3...64

  /// Hash of length, part number and part << 32 | key, ascending.
  private var parts: [UInt64] = []
  /// Hash of the skeleton << 32 | key, ascending.
  private var skeletons: [UInt64] = []

  init() {}

  init(_ heap: [UInt8], _ keys: [NameTable.Key]) {
    for (index, key) in keys.enumerated() where Self.keyBytes.contains(Int(key.count)) {
      let bytes = heap.span.extracting(key.indices)
      for part in 0..<Self.partCount(bytes.count) {
        let range = Self.part(part, of: bytes.count)
        parts.append(
          Self.hash(bytes.count, part, bytes.extracting(range)) << 32 | UInt64(index))
      }
      if let hash = Self.skeletonHash(bytes) { skeletons.append(hash << 32 | UInt64(index)) }
    }
    parts.sort()
    skeletons.sort()
  }

  // MARK: Asking

  /// Keys within `errorLimit` of their length, with their distance, in key order.
  ///
  /// The keys behind the rarest parts are compared first, so that where a name is too much like
  /// others for all of them, those that share its rare parts are found.
  /// - Complexity: O(log n) and at most `comparedLimit` keys.
  func misspelt(_ name: [UInt8], _ heap: [UInt8], _ keys: [NameTable.Key]) -> [(
    key: Int, distance: Int
  )] {
    var candidates: [Int] = []
    for bucket in buckets(name) {
      for row in parts[bucket].prefix(Self.comparedLimit - candidates.count) {
        candidates.append(Int(row & 0xffff_ffff))
      }
    }
    candidates.sort()
    var found: [(key: Int, distance: Int)] = []
    var last = -1
    for key in candidates where key != last {
      last = key
      let limit = Self.errorLimit(Int(keys[key].count))
      let distance = Self.distance(name, name.indices, heap, keys[key].indices, limit: limit)
      if distance > 0 && distance <= limit { found.append((key, distance)) }
    }
    return found
  }

  /// Rows of `parts` that a part of the name finds, the fewest first.
  ///
  /// G. Li et al., “Pass-Join” (2011), §4: the part numbered i may be taken to be the first that
  /// is unharmed behind at most i errors, with the others behind it; so it stands at most i places
  /// off, and at most limit - i off as counted from the end.
  private func buckets(_ name: [UInt8]) -> [Range<Int>] {
    var buckets: [Range<Int>] = []
    for length in max(4, name.count - 2)...(name.count + 2) {
      let limit = Self.errorLimit(length)
      let longer = name.count - length
      guard abs(longer) <= limit else { continue }
      for part in 0...limit {
        let range = Self.part(part, of: length)
        let shifts = max(-part, longer - (limit - part))...min(part, longer + (limit - part))
        for shift in shifts {
          let (start, end) = (range.lowerBound + shift, range.upperBound + shift)
          guard start >= 0, end <= name.count else { continue }
          let hash = Self.hash(length, part, name.span.extracting(start..<end))
          let rows = self.rows(parts, hash)
          if !rows.isEmpty { buckets.append(rows) }
        }
      }
    }
    return buckets.sorted { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) }
  }

  /// Keys of the same skeleton that are not too far off; in key order.
  /// - Complexity: O(log n) and at most `bucketLimit` keys.
  func transliterated(_ name: [UInt8], _ heap: [UInt8], _ keys: [NameTable.Key]) -> [Int] {
    guard let hash = Self.skeletonHash(name.span) else { return [] }
    let own = NameSkeleton.make(foldedKey: name.span)
    // Few consonants say little: then most letters must agree.
    let limit = own.count < 4 ? 2 : 2 + own.count / 3
    return skeletons[rows(skeletons, hash)].prefix(Self.bucketLimit).compactMap { row in
      let key = Int(row & 0xffff_ffff)
      let isNear =
        Self.distance(name, name.indices, heap, keys[key].indices, limit: limit) <= limit
        && NameSkeleton.make(foldedKey: heap.span.extracting(keys[key].indices)) == own
      return isNear ? key : nil
    }
  }

  private func rows(_ table: [UInt64], _ hash: UInt64) -> Range<Int> {
    let start = table.partitioningIndex { $0 >> 32 >= hash }
    return start..<table[start...].partitioningIndex { $0 >> 32 > hash }
  }

  // MARK: Parts

  static func errorLimit(_ length: Int) -> Int { length < 4 ? 0 : length < 8 ? 1 : 2 }
  private static func partCount(_ length: Int) -> Int { length < 8 ? 2 : 3 }

  private static func part(_ index: Int, of length: Int) -> Range<Int> {
    let count = partCount(length)
    return index * length / count..<(index + 1) * length / count
  }

  private static func hash(_ length: Int, _ part: Int, _ bytes: Span<UInt8>) -> UInt64 {
    var hash = StableHash(seed: UInt64(length << 8 | part))
    hash.combine(bytes)
    return hash.value >> 32
  }

  private static func skeletonHash(_ key: Span<UInt8>) -> UInt64? {
    let skeleton = NameSkeleton.make(foldedKey: key)
    guard skeleton.count >= 3 else { return nil }
    var hash = StableHash(seed: 6)
    hash.combine(skeleton)
    return hash.value >> 32
  }

  /// Letters to insert, drop, change or swap with their neighbour; above `limit` where it is more.
  static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    distance(a, a.indices, b, b.indices, limit: limit)
  }

  /// The same of parts of two heaps.
  ///
  /// What both begin and end with is passed over first: of two near names little is left, and all
  /// else is decided by a row or two of the table.
  static func distance(
    _ one: [UInt8], _ first: Range<Int>, _ other: [UInt8], _ second: Range<Int>, limit: Int
  ) -> Int {
    guard abs(first.count - second.count) <= limit else { return limit + 1 }
    var (a, b) = (first, second)
    while !a.isEmpty, !b.isEmpty, one[a.upperBound - 1] == other[b.upperBound - 1] {
      a = a.lowerBound..<a.upperBound - 1
      b = b.lowerBound..<b.upperBound - 1
    }
    while !a.isEmpty, !b.isEmpty, one[a.lowerBound] == other[b.lowerBound] {
      a = a.lowerBound + 1..<a.upperBound
      b = b.lowerBound + 1..<b.upperBound
    }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    guard b.count <= keyBytes.upperBound, a.count <= keyBytes.upperBound + limit else {
      return limit + 1
    }
    // Bytes, so that a row of the table is short to copy; none counts beyond 130.
    var before = InlineArray<66, UInt8>(repeating: 0)
    var last = before
    for j in 0...b.count { last[j] = UInt8(truncatingIfNeeded: j) }
    for i in 1...a.count {
      var row = InlineArray<66, UInt8>(repeating: 127)
      row[0] = UInt8(truncatingIfNeeded: i)
      // Further off the diagonal more letters are missing than the limit allows.
      let near = max(1, i - limit)...min(b.count, i + limit)
      if near.lowerBound > 1 { row[0] = 127 }
      var least = row[0]
      let letter = one[a.lowerBound + i - 1]
      for j in near {
        let own = other[b.lowerBound + j - 1]
        var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter == own ? 0 : 1))
        if i > 1, j > 1, letter == other[b.lowerBound + j - 2],
          one[a.lowerBound + i - 2] == own
        {
          cost = min(cost, before[j - 2] + 1)
        }
        row[j] = cost
        least = min(least, cost)
      }
      if least > limit { return limit + 1 }
      before = last
      last = row
    }
    return min(Int(last[b.count]), limit + 1)
  }
}
