/// Chooses whom a pronoun means: a linear model over `PronounFeature`, normalised over the candidates
/// and "none of them" (Denis and Baldridge 2007, with the latter scored 0).
package struct PronounRanker: Sendable {
  // [PronounFeature]
  package var weights: [Float]
  /// Least probability of a tie.
  package var threshold: Float

  package init(weights: [Float], threshold: Float) {
    self.weights = weights
    self.threshold = threshold
  }

  static let standard = PronounRanker(
    weights: PronounWeights.weights, threshold: PronounWeights.threshold)

  /// Of each candidate; what is missing to 1 is that none of them is meant.
  package func probabilities(_ choice: PronounChoice) -> [Float] {
    let scores = choice.candidates.map { candidate in
      zip(candidate.features, weights).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    }
    let most = max(0, scores.max() ?? 0)
    let powers = scores.map { Self.exponential($0 - most) }
    let sum = powers.reduce(Self.exponential(-most), +)
    return powers.map { $0 / sum }
  }

  /// Of what is not positive, to three digits: (1 + x / 1024) to the 1024th, the same on every
  /// machine.
  private static func exponential(_ x: Float) -> Float {
    var power = max(0, 1 + x / 1024)
    for _ in 0..<10 { power *= power }
    return power
  }

  /// The most probable candidate, of equal ones the nearest, where it is probable enough.
  package func best(of choice: PronounChoice) -> (entity: Int, probability: Float)? {
    let probabilities = probabilities(choice)
    guard let most = probabilities.max(), most >= threshold,
      let k = probabilities.firstIndex(of: most)
    else { return nil }
    return (choice.candidates[k].entity, most)
  }
}
