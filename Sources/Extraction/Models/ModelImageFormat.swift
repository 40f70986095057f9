/// The file of weights: a directory of sections, each a plain little-endian array.
///
///     offset 0     UInt64    magic "DLMODEL3"
///            8     UInt64    number of sections n
///           16     n × 24    section: id, offset, byte count (UInt64 each)
///            …               the sections, each beginning at a multiple of 64
///
/// Sections are copied into arrays as they are, nothing is decoded: some milliseconds at start.
struct ModelImageReader {
  private var sections: [UInt64: Range<Int>] = [:]

  static let magic: UInt64 = 0x334c_4544_4f4d_4c44
  static let sectionLimit: UInt64 = 1024

  /// `nil` where the bytes are no image, or are cut off.
  init?(_ image: RawSpan) {
    guard image.byteCount >= 16, Self.word(image, 0) == Self.magic else { return nil }
    let count = Self.word(image, 8)
    guard count <= Self.sectionLimit, image.byteCount >= 16 + Int(count) * 24 else { return nil }
    let size = UInt64(image.byteCount)
    for i in 0..<Int(count) {
      let at = 16 + i * 24
      let offset = Self.word(image, at + 8)
      let length = Self.word(image, at + 16)
      guard offset <= size, length <= size - offset else { return nil }
      sections[Self.word(image, at)] = Int(offset)..<Int(offset + length)
    }
  }

  private static func word(_ image: RawSpan, _ offset: Int) -> UInt64 {
    // The callers have compared the offset with the size; any bits are a number.
    unsafe image.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
  }

  /// The section as an array; empty where there is none.
  func array<T: FixedWidthInteger>(_ image: RawSpan, _ id: UInt64, of _: T.Type) -> [T] {
    let range = sections[id] ?? 0..<0
    let byteCount = range.count / MemoryLayout<T>.size * MemoryLayout<T>.size
    // Integers take any bits, and the range lies inside the image. (The machines Swift runs on
    // are little-endian, as the image is.)
    return unsafe image.extracting(range.prefix(byteCount)).withUnsafeBytes { source in
      unsafe [T](unsafeUninitializedCapacity: byteCount / MemoryLayout<T>.size) { target, count in
        unsafe UnsafeMutableRawBufferPointer(target).copyMemory(from: source)
        count = byteCount / MemoryLayout<T>.size
      }
    }
  }
}

/// Writes an image; for training and tests.
struct ModelImageWriter {
  private var sections: [(id: UInt64, bytes: [UInt8])] = []

  mutating func add<T: FixedWidthInteger & UnsignedInteger>(_ id: UInt64, _ values: [T]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * MemoryLayout<T>.size)
    for value in values {
      for k in 0..<MemoryLayout<T>.size {
        bytes.append(UInt8(truncatingIfNeeded: value >> (8 * k)))
      }
    }
    sections.append((id, bytes))
  }

  func finish() -> [UInt8] {
    var head: [UInt64] = [ModelImageReader.magic, UInt64(sections.count)]
    var offset = Self.aligned(16 + sections.count * 24)
    for section in sections {
      head += [section.id, UInt64(offset), UInt64(section.bytes.count)]
      offset = Self.aligned(offset + section.bytes.count)
    }
    var out: [UInt8] = []
    for word in head { for k in 0..<8 { out.append(UInt8(truncatingIfNeeded: word >> (8 * k))) } }
    for section in sections {
      out.append(contentsOf: [UInt8](repeating: 0, count: Self.aligned(out.count) - out.count))
      out.append(contentsOf: section.bytes)
    }
    return out
  }

  private static func aligned(_ offset: Int) -> Int { (offset + 63) & ~63 }
}
