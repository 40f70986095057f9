/// Strict UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
package enum UTF8Check {
  /// Where the first ill-formed sequence starts; `nil` where all is well.
  package static func firstInvalidOffset(_ bytes: Span<UInt8>) -> Int? {
    var i = 0
    while i < bytes.count {
      let first = bytes[i]
      if first < 0x80 {
        i += 1
        continue
      }
      let length = sequenceLength(bytes, i, first)
      if length == 0 { return i }
      i += length
    }
    return nil
  }

  /// 2...4, or 0 where the sequence is ill-formed.
  private static func sequenceLength(_ bytes: Span<UInt8>, _ i: Int, _ first: UInt8) -> Int {
    guard i + 1 < bytes.count else { return 0 }
    let second = bytes[i + 1]
    func continues(_ k: Int) -> Bool { i + k < bytes.count && bytes[i + k] & 0xc0 == 0x80 }
    switch first {
    case 0xc2...0xdf: return continues(1) ? 2 : 0
    case 0xe0: return (0xa0...0xbf).contains(second) && continues(2) ? 3 : 0
    case 0xed: return (0x80...0x9f).contains(second) && continues(2) ? 3 : 0
    case 0xe1...0xef: return continues(1) && continues(2) ? 3 : 0
    case 0xf0: return (0x90...0xbf).contains(second) && continues(2) && continues(3) ? 4 : 0
    case 0xf1...0xf3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xf4: return (0x80...0x8f).contains(second) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }
}
