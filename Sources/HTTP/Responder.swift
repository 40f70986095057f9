internal import Formats

/// What an answer says about its connection (RFC 9112 §9.3, §9.6).
enum ConnectionDirective {
  /// It persists, as HTTP/1.1 takes for granted.
  case persist
  /// It persists because an HTTP/1.0 client asked.
  case keepAlive
  case close
}

/// Answers complete requests for one event loop: from the cache where possible, else by a handler.
struct Responder {
  /// What the access log wants to know of the answer just written.
  struct Outcome {
    var status = 0
    var contentByteCount = 0
  }

  private let router: Router
  private let renderer: AnswerRenderer
  private let generation: @Sendable () -> UInt64
  let options: ServerOptions
  /// Copies of what every request needs, so that it need not copy all options.
  let parser: RequestParser
  let requestsPerConnection: Int
  /// Where deferred routes' handlers run.
  let workers: Workers
  /// The last valid Host: nearly all requests have the same, and need not be judged again.
  private var knownHost: [UInt8] = []
  private var cache: AnswerCache
  private var knownHeads = KnownHeads()
  private(set) var nowUnixSeconds: Int64 = .min
  /// As Date says it, remade once a second.
  private var date: [UInt8] = []
  private var outcome = Outcome()
  var log: AccessLog?

  init(
    router: Router, options: ServerOptions, workers: Workers, cacheBytes: Int,
    log: AccessLog? = nil,
    generation: @escaping @Sendable () -> UInt64
  ) {
    self.log = log
    self.router = router
    self.options = options
    self.workers = workers
    parser = RequestParser(limits: options.limits)
    requestsPerConnection = options.limits.requestsPerConnection
    self.generation = generation
    renderer = AnswerRenderer(options: options)
    cache = AnswerCache(byteLimit: cacheBytes)
  }

  /// To be called before the requests of each round: they all have the same Date, and are answered
  /// from what is kept of one generation.
  mutating func beginRound(unixSeconds: Int64) {
    cache.keepOnly(generation: generation())
    guard unixSeconds != nowUnixSeconds else { return }
    nowUnixSeconds = unixSeconds
    date = HTTPDate.bytes(unixSeconds: unixSeconds)
    log?.setTime(unixSeconds: unixSeconds)
  }

  // MARK: Requests

  /// RFC 9112 §3.2.
  @inline(__always)
  mutating func checkHost(_ head: RequestHead, in bytes: Span<UInt8>) throws(ParseError) {
    if let value = head.firstValue(.host), !head.isRepeated(.host),
      bytes.extracting(value).hasSameOctets(as: knownHost.span)
    {
      if !knownHost.isEmpty { return }
    }
    try HostField.check(head, in: bytes)
    if let value = head.firstValue(.host), value.count <= 256 {
      knownHost.removeAll(keepingCapacity: true)
      knownHost.append(bytes.extracting(value))
    }
  }

  /// Appends the answer to one request to `output`.
  @inline(__always)
  mutating func respond(
    to head: RequestHead, in bytes: Span<UInt8>, content: [UInt8],
    _ directive: ConnectionDirective, into output: inout Output
  ) {
    answer(head, bytes, content, directive, into: &output)
    log?.append(
      method: bytes.extracting(head.methodRange), target: bytes.extracting(head.target), outcome)
  }

