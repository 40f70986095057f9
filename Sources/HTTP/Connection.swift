/// One socket's life: requests in, answers out, in order (RFC 9112 §9). Knows no socket: octets
/// are handed to it, so the same code runs on a real one and in memory.
///
/// An idle connection owns no buffer: `work` exists only while something is unfinished.
final class Connection {
  enum Phase: UInt8 {
    /// Between requests.
    case idle
    /// Some octets of a head are here.
    case head
    /// A head is complete, its content is not.
    case content
    /// A worker has the request: nothing is read until its answer is here, so that answers keep
    /// the order of their requests.
    case deferred
    /// The last answer is on its way.
    case closing
    /// The last answer is gone; what still arrives is dropped until the client closes too, so that
    /// no reset destroys that answer (RFC 9112 §9.6).
    case lingering
  }

  /// What one call of `advance` came to.
  enum Step {
    case needsMore, answered
    /// `work.deferred` is to be run and its response given to `complete`.
    case deferred
    /// The connection ends once the output is gone.
    case last
  }

  /// What is unfinished.
  final class Work {
    /// Octets read and not consumed.
    var carry: [UInt8] = []
    /// How many of them the parser has seen in vain.
    var parsedByteCount = 0
    /// The head whose content is being read, or whose answer a worker makes.
    private(set) var head = RequestHead()
    /// What its ranges are over.
    var headBytes: [UInt8] = []
    var decoder: ContentDecoder?
    var isKeeping = false
    var content: [UInt8] = []
    /// Taken before content of a deferred route is read, kept until its answer is sent.
    var place: Workers.Place?
    /// What a worker has.
    var deferred: DeferredRequest?
    /// What it came to while output was still waiting.
    var response: Response?
    /// What the socket did not take.
    var unsent = Output()
    var unsentOffset = 0

    func keep(_ head: RequestHead, _ bytes: Span<UInt8>) {
      self.head = head
      headBytes.removeAll()
      headBytes.append(bytes.extracting(0..<head.byteCount))
    }
  }

  let descriptor: Int32
  let peer: PeerAddress
  private(set) var phase = Phase.idle
  /// True while output waits: nothing is read, nothing answered.
  var isPaused = false
  /// Whether the client has closed its half.
  var sawEnd = false
  private var lastHead = KnownHeads.Hint()
  private var requestCount: Int32 = 0
  /// The loop's second in which the present phase has lasted too long.
  var deadline: Int32 = 0
  /// The second of the wheel's slot that holds this connection.
  var wheelSecond: Int32 = 0
  var work: Work?

  init(descriptor: Int32, peer: PeerAddress) {
    self.descriptor = descriptor
    self.peer = peer
  }

  /// The work in hand, begun where there is none.
  var begunWork: Work {
    if let work { return work }
    let work = Work()
    self.work = work
    return work
  }

  func setPhase(_ phase: Phase) { self.phase = phase }

  // MARK: Input left over

  /// Puts what `keepInput` kept at the front of `input`.
  ///
  /// - Returns: octets.
  @inline(__always)
  func restoreInput(into input: inout [UInt8]) -> Int {
    guard let work, !work.carry.isEmpty else { return 0 }
    let count = work.carry.count
    input.replaceSubrange(0..<count, with: work.carry)
    return count
  }

  /// Keeps octets that were read and not consumed; gives everything back where nothing is
  /// unfinished.
  @inline(__always)
  func keepInput(_ rest: Span<UInt8>) {
    if rest.isEmpty, work == nil { return }
    let work = begunWork
    work.carry.removeAll(keepingCapacity: !rest.isEmpty)
    work.carry.append(rest)
    if rest.isEmpty, phase == .idle, !isPaused { self.work = nil }
  }

  // MARK: Requests

