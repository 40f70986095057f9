internal import Formats

/// When an office is or was held, as far as the sentence says that gives it to someone.
package struct Term: Sendable, Equatable {
  package var since: DateRange?
  package var until: DateRange?
  /// The text calls it a past one: "former president".
  package var isFormer = false

  package init(since: DateRange? = nil, until: DateRange? = nil, isFormer: Bool = false) {
    self.since = since
    self.until = until
    self.isFormer = isFormer
  }

  /// Of the office whose name stands at `title`: "…, mayor of Lima from 2001 to 2007,". Between it
  /// and the dates only names and small words may come, so that the dates are not another's.
  package init(ofTitle title: TextRange, in analysis: Analysis, text: [UInt8]) {
    isFormer = Self.isFormer(title, text)
    var at = Int(title.end)
    var bound: Bound?
    for _ in 0..<Self.wordLimit {
      guard let word = Self.word(from: at, text) else { return }
      at = word.upperBound
      if let time = Self.time(at: word.lowerBound, analysis.times) {
        guard let when = time.when, let bound else { return }
        set(when, bound)
        at = max(at, Int(time.range.end))
        continue
      }
      let letters = String(decoding: text[word], as: UTF8.self)
      if let next = Bound.words[letters] {
        bound = next
      } else if !(text[word.lowerBound] &- 0x41 < 26 || Self.links.contains(letters)) {
        return
      }
    }
  }

  /// Which end of the term a date behind a word gives.
  private enum Bound {
    case since, until

    static let words: [String: Bound] = [
      "since": .since, "from": .since, "between": .since, "until": .until, "till": .until,
      "to": .until, "through": .until,
    ]
  }

  private static let links: Set<String> = ["of", "the", "for", "in", "and", "at"]
  private static let formers: Set<String> = ["former", "Former", "ex", "Ex", "onetime", "ousted"]
  /// Words behind a title that are looked at.
  private static let wordLimit = 14

  private mutating func set(_ when: DateRange, _ bound: Bound) {
    switch bound {
    case .until: until = when
    case .since where when.precision == .range:
      since = Self.year(of: when.earliest) ?? when
      until = Self.year(of: when.latest)
    case .since: since = when
    }
  }

  private static func year(of day: CalendarDate) -> DateRange? {
    let year = day.components.year
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year, month: 12, day: 31)
    else { return nil }
    return DateRange(earliest: first, latest: last, precision: .year)
  }

  /// The next run of letters and digits, with nothing but spaces and commas before it.
  private static func word(from start: Int, _ text: [UInt8]) -> Range<Int>? {
    var first = start
    while first < text.count, text[first] == 0x20 || text[first] == UInt8(ascii: ",") { first += 1 }
    var end = first
    while end < text.count, isLetter(text[end]) { end += 1 }
    return first < end ? first..<end : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
  }

  private static func isFormer(_ title: TextRange, _ text: [UInt8]) -> Bool {
    var end = Int(title.start)
    while end > 0, text[end - 1] == 0x20 || text[end - 1] == UInt8(ascii: "-") { end -= 1 }
    var start = end
    while start > 0, (text[start - 1] | 0x20) &- 0x61 < 26 { start -= 1 }
    return formers.contains(String(decoding: text[start..<end], as: UTF8.self))
      || text[title.indices].starts(with: Array("former ".utf8))
  }

  /// The time expression that starts at `offset`; `times` are in text order.
  private static func time(at offset: Int, _ times: [TimeExpression]) -> TimeExpression? {
    let index = times.partitioningIndex { Int($0.range.start) >= offset }
    return index < times.count && Int(times[index].range.start) == offset ? times[index] : nil
  }
}
