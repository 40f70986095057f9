internal import Formats

/// Byte strings numbered in order of first sight, each kept once, end to end in one heap.
struct Interner: Sendable {
  private(set) var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  private var hashes: [UInt32] = []
  /// Open addressing, a power of two at least twice the count; -1 is free.
  private var slots = [Int32](repeating: -1, count: 1024)

  var count: Int { hashes.count }

  func range(_ id: Int32) -> Range<Int> { starts[Int(id)]..<starts[Int(id) + 1] }

  func string(_ id: Int32) -> String { String(decoding: bytes[range(id)], as: UTF8.self) }

  /// - Complexity: O(length), amortized.
  mutating func intern(_ utf8: Span<UInt8>) -> Int32 {
    let hash = Self.hash(utf8)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      if isEqual(slots[slot], hash, utf8) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = Int32(truncatingIfNeeded: count)
    slots[slot] = id
    hashes.append(hash)
    for i in utf8.indices { bytes.append(utf8[i]) }
    starts.append(bytes.count)
    if 2 * count > slots.count { grow() }
    return id
  }

  mutating func intern(_ text: String) -> Int32 {
    var text = text
    return text.withUTF8 { unsafe intern($0.span) }
  }

  func find(_ utf8: Span<UInt8>) -> Int32? {
    let hash = Self.hash(utf8)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      if isEqual(slots[slot], hash, utf8) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isEqual(_ id: Int32, _ hash: UInt32, _ utf8: Span<UInt8>) -> Bool {
    let own = range(id)
    guard hashes[Int(id)] == hash, own.count == utf8.count else { return false }
    for i in utf8.indices where bytes[own.lowerBound + i] != utf8[i] { return false }
    return true
  }

  private mutating func grow() {
    var wider = [Int32](repeating: -1, count: slots.count * 2)
    for id in hashes.indices {
      var slot = Int(hashes[id]) & (wider.count - 1)
      while wider[slot] >= 0 { slot = (slot + 1) & (wider.count - 1) }
      wider[slot] = Int32(truncatingIfNeeded: id)
    }
    slots = wider
  }

  private static func hash(_ utf8: Span<UInt8>) -> UInt32 {
    var hash = StableHash(seed: 3)
    hash.combine(utf8)
    return UInt32(truncatingIfNeeded: hash.value >> 32)
  }
}

/// Counts how often 64-bit keys come, and in how many articles when fed article by article.
struct PairCounter: Sendable {
  private(set) var count = 0
  /// `UInt64.max` is free.
  private var keys = [UInt64](repeating: .max, count: 1024)
  private var totals = [Int32](repeating: 0, count: 1024)
  private var articles = [Int32](repeating: 0, count: 1024)
  private var lastArticle = [Int32](repeating: -1, count: 1024)

  mutating func add(_ key: UInt64, _ amount: Int32, article: Int32) {
    let slot = slot(of: key)
    if keys[slot] == .max {
      keys[slot] = key
      count += 1
    }
    totals[slot] &+= amount
    if lastArticle[slot] != article {
      lastArticle[slot] = article
      articles[slot] += 1
    }
    if 2 * count > keys.count { grow() }
  }

  func total(_ key: UInt64) -> Int32 { totals[slot(of: key)] }

  /// Every key with its counts, by key.
  func sorted() -> [(key: UInt64, total: Int32, articles: Int32)] {
    var rows: [(key: UInt64, total: Int32, articles: Int32)] = []
    rows.reserveCapacity(count)
    for slot in keys.indices where keys[slot] != .max {
      rows.append((keys[slot], totals[slot], articles[slot]))
    }
    rows.sort { $0.key < $1.key }
    return rows
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 20) & (keys.count - 1)
    while keys[slot] != .max && keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = (keys, totals, articles, lastArticle)
    let wider = keys.count * 2
    keys = [UInt64](repeating: .max, count: wider)
    totals = [Int32](repeating: 0, count: wider)
    articles = totals
    lastArticle = [Int32](repeating: -1, count: wider)
    for from in old.0.indices where old.0[from] != .max {
      let to = slot(of: old.0[from])
      keys[to] = old.0[from]
      totals[to] = old.1[from]
      articles[to] = old.2[from]
      lastArticle[to] = old.3[from]
    }
  }
}
