internal import Extraction

/// Trains the dependency parser with a dynamic oracle (Goldberg and Nivre 2013): it explores its
/// own mistakes and learns the best way on from each.
struct ParserTrainer {
  var epochs = 8
  /// Of the first training, which only chooses the weights worth learning.
  var choosingEpochs = 5
  /// What those may take packed.
  var byteLimit = 3_400_000
  var rowBits = 21
  var exploration = 0.9

  /// Trains twice: all weights, then only those the first training made large.
  func train(
    _ sentences: [GoldSentence], forms: [[WordForm]], tags: [[PennTag]], upos: [[UniversalTag]],
    seed: UInt64
  ) -> (rows: TrainedRows, moves: ParserMoves) {
    let moves = Self.moves(sentences)
    let first = rows(
      Perceptron(rowBits: rowBits), moves, sentences, choosingEpochs, forms: forms, tags: tags,
      upos: upos, seed: seed)
    let second = rows(
      Perceptron(weightsOf: first, byteLimit: byteLimit), moves, sentences, epochs,
      forms: forms, tags: tags, upos: upos, seed: seed &+ 100)
    return (second, moves)
  }

  private func rows(
    _ start: Perceptron, _ moves: ParserMoves, _ sentences: [GoldSentence], _ epochs: Int,
    forms: [[WordForm]], tags: [[PennTag]], upos: [[UniversalTag]], seed: UInt64
  ) -> TrainedRows {
    var model = start
    var generator = SeededGenerator(seed: seed)
    var order = Array(sentences.indices)
    var state = ParserState()
    var features: [UInt32] = []
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      var right = 0
      var count = 0
      for s in order {
        let sentence = sentences[s]
        let oracle = DynamicOracle(sentence)
        let words = forms[s]
        let penn = tags[s]
        let universal = upos[s]
        state.start(wordCount: sentence.tokens.count)
        while !state.isFinished {
          if state.advance() { continue }
          features.removeAll(keepingCapacity: true)
          ParserFeatures.append(
            state, words.span, penn.span, universal.span, to: &features)
          let scores = model.scores(features)
          let costs = oracle.costs(state)
          var best = -1
          var good = -1
          for move in 0..<moves.count {
            let cost = costs.of(moves, move)
            guard cost < Int.max else { continue }
            if best < 0 || scores[move] > scores[best] { best = move }
            if cost == 0 && (good < 0 || scores[move] > scores[good]) { good = move }
          }
          if good < 0 { good = best }
          if costs.of(moves, best) != 0 { model.update(features, good: good, bad: best) }
          model.tick()
          let follow = epoch > 0 && generator.chance(exploration) ? best : good
          switch moves.kinds[follow] {
          case .shift: state.shift()
          case .left: state.reduceLeft(moves.labels[follow])
          case .right: state.reduceRight(moves.labels[follow])
          }
        }
        for i in sentence.heads.indices {
          let gold = sentence.heads[i] < 0 ? Int32(sentence.tokens.count) : sentence.heads[i]
          right += state.heads[i] == gold ? 1 : 0
          count += 1
        }
      }
      progress("  parser epoch \(epoch + 1): heads \(percent(right, count))")
    }
    return model.averaged()
  }

  /// The shift, and the 63 most frequent pairs of side and label.
  static func moves(_ sentences: [GoldSentence]) -> ParserMoves {
    let width = DependencyLabel.allCases.count
    var counts = [Int](repeating: 0, count: 2 * width)
    for sentence in sentences {
      for i in sentence.heads.indices where sentence.heads[i] >= 0 {
        counts[(sentence.heads[i] > i ? 0 : width) + Int(sentence.labels[i].rawValue)] += 1
      }
    }
    let frequent = counts.indices.filter { counts[$0] > 0 }
      .sorted { (counts[$1], $0) < (counts[$0], $1) }.prefix(63)
    return ParserMoves(
      kinds: [.shift] + frequent.map { $0 < width ? .left : .right },
      labels: [DependencyLabel.dep.rawValue] + frequent.map { UInt8($0 % width) })
  }
}

/// What each move costs: how many gold arcs can no longer be had after it.
struct DynamicOracle {
  /// The root as the word after the last.
  private var heads: [Int]
  private var labels: [UInt8]
  private var children: [[Int]]

  init(_ sentence: GoldSentence) {
    let count = sentence.tokens.count
    heads = sentence.heads.map { $0 < 0 ? count : Int($0) }
    labels = sentence.labels.map(\.rawValue)
    children = [[Int]](repeating: [], count: count + 1)
    for i in heads.indices { children[heads[i]].append(i) }
  }

  struct Costs {
    /// `Int.max` where the move is not possible.
    var shift = Int.max
    var left = Int.max
    var right = Int.max
    /// The gold label where the arc the move makes is gold.
    var leftLabel: UInt8?
    var rightLabel: UInt8?

    func of(_ moves: ParserMoves, _ move: Int) -> Int {
      switch moves.kinds[move] {
      case .shift: shift
      case .left: cost(left, leftLabel, moves.labels[move])
      case .right: cost(right, rightLabel, moves.labels[move])
      }
    }

    private func cost(_ arcs: Int, _ gold: UInt8?, _ label: UInt8) -> Int {
      guard arcs < Int.max else { return arcs }
      return arcs + (gold.map { $0 != label } ?? false ? 1 : 0)
    }
  }

  func costs(_ state: ParserState) -> Costs {
    var costs = Costs()
    let next = Int(state.next)
    let s0 = state.top(0)
    let s1 = state.top(1)
    var lost = 0  // children of the top still in the buffer
    for child in children[s0] where child >= next { lost += 1 }
    if state.canReduceLeft {
      // The head may be under the top, or further on.
      costs.left = lost + (heads[s0] == s1 || heads[s0] > next ? 1 : 0)
      costs.leftLabel = heads[s0] == next ? labels[s0] : nil
    }
    if state.canReduceRight {
      costs.right = lost + (heads[s0] >= next ? 1 : 0)
      costs.rightLabel = heads[s0] == s1 ? labels[s0] : nil
    }
    if state.canShift {
      var shift = 0
      for word in state.stack {
        let word = Int(word)
        if heads[word] == next { shift += 1 }
        if heads[next] == word && word != s0 { shift += 1 }
      }
      costs.shift = shift
    }
    return costs
  }
}
