import Extraction
import Testing

@testable import dateline_train

@Suite struct TrainingTests {
  /// `word/TAG/UPOS/head/label` and names as IOB2.
  private static func sentence(_ text: String, names: [String] = []) -> GoldSentence {
    var sentence = GoldSentence()
    for part in text.split(separator: " ") {
      let fields = part.split(separator: "/")
      sentence.append(word: fields[0])
      guard fields.count == 5 else { continue }
      sentence.penn.append(PennTag(fields[1]) ?? .nn)
      sentence.universal.append(UniversalTag(fields[2]) ?? .x)
      sentence.heads.append((Int32(fields[3]) ?? 0) - 1)
      sentence.labels.append(DependencyLabel(fields[4]) ?? .dep)
    }
    sentence.names = names
    return sentence
  }

  private static let trees = [
    sentence(
      "The/DT/DET/2/det dog/NN/NOUN/3/nsubj sees/VBZ/VERB/0/root cats/NNS/NOUN/3/obj ././PUNCT/3/punct"
    ),
    sentence(
      "Cats/NNS/NOUN/2/nsubj chase/VBP/VERB/0/root the/DT/DET/5/det small/JJ/ADJ/5/amod mouse/NN/NOUN/2/obj"
    ),
    sentence("Run/VB/VERB/0/root !/./PUNCT/1/punct"),
  ]

  @Test func `a second training learns only the weights that were largest in a first`() {
    let labels = SIMD64<Float>(repeating: 0)
    var large = labels
    (large[1], large[2], large[3]) = (3, -2, 0.4)
    let first = TrainedRows(rowBits: 8, rows: [(4, large), (9, labels)])
    var model = Perceptron(weightsOf: first, byteLimit: 1000)
    for label in 1...3 { model.update([4 << 24, 9 << 24], good: label, bad: 0) }
    let scores = model.scores([4 << 24, 9 << 24])
    #expect((0...3).map { scores[$0] } == [0, 1, 1, 0])
  }

  @Test func `tagger and parser learn the sentences they are shown`() {
    let training = SyntaxTraining(
      lexicon: Lexicon(), taggerEpochs: 3, parserEpochs: 4, taggerCut: 0, parserCut: 0)
    let sentences = Array(repeating: Self.trees, count: 40).flatMap { $0 }
    let (tagger, parser) = training.train(sentences)
    let score = training.score(Self.trees, tagger, parser)
    #expect(score.penn == score.tokens)
    #expect(score.universal == score.tokens)
    #expect(score.labelled == score.tokens)
  }

  @Test func `the name tagger learns the sentences it is shown`() {
    let sentences = Array(
      repeating: [
        Self.sentence(
          "Anna Berg lives in Oslo .", names: ["B-PER", "I-PER", "O", "O", "B-LOC", "O"]),
        Self.sentence("Acme hired her .", names: ["B-ORG", "O", "O", "O"]),
      ], count: 20
    ).flatMap { $0 }
    var corpus = NameCorpus(lexicon: Lexicon(), words: NameWords())
    let examples = corpus.examples(sentences, .wikigold, copies: false)
    let tagger = NameTraining().train(examples)
    let (score, _) = NameScore.evaluate(sentences, tagger, Lexicon())
    #expect(score.right == score.gold && score.right == score.found)
  }

  @Test func `training twice gives the same bytes`() {
    let training = SyntaxTraining(lexicon: Lexicon(), taggerEpochs: 3, parserEpochs: 3)
    let images = (0..<2).map { _ in
      let (tagger, parser) = training.train(Self.trees)
      return Models(
        lexicon: Lexicon(), tagger: tagger, parser: parser, names: Models().names
      ).image
    }
    #expect(images[0] == images[1])
  }

  @Test func `the oracle leads from the start to the gold tree`() {
    for tree in Self.trees {
      let oracle = DynamicOracle(tree)
      var state = ParserState()
      state.start(wordCount: tree.tokens.count)
      while !state.isFinished {
        if state.advance() { continue }
        let costs = oracle.costs(state)
        if costs.left == 0, let label = costs.leftLabel {
          state.reduceLeft(label)
        } else if costs.right == 0, let label = costs.rightLabel {
          state.reduceRight(label)
        } else {
          #expect(costs.shift == 0)
          state.shift()
        }
      }
      for i in tree.heads.indices {
        let gold = tree.heads[i] < 0 ? Int32(tree.tokens.count) : tree.heads[i]
        #expect(state.heads[i] == gold)
      }
    }
  }

  @Test func `names lose article, title and possessive, and unknown types stay open`() {
    var words = NameWords()
    words.peoples = ["norse"]
    let scheme = NameScheme(source: .gmb, words: words)
    let allowed = scheme.allowed(
      Self.sentence(
        "the Norse President Anna Berg 's",
        names: ["O", "B-gpe", "B-per", "I-per", "I-per", "I-per"]))
    let outside: UInt32 = 1 << UInt32(NameLabel.outside)
    #expect(
      allowed == [
        outside, 1 << UInt32(NameLabel.alone(.group)), outside,
        1 << UInt32(NameLabel.begin(.person)), 1 << UInt32(NameLabel.last(.person)), outside,
      ])
    let partial = NameScheme(source: .twitter, words: words).allowed(
      Self.sentence("hello there", names: ["O", "O"]))
    #expect(partial[0] & outside != 0 && partial[0] & (1 << UInt32(NameLabel.alone(.event))) != 0)
    #expect(partial[0] & (1 << UInt32(NameLabel.alone(.person))) == 0)
  }
}
