/// One gzip member (RFC 1952): ten octets of head, a deflate stream, sum and length.
package enum Gzip {
  package static func compress(_ bytes: [UInt8]) -> [UInt8] {
    // No name, no time: the same content gives the same octets, and so the same validator.
    var out: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
    out.reserveCapacity(bytes.count / 3 + 64)
    Deflate.compress(bytes, into: &out)
    for value in [CRC32.sum(bytes.span), UInt32(truncatingIfNeeded: bytes.count)] {
      for shift in [0, 8, 16, 24] as [UInt32] { out.append(UInt8(value >> shift & 255)) }
    }
    return out
  }
}
