/// A 64-bit hash that is the same on every machine and in every run, for ids and validators.
///
/// FNV-1a over 8-byte little-endian words with a final avalanche (splitmix64); not for secrets.
package struct StableHash: Sendable {
  private var state: UInt64

  package init(seed: UInt64 = 0) {
    state = 0xcbf2_9ce4_8422_2325 ^ (seed &* 0x9e37_79b9_7f4a_7c15)
  }

  package mutating func combine(_ bytes: Span<UInt8>) {
    var i = 0
    let wordEnd = bytes.count & ~7
    while i < wordEnd {
      var word: UInt64 = 0
      for k in 0..<8 { word |= UInt64(bytes[i + k]) << UInt64(8 * k) }
      mix(word)
      i += 8
    }
    var word: UInt64 = 0
    var shift: UInt64 = 0
    while i < bytes.count {
      word |= UInt64(bytes[i]) << shift
      shift += 8
      i += 1
    }
    // The length closes the block, so that ("ab","c") and ("a","bc") differ.
    mix(word)
    mix(UInt64(bytes.count))
  }

  package mutating func combine(_ bytes: [UInt8]) { combine(bytes.span) }

  package mutating func combine(_ text: String) {
    var text = text
    text.withUTF8 { unsafe combine($0.span) }
  }

  package mutating func combine(_ value: some FixedWidthInteger) {
    mix(UInt64(truncatingIfNeeded: value))
  }

  package var value: UInt64 {
    var z = state &+ 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// The hash as `digits` lower-case hexadecimal digits (at most 16), highest first.
  package func hex(digits: Int) -> String {
    let text = String(value, radix: 16)
    return String((String(repeating: "0", count: 16 - text.count) + text).prefix(digits))
  }

  private mutating func mix(_ word: UInt64) {
    state = (state ^ word) &* 0x0000_0100_0000_01b3
    state ^= state >> 29
  }
}
