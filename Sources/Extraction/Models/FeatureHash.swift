/// How a feature becomes a number: template and up to two values, mixed to 32 bits.
///
/// A weight table of 2^k rows takes the top k bits, so one list of hashes serves tables of any
/// size. Training and prediction both come through here.
enum FeatureHash {
  @inline(__always)
  static func mix(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0) -> UInt32 {
    var h = UInt64(a) | UInt64(b) &<< 32
    h = (h ^ (UInt64(template) &* 0x9e37_79b9_7f4a_7c15)) &* 0xd6e8_feb8_6659_fd93
    h = (h ^ (h &>> 32)) &* 0xd6e8_feb8_6659_fd93
    return UInt32(truncatingIfNeeded: h &>> 32)
  }

  /// FNV-1a with a final mix, for short byte strings.
  @inline(__always)
  static func seed() -> UInt64 { 0xcbf2_9ce4_8422_2325 }

  @inline(__always)
  static func step(_ state: UInt64, _ byte: UInt8) -> UInt64 {
    (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  @inline(__always)
  static func finish(_ state: UInt64) -> UInt64 {
    var h = (state ^ (state &>> 32)) &* 0xd6e8_feb8_6659_fd93
    h ^= h &>> 32
    return h
  }
}
