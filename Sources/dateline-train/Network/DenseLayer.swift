internal import Extraction

/// A layer while it is learned: an affine map of vectors that are counted in blocks.
struct DenseLayer: Sendable, Equatable {
  /// Blocks a row of input and of output has.
  let inputs: Int
  let outputs: Int
  /// Of each input number, what it adds to the sixteen outputs.  // [output block][input number]
  var weights: [Block]
  var bias: [Block]

  /// All zero.
  init(inputs: Int, outputs: Int) {
    self.init(
      inputs: inputs, outputs: outputs,
      weights: [Block](repeating: Block(repeating: 0), count: inputs * outputs * 16),
      bias: [Block](repeating: Block(repeating: 0), count: outputs))
  }

  init(inputs: Int, outputs: Int, weights: [Block], bias: [Block]) {
    precondition(weights.count == inputs * outputs * 16 && bias.count == outputs)
    self.inputs = inputs
    self.outputs = outputs
    self.weights = weights
    self.bias = bias
  }

  /// The same layer for rows of which only the first `blocks` of each `width` blocks are left.
  func narrowed(to blocks: Int, of width: Int) -> Self {
    let kept = weights.indices.filter { $0 / 16 % width < blocks }
    return Self(
      inputs: inputs / width * blocks, outputs: outputs, weights: kept.map { weights[$0] },
      bias: bias)
  }

  /// As it is shipped.
  var quantized: QuantizedLayer {
    QuantizedLayer(inputs: inputs, outputs: outputs, weights: weights, bias: bias)
  }

  /// Maps `rows` rows of `x`, the first at block `start` and each `stride` blocks after the one
  /// before, to rows of `y` laid end to end from block `at` on; of each row, only the blocks
  /// `wanted`, or all.
  ///
  /// Two rows at a time: each weight is then loaded once for both.
  func apply(
    _ x: [Block], start: Int = 0, rows: Int, stride: Int, to y: inout [Block], at: Int = 0,
    wanted: Range<Int>? = nil
  ) {
    let x = x.span
    var y = y.mutableSpan
    let weights = weights.span
    for output in wanted ?? 0..<outputs {
      let first = output * inputs * 16
      var row = 0
      while row + 1 < rows {
        let here = start + row * stride
        var (a, b) = (bias[output], bias[output])
        for block in 0..<inputs {
          let w = weights.extracting((first + block * 16)..<(first + block * 16 + 16))
          Self.add(w, x[here + block], x[here + stride + block], &a, &b)
        }
        y[at + row * outputs + output] = a
        y[at + (row + 1) * outputs + output] = b
        row += 2
      }
      guard row < rows else { continue }
      var a = bias[output]
      for block in 0..<inputs {
        let w = weights.extracting((first + block * 16)..<(first + block * 16 + 16))
        Self.add(w, x[start + row * stride + block], &a)
      }
      y[at + row * outputs + output] = a
    }
  }

  /// Sixteen inputs of two rows. By quarters, so that each number is taken from a register.
  @inline(__always)
  private static func add(
    _ w: Span<Block>, _ xa: Block, _ xb: Block, _ a: inout Block, _ b: inout Block
  ) {
    add(w, 0, xa.lowHalf.lowHalf, &a)
    add(w, 0, xb.lowHalf.lowHalf, &b)
    add(w, 4, xa.lowHalf.highHalf, &a)
    add(w, 4, xb.lowHalf.highHalf, &b)
    add(w, 8, xa.highHalf.lowHalf, &a)
    add(w, 8, xb.highHalf.lowHalf, &b)
    add(w, 12, xa.highHalf.highHalf, &a)
    add(w, 12, xb.highHalf.highHalf, &b)
  }

  @inline(__always)
  private static func add(_ w: Span<Block>, _ x: Block, _ y: inout Block) {
    add(w, 0, x.lowHalf.lowHalf, &y)
    add(w, 4, x.lowHalf.highHalf, &y)
    add(w, 8, x.highHalf.lowHalf, &y)
    add(w, 12, x.highHalf.highHalf, &y)
  }

  @inline(__always)
  private static func add(_ w: Span<Block>, _ first: Int, _ x: SIMD4<Float>, _ y: inout Block) {
    y += w[first] * x[0] + w[first + 1] * x[1]
    y += w[first + 2] * x[2] + w[first + 3] * x[3]
  }
}
