internal import API
internal import Extraction
internal import HTTP
internal import NewsIndex

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `dateline-bench serve`: processor time the server spends on a request of each kind, through the
/// real API and HTTP on loopback, rendered anew each time and from the cache of answers.
enum ServeQuestion {
  static func ask(_ arguments: [String]) {
    let articles = Numbers.option("articles", arguments, standard: 10_000)
    let requests = Numbers.option("requests", arguments, standard: 2000)
    let corpus = SyntheticCorpus(articleCount: articles, seed: 1)
    var builder = SnapshotBuilder()
    for index in 0..<articles {
      let (article, analysis) = corpus.article(index)
      builder.add(article, analysis)
    }
    let current = Current()
    current.publish(builder.finish(builtAt: 1_700_000_000))
    guard let snapshot = current.load() else { return }
    let id = snapshot.string(snapshot[EntityOrdinal(Int32(0))].id)
    let targets = [
      "/healthz", "/articles", "/articles?limit=500", "/articles?entity=\(id)&sort=title",
      "/articles/synthetic-1?include=text,mentions", "/entities", "/entities?q=ma",
      "/entities/\(id)", "/entities/\(id)/mentions", "/entities/\(id)/neighbors",
      "/graph?limit=100", "/entities/Nobodyatall",
    ]
    print("\(articles) articles; µs of the server's processor time a request; octets of an answer")
    print("rendered    cached    octets  target")
    let rendered = measure(targets, requests, current, cacheBytes: 0)
    let cached = measure(targets, requests, current, cacheBytes: 64 << 20)
    for (index, target) in targets.enumerated() {
      print(
        Numbers.padded(Numbers.text(rendered[index].micros), 8),
        Numbers.padded(Numbers.text(cached[index].micros), 9),
        Numbers.padded(String(rendered[index].octets), 9), " " + target)
    }
  }

  private static func measure(
    _ targets: [String], _ requests: Int, _ current: Current, cacheBytes: Int
  ) -> [(micros: Double, octets: Int)] {
    var options = ServerOptions()
    options.port = 0
    options.loopCount = 1
    options.limits.answerBytes = cacheBytes
    let routes = Routes.table(
      current: current, extractor: Extractor(gazetteer: Gazetteer()), analyzeBytes: 0,
      openAPI: [], version: "0")
    let server = Server(
      router: Router(routes), options: options, generation: { current.generation })
    defer { server.stop() }
    guard let address = try? server.start(), let client = Client(port: address.port) else {
      Usage.refuse("no port could be opened")
    }
    return targets.map { target in
      let request = Array("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
      var octets = 0
      for _ in 0..<20 { octets = client.answer(to: request) }
      let before = serverSeconds()
      for _ in 0..<requests { _ = client.answer(to: request) }
      return ((serverSeconds() - before) * 1e6 / Double(max(1, requests)), octets)
    }
  }

  /// Processor time of the process without that of this thread, which is the client.
  private static func serverSeconds() -> Double {
    var all = timespec()
    var own = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &all)
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &own)
    return Double(all.tv_sec - own.tv_sec) + Double(all.tv_nsec - own.tv_nsec) * 1e-9
  }
}

/// One persistent connection that sends a request and waits for its whole answer.
private struct Client: ~Copyable {
  private let descriptor: Int32

  init?(port: Int) {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { return nil }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let result = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  /// Octets of content, as Content-Length says.
  func answer(to request: [UInt8]) -> Int {
    _ = unsafe request.withUnsafeBytes { unsafe send(descriptor, $0.baseAddress, $0.count, 0) }
    var received: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var total = Int.max
    var length = 0
    while received.count < total {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe recv(descriptor, $0.baseAddress, $0.count, 0)
      }
      guard count > 0 else { Usage.refuse("the server closed the connection") }
      received += chunk[..<count]
      if total == .max, let head = Self.headEnd(received) {
        length = Self.contentLength(received[..<head])
        total = head + length
      }
    }
    return length
  }

  private static func headEnd(_ bytes: [UInt8]) -> Int? {
    guard bytes.count > 3 else { return nil }
    for i in 3..<bytes.count
    where bytes[i] == 0x0a && bytes[i - 1] == 0x0d && bytes[i - 2] == 0x0a {
      return i + 1
    }
    return nil
  }

  private static func contentLength(_ head: ArraySlice<UInt8>) -> Int {
    for line in String(decoding: head, as: UTF8.self).split(separator: "\r\n") {
      let field = line.split(separator: ":", maxSplits: 1)
      if field.count == 2, field[0].lowercased() == "content-length" {
        return Int(field[1].filter { $0 != " " }) ?? 0
      }
    }
    return 0
  }
}
