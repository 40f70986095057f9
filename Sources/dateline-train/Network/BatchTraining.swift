/// A network that learns sentence by sentence and takes a step after some.
protocol BatchLearner {
  /// Goes down the slope of what was learned since the last step.
  mutating func step(_ adam: Adam, part: Float)

  /// How well it did since the last report.
  mutating func report() -> String
}

/// Trains by sentences in small batches, at a rate that rises for the first twentieth of all steps
/// and then falls to nothing.
struct BatchTraining {
  var epochs = 20
  var batch = 16
  var rate: Float = 0.002

  /// - Parameters:
  ///   - orders: the numbers of the sentences of each epoch.
  ///   - learn: shows the learner one of them.
  func run<Learner: BatchLearner>(
    _ name: String, _ learner: inout Learner, orders: [[Int]],
    learn: (_ learner: inout Learner, _ sentence: Int, _ epoch: Int) -> Void
  ) {
    var adam = Adam(rate: rate)
    let steps = orders.reduce(0) { $0 + ($1.count + batch - 1) / batch }
    var step = 0
    for (epoch, order) in orders.enumerated() {
      let start = seconds()
      for first in stride(from: 0, to: order.count, by: batch) {
        for sentence in order[first..<min(first + batch, order.count)] {
          learn(&learner, sentence, epoch)
        }
        adam.begin()
        let part = min(Float(step + 1) * 20 / Float(steps), Float(steps - step) / Float(steps))
        learner.step(adam, part: part)
        step += 1
      }
      progress("  \(name) epoch \(epoch + 1): \(learner.report()), \(Int(seconds() - start)) s")
    }
  }
}
