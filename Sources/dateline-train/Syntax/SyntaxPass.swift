internal import Extraction
internal import Formats

extension SyntaxLearner {
  mutating func learn(_ sentence: GoldSentence, _ number: Int, explores: Bool) {
    let count = sentence.tokens.count
    guard count > 0 else { return }
    encode(number, count)
    learnTags(sentence, count)
    parse(sentence, count, explores)
    backward(number, count)
  }

  // MARK: Forward

  private mutating func encode(_ number: Int, _ count: Int) {
    buffers.inputs = [[Block]](repeating: [], count: settings.depth + 1)
    buffers.activations = [[Block]](repeating: [], count: settings.depth)
    embed(number, count)
    for l in layers.indices {
      buffers.activations[l].refill(count * width)
      layers[l].layer.apply(
        buffers.inputs[l], rows: count, stride: width, to: &buffers.activations[l])
      buffers.inputs[l + 1] = buffers.inputs[l]
      for k in 0..<(count * width) {
        let value = buffers.activations[l][k]
        let positive = value.replacing(with: 0, where: value .< 0)
        buffers.activations[l][k] = positive
        buffers.inputs[l + 1][width + k] += positive
      }
    }
    buffers.contextMask.removeAll(keepingCapacity: true)
    buffers.context.removeAll(keepingCapacity: true)
    for k in 0..<(count * width) {
      let mask = generator.dropout(settings.dropout.context)
      buffers.contextMask.append(mask)
      buffers.context.append(buffers.inputs[settings.depth][width + k] * mask)
    }
  }

  /// Sums up the features of each token, some left out.
  private mutating func embed(_ number: Int, _ count: Int) {
    buffers.inputs[0].refill((count + 2) * width)
    buffers.vectors.refill((count + 2) * WordVectors.blocks)
    buffers.projected.refill((count + 2) * width)
    buffers.rows.removeAll(keepingCapacity: true)
    buffers.rowStarts.removeAll(keepingCapacity: true)
    for i in 0..<(count + 2) {
      buffers.rowStarts.append(Int32(buffers.rows.count))
      let isWord = i > 0 && i <= count
      let forgets = isWord && generator.next() & 15 == 0
      let rows = tokens.rows(number, i)
      for k in rows.indices where rows[k] >= 0 {
        let row = Int(rows[k])
        if isWord, k == rows.startIndex,
          forgets || generator.next() & 0xffff < UInt64(tokens.wordDropout[row])
        {
          continue
        }
        buffers.rows.append(rows[k])
        for b in 0..<width {
          buffers.inputs[0][i * width + b] += embeddings.values[row * width + b]
        }
      }
      if isWord, !forgets { addVector(Int(tokens.vectors[number][i - 1]), at: i) }
    }
    buffers.rowStarts.append(Int32(buffers.rows.count))
    projection.layer.apply(
      buffers.vectors, rows: count + 2, stride: WordVectors.blocks, to: &buffers.projected)
    buffers.tokenMask.removeAll(keepingCapacity: true)
    for k in 0..<((count + 2) * width) {
      let mask = generator.dropout(settings.dropout.token)
      buffers.tokenMask.append(mask)
      buffers.inputs[0][k] = (buffers.inputs[0][k] + buffers.projected[k]) * mask
    }
  }

  private mutating func addVector(_ vector: Int, at token: Int) {
    guard vector >= 0 else { return }
    for b in 0..<WordVectors.blocks {
      buffers.vectors[token * WordVectors.blocks + b] =
        vectors.vectors[vector * WordVectors.blocks + b]
    }
  }

  private mutating func learnTags(_ sentence: GoldSentence, _ count: Int) {
    let blocks = SyntaxNetwork.tagBlocks
    buffers.tagScores.refill(count * blocks)
    tags.layer.apply(buffers.context, rows: count, stride: width, to: &buffers.tagScores)
    for i in 0..<count {
      let penn = Int(sentence.penn[i].rawValue)
      let universal = Int(sentence.universal[i].rawValue)
      let row = i * blocks
      if softmax(row..<(row + 4), PennTag.allCases.count, gold: penn) { score.penn += 1 }
      if softmax(
        (row + SyntaxNetwork.universalBlock)..<(row + blocks), UniversalTag.allCases.count,
        gold: universal)
      {
        score.universal += 1
      }
    }
    score.tokens += count
    tags.learn(buffers.context, rows: count, stride: width, buffers.tagScores)
  }