  private mutating func answer(
    _ head: RequestHead, _ bytes: Span<UInt8>, _ content: [UInt8],
    _ directive: ConnectionDirective, into output: inout Output
  ) {
    guard head.isRead, !head.isRepeated(.accept), head.targetForm != .asterisk else {
      let coding = CodingChoice.of(head, in: bytes)
      let (answer, _) = makeAnswer(head, bytes, content, coding)
      return send(answer, head, bytes, directive, into: &output)
    }
    let coding = CodingChoice.of(head, in: bytes)
    let target = bytes.extracting(head.pathAndQuery)
    let accept = bytes.extracting(head.firstValue(.accept) ?? 0..<0)
    let hash = cache.hash(target: target, accept: accept, coding: coding)
    if let place = cache.place(hash: hash, target: target, accept: accept, coding: coding),
      let found = cache.answer(at: place)
    {
      if directive == .persist { note(head, bytes, place) }
      return send(found, head, bytes, directive, into: &output)
    }
    let (answer, isKept) = makeAnswer(head, bytes, content, coding)
    if isKept {
      cache.insert(answer, hash: hash, target: target, accept: accept, coding: coding)
    }
    send(answer, head, bytes, directive, into: &output)
  }

  /// Has the next request with the same head be answered by `answerKnown`, where its octets alone
  /// decide that it is answered whole and that the connection persists.
  @inline(__always)
  private mutating func note(
    _ head: RequestHead, _ bytes: Span<UInt8>, _ place: AnswerCache.Place
  ) {
    guard head.method == .get, head.methodRange.lowerBound == 0,
      head.present & Self.decidingFields == 0
    else { return }
    knownHeads.note(
      bytes.extracting(0..<head.byteCount), targetEnd: head.target.upperBound, answer: place)
  }

  /// With these, more than the head decides, or the answer is none that is kept.
  private static let decidingFields: UInt32 =
    [KnownField.contentLength, .transferEncoding, .expect, .range].reduce(Validators.fields) {
      $0 | 1 << UInt32($1.rawValue)
    }

  /// Appends the answer to the request that `input` begins with, where that is known.
  ///
  /// - Parameter hint: of the connection's last such request; a client often asks the same again.
  /// - Returns: octets of its head, 0 where nothing was done.
  @inline(__always)
  mutating func answerKnown(
    _ input: Span<UInt8>, hint: inout KnownHeads.Hint, into output: inout Output
  ) -> Int {
    guard let known = knownHeads.match(input, hint: &hint),
      let answer = cache.current(at: known.answer, date: date, unixSeconds: nowUnixSeconds)
    else { return 0 }
    outcome = Outcome(status: answer.status, contentByteCount: answer.contentByteCount)
    let byteCount = answer.bytes.count
    if known.byteCount == input.count, output.isEmpty {
      output.setContent(answer.bytes, 0..<byteCount)
    } else if answer.contentByteCount <= Output.copiedContentByteCount {
      output.append(answer.bytes.span)
    } else {
      let contentStart = byteCount - answer.contentByteCount
      output.append(answer.bytes.span.extracting(0..<contentStart))
      output.setContent(answer.bytes, contentStart..<byteCount)
    }
    log?.append(
      method: input.extracting(0..<3), target: input.extracting(4..<known.targetEnd), outcome)
    return known.byteCount
  }

  /// Appends the answer to octets that are no request, and says that the connection ends.
  mutating func refuse(_ problem: Problem, isHead: Bool, into output: inout Output) {
    sendProblem(problem, .identity, isHead: isHead, .close, into: &output)
    log?.append(method: Span(), target: Span(), outcome)
  }

  /// Appends what a deferred request came to.
  mutating func respond(
    with response: Response, to head: RequestHead, in bytes: Span<UInt8>,
    _ directive: ConnectionDirective, into output: inout Output
  ) {
    let answer = rendered(response, CodingChoice.of(head, in: bytes))
    send(answer, head, bytes, directive, into: &output)
    log?.append(
      method: bytes.extracting(head.methodRange), target: bytes.extracting(head.target), outcome)
  }

  /// The route whose handler gets the content of this request; `nil` where nobody wants it: it is
  /// then read and dropped.
  func route(takingContentOf head: RequestHead, in bytes: Span<UInt8>) -> Route? {
    guard head.method == .post || head.method == .put || head.method == .patch,
      case .handler(let route, _, _) = destination(head, bytes)
    else { return nil }
    return route
  }

