/// A time expression as it is written, before anything outside it is asked.
struct TimePhrase: Equatable, Sendable {
  enum Unit: UInt8, Sendable { case day, week, month, year, decade, century }
  /// "last", "this", "next" as weeks, months or years from now.
  enum Meaning: Equatable, Sendable {
    /// With the weekday written beside it, 0 for Monday.
    case calendar(DatePhrase, weekday: Int?)
    /// `turn` is -1 for "last", 1 for "next", 0 for "this", `nil` for none.
    case weekday(Int, turn: Int?)
    case monthName(Int, turn: Int?)
    /// Today is 0.
    case day(Int)
    case unit(Unit, turn: Int)
    case ago(Int, Unit)
    case years(ClosedRange<Int>)
    case duration(Int, Unit)
    case anniversary(Int)
  }

  /// Indices into the article's tokens.
  var tokens: Range<Int>
  var meaning: Meaning
}

/// Finds time expressions in one sentence's tokens.
struct TimePhraseScan: ~Escapable {
  private let text: Span<UInt8>
  private let tokens: Span<Token>
  private let range: Range<Int>

  @_lifetime(copy text, copy tokens)
  init(text: Span<UInt8>, tokens: Span<Token>, range: Range<Int>) {
    self.text = text
    self.tokens = tokens
    self.range = range
  }

