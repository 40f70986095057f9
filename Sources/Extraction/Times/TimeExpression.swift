package import Formats

/// A date, period or duration named in the text, resolved as far as the text allows.
package struct TimeExpression: Sendable, Equatable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// "Friday", "October 7, 2023", "last week", "since 2022".
    case date
    /// "18th-century", "the 1990s".
    case period
    /// "three weeks", "eight decades".
    case duration
    /// "300th anniversary": the range of time is of what is remembered.
    case anniversary
  }

  /// What the resolution rests on.
  package enum Basis: UInt8, Sendable, CaseIterable {
    /// The words alone.
    case explicit
    /// The day of publication.
    case publication
    /// Another date in the text.
    case text
    /// The same event, dated in another article.
    case related
  }

  package var range: TextRange
  /// Index into `Analysis.sentences`.
  package var sentence: Int32
  package var kind: Kind
  /// `nil` where the text does not say which, and for durations.
  package var when: DateRange?
  /// `nil` where `when` is.
  package var basis: Basis?
  /// ISO 8601, for durations only: "P3W", "P80Y".
  package var duration: String?
  /// What it says before anything outside it is asked, so that it can be resolved again.
  var meaning: TimePhrase.Meaning?
  /// How the words around it speak.
  package var tense = SentenceTense.unknown

  package init(
    range: TextRange, sentence: Int32, kind: Kind, when: DateRange? = nil, basis: Basis? = nil,
    duration: String? = nil
  ) {
    self.range = range
    self.sentence = sentence
    self.kind = kind
    self.when = when
    self.basis = basis
    self.duration = duration
  }

  /// ISO 8601: a day, month, year, interval "a/b" of days, or duration; `nil` where unresolved.
  package var value: String? { duration ?? when?.description }

  /// Month and day where no year is written beside them ("October 7").
  package var yearlessDay: (month: Int, day: Int)? {
    guard case .calendar(let phrase, _) = meaning, phrase.year == nil, let month = phrase.month,
      let day = phrase.day
    else { return nil }
    return (month, day)
  }

  /// 0 for Monday where a weekday is all that is written.
  package var bareWeekday: Int? {
    if case .weekday(let weekday, nil) = meaning { weekday } else { nil }
  }
}

extension DateRange: CustomStringConvertible {
  /// ISO 8601: "2023-10-07", "2022-02", "2022", "2024-09-30/2024-10-06"; a stretch of whole years
  /// as years, "1701/1800".
  package var description: String {
    switch precision {
    case .day: return "\(earliest)"
    case .month: return String("\(earliest)".prefix(7))
    case .year: return String("\(earliest)".prefix(4))
    case .week, .range:
      let (first, last) = (earliest.components, latest.components)
      if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) {
        return "\("\(earliest)".prefix(4))/\("\(latest)".prefix(4))"
      }
      return "\(earliest)/\(latest)"
    }
  }

  package init(day: CalendarDate) { self.init(earliest: day, latest: day, precision: .day) }

  package var dayCount: Int { Int(latest.daysSinceEpoch) - Int(earliest.daysSinceEpoch) + 1 }

  package func contains(_ other: DateRange) -> Bool {
    earliest <= other.earliest && other.latest <= latest
  }

  package func overlaps(_ other: DateRange) -> Bool {
    earliest <= other.latest && other.earliest <= latest
  }

  /// From the first day of either to the last; `nil` beyond a month: that tells nothing.
  package func hull(_ other: DateRange) -> DateRange? {
    if self == other { return self }
    let hull = DateRange(
      earliest: min(earliest, other.earliest), latest: max(latest, other.latest),
      precision: .range)
    return hull.dayCount <= 31 ? hull : nil
  }

  /// The whole of a month; `nil` where it does not exist.
  package init?(year: Int, month: Int) {
    guard let first = CalendarDate(year: year, month: month, day: 1),
      let last = CalendarDate(
        year: year, month: month, day: CalendarDate.dayCount(year: year, month: month))
    else { return nil }
    self.init(earliest: first, latest: last, precision: .month)
  }

  /// Whole years, the last included.
  package init?(years: ClosedRange<Int>) {
    guard let first = CalendarDate(year: years.lowerBound, month: 1, day: 1),
      let last = CalendarDate(year: years.upperBound, month: 12, day: 31)
    else { return nil }
    self.init(earliest: first, latest: last, precision: years.count == 1 ? .year : .range)
  }

  /// The week, Monday to Sunday, that lies `offset` weeks after the one of `day`.
  package init(weekOf day: CalendarDate, offset: Int = 0) {
    let monday = Int(day.daysSinceEpoch) - day.weekday + 7 * offset
    self.init(
      earliest: CalendarDate(daysSinceEpoch: Int32(monday)),
      latest: CalendarDate(daysSinceEpoch: Int32(monday + 6)), precision: .week)
  }
}

extension CalendarDate {
  package func adding(days: Int) -> CalendarDate {
    CalendarDate(daysSinceEpoch: daysSinceEpoch + Int32(truncatingIfNeeded: days))
  }
}
