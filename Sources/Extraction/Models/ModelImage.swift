/// Which section of the image holds what. A weight table takes three ids from its first on.
private enum Section {
  static let words: UInt64 = 1
  static let phrases: UInt64 = 2
  static let penn: UInt64 = 0x10
  static let universal: UInt64 = 0x20
  static let decided: UInt64 = 0x30
  static let parser: UInt64 = 0x40
  static let moveKinds: UInt64 = 0x50
  static let moveLabels: UInt64 = 0x51
  static let names: UInt64 = 0x60
  /// Scores of `NameChain.Steps`: 8 × 16 starts, then 4 × 8 inner, as bits of Float.
  static let chain: UInt64 = 0x70
  static let calibration: UInt64 = 0x71
}

extension Models {
  /// Reads an image that `image` wrote; its parts are copied as they are.
  package init(bytes: RawSpan) throws(ImageError) {
    guard let image = ModelImageReader(bytes) else { throw .malformed }
    let kinds = image.array(bytes, Section.moveKinds, of: UInt8.self)
      .compactMap { ParserMoves.Kind(rawValue: $0) }
    let labels = image.array(bytes, Section.moveLabels, of: UInt8.self)
    let decided = image.array(bytes, Section.decided, of: UInt8.self)
    guard kinds.count == labels.count, kinds.first == .shift,
      kinds.count <= WeightTable.labelLimit, decided.count == PennTag.allCases.count,
      let chain = NameChain(
        bits: image.array(bytes, Section.chain, of: UInt32.self)),
      let penn = WeightTable(image, bytes, Section.penn),
      let universal = WeightTable(image, bytes, Section.universal),
      let parser = WeightTable(image, bytes, Section.parser),
      let names = WeightTable(image, bytes, Section.names)
    else { throw .malformed }
    self.init(
      lexicon: Lexicon(
        words: image.array(bytes, Section.words, of: UInt64.self),
        phrases: image.array(bytes, Section.phrases, of: UInt32.self)),
      tagger: Tagger(penn: penn, universal: universal, decided: decided),
      parser: Parser(weights: parser, moves: ParserMoves(kinds: kinds, labels: labels)),
      names: NameTagger(
        weights: names, chain: chain,
        calibration: image.array(bytes, Section.calibration, of: UInt8.self)))
  }

  /// The bytes of these models.
  package var image: [UInt8] {
    var image = ModelImageWriter()
    image.add(Section.words, lexicon.words)
    image.add(Section.phrases, lexicon.phrases)
    tagger.penn.write(to: &image, Section.penn)
    tagger.universal.write(to: &image, Section.universal)
    image.add(Section.decided, tagger.decided)
    parser.weights.write(to: &image, Section.parser)
    image.add(Section.moveKinds, parser.moves.kinds.map(\.rawValue))
    image.add(Section.moveLabels, parser.moves.labels)
    names.weights.write(to: &image, Section.names)
    image.add(Section.chain, names.chain.bits)
    image.add(Section.calibration, names.calibration)
    return image.finish()
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
