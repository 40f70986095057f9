internal import Formats

/// Turns what a time expression says into days, from the day of publication and the dates that
/// the text writes out.
struct TimeResolver {
  struct Answer: Equatable {
    var when: DateRange
    var basis: TimeExpression.Basis
  }

  /// The days the article may speak from: what all of them give alike is known, what they give
  /// differently only as the range that holds it.
  var anchor: ClosedRange<CalendarDate>?
  var anchorBasis = TimeExpression.Basis.publication
  /// Years of the days that stand in the text in full; days with two years are left out.
  private var years: [Int: Int] = [:]
  private var latestYear: Int?

  init(written: [TimePhrase.Meaning], published: PublicationDate?) {
    if let published, published.earliest <= published.latest {
      // A day that the text itself tells is the one it speaks from, however long it went to press.
      let isDay = published.precision == .day || published.precision == .second
      anchor = published.earliest...(isDay ? published.earliest : published.latest)
    }
    var ambiguous: Set<Int> = []
    for case .calendar(let phrase, _) in written {
      guard let year = phrase.year else { continue }
      if year <= 2100 { latestYear = max(latestYear ?? year, year) }
      guard let month = phrase.month, let day = phrase.day else { continue }
      let key = month * 32 + day
      if let known = years[key], known != year { ambiguous.insert(key) }
      years[key] = year
    }
    for key in ambiguous { years[key] = nil }
  }

