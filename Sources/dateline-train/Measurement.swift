internal import Extraction

/// Trains without the held-out sets and prints how well it does on them.
struct Measurement {
  private var folder: String
  private var lexicon: Lexicon
  private var numbers: [String: Double] = [:]
  private var without: [String] = ["uner-ewt/dev"]

  /// - Parameter options: `name=number` for the trainers, `without=set,set`.
  init(folder: String, options: [String]) throws(CorpusError) {
    self.folder = folder
    lexicon = try LexiconReader(folder: folder).read()
    for option in options {
      let parts = option.split(separator: "=")
      guard parts.count == 2 else { continue }
      if parts[0] == "without" { without = parts[1].split(separator: ",").map { String($0) } }
      if let number = Double(parts[1]) { numbers[String(parts[0])] = number }
    }
  }

  func run(_ what: String) async throws(CorpusError) {
    switch what {
    case "names": try await names()
    case "syntax": try syntax()
    default: try image(what)
    }
  }

  /// Scores the names of an image on the development sets.
  private func image(_ path: String) throws(CorpusError) {
    let bytes = try readCorpus(path)
    guard let models = try? unsafe Models(bytes: bytes.span.bytes) else { throw .unreadable(path) }
    let training = SyntaxTraining(lexicon: models.lexicon)
    try training.measure(models.syntax, models.names, folder)
    for name in NameSets.development {
      let sentences = try readColumns(folder + "/\(name).conll.xz")
      let (score, speed) = NameScore.evaluate(sentences, models.names, models.lexicon)
      progress("\(name) \(score.text) \(Int(speed)) tokens/s")
    }
  }

  private func syntax() throws(CorpusError) {
    let trees = try readTreebanks(folder)
    var training = SyntaxTraining(lexicon: lexicon)
    training.vectors = try WordVectors(folder: folder, lexicon: lexicon)
    if let value = numbers["epochs"] { training.trainer.batches.epochs = Int(value) }
    if let value = numbers["width"] { training.trainer.encoder.width = Int(value) }
    if let value = numbers["embedding"] { training.trainer.encoder.embedding = Int(value) }
    if let value = numbers["hidden"] { training.trainer.hidden = Int(value) }
    if let value = numbers["distances"] {
      training.trainer.encoder.distances = String(Int(value)).compactMap(\.wholeNumberValue)
    }
    if let value = numbers["batch"] { training.trainer.batches.batch = Int(value) }
    if let value = numbers["rate"] { training.trainer.batches.rate = Float(value) }
    if let value = numbers["dt"] { training.trainer.encoder.dropout.token = Int(value) }
    if let value = numbers["dc"] { training.trainer.encoder.dropout.context = Int(value) }
    if let value = numbers["dh"] { training.trainer.hiddenDropout = Int(value) }
    if let value = numbers["seed"] { training.trainer.encoder.seed = UInt64(value) }
    if let value = numbers["part"] {
      let step = max(1, Int(1 / value))
      let part = trees.indices.filter { $0 % step == 0 }.map { trees[$0] }
      progress("\(part.count) sentences")
      try training.measure(training.train(part), Models().names, folder)
    } else {
      try training.measure(training.train(trees), Models().names, folder)
    }
  }

  private func names() async throws(CorpusError) {
    let sets = try NameSets(folder: folder, lexicon: lexicon, without: without)
    progress("\(sets.examples.count) sentences of names")
    var features = NameTraining()
    if let value = numbers["epochs"] { features.trainer.epochs = Int(value) }
    if let value = numbers["rate"] { features.trainer.rate = Float(value) }
    if let value = numbers["thin"] { features.trainer.thinning = Int(value) }
    if let value = numbers["drop"] { features.trainer.evidenceDropout = value }
    if let value = numbers["cut"] { features.trainer.cut = Float(value) }
    if let value = numbers["damp"] { features.trainer.damping = Float(value) }
    if let value = numbers["min"] { features.trainer.minimumCount = UInt32(value) }
    var network = NameNetworkTrainer()
    if let value = numbers["network.epochs"] { network.batches.epochs = Int(value) }
    if let value = numbers["embedding"] { network.encoder.embedding = Int(value) }
    if let value = numbers["width"] { network.encoder.width = Int(value) }
    if let value = numbers["tags"] { network.tagThinning = Int(value) }
    if let value = numbers["gmb"] { network.thinning.largest = Int(value) }
    if let value = numbers["others"] { network.thinning.others = Int(value) }
    if let value = numbers["dt"] { network.encoder.dropout.token = Int(value) }
    if let value = numbers["dc"] { network.encoder.dropout.context = Int(value) }
    if let value = numbers["seed"] { network.encoder.seed = UInt64(value) }
    var training = NameSelfTraining(
      features: features, network: network, lexicon: lexicon,
      vectors: try WordVectors(folder: folder, lexicon: lexicon), trees: try readTreebanks(folder))
    if let value = numbers["share"] { training.share = Float(value) }
    if let value = numbers["label"] { training.trust.label = Float(value) }
    if let value = numbers["doubt"] { training.trust.doubt = Float(value) }
    sets.measure(await training.train(sets), lexicon)
  }
}
