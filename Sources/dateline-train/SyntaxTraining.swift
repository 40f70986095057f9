internal import Extraction

/// Trains tagger and parser on treebanks.
struct SyntaxTraining {
  var lexicon: Lexicon
  var taggerEpochs = 6
  var parserEpochs = 8
  var seeds = 1
  var taggerCut: Float = 1
  var parserBytes = 3_400_000
  var parserCut: Float = 0.3

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

  /// Tags each part of the sentences by a tagger trained on the others, as unseen text would be.
  func jackknifed(_ sentences: [GoldSentence], _ forms: [[WordForm]], folds: Int)
    -> (penn: [[PennTag]], universal: [[UniversalTag]])
  {
    var penn = sentences.map(\.penn)
    var universal = sentences.map(\.universal)
    for fold in 0..<folds {
      // Blocks of neighbours: sentences of one document stay together.
      let rest = sentences.indices.filter { $0 / 50 % folds != fold }
      let trainer = TaggerTrainer(lexicon: lexicon, epochs: 4, cut: min(taggerCut, 0.8))
      let tagger = trainer.train(
        rest.map { sentences[$0] }, forms: rest.map { forms[$0] }, seed: UInt64(fold))
      var features: [UInt32] = []
      for s in sentences.indices where s / 50 % folds == fold {
        let words = forms[s]
        tagger.tag(words.span, penn: &penn[s], universal: &universal[s], &features)
      }
    }
    return (penn, universal)
  }

  func train(_ sentences: [GoldSentence]) -> (Tagger, Parser) {
    let forms = forms(sentences)
    let start = seconds()
    let tagger = TaggerTrainer(lexicon: lexicon, epochs: taggerEpochs, cut: taggerCut)
      .train(sentences, forms: forms, seed: 1)
    progress("tagger: \(tagger.penn.summary), \(Int(seconds() - start)) s")
    let (penn, universal) = jackknifed(sentences, forms, folds: 4)
    var parts: [TrainedRows] = []
    var moves = ParserMoves(kinds: [], labels: [])
    for seed in 0..<seeds {
      let trained = ParserTrainer(epochs: parserEpochs, byteLimit: parserBytes).train(
        sentences, forms: forms, tags: penn, upos: universal, seed: UInt64(seed))
      parts.append(trained.rows)
      moves = trained.moves
    }
    let weights = TrainedRows.mean(parts).packed(cut: parserCut)
    progress("parser: \(weights.summary), \(Int(seconds() - start)) s")
    return (tagger, Parser(weights: weights, moves: moves))
  }

  enum Tags { case predicted, gold }

  /// How well the sentences are tagged and parsed, on gold tokens.
  func score(
    _ sentences: [GoldSentence], _ tagger: Tagger, _ parser: Parser, tags: Tags = .predicted
  ) -> SyntaxScore {
    let forms = forms(sentences)
    var score = SyntaxScore()
    var penn: [PennTag] = []
    var universal: [UniversalTag] = []
    var features: [UInt32] = []
    var state = ParserState()
    for s in sentences.indices {
      let words = forms[s]
      let start = processorSeconds()
      tagger.tag(words.span, penn: &penn, universal: &universal, &features)
      if tags == .gold { (penn, universal) = (sentences[s].penn, sentences[s].universal) }
      let middle = processorSeconds()
      parser.parse(words.span, penn.span, universal.span, &state, &features)
      score.parsingSeconds += processorSeconds() - middle
      score.taggingSeconds += middle - start
      score.add(
        sentences[s], penn: penn, universal: universal, heads: state.heads, labels: state.labels)
    }
    return score
  }
}
