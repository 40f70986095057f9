/// The line that shows on a terminal while reading takes longer than about a second.
package struct Progress {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant?
  private let isTerminal: Bool
  /// Bytes of all input; `nil` where standard input hides it.
  private let totalBytes: Int?
  private var bytes = 0
  private var articles = 0

  init(totalBytes: Int?, isTerminal: Bool) {
    start = clock.now
    self.totalBytes = totalBytes
    self.isTerminal = isTerminal
  }

  /// Counts a piece read, and shows the line if it is time.
  mutating func advance(articles: Int, bytes: Int) {
    self.articles += articles
    self.bytes += bytes
    guard isTerminal else { return }
    let now = clock.now
    guard now - (shown ?? start) > .milliseconds(shown == nil ? 1000 : 200) else { return }
    shown = now
    let seconds = (now - start) / .seconds(1)
    let text = Self.line(
      articles: self.articles, seconds: seconds, bytes: self.bytes, totalBytes: totalBytes)
    StandardStream.error.write(Array(("\r\u{1b}[K" + text).utf8))
  }

  /// Takes the line off the terminal, before another is written or at the end.
  mutating func clear() {
    if shown != nil { StandardStream.error.write(Array("\r\u{1b}[K".utf8)) }
  }

  /// `12,345 articles · 2,900/s · 1 min 5 s left`
  package static func line(articles: Int, seconds: Double, bytes: Int, totalBytes: Int?) -> String {
    let rate = Int(clamping: Int64(Double(articles) / max(seconds, 0.001)))
    var text = "\(grouped(articles)) articles · \(grouped(rate))/s"
    if let totalBytes, bytes > 0, bytes < totalBytes {
      let left = seconds * (Double(totalBytes) / Double(bytes) - 1)
      // A file may be larger than any time worth naming.
      let whole = Int(min(left.rounded(.up), 1_000_000))
      text += " · " + (whole < 60 ? "\(whole) s left" : "\(whole / 60) min \(whole % 60) s left")
    }
    return text
  }

  /// 1234567 → `1,234,567`
  package static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (number < 0 ? "-" : "") + text
  }
}
