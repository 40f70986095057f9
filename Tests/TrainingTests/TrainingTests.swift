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

  /// A small network, learned quickly.
  private static let training: SyntaxTraining = {
    var training = SyntaxTraining(lexicon: Lexicon())
    training.trainer.epochs = 25
    training.trainer.rate = 0.01
    training.trainer.batch = 4
    training.trainer.hidden = 2
    training.trainer.encoder.embedding = 1
    training.trainer.encoder.width = 1
    training.trainer.encoder.distances = [1]
    training.trainer.encoder.hashBits = 12
    return training
  }()

  @Test func `tags and trees are learned from the sentences shown`() {
    let sentences = Array(repeating: Self.trees, count: 6).flatMap { $0 }
    let network = Self.training.train(sentences)
    let score = Self.training.score(Self.trees, network)
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
    let images = (0..<2).map { _ in
      Models(
        lexicon: Lexicon(), syntax: Self.training.train(Self.trees), names: Models().names
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
