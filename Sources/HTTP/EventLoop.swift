/// One thread's share of the server: its poller, its listener, its connections. Nothing in it is
/// reached from another thread, so nothing is locked.
struct EventLoop: ~Copyable {
  private var poller: Poller
  private var acceptor: Acceptor
  private let control: LoopControl
  private let limits: Limits
  private let clock: Clock
  private var responder: Responder
  private var deadlines: Deadlines
  private var connections: ConnectionTable
  private var input: [UInt8]
  private var output = Output()
  private var isDraining = false
  /// Readable once a second; -1 where waits must have a timeout instead.
  private let ticker: Int32

  /// What one loop is made of.
  struct Parts {
    var listener: Int32
    var ownsListener: Bool
    var control: LoopControl
    var census: Census
    var clock: Clock
    var poller: PollerForm
    /// Called on the loop's own thread: what it makes never leaves that.
    var responder: @Sendable () -> Responder
  }

  /// `nil` where the system gives no descriptor for the poller; the parts' own are then closed.
  static func make(_ parts: Parts) -> EventLoop? {
    guard var poller = Poller(parts.poller),
      poller.add(parts.listener, .read), poller.add(parts.control.wakeEnd, .read)
    else {
      if parts.ownsListener { Socket.close(parts.listener) }
      return nil
    }
    let ticker = Socket.ticker()
    if ticker >= 0 { _ = poller.add(ticker, .read) }
    return EventLoop(parts, poller, ticker)
  }

  private init(_ parts: Parts, _ poller: consuming Poller, _ ticker: Int32) {
    self.poller = poller
    self.ticker = ticker
    acceptor = Acceptor(listener: parts.listener, ownsListener: parts.ownsListener)
    control = parts.control
    connections = ConnectionTable(census: parts.census)
    clock = parts.clock
    responder = parts.responder()
    limits = responder.options.limits
    deadlines = Deadlines(second: parts.clock.second(), limits: limits)
    // The longest unfinished head, and room to read on.
    input = Array(
      repeating: 0,
      count: max(limits.requestLineBytes, 0) + max(limits.fieldsBytes, 0) + 32_768)
    responder.beginRound(unixSeconds: clock.unixSeconds())
  }

  deinit {
    if ticker >= 0 { Socket.close(ticker) }
  }

  /// Serves until told to stop, or to drain and nothing is open any more.
  mutating func run() {
    while turn(milliseconds: ticker >= 0 ? -1 : 1000) {}
    responder.log?.flush()
  }

  /// One round: wait, then serve what is ready and end what is overdue.
  ///
  /// - Returns: false once the loop is done.
  mutating func turn(milliseconds: Int32) -> Bool {
    let readyCount = poller.wait(milliseconds: milliseconds)
    let unixSeconds = clock.unixSeconds()
    // Deadlines are counted by a clock that cannot be set; it is looked at when the other has moved.
    if responder.isPast(unixSeconds: unixSeconds) { deadlines.second = clock.second() }
    responder.beginRound(unixSeconds: unixSeconds)
    var hasNewcomers = false
    // The listener comes last: what it accepts may reuse a descriptor closed in this round, for
    // which an older event would then be taken.
    for i in 0..<readyCount {
      let event = poller.ready(i)
      if event.descriptor == acceptor.listener, acceptor.isOpen {
        hasNewcomers = true
      } else if event.descriptor == control.wakeEnd {
        obey()
      } else if event.descriptor == ticker {
        _ = Socket.receive(ticker, into: &input, at: 0)
      } else {
        serve(event)
      }
    }
    if hasNewcomers, acceptor.isOpen { acceptAll() }
    if deadlines.isDue { endOverdue() }
    return control.current != .stop && !(isDraining && connections.count == 0)
  }

  // MARK: Commands

  private mutating func obey() {
    _ = Socket.receive(control.wakeEnd, into: &input, at: 0)
    for finished in control.takeFinished() { take(finished) }
    guard control.current == .drain, !isDraining else { return }
    // Who waits in the kernel's queue was promised an answer.
    acceptAll()
    isDraining = true
    stopListening()
    for connection in connections.idle { close(connection) }
  }

  private mutating func stopListening() {
    guard acceptor.isOpen else { return }
    poller.forget(acceptor.listener)
    poller.change(acceptor.listener, to: .nothing)
    acceptor.close()
  }

  // MARK: Newcomers