  /// Takes at most one request from the front of `input` and appends its answer to `output`.
  ///
  /// - Returns: octets consumed; what is left is to be handed in again, before any more.
  func advance(
    _ input: Span<UInt8>, isDraining: Bool, _ responder: inout Responder, _ output: inout Output
  ) -> (consumed: Int, step: Step) {
    if phase == .idle, !isDraining, requestCount < responder.requestsPerConnection - 1 {
      var hint = lastHead
      let byteCount = responder.answerKnown(input, hint: &hint, into: &output)
      if byteCount > 0 {
        lastHead = hint
        return (byteCount, answered(.persist))
      }
    }
    do throws(ParseError) {
      if phase == .content {
        return try advanceContent(input, isDraining, &responder, &output)
      }
      var head = RequestHead()
      guard try parse(input, responder.parser, into: &head) else {
        if !isEmptyLine(input) { phase = .head }
        return (0, .needsMore)
      }
      return try begin(head, input, isDraining, &responder, &output)
    } catch {
      let isHead = phase == .content ? isHeadRequest(work?.headBytes) : isHeadRequest(input)
      responder.refuse(
        Problem(error, limits: responder.options.limits), isHead: isHead, into: &output)
      phase = .closing
      return (input.count, .last)
    }
  }

  /// Answers 408 to what came too slowly, or 400 to what will not be complete.
  func refuseUnfinished(
    _ problem: Problem, _ responder: inout Responder, _ output: inout Output
  ) {
    let isHead = isHeadRequest(phase == .content ? work?.headBytes : work?.carry)
    responder.refuse(problem, isHead: isHead, into: &output)
    phase = .closing
  }

  /// Parses again only when a line has ended or some hundred octets have come: a slow sender of
  /// single octets would otherwise cost the square of what it sends.
  @inline(__always)
  private func parse(
    _ input: Span<UInt8>, _ parser: RequestParser, into head: inout RequestHead
  ) throws(ParseError) -> Bool {
    if let work, isNotWorthParsing(input, work) { return false }
    if try parser.parse(input, into: &head) {
      work?.parsedByteCount = 0
      return true
    }
    if input.count > 0 { begunWork.parsedByteCount = input.count }
    return false
  }

  /// RFC 9112 §2.2: an empty line before a request is ignored, so by itself it begins none. Some
  /// clients send one after content.
  private func isEmptyLine(_ input: Span<UInt8>) -> Bool {
    input.count == 0 || input.count <= 2 && input[0] == .carriageReturn
  }

  private func isNotWorthParsing(_ input: Span<UInt8>, _ work: Work) -> Bool {
    let seen = work.parsedByteCount
    return seen > 512 && seen <= input.count && input.count - seen < 512
      && !input.extracting(seen..<input.count).hasLineFeed
  }

  private func begin(
    _ head: RequestHead, _ input: Span<UInt8>, _ isDraining: Bool, _ responder: inout Responder,
    _ output: inout Output
  ) throws(ParseError) -> (consumed: Int, step: Step) {
    try responder.checkHost(head, in: input)
    let framing = try MessageFraming.of(head, in: input)
    if framing == .none {
      if head.has(.expect), !Expectation.isKnown(head, in: input) {
        return refuseExpectation(head, framing, &responder, &output)
      }
      let directive = directive(head, input, isDraining, responder)
      guard head.isRead else {
        return answer(head, input, head.byteCount, [], directive, &responder, &output)
      }
      responder.respond(to: head, in: input, content: [], directive, into: &output)
      return (head.byteCount, answered(directive))
    }
    let limits = responder.options.limits
    let route = responder.route(takingContentOf: head, in: input)
    let decoder = try ContentDecoder(
      framing, contentBytes: route?.contentBytes ?? limits.contentBytes,
      extraBytes: limits.chunkExtraBytes)
    var isKeeping = route != nil
    if let route, route.isDeferred {
      begunWork.place = responder.workers.takePlace()
      isKeeping = work?.place != nil
    }
    if head.has(.expect), head.minorVersion > 0 {
      guard Expectation.isKnown(head, in: input) else {
        return refuseExpectation(head, framing, &responder, &output)
      }
      // RFC 9110 §10.1.1: 100 may be omitted once content has come; where the answer does not hang
      // on the content it is given at once, and the connection closed, because whether the client
      // will still send that content cannot be known.
      if input.count == head.byteCount, !decoder.isComplete {
        guard isKeeping else {
          return answer(head, input, input.count, nil, .close, &responder, &output)
        }
        output.append("HTTP/1.1 100 Continue\r\n\r\n")
      }
    }
    let work = begunWork
    work.keep(head, input)
    work.decoder = decoder
    work.isKeeping = isKeeping
    work.content.removeAll()
    phase = .content
    let rest = input.extracting(head.byteCount..<input.count)
    let (consumed, step) = try advanceContent(rest, isDraining, &responder, &output)
    return (head.byteCount + consumed, step)
  }

