internal import Extraction

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
