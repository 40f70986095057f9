/// Words in context: a vector for each token of a sentence.
///
/// The features of a token are summed to a vector; then come layers in which a token sees itself
/// and one token on either side, at a distance of its own in each layer (dilated convolutions,
/// Strubell et al. 2017); what a layer finds is added to what went into it.
package struct ContextEncoder: Sendable {
  /// These fill the first blocks of a vector, the others begin with zeros.
  package let embeddings: EmbeddingTable
  /// Blocks a vector has.
  package let width: Int
  /// Of three tokens to one: the first of their embeddings, the others of what came before.
  package let layers: [QuantizedLayer]
  /// How far off the neighbours of each layer stand.
  package let distances: [Int]

  package init(
    embeddings: EmbeddingTable, width: Int, layers: [QuantizedLayer], distances: [Int]
  ) {
    precondition(layers.count == distances.count && embeddings.width <= width)
    precondition(
      layers.indices.allSatisfy {
        layers[$0].inputs == 3 * ($0 == 0 ? embeddings.width : width) && layers[$0].outputs == width
      })
    self.embeddings = embeddings
    self.width = width
    self.layers = layers
    self.distances = distances
  }

  /// Knows nothing.
  package init() {
    self.init(
      embeddings: EmbeddingTable(width: 1, hashBits: 6, rows: []), width: 1, layers: [],
      distances: [])
  }

  /// Fills `work.units` with the vectors of one sentence's tokens.
  func encode(_ forms: Span<WordForm>, _ lineCase: LineCase, _ work: inout ContextWork) {
    let count = forms.count
    let edge = distances.max() ?? 0
    let first = edge * width
    work.vectors.refill((count + 2 * edge) * width)
    for i in -edge..<(count + edge) {
      work.features.removeAll(keepingCapacity: true)
      if i < 0 {
        work.features.append(TokenFeatures.before)
      } else if i >= count {
        work.features.append(TokenFeatures.after)
      } else {
        TokenFeatures.append(forms[i], lineCase, isFirst: i == 0, to: &work.features)
      }
      embeddings.add(work.features, to: &work.vectors, at: first + i * width)
    }
    for (l, layer) in layers.enumerated() {
      work.units.refill(work.vectors, work.vectors.indices)
      work.windows.gather(
        work.units, start: first, count: count, width: width, blocks: layer.inputs / 3,
        distance: distances[l])
      work.layer.grow(to: count * width)
      layer.apply(work.windows, rows: count, stride: layer.inputs, to: &work.layer)
      for k in 0..<(count * width) {
        let value = work.layer[k]
        work.vectors[first + k] += value.replacing(with: 0, where: value .< 0)
      }
    }
    work.units.refill(work.vectors, first..<(first + count * width))
  }
}

extension [Units] {
  fileprivate mutating func refill(_ blocks: [Block], _ range: Range<Int>) {
    removeAll(keepingCapacity: true)
    for k in range { append(Units(blocks[k])) }
  }
}

extension Array where Element: SIMD {
  /// Lays the first blocks of each token's vector between those of its neighbours, the first
  /// token's at `start`.
  @inlinable
  package mutating func gather(
    _ vectors: [Element], start: Int, count: Int, width: Int, blocks: Int, distance: Int
  ) {
    removeAll(keepingCapacity: true)
    for i in 0..<count {
      for neighbour in -1...1 {
        let first = start + (i + neighbour * distance) * width
        append(contentsOf: vectors[first..<(first + blocks)])
      }
    }
  }
}

/// Buffers for one sentence after another.
struct ContextWork: Sendable {
  var features: [UInt32] = []
  /// Of the places before the sentence, its tokens, and the places after it.  // [token][block]
  var vectors: [Block] = []
  /// At last those of the tokens alone.  // [token][block]
  var units: [Units] = []
  /// [token][3][block]
  var windows: [Units] = []
  var layer: [Block] = []
}
