/// Sixteen numbers: what the networks read and write at a time.
package typealias Block = SIMD16<Float>

/// Sixteen numbers in whole units.
package typealias Units = SIMD16<Int16>

/// An affine map of vectors that are counted in blocks, with weights of eight bits.
///
/// Each output has a scale of its own: what one unit of its weights is worth. Inputs are in whole
/// units too, sums of products exact, so the answer is the same on every machine.
package struct QuantizedLayer: Sendable, Equatable {
  /// Blocks a row of input and of output has.
  package let inputs: Int
  package let outputs: Int
  /// Of each pair of inputs, what it adds to four outputs.  // [output block][input pair][4]
  private let weights: [SIMD8<Int16>]
  #if DEBUG
    /// The same of each input alone.  // [output block][input]
    private let wide: [SIMD16<Int32>]
  #endif
  package let scales: [Block]
  package let bias: [Block]

  /// Products of the largest inputs and weights of so many blocks still fit into 32 bits.
  package static let inputLimit = 32

  /// `nil` where the parts contradict one another.
  ///
  /// - Parameter weights: of each input number, sixteen weights, first of all inputs for the first
  ///   block of outputs.
  package init?(inputs: Int, outputs: Int, weights: [Int8], scales: [Block], bias: [Block]) {
    guard (1...Self.inputLimit).contains(inputs), outputs > 0,
      weights.count == inputs * outputs * 256, scales.count == outputs, bias.count == outputs
    else { return nil }
    self.inputs = inputs
    self.outputs = outputs
    self.scales = scales
    self.bias = bias
    var paired: [SIMD8<Int16>] = []
    paired.reserveCapacity(weights.count / 8)
    for pair in stride(from: 0, to: weights.count, by: 32) {
      for quarter in stride(from: pair, to: pair + 16, by: 4) {
        var words = SIMD8<Int16>()
        for lane in 0..<4 {
          words[2 * lane] = Int16(weights[quarter + lane])
          words[2 * lane + 1] = Int16(weights[quarter + 16 + lane])
        }
        paired.append(words)
      }
    }
    self.weights = paired
    #if DEBUG
      wide = stride(from: 0, to: weights.count, by: 16).map { first in
        var row = SIMD16<Int32>()
        for lane in 0..<16 { row[lane] = Int32(weights[first + lane]) }
        return row
      }
    #endif
  }

  /// Rounds weights given as `[output block][input number]`.
  package init(inputs: Int, outputs: Int, weights: [Block], bias: [Block]) {
    var scales: [Block] = []
    var rounded: [Int8] = []
    for output in 0..<outputs {
      let rows = weights[(output * inputs * 16)..<((output + 1) * inputs * 16)]
      var largest = Block(repeating: 1e-9)
      for row in rows {
        largest = pointwiseMax(largest, pointwiseMax(row, 0 - row))
      }
      scales.append(largest / 127)
      for row in rows {
        for lane in 0..<16 { rounded.append(Int8((row[lane] / largest[lane] * 127).rounded())) }
      }
    }
    guard
      let layer = Self(
        inputs: inputs, outputs: outputs, weights: rounded, scales: scales, bias: bias)
    else { preconditionFailure("a layer of \(inputs) by \(outputs) blocks fits together") }
    self = layer
  }

  /// All zero.
  package static func zero(inputs: Int, outputs: Int) -> Self {
    Self(
      inputs: inputs, outputs: outputs,
      weights: [Block](repeating: Block(), count: inputs * outputs * 16),
      bias: [Block](repeating: Block(), count: outputs))
  }

  /// The weights as they are given.
  package var packed: [Int8] {
    stride(from: 0, to: weights.count, by: 4).flatMap { first in
      (0..<2).flatMap { half in
        (0..<16).map { Int8(truncatingIfNeeded: weights[first + $0 / 4][$0 % 4 * 2 + half]) }
      }
    }
  }

  /// Maps `rows` rows of `x`, the first at block `start` and each `stride` blocks after the one
  /// before, to rows of `y` laid end to end from block `at` on; of each row, only the blocks
  /// `wanted`, or all.
  ///
  /// A debug build goes by plain operations on whole vectors, which alone are fast there.
  package func apply(
    _ x: [Units], start: Int = 0, rows: Int, stride: Int, to y: inout [Block], at: Int = 0,
    wanted: Range<Int>? = nil
  ) {
    #if DEBUG
      for output in wanted ?? 0..<outputs {
        for row in 0..<rows {
          y[at + row * outputs + output] = plain(output, x, start + row * stride)
        }
      }
    #else
      applyByPairs(x, start, rows, stride, &y, at, wanted ?? 0..<outputs)
    #endif
  }

  #if DEBUG
    /// One block of outputs of one row.
    private func plain(_ output: Int, _ x: [Units], _ here: Int) -> Block {
      var sum = SIMD16<Int32>()
      var at = output * inputs * 16
      for block in here..<(here + inputs) {
        let units = x[block]
        for lane in 0..<16 {
          sum = sum &+ wide[at] &* SIMD16(repeating: Int32(units[lane]))
          at += 1
        }
      }
      return Block(sum) * (scales[output] * Units.worth) + bias[output]
    }
  #endif

  /// Two rows at a time: each weight is then loaded once for both.
  func applyByPairs(
    _ x: [Units], _ start: Int, _ rows: Int, _ stride: Int, _ y: inout [Block], _ at: Int,
    _ wanted: Range<Int>
  ) {
    let x = x.span
    var y = y.mutableSpan
    let weights = weights.span
    for output in wanted {
      let first = output * inputs * 32
      let (scale, bias) = (scales[output] * Units.worth, bias[output])
      var row = 0
      while row + 1 < rows {
        let here = start + row * stride
        var a = Sums()
        var b = Sums()
        for block in 0..<inputs {
          let w = weights.extracting((first + block * 32)..<(first + block * 32 + 32))
          let (xa, xb) = (Pairs(x[here + block]), Pairs(x[here + stride + block]))
          Self.add(w, 0, xa.low, xb.low, &a, &b)
          Self.add(w, 16, xa.high, xb.high, &a, &b)
        }
        y[at + row * outputs + output] = a.numbers * scale + bias
        y[at + (row + 1) * outputs + output] = b.numbers * scale + bias
        row += 2
      }
      guard row < rows else { continue }
      var a = Sums()
      for block in 0..<inputs {
        let w = weights.extracting((first + block * 32)..<(first + block * 32 + 32))
        let xa = Pairs(x[start + row * stride + block])
        Self.add(w, 0, xa.low, &a)
        Self.add(w, 16, xa.high, &a)
      }
      y[at + row * outputs + output] = a.numbers * scale + bias
    }
  }

  /// Sixteen outputs, by quarters.
  private struct Sums {
    var q0 = SIMD4<Int32>()
    var q1 = SIMD4<Int32>()
    var q2 = SIMD4<Int32>()
    var q3 = SIMD4<Int32>()

    @inline(__always)
    var numbers: Block {
      Block(
        lowHalf: SIMD8(lowHalf: SIMD4(q0), highHalf: SIMD4(q1)),
        highHalf: SIMD8(lowHalf: SIMD4(q2), highHalf: SIMD4(q3)))
    }

    @inline(__always)
    mutating func add(
      _ w0: SIMD8<Int16>, _ w1: SIMD8<Int16>, _ w2: SIMD8<Int16>, _ w3: SIMD8<Int16>,
      _ x: SIMD8<Int16>
    ) {
      q0 &+= Self.products(w0, x)
      q1 &+= Self.products(w1, x)
      q2 &+= Self.products(w2, x)
      q3 &+= Self.products(w3, x)
    }

    /// Sums of the products of neighbours: one instruction on x86 (`pmaddwd`), two on ARM.
    @inline(__always)
    private static func products(_ w: SIMD8<Int16>, _ x: SIMD8<Int16>) -> SIMD4<Int32> {
      let products =
        SIMD8<Int32>(truncatingIfNeeded: w) &* SIMD8<Int32>(truncatingIfNeeded: x)
      return products.evenHalf &+ products.oddHalf
    }
  }

  /// Sixteen inputs as eight pairs.
  private struct Pairs {
    let low: SIMD4<Int32>
    let high: SIMD4<Int32>

    @inline(__always)
    init(_ units: Units) {
      let pairs = unsafe unsafeBitCast(units, to: SIMD8<Int32>.self)
      low = pairs.lowHalf
      high = pairs.highHalf
    }

    /// One pair four times.
    @inline(__always)
    static func repeated(_ pairs: SIMD4<Int32>, _ k: Int) -> SIMD8<Int16> {
      unsafe unsafeBitCast(SIMD4<Int32>(repeating: pairs[k]), to: SIMD8<Int16>.self)
    }
  }

  /// Eight inputs of two rows. Written out, so that each pair is taken from a register.
  @inline(__always)
  private static func add(
    _ w: Span<SIMD8<Int16>>, _ first: Int, _ xa: SIMD4<Int32>, _ xb: SIMD4<Int32>, _ a: inout Sums,
    _ b: inout Sums
  ) {
    add(w, first, 0, xa, xb, &a, &b)
    add(w, first + 4, 1, xa, xb, &a, &b)
    add(w, first + 8, 2, xa, xb, &a, &b)
    add(w, first + 12, 3, xa, xb, &a, &b)
  }

  @inline(__always)
  private static func add(
    _ w: Span<SIMD8<Int16>>, _ first: Int, _ k: Int, _ xa: SIMD4<Int32>, _ xb: SIMD4<Int32>,
    _ a: inout Sums, _ b: inout Sums
  ) {
    let (w0, w1, w2, w3) = (w[first], w[first + 1], w[first + 2], w[first + 3])
    a.add(w0, w1, w2, w3, Pairs.repeated(xa, k))
    b.add(w0, w1, w2, w3, Pairs.repeated(xb, k))
  }

  @inline(__always)
  private static func add(
    _ w: Span<SIMD8<Int16>>, _ first: Int, _ x: SIMD4<Int32>, _ y: inout Sums
  ) {
    y.add(w[first], w[first + 1], w[first + 2], w[first + 3], Pairs.repeated(x, 0))
    y.add(w[first + 4], w[first + 5], w[first + 6], w[first + 7], Pairs.repeated(x, 1))
    y.add(w[first + 8], w[first + 9], w[first + 10], w[first + 11], Pairs.repeated(x, 2))
    y.add(w[first + 12], w[first + 13], w[first + 14], w[first + 15], Pairs.repeated(x, 3))
  }
}

