internal import Extraction

/// CaRB (Bhardwaj, Aggarwal and Mausam 2019): sentences with all that they state as tuples of
/// words, and its way to compare ours with them: word by word, part by part.
struct CaRB {
  /// The words of relation, first argument and all others.
  struct Tuple {
    var parts: [[String]]
  }

  private var gold: [(sentence: String, tuples: [Tuple])] = []

  /// Lines of tab-separated sentence, relation and arguments; one sentence's lines stand together.
  init(tabbed bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0a) {
      let columns = String(decoding: line, as: UTF8.self).split(
        separator: "\t", omittingEmptySubsequences: false
      ).map(String.init)
      guard columns.count >= 3 else { continue }
      let tuple = Tuple(parts: [
        Self.words(columns[1]), Self.words(columns[2]),
        columns.dropFirst(3).flatMap(Self.words),
      ])
      if gold.last?.sentence == columns[0] {
        gold[gold.count - 1].tuples.append(tuple)
      } else {
        gold.append((columns[0], [tuple]))
      }
    }
  }

  static func words(_ text: some StringProtocol) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
  }

  /// Words of a tuple of ours that a gold one has, of how many; `nil` where a part shares none.
  static func matches(_ ours: Tuple, _ gold: Tuple) -> (precision: Double, recall: Double)? {
    var shared = 0
    for (ours, gold) in zip(ours.parts, gold.parts) {
      var left = ours
      let before = left.count
      for word in gold {
        if let index = left.firstIndex(of: word) { left.remove(at: index) }
      }
      guard left.count < before || gold.isEmpty && ours.isEmpty else { return nil }
      shared += before - left.count
    }
    let (ourCount, goldCount) = (ours.parts.joined().count, gold.parts.joined().count)
    return (Double(shared) / Double(ourCount), Double(shared) / Double(goldCount))
  }

  /// Precision of ours, each with the gold tuple that fits it best and no other has; recall of all
  /// gold tuples, each by the one of ours that has most of it.
  func figures(_ tuples: (String) -> [Tuple]) -> (ClusterScore.Figures, ours: Int, gold: Int) {
    var (precision, recall, ourCount, goldCount) = (0.0, 0.0, 0, 0)
    for (sentence, gold) in gold {
      let ours = tuples(sentence)
      let scores = ours.map { one in gold.map { Self.matches(one, $0) } }
      ourCount += ours.count
      goldCount += gold.count
      for index in gold.indices {
        recall += scores.compactMap { $0[index]?.recall }.max() ?? 0
      }
      precision += Self.assigned(scores.map { $0.map { $0?.precision ?? 0 } })
    }
    return (
      ClusterScore.Figures(
        precision: precision / Double(max(1, ourCount)), recall: recall / Double(max(1, goldCount))),
      ourCount, goldCount
    )
  }

  /// The sum of the best pairs, taken greedily, of which no two share a row or a column.
  private static func assigned(_ scores: [[Double]]) -> Double {
    var pairs = scores.enumerated().flatMap { row, scores in
      scores.enumerated().map { (row: row, column: $0.offset, score: $0.element) }
    }
    pairs.sort { ($1.score, $0.row, $0.column) < ($0.score, $1.row, $1.column) }
    var (rows, columns): (Set<Int>, Set<Int>) = ([], [])
    return pairs.reduce(0) { sum, pair in
      guard !rows.contains(pair.row), !columns.contains(pair.column) else { return sum }
      rows.insert(pair.row)
      columns.insert(pair.column)
      return sum + pair.score
    }
  }
}
