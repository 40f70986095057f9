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
    var (start, end) = (tokens.lowerBound, tokens.upperBound)
    while start < end, isSmall(start) { start += 1 }
    while start < end, isSmall(end - 1) { end -= 1 }
    guard start < end else { return }
    if span.type != .person, let person = person(within: start..<end) {
      let stop = words[person - 1].mark == UInt8(ascii: ",") ? person - 1 : person
      result.append(NameSpan(start, stop, span.type, span.confidence))
      result.append(NameSpan(person, end, .person, min(span.confidence, 0.9)))
    } else {
      result.append(NameSpan(start, end, span.type, span.confidence))
    }
  }

  /// Where the person of "Water Board Director Ane Berg" and "the Dutch Parliament, Ane Berg"
  /// begins.
  private func person(within tokens: Range<Int>) -> Int? {
    guard tokens.count > 3 else { return nil }
    return (tokens.lowerBound + 1..<tokens.upperBound - 2).first { k in
      isPerson(k + 1..<tokens.upperBound)
        && (words[k].mark == UInt8(ascii: ",")
          ? words[k - 1].classes.contains(.organizationWord)
            && words[k + 1].classes.meets(.firstName) : isOffice(k))
    }.map { $0 + 1 }
  }

  private func isOffice(_ k: Int) -> Bool {
    words[k].shape.contains(.capital) && words[k].classes.meets([.title, .role])
      && !words[k].classes.meets(NameFinder.heads) && !words[k].classes.meets(.firstName)
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

  /// A common word in small letters that nothing binds: "and incoming".
  private func isSmall(_ k: Int) -> Bool {
    words[k].shape.contains(.small) && !words[k].shape.contains(.mixed)
      && !words[k].shape.contains(.joined) && words[k].classes.meets(.lowerCase)
      && !words[k].classes.contains(.particle)
  }

  /// The last octet of an em dash.
  private static let dash: UInt8 = 0x94
}