extension Units {
  /// What one unit is worth: numbers within ±64 have one.
  static let worth: Float = 0x1p-9

  /// The nearest whole number of units, the outermost for what lies beyond.
  @inline(__always)
  package init(_ block: Block) {
    self.init(lowHalf: Self.units(block.lowHalf), highHalf: Self.units(block.highHalf))
  }

  /// What they are worth.
  @inline(__always)
  var block: Block { Block(SIMD16<Int32>(truncatingIfNeeded: self)) * Self.worth }

  @inline(__always)
  private static func units(_ numbers: SIMD8<Float>) -> SIMD8<Int16> {
    let units = numbers * 0x1p9
    let inside = units.replacing(with: -32_767, where: units .< -32_767)
      .replacing(with: 32_767, where: units .> 32_767)
    // Adding 1.5 × 2^23 leaves the nearest whole number in the low bits.
    let bits = unsafe unsafeBitCast(inside + 12_582_912, to: SIMD8<Int32>.self)
    return SIMD8<Int16>(truncatingIfNeeded: bits)
  }
}

extension [Block] {
  /// `count` blocks of zeros.
  package mutating func refill(_ count: Int) { refill(count, Block(repeating: 0)) }
}

extension Array {
  /// `count` times the same.
  mutating func refill(_ count: Int, _ element: Element) {
    removeAll(keepingCapacity: true)
    append(contentsOf: repeatElement(element, count: count))
  }
}

extension Array where Element: SIMD {
  /// At least `count` elements, of which all that matter are to be written first.
  mutating func grow(to count: Int) {
    guard self.count < count else { return }
    append(contentsOf: repeatElement(Element(), count: count - self.count))
  }
}
