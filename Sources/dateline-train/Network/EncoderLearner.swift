internal import Extraction
internal import Formats

/// How an encoder is learned.
struct EncoderSettings {
  /// Blocks of a token's vector, and of its vector in context, which begins with the former.
  var embedding = 4
  var width = 7
  /// Of each layer, how far off the neighbours stand.
  var distances = [1, 2, 4]
  /// Sixteenths of numbers left out: of a token's vector, of its vector in context.
  var dropout = (token: 3, context: 3)
  /// A word is left out with a chance of rarity / (rarity + its count).
  var rarity = 1.0
  var hashBits = 20
  /// Words of the vectors that get rows of their own.
  var vectorWords = 20_000
  var minimumCount = 2
  var seed: UInt64 = 1
}

/// An encoder while it learns: parameters, gradients, and the buffers of one sentence.
///
/// A step is: `forward`, what reads `context` adds to `gradients`, `backward`; after some
/// sentences, `step`.
struct EncoderLearner {
  let settings: EncoderSettings
  private var embeddings: TrainedTable
  private var projection: TrainedLayer
  private var layers: [TrainedLayer]

  private let tokens: TokenRows
  private let vectors: WordVectors
  /// Rows of the embeddings that have a gradient since the last step.
  private var touched: [Int32] = []
  private var isTouched: [Bool]
  /// What is left out of each sentence.
  var generator: SeededGenerator

  /// The tokens of the sentence in context.  // [n][width]
  private(set) var context: [Block] = []
  /// Of the loss by `context`.  // [n][width]
  private(set) var gradients: [Block] = []

  // Of the sentence, n tokens between edges of `edge` places.
  private let edge: Int
  private var count = 0
  private var rows: [Int32] = []
  private var rowStarts: [Int32] = []  // [n + 2 edge + 1]
  private var wordVectors: [Block] = []  // [n]
  private var projected: [Block] = []  // [n]
  private var tokenMask: [Block] = []  // [n + 2 edge]
  private var inputs: [Block] = []  // [n + 2 edge]
  private var windows: [[Block]] = []  // [depth][n][3]
  private var activations: [[Block]] = []  // [depth][n]
  private var contextMask: [Block] = []  // [n]
  private var inputGradients: [Block] = []  // [n + 2 edge]
  private var layerGradients: [Block] = []  // [n]
  private var windowGradients: [Block] = []  // [n][3]

  init(_ settings: EncoderSettings, _ forms: [[WordForm]], _ vectors: WordVectors) {
    self.settings = settings
    self.vectors = vectors
    generator = SeededGenerator(seed: settings.seed &+ 1000)
    tokens = TokenRows(forms, vectors, settings)
    isTouched = [Bool](repeating: false, count: tokens.slots.count)
    var seed = SeededGenerator(seed: settings.seed)
    embeddings = TrainedTable(
      (0..<(tokens.slots.count * settings.embedding)).map { _ in seed.block(0.1) })
    projection = TrainedLayer(
      inputs: WordVectors.blocks, outputs: settings.embedding, seed: &seed, spread: 0.5,
      hasBias: false)
    layers = []
    for _ in settings.distances {
      layers.append(
        TrainedLayer(inputs: 3 * settings.width, outputs: settings.width, seed: &seed))
    }
    edge = settings.distances.max() ?? 0
    windows = [[Block]](repeating: [], count: layers.count)
    activations = windows
  }

  private var embedding: Int { settings.embedding }
  private var width: Int { settings.width }

  // MARK: Forward

  /// Puts the tokens of sentence `number` into context.
  mutating func forward(_ number: Int, _ count: Int) {
    self.count = count
    embed(number)
    let start = edge * width
    for l in layers.indices {
      windows[l].gather(
        inputs, start: start, count: count, width: width, blocks: width,
        distance: settings.distances[l])
      activations[l].refill(count * width)
      layers[l].layer.apply(windows[l], rows: count, stride: 3 * width, to: &activations[l])
      for k in 0..<(count * width) {
        let value = activations[l][k]
        let positive = value.replacing(with: 0, where: value .< 0)
        activations[l][k] = positive
        inputs[start + k] += positive
      }
    }
    contextMask.removeAll(keepingCapacity: true)
    context.removeAll(keepingCapacity: true)
    for k in 0..<(count * width) {
      let mask = generator.dropout(settings.dropout.context)
      contextMask.append(mask)
      context.append(inputs[start + k] * mask)
    }
    gradients.refill(count * width)
  }

