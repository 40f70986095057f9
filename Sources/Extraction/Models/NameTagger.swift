/// Finds names and their types: a linear-chain model over a sentence, then a second pass in which
/// each word also sees what the first pass made of it elsewhere in the article.
///
/// The score of a label is that of the token's features plus what a network makes of the token in
/// context. On the side the network says what it thinks of the token's part of speech.
package struct NameTagger: Sendable {
  package var weights: WeightTable
  package var encoder: ContextEncoder
  /// From a token in context to the scores of its labels.
  package var head: QuantizedLayer
  /// From a token in context to the scores of its tags, as `SyntaxNetwork.tags`.
  package var tags: QuantizedLayer
  package var chain: NameChain
  /// Confidence in hundredths by twentieths of the model's own probability.  // [21]
  package var calibration: [UInt8]

  package init(
    weights: WeightTable, encoder: ContextEncoder, head: QuantizedLayer, tags: QuantizedLayer,
    chain: NameChain, calibration: [UInt8]
  ) {
    precondition(head.inputs == encoder.width && head.outputs == 2)
    precondition(tags.inputs == encoder.width && tags.outputs == SyntaxNetwork.tagBlocks)
    self.weights = weights
    self.encoder = encoder
    self.head = head
    self.tags = tags
    self.chain = chain
    self.calibration = calibration
  }

  /// By features alone: the network says nothing.
  package init(weights: WeightTable, chain: NameChain) {
    self.init(
      weights: weights, encoder: ContextEncoder(), head: .zero(inputs: 1, outputs: 2),
      tags: .zero(inputs: 1, outputs: SyntaxNetwork.tagBlocks), chain: chain, calibration: [])
  }

  /// A token whose score for "outside" leads by this much is outside; only what lies between such
  /// tokens is decoded.
  static let certain: Float = 9

  /// Labels all sentences of one article; the labels then stand in `work.labels`.
  package func label(
    _ forms: [WordForm], sentences: [Range<Int>], cases: [LineCase], _ work: inout NameWork
  ) {
    start(forms.count, sentences.count, &work)
    work.scores.removeAll(keepingCapacity: true)
    work.labels.refill(forms.count, UInt8(NameLabel.outside))
    work.marginal.refill(forms.count, 1)
    var covered = 0
    for s in sentences.indices {
      // Tokens of no sentence stay outside.
      while covered < sentences[s].lowerBound {
        work.scores.append(NameChain.Lanes(repeating: 0))
        covered += 1
      }
      let sentence = forms.span.extracting(sentences[s])
      for i in sentence.indices {
        work.features.removeAll(keepingCapacity: true)
        NameFeatures.append(sentence, i, cases[s], to: &work.features)
        work.scores.append(score(work.features.span))
      }
      if !sentences[s].allSatisfy({ isOutside(work.scores[$0]) }) {
        encode(forms, s, sentences[s], cases[s], &work)
        addContext(sentences[s], &work)
      }
      covered = sentences[s].upperBound
      decode(sentences[s], &work)
    }
    if sentences.count > 1 {
      work.evidence.gather(forms, sentences, cases, work.labels)
      for s in sentences.indices where reconsider(forms, sentences[s], cases[s], &work) {
        decode(sentences[s], &work)
      }
    }
    for sentence in sentences { weigh(sentence, &work) }
  }

  /// Forgets what was encoded of the article before.
  func start(_ tokenCount: Int, _ sentenceCount: Int, _ work: inout NameWork) {
    work.units.grow(to: tokenCount * encoder.width)
    work.isEncoded.refill(sentenceCount, false)
  }

  /// Puts the words of sentence `s` into context.
  private func encode(
    _ forms: [WordForm], _ s: Int, _ sentence: Range<Int>, _ lineCase: LineCase,
    _ work: inout NameWork
  ) {
    encoder.encode(forms.span.extracting(sentence), lineCase, &work.context)
    let first = sentence.lowerBound * encoder.width
    work.units.replaceSubrange(first..<(first + work.context.units.count), with: work.context.units)
    work.isEncoded[s] = true
  }

  /// Adds what the network makes of the words of one sentence.
  private func addContext(_ sentence: Range<Int>, _ work: inout NameWork) {
    work.heads.grow(to: sentence.count * 2)
    head.apply(
      work.units, start: sentence.lowerBound * encoder.width, rows: sentence.count,
      stride: encoder.width, to: &work.heads)
    for (k, i) in sentence.enumerated() {
      work.scores[i] += NameChain.Lanes(
        lowHalf: work.heads[2 * k], highHalf: work.heads[2 * k + 1])
    }
  }

  /// Adds what the article says of the words of one sentence; false where it says nothing.
  private func reconsider(
    _ forms: [WordForm], _ sentence: Range<Int>, _ lineCase: LineCase, _ work: inout NameWork
  ) -> Bool {
    var changed = false
    work.evidence.read(forms, sentence, lineCase, work.labels)
    for i in sentence {
      let k = i - sentence.lowerBound
      let here = work.evidence.words[k + 1]
      guard here != NameEvidence() else { continue }
      work.features.removeAll(keepingCapacity: true)
      NameFeatures.append(
        here, before: work.evidence.words[k], after: work.evidence.words[k + 2], forms[i], lineCase,
        to: &work.features)
      work.scores[i] += score(work.features.span)
      changed = true
    }
    return changed
  }

  private func score(_ features: Span<UInt32>) -> NameChain.Lanes {
    var sums = LabelScores(repeating: 0)
    weights.add(features, to: &sums)
    var lanes = NameChain.Lanes(repeating: 0)
    for label in 0..<NameLabel.count { lanes[label] = Float(sums[label]) * weights.scale }
    return lanes
  }

  /// Labels the stretches of a sentence in which a name can stand.
  private func decode(_ sentence: Range<Int>, _ work: inout NameWork) {
    for i in sentence { work.labels[i] = UInt8(NameLabel.outside) }
    var next = sentence.lowerBound
    while let stretch = stretch(from: &next, sentence, work.scores) {
      work.chain.scores.removeAll(keepingCapacity: true)
      work.chain.scores.append(contentsOf: work.scores[stretch])
      chain.decode(&work.chain)
      for (k, i) in stretch.enumerated() { work.labels[i] = work.chain.labels[k] }
    }
  }

  /// Fills in how probable the labels are where there are names.
  private func weigh(_ sentence: Range<Int>, _ work: inout NameWork) {
    let all: [NameChain.Lanes] = []
    var next = sentence.lowerBound
    while let stretch = stretch(from: &next, sentence, work.scores) {
      guard work.labels[stretch].contains(where: { $0 != NameLabel.outside }) else { continue }
      work.chain.scores.removeAll(keepingCapacity: true)
      work.chain.scores.append(contentsOf: work.scores[stretch])
      _ = chain.marginals(allowed: all.span, &work.chain)
      for (k, i) in stretch.enumerated() {
        work.marginal[i] = work.chain.marginals[k][Int(work.labels[i])]
      }
    }
  }

  /// The next stretch that is not surely outside, with one token outside on either side, which
  /// lets the transitions from and to it count. No two stretches share a token.
  private func stretch(
    from next: inout Int, _ sentence: Range<Int>, _ scores: [NameChain.Lanes]
  ) -> Range<Int>? {
    let end = sentence.upperBound
    while next < end, isOutside(scores[next]) { next += 1 }
    guard next < end else { return nil }
    let start = max(sentence.lowerBound, next - 1)
    while next < end, !isOutside(scores[next]) || next + 1 < end && !isOutside(scores[next + 1]) {
      next += 1
    }
    next = min(end, next + 1)
    return start..<next
  }

  private func isOutside(_ scores: NameChain.Lanes) -> Bool {
    var others = scores
    others[NameLabel.outside] = -.infinity
    return scores[NameLabel.outside] - others.largest >= Self.certain
  }

  /// Fills `work.tags` with the scores of tags of sentence `s` of the article started last.
  package func tag(
    _ forms: [WordForm], _ s: Int, _ sentence: Range<Int>, _ lineCase: LineCase,
    _ work: inout NameWork
  ) {
    if !work.isEncoded[s] { encode(forms, s, sentence, lineCase, &work) }
    work.tags.grow(to: sentence.count * SyntaxNetwork.tagBlocks)
    tags.apply(
      work.units, start: sentence.lowerBound * encoder.width, rows: sentence.count,
      stride: encoder.width, to: &work.tags)
  }

  /// The names in `work.labels`, with the least probability of their tokens, calibrated.
  package func spans(_ sentences: [Range<Int>], _ work: NameWork) -> [NameSpan] {
    var spans: [NameSpan] = []
    for sentence in sentences {
      var start = sentence.lowerBound
      var certainty: Float = 1
      for i in sentence {
        let label = Int(work.labels[i])
        guard let type = NameLabel.type(label) else { continue }
        if NameLabel.startsName(label) {
          start = i
          certainty = 1
        }
        certainty = min(certainty, work.marginal[i])
        if NameLabel.endsName(label) {
          spans.append(
            NameSpan(
              tokens: Int32(start)..<Int32(i + 1), type: type, confidence: calibrated(certainty)))
        }
      }
    }
    return spans
  }

  private func calibrated(_ probability: Float) -> Float {
    guard calibration.count == 21 else { return probability }
    let at = max(0, min(probability, 1)) * 20
    let low = min(19, Int(at))
    let part = at - Float(low)
    return (Float(calibration[low]) * (1 - part) + Float(calibration[low + 1]) * part) / 100
  }
}

