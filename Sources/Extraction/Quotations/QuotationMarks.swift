/// Words between quotation marks, paired; nobody is asked yet whether someone said them.
struct QuotedRange: Equatable {
  /// Without the marks and the white space at them.
  var range: TextRange
  /// 0 for an outermost one.
  var depth: Int
  /// No closing mark: it ends with its paragraph.
  var isOpenEnded = false
  /// It opens a paragraph, and the one before ended within the same quotation.
  var continuesLast = false
}

/// Pairs the quotation marks of a text: curly, straight, angular, doubled single ones; nested;
/// left open over paragraphs, each of which opens anew.
///
/// - Complexity: linear; the stack of open marks is bounded.
struct QuotationMarks {
  enum Family: UInt8 { case double, single, angular }
  enum Side: UInt8 {
    case open, close, either
    /// Closes, or is the possessive of a plural: what follows decides.
    case perhapsClose
  }

  struct Mark {
    var range: Range<Int>
    var family: Family
    var side: Side
  }

  private struct Pending {
    var family: Family
    var start: Int
    var continuesLast: Bool
  }

  private let text: [UInt8]
  private var found: [QuotedRange] = []
  private var stack: [Pending] = []

  private static let maximumDepth = 6
  /// Beyond this a mark left open ends with its paragraph, whatever follows.
  private static let longestAcrossParagraphs = 4

  /// `paragraphs` in text order, not overlapping.
  static func pairs(in text: [UInt8], paragraphs: [TextRange]) -> [QuotedRange] {
    var scan = QuotationMarks(text: text)
    scan.run(paragraphs)
    scan.found.sort { $0.range < $1.range }
    return scan.found
  }

  private init(text: [UInt8]) { self.text = text }

  private mutating func run(_ paragraphs: [TextRange]) {
    var carried = 0
    for (index, paragraph) in paragraphs.enumerated() {
      let marks = marks(in: paragraph.indices)
      var rest = marks[...]
      if let last = stack.first {
        // Open from the paragraph before: this one either opens anew or holds the closing mark.
        let opensAnew =
          marks.first.map {
            $0.family == last.family && $0.side != .close
              && isBlank(Int(paragraph.start)..<$0.range.lowerBound)
          } ?? false
        if opensAnew, let mark = rest.popFirst() {
          closeAll(at: Int(paragraphs[index - 1].end))
          stack = [Pending(family: mark.family, start: mark.range.upperBound, continuesLast: true)]
          carried = 0
        } else if marks.first(where: { $0.family == last.family })?.side == .close,
          carried < Self.longestAcrossParagraphs
        {
          carried += 1
        } else {
          closeAll(at: Int(paragraphs[index - 1].end))
          carried = 0
        }
      }
      for mark in rest { take(mark) }
      if stack.count > 1 { stack.removeLast(stack.count - 1) }
      if stack.first?.family == .single { stack = [] }
      if index == paragraphs.count - 1 { closeAll(at: Int(paragraph.end)) }
    }
  }

  private mutating func take(_ mark: Mark) {
    let open = stack.lastIndex { $0.family == mark.family }
    switch mark.side {
    case .close, .perhapsClose: if let open { close(open, at: mark.range.lowerBound) }
    case .either:
      if let open { close(open, at: mark.range.lowerBound) } else { push(mark) }
    case .open:
      // The same mark twice: the first was never closed.
      if let open { stack.removeLast(stack.count - open) }
      push(mark)
    }
  }

  private mutating func push(_ mark: Mark) {
    guard stack.count < Self.maximumDepth else { return }
    stack.append(
      Pending(family: mark.family, start: mark.range.upperBound, continuesLast: false))
  }

  private mutating func close(_ index: Int, at end: Int) {
    emit(stack[index], end, depth: index, isOpenEnded: false)
    stack.removeLast(stack.count - index)
  }

  private mutating func closeAll(at end: Int) {
    if let outermost = stack.first { emit(outermost, end, depth: 0, isOpenEnded: true) }
    stack = []
  }

  private mutating func emit(_ open: Pending, _ end: Int, depth: Int, isOpenEnded: Bool) {
    var (start, end) = (open.start, end)
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    guard start < end else { return }
    found.append(
      QuotedRange(
        range: TextRange(start, end), depth: depth, isOpenEnded: isOpenEnded,
        continuesLast: open.continuesLast))
  }

