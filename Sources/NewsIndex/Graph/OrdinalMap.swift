/// Numbers by ordinal, for few ordinals of many: open addressing, linear probing.
///
/// A `Dictionary` hashes each key against attackers, which costs more than a search step; these
/// keys are our own.
struct OrdinalMap {
  private var slots: [(key: Int32, value: Int32)] = Array(repeating: (-1, 0), count: 64)
  private(set) var count = 0

  init() {}

  subscript(key: Int32) -> Int32? {
    let slot = slots[slot(of: key)]
    return slot.key == key ? slot.value : nil
  }

  /// - Parameter key: 0 or above, and not in the map.
  mutating func insert(_ value: Int32, for key: Int32) {
    if 2 * count >= slots.count { grow() }
    slots[slot(of: key)] = (key, value)
    count += 1
  }

  /// Where the key stands, or would.
  private func slot(of key: Int32) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: UInt64(UInt32(bitPattern: key)) &* 0x9e37_79b9 >> 12) & mask
    while slots[slot].key >= 0 && slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (-1, 0), count: 4 * slots.count)
    for entry in old where entry.key >= 0 { slots[slot(of: entry.key)] = entry }
  }
}
