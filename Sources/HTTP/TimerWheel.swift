/// Deadlines of many connections at one step a second: 64 slots, one for each second to come.
///
/// A connection sits in one slot. Deadlines move later without touching the wheel: when the slot
/// comes up, whoever is not due is put in again.
struct TimerWheel {
  static let slotCount: Int32 = 64

  private var slots: [[Int32]] = Array(repeating: [], count: Int(slotCount))
  /// The last second handed out.
  private(set) var second: Int32

  init(second: Int32) { self.second = second }

  /// Puts `descriptor` in the slot for `deadline`, or in the furthest there is.
  ///
  /// - Returns: the second in which that slot comes up.
  mutating func insert(_ descriptor: Int32, deadline: Int32) -> Int32 {
    let due = min(max(deadline, second + 1), second + Self.slotCount - 1)
    slots[Int(due % Self.slotCount)].append(descriptor)
    return due
  }

  /// The next second up to `now` and what sits in its slot; `nil` once `now` is reached.
  mutating func next(upTo now: Int32) -> (second: Int32, descriptors: [Int32])? {
    guard second < now else { return nil }
    second += 1
    let slot = Int(second % Self.slotCount)
    let descriptors = slots[slot]
    slots[slot].removeAll(keepingCapacity: descriptors.count <= 64)
    return (second, descriptors)
  }
}
