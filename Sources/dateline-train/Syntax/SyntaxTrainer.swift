internal import Extraction
internal import Formats

/// Trains the network of tags and trees, by sentences in small batches.
///
/// Trees are learned with a dynamic oracle (Goldberg and Nivre 2013): the parser explores its own
/// mistakes and learns the best way on from each.
struct SyntaxTrainer {
  var epochs = 20
  var batch = 16
  var encoder = EncoderSettings()
  var hidden = 12
  var rate: Float = 0.002
  /// Sixteenths of numbers of the hidden layer left out.
  var hiddenDropout = 3
  var exploration = 0.9

  func train(
    _ sentences: [GoldSentence], forms: [[WordForm]], vectors: WordVectors
  ) -> SyntaxNetwork {
    var learner = SyntaxLearner(self, sentences, forms, vectors)
    var generator = SeededGenerator(seed: encoder.seed)
    var order = Array(sentences.indices)
    var adam = Adam(rate: rate)
    let steps = epochs * ((sentences.count + batch - 1) / batch)
    var step = 0
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      let start = seconds()
      for first in stride(from: 0, to: order.count, by: batch) {
        for s in order[first..<min(first + batch, order.count)] {
          learner.learn(sentences[s], s, explores: epoch > 0)
        }
        adam.begin()
        // Rising for the first twentieth, then falling to nothing.
        let part = min(Float(step + 1) * 20 / Float(steps), Float(steps - step) / Float(steps))
        learner.step(adam, part: part)
        step += 1
      }
      progress(
        "  syntax epoch \(epoch + 1): \(learner.report()), \(Int(seconds() - start)) s")
    }
    return learner.network()
  }
}
