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

  func run(_ what: String) throws(CorpusError) {
    switch what {
    case "names": try names()
    case "syntax": try syntax()
    default: try image(what)
    }
  }

  /// Scores the names of an image on the development sets.
  private func image(_ path: String) throws(CorpusError) {
    let bytes = try readCorpus(path)
    guard let models = try? unsafe Models(bytes: bytes.span.bytes) else { throw .unreadable(path) }
    let training = SyntaxTraining(lexicon: models.lexicon)
    for set in ["ud-ewt", "gum"] {
      let sentences = try readTrees(folder + "/\(set)/dev.conllu.xz")
      progress(set + " " + training.score(sentences, models.syntax).text)
    }
    for name in NameSets.development {
      let sentences = try readColumns(folder + "/\(name).conll.xz")
      let (score, speed) = NameScore.evaluate(sentences, models.names, models.lexicon)
      progress("\(name) \(score.text) \(Int(speed)) tokens/s")
    }
  }

  private func syntax() throws(CorpusError) {
    let trees =
      try readTrees(folder + "/ud-ewt/train.conllu.xz")
      + readTrees(folder + "/gum/train.conllu.xz")
    var training = SyntaxTraining(lexicon: lexicon)
    training.vectors = try WordVectors(folder: folder, lexicon: lexicon)
    if let value = numbers["epochs"] { training.trainer.epochs = Int(value) }
    if let value = numbers["width"] { training.trainer.encoder.width = Int(value) }
    if let value = numbers["embedding"] { training.trainer.encoder.embedding = Int(value) }
    if let value = numbers["hidden"] { training.trainer.hidden = Int(value) }
    if let value = numbers["distances"] {
      training.trainer.encoder.distances = String(Int(value)).compactMap(\.wholeNumberValue)
    }
    if let value = numbers["batch"] { training.trainer.batch = Int(value) }
    if let value = numbers["rate"] { training.trainer.rate = Float(value) }
    if let value = numbers["dt"] { training.trainer.encoder.dropout.token = Int(value) }
    if let value = numbers["dc"] { training.trainer.encoder.dropout.context = Int(value) }
    if let value = numbers["dh"] { training.trainer.hiddenDropout = Int(value) }
    if let value = numbers["seed"] { training.trainer.encoder.seed = UInt64(value) }
    if let value = numbers["part"] {
      let step = max(1, Int(1 / value))
      let part = trees.indices.filter { $0 % step == 0 }.map { trees[$0] }
      progress("\(part.count) sentences")
      try measure(training, training.train(part))
    } else {
      try measure(training, training.train(trees))
    }
  }

  private func measure(_ training: SyntaxTraining, _ network: SyntaxNetwork) throws(CorpusError) {
    for set in ["ud-ewt", "gum"] {
      let sentences = try readTrees(folder + "/\(set)/dev.conllu.xz")
      progress(set + " " + training.score(sentences, network).text)
    }
  }

  private func names() throws(CorpusError) {
    let sets = try NameSets(folder: folder, lexicon: lexicon, without: without)
    progress("\(sets.examples.count) sentences of names")
    var training = NameTraining()
    if let value = numbers["epochs"] { training.trainer.epochs = Int(value) }
    if let value = numbers["rate"] { training.trainer.rate = Float(value) }
    if let value = numbers["thin"] { training.trainer.thinning = Int(value) }
    if let value = numbers["drop"] { training.trainer.evidenceDropout = value }
    if let value = numbers["cut"] { training.trainer.cut = Float(value) }
    if let value = numbers["damp"] { training.trainer.damping = Float(value) }
    if let value = numbers["min"] { training.trainer.minimumCount = UInt32(value) }
    let trained = training.trainRows(sets.examples)
    for cut in numbers["cut"].map({ [Float($0)] }) ?? [0.05, 0.1, 0.2, 0.3] {
      training.trainer.cut = cut
      let tagger = training.tagger(trained)
      progress("cut \(cut): \(tagger.weights.summary)")
      for (name, sentences) in sets.held {
        let (score, speed) = NameScore.evaluate(sentences, tagger, lexicon)
        progress("\(name) \(score.text) \(Int(speed)) tok/s")
      }
    }
  }
}
