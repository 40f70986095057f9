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

  static let impossible: Float = -1e4

  package init(scores: Steps = Steps()) {
    self.scores = scores
    refresh()
  }

  /// To be called when `scores` have changed.
  package mutating func refresh() {
    for end in 0..<8 { likelihoods.starts[end] = exponential(scores.starts[end]) }
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
    for end in 0..<7 {
      let candidate = scores.starts[end] + ends[end]
      let isBetter = candidate .> starts
      starts.replace(with: candidate, where: isBetter)
      startsFrom.replace(with: endLabels[end], where: isBetter)
    }
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

  // MARK: Probabilities

  /// Fills `work.marginals`, by `work.scores`, with each label's probability; returns the log of
  /// the whole mass.
  ///
  /// - Parameter allowed: lanes of 1 where a label is permitted, a token; empty for all.
  package func marginals(allowed: Span<Lanes>, _ work: inout NameChainWork) -> Float {
    let count = work.scores.count
    work.reset(count)
    guard count > 0 else { return 0 }
    var logMass: Float = 0
    var forward = Self.firsts
    for i in 0..<count {
      let top = work.scores[i].max()
      var likelihood = exponential(work.scores[i] - top) * Self.labels
      if !allowed.isEmpty { likelihood *= allowed[i] }
      work.likelihoods[i] = likelihood
      if i > 0 { forward = forwardStep(forward) }
      forward *= likelihood
      if i == count - 1 { forward *= Self.finals }
      let mass = max(forward.sum(), 1e-30)
      forward /= mass
      work.forward[i] = forward
      logMass += log(mass) + top
    }
    var backward = Self.finals
    for i in stride(from: count - 1, through: 0, by: -1) {
      work.backward[i] = backward
      let marginal = work.forward[i] * backward
      work.marginals[i] = marginal / max(marginal.sum(), 1e-30)
      guard i > 0 else { break }
      backward = backwardStep(backward * work.likelihoods[i])
      backward /= max(backward.sum(), 1e-30)
    }
    return logMass
  }

  @inline(__always)
  private func forwardStep(_ mass: Lanes) -> Lanes {
    let begin = mass.lowHalf.lowHalf
    let inside = mass.lowHalf.highHalf
    let ends = mass.highHalf.lowHalf + mass.highHalf.highHalf
    var starts = likelihoods.starts[0] * ends[0]
    for end in 1..<8 { starts += likelihoods.starts[end] * ends[end] }
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
    for end in 0..<8 { ends[end] = (likelihoods.starts[end] * starts).sum() }
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
      let mass = (forwardStep(before) * after).sum()
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

// MARK: Arithmetic that is the same on every machine

/// e to each lane's power, within 3e-7 of it; next to nothing below -80.
@inline(__always)
private func exponential(_ x: SIMD32<Float>) -> SIMD32<Float> {
  SIMD32(lowHalf: exponential(x.lowHalf), highHalf: exponential(x.highHalf))
}

@inline(__always)
private func exponential(_ x: SIMD16<Float>) -> SIMD16<Float> {
  SIMD16(lowHalf: exponential(x.lowHalf), highHalf: exponential(x.highHalf))
}

@inline(__always)
private func exponential(_ x: SIMD8<Float>) -> SIMD8<Float> {
  let clamped = x.replacing(with: -80, where: x .< -80).replacing(with: 80, where: x .> 80)
  // Adding 1.5 × 2^23 leaves the nearest whole number in the low bits.
  let shifted = clamped * 1.442_695 + 12_582_912
  let powers = shifted - 12_582_912
  let r = clamped - powers * 0.693_147_2
  var sum = r * 0.001_388_889 + 0.008_333_333
  sum = sum * r + 0.041_666_67
  sum = sum * r + 0.166_666_67
  sum = sum * r + 0.5
  sum = sum * r + 1
  sum = sum * r + 1
  // 2 to the power of each lane, written into the exponent's bits.
  let bits = unsafe unsafeBitCast(shifted, to: SIMD8<Int32>.self)
  let exponents = (bits &- 0x4b40_0000 &+ 127) &<< 23
  let factors = unsafe unsafeBitCast(exponents, to: SIMD8<Float>.self)
  return sum * factors
}

/// Natural logarithm of a positive number, by its exponent and a series.
private func log(_ x: Float) -> Float {
  guard x > 0 else { return -100 }
  let exponent = Float(x.exponent)
  let m = (x.significand - 1) / (x.significand + 1)
  let m2 = m * m
  return exponent * 0.693_147_2 + 2 * m * (1 + m2 * (1 / 3 + m2 * (0.2 + m2 * (1 / 7))))
}