/// Buffers for one article after another.
package struct NameWork {
  var features: [UInt32] = []
  var context = ContextWork()
  /// Scores by the network.  // [token of the sentence][2]
  var heads: [Block] = []
  /// What the network makes of the tokens of the sentences that are encoded.
  var units: [Units] = []  // [token][encoder.width]
  var isEncoded: [Bool] = []  // [sentence]
  /// Scores of tags, of one sentence.  // [token of the sentence][SyntaxNetwork.tagBlocks]
  package internal(set) var tags: [Block] = []
  var scores: [NameChain.Lanes] = []
  /// [token]
  package var labels: [UInt8] = []
  /// Probability of the label of each token.
  package var marginal: [Float] = []
  var chain = NameChainWork()
  package var evidence = ArticleEvidence()

  package init() {}
}

/// How often each word of an article got each label in the first pass.
package struct ArticleEvidence {
  private var index: [UInt64: Int32] = [:]
  /// [word][label]
  private var counts: [UInt16] = []
  /// Of the sentence read last, with one empty on either side.
  package private(set) var words: [NameEvidence] = []

  package init() {}

  /// Counts labels; lines in title case or capitals are not asked, they know too little.
  package mutating func gather(
    _ forms: [WordForm], _ sentences: [Range<Int>], _ cases: [LineCase], _ labels: [UInt8]
  ) {
    index.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    for s in sentences.indices where cases[s] == .ordinary {
      for i in sentences[s] where isAsked(forms[i], .ordinary) {
        var word = index[forms[i].key] ?? -1
        if word < 0 {
          word = Int32(index.count)
          index[forms[i].key] = word
          counts.append(contentsOf: repeatElement(0, count: NameLabel.count))
        }
        counts[Int(word) * NameLabel.count + Int(labels[i])] &+= 1
      }
    }
  }

  /// Fills `words` with what is known of each word from its other occurrences.
  package mutating func read(
    _ forms: [WordForm], _ sentence: Range<Int>, _ lineCase: LineCase, _ labels: [UInt8]
  ) {
    words.removeAll(keepingCapacity: true)
    words.append(NameEvidence())
    for i in sentence {
      words.append(evidence(forms[i], lineCase, own: Int(labels[i])))
    }
    words.append(NameEvidence())
  }

  private func isAsked(_ form: WordForm, _ lineCase: LineCase) -> Bool {
    form.hasLetters && (lineCase != .ordinary || !form.isLowerWord)
  }

  private func evidence(_ form: WordForm, _ lineCase: LineCase, own: Int) -> NameEvidence {
    guard isAsked(form, lineCase), let word = index[form.key] else { return NameEvidence() }
    let row = Int(word) * NameLabel.count
    var total = 0
    var best = 0
    var most = 0
    for label in 0..<NameLabel.count {
      // Its own label is no evidence for it.
      let count = Int(counts[row + label]) - (lineCase == .ordinary && label == own ? 1 : 0)
      total += count
      if count > most {
        most = count
        best = label
      }
    }
    guard most > 0 else { return NameEvidence() }
    let strength: UInt32 = most * 4 < total * 3 ? 0 : most >= 4 ? 3 : most >= 2 ? 2 : 1
    return NameEvidence(label: UInt32(best + 1), strength: strength)
  }
}
