internal import CBench
internal import HTTP

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `dateline-bench http`: what one request costs the server, against the least a server in C can
/// do and against nginx where it is installed.
///
/// `http` measures constant answers of three sizes. `http PORT PID TARGET…` measures a running
/// server. `http --serve [PORT] [off|text|json] [epoll|poll]` only serves.
enum HTTPBench {
  static func run(_ arguments: [String]) {
    switch arguments.first {
    case "--serve": serve(Array(arguments.dropFirst()))
    case "--floor": floor()
    default: compare(arguments)
    }
  }

  // MARK: Servers

  /// Serves until it is killed: `/250`, `/2400`, `/60000` are octets of content.
  private static func serve(_ arguments: [String]) {
    var options = ServerOptions()
    options.port = arguments.first.flatMap(Int.init) ?? 0
    options.loopCount = 1
    if arguments.count > 1, let form = AccessLogForm(rawValue: arguments[1]) {
      options.accessLog = form
    }
    if arguments.count > 2, let form = PollerForm(rawValue: arguments[2]) { options.poller = form }
    let server = Server(router: router, options: options)
    do throws(ServerError) {
      print(try server.start().uri)
    } catch {
      Usage.refuse("\(error)")
    }
    fflush(nil)
    while true { sleep(3600) }
  }

  private static var router: Router {
    Router([
      Route(.get, "/{octets}") { request in
        let count = Int(request.captures[0]).map { min(max($0, 0), 100_000) } ?? 0
        return Response(
          contentType: "application/json", content: content(count), lastModified: 1_700_000_000,
          isCacheable: true)
      },
      Route(.post, "/echo") { request in
        Response(contentType: "text/plain", content: request.content)
      },
      Route(.post, "/deferred", isDeferred: true) { request in
        Response(contentType: "text/plain", content: request.content)
      },
      Route(.get, "/uncached/{octets}") { _ in
        Response(contentType: "application/json", content: content(250))
      },
    ])
  }

  /// Text that is neither all the same nor random.
  static func content(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(ascii: "a") + UInt8(($0 * $0 / 7 + $0) % 26) }
  }

  /// The C floor: answers everything with the octets of standard input.
  private static func floor() {
    #if os(Linux)
      var answer: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = unsafe read(0, &buffer, buffer.count)
        if count <= 0 { break }
        answer += buffer[..<count]
      }
      _ = unsafe answer.withUnsafeBytes {
        unsafe cbench_floor($0.baseAddress, $0.count)
      }
    #endif
  }

  // MARK: Comparing

  private static func compare(_ arguments: [String]) {
    #if os(Linux)
      // Servers started here stay on one core, the client goes to another.
      cbench_pin(0)
      if arguments.isEmpty {
        guard let own = ChildProcess(arguments: ["/proc/self/exe", "http", "--serve"]),
          let port = own.firstLine().split(separator: ":").last.flatMap({ Int($0) })
        else { Usage.refuse("cannot run itself") }
        compare(Served(name: "ours", port: port, processID: own.id), ["/250", "/2400", "/60000"])
        own.end()
      } else if arguments.count >= 3, let port = Int(arguments[0]), let id = Int32(arguments[1]) {
        compare(
          Served(name: "ours", port: port, processID: id), Array(arguments.dropFirst(2)))
      } else {
        Usage.refuse("http, or http PORT PID TARGET…")
      }
    #else
      Usage.refuse("http compares on Linux only")
    #endif
  }

  #if os(Linux)
    private static func compare(_ ours: Served, _ targets: [String]) {
      print("CPU microseconds a request, medians of rounds in turn; ratios are of the same round")
      for target in targets {
        let answer = HTTPLoad.fetch(port: ours.port, target: target)
        guard !answer.isEmpty else { Usage.refuse("no answer for \(target)") }
        cbench_pin(0)
        guard
          let floor = ChildProcess(
            arguments: ["/proc/self/exe", "http", "--floor"], input: answer),
          let floorPort = Int(floor.firstLine())
        else { Usage.refuse("cannot run the floor") }
        var others = [Served(name: "C floor", port: floorPort, processID: floor.id)]
        let nginx = NginxServer(content: Array(HTTPLoad.content(of: answer)))
        if let nginx { others.append(nginx.served) }
        cbench_pin(1)
        for (connections, depth) in [(1, 1), (64, 1), (512, 1), (64, 16)] {
          let cell = Cell(target: target, connections: connections, depth: depth)
          print(cell.measure(ours, others))
          fflush(nil)
        }
        floor.end()
        nginx?.end()
      }
    }
  #endif
}

