#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

enum CorpusError: Error {
  case unreadable(String)
  case malformed(String, line: Int)
}

/// Reads a corpus file whole; `.xz` goes through the system's `xz -dc`, `.gz` through `gzip -dc`.
func readCorpus(_ path: String) throws(CorpusError) -> [UInt8] {
  if path.hasSuffix(".xz") { return try run("xz", ["-dc", path]) }
  if path.hasSuffix(".gz") { return try run("gzip", ["-dc", path]) }
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .unreadable(path) }
  return drain(descriptor)
}

private func run(_ program: String, _ arguments: [String]) throws(CorpusError) -> [UInt8] {
  var ends: [Int32] = [-1, -1]
  guard unsafe pipe(&ends) == 0 else { throw .unreadable(program) }
  var pid: pid_t = 0
  // The C interface wants pointers; all of them live until the call returns.
  #if canImport(Glibc)
    var actions = unsafe posix_spawn_file_actions_t()
  #else
    var actions: posix_spawn_file_actions_t? = nil
  #endif
  unsafe posix_spawn_file_actions_init(&actions)
  unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
  unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
  unsafe posix_spawn_file_actions_addclose(&actions, ends[1])
  var argv = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
  let status = unsafe posix_spawnp(&pid, program, &actions, nil, &argv, environ)
  unsafe posix_spawn_file_actions_destroy(&actions)
  for i in unsafe argv.indices { unsafe free(argv[i]) }
  close(ends[1])
  let bytes = drain(ends[0])
  var exit: Int32 = 0
  guard status == 0, unsafe waitpid(pid, &exit, 0) == pid, exit == 0 else {
    throw .unreadable(arguments.last ?? program)
  }
  return bytes
}

/// Reads to the end and closes.
private func drain(_ descriptor: Int32) -> [UInt8] {
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe block.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, $0.count)
    }
    if count <= 0 { break }
    bytes.append(contentsOf: block[..<count])
  }
  close(descriptor)
  return bytes
}

/// Writes a file, replacing what was there; false where that fails.
func writeFile(_ path: String, _ bytes: [UInt8]) -> Bool {
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { return false }
  defer { close(descriptor) }
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes.withUnsafeBytes {
      unsafe write(descriptor, $0.baseAddress.map { unsafe $0 + written }, bytes.count - written)
    }
    if count <= 0 { return false }
    written += count
  }
  return true
}

func seconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// A line of progress on standard error.
func progress(_ text: String) {
  let line = Array((text + "\n").utf8)
  _ = unsafe line.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
}
