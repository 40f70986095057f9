internal import Extraction

/// Fits the weights of `PronounRanker` to examples that `dateline-bench coreference --examples`
/// printed: the logarithm of the probability of what is meant, less a half of the squared weights,
/// by Adam over all examples at once. The same examples give the same weights.
struct PronounTraining {
  private struct Example {
    var choice: PronounChoice
    /// Whether a candidate is meant; none is where no candidate is right.
    var isMeant: [Bool]
  }

  private var examples: [Example] = []
  private static let steps = 400
  private static let rate: Float = 0.05
  /// Every so many examples are tried on the weights of the others, to set the thresholds.
  private static let folds = 5
  /// The share of ties on unseen examples that have to be right.
  private let precision: Float

  init(examples path: String, precision: Float) throws(CorpusError) {
    self.init(lines(try readCorpus(path)), precision: precision)
  }

  init(_ lines: [Substring], precision: Float) {
    self.precision = precision
    var example = Example(choice: PronounChoice(token: 0, candidates: []), isMeant: [])
    for line in lines {
      let fields = line.split(separator: "\t").compactMap { Float($0) }
      if fields.count == PronounFeature.allCases.count + 1 {
        example.choice.candidates.append(
          PronounChoice.Candidate(
            entity: example.isMeant.count, features: Array(fields.dropFirst())))
        example.isMeant.append(fields[0] > 0)
      } else if !example.isMeant.isEmpty {
        examples.append(example)
        (example.choice.candidates, example.isMeant) = ([], [])
      }
    }
  }

  /// The source file `PronounWeights.swift`.
  func source() -> String {
    let weights = fitted().map { ($0 * 1000).rounded() / 1000 }
    let threshold = threshold()
    progress("\(examples.count) pronouns, threshold \(threshold)")
    let rows = stride(from: 0, to: weights.count, by: 10).map { k in
      "    " + weights[k..<min(k + 10, weights.count)].map(\.description).joined(separator: ", ")
        + ","
    }
    return """
      /// Weights of `PronounRanker`, fitted to the training part of GUM:
      ///
      ///     dateline-bench coreference --examples gum/train.conllu > examples.tsv
      ///     dateline-train CORPORA --pronouns examples.tsv > PronounWeights.swift
      enum PronounWeights {
        /// Least probability of a tie.
        static let threshold: Float = \(threshold)

        // [PronounFeature]
        static let weights: [Float] = [
      \(rows.joined(separator: "\n"))
        ]
      }

      """
  }

  /// Adam (Kingma and Ba 2015) on the whole set.
  func fitted() -> [Float] { fitted(examples) }

  private func fitted(_ examples: [Example]) -> [Float] {
    let count = PronounFeature.allCases.count
    var ranker = PronounRanker(
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

  private func add(_ example: Example, _ ranker: PronounRanker, to gradient: inout [Float]) {
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
      let ranker = PronounRanker(weights: weights, threshold: 0)
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
      if place > 20, Float(right) >= precision * Float(place + 1) { threshold = tie.probability }
    }
    return (threshold * 100).rounded(.up) / 100
  }
}
