internal import Extraction

/// Which rows of the embeddings, and which word vector, each token of the sentences has.
struct TokenRows {
  /// Row of each hashed feature; -1 where it is too rare to have one.  // [2^hashBits]
  private(set) var index: [Int32]
  /// Hashed feature of each row, ascending.
  let slots: [Int]
  /// How often the row of a word is left out, in 2^-16.  // [row]
  let wordDropout: [UInt32]
  /// The word vector of each token; -1 for none.  // [sentence][token]
  private(set) var vectors: [[Int32]] = []
  /// Rows of a sentence's features, -1 for none; of each token the word's first.
  private var rows: [[Int32]] = []
  /// Of the place before the sentence, its tokens, the place after it.  // [sentence][token + 2]
  private var starts: [[Int32]] = []

  init(_ forms: [[WordForm]], _ words: WordVectors, _ settings: EncoderSettings) {
    let shift = UInt32(32 - settings.hashBits)
    var counts = [UInt32](repeating: 0, count: 1 << settings.hashBits)
    var hashes: [[UInt32]] = []
    for form in forms {
      let (features, starts) = Self.features(form)
      for feature in features { counts[Int(feature >> shift)] += 1 }
      hashes.append(features)
      self.starts.append(starts)
      vectors.append(form.map { Int32(words.index[$0.lower] ?? -1) })
    }
    slots = counts.indices.filter { counts[$0] >= settings.minimumCount }
    index = [Int32](repeating: -1, count: counts.count)
    for (row, slot) in slots.enumerated() { index[slot] = Int32(row) }
    let rarity = settings.rarity
    wordDropout = slots.map { UInt32(65536 * rarity / (rarity + Double(counts[$0]))) }
    for features in hashes { rows.append(features.map { index[Int($0 >> shift)] }) }
  }

  /// Rows of a token, counted from the place before the sentence.
  func rows(_ sentence: Int, _ token: Int) -> ArraySlice<Int32> {
    rows[sentence][Int(starts[sentence][token])..<Int(starts[sentence][token + 1])]
  }

  private static func features(_ forms: [WordForm]) -> (features: [UInt32], starts: [Int32]) {
    var features = [TokenFeatures.before]
    var starts: [Int32] = [0, 1]
    let lineCase = LineCase.judged(forms.span)
    for i in forms.indices {
      TokenFeatures.append(forms[i], lineCase, isFirst: i == 0, to: &features)
      starts.append(Int32(features.count))
    }
    features.append(TokenFeatures.after)
    starts.append(Int32(features.count))
    return (features, starts)
  }
}
