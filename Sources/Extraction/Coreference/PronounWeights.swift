/// Weights of `AntecedentRanker` for pronouns, fitted to the training part of GUM:
///
///     dateline-bench coreference --examples=pronouns gum/train.conllu > examples.tsv
///     dateline-train CORPORA --pronouns examples.tsv > PronounWeights.swift
enum PronounWeights {
  /// Least probability of a tie.
  static let threshold: Float = 0.5

  // [PronounFeature]
  static let weights: [Float] = [
    -0.076, -1.21, -1.286, -1.841, 0.523, -0.189, 0.205, 0.177, 0.558, -0.91,
    -0.146, 0.662, 0.954, -0.853, 0.171, 0.677, 0.435, -0.014, 0.204, 0.418,
    -0.058, -0.397, 0.258, 0.606, -0.941, -0.336, 0.0, 0.356, 0.579, -0.027,
    -0.049,
  ]
}
