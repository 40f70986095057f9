internal import Extraction

/// Trains the name tagger in two rounds: by what people labelled, then by that and by what the
/// first made of more text (self-training, Yarowsky 1995).
struct NameSelfTraining {
  var features = NameTraining()
  var network = NameNetworkTrainer()
  /// The network's part of the scores.
  var share: Float = 0.6
  /// How probable a label of the first tagger must be to stand where nobody labelled, and to open
  /// what the labels of the Groningen Meaning Bank say, which wander.
  var trust = (label: Float(0.75), doubt: Float(0.95))
  let lexicon: Lexicon
  let vectors: WordVectors
  /// Sentences with gold tags: what the network learns on the side.
  let trees: [GoldSentence]

  func train(_ sets: NameSets) async -> NameTagger {
    let gold = sets.examples.filter { $0.source != .gmb }
    let first = await round(gold)
    progress("names, the first tagger")
    sets.measure(first, lexicon)
    let doubted = SilverNames(tagger: first, trust: trust.doubt)
      .doubting(sets.examples.filter { $0.source == .gmb })
    let silver = SilverNames(tagger: first, trust: trust.label).labelling(sets.unlabelled)
    return await round(doubted + gold + silver)
  }

  private func round(_ examples: [NameExample]) async -> NameTagger {
    async let network = network.train(examples, tagged: trees, lexicon: lexicon, vectors: vectors)
    async let features = features.train(examples)
    return await features.joined(with: network, share: share)
  }
}
