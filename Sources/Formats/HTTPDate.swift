/// The date of HTTP (RFC 9110 §5.6.7): written in one form, read in three.
package enum HTTPDate {
  /// `Sun, 06 Nov 1994 08:49:37 GMT` is always 29 octets.
  package static let byteCount = 29

  private static let dayNames = Array("MonTueWedThuFriSatSun".utf8)
  private static let longDayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ].map { Array($0.utf8) }
  private static let monthNames = Array("JanFebMarAprMayJunJulAugSepOctNovDec".utf8)

  /// IMF-fixdate; moments outside the years 1...9999 are held to the nearest second inside.
  package static func bytes(unixSeconds: Int64) -> [UInt8] {
    let seconds = min(max(unixSeconds, -62_135_596_800), 253_402_300_799)
    let days = Int32((seconds >= 0 ? seconds : seconds - 86_399) / 86_400)
    let date = CalendarDate(daysSinceEpoch: days)
    let (year, month, day) = date.components
    let second = Int(seconds - Int64(days) * 86_400)
    var out: [UInt8] = []
    out.reserveCapacity(byteCount)
    out.append(contentsOf: dayNames[(date.weekday * 3)..<(date.weekday * 3 + 3)])
    out.append(contentsOf: [0x2c, 0x20])
    append(day, width: 2, to: &out)
    out.append(0x20)
    out.append(contentsOf: monthNames[(month * 3 - 3)..<(month * 3)])
    out.append(0x20)
    append(year, width: 4, to: &out)
    out.append(0x20)
    append(second / 3600, width: 2, to: &out)
    out.append(0x3a)
    append(second / 60 % 60, width: 2, to: &out)
    out.append(0x3a)
    append(second % 60, width: 2, to: &out)
    out.append(contentsOf: [0x20, 0x47, 0x4d, 0x54])
    return out
  }

  /// The moment meant by an IMF-fixdate, an RFC 850 date or an asctime date; `nil` for anything
  /// else, a wrong day of the week included.
  ///
  /// - Parameter nowUnixSeconds: places the two-digit year of RFC 850: a year that seems more than
  ///   50 years ahead is the latest one in the past with the same digits.
  package static func unixSeconds(_ bytes: Span<UInt8>, nowUnixSeconds: Int64) -> Int64? {
    var scanner = Scanner(bytes: bytes)
    if let date = fixdate(&scanner) { return date }
    scanner.position = 0
    if let date = asctime(&scanner) { return date }
    scanner.position = 0
    return rfc850(&scanner, nowUnixSeconds: nowUnixSeconds)
  }

  private static func append(_ value: Int, width: Int, to out: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      out.append(0x30 + UInt8(value / divisor % 10))
      divisor /= 10
    }
  }

  private static func fixdate(_ s: inout Scanner) -> Int64? {
    guard let weekday = s.index(in: dayNames, width: 3), s.skip(", "),
      let day = s.number(2), s.skip(" "), let month = s.index(in: monthNames, width: 3),
      s.skip(" "), let year = s.number(4), s.skip(" "), let time = s.time(), s.skip(" GMT"),
      s.isAtEnd
    else { return nil }
    return moment(year, month + 1, day, time, weekday: weekday)
  }

  private static func asctime(_ s: inout Scanner) -> Int64? {
    guard let weekday = s.index(in: dayNames, width: 3), s.skip(" "),
      let month = s.index(in: monthNames, width: 3), s.skip(" "),
      let day = s.skip(" ") ? s.number(1) : s.number(2), s.skip(" "), let time = s.time(),
      s.skip(" "), let year = s.number(4), s.isAtEnd
    else { return nil }
    return moment(year, month + 1, day, time, weekday: weekday)
  }

  private static func rfc850(_ s: inout Scanner, nowUnixSeconds: Int64) -> Int64? {
    guard let weekday = s.index(of: longDayNames), s.skip(", "), let day = s.number(2),
      s.skip("-"), let month = s.index(in: monthNames, width: 3), s.skip("-"),
      let shortYear = s.number(2), s.skip(" "), let time = s.time(), s.skip(" GMT"), s.isAtEnd
    else { return nil }
    let now = min(max(nowUnixSeconds, 0), 253_402_300_799)
    let (thisYear, thisMonth, today) = CalendarDate(daysSinceEpoch: Int32(now / 86_400)).components
    var year = thisYear / 100 * 100 + shortYear
    // RFC 9110 §5.6.7: more than 50 years ahead, to the second.
    let isLaterInYear = (month + 1, day, time) > (thisMonth, today, now % 86_400)
    if year > thisYear + 50 || year == thisYear + 50 && isLaterInYear { year -= 100 }
    return moment(year, month + 1, day, time, weekday: weekday)
  }

  private static func moment(
    _ year: Int, _ month: Int, _ day: Int, _ time: Int64, weekday: Int
  ) -> Int64? {
    guard let date = CalendarDate(year: year, month: month, day: day), date.weekday == weekday
    else { return nil }
    return Int64(date.daysSinceEpoch) * 86_400 + time
  }

  private struct Scanner: ~Escapable {
    let bytes: Span<UInt8>
    var position = 0

    @_lifetime(copy bytes)
    init(bytes: Span<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    @_lifetime(self: copy self)
    mutating func skip(_ text: StaticString) -> Bool {
      let count = text.utf8CodeUnitCount
      guard bytes.count - position >= count else { return false }
      for i in 0..<count where unsafe bytes[position + i] != text.utf8Start[i] { return false }
      position += count
      return true
    }

    @_lifetime(self: copy self)
    mutating func number(_ width: Int) -> Int? {
      guard bytes.count - position >= width else { return nil }
      var value = 0
      for i in position..<(position + width) {
        guard (0x30...0x39).contains(bytes[i]) else { return nil }
        value = value * 10 + Int(bytes[i] - 0x30)
      }
      position += width
      return value
    }

    /// Seconds of the day; a leap second counts as the one before.
    @_lifetime(self: copy self)
    mutating func time() -> Int64? {
      guard let hour = number(2), skip(":"), let minute = number(2), skip(":"),
        let second = number(2), hour < 24, minute < 60, second <= 60
      else { return nil }
      return Int64(hour * 3600 + minute * 60 + min(second, 59))
    }

    @_lifetime(self: copy self)
    mutating func index(in names: [UInt8], width: Int) -> Int? {
      guard bytes.count - position >= width else { return nil }
      for start in stride(from: 0, to: names.count, by: width) where holds(names, start, width) {
        position += width
        return start / width
      }
      return nil
    }

    @_lifetime(self: copy self)
    mutating func index(of names: [[UInt8]]) -> Int? {
      for (i, name) in names.enumerated() {
        guard bytes.count - position >= name.count, holds(name, 0, name.count) else { continue }
        position += name.count
        return i
      }
      return nil
    }

    private func holds(_ names: [UInt8], _ start: Int, _ width: Int) -> Bool {
      for i in 0..<width where bytes[position + i] != names[start + i] { return false }
      return true
    }
  }
}