  /// Sums up the features of each token, some left out.
  private mutating func embed(_ number: Int) {
    inputs.refill((count + 2 * edge) * width)
    wordVectors.refill(count * WordVectors.blocks)
    projected.refill(count * embedding)
    rows.removeAll(keepingCapacity: true)
    rowStarts.removeAll(keepingCapacity: true)
    for i in 0..<(count + 2 * edge) {
      rowStarts.append(Int32(rows.count))
      let isWord = i >= edge && i < count + edge
      let forgets = isWord && generator.next() & 15 == 0
      let features = tokens.rows(number, min(max(i - edge + 1, 0), count + 1))
      for k in features.indices where features[k] >= 0 {
        let row = Int(features[k])
        if isWord, k == features.startIndex,
          forgets || generator.next() & 0xffff < UInt64(tokens.wordDropout[row])
        {
          continue
        }
        rows.append(features[k])
        for b in 0..<embedding {
          inputs[i * width + b] += embeddings.values[row * embedding + b]
        }
      }
      if isWord, !forgets { addVector(Int(tokens.vectors[number][i - edge]), at: i - edge) }
    }
    rowStarts.append(Int32(rows.count))
    projection.layer.apply(
      wordVectors, rows: count, stride: WordVectors.blocks, to: &projected)
    for i in 0..<count {
      for b in 0..<embedding {
        inputs[(edge + i) * width + b] += projected[i * embedding + b]
      }
    }
    tokenMask.removeAll(keepingCapacity: true)
    for k in inputs.indices {
      let mask = generator.dropout(settings.dropout.token)
      tokenMask.append(mask)
      inputs[k] *= mask
    }
  }

  private mutating func addVector(_ vector: Int, at token: Int) {
    guard vector >= 0 else { return }
    for b in 0..<WordVectors.blocks {
      wordVectors[token * WordVectors.blocks + b] =
        vectors.vectors[vector * WordVectors.blocks + b]
    }
  }

  // MARK: Backward

  /// Adds to `gradients` what a layer that reads `context` passes back.
  mutating func add(_ layer: TrainedLayer, _ dy: [Block]) {
    layerGradients.refill(count * width)
    layer.transposed.apply(
      dy, rows: count, stride: layer.transposed.inputs, to: &layerGradients)
    for k in 0..<(count * width) { gradients[k] += layerGradients[k] }
  }

  mutating func backward() {
    inputGradients.refill((count + 2 * edge) * width)
    for k in 0..<(count * width) {
      inputGradients[edge * width + k] = gradients[k] * contextMask[k]
    }
    for l in layers.indices.reversed() { backward(layer: l) }
    backwardTokens()
  }

  private mutating func backward(layer l: Int) {
    layerGradients.refill(count * width)
    for k in 0..<(count * width) {
      let active = activations[l][k] .> 0
      layerGradients[k].replace(with: inputGradients[edge * width + k], where: active)
    }
    layers[l].learn(windows[l], rows: count, stride: 3 * width, layerGradients)
    windowGradients.refill(count * width * 3)
    layers[l].transposed.apply(
      layerGradients, rows: count, stride: width, to: &windowGradients)
    for i in 0..<count {
      for neighbour in 0..<3 {
        let to = (edge + i + (neighbour - 1) * settings.distances[l]) * width
        let from = (i * 3 + neighbour) * width
        for k in 0..<width { inputGradients[to + k] += windowGradients[from + k] }
      }
    }
  }

  private mutating func backwardTokens() {
    for k in inputGradients.indices { inputGradients[k] *= tokenMask[k] }
    for i in 0..<count {
      for b in 0..<embedding {
        projected[i * embedding + b] = inputGradients[(edge + i) * width + b]
      }
    }
    projection.learn(wordVectors, rows: count, stride: WordVectors.blocks, projected)
    for i in 0..<(count + 2 * edge) {
      for u in rowStarts[i]..<rowStarts[i + 1] {
        let row = Int(rows[Int(u)])
        if !isTouched[row] {
          isTouched[row] = true
          touched.append(Int32(row))
        }
        for b in 0..<embedding {
          embeddings.gradients[row * embedding + b] += inputGradients[i * width + b]
        }
      }
    }
  }

  mutating func step(_ adam: Adam, part: Float) {
    for row in touched {
      let first = Int(row) * embedding
      embeddings.step(adam, part: part, range: first..<(first + embedding))
      isTouched[Int(row)] = false
    }
    touched.removeAll(keepingCapacity: true)
    projection.step(adam, part: part)
    for l in layers.indices { layers[l].step(adam, part: part) }
  }

  // MARK: What was learned

  func encoder() -> ContextEncoder {
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
      let learned = Array(embeddings.values[(row * embedding)..<((row + 1) * embedding)])
      if let vector = vectorsBySlot[slot] {
        vectorsBySlot[slot] = zip(vector, learned).map { $0 + $1 }
      } else {
        vectorsBySlot[slot] = learned
      }
    }
    let packed = vectorsBySlot.sorted { $0.key < $1.key }.map { (slot: $0.key, vector: $0.value) }
    return ContextEncoder(
      embeddings: EmbeddingTable(width: embedding, hashBits: settings.hashBits, rows: packed),
      width: width,
      layers: layers.enumerated().map { l, layer in
        // What fills embeddings up to the width of vectors is nothing to the first layer.
        (l == 0 ? layer.layer.narrowed(to: embedding, of: width) : layer.layer).quantized
      }, distances: settings.distances)
  }

  private func projected(_ number: Int) -> [Block] {
    var out = [Block](repeating: Block(repeating: 0), count: embedding)
    projection.layer.apply(
      vectors.vectors, start: number * WordVectors.blocks, rows: 1,
      stride: WordVectors.blocks, to: &out)
    return out
  }
}
