internal import Extraction

/// The sets of names: examples to learn from, text nobody labelled, and sets held out.
struct NameSets {
  static let all: [(name: String, source: NameScheme.Source)] = [
    ("gmb/train", .gmb), ("wikigold/all", .wikigold), ("redocred/test", .redocred),
    ("redocred/dev", .redocred), ("gum/train", .gum), ("wnut17/train", .emerging),
    ("btc/a", .twitter), ("btc/b", .twitter), ("btc/e", .twitter), ("btc/g", .twitter),
    ("btc/h", .twitter), ("uner-ewt/dev", .universal),
  ]
  static let development = ["gum/dev", "btc/f-dev", "wnut17/dev", "gmb/dev"]

  private(set) var examples: [NameExample] = []
  private(set) var unlabelled: [NameExample] = []
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
    let more =
      try readTrees(folder + "/ud-ewt/train.conllu.xz")
      + readArticles(folder + "/wikinews/articles.jsonl.xz")
    unlabelled = corpus.examples(more, .unlabelled, copies: true)
  }

  private static func isNews(_ sentence: GoldSentence) -> Bool {
    sentence.document?.contains("_news_") ?? false
  }

  /// Prints how well a tagger does on the sets held out.
  func measure(_ tagger: NameTagger, _ lexicon: Lexicon) {
    for (name, sentences) in held {
      let (score, speed) = NameScore.evaluate(sentences, tagger, lexicon)
      progress("\(name) \(score.text) \(Int(speed)) tokens/s")
    }
  }
}
