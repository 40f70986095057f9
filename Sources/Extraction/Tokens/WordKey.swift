/// A word without its case: a 64-bit hash of its bytes, ASCII letters lowered, ’ as '.
///
/// Two different words share a key about once in 10^19 pairs; rules take equal keys for equal words.
package struct WordKey: Hashable, Sendable {
  package let bits: UInt64

  package init(_ text: Span<UInt8>, _ range: Range<Int>) {
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var i = range.lowerBound
    while i < range.upperBound {
      var byte = text[i]
      if byte >= 0x41 && byte <= 0x5a {
        byte |= 0x20
      } else if byte == 0xe2, i + 2 < range.upperBound, text[i + 1] == 0x80, text[i + 2] == 0x99 {
        byte = 0x27
        i += 2
      }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      i += 1
    }
    // Zero marks an empty slot of `WordValues`.
    bits = hash == 0 ? 1 : hash
  }

  package init(_ word: some StringProtocol) {
    let bytes = Array(word.utf8)
    self.init(bytes.span, 0..<bytes.count)
  }
}

/// Words to small numbers: open addressing in two flat arrays, built once.
package struct WordValues: Sendable {
  private var keys: [UInt64]
  private var values: [UInt32]
  private var mask: Int
  private var count = 0

  package init(capacity: Int) {
    var slots = 16
    while slots < capacity * 2 { slots *= 2 }
    keys = [UInt64](repeating: 0, count: slots)
    values = [UInt32](repeating: 0, count: slots)
    mask = slots - 1
  }

  package subscript(word: WordKey) -> UInt32? {
    let slot = slot(word)
    return keys[slot] == 0 ? nil : values[slot]
  }

  /// The value of `word`, `first` where it had none.
  package mutating func update(_ word: WordKey, first: UInt32, _ change: (inout UInt32) -> Void) {
    if (count + 1) * 2 > keys.count { grow() }
    let slot = slot(word)
    if keys[slot] == 0 {
      keys[slot] = word.bits
      values[slot] = first
      count += 1
    }
    change(&values[slot])
  }

  /// The slot of `word`, or the empty one where it would go; there is always an empty one.
  private func slot(_ word: WordKey) -> Int {
    var slot = Int(truncatingIfNeeded: word.bits ^ word.bits >> 32) & mask
    while keys[slot] != 0 && keys[slot] != word.bits { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = self
    self = WordValues(capacity: old.keys.count)
    for i in old.keys.indices where old.keys[i] != 0 {
      var slot = Int(truncatingIfNeeded: old.keys[i] ^ old.keys[i] >> 32) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = old.keys[i]
      values[slot] = old.values[i]
    }
    count = old.count
  }
}

/// A set of words, from a list parted by white space.
package struct WordSet: Sendable {
  private var table: WordValues

  package init(_ list: String) {
    let words = list.split(whereSeparator: \.isWhitespace)
    table = WordValues(capacity: words.count)
    for word in words { table.update(WordKey(word), first: 1) { _ in } }
  }

  package func contains(_ word: WordKey) -> Bool { table[word] != nil }
}