  /// A burst is taken in portions, so that those already served are not kept waiting.
  private mutating func acceptAll() {
    for _ in 0..<64 {
      switch acceptor.next() {
      case .connection(let descriptor, let peer): take(descriptor, peer)
      case .beyondDescriptors(let descriptor):
        turnAway(descriptor)
        return acceptor.restoreReserve()
      case .gone: continue
      case .none:
        if acceptor.isResting { poller.change(acceptor.listener, to: .nothing) }
        return
      }
    }
  }

  private mutating func take(_ descriptor: Int32, _ peer: PeerAddress) {
    guard let connection = connections.open(descriptor, peer) else { return turnAway(descriptor) }
    guard poller.add(descriptor, .read) else {
      connections.remove(connection)
      return turnAway(descriptor)
    }
    deadlines.begin(connection)
  }

  /// 503 and close, at once.
  private mutating func turnAway(_ descriptor: Int32) {
    output.removeAll()
    responder.refuse(
      .overloaded(retryAfterSeconds: limits.retryAfterSeconds), isHead: false, into: &output)
    _ = Socket.send(descriptor, output, from: 0)
    output.removeAll()
    Socket.shutdownWriting(descriptor)
    // What the client has sent by now is read, or the close would be a reset that may overtake the
    // answer.
    _ = Socket.receive(descriptor, into: &input, at: 0)
    Socket.close(descriptor)
  }

  // MARK: Events

  private mutating func serve(_ event: Readiness) {
    guard let connection = connections[event.descriptor] else { return }
    if connection.isPaused {
      if event.isBroken {
        close(connection)
      } else if event.isWritable {
        resume(connection)
      }
    } else if connection.phase == .lingering {
      dropInput(connection)
    } else if connection.phase == .deferred {
      if event.isBroken { close(connection) }
    } else {
      receive(connection)
    }
  }

  /// Reads once behind what was carried over, then serves.
  private mutating func receive(_ connection: Connection) {
    let carried = connection.restoreInput(into: &input)
    switch Socket.receive(connection.descriptor, into: &input, at: carried) {
    case .octets(let count): advance(connection, filled: carried + count)
    case .wouldBlock: break
    case .end: end(connection, carried: carried)
    case .broken: close(connection)
    }
  }

  /// The client has closed its half. What it asked for was answered; what it began to ask for
  /// cannot be.
  private mutating func end(_ connection: Connection, carried: Int) {
    connection.sawEnd = true
    guard connection.phase != .idle else { return close(connection) }
    responder.log?.begin(connection.peer)
    connection.refuseUnfinished(.incomplete, &responder, &output)
    finish(connection)
  }

  /// Answers what is complete in `input[..<filled]`, then sends all answers in one call.
  private mutating func advance(_ connection: Connection, filled: Int) {
    // Taken out meanwhile, so that it can be read while other parts of the loop change.
    var input: [UInt8] = []
    swap(&input, &self.input)
    advance(connection, input.span.extracting(0..<filled))
    swap(&input, &self.input)
  }

  private mutating func advance(_ connection: Connection, _ input: Span<UInt8>) {
    let phaseBefore = connection.phase
    responder.log?.begin(connection.peer)
    var rest = input
    var hasAnswered = false
    repeat {
      let (consumed, step) = connection.advance(
        rest, isDraining: isDraining, &responder, &output)
      rest = rest.extracting(droppingFirst: consumed)
      if step == .needsMore { break }
      if step == .deferred { return wait(for: connection, rest) }
      hasAnswered = true
      if step == .last { return finish(connection) }
      if output.byteCount >= limits.outputBytes {
        guard flush(connection) else { return connection.keepInput(rest) }
      }
    } while !rest.isEmpty
    let isSent = flush(connection)
    connection.keepInput(rest)
    guard isSent else { return }
    // Not renewed by octets: only by an answer, or by going from head to content.
    if hasAnswered || connection.phase != phaseBefore { deadlines.expectNext(connection) }
  }

  // MARK: Deferred requests

  /// Has a worker run what `connection` asks for; nothing is read from it until that is done.
  private mutating func wait(for connection: Connection, _ rest: Span<UInt8>) {
    connection.keepInput(rest)
    guard let request = connection.work?.deferred else { return }
    responder.workers.run(request, for: control)
    if flush(connection) { hush(connection) }
  }

  /// Hears of nothing but that the client is gone. Nothing is overdue meanwhile: what a handler has
  /// to do is bounded by the content it got.
  private mutating func hush(_ connection: Connection) {
    connection.deadline = .max
    poller.change(connection.descriptor, to: .nothing)
  }

