internal import Extraction

/// What a trained tagger makes of sentences, for another to learn from.
///
/// It reads them by articles, as they will be read; what it says of a sentence holds for the copies
/// that follow it in other capitals.
struct SilverNames {
  let tagger: NameTagger
  /// From this probability on a label is believed.
  var trust: Float

  /// Sentences nobody labelled, with the labels believed; other tokens stay open.
  func labelling(_ examples: [NameExample]) -> [NameExample] {
    revised(examples) { label, probability, open in
      probability >= trust ? 1 << UInt32(label) : open
    }
  }

  /// Labelled sentences, open where another label than theirs is believed.
  func doubting(_ examples: [NameExample]) -> [NameExample] {
    revised(examples) { label, probability, allowed in
      probability >= trust && allowed >> UInt32(label) & 1 == 0 ? NameLabel.all : allowed
    }
  }

  private func revised(
    _ examples: [NameExample],
    _ revise: (_ label: UInt8, _ probability: Float, _ allowed: UInt32) -> UInt32
  ) -> [NameExample] {
    var examples = examples
    var work = NameWork()
    for article in Self.articles(examples) {
      let originals = article.filter { !examples[$0].isCopy }
      var forms: [WordForm] = []
      var sentences: [Range<Int>] = []
      for e in originals {
        sentences.append(forms.count..<(forms.count + examples[e].forms.count))
        forms += examples[e].forms
      }
      tagger.label(
        forms, sentences: sentences, cases: originals.map { examples[$0].lineCase }, &work)
      for (e, sentence) in zip(originals, sentences) {
        for (k, i) in sentence.enumerated() {
          examples[e].allowed[k] = revise(
            work.labels[i], work.marginal[i], examples[e].allowed[k])
        }
      }
      for e in article where examples[e].isCopy { examples[e].allowed = examples[e - 1].allowed }
    }
    return examples
  }

  /// Runs of examples, each of one article with the copies of its sentences.
  private static func articles(_ examples: [NameExample]) -> [Range<Int>] {
    var articles: [Range<Int>] = []
    var first = 0
    for e in examples.indices.dropFirst() {
      let isSame =
        examples[e].isCopy
        || examples[e].document != nil && examples[e].document == examples[first].document
      if !isSame {
        articles.append(first..<e)
        first = e
      }
    }
    if first < examples.count { articles.append(first..<examples.count) }
    return articles
  }
}
