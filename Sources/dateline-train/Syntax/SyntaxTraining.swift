internal import Extraction

/// Trains tagger and parser on treebanks.
struct SyntaxTraining {
  var lexicon: Lexicon
  var vectors = WordVectors()
  var trainer = SyntaxTrainer()

  func forms(_ sentences: [GoldSentence]) -> [[WordForm]] {
    sentences.map { $0.forms(lexicon) }
  }

  func train(_ sentences: [GoldSentence]) -> SyntaxNetwork {
    trainer.train(sentences, forms: forms(sentences), vectors: vectors)
  }

  /// Prints how well the development sets are tagged and parsed.
  func measure(_ network: SyntaxNetwork, _ names: NameTagger, _ folder: String) throws(CorpusError)
  {
    for set in ["ud-ewt", "gum"] {
      let sentences = try readTrees(folder + "/\(set)/dev.conllu.xz")
      progress(set + " " + score(sentences, network, names: names).text)
    }
  }

  /// How well the sentences are tagged and parsed, on gold tokens.
  ///
  /// - Parameter names: what is asked of the tags as well.
  func score(
    _ sentences: [GoldSentence], _ network: SyntaxNetwork, names: NameTagger = Models().names
  ) -> SyntaxScore {
    let forms = forms(sentences)
    var score = SyntaxScore()
    var work = SyntaxWork()
    var nameWork = NameWork()
    for s in sentences.indices {
      let words = forms[s]
      let lineCase = LineCase.judged(words.span)
      names.label(words, sentences: [words.indices], cases: [lineCase], &nameWork)
      let start = processorSeconds()
      names.tag(words, 0, words.indices, lineCase, &nameWork)
      network.read(words, words.indices, lineCase, advice: nameWork.tags, &work)
      score.seconds += processorSeconds() - start
      score.add(sentences[s], work)
    }
    return score
  }
}
