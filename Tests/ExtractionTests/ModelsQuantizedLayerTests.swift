import Formats
import Testing

@testable import Extraction

@Suite struct ModelsQuantizedLayerTests {
  /// Numbers without pattern within ±`bound`.
  private static func blocks(_ count: Int, seed: UInt64, bound: Float = 1) -> [Block] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      var block = Block()
      for lane in 0..<16 { block[lane] = Float.random(in: -bound...bound, using: &generator) }
      return block
    }
  }

  private static let layer = QuantizedLayer(
    inputs: 2, outputs: 3, weights: blocks(96, seed: 5), bias: blocks(3, seed: 1))

  @Test(arguments: 0...5) func `a layer is the plain sum of products`(rows: Int) {
    let layer = Self.layer
    let weights = layer.packed
    // Rows overlap, as the windows of neighbouring tokens do.
    let x = Self.blocks(8, seed: 900, bound: 60).map { Units($0) }
    var y = [Block](repeating: Block(), count: rows * 3)
    layer.apply(x, start: 1, rows: rows, stride: 1, to: &y)
    var pairs = [Block](repeating: Block(), count: rows * 3)
    layer.applyByPairs(x, 1, rows, 1, &pairs, 0, 0..<3)
    #expect(pairs == y)
    for row in 0..<rows {
      for output in 0..<48 {
        var sum = 0
        for input in 0..<32 {
          let weight = weights[((output / 16) * 32 + input) * 16 + output % 16]
          sum += Int(weight) * Int(x[1 + row + input / 16][input % 16])
        }
        let scale = layer.scales[output / 16][output % 16]
        let plain = Float(sum) / 512 * scale + layer.bias[output / 16][output % 16]
        let answer = y[row * 3 + output / 16][output % 16]
        #expect((answer - plain).magnitude <= 1e-5 * max(1, plain.magnitude))
      }
    }
  }

  @Test func `only the blocks wanted are written`() {
    let x = Self.blocks(2, seed: 7).map { Units($0) }
    var all = [Block](repeating: Block(), count: 3)
    Self.layer.apply(x, rows: 1, stride: 2, to: &all)
    var some = [Block](repeating: Block(), count: 4)
    Self.layer.apply(x, rows: 1, stride: 2, to: &some, at: 1, wanted: 1..<2)
    #expect(some == [Block(), Block(), all[1], Block()])
  }

  @Test func `weights are within half a unit and come back as they were given`() {
    let weights = Self.blocks(96, seed: 5)
    let layer = Self.layer
    for (k, weight) in layer.packed.enumerated() {
      let (output, input) = (k / 16 / 32, k / 16 % 32)
      let scale = layer.scales[output][k % 16]
      let original = weights[output * 32 + input][k % 16]
      #expect((Float(weight) * scale - original).magnitude <= scale * 0.501)
    }
    let copy = QuantizedLayer(
      inputs: 2, outputs: 3, weights: layer.packed, scales: layer.scales, bias: layer.bias)
    #expect(copy == layer)
  }

  @Test func `the largest inputs and weights do not overflow`() {
    let inputs = QuantizedLayer.inputLimit
    let layer = QuantizedLayer(
      inputs: inputs, outputs: 1, weights: [Int8](repeating: -128, count: inputs * 256),
      scales: [Block(repeating: 1)], bias: [Block()])
    let x = [Units](repeating: Units(Block(repeating: -1e9)), count: inputs)
    var y = [Block()]
    layer?.apply(x, rows: 1, stride: inputs, to: &y)
    var pairs = [Block()]
    layer?.applyByPairs(x, 0, 1, inputs, &pairs, 0, 0..<1)
    #expect(pairs == y)
    #expect(y[0][0] == 32_767 * 128 * Float(inputs * 16) / 512)
  }

  @Test func `parts that contradict one another are refused`() {
    func isRefused(inputs: Int, weights: Int, scales: Int = 1, bias: Int = 1) -> Bool {
      QuantizedLayer(
        inputs: inputs, outputs: 1, weights: [Int8](repeating: 0, count: weights),
        scales: [Block](repeating: Block(), count: scales),
        bias: [Block](repeating: Block(), count: bias)) == nil
    }
    #expect(!isRefused(inputs: 1, weights: 256))
    #expect(isRefused(inputs: 1, weights: 255))
    #expect(isRefused(inputs: 0, weights: 0))
    #expect(isRefused(inputs: 1, weights: 256, scales: 2))
    #expect(isRefused(inputs: 1, weights: 256, bias: 0))
    #expect(isRefused(inputs: 33, weights: 33 * 256))
  }

  @Test func `units are the nearest, the outermost beyond, and any for what is no number`() {
    var block = Block()
    for (lane, number) in [0, 1, -1, 0.0011, -0.0011, 63.99, 64, 1e30, -1e30].enumerated() {
      block[lane] = Float(number)
    }
    block[9] = .nan
    let units = Units(block)
    #expect(
      (0..<9).map { units[$0] } == [0, 512, -512, 1, -1, 32_763, 32_767, 32_767, -32_767])
  }

  @Test func `windows hold a token between neighbours at a distance`() {
    let vectors = (0..<9).map { Units(repeating: Int16($0)) }
    var windows: [Units] = []
    windows.gather(vectors, start: 2, count: 5, width: 1, blocks: 1, distance: 2)
    #expect(windows.count == 15)
    for i in 0..<5 {
      #expect((0..<3).map { windows[3 * i + $0][0] } == [Int16(i), Int16(i + 2), Int16(i + 4)])
    }
  }
}
