internal import Extraction

/// Trains everything that is shipped.
struct ModelTraining {
  var folder: String
  /// Images whose tags and trees, and whose names, are kept.
  var syntaxImage: String?
  var namesImage: String?

  init(folder: String) { self.folder = folder }

  /// Tags and trees are trained beside names: neither waits for the other.
  func image() async throws -> [UInt8] {
    let start = seconds()
    let lexicon = try LexiconReader(folder: folder).read()
    progress("lexicon: \(lexicon.byteCount) bytes")
    async let syntax = syntax(lexicon)
    async let names = names(lexicon)
    let models = Models(lexicon: lexicon, syntax: try await syntax, names: try await names)
    try SyntaxTraining(lexicon: lexicon).measure(models.syntax, models.names, folder)
    progress("all trained in \(Int(seconds() - start)) s")
    return models.image
  }

  private static func kept(_ path: String) throws(CorpusError) -> Models {
    let bytes = try readCorpus(path)
    guard let models = try? unsafe Models(bytes: bytes.span.bytes) else { throw .unreadable(path) }
    return models
  }

  private func names(_ lexicon: Lexicon) async throws(CorpusError) -> NameTagger {
    if let namesImage { return try Self.kept(namesImage).names }
    let sets = try NameSets(folder: folder, lexicon: lexicon, without: [])
    let names = await NameSelfTraining(
      lexicon: lexicon, vectors: try WordVectors(folder: folder, lexicon: lexicon),
      trees: try readTreebanks(folder)
    ).train(sets)
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
    return training.train(try readTreebanks(folder))
  }
}
