/// One thread's share of the server: its poller, its listener, its connections. Nothing in it is
/// reached from another thread, so nothing is locked.
struct EventLoop: ~Copyable {
  private var poller: Poller
  private var listener: Int32
  private let ownsListener: Bool
  private let control: LoopControl
  private let census: Census
  private let limits: Limits
  private let clock: Clock
  private var responder: Responder
  private var wheel: TimerWheel
  /// By descriptor.
  private var connections: [Connection?] = []
  private var connectionCount = 0
  private var input: [UInt8]
  private var output = Output()
  private var second: Int32
  private var isDraining = false
  private var isListening = true
  /// Whether the listener is not waited for until the next second.
  private var isListenerResting = false
  /// Held so that one connection can be taken and told when no descriptor is left.
  private var reserve = Socket.reserve()
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
    listener = parts.listener
    ownsListener = parts.ownsListener
    control = parts.control
    census = parts.census
    clock = parts.clock
    responder = parts.responder()
    limits = responder.options.limits
    second = parts.clock.second()
    wheel = TimerWheel(second: second)
    // The longest unfinished head, and room to read on.
    input = Array(
      repeating: 0,
      count: max(limits.requestLineBytes, 0) + max(limits.fieldsBytes, 0) + 32_768)
    responder.beginRound(unixSeconds: clock.unixSeconds())
  }

  deinit {
    for case let connection? in connections { Socket.close(connection.descriptor) }
    if isListening, ownsListener { Socket.close(listener) }
    if reserve >= 0 { Socket.close(reserve) }
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
    if unixSeconds != responder.nowUnixSeconds { second = clock.second() }
    responder.beginRound(unixSeconds: unixSeconds)
    var hasNewcomers = false
    // The listener comes last: what it accepts may reuse a descriptor closed in this round, for
    // which an older event would then be taken.
    for i in 0..<readyCount {
      let event = poller.ready(i)
      if event.descriptor == listener, isListening {
        hasNewcomers = true
      } else if event.descriptor == control.wakeEnd {
        obey()
      } else if event.descriptor == ticker {
        _ = Socket.receive(ticker, into: &input, at: 0)
      } else {
        serve(event)
      }
    }
    if hasNewcomers, isListening { acceptAll() }
    if wheel.second < second { endOverdue() }
    return control.current != .stop && !(isDraining && connectionCount == 0)
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
    for case let connection? in connections where connection.phase == .idle && !connection.isPaused
    {
      close(connection)
    }
  }

  private mutating func stopListening() {
    guard isListening else { return }
    isListening = false
    poller.forget(listener)
    poller.change(listener, to: .nothing)
    if ownsListener { Socket.close(listener) }
  }

  // MARK: Newcomers

  /// A burst is taken in portions, so that those already served are not kept waiting.
  private mutating func acceptAll() {
    for _ in 0..<64 {
      switch Socket.accept(listener) {
      case .connection(let descriptor, let peer): take(descriptor, peer)
      case .gone: continue
      case .none: return
      case .outOfDescriptors:
        return turnAwayWithReserve()
      }
    }
  }

  private mutating func take(_ descriptor: Int32, _ peer: PeerAddress) {
    guard census.admit(peer) else { return turnAway(descriptor) }
    guard poller.add(descriptor, .read) else {
      census.leave(peer)
      return turnAway(descriptor)
    }
    let connection = Connection(descriptor: descriptor, peer: peer)
    while connections.count <= Int(descriptor) { connections.append(nil) }
    connections[Int(descriptor)] = connection
    connectionCount += 1
    connection.deadline = second &+ Int32(clamping: limits.idleSeconds)
    connection.wheelSecond = wheel.insert(descriptor, deadline: connection.deadline)
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

  /// A connection that cannot be accepted keeps the listener ready for ever, and the loop would
  /// spin. Give up the reserve, take the connection, say why, and take the reserve back.
  private mutating func turnAwayWithReserve() {
    if reserve < 0 { reserve = Socket.reserve() }
    guard reserve >= 0 else {
      // Another thread took the descriptor: look again in a second.
      isListenerResting = true
      return poller.change(listener, to: .nothing)
    }
    Socket.close(reserve)
    if case .connection(let descriptor, _) = Socket.accept(listener) { turnAway(descriptor) }
    reserve = Socket.reserve()
  }

  private mutating func wakeListener() {
    guard isListenerResting, isListening else { return }
    isListenerResting = false
    poller.change(listener, to: .read)
  }

  // MARK: Events

  private mutating func serve(_ event: Readiness) {
    guard let connection = connection(event.descriptor) else { return }
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

  private func connection(_ descriptor: Int32) -> Connection? {
    Int(descriptor) < connections.count ? connections[Int(descriptor)] : nil
  }

  /// Reads once behind what was carried over, then serves.
  private mutating func receive(_ connection: Connection) {
    let carried = restoreCarry(connection)
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
    var offset = 0
    var hasAnswered = false
    while true {
      let (consumed, step) = connection.advance(
        input.extracting(offset..<input.count), isDraining: isDraining, &responder, &output)
      offset += consumed
      if step == .needsMore { break }
      if step == .deferred { return wait(for: connection, input.extracting(offset..<input.count)) }
      hasAnswered = true
      if step == .last { return finish(connection) }
      if output.gatheredByteCount >= limits.outputBytes || !output.contentRange.isEmpty {
        guard flush(connection) else {
          return keep(connection, input.extracting(offset..<input.count))
        }
      }
      if offset == input.count { break }
    }
    guard flush(connection) else { return keep(connection, input.extracting(offset..<input.count)) }
    keep(connection, input.extracting(offset..<input.count))
    setDeadline(connection, phaseBefore, hasAnswered)
  }

  // MARK: Deferred requests

  /// Has a worker run what `connection` asks for; nothing is read from it until that is done.
  private mutating func wait(for connection: Connection, _ rest: Span<UInt8>) {
    keep(connection, rest)
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
    guard let connection = connection(finished.request.descriptor),
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
    let carried = restoreCarry(connection)
    if isDraining, carried == 0, connection.phase == .idle { return close(connection) }
    expect(connection, within: limits.idleSeconds)
    advance(connection, filled: carried)
  }

  // MARK: Deadlines of one connection

  private mutating func setDeadline(
    _ connection: Connection, _ phaseBefore: Connection.Phase, _ hasAnswered: Bool
  ) {
    // Not renewed by octets: only by an answer, or by going from head to content.
    guard hasAnswered || connection.phase != phaseBefore else { return }
    let seconds =
      switch connection.phase {
      case .idle, .deferred: limits.idleSeconds
      case .head: limits.headSeconds
      case .content: limits.contentSeconds
      case .closing: limits.stalledWriteSeconds
      case .lingering: limits.lingerSeconds
      }
    expect(connection, within: seconds)
  }

  private mutating func expect(_ connection: Connection, within seconds: Int) {
    connection.deadline = second &+ Int32(clamping: seconds)
    if connection.deadline < connection.wheelSecond {
      connection.wheelSecond = wheel.insert(connection.descriptor, deadline: connection.deadline)
    }
  }

  // MARK: Input left over

  private mutating func restoreCarry(_ connection: Connection) -> Int {
    guard let work = connection.work, !work.carry.isEmpty else { return 0 }
    let count = work.carry.count
    input.replaceSubrange(0..<count, with: work.carry)
    return count
  }

  private mutating func keep(_ connection: Connection, _ rest: Span<UInt8>) {
    if rest.isEmpty, connection.work == nil { return }
    let work = connection.begunWork
    work.carry.removeAll(keepingCapacity: !rest.isEmpty)
    work.carry.append(rest)
    if rest.isEmpty, connection.phase == .idle, !connection.isPaused { connection.work = nil }
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
    expect(connection, within: limits.stalledWriteSeconds)
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
      if sent > 0 { expect(connection, within: limits.stalledWriteSeconds) }
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
    expect(connection, within: limits.lingerSeconds)
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
    connections[Int(connection.descriptor)] = nil
    connectionCount -= 1
    census.leave(connection.peer)
  }

  // MARK: Deadlines

  private mutating func endOverdue() {
    while let (slot, descriptors) = wheel.next(upTo: second) {
      for descriptor in descriptors {
        guard let connection = connection(descriptor), connection.wheelSecond == slot else {
          continue
        }
        if connection.deadline > slot {
          connection.wheelSecond = wheel.insert(descriptor, deadline: connection.deadline)
        } else {
          expire(connection)
        }
      }
    }
    wakeListener()
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
