/// How alike two spellings of a name are.
package enum Spelling {
  /// Consonants in order, doubled ones once, those that transliterations exchange made one: equal
  /// for Masoud and Masud, Mohammed and Muhammad, Sergei and Sergey.
  package static func skeleton(_ folded: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var last: UInt8 = 0
    for (i, byte) in folded.enumerated() {
      let next = i + 1 < folded.count ? folded[i + 1] : 0
      guard let sound = sound(byte, next, isFirst: i == 0), sound != last else {
        continue
      }
      last = sound
      hash = (hash ^ UInt64(sound)) &* 0x0000_0100_0000_01b3
    }
    return hash
  }

  private static func sound(_ byte: UInt8, _ next: UInt8, isFirst: Bool) -> UInt8? {
    switch byte {
    case 0x61, 0x65, 0x69, 0x6f, 0x75, 0x79: isFirst ? 0x61 : nil
    case 0x68: isFirst ? 0x68 : nil
    case 0x71, 0x63, 0x78: 0x6b
    case 0x77: isFirst ? 0x76 : nil
    case 0x7a, 0x6a: byte
    case 0x66: 0x66
    case 0x70 where next == 0x68: 0x66
    case 0x61...0x7a: byte
    default: nil
    }
  }

  /// Letters to change, add or drop, counted up to `limit`; `limit` + 1 where it is more.
  package static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit, a.count < 64, b.count < 64 else { return limit + 1 }
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        let same = previous[j] + (a[i] == b[j] ? 0 : 1)
        current.append(min(same, previous[j + 1] + 1, current[j] + 1))
      }
      if (current.min() ?? 0) > limit { return limit + 1 }
      previous = current
    }
    return min(previous[b.count], limit + 1)
  }

  /// Whether two words may be one name written twice.
  package static func isVariant(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    if a == b { return true }
    guard min(a.count, b.count) >= 4, skeleton(a) == skeleton(b) else { return false }
    return distance(a, b, limit: 3) <= 3
  }
}
