#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `dateline-bench start`: wall time from starting a `dateline` binary on some articles until it
/// says that it serves them.
enum StartQuestion {
  static func ask(_ arguments: [String]) {
    let paths = arguments.filter { !$0.hasPrefix("--") }
    guard let binary = paths.first else {
      Usage.refuse("start: give a dateline binary, then the articles to serve")
    }
    var times: [Double] = []
    for _ in 0..<11 {
      guard let seconds = start([binary, "serve", "--port", "0"] + paths.dropFirst()) else {
        Usage.refuse("\(binary) did not start")
      }
      times.append(seconds * 1000)
    }
    times.sort()
    print(
      "start of \(binary): median \(Numbers.text(times[5])) ms,",
      "fastest \(Numbers.text(times[0])), slowest \(Numbers.text(times[10]))")
  }

  private static func release(_ pointer: UnsafeMutablePointer<CChar>?) { unsafe free(pointer) }

  private static func end(_ process: pid_t) {
    kill(process, SIGTERM)
    waitpid(process, nil, 0)
  }

  /// Seconds until the line with the address, then the end of the process; `nil` where none came.
  private static func start(_ command: [String]) -> Double? {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
    var argv = unsafe command.map { unsafe strdup($0) } + [nil]
    defer { unsafe argv.forEach(release) }
    var process = pid_t()
    let clock = ContinuousClock()
    let begin = clock.now
    guard unsafe posix_spawnp(&process, command[0], &actions, nil, &argv, environ) == 0 else {
      close(ends[1])
      return nil
    }
    close(ends[1])
    defer { end(process) }
    var said: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe read(ends[0], $0.baseAddress, $0.count)
      }
      guard count > 0 else { return nil }
      said += chunk[..<count]
      // The start line ends with the time it took.
      let text = String(decoding: said, as: UTF8.self)
      if text.contains(" mentions") && text.contains("http://") {
        return Numbers.seconds(clock.now - begin)
      }
    }
  }
}
