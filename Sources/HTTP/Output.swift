/// Octets on their way to one socket: a gathering buffer, and after it perhaps one large answer that
/// is sent from where it stands.
struct Output {
  /// What is longer is not copied into the buffer.
  static let copiedContentByteCount = 16_384

  /// Longer than what it holds, and kept when emptied: gathering allocates nothing.
  private(set) var storage: [UInt8] = []
  /// How many octets of `storage` count.
  private(set) var gatheredByteCount = 0
  private(set) var content: [UInt8] = []
  private(set) var contentRange = 0..<0

  var byteCount: Int { gatheredByteCount + contentRange.count }
  var isEmpty: Bool { byteCount == 0 }

  /// Everything it holds, in order.
  var bytes: [UInt8] { Array(storage[..<gatheredByteCount]) + content[contentRange] }

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

  /// Puts `bytes` in the place of as many that were appended before.
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

  /// Ends it with octets that are sent from where they stand; nothing can be appended any more.
  mutating func setContent(_ bytes: [UInt8], _ range: Range<Int>) {
    content = bytes
    contentRange = range
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
    if !contentRange.isEmpty {
      content = []
      contentRange = 0..<0
    }
  }
}