  private func advanceContent(
    _ input: Span<UInt8>, _ isDraining: Bool, _ responder: inout Responder,
    _ output: inout Output
  ) throws(ParseError) -> (consumed: Int, step: Step) {
    guard let work, var decoder = work.decoder else { return (0, .needsMore) }
    let consumed = try decoder.decode(input, isKeeping: work.isKeeping, into: &work.content)
    work.decoder = decoder
    guard decoder.isComplete else { return (consumed, .needsMore) }
    let (head, bytes) = (work.head, work.headBytes)
    let content = work.isKeeping ? work.content : nil
    (work.headBytes, work.content, work.decoder) = ([], [], nil)
    return answer(
      head, bytes.span, consumed, content, directive(head, bytes.span, isDraining, responder),
      &responder, &output)
  }

  private func directive(
    _ head: RequestHead, _ bytes: Span<UInt8>, _ isDraining: Bool, _ responder: Responder
  ) -> ConnectionDirective {
    let isLast = isDraining || requestCount >= responder.requestsPerConnection - 1
    return Persistence.directive(head, in: bytes, isLast: isLast)
  }

  /// - Parameter content: `nil` where it was dropped.
  private func answer(
    _ head: RequestHead, _ bytes: Span<UInt8>, _ consumed: Int, _ content: [UInt8]?,
    _ directive: ConnectionDirective, _ responder: inout Responder, _ output: inout Output
  ) -> (consumed: Int, step: Step) {
    if !head.isRead,
      let request = responder.deferred(head, in: bytes, content: content ?? [], from: descriptor)
    {
      let work = begunWork
      // Dropped content means that no place was free when it began to come.
      if content != nil { work.place = work.place ?? responder.workers.takePlace() }
      guard work.place != nil else {
        let busy = Problem.busy(retryAfterSeconds: responder.options.limits.retryAfterSeconds)
        responder.respond(with: busy.response, to: head, in: bytes, directive, into: &output)
        return (consumed, answered(directive))
      }
      work.keep(head, bytes)
      work.deferred = request
      phase = .deferred
      return (consumed, .deferred)
    }
    responder.respond(to: head, in: bytes, content: content ?? [], directive, into: &output)
    return (consumed, answered(directive))
  }

  private func answered(_ directive: ConnectionDirective) -> Step {
    requestCount += 1
    phase = directive == .close ? .closing : .idle
    return directive == .close ? .last : .answered
  }

  /// Appends the answer that a deferred request came to.
  func complete(
    _ response: Response, isDraining: Bool, _ responder: inout Responder,
    _ output: inout Output
  ) -> Step {
    let work = begunWork
    let (head, bytes) = (work.head, work.headBytes)
    (work.headBytes, work.deferred) = ([], nil)
    let directive = directive(head, bytes.span, isDraining, responder)
    responder.respond(with: response, to: head, in: bytes.span, directive, into: &output)
    return answered(directive)
  }

  /// RFC 9110 §10.1.1. With content announced, what follows is uncertain, so the connection ends.
  private func refuseExpectation(
    _ head: RequestHead, _ framing: MessageFraming, _ responder: inout Responder,
    _ output: inout Output
  ) -> (consumed: Int, step: Step) {
    responder.refuse(.expectationFailed, isHead: head.method == .head, into: &output)
    phase = .closing
    return (head.byteCount, .last)
  }

  private func isHeadRequest(_ bytes: [UInt8]?) -> Bool {
    guard let bytes else { return false }
    return isHeadRequest(bytes.span)
  }

  /// Whether octets that may be no request at all begin like a HEAD: its answer has no content.
  private func isHeadRequest(_ bytes: Span<UInt8>) -> Bool {
    let start = bytes.count > 0 && bytes[0] == .carriageReturn ? 2 : 0
    return bytes.count >= start + 5 && bytes[start + 4] == .space
      && Method.named(bytes.extracting(start..<(start + 4))) == .head
  }
}

extension Span<UInt8> {
  var hasLineFeed: Bool {
    for i in indices where self[i] == .lineFeed { return true }
    return false
  }
}