  private func isBlank(_ range: Range<Int>) -> Bool { range.allSatisfy { text[$0] <= 0x20 } }
}

// MARK: What is a mark

extension QuotationMarks {
  private func marks(in range: Range<Int>) -> [Mark] {
    var marks: [Mark] = []
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = text[i]
      guard byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0xe2 || byte == 0xc2 else {
        i += 1
        continue
      }
      let scalar = text.span.scalar(at: i)
      var length = scalar.length
      if byte == 0x27 || byte == 0x60, i + 1 < range.upperBound, text[i + 1] == byte { length = 2 }
      if let mark = mark(scalar.value, i..<min(i + length, range.upperBound), within: range) {
        marks.append(mark)
      }
      i += length
    }
    return decided(marks)
  }

  /// "the workers' union": a possessive where a mark that surely closes comes next.
  private func decided(_ marks: [Mark]) -> [Mark] {
    var next: Side?
    var kept: [Mark] = []
    for var mark in marks.reversed() where mark.family == .single || mark.side != .perhapsClose {
      if mark.side == .perhapsClose {
        if next == .close { continue }
        mark.side = .close
      }
      if mark.family == .single { next = mark.side }
      kept.append(mark)
    }
    return kept.reversed()
  }

  private func mark(_ scalar: UInt32, _ at: Range<Int>, within range: Range<Int>) -> Mark? {
    switch scalar {
    case 0x201c, 0x201e, 0x201f: Mark(range: at, family: .double, side: .open)
    case 0x201d: Mark(range: at, family: .double, side: .close)
    case 0xab: Mark(range: at, family: .angular, side: .open)
    case 0xbb: Mark(range: at, family: .angular, side: .close)
    case 0x22: Mark(range: at, family: .double, side: side(at, within: range))
    case 0x60: at.count == 2 ? Mark(range: at, family: .double, side: .open) : nil
    case 0x2018: Mark(range: at, family: .single, side: .open)
    case 0x2019: closesSingle(at, within: range)
    case 0x27 where at.count == 2: Mark(range: at, family: .double, side: .close)
    case 0x27:
      side(at, within: range) == .open
        ? Mark(range: at, family: .single, side: .open) : closesSingle(at, within: range)
    default: nil
    }
  }

  /// An apostrophe between letters, or the possessive of a plural, closes nothing.
  private func closesSingle(_ at: Range<Int>, within range: Range<Int>) -> Mark? {
    if at.upperBound < range.upperBound,
      text.span.scalar(at: at.upperBound).characterClass.isWord
    {
      return nil
    }
    let before =
      at.lowerBound > range.lowerBound
      ? text.span.scalar(before: at.lowerBound, floor: range.lowerBound).characterClass : .space
    if before == .space { return nil }
    if before == .lower, text[at.lowerBound - 1] == UInt8(ascii: "s"),
      at.upperBound + 1 < range.upperBound, text[at.upperBound] == 0x20,
      text.span.scalar(at: at.upperBound + 1).characterClass == .lower
    {
      return Mark(range: at, family: .single, side: .perhapsClose)
    }
    return Mark(range: at, family: .single, side: .close)
  }

  /// Which way a straight mark faces, by what stands beside it.
  private func side(_ at: Range<Int>, within range: Range<Int>) -> Side {
    let left =
      at.lowerBound > range.lowerBound
      ? text.span.scalar(before: at.lowerBound, floor: range.lowerBound) : nil
    let right = at.upperBound < range.upperBound ? text.span.scalar(at: at.upperBound) : nil
    let blankLeft = left.map { $0.characterClass == .space } ?? true
    let blankRight = right.map { $0.characterClass == .space } ?? true
    if blankLeft != blankRight { return blankLeft ? .open : .close }
    if blankLeft { return .either }
    // A bracket, a dash or another quote before a word opens: ("so", -"so", '"so"'.
    let opensAfter: Set<UInt32> = [0x28, 0x5b, 0x2013, 0x2014, 0x27, 0x2018, 0x201c]
    let leftOpens = left.map { opensAfter.contains($0.value) } ?? false
    let rightIsWord = right.map { $0.characterClass.isWord } ?? false
    if leftOpens && rightIsWord { return .open }
    return rightIsWord ? .either : .close
  }
}
