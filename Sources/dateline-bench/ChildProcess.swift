#if os(Linux)
  internal import HTTP

  #if canImport(Glibc)
    internal import Glibc
  #else
    internal import Musl
  #endif

  /// A program run beside this one until `end`.
  struct ChildProcess {
    let id: Int32
    private let output: Int32

    /// - Parameters:
    ///   - arguments: the program's path, and what it is given.
    ///   - input: what it finds on standard input.
    init?(arguments: [String], input: [UInt8] = []) {
      var (toChild, fromChild): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
      guard unsafe pipe(&toChild) == 0, unsafe pipe(&fromChild) == 0 else { return nil }
      for end in [toChild[1], fromChild[0]] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      var actions = unsafe posix_spawn_file_actions_t()
      unsafe posix_spawn_file_actions_init(&actions)
      unsafe posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
      unsafe posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
      var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) }
      unsafe words.append(nil)
      var child: pid_t = 0
      let status = unsafe posix_spawn(&child, arguments[0], &actions, nil, words, environ)
      for i in 0..<arguments.count { unsafe free(words[i]) }
      unsafe posix_spawn_file_actions_destroy(&actions)
      close(toChild[0])
      close(fromChild[1])
      guard status == 0 else { return nil }
      var offset = 0
      while offset < input.count {
        let count = unsafe input.withUnsafeBytes {
          unsafe write(toChild[1], $0.baseAddress.map { unsafe $0 + offset }, $0.count - offset)
        }
        if count <= 0 { break }
        offset += count
      }
      close(toChild[1])
      id = child
      output = fromChild[0]
    }

    /// What it says first, without its line feed.
    func firstLine() -> String {
      var line: [UInt8] = []
      var byte: UInt8 = 0
      while unsafe read(output, &byte, 1) == 1, byte != 0x0a { line.append(byte) }
      return String(decoding: line, as: UTF8.self)
    }

    func end() {
      kill(id, SIGTERM)
      var status: Int32 = 0
      unsafe waitpid(id, &status, 0)
      close(output)
    }
  }

  /// nginx serving one file the way it is fast at it: sendfile, open files kept, no log.
  struct NginxServer {
    let served: Served
    private let process: ChildProcess
    private let folder: String

    /// `nil` where nginx is not installed.
    init?(content: [UInt8]) {
      let program = "/usr/sbin/nginx"
      guard unsafe access(program, X_OK) == 0 else { return nil }
      let placeholder = String(repeating: "X", count: 6)
      var template = Array("/tmp/dateline-bench-\(placeholder)".utf8CString)
      guard unsafe mkdtemp(&template) != nil else { return nil }
      folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let port = 20_000 + Int(getpid()) % 20_000
      let configuration = """
        daemon off; master_process off; pid \(folder)/pid; error_log \(folder)/error crit;
        events { worker_connections 2048; }
        http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
          open_file_cache max=10; default_type application/json; client_body_temp_path \(folder)/b;
          proxy_temp_path \(folder)/p; fastcgi_temp_path \(folder)/f; uwsgi_temp_path \(folder)/u;
          scgi_temp_path \(folder)/s;
          server { listen 127.0.0.1:\(port); root \(folder); etag off; } }
        """
      Self.write(content, to: folder + "/file")
      Self.write(Array(configuration.utf8), to: folder + "/conf")
      _ = unsafe chmod(folder, 0o755)
      guard let process = ChildProcess(arguments: [program, "-p", folder, "-c", folder + "/conf"])
      else { return nil }
      self.process = process
      served = Served(name: "nginx", port: port, processID: process.id, target: "/file")
      // It says nothing when it is ready.
      for _ in 0..<100 where HTTPLoad.fetch(port: port, target: "/file").isEmpty { usleep(20_000) }
    }

    func end() {
      process.end()
      for name in ["file", "conf", "error", "pid"] { unsafe unlink(folder + "/" + name) }
      for name in ["b", "p", "f", "u", "s", ""] { unsafe rmdir(folder + "/" + name) }
    }

    private static func write(_ bytes: [UInt8], to path: String) {
      let descriptor = unsafe open(path, O_CREAT | O_WRONLY | O_TRUNC, 0o644)
      guard descriptor >= 0 else { return }
      Socket.writeAll(bytes, to: descriptor)
      close(descriptor)
    }
  }
#endif