  /// In order, not overlapping.
  func phrases() -> [TimePhrase] {
    var found: [TimePhrase] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if mayStart(i), let phrase = phrase(at: i) {
        found.append(phrase)
        i = phrase.tokens.upperBound
      } else {
        i += 1
      }
    }
    return found
  }

  // MARK: Words

  /// Digits, capitals and the few small words that time expressions start with.
  private func mayStart(_ i: Int) -> Bool {
    let first = text[Int(tokens[i].range.start)]
    switch CharacterClass.ascii(first) {
    case .upper, .digit: return true
    case .lower:
      switch first {
      case UInt8(ascii: "l"), UInt8(ascii: "t"), UInt8(ascii: "n"), UInt8(ascii: "y"),
        UInt8(ascii: "o"), UInt8(ascii: "f"), UInt8(ascii: "s"), UInt8(ascii: "e"),
        UInt8(ascii: "a"), UInt8(ascii: "p"), UInt8(ascii: "m"):
        return true
      default: return false
      }
    default: return false
    }
  }

  private func word(_ i: Int) -> ShortWord? {
    range.contains(i) ? ShortWord(text, tokens[i].range.indices) : nil
  }

  private func string(_ i: Int) -> String {
    unsafe text.extracting(tokens[i].range.indices).withUnsafeBufferPointer {
      unsafe String(decoding: $0, as: UTF8.self)
    }
  }

  private func isCapital(_ i: Int) -> Bool {
    CharacterClass.ascii(text[Int(tokens[i].range.start)]) == .upper
  }

  private func isMark(_ i: Int, _ mark: UInt8) -> Bool {
    range.contains(i) && tokens[i].range.count == 1 && text[Int(tokens[i].range.start)] == mark
  }

  /// A number in digits of at most four, with how many there are.
  private func number(_ i: Int) -> (value: Int, digits: Int)? {
    guard range.contains(i), tokens[i].range.count <= 4 else { return nil }
    var value = 0
    for k in tokens[i].range.indices {
      let digit = text[k] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return (value, tokens[i].range.count)
  }

  /// "7", "7th".
  private func dayNumber(_ i: Int) -> Int? {
    if let number = number(i) {
      return number.digits <= 2 && (1...31).contains(number.value) ? number.value : nil
    }
    return ordinal(i).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  /// "7th", "300th", "first".
  private func ordinal(_ i: Int) -> Int? {
    guard range.contains(i), let word = word(i) else { return nil }
    if let value = TimeWords.ordinals[word] { return value }
    let bytes = tokens[i].range.indices
    guard bytes.count >= 3, bytes.count <= 6 else { return nil }
    var value = 0
    for k in bytes.dropLast(2) {
      let digit = text[k] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    let suffix = ShortWord(text, bytes.upperBound - 2..<bytes.upperBound)
    return suffix.map(TimeWords.ordinalSuffixes.contains) == true ? value : nil
  }

  /// "8", "eight", "a".
  private func cardinal(_ i: Int) -> Int? {
    if let number = number(i) { return number.digits <= 3 ? number.value : nil }
    return word(i).flatMap { TimeWords.cardinals[$0] }
  }

  private func year(_ i: Int) -> Int? {
    guard let number = number(i), number.digits == 4, (1500...2100).contains(number.value) else {
      return nil
    }
    return number.value
  }

  private func month(_ i: Int) -> Int? {
    guard range.contains(i), isCapital(i) else { return nil }
    return word(i).flatMap { TimeWords.months[$0] }
      ?? (tokens[i].range.count == 9 ? DatePhrase.month(string(i)) : nil)
  }

  private func weekday(_ i: Int) -> Int? {
    guard range.contains(i), isCapital(i) else { return nil }
    return word(i).flatMap { TimeWords.weekdays[$0] }
      ?? (tokens[i].range.count == 9 ? DatePhrase.weekday(string(i)) : nil)
  }

  private func unit(_ i: Int) -> TimePhrase.Unit? { word(i).flatMap { TimeWords.units[$0] } }

  // MARK: Phrases

  private func phrase(at i: Int) -> TimePhrase? {
    dated(i) ?? turned(i) ?? simple(i) ?? counted(i)
  }

  private func make(_ start: Int, _ end: Int, _ meaning: TimePhrase.Meaning) -> TimePhrase {
    TimePhrase(tokens: start..<end, meaning: meaning)
  }

  /// A month with a day or year, perhaps after a weekday: "Friday, October 7, 2023".
  private func dated(_ i: Int) -> TimePhrase? {
    if let weekday = weekday(i) {
      let next = isMark(i + 1, UInt8(ascii: ",")) ? i + 2 : i + 1
      if let date = monthDate(next) {
        guard case .calendar(let phrase, _) = date.meaning, phrase.day != nil else {
          return make(i, i + 1, .weekday(weekday, turn: nil))
        }
        return make(i, date.tokens.upperBound, .calendar(phrase, weekday: weekday))
      }
      return make(i, i + 1, .weekday(weekday, turn: nil))
    }
    return monthDate(i)
  }

  private func monthDate(_ i: Int) -> TimePhrase? {
    if let month = month(i) {
      var phrase = DatePhrase(month: month)
      var end = i + 1
      if let day = dayNumber(end), !isMark(end + 1, UInt8(ascii: "%")) {
        phrase.day = day
        end += 1
      }
      // "October 7, 2023", "October, 2023".
      if isMark(end, UInt8(ascii: ",")), let year = year(end + 1) {
        phrase.year = year
        end += 2
      } else if let year = year(end) {
        phrase.year = year
        end += 1
      }
      return calendar(i, end, phrase)
    }
    // "7 October 2023", "7th of October".
    guard let day = dayNumber(i) else { return nil }
    let at = word(i + 1) == TimeWords.of ? i + 2 : i + 1
    guard let month = month(at) else { return nil }
    var phrase = DatePhrase(month: month, day: day)
    var end = at + 1
    if let year = year(end) {
      phrase.year = year
      end += 1
    } else if isMark(end, UInt8(ascii: ",")), let year = year(end + 1) {
      phrase.year = year
      end += 2
    }
    return calendar(i, end, phrase)
  }

  private func calendar(_ start: Int, _ end: Int, _ phrase: DatePhrase) -> TimePhrase? {
    if phrase.day == nil, phrase.year == nil {
      // "May", "March" and the rest alone need a word of time before them.
      guard start > range.lowerBound, let before = word(start - 1),
        TimeWords.beforeMonth.contains(before), let month = phrase.month
      else { return nil }
      return make(start, end, .monthName(month, turn: nil))
    }
    return make(start, end, .calendar(phrase, weekday: nil))
  }

  /// "last week", "this month", "next Friday", "last October".
  private func turned(_ i: Int) -> TimePhrase? {
    guard let turn = word(i).flatMap({ TimeWords.turns[$0] }) else { return nil }
    if let unit = unit(i + 1), unit == .week || unit == .month || unit == .year {
      // "the next year" is counted from what is told, "the past week" runs until now.
      let isTold = i > range.lowerBound && word(i - 1) == TimeWords.the
      return isTold || isPlural(i + 1) ? nil : make(i, i + 2, .unit(unit, turn: turn))
    }
    if let weekday = weekday(i + 1) { return make(i, i + 2, .weekday(weekday, turn: turn)) }
    if let month = month(i + 1), dayNumber(i + 2) == nil {
      return make(i, i + 2, .monthName(month, turn: turn))
    }
    return nil
  }

  private func isPlural(_ i: Int) -> Bool {
    text[Int(tokens[i].range.end) - 1] | 0x20 == UInt8(ascii: "s")
  }

  /// "today", "yesterday", "the 1990s", "since 2022", "18th-century".
  private func simple(_ i: Int) -> TimePhrase? {
    if let day = word(i).flatMap({ TimeWords.days[$0] }) { return make(i, i + 1, .day(day)) }
    if tokens[i].range.count == 9, string(i).lowercased() == "yesterday" {
      return make(i, i + 1, .day(-1))
    }
    if let year = year(i) { return yearPhrase(i, year) }
    if let decade = decade(i) { return make(i, i + 1, .years(decade...decade + 9)) }
    if let century = ordinal(i), (1...30).contains(century) {
      let at = isMark(i + 1, UInt8(ascii: "-")) ? i + 2 : i + 1
      if unit(at) == .century {
        return make(i, at + 1, .years((century - 1) * 100 + 1...century * 100))
      }
    }
    return nil
  }

  /// A year stands after a word of time, in brackets, or closes a range "1990-1995".
  private func yearPhrase(_ i: Int, _ year: Int) -> TimePhrase? {
    guard i > range.lowerBound else {
      // "2022 was …": only numbers near our own time open a sentence as years.
      return (1900...2100).contains(year) && range.contains(i + 1) && !isCapital(i + 1)
        && word(i + 1).map(TimeWords.afterYear.contains) == true
        ? make(i, i + 1, .calendar(DatePhrase(year: year), weekday: nil)) : nil
    }
    if isMark(i + 1, UInt8(ascii: "%")) || unit(i + 1) != nil { return nil }
    let isTold = word(i - 1).map(TimeWords.beforeYear.contains) == true
    let isBracketed =
      isMark(i - 1, UInt8(ascii: "("))
      && (isMark(i + 1, UInt8(ascii: ")")) || isMark(i + 1, UInt8(ascii: "-")))
    guard isTold || isBracketed else { return nil }
    return make(i, i + 1, .calendar(DatePhrase(year: year), weekday: nil))
  }

  /// "1990s", "1990's".
  private func decade(_ i: Int) -> Int? {
    let bytes = tokens[i].range.indices
    guard bytes.count >= 5, bytes.count <= 8, text[bytes.upperBound - 1] == UInt8(ascii: "s")
    else { return nil }
    var value = 0
    for k in bytes.lowerBound..<bytes.lowerBound + 4 {
      let digit = text[k] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    for k in bytes.lowerBound + 4..<bytes.upperBound - 1 {
      guard text[k] == UInt8(ascii: "'") || text[k] >= 0x80 else { return nil }
    }
    return value % 10 == 0 && (1500...2090).contains(value) ? value : nil
  }

  /// "two weeks ago", "eight decades", "300th anniversary", "one-year anniversary".
  private func counted(_ i: Int) -> TimePhrase? {
    if let count = ordinal(i), isAnniversary(i + 1) {
      return make(i, i + 2, .anniversary(count))
    }
    guard let count = cardinal(i) else { return nil }
    let at = isMark(i + 1, UInt8(ascii: "-")) ? i + 2 : i + 1
    guard let unit = unit(at) else { return nil }
    if unit == .year, isAnniversary(at + 1) { return make(i, at + 2, .anniversary(count)) }
    // "a year", "one-day trip": too common to be times by themselves.
    if word(at + 1) == TimeWords.ago { return make(i, at + 2, .ago(count, unit)) }
    guard at == i + 1, count > 1, word(at + 1) != TimeWords.old else { return nil }
    return make(i, at + 1, .duration(count, unit))
  }

  private func isAnniversary(_ i: Int) -> Bool {
    range.contains(i) && tokens[i].range.count == 11 && string(i).lowercased() == "anniversary"
  }
}

private enum TimeWords {
  private static func table<T>(_ rows: [(StaticString, T)]) -> [ShortWord: T] {
    var table: [ShortWord: T] = [:]
    for (list, value) in rows {
      for word in ShortWord.set(list) { table[word] = value }
    }
    return table
  }

  static let of = ShortWord("of")
  static let the = ShortWord("the")
  static let ago = ShortWord("ago")
  static let old = ShortWord("old")
  static let months = table([
    ("january jan jan.", 1), ("february feb feb.", 2), ("march mar.", 3), ("april apr apr.", 4),
    ("may", 5), ("june jun jun.", 6), ("july jul jul.", 7), ("august aug aug.", 8),
    ("sept sept. sep sep.", 9), ("october oct oct.", 10), ("november nov nov.", 11),
    ("december dec dec.", 12),
  ])
  static let weekdays = table([
    ("monday mon.", 0), ("tuesday tue. tues.", 1), ("wed. weds.", 2), ("thursday thu. thurs.", 3),
    // "Sun." ends many a sentence about the star.
    ("friday fri.", 4), ("saturday sat.", 5), ("sunday", 6),
  ])
  static let turns = table([("last past previous", -1), ("this", 0), ("next coming", 1)])
  static let days = table([("today tonight", 0), ("tomorrow", 1)])
  static let units: [ShortWord: TimePhrase.Unit] = table([
    ("day days", .day), ("week weeks", .week), ("month months", .month), ("year years", .year),
    ("decade decades", .decade), ("century", .century),
  ])
  static let cardinals = table([
    ("one a", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
    ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("fifteen", 15),
    ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60),
  ])
  static let ordinals = table([
    ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6),
    ("seventh", 7), ("eighth", 8), ("ninth", 9), ("tenth", 10),
  ])
  static let ordinalSuffixes = ShortWord.set("st nd rd th")
  static let beforeMonth = ShortWord.set(
    "in since until till by last next this during early late mid from of through before after")
  static let beforeYear = ShortWord.set(
    """
    in since by until till from of during before after to through between and early late mid \
    circa around than spring summer autumn fall winter year
    """)
  static let afterYear = ShortWord.set("was is saw has had will to marked brought began ended")
}