  /// The request as work for a worker; `nil` where its answer is made at once.
  func deferred(
    _ head: RequestHead, in bytes: Span<UInt8>, content: [UInt8], from descriptor: Int32
  ) -> DeferredRequest? {
    guard !head.isRead,
      case .handler(let route, let target, let captures) = destination(head, bytes),
      route.isDeferred
    else { return nil }
    return DeferredRequest(
      descriptor: descriptor, startMicroseconds: log?.startMicroseconds ?? 0,
      handler: route.handler, request(head, bytes, route.method, target, captures, content))
  }

  // MARK: Making an answer

  private func makeAnswer(
    _ head: RequestHead, _ bytes: Span<UInt8>, _ content: [UInt8], _ coding: CodingChoice
  ) -> (answer: Answer, isKept: Bool) {
    let response = response(head, bytes, content)
    return (rendered(response, coding), response.isCacheable)
  }

  private func rendered(_ response: Response, _ coding: CodingChoice) -> Answer {
    var response = response
    // RFC 9110 §12.5.3: neither gzip nor the plain form is acceptable.
    if coding == .neither, response.status == 200 { response = Problem.codingRefused.response }
    // RFC 9110 §8.8.2.1: never later than Date, whatever another clock said.
    response.lastModified = response.lastModified.map { min($0, nowUnixSeconds) }
    return renderer.render(response, coding: coding)
  }

  private func response(
    _ head: RequestHead, _ bytes: Span<UInt8>, _ content: [UInt8]
  ) -> Response {
    switch destination(head, bytes) {
    case .response(let response): response
    case .handler(let route, let target, let captures):
      route.handler(request(head, bytes, route.method, target, captures, content))
    }
  }

  /// Where a request leads.
  private enum Destination {
    case handler(Route, RequestTarget, captures: [String])
    /// To no handler.
    case response(Response)
  }

  private func destination(_ head: RequestHead, _ bytes: Span<UInt8>) -> Destination {
    // RFC 9110 §9.1: a method nobody here knows.
    guard let method = head.method else { return .response(Problem.methodUnknown.response) }
    if method == .options, head.targetForm == .asterisk { return .response(allow(router.methods)) }
    // RFC 9110 §9.3.6: no tunnels.
    if method == .connect { return .response(Problem.methodNotAllowed(router.methods).response) }
    let raw = bytes.extracting(head.pathAndQuery)
    guard let target = RequestTarget(raw) else { return .response(Problem.badEncoding.response) }
    switch router.match(method, target.path) {
    case .route(let route, let captures):
      if method != .get, method != .head,
        Validators.evaluate(
          head, in: bytes, against: nil, nowUnixSeconds: nowUnixSeconds) != .proceed
      {
        return .response(Problem.preconditionFailed.response)
      }
      return .handler(route, target, captures: captures)
    case .methodNotAllowed(let allowed):
      if method == .options { return .response(options(head, allowed)) }
      return .response(Problem.methodNotAllowed(allowed).response)
    case .notFound: return .response(Problem.notFound.response)
    }
  }

  private func request(
    _ head: RequestHead, _ bytes: Span<UInt8>, _ method: Method, _ target: RequestTarget,
    _ captures: [String], _ content: [UInt8]
  ) -> Request {
    var fields: [(name: String, value: String)] = []
    fields.reserveCapacity(head.fieldCount)
    head.forEachField(in: bytes) { name, value in
      fields.append(
        (
          name: bytes.text(name).lowercased(), value: bytes.text(value)
        ))
    }
    // RFC 9110 §4.2.3: an absolute-form without a path means `/`.
    let sent = bytes.text(head.pathAndQuery)
    return Request(
      method: method, path: target.path, captures: captures, query: target.query,
      target: sent.hasPrefix("/") ? sent : "/" + sent, fields: fields, content: content)
  }

  private func allow(_ methods: [Method]) -> Response {
    Response(
      status: 204, contentType: "", content: [],
      fields: [("Allow", methods.map(\.name).joined(separator: ", "))])
  }

