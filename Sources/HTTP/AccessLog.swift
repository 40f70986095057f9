internal import Dispatch
internal import Formats
internal import Synchronization

/// Takes the lines of all event loops and hands them on from a queue of its own, so that a slow
/// terminal or disk slows no answer. Bounded: what does not fit is counted and lost.
final class AccessLogQueue: Sendable {
  static let waitingByteLimit = 8_388_608

  private let queue = DispatchQueue(label: "http.access-log", qos: .utility)
  private let waiting = Atomic<Int>(0)
  private let lostLineCount = Atomic<Int>(0)
  private let sink: @Sendable ([UInt8]) -> Void

  init(sink: @escaping @Sendable ([UInt8]) -> Void) { self.sink = sink }

  func submit(_ lines: [UInt8], lineCount: Int) {
    guard waiting.load(ordering: .relaxed) + lines.count <= Self.waitingByteLimit else {
      lostLineCount.wrappingAdd(lineCount, ordering: .relaxed)
      return
    }
    waiting.wrappingAdd(lines.count, ordering: .relaxed)
    queue.async { [self] in
      sink(lines)
      waiting.wrappingSubtract(lines.count, ordering: .relaxed)
      let lost = lostLineCount.exchange(0, ordering: .relaxed)
      if lost > 0 { sink(Array("access log: \(lost) lines lost, the log is too slow\n".utf8)) }
    }
  }

  /// Returns once everything submitted has been handed on.
  func finish() { queue.sync {} }
}

/// One event loop's lines, gathered and handed over when there are many, or once a second.
struct AccessLog {
  private static let submittedByteCount = 32_768

  private let form: AccessLogForm
  private let queue: AccessLogQueue
  private var lines: [UInt8] = []
  private var lineCount = 0
  private var time: [UInt8] = []
  private var peer = PeerAddress(high: 0, low: 0)
  private(set) var startMicroseconds: Int64 = 0

  /// `nil` where nothing is to be logged.
  init?(form: AccessLogForm, queue: AccessLogQueue) {
    if form == .off { return nil }
    self.form = form
    self.queue = queue
  }

  mutating func setTime(unixSeconds: Int64) {
    let days = (unixSeconds >= 0 ? unixSeconds : unixSeconds - 86_399) / 86_400
    let second = Int(unixSeconds - days * 86_400)
    let date = CalendarDate(daysSinceEpoch: Int32(clamping: days)).description
    let parts = [second / 3600, second / 60 % 60, second % 60]
    let clock = parts.map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
    time = Array("\(date)T\(clock)Z".utf8)
  }

  /// Octets of this client have just been read.
  mutating func begin(_ peer: PeerAddress) {
    self.peer = peer
    startMicroseconds = Clock.microseconds()
  }

  /// What a deferred request came to is about to be answered.
  mutating func resume(_ peer: PeerAddress, since startMicroseconds: Int64) {
    self.peer = peer
    self.startMicroseconds = startMicroseconds
  }

  /// - Parameters:
  ///   - method: empty where what came was no request; so for `target`.
  mutating func append(
    method: Span<UInt8>, target: Span<UInt8>, _ outcome: AnswerWriter.Outcome
  ) {
    let microseconds = Clock.microseconds() - startMicroseconds
    switch form {
    case .off: return
    case .text: appendText(method, target, outcome, microseconds)
    case .json: appendJSON(method, target, outcome, microseconds)
    }
    lineCount += 1
    if lines.count >= Self.submittedByteCount { flush() }
  }

  mutating func flush() {
    guard !lines.isEmpty else { return }
    queue.submit(lines, lineCount: lineCount)
    lines = []
    lineCount = 0
  }

  /// `2024-10-07T12:00:00Z 127.0.0.1 GET /articles 200 2400 31us`
  private mutating func appendText(
    _ method: Span<UInt8>, _ target: Span<UInt8>, _ outcome: AnswerWriter.Outcome,
    _ microseconds: Int64
  ) {
    lines += time
    lines.append(.space)
    lines += Array(peer.text.utf8)
    for part in [method.count, target.count] where part == 0 { lines.append(" -") }
    if method.count > 0 {
      lines.append(.space)
      appendQuoted(method)
      lines.append(.space)
      appendQuoted(target)
    }
    for number in [outcome.status, outcome.contentByteCount] {
      lines.append(.space)
      lines.append(decimal: Int64(number))
    }
    lines.append(.space)
    lines.append(decimal: microseconds)
    lines.append("us\n")
  }

  private mutating func appendJSON(
    _ method: Span<UInt8>, _ target: Span<UInt8>, _ outcome: AnswerWriter.Outcome,
    _ microseconds: Int64
  ) {
    lines.append("{\"time\":\"")
    lines += time
    lines.append("\",\"client\":\"")
    lines += Array(peer.text.utf8)
    if method.count > 0 {
      lines.append("\",\"method\":\"")
      appendQuoted(method)
      lines.append("\",\"target\":\"")
      appendQuoted(target)
    }
    lines.append("\",\"status\":")
    lines.append(decimal: Int64(outcome.status))
    lines.append(",\"bytes\":")
    lines.append(decimal: Int64(outcome.contentByteCount))
    lines.append(",\"microseconds\":")
    lines.append(decimal: microseconds)
    lines.append("}\n")
  }

  /// Printable ASCII as it is, everything else and what JSON would escape percent-encoded: a line
  /// stays a line whatever was asked for.
  private mutating func appendQuoted(_ bytes: Span<UInt8>) {
    for i in bytes.indices {
      let byte = bytes[i]
      if byte > 0x20, byte < 0x7f, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        lines.append(byte)
      } else {
        lines.append(contentsOf: PercentEncoding.escape(byte))
      }
    }
  }
}
