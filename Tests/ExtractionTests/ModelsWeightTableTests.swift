import Formats
import Testing

@testable import Extraction

@Suite struct ModelsWeightTableTests {
  private let table = WeightTable(
    rowBits: 8, scale: 0.5,
    rows: [
      (row: 0, weights: [(label: 0, weight: 3)]),
      (row: 63, weights: [(label: 1, weight: -511), (label: 63, weight: 511)]),
      (row: 64, weights: [(label: 2, weight: 7)]),
      (row: 255, weights: [(label: 0, weight: -1)]),
    ])

  private func scores(_ rows: [UInt32]) -> LabelScores {
    var scores = LabelScores(repeating: 0)
    let features = rows.map { $0 << 24 | 0x12_3456 }
    table.add(features.span, to: &scores)
    return scores
  }

  @Test func `rows are found by the top bits of a feature and add up`() {
    let sum = scores([0, 63, 64, 255, 0])
    #expect(sum[0] == 5)
    #expect(sum[1] == -511)
    #expect(sum[2] == 7)
    #expect(sum[63] == 511)
  }

  @Test func `a table read again is the same, one that contradicts itself is refused`() throws {
    let again = try #require(
      WeightTable(scale: 0.5, bits: table.bits, blocks: table.blocks))
    #expect(again.starts == table.starts)
    var scores = LabelScores(repeating: 0)
    let features: [UInt32] = [63 << 24]
    again.add(features.span, to: &scores)
    #expect(scores[63] == 511)
    for k in table.blocks.indices {
      let cut = Array(table.blocks[..<k])
      #expect(WeightTable(scale: 1, bits: table.bits, blocks: cut) == nil)
    }
  }

  @Test func `a feature without weights adds nothing`() {
    let sum = scores([1, 62, 65, 254])
    #expect((0..<64).allSatisfy { sum[$0] == 0 })
  }
}

@Suite struct ModelsLexiconTests {
  private func lexicon() -> Lexicon {
    var builder = LexiconBuilder()
    builder.add(word: "river", coarse: 0, middle: 511, fine: 2047)
    for i in 0..<100 { builder.add(word: "w\(i)", coarse: i, middle: i, fine: i) }
    for name in ["new york", "new york city", "york"] {
      builder.add(phrase: name.split(separator: " ").map { Array($0.utf8) }, to: .city)
    }
    return builder.finish()
  }

  @Test func `clusters are found in any case, unknown words have none`() {
    let lexicon = lexicon()
    var reader = WordReader()
    #expect(
      reader.read(Array("RIVER".utf8).span, lexicon).clusters
        == WordClusters(coarse: 1, middle: 512, fine: 2048))
    #expect(reader.read(Array("w17".utf8).span, lexicon).clusters.fine == 18)
    #expect(reader.read(Array("rivers".utf8).span, lexicon).clusters == WordClusters())
  }

  @Test func `the longest listed phrase marks its tokens`() {
    let lexicon = lexicon()
    var reader = WordReader()
    var forms = ["In", "New", "York", "City", "and", "York"].map {
      reader.read(Array($0.utf8).span, lexicon)
    }
    lexicon.mark(&forms, forms.indices, .ordinary)
    let shift = UInt32(PhraseList.city.rawValue * 3)
    #expect(forms.map { ($0.lists >> shift) & 7 } == [0, 2, 3, 4, 0, 1])
  }

  @Test func `curly quotes and dashes are read as plain ones`() {
    var reader = WordReader()
    let curly = reader.read(Array("’s".utf8).span, Lexicon())
    #expect(curly.lower == reader.read(Array("'s".utf8).span, Lexicon()).lower)
  }
}

@Suite struct ModelsNameChainTests {
  /// Every labelling of three tokens, scored one by one.
  @Test func `the best labelling is the one a full search finds`() {
    var generator = SeededGenerator(seed: 1)
    var steps = NameChain.Steps()
    for end in 0..<8 {
      for lane in 0..<16 { steps.starts[end][lane] = Float.random(in: -1...1, using: &generator) }
    }
    for way in 0..<4 {
      for lane in 0..<8 { steps.inner[way][lane] = Float.random(in: -1...1, using: &generator) }
    }
    let chain = NameChain(scores: steps)
    var work = NameChainWork()
    for _ in 0..<3 {
      var lanes = NameChain.Lanes(repeating: 0)
      for lane in 0..<32 { lanes[lane] = Float.random(in: -3...3, using: &generator) }
      work.scores.append(lanes)
    }
    chain.decode(&work)
    let best = work.labels.map { Int($0) }
    var top = -Float.infinity
    var expected: [Int] = []
    for a in 0..<32 {
      for b in 0..<32 {
        for c in 0..<32 {
          let labels = [a, b, c]
          if let score = Self.score(labels, work.scores, steps), score > top {
            top = score
            expected = labels
          }
        }
      }
    }
    #expect(best == expected)
  }

  private static func score(
    _ labels: [Int], _ scores: [NameChain.Lanes], _ steps: NameChain.Steps
  ) -> Float? {
    var sum: Float = 0
    for i in labels.indices {
      let label = labels[i]
      guard NameLabel.all >> UInt32(label) & 1 == 1 else { return nil }
      sum += scores[i][label]
      if i == 0 {
        guard label < 7 || label >= 24 else { return nil }
        continue
      }
      let from = labels[i - 1]
      let starts = label < 8 || label >= 24
      if from >= 16 {
        guard starts else { return nil }
        sum += steps.starts[from & 7][label < 8 ? label : label - 16]
      } else {
        guard !starts, from & 7 == label & 7 else { return nil }
        sum += steps.inner[(label < 16 ? 0 : 2) + (from < 8 ? 0 : 1)][label & 7]
      }
    }
    guard let last = labels.last, last >= 16 else { return nil }
    return sum
  }

  @Test func `probabilities of a token add up to one and are none where a label cannot be`() {
    let chain = NameChain()
    var work = NameChainWork()
    work.scores = (0..<4).map { NameChain.Lanes(repeating: Float($0)) }
    let nothing: [NameChain.Lanes] = []
    _ = chain.marginals(allowed: nothing.span, &work)
    for marginal in work.marginals { #expect(abs(marginal.sum() - 1) < 1e-5) }
    #expect(work.marginals[0][NameLabel.last(.person)] == 0)
    #expect(work.marginals[3][NameLabel.begin(.person)] == 0)
    #expect(work.marginals[1][7] == 0)
  }
}