#if os(Linux)
  /// One server to be measured.
  struct Served {
    var name: String
    var port: Int
    var processID: Int32
    var target: String?

    /// User and system time of all threads of the process, to the nanosecond: `/proc/PID/stat` has
    /// the same by hundredths of a second.
    var cpuMicroseconds: Double {
      var (clock, time) = (clockid_t(), timespec())
      guard unsafe clock_getcpuclockid(processID, &clock) == 0,
        unsafe clock_gettime(clock, &time) == 0
      else { return .nan }
      return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }
  }

  /// One line of the table: a target, so many connections, so many requests in flight on each.
  struct Cell {
    /// Many short rounds: what else the machine does then falls on all alike.
    static let roundCount = 25
    static let roundSeconds = 0.2

    var target: String
    var connections: Int
    var depth: Int

    func measure(_ ours: Served, _ others: [Served]) -> String {
      let servers = [ours] + others
      var costs = [[Double]](repeating: [], count: servers.count)
      for _ in 0..<Self.roundCount {
        for (i, server) in servers.enumerated() { costs[i].append(cost(server)) }
      }
      var line = "\(target) x\(connections)" + (depth > 1 ? " pipelined by \(depth)" : "") + ":"
      for (i, server) in servers.enumerated() {
        line += "  \(server.name) \(rounded(median(costs[i])))"
        guard i > 0 else { continue }
        let ratios = zip(costs[0], costs[i]).map { $0 / $1 }
        line += " (ours is \(rounded(median(ratios)))x)"
      }
      return line
    }

    private func cost(_ server: Served) -> Double {
      let before = server.cpuMicroseconds
      let count = HTTPLoad.load(server, self, seconds: Self.roundSeconds)
      return count > 0 ? (server.cpuMicroseconds - before) / Double(count) : .nan
    }

    private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
  }

  /// The client.
  enum HTTPLoad {
    static func request(_ target: String, closing: Bool = false) -> [UInt8] {
      let connection = closing ? "Connection: close\r\n" : ""
      return Array("GET \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(connection)\r\n".utf8)
    }

    static func load(_ server: Served, _ cell: Cell, seconds: Double) -> Int {
      let target = server.target ?? cell.target
      let answerCount = fetch(port: server.port, target: target).count
      let request = request(target)
      return unsafe request.withUnsafeBytes {
        unsafe cbench_load(
          Int32(server.port), Int32(cell.connections), Int32(cell.depth), $0.baseAddress, $0.count,
          answerCount, seconds)
      }
    }

    /// One whole answer as it comes on a connection that stays open.
    static func fetch(port: Int, target: String) -> [UInt8] {
      var answer = [UInt8](repeating: 0, count: 10_000_000)
      let request = request(target)
      let count = unsafe request.withUnsafeBytes { request in
        unsafe answer.withUnsafeMutableBytes { answer in
          unsafe cbench_fetch(
            Int32(port), request.baseAddress, request.count, answer.baseAddress, answer.count)
        }
      }
      return Array(answer.prefix(max(0, count)))
    }

    static func content(of answer: [UInt8]) -> ArraySlice<UInt8> {
      for i in answer.indices.dropLast(3)
      where answer[i] == 13 && answer[i + 1] == 10 && answer[i + 2] == 13 && answer[i + 3] == 10 {
        return answer[(i + 4)...]
      }
      return []
    }
  }
#endif
