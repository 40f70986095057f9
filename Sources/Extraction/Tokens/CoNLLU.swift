/// CoNLL-U (universaldependencies.org/format): read from bytes, sentences as given.
///
/// Comments, multiword ranges ("1-2") and empty nodes ("1.1") are kept out of `words` and passed
/// through by `CoNLLUWriter`.
package struct CoNLLUDocument: Sendable {
  /// One syntactic word: a line whose id is a plain number.
  package struct Word: Equatable, Sendable {
    package var form: Range<Int>
    package var upos: Range<Int>
    package var xpos: Range<Int>
    package var misc: Range<Int>
    package var deprel: Range<Int>
    /// 0 for the root; `nil` where the column is "_".
    package var head: Int32?
    /// The whole line, for the columns that pass through.
    package var line: Range<Int>
    /// Whether a space follows, by its own line or its multiword's.
    package var hasSpaceAfter: Bool
  }

  package struct Sentence: Equatable, Sendable {
    /// Indices into `words`.
    package var words: Range<Int>
    /// The lines of the sentence, its empty line not included.
    package var lines: Range<Int>
    package var opensDocument: Bool
    package var opensParagraph: Bool
  }

  /// All ranges are into these.
  package let bytes: [UInt8]
  package private(set) var words: [Word] = []
  package private(set) var sentences: [Sentence] = []
  /// Whether any multiword line stands in it; treebanks often come without.
  package private(set) var hasMultiwordLines = false

  /// Throws at the first line that is not CoNLL-U.
  package init(_ bytes: [UInt8]) throws(CoNLLUError) {
    self.bytes = bytes
    if UTF8Check.firstInvalidOffset(bytes.span) != nil {
      throw CoNLLUError(.notUTF8, line: Self.lineNumber(bytes))
    }
    try parse()
  }

  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The value of `key=value` in the MISC column.
  package func misc(_ key: String, of word: Word) -> String? {
    for part in string(word.misc).split(separator: "|") where part.hasPrefix(key + "=") {
      return String(part.dropFirst(key.utf8.count + 1))
    }
    return nil
  }

  // MARK: Parsing

  private static func lineNumber(_ bytes: [UInt8]) -> Int {
    let offset = UTF8Check.firstInvalidOffset(bytes.span) ?? 0
    return 1 + bytes[..<offset].count { $0 == 0x0a }
  }

  private struct Open {
    var start = 0
    var firstWord = 0
    var isOpen = false
    var opensDocument = false
    var opensParagraph = false
    /// The last word id a multiword line covers, and whether a space follows it.
    var multiwordEnd = 0
    var multiwordSpace = true
  }

  private mutating func parse() throws(CoNLLUError) {
    var open = Open()
    var number = 0
    var i = 0
    while i < bytes.count {
      var j = i
      while j < bytes.count, bytes[j] != 0x0a { j += 1 }
      number += 1
      var stop = j
      if stop > i, bytes[stop - 1] == 0x0d { stop -= 1 }
      if stop == i {
        close(&open, at: i)
      } else {
        if !open.isOpen { open = Open(start: i, firstWord: words.count, isOpen: true) }
        try parse(line: i..<stop, number: number, &open)
      }
      i = j + 1
    }
    close(&open, at: bytes.count)
  }

  private mutating func close(_ open: inout Open, at end: Int) {
    guard open.isOpen else { return }
    sentences.append(
      Sentence(
        words: open.firstWord..<words.count, lines: open.start..<end,
        opensDocument: open.opensDocument, opensParagraph: open.opensParagraph))
    open.isOpen = false
  }

  private mutating func parse(
    line: Range<Int>, number: Int, _ open: inout Open
  ) throws(CoNLLUError) {
    if bytes[line.lowerBound] == UInt8(ascii: "#") {
      let comment = string(line)
      if comment.hasPrefix("# newdoc") { open.opensDocument = true }
      if comment.hasPrefix("# newpar") { open.opensParagraph = true }
      return
    }
    let columns = try columns(line, number)
    let id = columns(0)
    let hasSpace = !has("SpaceAfter=No", columns(9))
    if let dash = bytes[id].firstIndex(of: UInt8(ascii: "-")) {
      guard let first = integer(id.lowerBound..<dash), let last = integer(dash + 1..<id.upperBound),
        first == words.count - open.firstWord + 1, last > first
      else { throw CoNLLUError(.badID, line: number) }
      hasMultiwordLines = true
      open.multiwordEnd = last
      open.multiwordSpace = hasSpace
      return
    }
    if bytes[id].contains(UInt8(ascii: ".")) { return }
    guard let ordinal = integer(id), ordinal == words.count - open.firstWord + 1 else {
      throw CoNLLUError(.badID, line: number)
    }
    let spaced =
      ordinal < open.multiwordEnd
      ? false : ordinal == open.multiwordEnd ? open.multiwordSpace : hasSpace
    words.append(
      Word(
        form: columns(1), upos: columns(3), xpos: columns(4), misc: columns(9),
        deprel: columns(7), head: try head(columns(6), number), line: line,
        hasSpaceAfter: spaced))
  }

  private func head(_ range: Range<Int>, _ number: Int) throws(CoNLLUError) -> Int32? {
    if range.count == 1, bytes[range.lowerBound] == UInt8(ascii: "_") { return nil }
    guard let value = integer(range) else { throw CoNLLUError(.badHead, line: number) }
    return Int32(exactly: value)
  }

  /// The ten columns of a word line.
  private func columns(
    _ line: Range<Int>, _ number: Int
  ) throws(CoNLLUError) -> (Int) -> Range<Int> {
    var tabs: [Int] = []
    tabs.reserveCapacity(9)
    for i in line where bytes[i] == 0x09 { tabs.append(i) }
    guard tabs.count == 9 else {
      throw CoNLLUError(.wrongColumnCount(tabs.count + 1), line: number)
    }
    return { k in
      let start = k == 0 ? line.lowerBound : tabs[k - 1] + 1
      return start..<(k == 9 ? line.upperBound : tabs[k])
    }
  }

  private func has(_ literal: StaticString, _ range: Range<Int>) -> Bool {
    guard range.count >= literal.utf8CodeUnitCount else { return false }
    return string(range).contains(literal.description)
  }

  /// A decimal number of at most nine digits.
  private func integer(_ range: Range<Int>) -> Int? {
    guard (1...9).contains(range.count) else { return nil }
    var value = 0
    for i in range {
      let digit = bytes[i] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}

/// Why bytes are not CoNLL-U, and where.
package struct CoNLLUError: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Reason: Equatable, Sendable {
    case notUTF8, badID, badHead
    case wrongColumnCount(Int)
  }

  package var reason: Reason
  /// From 1.
  package var line: Int

  package init(_ reason: Reason, line: Int) {
    self.reason = reason
    self.line = line
  }

  package var description: String {
    let what =
      switch reason {
      case .notUTF8: "not UTF-8"
      case .badID: "the ID column does not count on from the word before it"
      case .badHead: "the HEAD column is not a number"
      case .wrongColumnCount(let count): "\(count) columns instead of 10"
      }
    return "line \(line): \(what)"
  }
}
