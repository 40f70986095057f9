package import Formats

/// Finds the time expressions of an article and says which time they mean.
///
/// What the words and the day of publication do not decide is left open: "October 7" of an
/// undated article has no year, unless the article writes that day out elsewhere.
package enum TimeReader {
  package struct Reading: Sendable, Equatable {
    /// In text order, not overlapping.
    package var times: [TimeExpression] = []
    /// Derived from the text where nothing else gave it.
    package var published: PublicationDate?
  }

  package static func read(
    _ text: Span<UInt8>, tokens: [Token], sentences: [Sentence], published: PublicationDate?
  ) -> Reading {
    resolve(found(text, tokens, sentences), published: published)
  }

  /// The same expressions, resolved from another day of publication.
  ///
  /// - Parameter known: days that other articles tell, by index of the expression.
  package static func resolve(
    _ times: [TimeExpression], published: PublicationDate?, known: [Int: CalendarDate] = [:]
  ) -> Reading {
    var reading = Reading(times: times, published: published)
    guard !times.isEmpty else { return reading }
    var resolver = TimeResolver(written: times.compactMap(\.meaning), published: published)
    if published == nil, let derived = derivedPublication(times, resolver) {
      reading.published = derived
      resolver.anchor = derived.earliest...derived.earliest
      resolver.anchorBasis = .text
    }
    for (i, time) in times.enumerated() {
      guard let meaning = time.meaning else { continue }
      let base = anniversaryBase(i, times, resolver)
      var answer = resolver.resolve(meaning, time.tense, base: base)
      if let day = known[i] { answer = .init(when: DateRange(day: day), basis: .related) }
      reading.times[i].when = answer?.when
      reading.times[i].basis = answer?.basis
    }
    return reading
  }

  private static func found(
    _ text: Span<UInt8>, _ tokens: [Token], _ sentences: [Sentence]
  ) -> [TimeExpression] {
    var found: [TimeExpression] = []
    for (index, sentence) in sentences.enumerated()
    where sentence.zone != .residue && sentence.zone != .credit {
      let range = Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound)
      let scan = TimePhraseScan(text: text, tokens: tokens.span, range: range)
      for phrase in scan.phrases() {
        let tense = SentenceTense(text, tokens.span, sentence: range, at: phrase.tokens)
        found.append(expression(phrase, index, tense, tokens))
      }
    }
    return found
  }

  /// The few expressions that stand around number `i` in its sentence.
  private static func neighbours(of i: Int, _ found: [TimeExpression]) -> [TimeExpression] {
    found[max(0, i - 8)..<min(found.count, i + 9)].filter { $0.sentence == found[i].sentence }
  }

  private static func expression(
    _ phrase: TimePhrase, _ sentence: Int, _ tense: SentenceTense, _ tokens: [Token]
  ) -> TimeExpression {
    let range = TextRange(
      Int(tokens[phrase.tokens.lowerBound].range.start),
      Int(tokens[phrase.tokens.upperBound - 1].range.end))
    var kind = TimeExpression.Kind.date
    var duration: String?
    switch phrase.meaning {
    case .duration(let count, let unit):
      kind = .duration
      duration = unit.isoDuration(count)
    case .years: kind = .period
    case .anniversary: kind = .anniversary
    default: break
    }
    var time = TimeExpression(
      range: range, sentence: Int32(sentence), kind: kind, duration: duration)
    time.meaning = phrase.meaning
    time.tense = tense
    return time
  }

  // MARK: Anniversaries

  /// The day that anniversary number `i` remembers, where its sentence names it and its year is
  /// known.
  private static func anniversaryBase(
    _ i: Int, _ found: [TimeExpression], _ resolver: TimeResolver
  ) -> CalendarDate? {
    guard case .anniversary = found[i].meaning else { return nil }
    for other in neighbours(of: i, found) {
      if case .calendar(let date, _) = other.meaning, date.day != nil,
        let day = date.calendarDate ?? resolver.writtenOut(date)
      {
        return day
      }
    }
    return nil
  }

  /// "on Monday … the one-year anniversary of October 7", the year of that day being written:
  /// the article is of that Monday's week.
  private static func derivedPublication(
    _ found: [TimeExpression], _ resolver: TimeResolver
  ) -> PublicationDate? {
    for (i, item) in found.enumerated() {
      guard case .anniversary(let count) = item.meaning,
        let base = anniversaryBase(i, found, resolver), let day = base.adding(years: count),
        neighbours(of: i, found).contains(where: { isDay(day, $0.meaning) })
      else { continue }
      return PublicationDate(
        earliest: day, latest: lastDay(from: day, found), precision: .day, basis: .text)
    }
    return nil
  }

  private static func isDay(_ day: CalendarDate, _ meaning: TimePhrase.Meaning?) -> Bool {
    switch meaning {
    case .weekday(let weekday, nil): weekday == day.weekday
    case .day(0): true
    default: false
    }
  }

  /// Six days on, or the day before a weekday that the text says is still to come.
  private static func lastDay(from day: CalendarDate, _ found: [TimeExpression]) -> CalendarDate {
    var latest = day.adding(days: 6)
    for other in found where other.tense == .future {
      guard let weekday = other.bareWeekday else { continue }
      let ahead = (weekday - day.weekday + 7) % 7
      if ahead > 0 { latest = min(latest, day.adding(days: ahead - 1)) }
    }
    return latest
  }
}

