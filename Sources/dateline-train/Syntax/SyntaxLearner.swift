internal import Extraction
internal import Formats

/// The network while it learns: parameters, gradients, and the buffers of one sentence.
struct SyntaxLearner: BatchLearner {
  let settings: SyntaxTrainer
  let hidden: Int
  var encoder: EncoderLearner
  var tags: TagLearner
  var places: TrainedLayer
  var rows: TrainedTable
  var bias: TrainedTable
  var output: TrainedLayer
  let moves: ParserMoves

  var buffers = SyntaxBuffers()
  var score = (tokens: 0, heads: 0, labels: 0)

  init(
    _ settings: SyntaxTrainer, _ sentences: [GoldSentence], _ forms: [[WordForm]],
    _ vectors: WordVectors
  ) {
    self.settings = settings
    hidden = settings.hidden
    moves = Self.moves(sentences)
    encoder = EncoderLearner(settings.encoder, forms, vectors)
    var seed = SeededGenerator(seed: settings.encoder.seed &+ 1)
    let width = settings.encoder.width
    tags = TagLearner(width: width, seed: &seed)
    places = TrainedLayer(
      inputs: width, outputs: ParserFeatures.placeCount * settings.hidden, seed: &seed,
      spread: 2)
    rows = TrainedTable(
      (0..<(ParserFeatures.rowCount * settings.hidden)).map { _ in seed.block(0.1) })
    bias = TrainedTable([Block](repeating: Block(repeating: 0.1), count: settings.hidden))
    output = TrainedLayer(inputs: settings.hidden, outputs: (moves.count + 15) / 16, seed: &seed)
  }

  /// The shift, and the most frequent pairs of side and label.
  static func moves(_ sentences: [GoldSentence]) -> ParserMoves {
    let width = DependencyLabel.allCases.count
    var counts = [Int](repeating: 0, count: 2 * width)
    for sentence in sentences {
      for i in sentence.heads.indices where sentence.heads[i] >= 0 {
        counts[(sentence.heads[i] > i ? 0 : width) + Int(sentence.labels[i].rawValue)] += 1
      }
    }
    let frequent = counts.indices.filter { counts[$0] > 0 }
      .sorted { (counts[$1], $0) < (counts[$0], $1) }.prefix(ParserMoves.limit - 1)
    return ParserMoves(
      kinds: [.shift] + frequent.map { $0 < width ? .left : .right },
      labels: [DependencyLabel.dep.rawValue] + frequent.map { UInt8($0 % width) })
  }

  mutating func report() -> String {
    defer { score = (0, 0, 0) }
    return tags.report()
      + " UAS \(percent(score.heads, score.tokens)) LAS \(percent(score.labels, score.tokens))"
  }

  // MARK: A step

  mutating func step(_ adam: Adam, part: Float) {
    encoder.step(adam, part: part)
    tags.step(adam, part: part)
    places.step(adam, part: part)
    rows.step(adam, part: part)
    bias.step(adam, part: part)
    output.step(adam, part: part)
  }

  // MARK: What was learned

  func network() -> SyntaxNetwork {
    SyntaxNetwork(
      encoder: encoder.encoder(), tags: tags.layer,
      places: places.layer.quantized,
      rows: rows.values.map { Units($0) }, hiddenBias: bias.values,
      output: output.layer.without { $0 >= moves.count }.quantized, moves: moves)
  }
}

extension DenseLayer {
  /// The same layer with some outputs made hopeless.
  func without(_ isUnused: (Int) -> Bool) -> DenseLayer {
    var layer = self
    for lane in 0..<(outputs * 16) where isUnused(lane) {
      layer.bias[lane >> 4][lane & 15] = SyntaxNetwork.hopeless
    }
    return layer
  }
}
