/// The cyclic redundancy check of gzip (RFC 1952 §8), four octets a step.
package enum CRC32 {
  /// Slice k: what an octet does to the sum k octets later. [slice][octet], flat.
  private static let table: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 4 * 256)
    for octet in 0..<256 {
      var sum = UInt32(octet)
      for _ in 0..<8 { sum = sum & 1 == 1 ? 0xedb8_8320 ^ (sum >> 1) : sum >> 1 }
      table[octet] = sum
    }
    for i in 256..<1024 { table[i] = table[Int(table[i - 256] & 255)] ^ (table[i - 256] >> 8) }
    return table
  }()

  package static func sum(_ bytes: Span<UInt8>) -> UInt32 {
    let table = table
    var sum: UInt32 = 0xffff_ffff
    var i = 0
    while i + 4 <= bytes.count {
      let word =
        UInt32(bytes[i]) | UInt32(bytes[i + 1]) << 8 | UInt32(bytes[i + 2]) << 16
        | UInt32(bytes[i + 3]) << 24
      let x = sum ^ word
      sum =
        table[768 + Int(x & 255)] ^ table[512 + Int(x >> 8 & 255)] ^ table[256 + Int(x >> 16 & 255)]
        ^ table[Int(x >> 24)]
      i += 4
    }
    while i < bytes.count {
      sum = table[Int((sum ^ UInt32(bytes[i])) & 255)] ^ (sum >> 8)
      i += 1
    }
    return sum ^ 0xffff_ffff
  }
}
