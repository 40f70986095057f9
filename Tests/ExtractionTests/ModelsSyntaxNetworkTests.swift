import Foundation
import Testing

@testable import Extraction

@Suite struct ModelsSyntaxNetworkTests {
  /// Numbers without pattern within ±1.
  private func number(_ k: Int) -> Float { Float(k * 7919 % 2001 - 1000) / 1000 }

  private func blocks(_ count: Int, from: Int) -> [Block] {
    (0..<count).map { k in
      var block = Block(repeating: 0)
      for lane in 0..<16 { block[lane] = number(from + k * 16 + lane) }
      return block
    }
  }

  @Test func `vectors come back within half a unit, and strangers have none`() {
    let rows = [0, 63, 64, 255].map { (slot: $0, vector: blocks(2, from: $0)) }
    let table = EmbeddingTable(width: 2, hashBits: 8, rows: rows)
    for (slot, vector) in rows {
      var out = [Block](repeating: Block(repeating: 0), count: 3)
      table.add([UInt32(slot) << 24 | 0x1234], to: &out, at: 1)
      #expect(out[0] == Block(repeating: 0))
      for k in 0..<2 {
        let difference = out[1 + k] - vector[k]
        #expect(max(difference.max(), -difference.min()) <= 0.5 / 127 + 1e-6)
      }
    }
    var nothing = [Block](repeating: Block(repeating: 0), count: 2)
    table.add([7 << 24, 254 << 24], to: &nothing, at: 0)
    #expect(nothing == [Block](repeating: Block(repeating: 0), count: 2))
  }

  @Test func `a table that contradicts itself is refused`() {
    let table = EmbeddingTable(width: 1, hashBits: 6, rows: [(slot: 3, vector: blocks(1, from: 0))])
    #expect(
      EmbeddingTable(width: 1, bits: table.bits, scales: table.scales, values: table.values) != nil)
    #expect(EmbeddingTable(width: 1, bits: table.bits, scales: [], values: table.values) == nil)
    #expect(EmbeddingTable(width: 1, bits: [3], scales: table.scales, values: table.values) == nil)
    #expect(EmbeddingTable(width: 1, bits: table.bits, scales: table.scales, values: []) == nil)
    #expect(EmbeddingTable(width: 2, bits: table.bits, scales: table.scales, values: []) == nil)
  }

  @Test func `every configuration has rows inside the table`() {
    var features = ParserFeatures()
    var state = ParserState()
    for count in 0...6 {
      for choice in 0..<81 {
        state.start(wordCount: count)
        var digits = choice
        while !state.isFinished {
          if state.advance() { continue }
          features.read(state)
          for row in features.rows { #expect((0..<ParserFeatures.rowCount).contains(Int(row))) }
          for place in 0..<ParserFeatures.placeCount {
            #expect((-1...count).contains(Int(features.places[place])))
          }
          switch digits % 3 {
          case 0 where state.canShift: state.shift()
          case 1 where state.canReduceRight: state.reduceRight(DependencyLabel.xcomp.rawValue)
          default:
            if state.canReduceLeft { state.reduceLeft(0) } else { state.reduceRight(1) }
          }
          digits /= 3
        }
        #expect(state.heads.prefix(count).allSatisfy { $0 >= 0 && $0 <= count })
      }
    }
  }

  @Test func `a preposition is never the head of its noun`() {
    // "He met with Ann on Monday", after a token of another sentence.
    var syntax = Syntax(unparsed: 7)
    syntax.upos = [.x, .pron, .verb, .adp, .propn, .adp, .propn]
    syntax.heads = [-1, 1, -1, 1, 2, 5, 2]
    syntax.labels = [.root, .nsubj, .root, .obl, .appos, .case, .nmod]
    syntax.lowerPrepositions(1..<7)
    #expect(syntax.heads == [-1, 1, -1, 3, 1, 5, 3])
    #expect(syntax.labels == [.root, .nsubj, .root, .case, .obl, .case, .nmod])
    let once = syntax
    syntax.lowerPrepositions(1..<7)
    #expect(syntax == once)
  }

  @Test func `exponential and logarithm follow the standard ones`() {
    for k in -70...80 {
      let x = Float(k) * 0.9
      let value = exponential(Block(repeating: x))[3]
      let expected = exp(x)
      #expect((value - expected).magnitude <= expected * 2e-5)
      #expect((logarithm(value) - x).magnitude < 1e-3)
    }
  }

  @Test func `the largest lane is the first of the largest`() {
    for k in 0..<16 {
      var block = blocks(1, from: k)[0]
      block[k] = 2
      #expect(block.largest == 2)
      #expect(Block.best([blocks(1, from: 3)[0], block], 0..<2) == 16 + k)
      #expect(Block.best([block, block], 0..<2) == k)
    }
  }
}
