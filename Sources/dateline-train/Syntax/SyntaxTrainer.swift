internal import Extraction
internal import Formats

/// Trains the network of tags and trees, by sentences in small batches.
///
/// Trees are learned with a dynamic oracle (Goldberg and Nivre 2013): the parser explores its own
/// mistakes and learns the best way on from each.
struct SyntaxTrainer {
  var epochs = 18
  var batch = 16
  var width = 4
  var hidden = 8
  var depth = 3
  var rate: Float = 0.002
  /// Sixteenths of numbers left out: of a token's vector, of its vector in context, of the hidden
  /// layer.
  var dropout = (token: 2, context: 2, hidden: 3)
  var exploration = 0.9
  /// A word is left out with a chance of rarity / (rarity + its count).
  var rarity = 0.25
  var hashBits = 20
  /// Words of the vectors that get rows of their own.
  var vectorWords = 20_000
  var minimumCount = 2
  var seed: UInt64 = 1

  func train(
    _ sentences: [GoldSentence], forms: [[WordForm]], vectors: WordVectors
  ) -> SyntaxNetwork {
    var learner = SyntaxLearner(self, sentences, forms, vectors)
    var generator = SeededGenerator(seed: seed)
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

/// Word vectors to start from: of the fold of each word.
struct WordVectors {
  /// By `WordForm.lower`, most frequent first.
  var words: [UInt32] = []
  var index: [UInt32: Int] = [:]
  /// Four blocks a word, the last fourteen numbers 0.
  var vectors: [Block] = []
  static let blocks = 4

  init() {}

  init(folder: String, lexicon: Lexicon) throws(CorpusError) {
    let bytes = try readCorpus(folder + "/glove/vectors-100k-50d.int8.xz")
    var reader = WordReader()
    for (line, word) in lines(try readCorpus(folder + "/glove/words-100k.txt.xz")).enumerated() {
      guard !word.isEmpty, (line + 1) * 50 <= bytes.count else { continue }
      let lower = reader.read(Array(word.utf8).span, lexicon).lower
      guard index[lower] == nil else { continue }
      index[lower] = words.count
      words.append(lower)
      append(bytes[(line * 50)..<((line + 1) * 50)].map { Float(Int8(bitPattern: $0)) })
    }
  }

  /// Scaled to unit variance, whatever the word's frequency.
  private mutating func append(_ numbers: [Float]) {
    let length = numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
    var blocks = [Block](repeating: Block(repeating: 0), count: Self.blocks)
    for (k, number) in numbers.enumerated() {
      blocks[k / 16][k % 16] = number / max(length, 1e-6) * 7
    }
    vectors += blocks
  }
}
