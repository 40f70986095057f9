/// Which section of the image holds what. A weight table takes three ids from its first on.
private enum Section {
  static let words: UInt64 = 1
  static let phrases: UInt64 = 2
  static let moveKinds: UInt64 = 0x50
  static let moveLabels: UInt64 = 0x51
  /// Blocks of the network: a token's, its layers, the hidden layer's.
  static let network: UInt64 = 0x10
  static let embeddingBits: UInt64 = 0x11
  static let embeddingScales: UInt64 = 0x12
  static let embeddings: UInt64 = 0x13
  static let tags: UInt64 = 0x20
  static let places: UInt64 = 0x22
  static let rows: UInt64 = 0x24
  static let hiddenBias: UInt64 = 0x25
  static let output: UInt64 = 0x26
  /// Two a layer: weights and bias.
  static let layers: UInt64 = 0x30
  static let names: UInt64 = 0x60
  /// Scores of `NameChain.Steps`: 8 × 16 starts, then 4 × 8 inner, as bits of Float.
  static let chain: UInt64 = 0x70
  static let calibration: UInt64 = 0x71
}

extension Models {
  /// Reads an image that `image` wrote; its parts are copied as they are.
  package init(bytes: RawSpan) throws(ImageError) {
    guard let image = ModelImageReader(bytes) else { throw .malformed }
    guard let syntax = SyntaxNetwork(image, bytes),
      let chain = NameChain(bits: image.array(bytes, Section.chain, of: UInt32.self)),
      let names = WeightTable(image, bytes, Section.names)
    else { throw .malformed }
    self.init(
      lexicon: Lexicon(
        words: image.array(bytes, Section.words, of: UInt64.self),
        phrases: image.array(bytes, Section.phrases, of: UInt32.self)),
      syntax: syntax,
      names: NameTagger(
        weights: names, chain: chain,
        calibration: image.array(bytes, Section.calibration, of: UInt8.self)))
  }

  /// The bytes of these models.
  package var image: [UInt8] {
    var image = ModelImageWriter()
    image.add(Section.words, lexicon.words)
    image.add(Section.phrases, lexicon.phrases)
    syntax.write(to: &image)
    names.weights.write(to: &image, Section.names)
    image.add(Section.chain, names.chain.bits)
    image.add(Section.calibration, names.calibration)
    return image.finish()
  }
}

extension SyntaxNetwork {
  /// `nil` where the parts do not fit together.
  fileprivate init?(_ image: ModelImageReader, _ bytes: RawSpan) {
    let shape = image.array(bytes, Section.network, of: UInt64.self)
    guard shape.count == 3, shape.allSatisfy({ $0 <= 64 }), shape[0] > 0, shape[2] > 0 else {
      return nil
    }
    let (width, depth, hidden) = (Int(shape[0]), Int(shape[1]), Int(shape[2]))
    let kinds = image.array(bytes, Section.moveKinds, of: UInt8.self)
      .compactMap { ParserMoves.Kind(rawValue: $0) }
    let labels = image.array(bytes, Section.moveLabels, of: UInt8.self)
    let layers = (0..<depth).compactMap {
      DenseLayer(
        image, bytes, Section.layers + UInt64(2 * $0), inputs: 3 * width, outputs: width)
    }
    let scales = image.array(bytes, Section.embeddingScales, of: UInt32.self)
    guard kinds.count == labels.count, kinds.first == .shift, kinds.count <= ParserMoves.limit,
      layers.count == depth,
      let embeddings = EmbeddingTable(
        width: width, bits: image.array(bytes, Section.embeddingBits, of: UInt64.self),
        scales: scales.map { Float(bitPattern: $0) },
        values: image.array(bytes, Section.embeddings, of: UInt64.self)),
      let tags = DenseLayer(
        image, bytes, Section.tags, inputs: width, outputs: Self.tagBlocks),
      let places = DenseLayer(
        image, bytes, Section.places, inputs: width,
        outputs: ParserFeatures.placeCount * hidden),
      let output = DenseLayer(
        image, bytes, Section.output, inputs: hidden, outputs: (kinds.count + 15) / 16)
    else { return nil }
    let rows = image.blocks(bytes, Section.rows)
    let bias = image.blocks(bytes, Section.hiddenBias)
    guard rows.count == ParserFeatures.rowCount * hidden, bias.count == hidden else { return nil }
    self.init(
      embeddings: embeddings, layers: layers, tags: tags, places: places, rows: rows,
      hiddenBias: bias, output: output, moves: ParserMoves(kinds: kinds, labels: labels))
  }

