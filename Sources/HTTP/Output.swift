/// Octets on their way to one socket: a gathering buffer, and between what it gathers answers too
/// large to be worth a copy, which are sent from where they stand.
struct Output {
  /// What is longer is not copied into the buffer. Naming one more part to the kernel costs more
  /// than copying some KB: `README.md` has the figures.
  static let copiedByteCount = 16_384

  /// Octets of an array that others hold as well.
  struct Shared {
    var bytes: [UInt8] = []
    var range = 0..<0
    /// How many gathered octets go before it.
    var position = 0
  }

  /// Longer than what it holds, and kept when emptied: gathering allocates nothing.
  private(set) var storage: [UInt8] = []
  /// How many octets of `storage` count.
  private(set) var gatheredByteCount = 0
  /// By position. The last stands apart: nearly always it is the only one, and needs no list.
  private var earlierShared: [Shared] = []
  private var lastShared = Shared()
  private var sharedByteCount = 0

  var byteCount: Int { gatheredByteCount + sharedByteCount }
  var isEmpty: Bool { byteCount == 0 }

  var sharedCount: Int { sharedByteCount == 0 ? 0 : earlierShared.count + 1 }

  @inline(__always)
  func shared(_ index: Int) -> Shared {
    index < earlierShared.count ? earlierShared[index] : lastShared
  }

  /// What is gathered between shared part `index - 1` and shared part `index`.
  func gathered(before index: Int) -> Range<Int> {
    let end = index < sharedCount ? shared(index).position : gatheredByteCount
    return (index == 0 ? 0 : shared(index - 1).position)..<end
  }

  /// Everything it holds, in order.
  var bytes: [UInt8] {
    (0..<sharedCount).flatMap { storage[gathered(before: $0)] + shared($0).bytes[shared($0).range] }
      + storage[gathered(before: sharedCount)]
  }

  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>) {
    let end = gatheredByteCount + bytes.count
    if end > storage.count { grow(to: end) }
    // One copy into room that is there; Array's own append also looks after its count and capacity.
    unsafe storage.withUnsafeMutableBytes { target in
      unsafe bytes.withUnsafeBytes { source in
        let room = unsafe UnsafeMutableRawBufferPointer(rebasing: target[gatheredByteCount..<end])
        unsafe room.copyMemory(from: source)
      }
    }
    gatheredByteCount = end
  }

  /// Puts `bytes` in the place of as many that were gathered before.
  @inline(__always)
  mutating func overwrite(_ bytes: Span<UInt8>, at offset: Int) {
    let end = offset + bytes.count
    unsafe storage.withUnsafeMutableBytes { target in
      unsafe bytes.withUnsafeBytes { source in
        let room = unsafe UnsafeMutableRawBufferPointer(rebasing: target[offset..<end])
        unsafe room.copyMemory(from: source)
      }
    }
  }

  /// Copies a part of `bytes` where it is short, else holds on to the array.
  @inline(__always)
  mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
    if range.count <= Self.copiedByteCount {
      append(bytes.span.extracting(range))
    } else {
      share(bytes, range)
    }
  }

  /// Holds on to the array, however short the part.
  @inline(__always)
  mutating func share(_ bytes: [UInt8], _ range: Range<Int>) {
    if sharedByteCount > 0 { earlierShared.append(lastShared) }
    lastShared = Shared(bytes: bytes, range: range, position: gatheredByteCount)
    sharedByteCount += range.count
  }

  mutating func append(_ text: StaticString) {
    var bytes: [UInt8] = []
    bytes.append(text)
    append(bytes.span)
  }

  private mutating func grow(to byteCount: Int) {
    let room = max(byteCount, 2 * storage.count, 4096) - storage.count
    storage += [UInt8](repeating: 0, count: room)
  }

  @inline(__always)
  mutating func removeAll() {
    gatheredByteCount = 0
    if sharedByteCount > 0 {
      if !earlierShared.isEmpty { earlierShared.removeAll(keepingCapacity: true) }
      lastShared = Shared()
      sharedByteCount = 0
    }
  }
}
