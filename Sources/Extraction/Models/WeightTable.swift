/// The weights of one linear model: rows by hashed feature, small integers by label, packed.
///
/// Few of the 2^k rows have weights, so a bit a row says whether one is there. The rows of one word
/// of bits stand together in a block: first where each row ends, then the rows, which are runs of
/// (label, weight) pairs.
///
///     bits     [2^k / 64]     UInt64  a bit a row: it has weights
///     starts   [2^k / 64]     UInt32  where the block of this word of bits begins; not in the
///                                     image, as the blocks tell
///     blocks   [...]          UInt16  of each row, where it ends, from the end of these on;
///                                     then pairs: label in the low 6 bits, weight (signed) in
///                                     the high 10
package struct WeightTable: Sendable {
  let rowBits: UInt32
  /// One unit of a packed weight.
  package private(set) var scale: Float
  let bits: [UInt64]
  let starts: [UInt32]
  let blocks: [UInt16]

  /// The largest weight in units of `scale`.
  package static let weightLimit = 511

  /// `nil` where the parts contradict one another, so that no later look-up can fail.
  init?(scale: Float, bits: [UInt64], blocks: [UInt16]) {
    guard bits.count > 0, bits.count & (bits.count - 1) == 0, bits.count <= 1 << 20,
      let starts = Self.starts(blocks.span, bits.span)
    else { return nil }
    rowBits = UInt32((bits.count * 64).trailingZeroBitCount)
    self.scale = scale
    self.bits = bits
    self.starts = starts
    self.blocks = blocks
  }

  /// Where each block begins; `nil` where the rows of one do not follow one another, or the blocks
  /// do not fill the whole.
  private static func starts(_ blocks: Span<UInt16>, _ bits: Span<UInt64>) -> [UInt32]? {
    var starts: [UInt32] = []
    starts.reserveCapacity(bits.count)
    var at = 0
    for word in bits.indices {
      let rows = bits[word].nonzeroBitCount
      guard at + rows <= blocks.count else { return nil }
      starts.append(UInt32(at))
      var end: UInt16 = 0
      for row in at..<(at + rows) {
        guard blocks[row] >= end else { return nil }
        end = blocks[row]
      }
      at += rows + Int(end)
    }
    return at == blocks.count ? starts : nil
  }

  /// Packs rows given in ascending order of row number.
  package init(
    rowBits: Int, scale: Float, rows: [(row: Int, weights: [(label: Int, weight: Int16)])]
  ) {
    var bits = [UInt64](repeating: 0, count: max(1, (1 << rowBits) / 64))
    var starts: [UInt32] = []
    var blocks: [UInt16] = []
    var rest = rows[...]
    for word in bits.indices {
      starts.append(UInt32(blocks.count))
      var pairs: [UInt16] = []
      while let (row, weights) = rest.first, row >> 6 == word {
        rest = rest.dropFirst()
        bits[word] |= 1 << UInt64(row & 63)
        for (label, weight) in weights {
          pairs.append(UInt16(label) | UInt16(bitPattern: weight << 6))
        }
        blocks.append(UInt16(pairs.count))
      }
      blocks += pairs
    }
    self.rowBits = UInt32(rowBits)
    self.scale = scale
    self.bits = bits
    self.starts = starts
    self.blocks = blocks
  }

  package func scaled(by factor: Float) -> WeightTable {
    var table = self
    table.scale *= factor
    return table
  }

  package var summary: String {
    let rows = bits.reduce(0) { $0 + $1.nonzeroBitCount }
    return "\(blocks.count - rows) weights in \(rows) rows, "
      + "\(bits.count * 8 + blocks.count * 2) bytes"
  }

  /// Adds the weights of all `features` to `scores`, in units of `scale`.
  ///
  /// Half of all features have no row, in no order that a processor could guess: so first those
  /// that have are listed without a branch, then added.
  func add(_ features: Span<UInt32>, to scores: inout LabelScores) {
    var start = 0
    while start < features.count {
      let end = min(start + 64, features.count)
      add(listed: features.extracting(start..<end), to: &scores)
      start = end
    }
  }

  /// At most 64 features.
  @inline(__always)
  private func add(listed features: Span<UInt32>, to scores: inout LabelScores) {
    let bits = bits.span
    let shift = 32 &- rowBits
    var rows = InlineArray<64, UInt32>(repeating: 0)
    var count = 0
    for f in features.indices {
      let row = features[f] &>> shift
      rows[count & 63] = row
      count &+= Int((bits[Int(row &>> 6)] &>> UInt64(row & 63)) & 1)
    }
    let starts = starts.span
    let blocks = blocks.span
    for k in 0..<count {
      let word = Int(rows[k] &>> 6)
      let present = bits[word]
      let block = Int(starts[word])
      let rank = (present & ((1 &<< UInt64(rows[k] & 63)) &- 1)).nonzeroBitCount
      let first = block + present.nonzeroBitCount
      let begin = rank == 0 ? 0 : Int(blocks[block + rank - 1])
      for pair in (first + begin)..<(first + Int(blocks[block + rank])) {
        let packed = blocks[pair]
        scores[Int(packed & 63)] &+= Int32(Int16(bitPattern: packed) &>> 6)
      }
    }
  }
}

/// Scores of up to 64 labels.
typealias LabelScores = InlineArray<64, Int32>
