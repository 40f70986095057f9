import Dispatch
import Formats
import Synchronization

@testable import HTTP

/// A clock that stands still until it is told.
final class TestClock: Sendable {
  private let elapsed = Atomic<Int32>(0)

  func advance(seconds: Int32) { elapsed.wrappingAdd(seconds, ordering: .relaxed) }

  var clock: Clock {
    Clock(
      second: { [self] in 1000 + elapsed.load(ordering: .relaxed) },
      unixSeconds: { [self] in TestServer.now + Int64(elapsed.load(ordering: .relaxed)) })
  }
}

/// The routes all tests here talk to.
enum TestServer {
  /// Sun, 06 Nov 1994 08:49:37 GMT
  static let lastModified: Int64 = 784_111_777
  static let now: Int64 = lastModified + 1_000_000
  static let text = Array("abcdefghijklmnopqrstuvwxyz".utf8)
  static let big = Array(String(repeating: #"{"name":"value","number":12345},"#, count: 200).utf8)
  static let large = [UInt8](repeating: UInt8(ascii: "x"), count: 200_000)

  static let routes = [
    Route(.get, "/") { _ in Response(contentType: "text/plain", content: Array("root".utf8)) },
    Route(.get, "/text") { _ in
      Response(
        contentType: "text/plain", content: text,
        fields: [("Content-Location", "/text"), ("Link", "</a>; rel=\"next\"")],
        lastModified: lastModified, isCacheable: true)
    },
    Route(.get, "/big") { _ in
      Response(contentType: "application/json", content: big, isCacheable: true)
    },
    Route(.get, "/large") { _ in
      Response(contentType: "application/octet-stream", content: large, isCacheable: true)
    },
    Route(.get, "/tomorrow") { _ in
      Response(
        contentType: "text/plain", content: text, lastModified: now + 86_400, isCacheable: true)
    },
    Route(.get, "/empty") { _ in Response(status: 204, contentType: "", content: []) },
    Route(.get, "/injected") { _ in
      Response(
        contentType: "text/plain", content: [], fields: [("X-A", "1\r\nX-B: 2"), ("Date", "never")])
    },
    Route(.get, "/items/{ref}") { request in
      let query = request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "|")
      return Response(
        contentType: "text/plain", content: Array("\(request.captures[0])?\(query)".utf8))
    },
    Route(.get, "/items/first") { _ in
      Response(contentType: "text/plain", content: Array("literal".utf8))
    },
    Route(.post, "/echo") { request in
      Response(contentType: "application/octet-stream", content: request.content)
    },
    Route(.post, "/slow", contentBytes: 200_000, isDeferred: true) { request in
      Response(contentType: "text/plain", content: Array(request.content.reversed()))
    },
    Route(.get, "/fields") { request in
      let lines = request.fields.map { "\($0.name)=\($0.value)" }
      return Response(contentType: "text/plain", content: Array(lines.joined(separator: "\n").utf8))
    },
  ]

  static func options(_ change: (inout ServerOptions) -> Void = { _ in }) -> ServerOptions {
    var options = ServerOptions()
    options.port = 0
    options.loopCount = 1
    change(&options)
    return options
  }

  static func responder(
    _ options: ServerOptions = options(), gate: Gate = Gate(),
    generation: @escaping @Sendable () -> UInt64 = { 1 }
  ) -> Responder {
    let workers = Workers(threadCount: 2, placeLimit: options.limits.deferredCount)
    var responder = Responder(
      router: Router(routes + gate.routes), options: options, workers: workers,
      cacheBytes: 1_000_000, generation: generation)
    responder.beginRound(unixSeconds: now)
    return responder
  }
}

/// A deferred route whose answers come when the test says so.
final class Gate: Sendable {
  private let opened = DispatchSemaphore(value: 0)
  private let begun = Atomic(0)

  var begunCount: Int { begun.load(ordering: .relaxed) }

  /// Lets so many requests be answered.
  func open(_ count: Int = 1) { for _ in 0..<count { opened.signal() } }

  var routes: [Route] {
    [
      Route(.post, "/gate", contentBytes: 100_000, isDeferred: true) { [self] request in
        begun.wrappingAdd(1, ordering: .relaxed)
        // Bounded, so that a test that fails leaves no thread behind.
        _ = opened.wait(timeout: .now() + 20)
        return Response(contentType: "text/plain", content: request.content)
      }
    ]
  }
}

/// One answer as a client reads it.
struct Reply {
  var status: Int
  var fields: [(name: String, value: String)]
  var content: [UInt8]

  var text: String { String(decoding: content, as: UTF8.self) }

  func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
  subscript(name: String) -> String? { values(name).first }

  struct Malformed: Error, CustomStringConvertible {
    var description: String
  }

  /// Reads answers to the last octet; interim ones are left out of the count of `isHead`.
  ///
  /// - Parameter isHead: of the n-th final answer, whether it answers a HEAD.
  static func parse(
    _ bytes: [UInt8], isHead: (Int) -> Bool = { _ in false }
  ) throws(Malformed) -> [Reply] {
    var replies: [Reply] = []
    var finalCount = 0
    var start = 0
    while start < bytes.count {
      guard let headEnd = firstRange(of: Array("\r\n\r\n".utf8), in: bytes, from: start) else {
        throw Malformed(description: "no end of head after \(replies.count) answers")
      }
      var lines = String(decoding: bytes[start..<headEnd], as: UTF8.self)
        .split(separator: "\r\n", omittingEmptySubsequences: false)
      let statusLine = lines.removeFirst().split(separator: " ", maxSplits: 2)
      guard statusLine.count == 3, statusLine[0] == "HTTP/1.1", let status = Int(statusLine[1])
      else { throw Malformed(description: "status line \(statusLine)") }
      var reply = Reply(status: status, fields: [], content: [])
      for line in lines {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { throw Malformed(description: "field line \(line)") }
        reply.fields.append((parts[0].lowercased(), String(parts[1].dropFirst())))
      }
      start = headEnd + 4
      if status >= 200 {
        try reply.takeContent(bytes, &start, isHead: isHead(finalCount))
        finalCount += 1
      }
      replies.append(reply)
    }
    return replies
  }

  private mutating func takeContent(
    _ bytes: [UInt8], _ start: inout Int, isHead: Bool
  ) throws(Malformed) {
    guard values("date").count == 1, values("server").count == 1 else {
      throw Malformed(description: "\(status) without one Date and Server")
    }
    let lengths = values("content-length")
    if status == 204 || status == 304 {
      guard lengths.isEmpty else { throw Malformed(description: "\(status) says a length") }
      return
    }
    guard lengths.count == 1, let length = Int(lengths[0]) else {
      throw Malformed(description: "\(status) with lengths \(lengths)")
    }
    if isHead { return }
    guard start + length <= bytes.count else {
      throw Malformed(description: "\(status): \(bytes.count - start) of \(length) octets")
    }
    content = Array(bytes[start..<(start + length)])
    start += length
  }

  private static func firstRange(of part: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var i = start
    while i + part.count <= bytes.count {
      if bytes[i..<(i + part.count)].elementsEqual(part) { return i }
      i += 1
    }
    return nil
  }
}

/// Counts from 1.
final class TestCounter: Sendable {
  private let count = Atomic<UInt64>(0)

  var value: UInt64 { count.load(ordering: .relaxed) }
  func next() -> UInt64 { count.wrappingAdd(1, ordering: .relaxed).newValue }
}

/// What an access log was given.
final class LinesTaken: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  func take(_ lines: [UInt8]) { bytes.withLock { $0 += lines } }
  var all: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
}
