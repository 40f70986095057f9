/// Chooses whom a pronoun or a description means: a linear model over `PronounFeature` or
/// `DescriptionFeature`, normalised over the candidates and "none of them" (Denis and Baldridge 2007,
/// with the latter scored 0).
package struct AntecedentRanker: Sendable {
  // [feature]
  package var weights: [Float]
  /// Least probability of a tie.
  package var threshold: Float

  package init(weights: [Float], threshold: Float) {
    self.weights = weights
    self.threshold = threshold
  }

  static let pronouns = AntecedentRanker(
    weights: PronounWeights.weights, threshold: PronounWeights.threshold)
  static let descriptions = AntecedentRanker(
    weights: DescriptionWeights.weights, threshold: DescriptionWeights.threshold)

  /// Of each candidate; what is missing to 1 is that none of them is meant.
  package func probabilities(_ choice: AntecedentChoice) -> [Float] {
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
  package func best(of choice: AntecedentChoice) -> (entity: Int, probability: Float)? {
    let probabilities = probabilities(choice)
    guard let most = probabilities.max(), most >= threshold,
      let k = probabilities.firstIndex(of: most)
    else { return nil }
    return (choice.candidates[k].entity, most)
  }
}

/// What the pronouns and descriptions of an article were chosen from.
package struct AntecedentChoices: Sendable {
  package var pronouns: [AntecedentChoice] = []
  package var descriptions: [AntecedentChoice] = []
}

/// A pronoun or a description with all whom it may mean.
package struct AntecedentChoice: Sendable {
  package struct Candidate: Sendable {
    /// Index into `Analysis.entities`.
    package var entity: Int
    /// By `PronounFeature` or `DescriptionFeature`.
    package var features: [Float]

    package init(entity: Int, features: [Float]) {
      self.entity = entity
      self.features = features
    }
  }

  /// Index into `Analysis.tokens`; of a description, its head.
  package var token: Int
  /// The nearest first.
  package var candidates: [Candidate]

  package init(token: Int, candidates: [Candidate]) {
    self.token = token
    self.candidates = candidates
  }
}
