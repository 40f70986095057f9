/// Weights of `AntecedentRanker` for descriptions, fitted to the training part of GUM:
///
///     dateline-bench coreference --examples=descriptions gum/train.conllu > examples.tsv
///     dateline-train CORPORA --descriptions examples.tsv > DescriptionWeights.swift
enum DescriptionWeights {
  /// Least probability of a tie.
  static let threshold: Float = 0.76

  // [DescriptionFeature]
  static let weights: [Float] = [
    0.42, 0.005, -0.43, 0.039, -1.345, -2.625, 1.794, -1.321, 0.113, 0.727,
    0.331, -0.169, 3.215, 1.66, 0.495, -0.62, -0.513, -0.528, 1.375, 0.691,
    -0.123, 0.119, 0.35, -0.649, 0.174, -0.528, -0.228,
  ]
}
