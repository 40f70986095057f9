/// The rendered answers of one event loop, bounded in octets. The key is the target's octets, the
/// Accept field's octets and the coding asked for; all go when the served generation changes.
///
/// A hash table with chains in flat arrays; the clock algorithm picks what goes. Finding allocates
/// nothing.
struct AnswerCache {
  private struct Slot {
    var hash: UInt64
    /// Coding, target, a line feed (which neither holds), Accept.
    var key: [UInt8]
    var answer: Answer?
    var next: Int32
    var wasUsed: Bool

    @inline(__always)
    func matches(_ target: Span<UInt8>, _ accept: Span<UInt8>, _ coding: CodingChoice) -> Bool {
      let key = key.span
      guard key.count == target.count + accept.count + 2, key[0] == coding.rawValue else {
        return false
      }
      return key.extracting(1..<(1 + target.count)).hasSameOctets(as: target)
        && key.extracting((2 + target.count)..<key.count).hasSameOctets(as: accept)
    }
  }

  private var buckets: [Int32]
  private var slots: [Slot] = []
  private var free: [Int32] = []
  private var hand = 0
  private let byteLimit: Int
  private var generation: UInt64?
  /// So that nobody outside can choose targets that share a bucket.
  private let seed = UInt64.random(in: .min ... .max)
  private(set) var byteCount = 0

  init(byteLimit: Int) {
    self.byteLimit = byteLimit
    buckets = Array(repeating: -1, count: 4096)
  }

  var count: Int { slots.count - free.count }

  /// Forgets everything that was rendered for another generation.
  @inline(__always)
  mutating func keepOnly(generation current: UInt64) {
    if generation != current {
      removeAll()
      generation = current
    }
  }

  @inline(__always)
  func hash(target: Span<UInt8>, accept: Span<UInt8>, coding: CodingChoice) -> UInt64 {
    var hash = seed ^ UInt64(coding.rawValue)
    Self.combine(target, into: &hash)
    Self.combine(accept, into: &hash)
    return hash ^ (hash >> 29)
  }

  @inline(__always)
  private static func combine(_ bytes: Span<UInt8>, into hash: inout UInt64) {
    var i = 0
    while i + 8 <= bytes.count {
      hash = (hash ^ bytes.word(at: i)) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 32
      i += 8
    }
    // What is left over, or, where there is a whole word, the last one.
    var rest = UInt64(bytes.count)
    if bytes.count >= 8 {
      rest ^= bytes.word(at: bytes.count - 8)
    } else {
      while i < bytes.count {
        rest = rest << 8 | UInt64(bytes[i])
        i += 1
      }
    }
    hash = (hash ^ rest) &* 0x9e37_79b9_7f4a_7c15
    hash ^= hash >> 32
  }

  @inline(__always)
  mutating func answer(
    hash: UInt64, target: Span<UInt8>, accept: Span<UInt8>, coding: CodingChoice
  ) -> Answer? {
    var slot = Int(buckets[Int(hash & 4095)])
    while slot >= 0 {
      if slots[slot].hash == hash {
        if slots[slot].matches(target, accept, coding) {
          if !slots[slot].wasUsed { slots[slot].wasUsed = true }
          return slots[slot].answer
        }
      }
      slot = Int(slots[slot].next)
    }
    return nil
  }

  mutating func insert(
    _ answer: Answer, hash: UInt64, target: Span<UInt8>, accept: Span<UInt8>, coding: CodingChoice
  ) {
    let cost = Self.cost(answer, target.count + accept.count)
    // One answer is not to push out most of the others.
    guard cost <= byteLimit / 4 else { return }
    var key: [UInt8] = [coding.rawValue]
    key.append(target)
    key.append(.lineFeed)
    key.append(accept)
    while byteCount + cost > byteLimit, count > 0 { evictOne() }
    let bucket = Int(hash & 4095)
    let entry = Slot(
      hash: hash, key: key, answer: answer, next: buckets[bucket], wasUsed: false)
    if let slot = free.popLast() {
      slots[Int(slot)] = entry
      buckets[bucket] = slot
    } else {
      buckets[bucket] = Int32(slots.count)
      slots.append(entry)
    }
    byteCount += cost
  }

  mutating func removeAll() {
    guard count > 0 else { return }
    buckets = Array(repeating: -1, count: buckets.count)
    slots = []
    free = []
    hand = 0
    byteCount = 0
  }

  private static func cost(_ answer: Answer, _ keyByteCount: Int) -> Int {
    answer.byteCount + keyByteCount + 128
  }

  /// Passes over what was used since the hand last came by.
  private mutating func evictOne() {
    while true {
      hand = hand + 1 < slots.count ? hand + 1 : 0
      guard let answer = slots[hand].answer else { continue }
      if slots[hand].wasUsed {
        slots[hand].wasUsed = false
        continue
      }
      unlink(hand)
      byteCount -= Self.cost(answer, slots[hand].key.count - 2)
      slots[hand].answer = nil
      slots[hand].key = []
      free.append(Int32(hand))
      return
    }
  }

  private mutating func unlink(_ slot: Int) {
    let bucket = Int(slots[slot].hash & 4095)
    if buckets[bucket] == slot {
      buckets[bucket] = slots[slot].next
      return
    }
    var previous = Int(buckets[bucket])
    while previous >= 0, slots[previous].next != slot { previous = Int(slots[previous].next) }
    if previous >= 0 { slots[previous].next = slots[slot].next }
  }
}
