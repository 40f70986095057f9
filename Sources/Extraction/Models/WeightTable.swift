/// The weights of one linear model: rows by hashed feature, small integers by label, packed.
///
/// Few of the 2^k rows have weights, so a bit a row says whether one is there and its rank tells
/// where. A row is a run of (label, weight) pairs.
///
///     bits     [2^k / 64]     UInt64  a bit a row: it has weights
///     ranks    [2^k / 64]     UInt32  rows before this word of bits
///     starts   [rows + 1]     UInt32  where a row's pairs begin
///     pairs    [...]          UInt16  label in the low 6 bits, weight (signed) in the high 10
package struct WeightTable: Sendable {
  let rowBits: UInt32
  /// One unit of a packed weight.
  package let scale: Float
  let bits: [UInt64]
  let ranks: [UInt32]
  let starts: [UInt32]
  let pairs: [UInt16]

  package static let labelLimit = 64
  /// The largest weight in units of `scale`.
  package static let weightLimit = 511

  /// `nil` where the parts contradict one another, so that no later look-up can fail.
  init?(scale: Float, bits: [UInt64], ranks: [UInt32], starts: [UInt32], pairs: [UInt16]) {
    guard bits.count > 0, bits.count & (bits.count - 1) == 0, ranks.count == bits.count,
      bits.count <= 1 << 20, let last = starts.last, Int(last) == pairs.count
    else { return nil }
    rowBits = UInt32((bits.count * 64).trailingZeroBitCount)
    self.scale = scale
    self.bits = bits
    self.ranks = ranks
    self.starts = starts
    self.pairs = pairs
  }

  /// Packs rows given in ascending order of row number.
  package init(
    rowBits: Int, scale: Float, rows: [(row: Int, weights: [(label: Int, weight: Int16)])]
  ) {
    var bits = [UInt64](repeating: 0, count: max(1, (1 << rowBits) / 64))
    var starts: [UInt32] = []
    var pairs: [UInt16] = []
    for (row, weights) in rows {
      bits[row >> 6] |= 1 << UInt64(row & 63)
      starts.append(UInt32(pairs.count))
      for (label, weight) in weights {
        pairs.append(UInt16(label) | UInt16(bitPattern: weight << 6))
      }
    }
    starts.append(UInt32(pairs.count))
    var ranks: [UInt32] = []
    var rank: UInt32 = 0
    for word in bits {
      ranks.append(rank)
      rank += UInt32(word.nonzeroBitCount)
    }
    self.rowBits = UInt32(rowBits)
    self.scale = scale
    self.bits = bits
    self.ranks = ranks
    self.starts = starts
    self.pairs = pairs
  }

  package var summary: String {
    "\(pairs.count) weights in \(starts.count - 1) rows, "
      + "\(bits.count * 12 + starts.count * 4 + pairs.count * 2) bytes"
  }

  /// Adds the weights of all `features` to `scores`, in units of `scale`.
  func add(_ features: Span<UInt32>, to scores: inout LabelScores) {
    let bits = bits.span
    let ranks = ranks.span
    let starts = starts.span
    let pairs = pairs.span
    let shift = 32 &- rowBits
    for f in features.indices {
      let row = features[f] &>> shift
      let word = Int(row &>> 6)
      let present = bits[word]
      let bit = UInt64(row & 63)
      guard (present &>> bit) & 1 == 1 else { continue }
      let rank = Int(ranks[word]) + (present & ((1 &<< bit) &- 1)).nonzeroBitCount
      for k in Int(starts[rank])..<Int(starts[rank + 1]) {
        let pair = pairs[k]
        scores[Int(pair & 63)] &+= Int32(Int16(bitPattern: pair) &>> 6)
      }
    }
  }
}

/// Scores of up to 64 labels.
typealias LabelScores = InlineArray<64, Int32>
