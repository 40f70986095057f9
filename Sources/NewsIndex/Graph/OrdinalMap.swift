/// Numbers by ordinal, for few ordinals of many: open addressing, linear probing.
///
/// A `Dictionary` hashes each key against attackers, which costs more than a search step; these
/// keys are our own.
struct OrdinalMap {
  private var keys: [Int32]
  private var values: [Int32]
  private(set) var count = 0

  init() {
    keys = Array(repeating: -1, count: 64)
    values = Array(repeating: 0, count: 64)
  }

  subscript(key: Int32) -> Int32? {
    let slot = slot(of: key)
    return keys[slot] == key ? values[slot] : nil
  }

  /// - Parameter key: 0 or above, and not in the map.
  mutating func insert(_ value: Int32, for key: Int32) {
    if 2 * count >= keys.count { grow() }
    let slot = slot(of: key)
    (keys[slot], values[slot]) = (key, value)
    count += 1
  }

  /// Where the key stands, or would.
  private func slot(of key: Int32) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: UInt64(UInt32(bitPattern: key)) &* 0x9e37_79b9 >> 12) & mask
    while keys[slot] >= 0 && keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (keys, values)
    keys = Array(repeating: -1, count: 2 * keys.count)
    values = Array(repeating: 0, count: 2 * values.count)
    for (key, value) in zip(old.0, old.1) where key >= 0 {
      let slot = slot(of: key)
      (keys[slot], values[slot]) = (key, value)
    }
  }
}
