/// What an answer says about its connection (RFC 9112 §9.3, §9.6).
enum ConnectionDirective {
  /// It persists, as HTTP/1.1 takes for granted.
  case persist
  /// It persists because an HTTP/1.0 client asked.
  case keepAlive
  case close
}

/// Answers complete requests for one event loop: from what is kept where possible, else by a handler.
struct Responder {
  private let dispatcher: Dispatcher
  private var writer: AnswerWriter
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
  var log: AccessLog?

  init(
    router: Router, options: ServerOptions, workers: Workers, cacheBytes: Int,
    log: AccessLog? = nil,
    generation: @escaping @Sendable () -> UInt64
  ) {
    self.log = log
    self.options = options
    self.workers = workers
    parser = RequestParser(limits: options.limits)
    requestsPerConnection = options.limits.requestsPerConnection
    self.generation = generation
    dispatcher = Dispatcher(router: router, options: options)
    writer = AnswerWriter(options: options)
    cache = AnswerCache(byteLimit: cacheBytes)
  }

  /// Whether the time of the last round is over.
  func isPast(unixSeconds: Int64) -> Bool { writer.nowUnixSeconds != unixSeconds }

  /// To be called before the requests of each round: they all have the same Date, and are answered
  /// from what is kept of one generation.
  mutating func beginRound(unixSeconds: Int64) {
    cache.keepOnly(generation: generation())
    guard isPast(unixSeconds: unixSeconds) else { return }
    writer.setTime(unixSeconds: unixSeconds)
    log?.setTime(unixSeconds: unixSeconds)
  }

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
    logAnswer(head, bytes)
  }

  @inline(__always)
  private mutating func logAnswer(_ head: RequestHead, _ bytes: Span<UInt8>) {
    log?.append(
      method: bytes.extracting(head.methodRange), target: bytes.extracting(head.target),
      writer.outcome)
  }

  private mutating func answer(
    _ head: RequestHead, _ bytes: Span<UInt8>, _ content: [UInt8],
    _ directive: ConnectionDirective, into output: inout Output
  ) {
    guard head.isRead, !head.isRepeated(.accept), head.targetForm != .asterisk else {
      let coding = CodingChoice.of(head, in: bytes)
      let (answer, _) = makeAnswer(head, bytes, content, coding)
      return writer.write(answer, to: head, in: bytes, directive, into: &output)
    }
    let coding = CodingChoice.of(head, in: bytes)
    let target = bytes.extracting(head.pathAndQuery)
    let accept = bytes.extracting(head.firstValue(.accept) ?? 0..<0)
    let hash = cache.hash(target: target, accept: accept, coding: coding)
    if let place = cache.place(hash: hash, target: target, accept: accept, coding: coding),
      let found = cache.answer(at: place)
    {
      if directive == .persist { note(head, bytes, place) }
      return writer.write(found, to: head, in: bytes, directive, into: &output)
    }
    let (answer, isKept) = makeAnswer(head, bytes, content, coding)
    if isKept {
      cache.insert(answer, hash: hash, target: target, accept: accept, coding: coding)
    }
    writer.write(answer, to: head, in: bytes, directive, into: &output)
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
      let answer = cache.current(
        at: known.answer, date: writer.date, unixSeconds: writer.nowUnixSeconds)
    else { return 0 }
    let isAlone = known.byteCount == input.count && output.isEmpty
    writer.write(answer, isAlone: isAlone, into: &output)
    log?.append(
      method: input.extracting(0..<3), target: input.extracting(4..<known.targetEnd),
      writer.outcome)
    return known.byteCount
  }

  /// Appends the answer to octets that are no request, and says that the connection ends.
  mutating func refuse(_ problem: Problem, isHead: Bool, into output: inout Output) {
    writer.write(problem, .identity, isHead: isHead, .close, into: &output)
    log?.append(method: Span(), target: Span(), writer.outcome)
  }

  /// Appends what a deferred request came to.
  mutating func respond(
    with response: Response, to head: RequestHead, in bytes: Span<UInt8>,
    _ directive: ConnectionDirective, into output: inout Output
  ) {
    let answer = writer.answer(response, CodingChoice.of(head, in: bytes))
    writer.write(answer, to: head, in: bytes, directive, into: &output)
    logAnswer(head, bytes)
  }

  /// The route whose handler gets the content of this request; `nil` where nobody wants it: it is
  /// then read and dropped.
  func route(takingContentOf head: RequestHead, in bytes: Span<UInt8>) -> Route? {
    dispatcher.route(takingContentOf: head, in: bytes)
  }

  /// The request as work for a worker; `nil` where its answer is made at once.
  func deferred(
    _ head: RequestHead, in bytes: Span<UInt8>, content: [UInt8], from descriptor: Int32
  ) -> DeferredRequest? {
    dispatcher.deferred(
      head, in: bytes, content: content, from: descriptor,
      startMicroseconds: log?.startMicroseconds ?? 0)
  }

  private func makeAnswer(
    _ head: RequestHead, _ bytes: Span<UInt8>, _ content: [UInt8], _ coding: CodingChoice
  ) -> (answer: Answer, isKept: Bool) {
    let response = dispatcher.response(to: head, in: bytes, content: content)
    return (writer.answer(response, coding), response.isCacheable)
  }
}
