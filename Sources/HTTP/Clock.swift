#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What time it is for an event loop; a test gives its own.
package struct Clock: Sendable {
  /// Seconds since some fixed moment, never going back: deadlines are counted in them.
  package var second: @Sendable () -> Int32
  package var unixSeconds: @Sendable () -> Int64

  package init(
    second: @escaping @Sendable () -> Int32, unixSeconds: @escaping @Sendable () -> Int64
  ) {
    self.second = second
    self.unixSeconds = unixSeconds
  }

  /// The coarse clocks are read from memory the kernel shares: no system call.
  package static let system = Clock(
    second: { Int32(truncatingIfNeeded: read(monotonicClock).tv_sec) },
    unixSeconds: { Int64(read(wallClock).tv_sec) })

  /// For the access log, which times one request.
  static func microseconds() -> Int64 {
    let now = read(CLOCK_MONOTONIC)
    return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
  }

  #if os(Linux)
    private static let monotonicClock = CLOCK_MONOTONIC_COARSE
    private static let wallClock = CLOCK_REALTIME_COARSE
  #else
    private static let monotonicClock = CLOCK_MONOTONIC
    private static let wallClock = CLOCK_REALTIME
  #endif

  private static func read(_ clock: clockid_t) -> timespec {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return time
  }
}
