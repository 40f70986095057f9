internal import Extraction

/// Trains tagger and parser on treebanks.
struct SyntaxTraining {
  var lexicon: Lexicon
  var vectors = WordVectors()
  var trainer = SyntaxTrainer()

  func forms(_ sentences: [GoldSentence]) -> [[WordForm]] {
    var reader = WordReader()
    return sentences.map { sentence in
      var forms = sentence.tokens.map {
        reader.read(sentence.text.span.extracting($0), lexicon)
      }
      lexicon.mark(&forms, forms.indices, LineCase.judged(forms.span))
      return forms
    }
  }

  func train(_ sentences: [GoldSentence]) -> SyntaxNetwork {
    trainer.train(sentences, forms: forms(sentences), vectors: vectors)
  }

  /// How well the sentences are tagged and parsed, on gold tokens.
  func score(_ sentences: [GoldSentence], _ network: SyntaxNetwork) -> SyntaxScore {
    let forms = forms(sentences)
    var score = SyntaxScore()
    var work = SyntaxWork()
    for s in sentences.indices {
      let words = forms[s]
      let start = processorSeconds()
      network.read(words, words.indices, LineCase.judged(words.span), &work)
      score.seconds += processorSeconds() - start
      score.add(sentences[s], work)
    }
    return score
  }
}
