internal import Extraction
internal import Formats

/// The network while it learns: parameters, gradients, and the buffers of one sentence.
struct SyntaxLearner {
  let settings: SyntaxTrainer
  let width: Int
  let hidden: Int

  var embeddings: TrainedTable
  var projection: TrainedLayer
  var layers: [TrainedLayer]
  var tags: TrainedLayer
  var places: TrainedLayer
  var rows: TrainedTable
  var bias: TrainedTable
  var output: TrainedLayer
  let moves: ParserMoves

  let tokens: TokenRows
  let vectors: WordVectors
  /// Rows of the embeddings that have a gradient since the last step.
  var touched: [Int32] = []
  var isTouched: [Bool]

  var generator: SeededGenerator
  var buffers = SyntaxBuffers()
  var score = (tokens: 0, penn: 0, universal: 0, heads: 0, labels: 0)

  init(
    _ settings: SyntaxTrainer, _ sentences: [GoldSentence], _ forms: [[WordForm]],
    _ vectors: WordVectors
  ) {
    self.settings = settings
    self.vectors = vectors
    width = settings.width
    hidden = settings.hidden
    moves = Self.moves(sentences)
    generator = SeededGenerator(seed: settings.seed &+ 1000)
    tokens = TokenRows(forms, vectors, settings)
    isTouched = [Bool](repeating: false, count: tokens.slots.count)
    var seed = SeededGenerator(seed: settings.seed)
    let embeddingCount = tokens.slots.count * settings.width
    embeddings = TrainedTable((0..<embeddingCount).map { _ in seed.block(0.1) })
    projection = TrainedLayer(
      inputs: WordVectors.blocks, outputs: settings.width, seed: &seed, spread: 0.5,
      hasBias: false)
    layers = []
    for _ in 0..<settings.depth {
      layers.append(
        TrainedLayer(inputs: 3 * settings.width, outputs: settings.width, seed: &seed))
    }
    tags = TrainedLayer(inputs: settings.width, outputs: SyntaxNetwork.tagBlocks, seed: &seed)
    places = TrainedLayer(
      inputs: settings.width, outputs: ParserFeatures.placeCount * settings.hidden, seed: &seed,
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
    defer { score = (0, 0, 0, 0, 0) }
    return
      "XPOS \(percent(score.penn, score.tokens)) UPOS \(percent(score.universal, score.tokens))"
      + " UAS \(percent(score.heads, score.tokens)) LAS \(percent(score.labels, score.tokens))"
  }

  // MARK: A step

  mutating func step(_ adam: Adam, part: Float) {
    for row in touched {
      let first = Int(row) * width
      embeddings.step(adam, part: part, range: first..<(first + width))
      isTouched[Int(row)] = false
    }
    touched.removeAll(keepingCapacity: true)
    projection.step(adam, part: part)
    for l in layers.indices { layers[l].step(adam, part: part) }
    tags.step(adam, part: part)
    places.step(adam, part: part)
    rows.step(adam, part: part)
    bias.step(adam, part: part)
    output.step(adam, part: part)
  }

  // MARK: What was learned

  func network() -> SyntaxNetwork {
    var vectorsBySlot: [Int: [Block]] = [:]
    let shift = UInt32(32 - settings.hashBits)
    // Words with vectors but, so far, no row.
    for (number, lower) in vectors.words.enumerated() {
      var form = WordForm()
      form.lower = lower
      let slot = Int(TokenFeatures.word(form) >> shift)
      guard vectorsBySlot[slot] == nil, number < settings.vectorWords || tokens.index[slot] >= 0
      else { continue }
      vectorsBySlot[slot] = projected(number)
    }
    for (row, slot) in tokens.slots.enumerated() {
      let learned = Array(embeddings.values[(row * width)..<((row + 1) * width)])
      if let vector = vectorsBySlot[slot] {
        vectorsBySlot[slot] = zip(vector, learned).map { $0 + $1 }
      } else {
        vectorsBySlot[slot] = learned
      }
    }
    let packed = vectorsBySlot.sorted { $0.key < $1.key }.map { (slot: $0.key, vector: $0.value) }
    return SyntaxNetwork(
      embeddings: EmbeddingTable(width: width, hashBits: settings.hashBits, rows: packed),
      layers: layers.map(\.layer), tags: tags.layer.without(Self.unusedTag), places: places.layer,
      rows: rows.values,
      hiddenBias: bias.values, output: output.layer.without { $0 >= moves.count }, moves: moves)
  }

  /// Lanes that are no tag, and the tag no token has.
  private static func unusedTag(_ lane: Int) -> Bool {
    let universal = lane - SyntaxNetwork.universalBlock * 16
    return universal < 0
      ? lane == Int(PennTag.unknown.rawValue) || lane >= PennTag.allCases.count
      : universal >= UniversalTag.allCases.count
  }

  private func projected(_ number: Int) -> [Block] {
    var out = [Block](repeating: Block(repeating: 0), count: width)
    projection.layer.apply(
      vectors.vectors, start: number * WordVectors.blocks, rows: 1,
      stride: WordVectors.blocks, to: &out)
    return out
  }
}

extension DenseLayer {
  /// The same layer with some outputs made hopeless.
  fileprivate func without(_ isUnused: (Int) -> Bool) -> DenseLayer {
    var layer = self
    for lane in 0..<(outputs * 16) where isUnused(lane) {
      layer.bias[lane >> 4][lane & 15] = SyntaxNetwork.hopeless
    }
    return layer
  }
}
