/// Parts of speech and dependency trees by one small neural network.
///
/// Each token's features are summed to a vector; layers that see a token and its two neighbours
/// put it into context; from what comes out, one layer reads the tags, and a greedy arc-hybrid
/// transition system (Kuhlmann et al. 2011) the tree: the words that matter to a decision are each
/// multiplied once a sentence by the matrix of their place, and added up.
package struct SyntaxNetwork: Sendable {
  package let embeddings: EmbeddingTable
  /// Of three neighbours to one, added to the middle one.
  package let layers: [DenseLayer]
  package let tags: DenseLayer
  /// What a token adds to the hidden layer by its place in the configuration.
  package let places: DenseLayer
  /// What else adds to the hidden layer.  // [ParserFeatures row][hidden block]
  package let rows: [Block]
  package let hiddenBias: [Block]
  package let output: DenseLayer
  package let moves: ParserMoves
  private let hindrances: [[Block]]

  /// The score of what is never to be chosen.
  package static let hopeless: Float = -1e9

  package init(
    embeddings: EmbeddingTable, layers: [DenseLayer], tags: DenseLayer, places: DenseLayer,
    rows: [Block], hiddenBias: [Block], output: DenseLayer, moves: ParserMoves
  ) {
    self.embeddings = embeddings
    self.layers = layers
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
  package func read(_ forms: [WordForm], _ sentence: Range<Int>, _ work: inout SyntaxWork) {
    encode(forms.span.extracting(sentence), &work)
    tag(sentence.count, &work)
    parse(sentence.count, &work)
  }

  // MARK: Words in context

  private func encode(_ forms: Span<WordForm>, _ work: inout SyntaxWork) {
    let width = embeddings.width
    let count = forms.count
    work.vectors.refill((count + 2) * width)
    let lineCase = LineCase.judged(forms)
    for i in -1...count {
      work.features.removeAll(keepingCapacity: true)
      if i < 0 {
        work.features.append(TokenFeatures.before)
      } else if i == count {
        work.features.append(TokenFeatures.after)
      } else {
        TokenFeatures.append(forms[i], lineCase, isFirst: i == 0, to: &work.features)
      }
      embeddings.add(work.features, to: &work.vectors, at: (i + 1) * width)
    }
    for layer in layers {
      work.layer.refill(count * width)
      layer.apply(work.vectors, rows: count, stride: width, to: &work.layer)
      for k in 0..<(count * width) {
        let value = work.layer[k]
        work.vectors[width + k] += value.replacing(with: 0, where: value .< 0)
      }
    }
  }

  private func tag(_ count: Int, _ work: inout SyntaxWork) {
    let width = embeddings.width
    work.layer.refill(count * Self.tagBlocks)
    tags.apply(work.vectors, start: width, rows: count, stride: width, to: &work.layer)
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
    let width = embeddings.width
    let hidden = hiddenBias.count
    work.layer.refill(count * places.outputs)
    places.apply(
      work.vectors, start: width, rows: count, stride: width, to: &work.layer,
      wanted: 0..<(ParserFeatures.usualPlaces * hidden))
    work.isKnown.removeAll(keepingCapacity: true)
    work.isKnown.append(
      contentsOf: repeatElement(false, count: count * ParserFeatures.placeCount))
    work.state.start(wordCount: count)
    work.hidden.refill(hidden)
    work.scores.refill(output.outputs)
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
    let width = embeddings.width
    let hidden = hiddenBias.count
    for place in ParserFeatures.usualPlaces..<ParserFeatures.placeCount {
      let token = Int(work.configuration.places[place])
      guard token >= 0, token < count else { continue }
      let known = token * ParserFeatures.placeCount + place
      guard !work.isKnown[known] else { continue }
      work.isKnown[known] = true
      places.apply(
        work.vectors, start: (token + 1) * width, rows: 1, stride: width, to: &work.layer,
        at: token * places.outputs, wanted: (place * hidden)..<((place + 1) * hidden))
    }
  }

  /// The hidden layer of one configuration.
  private func sum(
    _ configuration: ParserFeatures, _ count: Int, _ words: [Block],
    _ hidden: inout [Block]
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
      var sum = hiddenBias[k]
      for place in 0..<placeCount { sum += words[first[place] + k] }
      for row in configuration.rows { sum += rows[Int(row) * blocks + k] }
      hidden[k] = sum.replacing(with: 0, where: sum .< 0)
    }
  }

  /// The best move that is possible.
  private func best(_ scores: inout [Block], _ state: ParserState) -> Int {
    for k in scores.indices {
      if !state.canShift { scores[k] += hindrances[0][k] }
      if !state.canReduceLeft { scores[k] += hindrances[1][k] }
      if !state.canReduceRight { scores[k] += hindrances[2][k] }
    }
    return Block.best(scores, scores.indices)
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
  var features: [UInt32] = []
  /// Of the place before the sentence, its tokens, and the place after it.  // [2 + token][block]
  var vectors: [Block] = []
  var layer: [Block] = []
  /// Whether `layer` holds what a token adds as a child.  // [token][place]
  var isKnown: [Bool] = []
  var hidden: [Block] = []
  var scores: [Block] = []
  var configuration = ParserFeatures()

  package init() {}
}

extension [Block] {
  /// `count` blocks of zeros.
  package mutating func refill(_ count: Int) {
    removeAll(keepingCapacity: true)
    append(contentsOf: repeatElement(Block(repeating: 0), count: count))
  }
}

extension SyntaxNetwork {
  /// A network that knows nothing.
  package init() {
    self.init(
      embeddings: EmbeddingTable(width: 1, hashBits: 6, rows: []), layers: [],
      tags: DenseLayer(inputs: 1, outputs: Self.tagBlocks),
      places: DenseLayer(inputs: 1, outputs: ParserFeatures.placeCount),
      rows: [Block](repeating: Block(repeating: 0), count: ParserFeatures.rowCount),
      hiddenBias: [Block(repeating: 0)], output: DenseLayer(inputs: 1, outputs: 1),
      moves: ParserMoves(kinds: [.shift], labels: [0]))
  }
}