  /// OPTIONS on a path. With Origin and Access-Control-Request-Method it is a CORS preflight
  /// (Fetch Standard §3.3): everything served here may be read by a page of the allowed origin.
  private func options(_ head: RequestHead, _ allowed: [Method]) -> Response {
    var response = allow(allowed)
    guard options.corsOrigin != nil, head.has(.origin), head.has(.accessControlRequestMethod)
    else { return response }
    response.fields += [
      ("Access-Control-Allow-Methods", allowed.map(\.name).joined(separator: ", ")),
      ("Access-Control-Allow-Headers", "*"),
      ("Access-Control-Max-Age", String(options.limits.preflightSeconds)),
    ]
    return response
  }

  // MARK: Sending

  private mutating func send(
    _ answer: Answer, _ head: RequestHead, _ bytes: Span<UInt8>,
    _ directive: ConnectionDirective, into output: inout Output
  ) {
    if answer.status == 200, head.isRead, head.present & (Validators.fields | Self.rangeField) != 0
    {
      return sendSelected(answer, head, bytes, directive, into: &output)
    }
    write(answer, directive, isHead: head.method == .head, into: &output)
  }

  private static let rangeField: UInt32 = 1 << UInt32(KnownField.range.rawValue)

  /// Preconditions first, then Range (RFC 9110 §13.2.2).
  private mutating func sendSelected(
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
      return sendProblem(
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
        return sendPart(answer, part, head.has(.ifRange), directive, into: &output)
      case .unsatisfiable:
        let problem = Problem.rangeNotSatisfiable(byteCount: answer.contentByteCount)
        return sendProblem(
          problem, CodingChoice.of(head, in: bytes), isHead: isHead, directive, into: &output)
      }
    }
    write(answer, directive, isHead: isHead, into: &output)
  }

  /// RFC 9110 §15.3.7: a client that sent If-Range has the fields of the content already.
  private mutating func sendPart(
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
    let bytes = answer.bytes
    let range = (start + part.lowerBound)..<(start + part.upperBound)
    if part.count <= Output.copiedContentByteCount {
      output.append(bytes.span.extracting(range))
    } else {
      output.setContent(bytes, range)
    }
    outcome.contentByteCount = part.count
  }

  private mutating func sendProblem(
    _ problem: Problem, _ coding: CodingChoice, isHead: Bool, _ directive: ConnectionDirective,
    into output: inout Output
  ) {
    let answer = renderer.render(problem.response, coding: coding)
    write(answer, directive, isHead: isHead, into: &output)
  }

  @inline(__always)
  private mutating func write(
    _ answer: Answer, _ directive: ConnectionDirective, isHead: Bool, into output: inout Output
  ) {
    let bytes = answer.bytes
    // RFC 9110 §9.3.2: HEAD has GET's fields and no content.
    let contentByteCount = isHead ? 0 : answer.contentByteCount
    outcome = Outcome(status: answer.status, contentByteCount: contentByteCount)
    let start = output.gatheredByteCount
    let isCopied = contentByteCount <= Output.copiedContentByteCount
    let copiedEnd = answer.contentStart + (isCopied ? contentByteCount : 0)
    if directive == .persist {
      output.append(bytes.span.extracting(0..<copiedEnd))
    } else {
      output.append(bytes.span.extracting(0..<answer.fieldsStart))
      writeConnection(directive, into: &output)
      output.append(bytes.span.extracting(answer.fieldsStart..<copiedEnd))
    }
    output.overwrite(date.span, at: start + answer.dateStart)
    if !isCopied { output.setContent(bytes, answer.contentStart..<bytes.count) }
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

extension Span<UInt8> {
  /// The octets of `range` as text, what is not UTF-8 replaced.
  func text(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.append(extracting(range))
    return String(decoding: bytes, as: UTF8.self)
  }
}
