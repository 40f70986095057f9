/// The rendered answers of one event loop, bounded in octets. The key is the target's octets, the
/// Accept field's octets and the coding asked for; all go when the served generation changes.
///
/// A hash table with chains in flat arrays; the clock algorithm picks what goes. Finding allocates
/// nothing.
struct AnswerCache {
  /// Where an answer is kept, as long as it is.
  struct Place {
    fileprivate var slot: Int32 = -1
    fileprivate var serial: UInt64 = 0
  }

  private struct Slot {
    var hash: UInt64 = 0
    /// Another for each answer that ever stood here; 0 where none does.
    var serial: UInt64 = 0
    /// Coding, target, a line feed (which neither holds), Accept.
    var key: [UInt8] = []
    var answer = Answer()
    var next: Int32 = -1
    var wasUsed = false

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
  private var insertionCount: UInt64 = 0

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
    let hash = accept.quickHash(seed: target.quickHash(seed: seed ^ UInt64(coding.rawValue)))
    return hash ^ (hash >> 29)
  }

  @inline(__always)
  func place(
    hash: UInt64, target: Span<UInt8>, accept: Span<UInt8>, coding: CodingChoice
  ) -> Place? {
    var slot = Int(buckets[Int(hash & 4095)])
    while slot >= 0 {
      if slots[slot].hash == hash, slots[slot].matches(target, accept, coding) {
        return Place(slot: Int32(slot), serial: slots[slot].serial)
      }
      slot = Int(slots[slot].next)
    }
    return nil
  }

  /// `nil` where the answer is kept no more.
  @inline(__always)
  mutating func answer(at place: Place) -> Answer? {
    use(place).map { slots[$0].answer }
  }

  /// The slot of what is kept still, marked as used.
  @inline(__always)
  private mutating func use(_ place: Place) -> Int? {
    let slot = Int(place.slot)
    guard slot >= 0, slot < slots.count, slots[slot].serial == place.serial else { return nil }
    if !slots[slot].wasUsed { slots[slot].wasUsed = true }
    return slot
  }

  /// An answer as it is sent whole.
  struct Current {
    /// All of it, Date included.
    var bytes: [UInt8]
    var status: Int
    var contentByteCount: Int
  }

  /// The answer at `place` with this Date; `nil` where it is kept no more.
  @inline(__always)
  mutating func current(at place: Place, date: [UInt8], unixSeconds: Int64) -> Current? {
    guard let slot = use(place) else { return nil }
    if slots[slot].answer.dateSecond != unixSeconds {
      slots[slot].answer.setDate(date, unixSeconds: unixSeconds)
    }
    return Current(
      bytes: slots[slot].answer.bytes, status: slots[slot].answer.status,
      contentByteCount: slots[slot].answer.contentByteCount)
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
    insertionCount += 1
    let entry = Slot(
      hash: hash, serial: insertionCount, key: key, answer: answer, next: buckets[bucket],
      wasUsed: false)
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
      if slots[hand].serial == 0 { continue }
      if slots[hand].wasUsed {
        slots[hand].wasUsed = false
        continue
      }
      unlink(hand)
      byteCount -= Self.cost(slots[hand].answer, slots[hand].key.count - 2)
      slots[hand] = Slot()
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
