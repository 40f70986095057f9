internal import Extraction
internal import Formats

/// Trains the network of names by sentences in small batches: a conditional random field over
/// partly known labels, and on the side, for what it teaches the encoder, parts of speech.
struct NameNetworkTrainer {
  var batches = BatchTraining()
  /// Of three seeds the one that did best on the development sets.
  var encoder = EncoderSettings(
    embedding: 3, width: 5, vectorWords: 15_000, minimumCount: 5, seed: 2)
  /// Of names every n-th sentence is seen in one epoch: of the largest set, and of others.
  var thinning = (largest: 12, others: 2)
  /// The same of sentences with tags.
  var tagThinning = 2

  /// - Parameter tagged: sentences with gold tags, to learn from on the side.
  func train(
    _ examples: [NameExample], tagged: [GoldSentence], lexicon: Lexicon, vectors: WordVectors
  ) -> NameNetwork {
    let forms = examples.map(\.forms) + tagged.map { $0.forms(lexicon) }
    var learner = NameNetworkLearner(encoder, forms, vectors)
    var generator = SeededGenerator(seed: encoder.seed)
    let orders = (0..<batches.epochs).map { epoch in
      var order = examples.indices.filter {
        let thinning = examples[$0].source == .gmb ? thinning.largest : thinning.others
        return $0 % thinning == epoch % thinning
      }
      order += tagged.indices.filter { $0 % tagThinning == epoch % tagThinning }
        .map { $0 + examples.count }
      order.shuffle(using: &generator)
      return order
    }
    batches.run("name network", &learner, orders: orders) { learner, sentence, _ in
      if sentence < examples.count {
        learner.learn(examples[sentence], sentence)
      } else {
        learner.learn(tagged[sentence - examples.count], sentence)
      }
    }
    return learner.network()
  }
}

/// What the network of names has learned.
struct NameNetwork {
  var encoder: ContextEncoder
  /// From a token in context to the scores of its labels.
  var head: DenseLayer
  var tags: QuantizedLayer
  var chain: NameChain
}

/// The network of names while it learns.
private struct NameNetworkLearner: BatchLearner {
  private var encoder: EncoderLearner
  private var head: TrainedLayer
  private var tags: TagLearner
  /// Scores of `NameChain.Steps`: eight blocks of starts, then two of inner steps.
  private var steps: TrainedTable
  private var chain = NameChain()

  private var scores: [Block] = []  // [n][2]
  private var work = NameChainWork()
  private var loss = (sum: Float(0), tokens: 0)

  init(_ settings: EncoderSettings, _ forms: [[WordForm]], _ vectors: WordVectors) {
    encoder = EncoderLearner(settings, forms, vectors)
    var seed = SeededGenerator(seed: settings.seed &+ 1)
    head = TrainedLayer(inputs: settings.width, outputs: 2, seed: &seed)
    tags = TagLearner(width: settings.width, seed: &seed)
    steps = TrainedTable([Block](repeating: Block(repeating: 0), count: 10))
  }

  mutating func learn(_ sentence: GoldSentence, _ number: Int) {
    guard !sentence.tokens.isEmpty else { return }
    encoder.forward(number, sentence.tokens.count)
    tags.learn(sentence, &encoder)
    encoder.backward()
  }

  /// Learns the likelihood of the labels allowed.
  mutating func learn(_ example: NameExample, _ number: Int) {
    let count = example.forms.count
    guard count > 0 else { return }
    encoder.forward(number, count)
    let width = encoder.settings.width
    scores.refill(count * 2)
    head.layer.apply(encoder.context, rows: count, stride: width, to: &scores)
    work.scores.removeAll(keepingCapacity: true)
    for i in 0..<count {
      work.scores.append(NameChain.Lanes(lowHalf: scores[2 * i], highHalf: scores[2 * i + 1]))
    }
    let all: [NameChain.Lanes] = []
    let allowed = example.allowed.map { NameTrainer.lanes($0) }
    var expected = NameChain.Steps()
    let free = chain.marginals(allowed: all.span, &work)
    chain.addExpectedSteps(work, weight: 1, to: &expected)
    let marginals = work.marginals
    let bound = chain.marginals(allowed: allowed.span, &work)
    // Labels that contradict each other teach nothing.
    guard bound > -.infinity else { return }
    chain.addExpectedSteps(work, weight: -1, to: &expected)
    loss.sum += free - bound
    loss.tokens += count
    for i in 0..<count {
      let gradient = marginals[i] - work.marginals[i]
      scores[2 * i] = gradient.lowHalf
      scores[2 * i + 1] = gradient.highHalf
    }
    for (k, block) in expected.blocks.enumerated() { steps.gradients[k] += block }
    head.learn(encoder.context, rows: count, stride: width, scores)
    encoder.add(head, scores)
    encoder.backward()
  }

  mutating func step(_ adam: Adam, part: Float) {
    encoder.step(adam, part: part)
    head.step(adam, part: part)
    tags.step(adam, part: part)
    steps.step(adam, part: part)
    chain.scores = NameChain.Steps(steps.values)
    chain.refresh()
  }

  mutating func report() -> String {
    defer { loss = (0, 0) }
    let thousandths = Int(1000 * loss.sum / Float(max(1, loss.tokens)))
    return "loss \(Float(thousandths) / 1000) a token of \(loss.tokens), \(tags.report())"
  }

  func network() -> NameNetwork {
    NameNetwork(encoder: encoder.encoder(), head: head.layer, tags: tags.layer, chain: chain)
  }
}

extension NameChain.Steps {
  /// From eight blocks of starts and two of inner steps.
  fileprivate init(_ blocks: [Block]) {
    self.init()
    for end in 0..<8 { starts[end] = blocks[end] }
    for pair in 0..<2 {
      inner[2 * pair] = blocks[8 + pair].lowHalf
      inner[2 * pair + 1] = blocks[8 + pair].highHalf
    }
  }

  fileprivate var blocks: [Block] {
    starts + (0..<2).map { Block(lowHalf: inner[2 * $0], highHalf: inner[2 * $0 + 1]) }
  }
}

extension NameTagger {
  /// Both models as one: their scores are added, the network's by its share of one.
  func joined(with network: NameNetwork, share: Float) -> NameTagger {
    var head = network.head
    for k in head.weights.indices { head.weights[k] *= share }
    for k in head.bias.indices { head.bias[k] *= share }
    var steps = chain.scores
    for end in 0..<8 {
      steps.starts[end] = steps.starts[end] * (1 - share) + network.chain.scores.starts[end] * share
    }
    for way in 0..<4 {
      steps.inner[way] = steps.inner[way] * (1 - share) + network.chain.scores.inner[way] * share
    }
    return NameTagger(
      weights: weights.scaled(by: 1 - share), encoder: network.encoder, head: head.quantized,
      tags: network.tags, chain: NameChain(scores: steps), calibration: [])
  }
}
