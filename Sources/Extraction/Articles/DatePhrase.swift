package import Formats

/// A calendar date as people write it, with only the parts that were written.
package struct DatePhrase: Equatable, Sendable {
  package var year: Int?
  package var month: Int?
  package var day: Int?

  package init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// "October 7, 2023", "Oct. 7", "7th October 2023", "Monday, 7 Oct 2023", "2023-10-07",
  /// "October 2023", "2023"; `nil` for anything else, and for days that do not exist.
  package init?(_ text: some StringProtocol) {
    if let iso = Self.iso(text) {
      self = iso
      return
    }
    var words = text.split { " ,\t\u{a0}\u{202f}".contains($0) }
    if let first = words.first, Self.isWeekday(first) { words.removeFirst() }
    if words.first == "the" { words.removeFirst() }
    guard (1...4).contains(words.count) else { return nil }
    words.removeAll { $0 == "of" }
    self.init()
    for word in words {
      if let month = Self.month(word), self.month == nil {
        self.month = month
      } else if let number = Self.number(word) {
        if number.digits == 4, year == nil, (1000...2999).contains(number.value) {
          year = number.value
        } else if number.digits <= 2, day == nil, (1...31).contains(number.value) {
          day = number.value
        } else {
          return nil
        }
      } else {
        return nil
      }
    }
    guard isPossible else { return nil }
  }

  /// The day, where all three parts are written.
  package var calendarDate: CalendarDate? {
    guard let year, let month, let day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The day of the year that makes it nearest to `anchor`.
  package func nearest(to anchor: CalendarDate) -> CalendarDate? {
    if year != nil { return calendarDate }
    guard let month, let day else { return nil }
    let middle = anchor.components.year
    return (middle - 1...middle + 1)
      .compactMap { CalendarDate(year: $0, month: month, day: day) }
      .min {
        abs($0.daysSinceEpoch - anchor.daysSinceEpoch)
          < abs($1.daysSinceEpoch - anchor.daysSinceEpoch)
      }
  }

  /// First and last day it may mean; `nil` without a year.
  package var bounds: (CalendarDate, CalendarDate)? {
    guard let year else { return nil }
    if let date = calendarDate { return (date, date) }
    let first = month ?? 1
    let last = month ?? 12
    guard let start = CalendarDate(year: year, month: first, day: 1),
      let end = CalendarDate(
        year: year, month: last, day: CalendarDate.dayCount(year: year, month: last))
    else { return nil }
    return (start, end)
  }

  private var isPossible: Bool {
    guard let month else { return day == nil && year != nil }
    guard let day else { return true }
    return CalendarDate(year: year ?? 2000, month: month, day: day) != nil
  }

  // MARK: Words

  /// 1...12 for a month's name or abbreviation.
  package static func month(_ word: some StringProtocol) -> Int? {
    guard let key = letters(word), key.utf8.count >= 3 else { return nil }
    if key == "sept" { return 9 }
    for (i, name) in months.enumerated() where name == key || name.prefix(3) == key {
      return i + 1
    }
    return nil
  }

  /// 0 for Monday … 6 for Sunday.
  package static func weekday(_ word: some StringProtocol) -> Int? {
    guard let key = letters(word), key.utf8.count >= 3 else { return nil }
    for (i, name) in weekdays.enumerated()
    where name == key || name.prefix(3) == key
      || (key.utf8.count <= 5 && name.hasPrefix(key) && i != 6)
    {
      return i
    }
    return nil
  }

  private static func isWeekday(_ word: some StringProtocol) -> Bool { weekday(word) != nil }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Lower case, a final stop dropped; `nil` where anything but ASCII letters is left.
  private static func letters(_ word: some StringProtocol) -> String? {
    guard word.utf8.count <= 10 else { return nil }
    var key = word.lowercased()
    if key.last == "." { key.removeLast() }
    return key.utf8.allSatisfy { $0 &- 0x61 < 26 } ? key : nil
  }

  /// "7", "07", "7th"; how many digits were written.
  private static func number(_ word: some StringProtocol) -> (value: Int, digits: Int)? {
    let digits = word.utf8.prefix { $0 &- 0x30 < 10 }
    guard (1...4).contains(digits.count),
      let value = Int(String(decoding: Array(digits), as: UTF8.self))
    else { return nil }
    let rest = word.dropFirst(digits.count)
    guard rest.isEmpty || ["st", "nd", "rd", "th", "."].contains(String(rest)) else { return nil }
    return (value, digits.count)
  }

  /// "2023-10-07", "2023-10", "2023/10/07", "20231007".
  private static func iso(_ text: some StringProtocol) -> DatePhrase? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
    guard (2...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month)
    else { return nil }
    var phrase = DatePhrase(year: year, month: month)
    if parts.count == 3 {
      guard let day = Int(parts[2]) else { return nil }
      phrase.day = day
      guard phrase.calendarDate != nil else { return nil }
    }
    return (1...9999).contains(year) ? phrase : nil
  }
}