  /// Turns scores of tags into the loss's gradient; whether the best was the gold one.
  private mutating func softmax(_ range: Range<Int>, _ labels: Int, gold: Int) -> Bool {
    let start = range.lowerBound
    var top = -Float.infinity
    var best = 0
    for label in 0..<labels {
      let value = buffers.tagScores[start + label >> 4][label & 15]
      if value > top { (top, best) = (value, label) }
    }
    var sum: Float = 0
    for (k, at) in range.enumerated() {
      var values = exponential(buffers.tagScores[at] - top)
      for lane in 0..<16 where k * 16 + lane >= labels { values[lane] = 0 }
      buffers.tagScores[at] = values
      sum += values.total
    }
    for at in range { buffers.tagScores[at] /= sum }
    buffers.tagScores[start + gold >> 4][gold & 15] -= 1
    return best == gold
  }

  private mutating func parse(_ sentence: GoldSentence, _ count: Int, _ explores: Bool) {
    let oracle = DynamicOracle(sentence)
    buffers.words.refill(count * places.layer.outputs)
    places.layer.apply(buffers.context, rows: count, stride: width, to: &buffers.words)
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
        let mask = generator.dropout(settings.dropout.hidden).replacing(with: 0, where: value .< 0)
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
      let follow = explores && generator.chance(settings.exploration) ? best : good
      buffers.state.apply(follow, moves)
    }
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

  private mutating func backward(_ number: Int, _ count: Int) {
    backwardTransitions(count)
    buffers.inputGradients.refill((count + 2) * width)
    places.learn(buffers.context, rows: count, stride: width, buffers.wordGradients)
    addToContext(places.transposed, buffers.wordGradients, count)
    addToContext(tags.transposed, buffers.tagScores, count)
    for k in 0..<(count * width) { buffers.inputGradients[width + k] *= buffers.contextMask[k] }
    for l in layers.indices.reversed() { backward(layer: l, count) }
    backwardTokens(count)
  }

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
  }

  private mutating func backwardTokens(_ count: Int) {
    for k in 0..<((count + 2) * width) { buffers.inputGradients[k] *= buffers.tokenMask[k] }
    projection.learn(
      buffers.vectors, rows: count + 2, stride: WordVectors.blocks, buffers.inputGradients)
    for i in 0..<(count + 2) {
      for u in buffers.rowStarts[i]..<buffers.rowStarts[i + 1] {
        let row = Int(buffers.rows[Int(u)])
        if !isTouched[row] {
          isTouched[row] = true
          touched.append(Int32(row))
        }
        for b in 0..<width {
          embeddings.gradients[row * width + b] += buffers.inputGradients[i * width + b]
        }
      }
    }
  }

  private mutating func addToContext(_ layer: DenseLayer, _ dy: [Block], _ count: Int) {
    buffers.layerGradients.refill(count * width)
    layer.apply(dy, rows: count, stride: layer.inputs, to: &buffers.layerGradients)
    for k in 0..<(count * width) { buffers.inputGradients[width + k] += buffers.layerGradients[k] }
  }

  private mutating func backward(layer l: Int, _ count: Int) {
    buffers.layerGradients.refill(count * width)
    for k in 0..<(count * width) {
      let active = buffers.activations[l][k] .> 0
      buffers.layerGradients[k].replace(with: buffers.inputGradients[width + k], where: active)
    }
    layers[l].learn(buffers.inputs[l], rows: count, stride: width, buffers.layerGradients)
    buffers.windowGradients.refill(count * width * 3)
    layers[l].transposed.apply(
      buffers.layerGradients, rows: count, stride: width, to: &buffers.windowGradients)
    for i in 0..<count {
      for k in 0..<(3 * width) {
        buffers.inputGradients[i * width + k] += buffers.windowGradients[i * width * 3 + k]
      }
    }
  }
}
