/// Opens names that a tagger ran together: at a dash, at a comma or an office before a person; and
/// cuts small words from their ends.
struct NameSeams {
  let words: WordTable

  /// - Parameter spans: in text order, not overlapping; so is the result.
  func opened(_ spans: [NameSpan]) -> [NameSpan] {
    var result: [NameSpan] = []
    result.reserveCapacity(spans.count)
    for span in spans {
      if span.end - span.start < 3 || words.phrase(span.start..<span.end) != nil {
        result.append(span)
      } else {
        open(span, into: &result)
      }
    }
    return result
  }

  private func open(_ span: NameSpan, into result: inout [NameSpan]) {
    var start = span.start
    for k in span.start..<span.end where words[k].mark == Self.dash {
      append(start..<k, of: span, to: &result)
      start = k + 1
    }
    append(start..<span.end, of: span, to: &result)
  }

  private func append(_ tokens: Range<Int>, of span: NameSpan, to result: inout [NameSpan]) {
    let start = tokens.first { !isBinding($0) } ?? tokens.upperBound
    let tail = tokens.lastIndex { !isSmall($0) }.map { $0 + 1 } ?? start
    let end = (tail..<tokens.upperBound).first { isBinding($0) } ?? tokens.upperBound
    guard start < end else { return }
    guard span.type != .person, let (stop, person) = person(within: start..<end) else {
      return result.append(NameSpan(start, end, span.type, span.confidence))
    }
    if stop > start { result.append(NameSpan(start, stop, span.type, span.confidence)) }
    result.append(NameSpan(person, end, .person, min(span.confidence, 0.9)))
  }

  /// Where the body ends and the person begins of "Water Board Director Ane Berg" and "the Dutch
  /// Parliament, Ane Berg".
  private func person(within tokens: Range<Int>) -> (stop: Int, person: Int)? {
    guard tokens.count > 3 else { return nil }
    for k in tokens.lowerBound + 1..<tokens.upperBound - 2
    where isPerson(k + 1..<tokens.upperBound) {
      if words[k].mark == UInt8(ascii: ","), words[k - 1].classes.contains(.organizationWord),
        words[k + 1].classes.meets(.firstName)
      {
        return (k, k + 1)
      }
      if let office = office(endingAt: k, from: tokens.lowerBound) { return (office, k + 1) }
    }
    return nil
  }

  /// Where the title that ends at `k` begins: "Director", "Minority Whip".
  private func office(endingAt k: Int, from start: Int) -> Int? {
    guard words[k].shape.contains(.capital), !words[k].classes.meets(WordTable.otherThanOffice)
    else { return nil }
    let first = (max(start, k - 3)..<k).first { i in
      Int(words[i].phraseLength) == k - i + 1 && words[i].phraseClasses.contains(.title)
    }
    return first ?? (words.isOffice(k) ? k : nil)
  }

  /// Two or three capitalised words that head no body and open with no common word.
  private func isPerson(_ tokens: Range<Int>) -> Bool {
    let isGiven = words[tokens.lowerBound].classes.meets(.firstName)
    return (2...3).contains(tokens.count) && !isCommon(tokens.lowerBound)
      && tokens.allSatisfy { k in
        let classes = words[k].classes
        return words[k].shape.contains(.capital) && !words[k].shape.contains(.allCapitals)
          && !classes.meets([.title, .role, .country, .demonym])
          && (!classes.meets(NameFinder.heads) || isGiven && classes.contains(.surname))
      }
  }

  private func isCommon(_ k: Int) -> Bool {
    words[k].classes.meets(.lowerCase) && !words[k].classes.meets(.firstName)
  }

  private func isSmall(_ k: Int) -> Bool { words[k].shape.contains(.small) }

  /// "and", "of": what neither begins a name nor, with the small words behind it, ends one.
  private func isBinding(_ k: Int) -> Bool {
    isSmall(k) && !words[k].shape.contains(.joined) && words[k].classes.contains(.function)
      && !words[k].classes.contains(.particle)
  }

  /// The last octet of an em dash.
  private static let dash: UInt8 = 0x94
}

extension WordTable {
  /// A title or role that is neither the head of a name nor a given name.
  func isOffice(_ i: Int) -> Bool {
    words[i].classes.meets([.title, .role]) && !words[i].classes.meets(Self.otherThanOffice)
  }

  static let otherThanOffice = NameFinder.heads.union(.firstName)
}
