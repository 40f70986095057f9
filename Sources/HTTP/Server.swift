internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
#if os(Linux)
  internal import CLinux
#endif

/// Where a server can be reached.
package struct BoundAddress: Sendable, Equatable {
  package var host: String
  package var port: Int

  /// `http://127.0.0.1:8080`
  package var uri: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)" }
}

/// An HTTP/1.1 origin server on event loops, one a core.
///
/// `start` opens the listener before it returns; `drain` ends it politely, `stop` at once. All
/// three may be called from any thread.
package final class Server: Sendable {
  private let router: Router
  private let options: ServerOptions
  private let generation: @Sendable () -> UInt64
  private let clock: Clock
  private let controls = Mutex<[LoopControl]>([])
  private let workers = Mutex<Workers?>(nil)
  private let running = DispatchGroup()
  private let logQueue: AccessLogQueue

  /// - Parameter generation: a number that changes whenever kept answers may have become wrong; it
  ///   must change after the new state can be seen by handlers, not before. Called in every round
  ///   of each event loop, before its requests: cheap, never blocking.
  package init(
    router: Router, options: ServerOptions = ServerOptions(),
    generation: @escaping @Sendable () -> UInt64 = { 0 }, clock: Clock = .system
  ) {
    self.router = router
    self.options = options
    self.generation = generation
    self.clock = clock
    logQueue = AccessLogQueue(sink: options.accessLogSink)
  }

  /// Listens and serves; returns as soon as connections are taken.
  package func start() throws(ServerError) -> BoundAddress {
    guard controls.withLock({ $0.isEmpty }) else { throw .alreadyStarted }
    // A client that goes away while it is being answered must not end the process.
    signal(SIGPIPE, SIG_IGN)
    var options = options
    options.limits.connectionCount = min(
      options.limits.connectionCount, max(16, OpenFiles.raiseLimit() - 64))
    let loopCount = options.loopCount > 0 ? options.loopCount : Cores.usableCount
    let (listeners, port) = try Listener.open(
      host: options.host, port: options.port, count: loopCount,
      backlog: options.limits.listenBacklog)
    let census = Census(limits: options.limits)
    let workers = Workers(threadCount: loopCount, placeLimit: options.limits.deferredCount)
    var all: [LoopControl] = []
    for i in 0..<loopCount {
      guard let control = LoopControl() else { throw .outOfDescriptors }
      all.append(control)
      let log = AccessLog(form: options.accessLog, queue: logQueue)
      let options = options
      launch(
        i,
        EventLoop.Parts(
          listener: listeners[i % listeners.count], ownsListener: listeners.count == loopCount,
          control: control, census: census, clock: clock, poller: options.poller,
          responder: { [router, generation] in
            Responder(
              router: router, options: options, workers: workers,
              cacheBytes: options.limits.answerBytes / loopCount, log: log,
              generation: generation)
          }))
    }
    controls.withLock { $0 = all }
    self.workers.withLock { $0 = workers }
    return BoundAddress(host: options.host, port: port)
  }

  private func launch(_ i: Int, _ parts: EventLoop.Parts) {
    // A queue of its own gives the loop a thread for as long as it runs.
    DispatchQueue(label: "http.loop.\(i)", qos: .userInitiated).async(group: running) {
      guard var loop = EventLoop.make(parts) else { return }
      loop.run()
    }
  }

  /// Takes no more connections, finishes what is being asked and answered, and returns when all is
  /// done or the deadline has passed; the rest is then cut off.
  ///
  /// - Returns: whether everything was finished in time.
  @discardableResult
  package func drain(deadlineSeconds: Int) -> Bool {
    tell(.drain)
    let isDone = running.wait(timeout: .now() + .seconds(deadlineSeconds)) == .success
    if !isDone { stop() }
    logQueue.finish()
    return isDone
  }

  /// Ends at once; returns when no event loop runs any more. A deferred handler that has begun
  /// comes to its end, but nobody hears of it.
  package func stop() {
    tell(.stop)
    workers.withLock { $0?.stop() }
    running.wait()
    logQueue.finish()
  }

  private func tell(_ command: LoopControl.Command) {
    for control in controls.withLock({ $0 }) { control.tell(command) }
  }
}

/// The process's own limit of open files.
enum OpenFiles {
  /// Raises the soft limit to the hard one and answers what it is now.
  static func raiseLimit() -> Int {
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard unsafe getrlimit(resource, &limit) == 0 else { return 1024 }
    if limit.rlim_cur < limit.rlim_max {
      var raised = limit
      raised.rlim_cur = raised.rlim_max
      if unsafe setrlimit(resource, &raised) == 0 { limit = raised }
    }
    return Int(clamping: limit.rlim_cur)
  }
}

enum Cores {
  /// Cores this process may use.
  static var usableCount: Int {
    #if os(Linux)
      // Room for 8,192 cores.
      var set = [UInt64](repeating: 0, count: 128)
      if unsafe sched_getaffinity(0, 1024, &set) > -1 {
        let count = set.reduce(0) { $0 + $1.nonzeroBitCount }
        if count > 0 { return count }
      }
    #endif
    return max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}
