internal import Extraction
internal import Formats

/// Trains weights of features: a conditional random field over partly known labels, by AdaGrad.
struct NameTrainer {
  typealias Lanes = NameChain.Lanes

  var epochs = 3
  var rate: Float = 0.15
  var rowBits = 21
  /// What each sum of squares starts from: steps by slight gradients stay slight.
  var damping: Float = 0.1
  /// How much of the largest set is seen in one epoch: every n-th sentence.
  var thinning = 3
  var evidenceDropout = 0.3
  var cut: Float = 0.19
  var seed: UInt64 = 5
  var minimumCount: UInt32 = 2

  /// Gradients smaller than this are left out.
  private static let negligible: Float = 0.004

  /// Features of all examples as rows of the weight table, laid end to end.
  private struct Prepared {
    var rows: [Int32] = []
    /// Of each token, where its rows begin; one more at the end.  // [token + 1]
    var starts: [Int32] = [0]
    /// First token of each example.
    var tokens: [Int] = []
  }

  struct Trained {
    var rows: TrainedRows
    var chain: NameChain
  }

  /// - Parameter evidence: of each example's tokens, as first-pass labels of its article; nil
  ///   where the example stands alone.
  func train(_ examples: [NameExample], evidence: [[NameEvidence]?]) -> Trained {
    var index = rowIndex(examples, evidence)
    let prepared = prepare(examples, &index)
    let rowCount = Int(index.max() ?? 0) + 1
    // A row's weights, then the sums of its squared gradients: side by side in memory.
    var table = [Lanes](repeating: Lanes(repeating: 0), count: 2 * rowCount)
    for row in 0..<rowCount { table[2 * row + 1] = Lanes(repeating: damping) }
    var chain = NameChain()
    var chainSquares = NameChain.Steps()
    var generator = SeededGenerator(seed: seed)
    var order = Array(examples.indices)
    var work = NameChainWork()
    var allowed: [Lanes] = []
    var expected: [Lanes] = []
    var evidenceRows: [[Int32]] = []
    let nothing: [Lanes] = []
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      var loss: Float = 0
      var tokens = 0
      for e in order {
        let example = examples[e]
        if example.source == .gmb && e % thinning != epoch % thinning { continue }
        let count = example.forms.count
        let first = prepared.tokens[e]
        tokens += count
        let sees = evidence[e] != nil && !generator.chance(evidenceDropout)
        evidenceRows.removeAll(keepingCapacity: true)
        if sees, let words = evidence[e] {
          for i in 0..<count { evidenceRows.append(rows(example, words, i, index)) }
        }
        work.scores.removeAll(keepingCapacity: true)
        for i in 0..<count {
          var sum = Lanes(repeating: 0)
          for k in prepared.starts[first + i]..<prepared.starts[first + i + 1] {
            sum += table[2 * Int(prepared.rows[Int(k)])]
          }
          if sees { for row in evidenceRows[i] { sum += table[2 * Int(row)] } }
          work.scores.append(sum)
        }
        allowed.removeAll(keepingCapacity: true)
        for mask in example.allowed { allowed.append(Self.lanes(mask)) }
        let free = chain.marginals(allowed: nothing.span, &work)
        expected.removeAll(keepingCapacity: true)
        expected.append(contentsOf: work.marginals)
        var chainGradient = NameChain.Steps()
        chain.addExpectedSteps(work, weight: 1, to: &chainGradient)
        let bound = chain.marginals(allowed: allowed.span, &work)
        // Labels that contradict each other teach nothing.
        guard bound > -.infinity else { continue }
        chain.addExpectedSteps(work, weight: -1, to: &chainGradient)
        loss += free - bound
        for i in 0..<count {
          var gradient = expected[i] - work.marginals[i]
          gradient.replace(
            with: 0, where: (gradient .< Self.negligible) .& (gradient .> -Self.negligible))
          if gradient == Lanes(repeating: 0) { continue }
          let square = gradient * gradient
          for k in prepared.starts[first + i]..<prepared.starts[first + i + 1] {
            step(&table, Int(prepared.rows[Int(k)]), gradient, square)
          }
          if sees {
            for row in evidenceRows[i] { step(&table, Int(row), gradient, square) }
          }
        }
        for end in 0..<8 {
          let gradient = chainGradient.starts[end]
          chainSquares.starts[end] += gradient * gradient
          chain.scores.starts[end] -=
            gradient / (chainSquares.starts[end] + 1e-8).squareRoot() * rate
        }
        for way in 0..<4 {
          let gradient = chainGradient.inner[way]
          chainSquares.inner[way] += gradient * gradient
          chain.scores.inner[way] -=
            gradient / (chainSquares.inner[way] + 1e-8).squareRoot() * rate
        }
        chain.refresh()
      }
      progress(
        "  names epoch \(epoch + 1): loss \(Float(Int(loss * 1000 / Float(max(tokens, 1)))) / 1000) a token of \(tokens)"
      )
    }
    var trained = TrainedRows(rowBits: rowBits, rows: [])
    for slot in index.indices where index[slot] >= 0 {
      var wide = SIMD64<Float>(repeating: 0)
      wide.lowHalf = table[2 * Int(index[slot])]
      trained.rows.append((slot, wide))
    }
    return Trained(rows: trained, chain: chain)
  }

  @inline(__always)
  private func step(
    _ table: inout [Lanes], _ row: Int, _ gradient: Lanes, _ square: Lanes
  ) {
    let squares = table[2 * row + 1] + square
    table[2 * row + 1] = squares
    table[2 * row] -= gradient / squares.squareRoot() * rate
  }

  static func lanes(_ mask: UInt32) -> Lanes {
    var lanes = Lanes(repeating: 0)
    for label in 0..<NameLabel.count where (mask >> UInt32(label)) & 1 == 1 { lanes[label] = 1 }
    return lanes
  }

  /// Rows of features seen often enough, numbered; -1 for others.
  private func rowIndex(_ examples: [NameExample], _ evidence: [[NameEvidence]?]) -> [Int32] {
    var counts = [UInt32](repeating: 0, count: 1 << rowBits)
    let shift = UInt32(32 - rowBits)
    var features: [UInt32] = []
    for (e, example) in examples.enumerated() {
      for i in example.forms.indices {
        features.removeAll(keepingCapacity: true)
        NameFeatures.append(example.forms.span, i, example.lineCase, to: &features)
        if let words = evidence[e] { appendEvidence(example, words, i, to: &features) }
        for feature in features {
          counts[Int(feature >> shift)] += 1
        }
      }
    }
    // The most frequent first: what is read together then lies together.
    let kept = counts.indices.filter { counts[$0] >= minimumCount }
      .sorted { (counts[$1], $0) < (counts[$0], $1) }
    var index = [Int32](repeating: -1, count: counts.count)
    for (row, slot) in kept.enumerated() { index[slot] = Int32(row) }
    return index
  }

  private func prepare(_ examples: [NameExample], _ index: inout [Int32]) -> Prepared {
    var prepared = Prepared()
    let shift = UInt32(32 - rowBits)
    var features: [UInt32] = []
    for example in examples {
      prepared.tokens.append(prepared.starts.count - 1)
      for i in example.forms.indices {
        features.removeAll(keepingCapacity: true)
        NameFeatures.append(example.forms.span, i, example.lineCase, to: &features)
        for feature in features {
          let row = index[Int(feature >> shift)]
          if row >= 0 { prepared.rows.append(row) }
        }
        prepared.starts.append(Int32(prepared.rows.count))
      }
    }
    return prepared
  }

  private func appendEvidence(
    _ example: NameExample, _ words: [NameEvidence], _ i: Int, to features: inout [UInt32]
  ) {
    guard words[i + 1] != NameEvidence() else { return }
    NameFeatures.append(
      words[i + 1], before: words[i], after: words[i + 2], example.forms[i], example.lineCase,
      to: &features)
  }

  private func rows(
    _ example: NameExample, _ words: [NameEvidence], _ i: Int, _ index: [Int32]
  ) -> [Int32] {
    var features: [UInt32] = []
    appendEvidence(example, words, i, to: &features)
    let shift = UInt32(32 - rowBits)
    return features.compactMap { feature in
      let row = index[Int(feature >> shift)]
      return row >= 0 ? row : nil
    }
  }
}
