internal import Dispatch
internal import Synchronization

/// A request whose handler runs on a worker, and its client's place among those that may have one.
final class DeferredRequest: Sendable {
  /// The connection it came on.
  let descriptor: Int32
  /// When it had come, for the access log.
  let startMicroseconds: Int64
  private let handler: Handler
  private let request: Request
  private let abandoned = Atomic(false)

  init(descriptor: Int32, startMicroseconds: Int64, handler: @escaping Handler, _ request: Request)
  {
    self.descriptor = descriptor
    self.startMicroseconds = startMicroseconds
    self.handler = handler
    self.request = request
  }

  /// Its client is gone: it need not be begun.
  func abandon() { abandoned.store(true, ordering: .relaxed) }

  /// `nil` where nobody waits for it any more.
  func response() -> Response? {
    abandoned.load(ordering: .relaxed) ? nil : handler(request)
  }
}

/// Runs handlers beside the event loops, on so many threads, for so many requests.
///
/// A request takes its place before its content is read, so that the content of many is bounded
/// too, and keeps it until its answer is sent. What has a place is never refused any more.
final class Workers: Sendable {
  /// One request's place; given back when it is let go.
  final class Place: Sendable {
    private let workers: Workers

    fileprivate init(_ workers: Workers) { self.workers = workers }

    deinit { workers.state.withLock { $0.placeCount -= 1 } }
  }

  private struct Job {
    var request: DeferredRequest
    /// Hears of the response.
    var control: LoopControl
  }

  private struct State {
    var placeCount = 0
    var waiting: [Job] = []
    var busyCount = 0
  }

  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "http.workers", attributes: .concurrent)
  private let threadCount: Int
  private let placeLimit: Int

  init(threadCount: Int, placeLimit: Int) {
    self.threadCount = threadCount
    self.placeLimit = placeLimit
  }

  /// `nil` where all are taken.
  func takePlace() -> Place? {
    let isTaken = state.withLock { state in
      guard state.placeCount < placeLimit else { return false }
      state.placeCount += 1
      return true
    }
    return isTaken ? Place(self) : nil
  }

  /// Has the request's handler run; its response goes to the loop's `control`.
  func run(_ request: DeferredRequest, for control: LoopControl) {
    let job = Job(request: request, control: control)
    let isStarting = state.withLock { state in
      guard state.busyCount < threadCount else {
        state.waiting.append(job)
        return false
      }
      state.busyCount += 1
      return true
    }
    if isStarting { queue.async { self.work(on: job) } }
  }

  /// Forgets those that wait; those begun end by themselves.
  func stop() { state.withLock { $0.waiting = [] } }

  /// Until nothing waits any more.
  private func work(on first: Job) {
    var next: Job? = first
    while let job = next {
      if let response = job.request.response() { job.control.deliver(response, to: job.request) }
      next = state.withLock { state in
        if state.waiting.isEmpty {
          state.busyCount -= 1
          return nil
        }
        return state.waiting.removeFirst()
      }
    }
  }
}
