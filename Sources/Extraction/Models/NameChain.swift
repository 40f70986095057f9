/// The chain of labels over a sentence (a linear-chain conditional random field): best labelling
/// and probabilities.
///
/// A name once begun goes on in its type to its last token; only from the end of a name or from
/// outside can another begin. So a step needs, of all pairs of labels, only those of eight ends
/// (a type, or outside) with sixteen starts, and four ways on within each type.
package struct NameChain: Sendable {
  package typealias Lanes = SIMD32<Float>

  /// Scores, or in gradients sums, of the ways from one token to the next.
  package struct Steps: Sendable {
    /// From an end (a type, 7 for outside) to begin (low half) or alone (high half).  // [8][16]
    package var starts = [SIMD16<Float>](repeating: SIMD16(repeating: 0), count: 8)
    /// Begin to inside, inside to inside, begin to last, inside to last, by type.  // [4][8]
    package var inner = [SIMD8<Float>](repeating: SIMD8(repeating: 0), count: 4)

    package init() {}
  }

  package var scores: Steps
  private var likelihoods = Steps()
  /// `likelihoods.starts` by start.  // [16][8]
  private var likelihoodsByStart = [SIMD8<Float>](repeating: SIMD8(repeating: 0), count: 16)

  static let impossible: Float = -1e4

  package init(scores: Steps = Steps()) {
    self.scores = scores
    refresh()
  }

  /// To be called when `scores` have changed.
  package mutating func refresh() {
    for end in 0..<8 {
      let starts = exponential(scores.starts[end])
      likelihoods.starts[end] = starts
      for start in 0..<16 { likelihoodsByStart[start][end] = starts[start] }
    }
    for way in 0..<4 { likelihoods.inner[way] = exponential(scores.inner[way]) }
  }

  /// 1 in lanes that are labels, that may begin a sentence, that may end it; else 0.
  private static let labels = mask { NameLabel.all >> UInt32($0) & 1 == 1 }
  private static let firsts = mask { $0 < 7 || $0 >= 24 }
  private static let finals = mask { $0 >= 16 && $0 != 23 }

  private static func mask(_ isIn: (Int) -> Bool) -> Lanes {
    var lanes = Lanes(repeating: 0)
    for label in 0..<32 where isIn(label) { lanes[label] = 1 }
    return lanes
  }

  // MARK: Best labelling

  /// Fills `work.labels` with the best labelling of `work.scores`.
  package func decode(_ work: inout NameChainWork) {
    let count = work.scores.count
    work.labels.removeAll(keepingCapacity: true)
    guard count > 0 else { return }
    work.back.removeAll(keepingCapacity: true)
    let unlikely = (1 - Self.labels) * Self.impossible
    var best = work.scores[0] + (1 - Self.firsts) * Self.impossible
    work.back.append(SIMD32(repeating: 0))
    for i in 1..<max(1, count) {
      var from = SIMD32<Int32>(repeating: 0)
      best = step(best, &from) + work.scores[i] + unlikely
      work.back.append(from)
    }
    best += (1 - Self.finals) * Self.impossible
    var label = NameLabel.outside
    for other in 0..<NameLabel.outside where best[other] > best[label] { label = other }
    for i in stride(from: count - 1, through: 0, by: -1) {
      work.labels.append(UInt8(label))
      label = Int(work.back[i][label])
    }
    work.labels.reverse()
  }

  /// The best score of arriving at each label, and the label it comes from.
  @inline(__always)
  private func step(_ best: Lanes, _ from: inout SIMD32<Int32>) -> Lanes {
    let begin = best.lowHalf.lowHalf
    let inside = best.lowHalf.highHalf
    let last = best.highHalf.lowHalf
    let alone = best.highHalf.highHalf
    let types = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7)
    // Ends: a name's last token or its only one; outside is "alone" of the eighth type.
    let endsAlone = alone .>= last
    let ends = last.replacing(with: alone, where: endsAlone)
    let endLabels = (types &+ 16).replacing(with: types &+ 24, where: endsAlone)
    var starts = scores.starts[7] + ends[7]
    var startsFrom = SIMD16<Int32>(repeating: endLabels[7])
    // Written out here and below, so that each lane is taken from a register.
    follow(0, ends[0], endLabels[0], &starts, &startsFrom)
    follow(1, ends[1], endLabels[1], &starts, &startsFrom)
    follow(2, ends[2], endLabels[2], &starts, &startsFrom)
    follow(3, ends[3], endLabels[3], &starts, &startsFrom)
    follow(4, ends[4], endLabels[4], &starts, &startsFrom)
    follow(5, ends[5], endLabels[5], &starts, &startsFrom)
    follow(6, ends[6], endLabels[6], &starts, &startsFrom)
    let insideOn = inside + scores.inner[1]
    var goOn = begin + scores.inner[0]
    let goesOn = insideOn .> goOn
    goOn.replace(with: insideOn, where: goesOn)
    let insideLast = inside + scores.inner[3]
    var close = begin + scores.inner[2]
    let closes = insideLast .> close
    close.replace(with: insideLast, where: closes)
    from.lowHalf.lowHalf = startsFrom.lowHalf
    from.lowHalf.highHalf = types.replacing(with: types &+ 8, where: goesOn)
    from.highHalf.lowHalf = types.replacing(with: types &+ 8, where: closes)
    from.highHalf.highHalf = startsFrom.highHalf
    return Lanes(
      lowHalf: SIMD16(lowHalf: starts.lowHalf, highHalf: goOn),
      highHalf: SIMD16(lowHalf: close, highHalf: starts.highHalf))
  }

  /// Takes the way from one end where it is better.
  @inline(__always)
  private func follow(
    _ end: Int, _ score: Float, _ label: Int32, _ starts: inout SIMD16<Float>,
    _ from: inout SIMD16<Int32>
  ) {
    let candidate = scores.starts[end] + score
    let isBetter = candidate .> starts
    starts.replace(with: candidate, where: isBetter)
    from.replace(with: label, where: isBetter)
  }

  // MARK: Probabilities

  /// Fills `work.marginals`, by `work.scores`, with each label's probability; returns the log of
  /// the whole mass: minus infinity where no labelling is possible.
  ///
  /// - Parameter allowed: lanes of 1 where a label is permitted, a token; empty for all.
  package func marginals(allowed: Span<Lanes>, _ work: inout NameChainWork) -> Float {
    let count = work.scores.count
    work.reset(count)
    guard count > 0 else { return 0 }
    var logMass: Float = 0
    var forward = Self.firsts
    var isPossible = true
    for i in 0..<count {
      let permitted = allowed.isEmpty ? Self.labels : allowed[i]
      let scores = work.scores[i] + (permitted - 1) * -Self.impossible
      let top = scores.largest
      let likelihood = exponential(scores - top) * permitted
      work.likelihoods[i] = likelihood
      if i > 0 { forward = forwardStep(forward) }
      forward *= likelihood
      if i == count - 1 { forward *= Self.finals }
      let total = forward.total
      if total == 0 { isPossible = false }
      let mass = max(total, 1e-30)
      forward /= mass
      work.forward[i] = forward
      logMass += logarithm(mass) + top
    }
    var backward = Self.finals
    for i in stride(from: count - 1, through: 0, by: -1) {
      work.backward[i] = backward
      let marginal = work.forward[i] * backward
      work.marginals[i] = marginal / max(marginal.total, 1e-30)
      guard i > 0 else { break }
      backward = backwardStep(backward * work.likelihoods[i])
      backward /= max(backward.total, 1e-30)
    }
    return isPossible ? logMass : -.infinity
  }

  @inline(__always)
  private func forwardStep(_ mass: Lanes) -> Lanes {
    let begin = mass.lowHalf.lowHalf
    let inside = mass.lowHalf.highHalf
    let ends = mass.highHalf.lowHalf + mass.highHalf.highHalf
    let ways = likelihoods.starts.span
    var starts = ways[0] * ends[0]
    starts += ways[1] * ends[1]
    starts += ways[2] * ends[2]
    starts += ways[3] * ends[3]
    starts += ways[4] * ends[4]
    starts += ways[5] * ends[5]
    starts += ways[6] * ends[6]
    starts += ways[7] * ends[7]
    let goOn = begin * likelihoods.inner[0] + inside * likelihoods.inner[1]
    let close = begin * likelihoods.inner[2] + inside * likelihoods.inner[3]
    return Lanes(
      lowHalf: SIMD16(lowHalf: starts.lowHalf, highHalf: goOn),
      highHalf: SIMD16(lowHalf: close, highHalf: starts.highHalf))
  }

  @inline(__always)
  private func backwardStep(_ mass: Lanes) -> Lanes {
    let inside = mass.lowHalf.highHalf
    let last = mass.highHalf.lowHalf
    let starts = SIMD16(lowHalf: mass.lowHalf.lowHalf, highHalf: mass.highHalf.highHalf)
    var ends = SIMD8<Float>(repeating: 0)
    let ways = likelihoodsByStart.span
    ends += ways[0] * starts[0]
    ends += ways[1] * starts[1]
    ends += ways[2] * starts[2]
    ends += ways[3] * starts[3]
    ends += ways[4] * starts[4]
    ends += ways[5] * starts[5]
    ends += ways[6] * starts[6]
    ends += ways[7] * starts[7]
    ends += ways[8] * starts[8]
    ends += ways[9] * starts[9]
    ends += ways[10] * starts[10]
    ends += ways[11] * starts[11]
    ends += ways[12] * starts[12]
    ends += ways[13] * starts[13]
    ends += ways[14] * starts[14]
    ends += ways[15] * starts[15]
    let begin = likelihoods.inner[0] * inside + likelihoods.inner[2] * last
    let on = likelihoods.inner[1] * inside + likelihoods.inner[3] * last
    return Lanes(
      lowHalf: SIMD16(lowHalf: begin, highHalf: on), highHalf: SIMD16(lowHalf: ends, highHalf: ends)
    )
  }

  /// Adds `weight` times the expected number of each step to `sums`; after `marginals`.
  package func addExpectedSteps(_ work: NameChainWork, weight: Float, to sums: inout Steps) {
    for i in 1..<max(1, work.marginals.count) {
      let before = work.forward[i - 1]
      let after = work.backward[i] * work.likelihoods[i]
      let mass = (forwardStep(before) * after).total
      guard mass > 1e-30 else { continue }
      let share = weight / mass
      let ends = (before.highHalf.lowHalf + before.highHalf.highHalf) * share
      let starts = SIMD16(lowHalf: after.lowHalf.lowHalf, highHalf: after.highHalf.highHalf)
      for end in 0..<8 { sums.starts[end] += likelihoods.starts[end] * starts * ends[end] }
      let begin = before.lowHalf.lowHalf * share
      let inside = before.lowHalf.highHalf * share
      sums.inner[0] += likelihoods.inner[0] * begin * after.lowHalf.highHalf
      sums.inner[1] += likelihoods.inner[1] * inside * after.lowHalf.highHalf
      sums.inner[2] += likelihoods.inner[2] * begin * after.highHalf.lowHalf
      sums.inner[3] += likelihoods.inner[3] * inside * after.highHalf.lowHalf
    }
  }
}

/// Buffers for one chain after another.
package struct NameChainWork {
  /// What is asked: scores of each label.  // [token][label]
  package var scores: [NameChain.Lanes] = []
  /// The best labelling.  // [token]
  package var labels: [UInt8] = []
  var back: [SIMD32<Int32>] = []
  var likelihoods: [NameChain.Lanes] = []
  var forward: [NameChain.Lanes] = []
  var backward: [NameChain.Lanes] = []
  /// [token][label]
  package var marginals: [NameChain.Lanes] = []

  package init() {}

  mutating func reset(_ count: Int) {
    func refill(_ lanes: inout [NameChain.Lanes]) {
      if lanes.count > count { lanes.removeLast(lanes.count - count) }
      while lanes.count < count { lanes.append(NameChain.Lanes(repeating: 0)) }
    }
    refill(&likelihoods)
    refill(&forward)
    refill(&backward)
    refill(&marginals)
  }
}
