internal import Extraction

/// Trains the part-of-speech tagger.
struct TaggerTrainer {
  var lexicon: Lexicon
  var epochs = 8
  var rowBits = 20
  var cut: Float = 0.8

  func train(_ sentences: [GoldSentence], forms: [[WordForm]], seed: UInt64) -> Tagger {
    Tagger(
      penn: trainPenn(sentences, forms, seed).packed(cut: cut),
      universal: trainUniversal(sentences, forms, seed).packed(cut: cut),
      decided: Self.decided(sentences))
  }

  private func trainPenn(
    _ sentences: [GoldSentence], _ forms: [[WordForm]], _ seed: UInt64
  ) -> TrainedRows {
    var model = Perceptron(rowBits: rowBits)
    var generator = SeededGenerator(seed: seed)
    var order = Array(sentences.indices)
    var features: [UInt32] = []
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      var right = 0
      var count = 0
      for s in order {
        let sentence = sentences[s]
        let words = forms[s]
        let lineCase = LineCase.judged(words.span)
        var t1 = PennTag.unknown
        var t2 = PennTag.unknown
        for i in forms[s].indices {
          features.removeAll(keepingCapacity: true)
          TaggerFeatures.append(
            words.span, i, lineCase, previous: t1, beforePrevious: t2, to: &features)
          let scores = model.scores(features)
          var best = 1
          for label in 2..<PennTag.allCases.count where scores[label] > scores[best] {
            best = label
          }
          let gold = Int(sentence.penn[i].rawValue)
          if best != gold { model.update(features, good: gold, bad: best) } else { right += 1 }
          count += 1
          model.tick()
          t2 = t1
          t1 = PennTag(rawValue: UInt8(best)) ?? .nn
        }
      }
      progress("  tagger epoch \(epoch + 1): \(percent(right, count)) of \(count)")
    }
    return model.averaged()
  }

  private func trainUniversal(
    _ sentences: [GoldSentence], _ forms: [[WordForm]], _ seed: UInt64
  ) -> TrainedRows {
    var model = Perceptron(rowBits: 18)
    var generator = SeededGenerator(seed: seed &+ 1)
    var order = Array(sentences.indices)
    var features: [UInt32] = []
    let decided = Self.decided(sentences)
    for _ in 0..<max(3, epochs / 2) {
      order.shuffle(using: &generator)
      for s in order {
        let sentence = sentences[s]
        let words = forms[s]
        for i in words.indices
        where decided[Int(sentence.penn[i].rawValue)] == Tagger.openTag {
          features.removeAll(keepingCapacity: true)
          TaggerFeatures.appendUniversal(
            words.span, sentence.penn.span, i, to: &features)
          let scores = model.scores(features)
          var best = 0
          for label in 1..<UniversalTag.allCases.count where scores[label] > scores[best] {
            best = label
          }
          let gold = Int(sentence.universal[i].rawValue)
          if best != gold { model.update(features, good: gold, bad: best) }
          model.tick()
        }
      }
    }
    return model.averaged()
  }

  /// A Penn tag decides where hardly any of its words has another universal tag.
  static func decided(_ sentences: [GoldSentence]) -> [UInt8] {
    let width = UniversalTag.allCases.count
    var counts = [Int](repeating: 0, count: PennTag.allCases.count * width)
    for sentence in sentences {
      for i in sentence.penn.indices {
        counts[Int(sentence.penn[i].rawValue) * width + Int(sentence.universal[i].rawValue)] += 1
      }
    }
    return PennTag.allCases.map { tag in
      let row = Array(counts[(Int(tag.rawValue) * width)..<((Int(tag.rawValue) + 1) * width)])
      let total = row.reduce(0, +)
      guard let best = row.indices.max(by: { row[$0] < row[$1] }), total > 0 else {
        return UniversalTag.x.rawValue
      }
      return Double(row[best]) >= 0.998 * Double(total) ? UInt8(best) : Tagger.openTag
    }
  }
}

func percent(_ part: Int, _ whole: Int) -> String {
  let hundredths = whole == 0 ? 0 : (part * 10_000 + whole / 2) / whole
  let rest = hundredths % 100
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) %"
}
