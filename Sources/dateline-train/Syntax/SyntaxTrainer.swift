internal import Extraction
internal import Formats

/// Trains the network of tags and trees, by sentences in small batches.
///
/// Trees are learned with a dynamic oracle (Goldberg and Nivre 2013): the parser explores its own
/// mistakes and learns the best way on from each.
struct SyntaxTrainer {
  var batches = BatchTraining()
  var encoder = EncoderSettings()
  var hidden = 12
  /// Sixteenths of numbers of the hidden layer left out.
  var hiddenDropout = 3
  var exploration = 0.9

  func train(
    _ sentences: [GoldSentence], forms: [[WordForm]], vectors: WordVectors
  ) -> SyntaxNetwork {
    var learner = SyntaxLearner(self, sentences, forms, vectors)
    var generator = SeededGenerator(seed: encoder.seed)
    var order = Array(sentences.indices)
    let orders = (0..<batches.epochs).map { _ in
      order.shuffle(using: &generator)
      return order
    }
    batches.run("syntax", &learner, orders: orders) { learner, sentence, epoch in
      learner.learn(sentences[sentence], sentence, explores: epoch > 0)
    }
    return learner.network()
  }
}