/// Whether the words around a time expression speak of what was or what will be.
package enum SentenceTense: Sendable {
  case past, future, unknown

  /// The nearest word of tense before the expression decides, else the nearest after it.
  init(
    _ text: Span<UInt8>, _ tokens: Span<Token>, sentence: Range<Int>, at phrase: Range<Int>
  ) {
    var i = phrase.lowerBound - 1
    while i >= sentence.lowerBound, i > phrase.lowerBound - 40 {
      if let tense = Self.tense(text, tokens, i, sentence) {
        self = tense
        return
      }
      i -= 1
    }
    i = phrase.upperBound
    // "We leave in May," she said: what stands behind the marks has its own time.
    while i < sentence.upperBound, i < phrase.upperBound + 24, !Self.closes(text, tokens[i]) {
      if let tense = Self.tense(text, tokens, i, sentence) {
        self = tense
        return
      }
      i += 1
    }
    self = .unknown
  }

  private static func tense(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ i: Int, _ sentence: Range<Int>
  ) -> SentenceTense? {
    let range = tokens[i].range.indices
    guard CharacterClass.ascii(text[range.lowerBound]) != .upper || i == sentence.lowerBound
    else { return nil }
    if let word = ShortWord(text, range) {
      if word == due, isReason(text, tokens, i, sentence) { return nil }
      if futureWords.contains(word) { return .future }
      if pastWords.contains(word) { return .past }
      if word == to, i > sentence.lowerBound,
        let before = ShortWord(text, tokens[i - 1].range.indices), beforeTo.contains(before),
        before != due || !isReason(text, tokens, i - 1, sentence)
      {
        return .future
      }
    }
    if range.count >= 9, isLongFuture(text, range) { return .future }
    let isParticiple =
      range.count >= 5 && text[range.upperBound - 1] == UInt8(ascii: "d")
      && text[range.upperBound - 2] == UInt8(ascii: "e")
    return isParticiple ? .past : nil
  }

  /// "due to a storm", unlike "is due to arrive".
  private static func isReason(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ i: Int, _ sentence: Range<Int>
  ) -> Bool {
    func word(_ token: Int) -> ShortWord? {
      sentence.contains(token) ? ShortWord(text, tokens[token].range.indices) : nil
    }
    guard word(i + 1) == to else { return false }
    return !(word(i - 1).map(being.contains) ?? false)
      || word(i + 2).map(determiners.contains) ?? false
  }

  /// A mark that ends a quotation.
  private static func closes(_ text: Span<UInt8>, _ token: Token) -> Bool {
    let range = token.range.indices
    if range.count == 1 { return text[range.lowerBound] == UInt8(ascii: "\"") }
    return range.count == 3 && text[range.lowerBound] == 0xe2
      && text[range.lowerBound + 1] == 0x80 && text[range.lowerBound + 2] == 0x9d
  }

  private static func isLongFuture(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let key = ShortWord(text, range.lowerBound..<range.lowerBound + 8)
    return key.map(longFuture.contains) == true
  }

  private static let to = ShortWord("to")
  private static let due = ShortWord("due")
  private static let being = ShortWord.set("is are was were be been being")
  private static let determiners = ShortWord.set("a an the its his her their this that these those")
  private static let beforeTo = ShortWord.set(
    "is are expected due set likely plans hopes wants slated poised ready going aims intends")
  private static let futureWords = ShortWord.set(
    "will 'll ’ll shall wo upcoming due slated planned")
  /// The first eight letters of "scheduled", "forthcoming".
  private static let longFuture = ShortWord.set("schedule forthcom")
  private static let pastWords = ShortWord.set(
    """
    said told was were had did met came went took made got gave found saw held won lost led \
    left began became fell rose spoke wrote sent paid cut hit put set ran kept brought felt \
    struck shot stood broke flew grew drew drove built bought sold taught caught thought since
    """)
}

extension TimePhrase.Unit {
  /// "P3W"; decades and centuries in years.
  func isoDuration(_ count: Int) -> String {
    switch self {
    case .day: "P\(count)D"
    case .week: "P\(count)W"
    case .month: "P\(count)M"
    case .year: "P\(count)Y"
    case .decade: "P\(count * 10)Y"
    case .century: "P\(count * 100)Y"
    }
  }
}

extension CalendarDate {
  /// The same day of another year, February 29 becoming March 1.
  package func adding(years: Int) -> CalendarDate? {
    let (year, month, day) = components
    return CalendarDate(year: year + years, month: month, day: day)
      ?? CalendarDate(year: year + years, month: 3, day: 1)
  }
}
