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
    training.trainer.batches.epochs = 25
    training.trainer.batches.rate = 0.01
    training.trainer.batches.batch = 4
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

  private static let named = Array(
    repeating: [
      sentence("Anna Berg lives in Oslo .", names: ["B-PER", "I-PER", "O", "O", "B-LOC", "O"]),
      sentence("Acme hired her .", names: ["B-ORG", "O", "O", "O"]),
    ], count: 20
  ).flatMap { $0 }

  private static func examples(
    _ sentences: [GoldSentence], _ source: NameScheme.Source, copies: Bool = false
  ) -> [NameExample] {
    var corpus = NameCorpus(lexicon: Lexicon(), words: NameWords())
    return corpus.examples(sentences, source, copies: copies)
  }

  /// So few sentences teach small weights.
  private static let features: NameTraining = {
    var features = NameTraining()
    features.trainer.cut = 0.05
    return features
  }()

  /// A small network of names, learned quickly.
  private static let names: NameNetworkTrainer = {
    var names = NameNetworkTrainer()
    names.batches.epochs = 30
    names.batches.rate = 0.01
    names.batches.batch = 4
    names.encoder = training.trainer.encoder
    names.thinning.others = 1
    names.tagThinning = 1
    return names
  }()

  private static func network() -> NameNetwork {
    names.train(
      examples(named, .wikigold), tagged: trees, lexicon: Lexicon(), vectors: WordVectors())
  }

  @Test func `the name tagger learns the sentences it is shown`() {
    let tagger = Self.features.train(Self.examples(Self.named, .wikigold))
    let (score, _) = NameScore.evaluate(Self.named, tagger, Lexicon())
    #expect(score.right == score.gold && score.right == score.found)
  }

  @Test func `the network of names learns alone what it is shown, names and tags`() {
    let tagger = Models().names.joined(with: Self.network(), share: 1)
    let (score, _) = NameScore.evaluate(Self.named, tagger, Lexicon())
    #expect(score.right == score.gold && score.right == score.found)
    let tags = Self.training.score(Self.trees, SyntaxNetwork(), names: tagger)
    #expect(tags.penn == tags.tokens && tags.universal == tags.tokens)
  }

  @Test func `labels that contradict each other change nothing`() {
    var examples = Self.examples(Self.named, .wikigold)
    examples[0].allowed[0] = 1 << UInt32(NameLabel.begin(.person))
    examples[0].allowed[1] = 1 << UInt32(NameLabel.outside)
    let learned = Self.names.train(
      examples, tagged: [], lexicon: Lexicon(), vectors: WordVectors())
    let tagger = Models().names.joined(with: learned, share: 1)
    let (score, _) = NameScore.evaluate(Self.named, tagger, Lexicon())
    #expect(score.right == score.gold && score.right == score.found)
  }

  @Test func `what a tagger is sure of labels plain text, and opens labels it doubts`() {
    let tagger = Self.features.train(Self.examples(Self.named, .wikigold))
    let text = ["Anna Berg lives in Oslo .", "Acme hired her ."].map { Self.sentence($0) }
    let gold = Self.examples(Array(Self.named.prefix(2)), .wikigold).map(\.allowed)
    let plain = Self.examples(text, .unlabelled)
    #expect(plain.allSatisfy { $0.allowed.allSatisfy { $0 == NameLabel.all } })
    let trusting = SilverNames(tagger: tagger, trust: 0.5)
    #expect(trusting.labelling(plain).map(\.allowed) == gold)
    #expect(
      SilverNames(tagger: tagger, trust: 1.1).labelling(plain).map(\.allowed)
        == plain.map(\.allowed))

    let wrong = Self.examples(
      [Self.sentence("Acme hired her .", names: ["B-geo", "O", "O", "O"])], .gmb)
    let outside: UInt32 = 1 << UInt32(NameLabel.outside)
    #expect(
      trusting.doubting(wrong).map(\.allowed) == [[NameLabel.all, outside, outside, outside]])
  }

  @Test func `an article gives its sentences in the program's own tokens`() {
    let article = Article(
      id: "oslo", text: Array("Anna Berg lives in Oslo. Acme’s board hired her.".utf8))
    let sentences = plainSentences(article)
    #expect(sentences.map(\.document) == ["oslo", "oslo"])
    #expect(
      sentences.map { sentence in sentence.tokens.indices.map { sentence.word($0) } }
        == [
          ["Anna", "Berg", "lives", "in", "Oslo", "."],
          ["Acme", "’s", "board", "hired", "her", "."],
        ])
  }

  @Test func `copies in other capitals keep the labels of their sentence`() {
    let tagger = Self.features.train(Self.examples(Self.named, .wikigold))
    let text = Self.named.map { sentence in
      var plain = sentence
      plain.names = []
      return plain
    }
    let labelled = SilverNames(tagger: tagger, trust: 0.5)
      .labelling(Self.examples(text, .unlabelled, copies: true))
    #expect(labelled.contains { $0.isCopy })
    for e in labelled.indices where labelled[e].isCopy {
      #expect(labelled[e].allowed == labelled[e - 1].allowed)
    }
  }

  @Test func `training twice gives the same bytes, which are read back`() throws {
    let images = (0..<2).map { _ in
      Models(
        lexicon: Lexicon(), syntax: Self.training.train(Self.trees),
        names: Self.features.train(Self.examples(Self.named, .wikigold))
          .joined(with: Self.network(), share: 0.5)
      ).image
    }
    #expect(images[0] == images[1])
    let image = images[0]
    let models = try unsafe Models(bytes: image.span.bytes)
    #expect(models.image == image)
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
