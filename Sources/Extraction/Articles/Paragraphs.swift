/// One paragraph: a line, or the lines that were wrapped to make it, white space trimmed.
struct Paragraph: Equatable, Sendable {
  var range: Range<Int>
  /// Whether an empty line (or the start of the text) precedes it.
  var blankBefore: Bool
  /// Whether an empty line (or the end of the text) follows it.
  var blankAfter: Bool
}

/// Cuts text into paragraphs.
///
/// A line is a paragraph, as news pages and feeds write them, unless the text was wrapped by
/// hand: then the lines between two empty lines are one.
enum Paragraphs {
  static func read(_ text: Span<UInt8>) -> [Paragraph] {
    let lines = lines(text)
    return isWrapped(lines, text) ? joined(lines) : lines
  }

  private static func lines(_ text: Span<UInt8>) -> [Paragraph] {
    var found: [Paragraph] = []
    var blank = true
    var i = 0
    while i < text.count {
      var j = i
      while j < text.count, text[j] != 0x0a, text[j] != 0x0d { j += 1 }
      let range = trimmed(i..<j, text)
      if range.isEmpty {
        if let last = found.indices.last { found[last].blankAfter = true }
        blank = true
      } else {
        found.append(Paragraph(range: range, blankBefore: blank, blankAfter: false))
        blank = false
      }
      // CR LF is one line end.
      i = j + (j + 1 < text.count && text[j] == 0x0d && text[j + 1] == 0x0a ? 2 : 1)
    }
    if let last = found.indices.last { found[last].blankAfter = true }
    return found
  }

  /// `range` without white space and byte order marks at either end.
  static func trimmed(_ range: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let scalar = text.scalar(at: start)
      guard scalar.characterClass == .space else { break }
      start += scalar.length
    }
    while end > start {
      let scalar = text.scalar(before: end, floor: start)
      guard scalar.characterClass == .space else { break }
      end -= scalar.length
    }
    return start..<max(start, end)
  }

  /// Whether most lines that another follows directly stop in the middle of a sentence, at a
  /// width that a terminal or mail program has.
  private static func isWrapped(_ lines: [Paragraph], _ text: Span<UInt8>) -> Bool {
    var followed = 0
    var broken = 0
    for (line, next) in zip(lines, lines.dropFirst()) {
      guard line.range.count <= 120 else { return false }
      guard !line.blankAfter else { continue }
      followed += 1
      if !endsSentence(line.range, text), line.range.count >= 40,
        line.range.count + 24 >= next.range.count
      {
        broken += 1
      }
    }
    return followed >= 3 && broken * 3 >= followed * 2
  }

  private static func joined(_ lines: [Paragraph]) -> [Paragraph] {
    var found: [Paragraph] = []
    for line in lines {
      guard !line.blankBefore, let last = found.indices.last else {
        found.append(line)
        continue
      }
      found[last].range = found[last].range.lowerBound..<line.range.upperBound
      found[last].blankAfter = line.blankAfter
    }
    return found
  }

  /// Whether the text of `range` ends in a full stop, question or exclamation mark, what may
  /// close after it apart.
  static func endsSentence(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
    var end = range.upperBound
    for _ in 0..<4 where end > range.lowerBound {
      let scalar = text.scalar(before: end, floor: range.lowerBound)
      switch scalar.characterClass {
      case .stop, .ellipsis: return true
      case .closeQuote, .apostrophe: break
      default:
        guard scalar.value == 0x22 || scalar.value == 0x29 || scalar.value == 0x5d else {
          return false
        }
      }
      end -= scalar.length
    }
    return false
  }
}