  /// The day of a date without a year that the text writes out elsewhere.
  func writtenOut(_ phrase: DatePhrase) -> CalendarDate? {
    guard phrase.year == nil, let month = phrase.month, let day = phrase.day,
      let year = years[month * 32 + day]
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// `base` is the day that an anniversary remembers.
  func resolve(
    _ meaning: TimePhrase.Meaning, _ tense: SentenceTense, base: CalendarDate?
  ) -> Answer? {
    switch meaning {
    case .calendar(let phrase, let weekday): return calendar(phrase, weekday, tense)
    case .weekday(let weekday, let turn):
      return anchored { DateRange(day: day(weekday, turn, tense, $0)) }
    case .monthName(let month, let turn): return anchored { monthName(month, turn, tense, $0) }
    case .day(let offset): return anchored { DateRange(day: $0.adding(days: offset)) }
    case .unit(let unit, let turn): return anchored { self.unit(unit, turn, $0) }
    case .ago(let count, let unit): return anchored { ago(count, unit, $0) }
    case .years(let years):
      return DateRange(years: years).map { Answer(when: $0, basis: .explicit) }
    case .duration: return nil
    case .anniversary(let count):
      if let base {
        return base.adding(years: count).map { Answer(when: DateRange(day: $0), basis: .text) }
      }
      return anchored {
        let year = $0.components.year - count
        return year > 0 ? DateRange(years: year...year) : nil
      }
    }
  }

  private func anchored(_ range: (CalendarDate) -> DateRange?) -> Answer? {
    guard let anchor, let first = range(anchor.lowerBound), let last = range(anchor.upperBound)
    else { return nil }
    return first.hull(last).map { Answer(when: $0, basis: anchorBasis) }
  }

  // MARK: Calendar dates

  private func calendar(
    _ phrase: DatePhrase, _ weekday: Int?, _ tense: SentenceTense
  ) -> Answer? {
    if let year = phrase.year {
      if let day = phrase.calendarDate {
        return Answer(when: DateRange(day: day), basis: .explicit)
      }
      let when =
        phrase.month.flatMap { DateRange(year: year, month: $0) } ?? DateRange(years: year...year)
      return phrase.day == nil ? when.map { Answer(when: $0, basis: .explicit) } : nil
    }
    if let day = writtenOut(phrase), weekday == nil || day.weekday == weekday {
      return Answer(when: DateRange(day: day), basis: .text)
    }
    guard let month = phrase.month, let day = phrase.day else { return nil }
    if anchor != nil {
      return anchored { anchor in
        let middle = anchor.components.year
        let days = (middle - 2...middle + 1)
          .compactMap { CalendarDate(year: $0, month: month, day: day) }
          .filter { weekday == nil || $0.weekday == weekday }
        return Self.choice(days, tense, anchor).map { DateRange(day: $0) }
      }
    }
    // A weekday beside it decides between the years from the latest one written.
    guard let weekday, let latestYear else { return nil }
    let days = (latestYear...latestYear + 2)
      .compactMap { CalendarDate(year: $0, month: month, day: day) }
      .filter { $0.weekday == weekday }
    return days.count == 1 ? Answer(when: DateRange(day: days[0]), basis: .text) : nil
  }

  /// The last that is over, the first still to come, or the nearest.
  private static func choice(
    _ days: [CalendarDate], _ tense: SentenceTense, _ anchor: CalendarDate
  ) -> CalendarDate? {
    func distance(_ day: CalendarDate) -> Int32 {
      abs(day.daysSinceEpoch - anchor.daysSinceEpoch)
    }
    let nearest = days.min { distance($0) < distance($1) }
    // Nobody writes a bare "October 14" of a day ten months off when the next is weeks away.
    guard let nearest, distance(nearest) > 60 else {
      let told = tense == .past ? days.last { $0 <= anchor } : days.first { $0 >= anchor }
      guard tense != .unknown, let told, distance(told) <= 270 else { return nearest }
      return told
    }
    switch tense {
    case .past: return days.last { $0 <= anchor } ?? nearest
    case .future: return days.first { $0 >= anchor } ?? nearest
    case .unknown: return nearest
    }
  }

  // MARK: From the day of publication

  /// In the past tense the latest one, today included; in the future the next one.
  private func day(
    _ weekday: Int, _ turn: Int?, _ tense: SentenceTense, _ anchor: CalendarDate
  ) -> CalendarDate {
    let ahead = (weekday - anchor.weekday + 7) % 7
    let next = anchor.adding(days: ahead == 0 ? 7 : ahead)
    let last = anchor.adding(days: ahead - 7)
    let latest = ahead == 0 ? anchor : last
    switch turn {
    case -1: return last
    case 1: return next
    case 0: return tense == .past ? latest : ahead == 0 ? anchor : next
    default: return tense == .future ? next : latest
    }
  }

  private func monthName(
    _ month: Int, _ turn: Int?, _ tense: SentenceTense, _ anchor: CalendarDate
  ) -> DateRange? {
    let (year, now, _) = anchor.components
    let last = month < now ? year : year - 1
    let next = month > now ? year : year + 1
    switch turn {
    case -1: return DateRange(year: last, month: month)
    case 1: return DateRange(year: next, month: month)
    case 0: return DateRange(year: year, month: month)
    default: break
    }
    switch tense {
    case .past: return DateRange(year: month == now ? year : last, month: month)
    case .future: return DateRange(year: month == now ? year : next, month: month)
    case .unknown: return DateRange(year: year, month: month)
    }
  }

  private func unit(_ unit: TimePhrase.Unit, _ turn: Int, _ anchor: CalendarDate) -> DateRange? {
    let (year, month, _) = anchor.components
    switch unit {
    case .week: return DateRange(weekOf: anchor, offset: turn)
    case .month:
      let months = year * 12 + month - 1 + turn
      return DateRange(year: months / 12, month: months % 12 + 1)
    case .year: return DateRange(years: year + turn...year + turn)
    case .day, .decade, .century: return nil
    }
  }

  private func ago(_ count: Int, _ unit: TimePhrase.Unit, _ anchor: CalendarDate) -> DateRange? {
    let (year, month, _) = anchor.components
    switch unit {
    case .day: return DateRange(day: anchor.adding(days: -count))
    case .week: return DateRange(weekOf: anchor, offset: -count)
    case .month:
      let months = year * 12 + month - 1 - count
      return months >= 12 ? DateRange(year: months / 12, month: months % 12 + 1) : nil
    case .year: return year > count ? DateRange(years: year - count...year - count) : nil
    case .decade:
      let then = year - count * 10
      return then > 0 ? DateRange(years: then / 10 * 10...then / 10 * 10 + 9) : nil
    case .century: return nil
    }
  }
}
