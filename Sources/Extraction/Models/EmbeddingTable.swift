/// A vector for each feature of a token: rows by hashed feature, in eight bits.
///
///     bits     [2^k / 64]            UInt64  a bit a hash: it has a row
///     scales   [row]                 Float   what one unit is
///     values   [row][width / 8]      UInt64  eight signed bytes, the first in the low bits
package struct EmbeddingTable: Sendable {
  package let bits: [UInt64]
  package let scales: [Float]
  package let values: [UInt64]
  /// Blocks of sixteen numbers a row has.
  package let width: Int
  /// Rows before each word of bits.
  private let ranks: [UInt32]
  private let hashBits: UInt32

  /// `nil` where the parts contradict one another, so that no later look-up can fail.
  package init?(width: Int, bits: [UInt64], scales: [Float], values: [UInt64]) {
    guard width > 0, bits.count > 0, bits.count & (bits.count - 1) == 0, bits.count <= 1 << 24,
      bits.reduce(0, { $0 + $1.nonzeroBitCount }) == scales.count,
      values.count == scales.count * width * 2
    else { return nil }
    self.width = width
    self.bits = bits
    self.scales = scales
    self.values = values
    hashBits = UInt32((bits.count * 64).trailingZeroBitCount)
    var ranks: [UInt32] = []
    ranks.reserveCapacity(bits.count)
    var rank = 0
    for word in bits {
      ranks.append(UInt32(rank))
      rank += word.nonzeroBitCount
    }
    self.ranks = ranks
  }

  /// Packs rows given in ascending order of slot, each of `width` blocks.
  package init(width: Int, hashBits: Int, rows: [(slot: Int, vector: [Block])]) {
    var bits = [UInt64](repeating: 0, count: max(1, (1 << hashBits) / 64))
    var scales: [Float] = []
    var values: [UInt64] = []
    for (slot, vector) in rows {
      bits[slot >> 6] |= 1 << UInt64(slot & 63)
      let largest = vector.reduce(1e-9) { max($0, $1.max(), -$1.min()) }
      let scale = largest / 127
      scales.append(scale)
      for block in vector {
        for half in 0..<2 {
          var packed: UInt64 = 0
          for lane in 0..<8 {
            let units = Int8((block[half * 8 + lane] / scale).rounded())
            packed |= UInt64(UInt8(bitPattern: units)) << UInt64(lane * 8)
          }
          values.append(packed)
        }
      }
    }
    guard let table = Self(width: width, bits: bits, scales: scales, values: values) else {
      preconditionFailure("rows in ascending order fit together")
    }
    self = table
  }

  /// Adds the vectors of `features` to `out` from block `at` on.
  package func add(_ features: [UInt32], to out: inout [Block], at: Int) {
    var out = out.mutableSpan
    let shift = 32 &- hashBits
    let bits = bits.span
    let values = values.span
    for f in features.indices {
      let slot = features[f] &>> shift
      let word = Int(slot &>> 6)
      let present = bits[word]
      let bit = UInt64(slot & 63)
      guard (present &>> bit) & 1 == 1 else { continue }
      let row = Int(ranks[word]) + (present & ((1 &<< bit) &- 1)).nonzeroBitCount
      let scale = scales[row]
      for block in 0..<width {
        let at = at + block
        let first = (row * width + block) * 2
        // Eight bytes are eight lanes.
        let low = unsafe unsafeBitCast(values[first], to: SIMD8<Int8>.self)
        let high = unsafe unsafeBitCast(values[first + 1], to: SIMD8<Int8>.self)
        let units = SIMD16<Int8>(lowHalf: low, highHalf: high)
        out[at] += Block(SIMD16<Int32>(truncatingIfNeeded: units)) * scale
      }
    }
  }
}
