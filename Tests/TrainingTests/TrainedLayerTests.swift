import Extraction
import Formats
import Testing

@testable import dateline_train

@Suite struct TrainedLayerTests {
  /// Rows of numbers without pattern.
  private static func blocks(_ count: Int, seed: UInt64) -> [Block] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in generator.block(1) }
  }

  /// Half the sum of squares of the layer's answer: its gradient by output is the answer itself.
  private static func loss(_ layer: DenseLayer, _ x: [Block], rows: Int) -> (Float, [Block]) {
    var y = [Block](repeating: Block(repeating: 0), count: rows * layer.outputs)
    layer.apply(x, rows: rows, stride: layer.inputs, to: &y)
    return (y.reduce(0) { $0 + ($1 * $1).sum() } / 2, y)
  }

  @Test(arguments: 0...5) func `a layer is the plain sum of products`(rows: Int) {
    let layer = DenseLayer(
      inputs: 2, outputs: 3, weights: Self.blocks(96, seed: 5), bias: Self.blocks(3, seed: 1))
    // Rows may overlap.
    let x = Self.blocks(8, seed: 900)
    var y = [Block](repeating: Block(repeating: 0), count: rows * 3)
    layer.apply(x, start: 1, rows: rows, stride: 1, to: &y)
    for row in 0..<rows {
      for output in 0..<48 {
        var sum = layer.bias[output / 16][output % 16]
        for input in 0..<32 {
          let weight = layer.weights[(output / 16) * 32 + input][output % 16]
          sum += weight * x[1 + row + input / 16][input % 16]
        }
        #expect((y[row * 3 + output / 16][output % 16] - sum).magnitude < 1e-4)
      }
    }
  }

  @Test(arguments: [1, 2, 5]) func `steps go down the slope of the loss`(rows: Int) {
    var seed = SeededGenerator(seed: 3)
    var layer = TrainedLayer(inputs: 2, outputs: 3, seed: &seed)
    let x = Self.blocks(rows * 2, seed: 4)
    var adam = Adam(rate: 0.002)
    var last = Self.loss(layer.layer, x, rows: rows).0
    for _ in 0..<10 {
      layer.learn(x, rows: rows, stride: 2, Self.loss(layer.layer, x, rows: rows).1)
      adam.begin()
      layer.step(adam, part: 1)
      let next = Self.loss(layer.layer, x, rows: rows).0
      #expect(next < last)
      last = next
    }
  }

  @Test func `the transposed layer gives the slope by input`() {
    var seed = SeededGenerator(seed: 5)
    let layer = TrainedLayer(inputs: 2, outputs: 1, seed: &seed)
    let x = Self.blocks(2, seed: 6)
    let (value, y) = Self.loss(layer.layer, x, rows: 1)
    var slope = [Block](repeating: Block(repeating: 0), count: 2)
    layer.transposed.apply(y, rows: 1, stride: 1, to: &slope)
    for block in 0..<2 {
      for lane in [0, 7, 15] {
        var moved = x
        moved[block][lane] += 0.01
        let difference = (Self.loss(layer.layer, moved, rows: 1).0 - value) / 0.01
        #expect((difference - slope[block][lane]).magnitude < 0.05)
      }
    }
  }
}
