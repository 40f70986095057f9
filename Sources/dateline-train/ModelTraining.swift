internal import Extraction

/// Trains everything that is shipped.
struct ModelTraining {
  var folder: String
  /// Images whose tags and trees, and whose names, are kept.
  var syntaxImage: String?
  var namesImage: String?

  init(folder: String) { self.folder = folder }

  func image() throws(CorpusError) -> [UInt8] {
    let start = seconds()
    let lexicon = try LexiconReader(folder: folder).read()
    progress("lexicon: \(lexicon.byteCount) bytes")
    let models = Models(
      lexicon: lexicon, syntax: try syntax(lexicon), names: try names(lexicon))
    progress("all trained in \(Int(seconds() - start)) s")
    return models.image
  }

  private static func kept(_ path: String) throws(CorpusError) -> Models {
    let bytes = try readCorpus(path)
    guard let models = try? unsafe Models(bytes: bytes.span.bytes) else { throw .unreadable(path) }
    return models
  }

  private func names(_ lexicon: Lexicon) throws(CorpusError) -> NameTagger {
    if let namesImage { return try Self.kept(namesImage).names }
    let sets = try NameSets(folder: folder, lexicon: lexicon, without: [])
    let names = NameTraining().train(sets.examples)
    var answers: [(confidence: Float, isRight: Bool)] = []
    // Confidence is fitted to news and the like, not to short messages.
    let fitted: [String: NameScheme.Source] = ["gum/dev": .gum, "gmb/dev": .gmb]
    for (name, sentences) in sets.held {
      let scheme = fitted[name].map { NameScheme(source: $0, words: sets.words) }
      let (score, speed) = NameScore.evaluate(sentences, names, lexicon, scheme: scheme)
      progress("\(name) \(score.text) \(Int(speed)) tokens/s")
      if scheme != nil { answers += score.answers }
    }
    let calibrated = names.calibrated(answers)
    progress("confidence by twentieths: \(calibrated.calibration)")
    return calibrated
  }

  /// The network of tags and trees, trained or taken as it is from another image.
  private func syntax(_ lexicon: Lexicon) throws(CorpusError) -> SyntaxNetwork {
    if let syntaxImage { return try Self.kept(syntaxImage).syntax }
    var training = SyntaxTraining(lexicon: lexicon)
    training.vectors = try WordVectors(folder: folder, lexicon: lexicon)
    let network = training.train(
      try readTrees(folder + "/ud-ewt/train.conllu.xz")
        + readTrees(folder + "/gum/train.conllu.xz"))
    for set in ["ud-ewt", "gum"] {
      let sentences = try readTrees(folder + "/\(set)/dev.conllu.xz")
      progress(set + " " + training.score(sentences, network).text)
    }
    return network
  }
}

/// The sets of names: examples to learn from, and those held out.
struct NameSets {
  static let all: [(name: String, source: NameScheme.Source)] = [
    ("gmb/train", .gmb), ("wikigold/all", .wikigold), ("redocred/test", .redocred),
    ("redocred/dev", .redocred), ("gum/train", .gum), ("wnut17/train", .emerging),
    ("btc/a", .twitter), ("btc/b", .twitter), ("btc/e", .twitter), ("btc/g", .twitter),
    ("btc/h", .twitter), ("uner-ewt/dev", .universal),
  ]
  static let development = ["gum/dev", "btc/f-dev", "wnut17/dev", "gmb/dev"]

  private(set) var examples: [NameExample] = []
  private(set) var held: [(name: String, sentences: [GoldSentence])] = []
  let words: NameWords

  /// - Parameter without: sets to hold out; `gum/news` is the news part of `gum/train`.
  init(folder: String, lexicon: Lexicon, without: [String]) throws(CorpusError) {
    words = try NameWords.read(folder)
    var corpus = NameCorpus(lexicon: lexicon, words: words)
    for name in Self.development {
      held.append((name, try readColumns(folder + "/\(name).conll.xz")))
    }
    for (name, source) in Self.all {
      var sentences = try readColumns(folder + "/\(name).conll.xz")
      if without.contains(name) {
        held.append((name, sentences))
        continue
      }
      if name == "gum/train" && without.contains("gum/news") {
        held.append(("gum/news", sentences.filter { Self.isNews($0) }))
        sentences = sentences.filter { !Self.isNews($0) }
      }
      examples += corpus.examples(sentences, source, copies: true)
    }
  }

  private static func isNews(_ sentence: GoldSentence) -> Bool {
    sentence.document?.contains("_news_") ?? false
  }
}
