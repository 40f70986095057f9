internal import Extraction

/// Trained weights before packing, by ascending row.
struct TrainedRows {
  var rowBits: Int
  var rows: [(row: Int, weights: SIMD64<Float>)]

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
