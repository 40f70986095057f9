internal import Extraction

/// Fits the weights of `AntecedentRanker`, for pronouns or for descriptions, to examples that `dateline-bench coreference --examples`
/// printed: the logarithm of the probability of what is meant, less a half of the squared weights,
/// by Adam over all examples at once. The same examples give the same weights.
struct AntecedentTraining {
  private struct Example {
    var choice: AntecedentChoice
    /// Whether a candidate is meant; none is where no candidate is right.
    var isMeant: [Bool]
  }

  /// What is ranked for.
  enum Kind {
    case pronouns, descriptions

    var featureCount: Int {
      self == .pronouns ? PronounFeature.allCases.count : DescriptionFeature.allCases.count
    }

    /// The share of ties on unseen examples that have to be right.
    var precision: Float { self == .pronouns ? 0.83 : 0.9 }
  }

  private let kind: Kind
  private var examples: [Example] = []
  private static let steps = 400
  private static let rate: Float = 0.05
  /// Every so many examples are tried on the weights of the others, to set the thresholds.
  private static let folds = 5

  init(_ kind: Kind, examples path: String) throws(CorpusError) {
    self.init(kind, lines(try readCorpus(path)))
  }

  init(_ kind: Kind, _ lines: [Substring]) {
    self.kind = kind
    var example = Example(choice: AntecedentChoice(token: 0, candidates: []), isMeant: [])
    for line in lines {
      let fields = line.split(separator: "\t").compactMap { Float($0) }
      if fields.count == kind.featureCount + 1 {
        example.choice.candidates.append(
          AntecedentChoice.Candidate(
            entity: example.isMeant.count, features: Array(fields.dropFirst())))
        example.isMeant.append(fields[0] > 0)
      } else if !example.isMeant.isEmpty {
        examples.append(example)
        (example.choice.candidates, example.isMeant) = ([], [])
      }
    }
  }

  /// The source file `PronounWeights.swift` or `DescriptionWeights.swift`.
  func source() -> String {
    let weights = fitted().map { ($0 * 1000).rounded() / 1000 }
    let threshold = threshold()
    progress("\(examples.count) examples, threshold \(threshold)")
    let rows = stride(from: 0, to: weights.count, by: 10).map { k in
      "    " + weights[k..<min(k + 10, weights.count)].map(\.description).joined(separator: ", ")
        + ","
    }
    let name = kind == .pronouns ? "Pronoun" : "Description"
    return """
      /// Weights of `AntecedentRanker` for \(kind), fitted to the training part of GUM:
      ///
      ///     dateline-bench coreference --examples=\(kind) gum/train.conllu > examples.tsv
      ///     dateline-train CORPORA --\(kind) examples.tsv > \(name)Weights.swift
      enum \(name)Weights {
        /// Least probability of a tie.
        static let threshold: Float = \(threshold)

        // [\(name)Feature]
        static let weights: [Float] = [
      \(rows.joined(separator: "\n"))
        ]
      }

      """
  }

  /// Adam (Kingma and Ba 2015) on the whole set.
  func fitted() -> [Float] { fitted(examples) }

  private func fitted(_ examples: [Example]) -> [Float] {
    let count = kind.featureCount
    var ranker = AntecedentRanker(
      weights: [Float](repeating: 0, count: count), threshold: 0)
    var mean = [Float](repeating: 0, count: count)
    var square = mean
    var (meanLeft, squareLeft): (Float, Float) = (1, 1)
    for _ in 0..<Self.steps {
      var gradient = ranker.weights
      for example in examples { add(example, ranker, to: &gradient) }
      meanLeft *= 0.9
      squareLeft *= 0.999
      for k in 0..<count {
        mean[k] += 0.1 * (gradient[k] - mean[k])
        square[k] += 0.001 * (gradient[k] * gradient[k] - square[k])
        let size = (square[k] / (1 - squareLeft)).squareRoot() + 1e-8
        ranker.weights[k] -= Self.rate * mean[k] / (1 - meanLeft) / size
      }
    }
    return ranker.weights
  }

  private func add(_ example: Example, _ ranker: AntecedentRanker, to gradient: inout [Float]) {
    let probabilities = ranker.probabilities(example.choice)
    let meant = zip(probabilities, example.isMeant).reduce(Float(0)) { $0 + ($1.1 ? $1.0 : 0) }
    for (k, candidate) in example.choice.candidates.enumerated() {
      let wanted = example.isMeant[k] && meant > 0 ? probabilities[k] / meant : 0
      let error = probabilities[k] - wanted
      for (f, value) in candidate.features.enumerated() where value != 0 {
        gradient[f] += error * value
      }
    }
  }

  /// The lowest from which on ties are precise enough on examples held out; 1 where none is.
  private func threshold() -> Float {
    var ties: [(probability: Float, isRight: Bool)] = []
    for fold in 0..<Self.folds {
      // Neighbours are of one document and stay together.
      let size = examples.count / Self.folds + 1
      let held = fold * size..<min((fold + 1) * size, examples.count)
      guard !held.isEmpty else { continue }
      let weights = fitted(
        Array(examples[..<held.lowerBound] + examples[held.upperBound...]))
      let ranker = AntecedentRanker(weights: weights, threshold: 0)
      for example in examples[held] {
        let probabilities = ranker.probabilities(example.choice)
        guard let most = probabilities.max(), let k = probabilities.firstIndex(of: most) else {
          continue
        }
        ties.append((most, example.isMeant[k]))
      }
    }
    var threshold: Float = 1
    var right = 0
    ties.sort { $0.probability > $1.probability }
    for (place, tie) in ties.enumerated() {
      right += tie.isRight ? 1 : 0
      if place > 20, Float(right) >= kind.precision * Float(place + 1) {
        threshold = tie.probability
      }
    }
    return (threshold * 100).rounded(.up) / 100
  }
}
