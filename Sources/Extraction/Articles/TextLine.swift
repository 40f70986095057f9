/// One line of an article, with what can be told from its shape alone.
struct TextLine: ~Escapable {
  let text: Span<UInt8>
  let range: Range<Int>

  @_lifetime(copy text)
  init(text: Span<UInt8>, range: Range<Int>) {
    self.text = text
    self.range = range
  }

  /// Headings, credits and links are never longer.
  var isShort: Bool { range.count <= 240 }

  var string: String { string(range) }

  func string(_ range: Range<Int>) -> String {
    unsafe text.extracting(range).withUnsafeBufferPointer {
      unsafe String(decoding: $0, as: UTF8.self)
    }
  }

  var isQuestion: Bool { range.count > 1 && text[range.upperBound - 1] == UInt8(ascii: "?") }

  var endsSentence: Bool { Paragraphs.endsSentence(range, text) }

  /// Case-insensitive for ASCII.
  func starts(with literal: StaticString, at offset: Int = 0) -> Bool {
    let start = range.lowerBound + offset
    guard start + literal.utf8CodeUnitCount <= range.upperBound else { return false }
    let expected = unsafe UnsafeBufferPointer(
      start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    for k in expected.indices {
      let byte = text[start + k]
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      if (isUpper ? byte | 0x20 : byte) != (unsafe expected[k]) { return false }
    }
    return true
  }

  /// Runs of anything but white space.
  var wordCount: Int {
    var count = 0
    var inWord = false
    for i in range {
      let isSpace = text[i] <= 0x20
      if !isSpace, !inWord { count += 1 }
      inWord = !isSpace
    }
    return count
  }

  /// Whether it is a heading by Markdown's mark.
  var isMarkedHeading: Bool { unmarked.lowerBound > range.lowerBound }

  /// The range without Markdown's heading mark.
  var unmarked: Range<Int> {
    var i = range.lowerBound
    while i < range.upperBound, text[i] == UInt8(ascii: "#") { i += 1 }
    let level = i - range.lowerBound
    guard level > 0, level <= 6, i < range.upperBound, text[i] == 0x20 else { return range }
    return Paragraphs.trimmed(i..<range.upperBound, text)
  }

  /// The range without asterisks or underscores around the whole line.
  var unemphasised: Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while end - start > 2, text[start] == text[end - 1],
      text[start] == UInt8(ascii: "*") || text[start] == UInt8(ascii: "_")
    {
      start += 1
      end -= 1
    }
    return start..<end
  }

  /// Begins with a capital, digit or quote, ends without a stop, is one statement of at most
  /// `wordLimit` words.
  func looksLikeHeadline(wordLimit: Int) -> Bool {
    let inner = unmarked
    guard inner.count >= 2, range.count <= 220, wordCount <= wordLimit else { return false }
    let first = text.scalar(at: inner.lowerBound)
    switch first.characterClass {
    case .upper, .otherLetter, .digit, .openQuote, .apostrophe: break
    default: guard first.value == 0x22 || first.value == 0x24 else { return false }
    }
    let last = text.scalar(before: inner.upperBound, floor: inner.lowerBound)
    switch last.value {
    case 0x2e, 0x2c, 0x3a, 0x3b, 0x3002: return endsInAbbreviation
    case 0x22, 0x201d, 0x27, 0x2019:
      // A quotation that is a whole sentence ends with its stop inside.
      if inner.count > last.length,
        text.scalar(before: inner.upperBound - last.length, floor: inner.lowerBound).value == 0x2e
      {
        return false
      }
    default: break
    }
    return !hasSentenceInside && hasLetter
  }

  /// "… Visits the U.S."
  private var endsInAbbreviation: Bool {
    guard text[range.upperBound - 1] == UInt8(ascii: ".") else { return false }
    var start = range.upperBound - 1
    while start > range.lowerBound, text[start - 1] > 0x20 { start -= 1 }
    var stops = 0
    for i in start..<range.upperBound where text[i] == UInt8(ascii: ".") { stops += 1 }
    return stops >= 2 && range.upperBound - start <= 8
  }

  private var hasLetter: Bool {
    for i in range where text[i] >= 0x80 || Tokenizer.isASCIILetter(text[i]) { return true }
    return false
  }

  /// A full stop after a word in lower case, then a space and a capital.
  private var hasSentenceInside: Bool {
    var i = range.lowerBound + 3
    while i + 2 < range.upperBound {
      if text[i] == UInt8(ascii: "."), text[i + 1] == 0x20,
        CharacterClass.ascii(text[i + 2]) == .upper,
        text[i - 1] < 0x80, CharacterClass.ascii(text[i - 1]) == .lower,
        text[i - 2] < 0x80, CharacterClass.ascii(text[i - 2]) == .lower,
        text[i - 3] < 0x80, CharacterClass.ascii(text[i - 3]) == .lower
      {
        return true
      }
      i += 1
    }
    return false
  }

  /// Whether it says what `other` says, case, white space and marks apart.
  func isSame(as other: String) -> Bool {
    func letters(_ text: String) -> [UInt8] {
      text.lowercased().utf8.filter { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
    }
    let mine = letters(string(unmarked))
    return !mine.isEmpty && mine == letters(other)
  }
}
