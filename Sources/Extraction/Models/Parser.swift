/// Dependency parser: greedy arc-hybrid transitions (Kuhlmann et al. 2011), linear scores.
package struct Parser: Sendable {
  package var weights: WeightTable
  package var moves: ParserMoves

  package init(weights: WeightTable, moves: ParserMoves) {
    self.weights = weights
    self.moves = moves
  }

  /// Parses one sentence; `state` then holds heads and labels, the root as head `wordCount`.
  package func parse(
    _ forms: Span<WordForm>, _ tags: Span<PennTag>, _ upos: Span<UniversalTag>,
    _ state: inout ParserState, _ features: inout [UInt32]
  ) {
    state.start(wordCount: forms.count)
    while !state.isFinished {
      if state.advance() { continue }
      features.removeAll(keepingCapacity: true)
      ParserFeatures.append(state, forms, tags, upos, to: &features)
      var scores = LabelScores(repeating: 0)
      weights.add(features.span, to: &scores)
      apply(best(scores, state), &state)
    }
  }

  private func best(_ scores: LabelScores, _ state: ParserState) -> Int {
    var best = -1
    var bestScore = Int32.min
    let shift = state.canShift
    let left = state.canReduceLeft
    let right = state.canReduceRight
    for move in 0..<moves.count where scores[move] > bestScore {
      let isPossible =
        switch moves.kinds[move] {
        case .shift: shift
        case .left: left
        case .right: right
        }
      if isPossible {
        best = move
        bestScore = scores[move]
      }
    }
    return best
  }

  private func apply(_ move: Int, _ state: inout ParserState) {
    guard move >= 0 else {
      // No move was possible by its number; something always is by its kind.
      if state.canShift { state.shift() } else { state.reduceLeft(DependencyLabel.root.rawValue) }
      return
    }
    switch moves.kinds[move] {
    case .shift: state.shift()
    case .left: state.reduceLeft(moves.labels[move])
    case .right: state.reduceRight(moves.labels[move])
    }
  }
}
