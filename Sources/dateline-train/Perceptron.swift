internal import Extraction

/// An averaged perceptron over hashed features, rows made when first changed.
struct Perceptron {
  let rowBits: Int
  /// Hashed row to index in `weights`; -1 where nothing was learned.  // [2^rowBits]
  private var index: [Int32]
  /// Whole numbers, held within ±`limit` so that no sum of them overflows.  // [row][label]
  private var weights: [SIMD64<Int16>] = []
  /// Sum over changes of step × change, from which the average follows.  // [row * 64 + label]
  private var totals: [Float] = []
  private var step: Float = 1
  /// Of each row, the labels that may have weights, as bits; empty where all may.  // [row]
  private var open: [UInt64] = []
  private static let limit: Int16 = 380

  init(rowBits: Int) {
    self.rowBits = rowBits
    index = [Int32](repeating: -1, count: 1 << rowBits)
  }

  /// Learns only the weights that were largest in a first training, as many as go into
  /// `byteLimit` packed: what has to be small is better learned small than cut small.
  init(weightsOf first: TrainedRows, byteLimit: Int) {
    self.init(rowBits: first.rowBits)
    var cut: Float = 0.5
    while cut < 10, first.byteCount(cut: cut) > byteLimit { cut += 0.1 }
    progress("  weights of at least \(cut) are learned again")
    for (slot, old) in first.rows {
      var labels: UInt64 = 0
      for label in 0..<64 where old[label].magnitude >= cut { labels |= 1 << UInt64(label) }
      guard labels != 0 else { continue }
      index[slot] = Int32(weights.count)
      weights.append(SIMD64(repeating: 0))
      totals.append(contentsOf: repeatElement(0, count: 64))
      open.append(labels)
    }
  }

  @inline(__always)
  func scores(_ features: [UInt32]) -> SIMD64<Int16> {
    var sum = SIMD64<Int16>(repeating: 0)
    let shift = UInt32(32 - rowBits)
    for feature in features {
      let row = index[Int(feature >> shift)]
      if row >= 0 { sum &+= weights[Int(row)] }
    }
    return sum
  }

  mutating func tick() { step += 1 }

  mutating func update(_ features: [UInt32], good: Int, bad: Int) {
    let shift = UInt32(32 - rowBits)
    for feature in features {
      let slot = Int(feature >> shift)
      var row = Int(index[slot])
      if row < 0 {
        guard open.isEmpty else { continue }
        row = weights.count
        index[slot] = Int32(row)
        weights.append(SIMD64(repeating: 0))
        totals.append(contentsOf: repeatElement(0, count: 64))
      }
      change(row, good, 1)
      change(row, bad, -1)
    }
  }

  @inline(__always)
  private mutating func change(_ row: Int, _ label: Int, _ by: Int16) {
    guard open.isEmpty || (open[row] >> UInt64(label)) & 1 == 1 else { return }
    let old = weights[row][label]
    let new = max(-Self.limit, min(Self.limit, old + by))
    weights[row][label] = new
    totals[row * 64 + label] += step * Float(new - old)
  }

  /// The averaged weights.
  func averaged() -> TrainedRows {
    var rows: [(row: Int, weights: SIMD64<Float>)] = []
    for slot in index.indices where index[slot] >= 0 {
      let row = Int(index[slot])
      var average = SIMD64<Float>(repeating: 0)
      for label in 0..<64 {
        average[label] = Float(weights[row][label]) - totals[row * 64 + label] / step
      }
      rows.append((slot, average))
    }
    return TrainedRows(rowBits: rowBits, rows: rows)
  }
}

/// Trained weights before packing, by ascending row.
struct TrainedRows {
  var rowBits: Int
  var rows: [(row: Int, weights: SIMD64<Float>)]

  /// The mean of several trainings over the same feature space.
  static func mean(_ parts: [TrainedRows]) -> TrainedRows {
    guard let first = parts.first else { return TrainedRows(rowBits: 16, rows: []) }
    var sums = [Int32](repeating: -1, count: 1 << first.rowBits)
    var rows: [SIMD64<Float>] = []
    for part in parts {
      for (row, weights) in part.rows {
        if sums[row] < 0 {
          sums[row] = Int32(rows.count)
          rows.append(SIMD64(repeating: 0))
        }
        rows[Int(sums[row])] += weights / Float(parts.count)
      }
    }
    return TrainedRows(
      rowBits: first.rowBits,
      rows: sums.indices.compactMap { sums[$0] < 0 ? nil : ($0, rows[Int(sums[$0])]) })
  }

  /// Bytes of a `WeightTable` of the weights that are at least `cut`.
  func byteCount(cut: Float) -> Int {
    var entries = 0
    for (_, weights) in rows {
      var kept = 0
      for label in 0..<64 where weights[label].magnitude >= cut { kept += 1 }
      entries += kept == 0 ? 0 : kept + 1
    }
    return (1 << rowBits) / 64 * 12 + 2 * entries
  }

  /// Drops weights smaller than `cut` and packs the rest into ten bits.
  func packed(cut: Float) -> WeightTable {
    var largest: Float = 1e-6
    for (_, weights) in rows { largest = max(largest, weights.max(), -weights.min()) }
    let scale = largest / Float(WeightTable.weightLimit)
    var packed: [(row: Int, weights: [(label: Int, weight: Int16)])] = []
    for (row, weights) in rows {
      var kept: [(label: Int, weight: Int16)] = []
      for label in 0..<64 where weights[label].magnitude >= cut {
        let units = Int16((weights[label] / scale).rounded())
        if units != 0 { kept.append((label, units)) }
      }
      if !kept.isEmpty { packed.append((row, kept)) }
    }
    return WeightTable(rowBits: rowBits, scale: scale, rows: packed)
  }
}
