internal import Formats

/// Writes answers as they go over the wire: Date and Connection, what preconditions and Range make
/// of them, no content for HEAD.
struct AnswerWriter {
  /// What the access log wants to know of the answer just written.
  struct Outcome {
    var status = 0
    var contentByteCount = 0
  }

  private let renderer: AnswerRenderer
  private(set) var nowUnixSeconds: Int64 = .min
  /// As Date says it.
  private(set) var date: [UInt8] = []
  private(set) var outcome = Outcome()

  init(options: ServerOptions) { renderer = AnswerRenderer(options: options) }

  mutating func setTime(unixSeconds: Int64) {
    nowUnixSeconds = unixSeconds
    date = HTTPDate.bytes(unixSeconds: unixSeconds)
  }

  /// What the handler's response is as an answer in this coding.
  func answer(_ response: Response, _ coding: CodingChoice) -> Answer {
    var response = response
    // RFC 9110 §12.5.3: neither gzip nor the plain form is acceptable.
    if coding == .neither, response.status == 200 { response = Problem.codingRefused.response }
    // RFC 9110 §8.8.2.1: never later than Date, whatever another clock said.
    response.lastModified = response.lastModified.map { min($0, nowUnixSeconds) }
    return renderer.render(response, coding: coding)
  }

  /// Appends `answer`, or what the request's preconditions and Range make of it.
  mutating func write(
    _ answer: Answer, to head: RequestHead, in bytes: Span<UInt8>,
    _ directive: ConnectionDirective, into output: inout Output
  ) {
    if answer.status == 200, head.isRead, head.present & (Validators.fields | Self.rangeField) != 0
    {
      return writeSelected(answer, head, bytes, directive, into: &output)
    }
    writeWhole(answer, directive, isHead: head.method == .head, into: &output)
  }

  private static let rangeField: UInt32 = 1 << UInt32(KnownField.range.rawValue)

  /// Preconditions first, then Range (RFC 9110 §13.2.2).
  private mutating func writeSelected(
    _ answer: Answer, _ head: RequestHead, _ bytes: Span<UInt8>,
    _ directive: ConnectionDirective, into output: inout Output
  ) {
    let isHead = head.method == .head
    switch Validators.evaluate(
      head, in: bytes, against: answer.representation, nowUnixSeconds: nowUnixSeconds)
    {
    case .notModified:
      // RFC 9110 §15.4.5: what a 200 would say of caching, and no metadata of the content.
      return writeHead(304, answer.commonFields + [0x0d, 0x0a], directive, into: &output)
    case .preconditionFailed:
      return write(
        .preconditionFailed, CodingChoice.of(head, in: bytes), isHead: isHead, directive,
        into: &output)
    case .proceed: break
    }
    // RFC 9110 §14.2: Range means something to GET only.
    if !isHead, answer.isRangeable, head.has(.range),
      Validators.allowsRange(
        head, in: bytes, of: answer.representation, nowUnixSeconds: nowUnixSeconds)
    {
      switch ByteRange.of(head, in: bytes, byteCount: answer.contentByteCount) {
      case .whole: break
      case .part(let part):
        return writePart(answer, part, head.has(.ifRange), directive, into: &output)
      case .unsatisfiable:
        let problem = Problem.rangeNotSatisfiable(byteCount: answer.contentByteCount)
        return write(
          problem, CodingChoice.of(head, in: bytes), isHead: isHead, directive, into: &output)
      }
    }
    writeWhole(answer, directive, isHead: isHead, into: &output)
  }

  /// RFC 9110 §15.3.7: a client that sent If-Range has the fields of the content already.
  private mutating func writePart(
    _ answer: Answer, _ part: Range<Int>, _ hasIfRange: Bool, _ directive: ConnectionDirective,
    into output: inout Output
  ) {
    var fields = answer.commonFields
    if !hasIfRange { fields += answer.representationFields }
    fields.append("Content-Range: bytes ")
    fields.append(decimal: Int64(part.lowerBound))
    fields.append("-")
    fields.append(decimal: Int64(part.upperBound - 1))
    fields.append("/")
    fields.append(decimal: Int64(answer.contentByteCount))
    fields.append("\r\nContent-Length: ")
    fields.append(decimal: Int64(part.count))
    fields.append("\r\n\r\n")
    writeHead(206, fields, directive, into: &output)
    let start = answer.contentStart
    output.append(answer.bytes, (start + part.lowerBound)..<(start + part.upperBound))
    outcome.contentByteCount = part.count
  }

  mutating func write(
    _ problem: Problem, _ coding: CodingChoice, isHead: Bool, _ directive: ConnectionDirective,
    into output: inout Output
  ) {
    let answer = renderer.render(problem.response, coding: coding)
    writeWhole(answer, directive, isHead: isHead, into: &output)
  }

  /// Appends a kept answer to a GET, all of it, on a connection that persists.
  ///
  /// - Parameter isAlone: whether nothing else is to be sent with it: it is then not even copied.
  @inline(__always)
  mutating func write(_ answer: AnswerCache.Current, isAlone: Bool, into output: inout Output) {
    outcome = Outcome(status: answer.status, contentByteCount: answer.contentByteCount)
    let range = 0..<answer.bytes.count
    if isAlone {
      output.share(answer.bytes, range)
    } else {
      output.append(answer.bytes, range)
    }
  }

  private mutating func writeWhole(
    _ answer: Answer, _ directive: ConnectionDirective, isHead: Bool, into output: inout Output
  ) {
    let bytes = answer.bytes
    // RFC 9110 §9.3.2: HEAD has GET's fields and no content.
    let contentByteCount = isHead ? 0 : answer.contentByteCount
    outcome = Outcome(status: answer.status, contentByteCount: contentByteCount)
    let start = output.gatheredByteCount
    if directive == .persist {
      output.append(bytes.span.extracting(0..<answer.contentStart))
    } else {
      output.append(bytes.span.extracting(0..<answer.fieldsStart))
      writeConnection(directive, into: &output)
      output.append(bytes.span.extracting(answer.fieldsStart..<answer.contentStart))
    }
    output.overwrite(date.span, at: start + answer.dateStart)
    output.append(bytes, answer.contentStart..<(answer.contentStart + contentByteCount))
  }

  /// For the answers that are made of a part of another.
  private mutating func writeHead(
    _ status: Int, _ fields: [UInt8], _ directive: ConnectionDirective, into output: inout Output
  ) {
    outcome = Outcome(status: status, contentByteCount: 0)
    var line: [UInt8] = []
    line.append("HTTP/1.1 ")
    line.append(decimal: Int64(status))
    line.append(.space)
    line.append(Reason.phrase(status))
    line.append("\r\nServer: dateline\r\nDate: ")
    line += date
    line.append("\r\n")
    output.append(line.span)
    writeConnection(directive, into: &output)
    output.append(fields.span)
  }

  private func writeConnection(_ directive: ConnectionDirective, into output: inout Output) {
    switch directive {
    case .persist: break
    case .keepAlive: output.append("Connection: keep-alive\r\n")
    case .close: output.append("Connection: close\r\n")
    }
  }
}
