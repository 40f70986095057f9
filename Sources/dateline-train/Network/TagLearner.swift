internal import Extraction
internal import Formats

/// The layer of tags while it learns, by the likelihood of the gold tags.
struct TagLearner {
  private var trained: TrainedLayer
  /// Scores of tags, then the loss's gradient by them.  // [n]
  private var scores: [Block] = []
  private var right = (penn: 0, universal: 0, of: 0)

  init(width: Int, seed: inout SeededGenerator) {
    trained = TrainedLayer(inputs: width, outputs: SyntaxNetwork.tagBlocks, seed: &seed)
  }

  /// Learns the tags of the sentence that is in context.
  mutating func learn(_ sentence: GoldSentence, _ encoder: inout EncoderLearner) {
    let count = sentence.tokens.count
    let blocks = SyntaxNetwork.tagBlocks
    let width = encoder.settings.width
    scores.refill(count * blocks)
    trained.layer.apply(encoder.context, rows: count, stride: width, to: &scores)
    for i in 0..<count {
      let row = i * blocks
      let universal = row + SyntaxNetwork.universalBlock
      let isPennRight = softmax(
        row..<universal, PennTag.allCases.count, gold: Int(sentence.penn[i].rawValue))
      let isUniversalRight = softmax(
        universal..<(row + blocks), UniversalTag.allCases.count,
        gold: Int(sentence.universal[i].rawValue))
      right.penn += isPennRight ? 1 : 0
      right.universal += isUniversalRight ? 1 : 0
    }
    right.of += count
    trained.learn(encoder.context, rows: count, stride: width, scores)
    encoder.add(trained, scores)
  }

  /// Turns scores of tags into the loss's gradient; whether the best was the gold one.
  private mutating func softmax(_ range: Range<Int>, _ labels: Int, gold: Int) -> Bool {
    let start = range.lowerBound
    var top = -Float.infinity
    var best = 0
    for label in 0..<labels {
      let value = scores[start + label >> 4][label & 15]
      if value > top { (top, best) = (value, label) }
    }
    var sum: Float = 0
    for (k, at) in range.enumerated() {
      var values = exponential(scores[at] - top)
      for lane in 0..<16 where k * 16 + lane >= labels { values[lane] = 0 }
      scores[at] = values
      sum += values.total
    }
    for at in range { scores[at] /= sum }
    scores[start + gold >> 4][gold & 15] -= 1
    return best == gold
  }

  mutating func step(_ adam: Adam, part: Float) { trained.step(adam, part: part) }

  mutating func report() -> String {
    defer { right = (0, 0, 0) }
    return "XPOS \(percent(right.penn, right.of)) UPOS \(percent(right.universal, right.of))"
  }

  /// As it is shipped.
  var layer: QuantizedLayer { trained.layer.without(Self.unusedTag).quantized }

  /// Lanes that are no tag, and the tag no token has.
  private static func unusedTag(_ lane: Int) -> Bool {
    let universal = lane - SyntaxNetwork.universalBlock * 16
    return universal < 0
      ? lane == Int(PennTag.unknown.rawValue) || lane >= PennTag.allCases.count
      : universal >= UniversalTag.allCases.count
  }
}
