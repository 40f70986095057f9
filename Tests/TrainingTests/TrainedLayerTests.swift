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
