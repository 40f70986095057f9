internal import Extraction
internal import Formats

extension SyntaxLearner {
  mutating func learn(_ sentence: GoldSentence, _ number: Int, explores: Bool) {
    let count = sentence.tokens.count
    guard count > 0 else { return }
    encoder.forward(number, count)
    tags.learn(sentence, &encoder)
    parse(sentence, count, explores)
    backwardTransitions(count)
    encoder.backward()
  }

  // MARK: Forward

  private mutating func parse(_ sentence: GoldSentence, _ count: Int, _ explores: Bool) {
    let oracle = DynamicOracle(sentence)
    buffers.words.refill(count * places.layer.outputs)
    places.layer.apply(
      encoder.context, rows: count, stride: settings.encoder.width, to: &buffers.words)
    buffers.hidden.removeAll(keepingCapacity: true)
    buffers.hiddenMask.removeAll(keepingCapacity: true)
    buffers.scoreGradients.removeAll(keepingCapacity: true)
    buffers.places.removeAll(keepingCapacity: true)
    buffers.stateRows.removeAll(keepingCapacity: true)
    buffers.stateRowStarts.removeAll(keepingCapacity: true)
    buffers.stateRowStarts.append(0)
    buffers.scores.refill(output.layer.outputs)
    buffers.state.start(wordCount: count)
    while !buffers.state.isFinished {
      if buffers.state.advance() { continue }
      buffers.configuration.read(buffers.state)
      let first = buffers.hidden.count
      for k in 0..<hidden { buffers.hidden.append(bias.values[k]) }
      for place in 0..<ParserFeatures.placeCount {
        let token = Int(buffers.configuration.places[place])
        guard token >= 0, token < count else { continue }
        let from = (token * ParserFeatures.placeCount + place) * hidden
        for k in 0..<hidden { buffers.hidden[first + k] += buffers.words[from + k] }
      }
      for row in buffers.configuration.rows {
        let from = Int(row) * hidden
        for k in 0..<hidden { buffers.hidden[first + k] += rows.values[from + k] }
      }
      for k in 0..<hidden {
        let value = buffers.hidden[first + k]
        let mask = encoder.generator.dropout(settings.hiddenDropout).replacing(
          with: 0, where: value .< 0)
        buffers.hiddenMask.append(mask)
        buffers.hidden[first + k] = value * mask
      }
      output.layer.apply(
        buffers.hidden, start: first, rows: 1, stride: hidden, to: &buffers.scores)
      let costs = oracle.costs(buffers.state)
      let (best, good) = judge(costs)
      for k in 0..<output.layer.outputs { buffers.scoreGradients.append(buffers.scores[k]) }
      buffers.places.append(buffers.configuration.places)
      buffers.stateRows += buffers.configuration.rows
      buffers.stateRowStarts.append(Int32(buffers.stateRows.count))
      let follow = explores && encoder.generator.chance(settings.exploration) ? best : good
      buffers.state.apply(follow, moves)
    }
    score.tokens += count
    for i in 0..<count {
      let gold = sentence.heads[i] < 0 ? Int32(count) : sentence.heads[i]
      guard buffers.state.heads[i] == gold else { continue }
      score.heads += 1
      if sentence.labels[i].rawValue == buffers.state.labels[i] { score.labels += 1 }
    }
  }

  /// Turns `buffers.scores` into the loss's gradient; the best move and the best without cost.
  private mutating func judge(_ costs: DynamicOracle.Costs) -> (best: Int, good: Int) {
    var possible = [Block](repeating: Block(repeating: 0), count: buffers.scores.count)
    var free = possible
    var best = -1
    var good = -1
    var least = Int.max
    for move in 0..<moves.count { least = min(least, costs.of(moves, move)) }
    var bestScore = -Float.infinity
    var goodScore = -Float.infinity
    for move in 0..<moves.count {
      let cost = costs.of(moves, move)
      guard cost < Int.max else { continue }
      let value = buffers.scores[move >> 4][move & 15]
      possible[move >> 4][move & 15] = 1
      if value > bestScore { (best, bestScore) = (move, value) }
      guard cost == least else { continue }
      free[move >> 4][move & 15] = 1
      if value > goodScore { (good, goodScore) = (move, value) }
    }
    var all: Float = 0
    var right: Float = 0
    for k in buffers.scores.indices {
      let values = exponential(buffers.scores[k] - bestScore) * possible[k]
      buffers.scores[k] = values
      all += values.total
      right += (values * free[k]).total
    }
    right = max(right, 1e-20)
    for k in buffers.scores.indices {
      let values = buffers.scores[k]
      buffers.scores[k] = values / all - values * free[k] / right
    }
    return (best, good)
  }

  // MARK: Backward

  private mutating func backwardTransitions(_ count: Int) {
    let transitions = buffers.places.count
    output.learn(buffers.hidden, rows: transitions, stride: hidden, buffers.scoreGradients)
    buffers.hiddenGradients.refill(transitions * hidden)
    output.transposed.apply(
      buffers.scoreGradients, rows: transitions, stride: output.layer.outputs,
      to: &buffers.hiddenGradients)
    buffers.wordGradients.refill(count * places.layer.outputs)
    for t in 0..<transitions {
      let first = t * hidden
      for k in 0..<hidden {
        let gradient = buffers.hiddenGradients[first + k] * buffers.hiddenMask[first + k]
        buffers.hiddenGradients[first + k] = gradient
        bias.gradients[k] += gradient
      }
      for place in 0..<ParserFeatures.placeCount {
        let token = Int(buffers.places[t][place])
        guard token >= 0, token < count else { continue }
        let to = (token * ParserFeatures.placeCount + place) * hidden
        for k in 0..<hidden { buffers.wordGradients[to + k] += buffers.hiddenGradients[first + k] }
      }
      for r in buffers.stateRowStarts[t]..<buffers.stateRowStarts[t + 1] {
        let to = Int(buffers.stateRows[Int(r)]) * hidden
        for k in 0..<hidden { rows.gradients[to + k] += buffers.hiddenGradients[first + k] }
      }
    }
    places.learn(
      encoder.context, rows: count, stride: settings.encoder.width, buffers.wordGradients)
    encoder.add(places, buffers.wordGradients)
  }
}
