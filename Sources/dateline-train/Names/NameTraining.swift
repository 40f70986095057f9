internal import Extraction

/// Trains what the name tagger makes of features, in both passes over an article.
struct NameTraining {
  var trainer = NameTrainer()

  private func tagger(_ trained: NameTrainer.Trained) -> NameTagger {
    NameTagger(weights: trained.rows.packed(cut: trainer.cut), chain: trained.chain)
  }

  private func trainRows(_ examples: [NameExample]) -> NameTrainer.Trained {
    var evidence = [[NameEvidence]?](repeating: nil, count: examples.count)
    // First passes over text the first-pass tagger has not seen: two halves by article.
    for half in 0..<2 {
      let seen = examples.filter { ($0.document ?? 0) % 2 != half || $0.document == nil }
      var first = trainer
      first.epochs = 2
      first.thinning = 2 * trainer.thinning
      let tagger = tagger(first.train(seen, evidence: .init(repeating: nil, count: seen.count)))
      gather(examples, tagger, half, &evidence)
    }
    return trainer.train(examples, evidence: evidence)
  }

  func train(_ examples: [NameExample]) -> NameTagger {
    let start = seconds()
    let tagger = tagger(trainRows(examples))
    progress("names: \(tagger.weights.summary), \(Int(seconds() - start)) s")
    return tagger
  }

  /// Labels the articles of one half and notes what each says of its words.
  private func gather(
    _ examples: [NameExample], _ tagger: NameTagger, _ half: Int,
    _ evidence: inout [[NameEvidence]?]
  ) {
    var articles: [Int: [Int]] = [:]
    for (e, example) in examples.enumerated() where !example.isCopy {
      if let document = example.document, document % 2 == half {
        articles[document, default: []].append(e)
      }
    }
    var work = NameWork()
    var table = ArticleEvidence()
    for (_, members) in articles.sorted(by: { $0.key < $1.key }) {
      var labels: [[UInt8]] = []
      var forms: [WordForm] = []
      var sentences: [Range<Int>] = []
      for e in members {
        let sentence = examples[e].forms
        tagger.label(
          sentence, sentences: [sentence.indices], cases: [examples[e].lineCase], &work)
        labels.append(work.labels)
        sentences.append(forms.count..<(forms.count + sentence.count))
        forms += sentence
      }
      let cases = members.map { examples[$0].lineCase }
      let all = labels.flatMap { $0 }
      table.gather(forms, sentences, cases, all)
      for (k, e) in members.enumerated() {
        table.read(forms, sentences[k], cases[k], all)
        evidence[e] = table.words
      }
    }
  }
}

/// Exact spans, scored as the shared scorer does: POL is person, organization and place.
struct NameScore {
  var right = 0
  var found = 0
  var gold = 0
  /// How sure each answer of person, organization or place was, and whether it was right.
  var answers: [(confidence: Float, isRight: Bool)] = []

  var text: String {
    "F \(percent(2 * right, found + gold)) P \(percent(right, found)) R \(percent(right, gold))"
  }

  struct Key: Hashable {
    var start: Int
    var end: Int
    var type: EntityType
  }

  /// - Parameter scheme: judges `answers` by our scheme, whatever the set's own edges are.
  static func evaluate(
    _ sentences: [GoldSentence], _ tagger: NameTagger, _ lexicon: Lexicon,
    scheme: NameScheme? = nil
  ) -> (score: NameScore, tokensPerSecond: Double) {
    var score = NameScore()
    var reader = WordReader()
    var work = NameWork()
    var tokens = 0
    var time = 0.0
    var s = 0
    while s < sentences.count {
      var end = s + 1
      while end < sentences.count, let document = sentences[s].document,
        sentences[end].document == document
      { end += 1 }
      let start = processorSeconds()
      var forms: [WordForm] = []
      var ranges: [Range<Int>] = []
      var cases: [LineCase] = []
      for sentence in sentences[s..<end] {
        let first = forms.count
        for token in sentence.tokens {
          forms.append(reader.read(sentence.text.span.extracting(token), lexicon))
        }
        let lineCase = LineCase.judged(forms.span.extracting(first..<forms.count))
        lexicon.mark(&forms, first..<forms.count, lineCase)
        ranges.append(first..<forms.count)
        cases.append(lineCase)
      }
      tagger.label(forms, sentences: ranges, cases: cases, &work)
      let spans = tagger.spans(ranges, work)
      time += processorSeconds() - start
      tokens += forms.count
      for (k, sentence) in sentences[s..<end].enumerated() {
        let range = ranges[k]
        let found = spans.filter { range.contains($0.start) && $0.type.rawValue < 3 }
        score.add(
          sentence,
          found.map {
            ($0.start - range.lowerBound..<$0.end - range.lowerBound, $0.type, $0.confidence)
          }, scheme)
      }
      s = end
    }
    return (score, Double(tokens) / time)
  }

  private mutating func add(
    _ sentence: GoldSentence, _ found: [(range: Range<Int>, type: EntityType, confidence: Float)],
    _ scheme: NameScheme?
  ) {
    let types: [String: EntityType] = [
      "per": .person, "person": .person, "org": .organization, "group": .organization,
      "corporation": .organization, "loc": .place, "geo": .place, "facility": .place,
      "location": .place,
    ]
    let words = sentence.tokens.indices.map { sentence.word($0) }
    var gold: Set<Key> = []
    for span in NameScheme.spans(sentence.names) {
      guard let type = types[span.kind.lowercased()] else { continue }
      if let key = Self.trimmed(span.range, type, words) { gold.insert(key) }
    }
    self.gold += gold.count
    let allowed = scheme?.allowed(sentence)
    for answer in found {
      guard let key = Self.trimmed(answer.range, answer.type, words) else { continue }
      self.found += 1
      let isRight = gold.contains(key)
      right += isRight ? 1 : 0
      let isAllowed = allowed.map { NameScheme.allows($0, answer.range, answer.type) }
      answers.append((answer.confidence, isAllowed ?? isRight))
    }
  }

  private static func trimmed(_ range: Range<Int>, _ type: EntityType, _ words: [String]) -> Key? {
    var range = range
    while let first = range.first, ["the", "a", "an"].contains(words[first].lowercased()) {
      range = range.dropFirst()
    }
    while let last = range.last, NameWords.possessives.contains(words[last]) {
      range = range.dropLast()
    }
    return range.isEmpty ? nil : Key(start: range.lowerBound, end: range.upperBound, type: type)
  }
}

extension NameTagger {
  /// The same tagger with its probabilities fitted to how often such answers were right.
  func calibrated(_ answers: [(confidence: Float, isRight: Bool)]) -> NameTagger {
    var table: [UInt8] = []
    var floor: Float = 0
    for k in 0...20 {
      let centre = Float(k) / 20
      // Ten answers as sure as the model says stand for what was not seen.
      var sum = centre * 10
      var count: Float = 10
      for answer in answers where (answer.confidence - centre).magnitude <= 0.05 {
        sum += answer.isRight ? 1 : 0
        count += 1
      }
      floor = max(floor, sum / count)
      table.append(UInt8((floor * 100).rounded()))
    }
    var tagger = self
    tagger.calibration = table
    return tagger
  }
}
