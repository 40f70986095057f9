/// Splits text into tokens as Universal Dependencies' English treebanks (EWT, GUM) split it.
///
/// Contractions come apart ("do|n't", "Iran|'s"), hyphens and slashes between words stand alone
/// unless a prefix binds them ("non-profit"), an abbreviation keeps its stop, numbers, times,
/// addresses and emoticons stay whole.
package enum Tokenizer {
  /// Appends the tokens of `range`, in order; white space and byte order marks are in none.
  ///
  /// - Complexity: linear in `range`; allocates only as `tokens` grows.
  package static func append(
    tokensOf range: Range<Int>, in text: Span<UInt8>, to tokens: inout [Token]
  ) {
    var scan = TokenScan(text: text, end: range.upperBound)
    var i = range.lowerBound
    while i < range.upperBound {
      // Nearly all of English: a run of ASCII letters up to a space or comma.
      var j = i
      while j < range.upperBound, isASCIILetter(text[j]) { j += 1 }
      if j > i, j == range.upperBound || text[j] == 0x20 || text[j] == UInt8(ascii: ",") {
        scan.emitWord(i, j, to: &tokens)
        i = j
        if i < range.upperBound, text[i] == 0x20 { i += 1 }
        continue
      }
      i = scan.next(at: i, to: &tokens)
    }
  }

  @inline(__always)
  static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}

/// Where the scan of one range stands.
struct TokenScan: ~Escapable {
  let text: Span<UInt8>
  let end: Int
  /// End of the run without white space that was last looked up.
  private var runEnd = 0

  @_lifetime(copy text)
  init(text: Span<UInt8>, end: Int) {
    self.text = text
    self.end = end
  }

  /// Takes what starts at `i` and says where to go on.
  mutating func next(at i: Int, to tokens: inout [Token]) -> Int {
    let scalar = text.scalar(at: i)
    switch scalar.characterClass {
    case .space: return i + scalar.length
    case .lower, .upper, .otherLetter, .digit, .joining: return word(at: i, to: &tokens)
    default: return mark(at: i, scalar, to: &tokens)
    }
  }

  func emit(_ start: Int, _ stop: Int, to tokens: inout [Token]) {
    if stop > start { tokens.append(Token(range: TextRange(start, stop))) }
  }

  /// Emits a word of letters, in two where the treebanks write two.
  func emitWord(_ start: Int, _ stop: Int, to tokens: inout [Token]) {
    let count = stop - start
    guard count >= 5, count <= 6, let head = fusedHead(start, stop) else {
      return emit(start, stop, to: &tokens)
    }
    emit(start, start + head, to: &tokens)
    emit(start + head, stop, to: &tokens)
  }

  /// "cannot", "gonna": the length of the first half.
  private func fusedHead(_ start: Int, _ stop: Int) -> Int? {
    switch text[start] | 0x20 {
    case UInt8(ascii: "c"), UInt8(ascii: "g"), UInt8(ascii: "w"), UInt8(ascii: "l"):
      guard let word = ShortWord(text, start..<stop) else { return nil }
      return word == Fused.cannot || word == Fused.gonna || word == Fused.wanna
        || word == Fused.gotta || word == Fused.gimme || word == Fused.lemme ? 3 : nil
    default: return nil
    }
  }

  // MARK: Looking around

  func byte(_ i: Int) -> UInt8 { i < end ? text[i] : 0 }

  func classAt(_ i: Int) -> CharacterClass {
    i < end ? text.scalar(at: i).characterClass : .space
  }

  /// Where the run without white space that holds `i` ends.
  mutating func chunkEnd(_ i: Int) -> Int {
    if i < runEnd { return runEnd }
    var j = i
    while j < end {
      let scalar = text.scalar(at: j)
      if scalar.characterClass == .space { break }
      j += scalar.length
    }
    runEnd = j
    return j
  }

  func isASCII(_ i: Int, _ literal: StaticString) -> Bool {
    guard i + literal.utf8CodeUnitCount <= end else { return false }
    let expected = unsafe UnsafeBufferPointer(
      start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    for k in expected.indices where text[i + k] | 0x20 != (unsafe expected[k]) | 0x20 {
      return false
    }
    return true
  }
}

private enum Fused {
  static let cannot = ShortWord("cannot")
  static let gonna = ShortWord("gonna")
  static let wanna = ShortWord("wanna")
  static let gotta = ShortWord("gotta")
  static let gimme = ShortWord("gimme")
  static let lemme = ShortWord("lemme")
}
