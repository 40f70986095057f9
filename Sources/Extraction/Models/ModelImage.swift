/// Which section of the image holds what. A weight table takes three ids from its first on.
private enum Section {
  static let words: UInt64 = 1
  static let phrases: UInt64 = 2
  // Encoders: see `ContextEncoder.init?`.
  static let syntaxEncoder: UInt64 = 0x100
  static let nameEncoder: UInt64 = 0x200
  // Three a layer: weights, what one unit of them is worth, bias.
  static let tags: UInt64 = 0x20
  static let places: UInt64 = 0x23
  static let output: UInt64 = 0x26
  static let rows: UInt64 = 0x29
  static let hiddenBias: UInt64 = 0x2a
  static let moveKinds: UInt64 = 0x50
  static let moveLabels: UInt64 = 0x51
  static let names: UInt64 = 0x60
  static let nameHead: UInt64 = 0x68
  static let nameTags: UInt64 = 0x6b
  /// Scores of `NameChain.Steps`: 8 × 16 starts, then 4 × 8 inner, as bits of Float.
  static let chain: UInt64 = 0x70
  static let calibration: UInt64 = 0x71
}

extension Models {
  /// Reads an image that `image` wrote; its parts are copied as they are.
  package init(bytes: RawSpan) throws(ImageError) {
    guard let image = ModelImageReader(bytes) else { throw .malformed }
    guard let syntax = SyntaxNetwork(image, bytes),
      let encoder = ContextEncoder(image, bytes, Section.nameEncoder),
      let head = QuantizedLayer(
        image, bytes, Section.nameHead, inputs: encoder.width, outputs: 2),
      let tags = QuantizedLayer(
        image, bytes, Section.nameTags, inputs: encoder.width, outputs: SyntaxNetwork.tagBlocks),
      let chain = NameChain(bits: image.array(bytes, Section.chain, of: UInt32.self)),
      let names = WeightTable(image, bytes, Section.names)
    else { throw .malformed }
    self.init(
      lexicon: Lexicon(
        words: image.array(bytes, Section.words, of: UInt64.self),
        phrases: image.array(bytes, Section.phrases, of: UInt32.self)),
      syntax: syntax,
      names: NameTagger(
        weights: names, encoder: encoder, head: head, tags: tags, chain: chain,
        calibration: image.array(bytes, Section.calibration, of: UInt8.self)))
  }

  /// The bytes of these models.
  package var image: [UInt8] {
    var image = ModelImageWriter()
    image.add(Section.words, lexicon.words)
    image.add(Section.phrases, lexicon.phrases)
    syntax.write(to: &image)
    names.weights.write(to: &image, Section.names)
    names.encoder.write(to: &image, Section.nameEncoder)
    names.head.write(to: &image, Section.nameHead)
    names.tags.write(to: &image, Section.nameTags)
    image.add(Section.chain, names.chain.bits)
    image.add(Section.calibration, names.calibration)
    return image.finish()
  }
}

extension ContextEncoder {
  /// `nil` where the parts do not fit together. Sections from `id` on:
  ///
  ///     0       blocks of a token's vector, of its vector in context
  ///     1       of each layer, how far off a token's neighbours stand
  ///     2 3 4   embeddings: bits, scales, values
  ///     8 …     layers, three a layer
  fileprivate init?(_ image: ModelImageReader, _ bytes: RawSpan, _ id: UInt64) {
    let shape = image.array(bytes, id, of: UInt8.self).map { Int($0) }
    let distances = image.array(bytes, id + 1, of: UInt8.self).map { Int($0) }
    guard shape.count == 2, shape[0] <= shape[1], shape[1] <= 64, distances.count <= 16,
      let embeddings = EmbeddingTable(
        width: shape[0], bits: image.array(bytes, id + 2, of: UInt64.self),
        scales: image.array(bytes, id + 3, of: UInt32.self).map { Float(bitPattern: $0) },
        values: image.array(bytes, id + 4, of: UInt64.self))
    else { return nil }
    let layers = distances.indices.compactMap {
      QuantizedLayer(
        image, bytes, id + 8 + UInt64(3 * $0), inputs: 3 * shape[$0 == 0 ? 0 : 1],
        outputs: shape[1])
    }
    guard layers.count == distances.count else { return nil }
    self.init(embeddings: embeddings, width: shape[1], layers: layers, distances: distances)
  }

