internal import Synchronization

/// What other threads tell an event loop: what to do, and what deferred requests came to.
final class LoopControl: Sendable {
  enum Command: UInt8 {
    case run, drain, stop
  }

  /// What a worker made of a request.
  struct Finished: Sendable {
    var request: DeferredRequest
    var response: Response
  }

  private let finished = Mutex<[Finished]>([])
  private let command = Atomic<UInt8>(Command.run.rawValue)
  /// The end of a pipe that the loop waits for.
  let wakeEnd: Int32
  private let tellEnd: Int32

  /// `nil` where the system gives no descriptors.
  init?() {
    guard let (readEnd, writeEnd) = Socket.pipe() else { return nil }
    wakeEnd = readEnd
    tellEnd = writeEnd
  }

  deinit {
    Socket.close(tellEnd)
    Socket.close(wakeEnd)
  }

  var current: Command { Command(rawValue: command.load(ordering: .acquiring)) ?? .stop }

  func tell(_ new: Command) {
    command.store(new.rawValue, ordering: .releasing)
    Socket.writeAll([0], to: tellEnd)
  }

  func deliver(_ response: Response, to request: DeferredRequest) {
    let isFirst = finished.withLock { finished in
      finished.append(Finished(request: request, response: response))
      return finished.count == 1
    }
    if isFirst { Socket.writeAll([0], to: tellEnd) }
  }

  func takeFinished() -> [Finished] {
    finished.withLock { finished in
      defer { finished = [] }
      return finished
    }
  }
}
