internal import Formats

extension PublicationDate {
  /// A date or time as metadata gives it: ISO 8601 and RFC 3339 ("2023-10-07",
  /// "2023-10-07T08:00:00Z"), RFC 2822 ("Sat, 07 Oct 2023 08:00:00 +0000"), or words
  /// ("October 7, 2023", "7 Oct 2023", "October 2023", "2023"); `nil` for anything else.
  package init?(metadata text: String) {
    let text = CreditLine.trimmed(text)
    guard !text.isEmpty, text.utf8.count <= 64 else { return nil }
    if let phrase = DatePhrase(text) {
      self.init(phrase)
      return
    }
    guard let moment = Self.timed(text) else { return nil }
    self.init(
      earliest: moment.day, latest: moment.day,
      precision: moment.timestamp == nil ? .day : .second, basis: .metadata,
      timestamp: moment.timestamp)
  }

  private init?(_ phrase: DatePhrase) {
    guard let (earliest, latest) = phrase.bounds else { return nil }
    let precision: Precision = phrase.day != nil ? .day : phrase.month != nil ? .month : .year
    self.init(earliest: earliest, latest: latest, precision: precision, basis: .metadata)
  }

  /// A date with a time of day behind it.
  private static func timed(_ text: String) -> (day: CalendarDate, timestamp: String?)? {
    // RFC 3339 §5.6; a space for the "T" and a missing zone are common.
    let bytes = Array(text.utf8)
    if bytes.count > 10,
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t")
        || bytes[10] == 0x20,
      let day = DatePhrase(text.prefix(10))?.calendarDate
    {
      let clock = Clock(text.dropFirst(11))
      return (day, clock?.zone.map { _ in "\(day)T\(clock?.text ?? "")" })
    }
    // RFC 2822 §3.3 and what pages print: the time follows the date.
    var words = text.split { $0 == " " || $0 == "," }[...]
    guard let at = words.firstIndex(where: { $0.contains(":") }), at > words.startIndex else {
      return nil
    }
    let clock = Clock(words[at...].joined(separator: " "))
    words = words[..<at]
    if words.last == "at" || words.last == "-" || words.last == "|" { words.removeLast() }
    guard let day = DatePhrase(words.joined(separator: " "))?.calendarDate else { return nil }
    return (day, clock?.zone.map { _ in "\(day)T\(clock?.text ?? "")" })
  }
}

/// A time of day with its zone, as RFC 3339 writes it.
private struct Clock {
  var hour = 0
  var minute = 0
  var second = 0
  /// "Z" or "+05:30"; `nil` where none is given, and then no instant is known.
  var zone: String?

  var text: String { "\(two(hour)):\(two(minute)):\(two(second))\(zone ?? "")" }

  init?(_ text: some StringProtocol) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ":") }
    let parts = digits.split(separator: ":").map { Int($0) }
    guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1],
      hour < 24, minute < 60
    else { return nil }
    self.hour = hour
    self.minute = minute
    if parts.count == 3 {
      guard let second = parts[2], second <= 60 else { return nil }
      self.second = min(second, 59)
    }
    var rest = Substring(text.dropFirst(digits.count))
    if rest.first == "." { rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber } }
    rest = rest.drop { $0 == " " }
    zone = Self.zone(rest)
  }

  private static func zone(_ text: Substring) -> String? {
    switch text.uppercased() {
    case "Z", "UT", "UTC", "GMT": return "Z"
    default: break
    }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.utf8.count == 4 || digits.utf8.count == 2,
      digits.utf8.allSatisfy({ $0 &- 0x30 < 10 })
    else { return nil }
    let minutes = digits.utf8.count == 4 ? String(digits.suffix(2)) : "00"
    return "\(sign)\(digits.prefix(2)):\(minutes)"
  }

  private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