  fileprivate func write(to image: inout ModelImageWriter, _ id: UInt64) {
    image.add(id, [UInt8(embeddings.width), UInt8(width)])
    image.add(id + 1, distances.map { UInt8($0) })
    image.add(id + 2, embeddings.bits)
    image.add(id + 3, embeddings.scales.map(\.bitPattern))
    image.add(id + 4, embeddings.values)
    for (i, layer) in layers.enumerated() { layer.write(to: &image, id + 8 + UInt64(3 * i)) }
  }
}

extension SyntaxNetwork {
  /// `nil` where the parts do not fit together.
  fileprivate init?(_ image: ModelImageReader, _ bytes: RawSpan) {
    let kinds = image.array(bytes, Section.moveKinds, of: UInt8.self)
      .compactMap { ParserMoves.Kind(rawValue: $0) }
    let labels = image.array(bytes, Section.moveLabels, of: UInt8.self)
    let bias = image.blocks(bytes, Section.hiddenBias)
    let rows = image.units(bytes, Section.rows)
    guard kinds.count == labels.count, kinds.first == .shift, kinds.count <= ParserMoves.limit,
      rows.count == ParserFeatures.rowCount * bias.count,
      let encoder = ContextEncoder(image, bytes, Section.syntaxEncoder),
      let tags = QuantizedLayer(
        image, bytes, Section.tags, inputs: encoder.width, outputs: Self.tagBlocks),
      let places = QuantizedLayer(
        image, bytes, Section.places, inputs: encoder.width,
        outputs: ParserFeatures.placeCount * bias.count),
      let output = QuantizedLayer(
        image, bytes, Section.output, inputs: bias.count, outputs: (kinds.count + 15) / 16)
    else { return nil }
    self.init(
      encoder: encoder, tags: tags, places: places, rows: rows, hiddenBias: bias, output: output,
      moves: ParserMoves(kinds: kinds, labels: labels))
  }

  fileprivate func write(to image: inout ModelImageWriter) {
    encoder.write(to: &image, Section.syntaxEncoder)
    tags.write(to: &image, Section.tags)
    places.write(to: &image, Section.places)
    output.write(to: &image, Section.output)
    image.add(Section.rows, rows.flatMap { row in (0..<16).map { UInt16(bitPattern: row[$0]) } })
    image.add(Section.hiddenBias, blocks: hiddenBias)
    image.add(Section.moveKinds, moves.kinds.map(\.rawValue))
    image.add(Section.moveLabels, moves.labels)
  }
}

extension QuantizedLayer {
  fileprivate init?(
    _ image: ModelImageReader, _ bytes: RawSpan, _ id: UInt64, inputs: Int, outputs: Int
  ) {
    self.init(
      inputs: inputs, outputs: outputs, weights: image.array(bytes, id, of: Int8.self),
      scales: image.blocks(bytes, id + 1), bias: image.blocks(bytes, id + 2))
  }

  fileprivate func write(to image: inout ModelImageWriter, _ id: UInt64) {
    image.add(id, packed.map { UInt8(bitPattern: $0) })
    image.add(id + 1, blocks: scales)
    image.add(id + 2, blocks: bias)
  }
}

extension ModelImageReader {
  fileprivate func units(_ image: RawSpan, _ id: UInt64) -> [Units] {
    let numbers = array(image, id, of: Int16.self)
    return stride(from: 0, to: numbers.count / 16 * 16, by: 16).map { first in
      var units = Units()
      for lane in 0..<16 { units[lane] = numbers[first + lane] }
      return units
    }
  }

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