  fileprivate func write(to image: inout ModelImageWriter) {
    image.add(
      Section.network,
      [UInt64(embeddings.width), UInt64(layers.count), UInt64(hiddenBias.count)])
    image.add(Section.embeddingBits, embeddings.bits)
    image.add(Section.embeddingScales, embeddings.scales.map(\.bitPattern))
    image.add(Section.embeddings, embeddings.values)
    for (i, layer) in layers.enumerated() {
      layer.write(to: &image, Section.layers + UInt64(2 * i))
    }
    tags.write(to: &image, Section.tags)
    places.write(to: &image, Section.places)
    image.add(Section.rows, blocks: rows)
    image.add(Section.hiddenBias, blocks: hiddenBias)
    output.write(to: &image, Section.output)
    image.add(Section.moveKinds, moves.kinds.map(\.rawValue))
    image.add(Section.moveLabels, moves.labels)
  }
}

extension DenseLayer {
  fileprivate init?(
    _ image: ModelImageReader, _ bytes: RawSpan, _ id: UInt64, inputs: Int, outputs: Int
  ) {
    let weights = image.blocks(bytes, id)
    let bias = image.blocks(bytes, id + 1)
    guard weights.count == inputs * outputs * 16, bias.count == outputs else { return nil }
    self.init(inputs: inputs, outputs: outputs, weights: weights, bias: bias)
  }

  fileprivate func write(to image: inout ModelImageWriter, _ id: UInt64) {
    image.add(id, blocks: weights)
    image.add(id + 1, blocks: bias)
  }
}

extension ModelImageReader {
  fileprivate func blocks(_ image: RawSpan, _ id: UInt64) -> [Block] {
    let numbers = array(image, id, of: UInt32.self)
    return stride(from: 0, to: numbers.count / 16 * 16, by: 16).map { first in
      var block = Block(repeating: 0)
      for lane in 0..<16 { block[lane] = Float(bitPattern: numbers[first + lane]) }
      return block
    }
  }
}

extension ModelImageWriter {
  fileprivate mutating func add(_ id: UInt64, blocks: [Block]) {
    add(id, blocks.flatMap { block in (0..<16).map { block[$0].bitPattern } })
  }
}

extension WeightTable {
  fileprivate init?(_ image: ModelImageReader, _ bytes: RawSpan, _ id: UInt64) {
    guard let scale = image.array(bytes, id + 2, of: UInt32.self).first else { return nil }
    self.init(
      scale: Float(bitPattern: scale), bits: image.array(bytes, id, of: UInt64.self),
      blocks: image.array(bytes, id + 1, of: UInt16.self))
  }

  fileprivate func write(to image: inout ModelImageWriter, _ id: UInt64) {
    image.add(id, bits)
    image.add(id + 1, blocks)
    image.add(id + 2, [scale.bitPattern])
  }
}

extension NameChain {
  fileprivate init?(bits: [UInt32]) {
    guard bits.count == 160 else { return nil }
    var steps = Steps()
    for end in 0..<8 {
      for lane in 0..<16 { steps.starts[end][lane] = Float(bitPattern: bits[end * 16 + lane]) }
    }
    for way in 0..<4 {
      for lane in 0..<8 { steps.inner[way][lane] = Float(bitPattern: bits[128 + way * 8 + lane]) }
    }
    self.init(scores: steps)
  }

  fileprivate var bits: [UInt32] {
    var bits: [UInt32] = []
    for end in 0..<8 { for lane in 0..<16 { bits.append(scores.starts[end][lane].bitPattern) } }
    for way in 0..<4 { for lane in 0..<8 { bits.append(scores.inner[way][lane].bitPattern) } }
    return bits
  }
}