  private mutating func take(_ finished: LoopControl.Finished) {
    guard let connection = connections[finished.request.descriptor],
      connection.work?.deferred === finished.request
    else { return }
    if connection.isPaused {
      connection.work?.response = finished.response
    } else {
      complete(connection, finished.response)
    }
  }

  private mutating func complete(_ connection: Connection, _ response: Response) {
    if let request = connection.work?.deferred {
      responder.log?.resume(connection.peer, since: request.startMicroseconds)
    }
    poller.change(connection.descriptor, to: .read)
    if connection.complete(response, isDraining: isDraining, &responder, &output) == .last {
      return finish(connection)
    }
    if flush(connection) { goOn(connection) }
  }

  /// All output is gone: answers what was carried over before it waits for more.
  private mutating func goOn(_ connection: Connection) {
    connection.work?.place = nil
    let carried = connection.restoreInput(into: &input)
    if isDraining, carried == 0, connection.phase == .idle { return close(connection) }
    deadlines.expect(connection, within: limits.idleSeconds)
    advance(connection, filled: carried)
  }

  // MARK: Output

  /// Sends what `output` holds, in one call where the socket takes it.
  ///
  /// - Returns: false where some is left, or the connection is gone; either way it is done with
  ///   for now.
  private mutating func flush(_ connection: Connection) -> Bool {
    guard !output.isEmpty else { return true }
    let byteCount = output.byteCount
    guard let sent = Socket.send(connection.descriptor, output, from: 0) else {
      output.removeAll()
      close(connection)
      return false
    }
    if sent == byteCount {
      output.removeAll()
      return true
    }
    let work = connection.begunWork
    work.unsent = output
    work.unsentOffset = sent
    output = Output()
    connection.isPaused = true
    poller.change(connection.descriptor, to: .write)
    deadlines.expect(connection, within: limits.stalledWriteSeconds)
    return false
  }

  /// Sends on; once all is gone, answers what was carried over before it waits for more.
  private mutating func resume(_ connection: Connection) {
    guard let work = connection.work else { return }
    let byteCount = work.unsent.byteCount
    guard let sent = Socket.send(connection.descriptor, work.unsent, from: work.unsentOffset) else {
      return close(connection)
    }
    work.unsentOffset += sent
    if work.unsentOffset < byteCount {
      if sent > 0 { deadlines.expect(connection, within: limits.stalledWriteSeconds) }
      return
    }
    work.unsent = Output()
    work.unsentOffset = 0
    connection.isPaused = false
    if connection.phase == .deferred { return resumeDeferred(connection) }
    poller.change(connection.descriptor, to: .read)
    if connection.phase == .closing { return linger(connection) }
    goOn(connection)
  }

  private mutating func resumeDeferred(_ connection: Connection) {
    guard let response = connection.work?.response else { return hush(connection) }
    connection.work?.response = nil
    complete(connection, response)
  }

  // MARK: Ends

  /// The last answer stands in `output`.
  private mutating func finish(_ connection: Connection) {
    connection.setPhase(.closing)
    if flush(connection) { linger(connection) }
  }

  private mutating func linger(_ connection: Connection) {
    if connection.sawEnd { return close(connection) }
    Socket.shutdownWriting(connection.descriptor)
    connection.setPhase(.lingering)
    connection.work = nil
    deadlines.expect(connection, within: limits.lingerSeconds)
  }

  private mutating func dropInput(_ connection: Connection) {
    switch Socket.receive(connection.descriptor, into: &input, at: 0) {
    case .octets, .wouldBlock: return
    case .end, .broken: close(connection)
    }
  }

  private mutating func close(_ connection: Connection) {
    forget(connection)
    Socket.close(connection.descriptor)
  }

  private mutating func forget(_ connection: Connection) {
    connection.work?.deferred?.abandon()
    poller.forget(connection.descriptor)
    connections.remove(connection)
  }

  // MARK: Deadlines

  private mutating func endOverdue() {
    while let (second, descriptors) = deadlines.next() {
      for descriptor in descriptors {
        guard let connection = connections[descriptor],
          deadlines.isOverdue(connection, in: second)
        else { continue }
        expire(connection)
      }
    }
    if acceptor.wake() { poller.change(acceptor.listener, to: .read) }
    responder.log?.flush()
  }

  private mutating func expire(_ connection: Connection) {
    if connection.isPaused {
      forget(connection)
      return Socket.abort(connection.descriptor)
    }
    guard connection.phase == .head || connection.phase == .content else {
      return close(connection)
    }
    responder.log?.begin(connection.peer)
    connection.refuseUnfinished(.requestTimeout, &responder, &output)
    finish(connection)
  }
}
