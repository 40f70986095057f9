internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Waits for whatever ends the program: a signal, or a failure elsewhere. What comes first counts;
/// a second signal ends the process at once.
final class Ending: Sendable {
  private let code = Mutex<Int32?>(nil)
  private let signalCount = Mutex(0)
  private let news = DispatchSemaphore(value: 0)

  func end(with code: Int32) {
    let isFirst = self.code.withLock { known in
      defer { known = known ?? code }
      return known == nil
    }
    if isFirst { news.signal() }
  }

  func wait() -> Int32 {
    news.wait()
    return code.withLock { $0 } ?? ExitCode.failed
  }

  /// From here on SIGTERM and SIGINT end with 0 what is waited for, and a client that is gone is an
  /// error of `send`, not a signal.
  /// - Returns: what must be kept for as long as signals shall be heard.
  func listen() -> [any DispatchSourceSignal] {
    signal(SIGPIPE, SIG_IGN)
    let queue = DispatchQueue(label: "signals")
    return [SIGTERM, SIGINT].map { number in
      // The source hears a signal only where the process itself ignores it.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        let count = self.signalCount.withLock { count in
          count += 1
          return count
        }
        if count > 1 { _exit(ExitCode.failed) }
        self.end(with: ExitCode.done)
      }
      source.resume()
      return source
    }
  }
}
