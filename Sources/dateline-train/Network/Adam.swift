internal import Extraction
internal import Formats

/// Steps by moving averages of the gradient and of its square (Kingma and Ba 2015).
struct Adam {
  let rate: Float
  private var decay: (first: Float, second: Float) = (1, 1)

  init(rate: Float) { self.rate = rate }

  private static let keep: (first: Float, second: Float) = (0.9, 0.99)

  /// Begins a step at a rate that is this part of the whole.
  mutating func begin() {
    decay.first *= Self.keep.first
    decay.second *= Self.keep.second
  }

  @inline(__always)
  func step(
    _ values: inout [Block], _ gradients: inout [Block], _ moments: inout Moments,
    _ range: Range<Int>, part: Float
  ) {
    let rate = rate * part * (1 - decay.second).squareRoot() / (1 - decay.first)
    for k in range {
      let gradient = gradients[k]
      gradients[k] = Block(repeating: 0)
      let first = moments.first[k] * Self.keep.first + gradient * (1 - Self.keep.first)
      let second =
        moments.second[k] * Self.keep.second + gradient * gradient * (1 - Self.keep.second)
      moments.first[k] = first
      moments.second[k] = second
      values[k] -= first / (second.squareRoot() + 1e-7) * rate
    }
  }

  struct Moments {
    var first: [Block]
    var second: [Block]

    init(_ count: Int) {
      first = [Block](repeating: Block(repeating: 0), count: count)
      second = first
    }
  }
}

/// A table of vectors that is learned.
struct TrainedTable {
  var values: [Block]
  var gradients: [Block]
  private var moments: Adam.Moments

  init(_ values: [Block]) {
    self.values = values
    gradients = [Block](repeating: Block(repeating: 0), count: values.count)
    moments = Adam.Moments(values.count)
  }

  mutating func step(_ adam: Adam, part: Float) {
    adam.step(&values, &gradients, &moments, values.indices, part: part)
  }

  mutating func step(_ adam: Adam, part: Float, range: Range<Int>) {
    adam.step(&values, &gradients, &moments, range, part: part)
  }
}

/// A layer that is learned.
struct TrainedLayer {
  private(set) var layer: DenseLayer
  /// From outputs back to inputs, without bias.
  private(set) var transposed: DenseLayer
  /// Of the loss of the batch.
  private var gradient: (weights: [Block], bias: [Block])
  private var moments: (weights: Adam.Moments, bias: Adam.Moments)

  private let hasBias: Bool

  init(
    inputs: Int, outputs: Int, seed: inout SeededGenerator, spread: Float = 1, hasBias: Bool = true
  ) {
    self.hasBias = hasBias
    layer = DenseLayer(inputs: inputs, outputs: outputs)
    let bound = spread * (6 / Float(16 * (inputs + outputs))).squareRoot()
    for k in layer.weights.indices { layer.weights[k] = seed.block(bound) }
    gradient = (layer.weights.map { _ in Block(repeating: 0) }, layer.bias)
    transposed = DenseLayer(inputs: outputs, outputs: inputs)
    moments = (Adam.Moments(layer.weights.count), Adam.Moments(outputs))
    transpose()
  }

  /// Adds the gradient by rows of input and of the loss's gradient by output.
  mutating func learn(
    _ x: [Block], start: Int = 0, rows: Int, stride: Int, _ dy: [Block]
  ) {
    let (inputs, outputs) = (layer.inputs, layer.outputs)
    let (x, dy) = (x.span, dy.span)
    var weights = gradient.weights.mutableSpan
    var biases = [Block](repeating: Block(repeating: 0), count: outputs)
    for output in 0..<outputs {
      var bias = Block(repeating: 0)
      for row in Swift.stride(from: 0, to: rows, by: 2) {
        let here = start + row * stride
        let isPair = row + 1 < rows
        let a = dy[row * outputs + output]
        let b = isPair ? dy[(row + 1) * outputs + output] : Block(repeating: 0)
        bias += a + b
        for block in 0..<inputs {
          let xa = x[here + block]
          let xb = isPair ? x[here + stride + block] : xa
          let first = (output * inputs + block) * 16
          Self.add(&weights, first, xa.lowHalf.lowHalf, xb.lowHalf.lowHalf, a, b)
          Self.add(&weights, first + 4, xa.lowHalf.highHalf, xb.lowHalf.highHalf, a, b)
          Self.add(&weights, first + 8, xa.highHalf.lowHalf, xb.highHalf.lowHalf, a, b)
          Self.add(&weights, first + 12, xa.highHalf.highHalf, xb.highHalf.highHalf, a, b)
        }
      }
      biases[output] = bias
    }
    for output in 0..<outputs { gradient.bias[output] += biases[output] }
  }

  @inline(__always)
  private static func add(
    _ sums: inout MutableSpan<Block>, _ first: Int, _ xa: SIMD4<Float>, _ xb: SIMD4<Float>,
    _ a: Block, _ b: Block
  ) {
    sums[first] += a * xa[0] + b * xb[0]
    sums[first + 1] += a * xa[1] + b * xb[1]
    sums[first + 2] += a * xa[2] + b * xb[2]
    sums[first + 3] += a * xa[3] + b * xb[3]
  }

  mutating func step(_ adam: Adam, part: Float) {
    adam.step(
      &layer.weights, &gradient.weights, &moments.weights, layer.weights.indices, part: part)
    if hasBias {
      adam.step(&layer.bias, &gradient.bias, &moments.bias, layer.bias.indices, part: part)
    }
    transpose()
  }

  private mutating func transpose() {
    let (inputs, outputs) = (layer.inputs, layer.outputs)
    for output in 0..<outputs {
      for input in 0..<inputs {
        let from = (output * inputs + input) * 16
        let to = (input * outputs + output) * 16
        for lane in 0..<16 {
          var row = Block(repeating: 0)
          for other in 0..<16 { row[other] = layer.weights[from + other][lane] }
          transposed.weights[to + lane] = row
        }
      }
    }
  }
}

extension SeededGenerator {
  /// Sixteen numbers within ±`bound`.
  mutating func block(_ bound: Float) -> Block {
    var block = Block(repeating: 0)
    for lane in 0..<16 { block[lane] = (Float(next() >> 40) * 0x1p-23 - 1) * bound }
    return block
  }

  /// Sixteen factors, each 0 in `sixteenths` of 16 cases, so large otherwise that the mean is 1.
  mutating func dropout(_ sixteenths: Int) -> Block {
    var bits = next()
    var block = Block(repeating: 0)
    let factor = 16 / Float(16 - sixteenths)
    for lane in 0..<16 {
      block[lane] = Int(bits & 15) < sixteenths ? 0 : factor
      bits >>= 4
    }
    return block
  }
}
