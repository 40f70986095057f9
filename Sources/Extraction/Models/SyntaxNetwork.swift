/// Parts of speech and dependency trees by one small neural network.
///
/// From the vectors of words in context one layer reads the tags, and a greedy arc-hybrid
/// transition system (Kuhlmann et al. 2011) the tree: the words that matter to a decision are each
/// multiplied once a sentence by the matrix of their place, and added up.
package struct SyntaxNetwork: Sendable {
  package let encoder: ContextEncoder
  package let tags: QuantizedLayer
  /// What a token adds to the hidden layer by its place in the configuration.
  package let places: QuantizedLayer
  /// What else adds to the hidden layer.  // [ParserFeatures row][hidden block]
  package let rows: [Units]
  package let hiddenBias: [Block]
  package let output: QuantizedLayer
  package let moves: ParserMoves
  private let hindrances: [[Block]]

  /// The score of what is never to be chosen.
  package static let hopeless: Float = -1e9

  package init(
    encoder: ContextEncoder, tags: QuantizedLayer, places: QuantizedLayer, rows: [Units],
    hiddenBias: [Block], output: QuantizedLayer, moves: ParserMoves
  ) {
    self.encoder = encoder
    self.tags = tags
    self.places = places
    self.rows = rows
    self.hiddenBias = hiddenBias
    self.output = output
    self.moves = moves
    hindrances = Self.hindrances(moves, output.outputs)
  }

  /// Blocks of scores of tags: the Penn tags, and from the fifth block on the universal ones.
  package static let tagBlocks = 6
  package static let universalBlock = 4

  /// Longer sentences are not to be asked for: each word takes some kilobytes meanwhile.
  package static let wordLimit = 2000

  /// Tags and parses one sentence; the answers then stand in `work`.
  ///
  /// - Parameter advice: scores to be added to those of its tags.  // [token][tagBlocks]
  package func read(
    _ forms: [WordForm], _ sentence: Range<Int>, _ lineCase: LineCase, advice: [Block],
    _ work: inout SyntaxWork
  ) {
    encoder.encode(forms.span.extracting(sentence), lineCase, &work.context)
    tag(sentence.count, advice, &work)
    parse(sentence.count, &work)
  }

  private func tag(_ count: Int, _ advice: [Block], _ work: inout SyntaxWork) {
    let width = encoder.width
    work.layer.grow(to: count * Self.tagBlocks)
    tags.apply(
      work.context.units, rows: count, stride: width, to: &work.layer)
    for k in 0..<(count * Self.tagBlocks) { work.layer[k] += advice[k] }
    work.penn.removeAll(keepingCapacity: true)
    work.universal.removeAll(keepingCapacity: true)
    for i in 0..<count {
      let row = i * Self.tagBlocks
      let universal = row + Self.universalBlock
      let end = row + Self.tagBlocks
      work.penn.append(PennTag(rawValue: UInt8(Block.best(work.layer, row..<universal))) ?? .nn)
      work.universal.append(
        UniversalTag(rawValue: UInt8(Block.best(work.layer, universal..<end))) ?? .x)
    }
  }

  // MARK: Trees

  private func parse(_ count: Int, _ work: inout SyntaxWork) {
    let width = encoder.width
    let hidden = hiddenBias.count
    work.layer.grow(to: count * places.outputs)
    places.apply(
      work.context.units, rows: count, stride: width, to: &work.layer,
      wanted: 0..<(ParserFeatures.usualPlaces * hidden))
    work.isKnown.removeAll(keepingCapacity: true)
    work.isKnown.append(
      contentsOf: repeatElement(false, count: count * ParserFeatures.placeCount))
    work.state.start(wordCount: count)
    work.hidden.grow(to: hidden)
    work.scores.grow(to: output.outputs)
    while !work.state.isFinished {
      if work.state.advance() { continue }
      work.configuration.read(work.state)
      addChildren(count, &work)
      sum(work.configuration, count, work.layer, &work.hidden)
      output.apply(work.hidden, rows: 1, stride: hidden, to: &work.scores)
      work.state.apply(best(&work.scores, work.state), moves)
    }
  }

  /// What children add to the hidden layer: few words are children in every place, so it is made
  /// when first needed.
  private func addChildren(_ count: Int, _ work: inout SyntaxWork) {
    let width = encoder.width
    let hidden = hiddenBias.count
    for place in ParserFeatures.usualPlaces..<ParserFeatures.placeCount {
      let token = Int(work.configuration.places[place])
      guard token >= 0, token < count else { continue }
      let known = token * ParserFeatures.placeCount + place
      guard !work.isKnown[known] else { continue }
      work.isKnown[known] = true
      places.apply(
        work.context.units, start: token * width, rows: 1, stride: width, to: &work.layer,
        at: token * places.outputs, wanted: (place * hidden)..<((place + 1) * hidden))
    }
  }

  /// The hidden layer of one configuration.
  private func sum(
    _ configuration: ParserFeatures, _ count: Int, _ words: [Block], _ hidden: inout [Units]
  ) {
    let blocks = hiddenBias.count
    var first = InlineArray<9, Int>(repeating: 0)
    var placeCount = 0
    for place in 0..<ParserFeatures.placeCount {
      let token = Int(configuration.places[place])
      guard token >= 0, token < count else { continue }
      first[placeCount] = (token * ParserFeatures.placeCount + place) * blocks
      placeCount += 1
    }
    for k in 0..<blocks {
      var units = Units()
      for row in configuration.rows { units &+= rows[Int(row) * blocks + k] }
      var sum = hiddenBias[k] + units.block
      for place in 0..<placeCount { sum += words[first[place] + k] }
      hidden[k] = Units(sum.replacing(with: 0, where: sum .< 0))
    }
  }

  /// The best move that is possible.
  private func best(_ scores: inout [Block], _ state: ParserState) -> Int {
    for k in 0..<output.outputs {
      if !state.canShift { scores[k] += hindrances[0][k] }
      if !state.canReduceLeft { scores[k] += hindrances[1][k] }
      if !state.canReduceRight { scores[k] += hindrances[2][k] }
    }
    return Block.best(scores, 0..<output.outputs)
  }

  /// Of each kind of move, what makes its moves hopeless.  // [kind][block]
  private static func hindrances(_ moves: ParserMoves, _ blocks: Int) -> [[Block]] {
    var hindrances = [[Block]](
      repeating: [Block](repeating: Block(repeating: 0), count: blocks), count: 3)
    for (move, kind) in moves.kinds.enumerated() {
      hindrances[Int(kind.rawValue)][move >> 4][move & 15] = Self.hopeless
    }
    return hindrances
  }
}

/// Buffers for one sentence after another.
package struct SyntaxWork: Sendable {
  package internal(set) var penn: [PennTag] = []
  package internal(set) var universal: [UniversalTag] = []
  package internal(set) var state = ParserState()
  var context = ContextWork()
  var layer: [Block] = []
  /// Whether `layer` holds what a token adds as a child.  // [token][place]
  var isKnown: [Bool] = []
  var hidden: [Units] = []
  var scores: [Block] = []
  var configuration = ParserFeatures()

  package init() {}
}

extension SyntaxNetwork {
  /// A network that knows nothing.
  package init() {
    self.init(
      encoder: ContextEncoder(), tags: .zero(inputs: 1, outputs: Self.tagBlocks),
      places: .zero(inputs: 1, outputs: ParserFeatures.placeCount),
      rows: [Units](repeating: Units(), count: ParserFeatures.rowCount),
      hiddenBias: [Block(repeating: 0)], output: .zero(inputs: 1, outputs: 1),
      moves: ParserMoves(kinds: [.shift], labels: [0]))
  }
}
