import Testing

@testable import HTTP

/// An event loop with real sockets and a clock that stands still until told.
@Suite(.serialized)
struct EventLoopTests {
  private static let request = "GET /text HTTP/1.1\r\nHost: a\r\n\r\n"

  private static func received(_ client: TestClient) throws -> [Int] {
    client.receive()
    return try Reply.parse(client.received).map(\.status)
  }

  /// Lets that many seconds pass, one at a time.
  private static func pass(_ seconds: Int, _ harness: LoopHarness) {
    for _ in 0..<seconds {
      harness.time.advance(seconds: 1)
      harness.turn()
    }
  }

  @Test(arguments: LoopHarness.pollers)
  func `an unfinished head is cut off whatever trickles in`(_ form: PollerForm) throws {
    let harness = try LoopHarness { $0.poller = form }
    let client = try harness.connect()
    client.send("G")
    harness.turn(milliseconds: 100)
    for octet in ["E", "T", " ", "/", " ", "H", "T", "T", "P"] {
      Self.pass(1, harness)
      client.send(octet)
      harness.turn(milliseconds: 100)
      #expect(try Self.received(client) == [])
    }
    Self.pass(2, harness)
    #expect(try Self.received(client) == [408])
    #expect(client.isClosed)
  }

  @Test(arguments: LoopHarness.pollers)
  func `unfinished content is cut off`(_ form: PollerForm) throws {
    let harness = try LoopHarness { $0.poller = form }
    let client = try harness.connect()
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n")
    harness.turn(milliseconds: 100)
    for _ in 0..<19 {
      Self.pass(1, harness)
      client.send("a")
      harness.turn(milliseconds: 100)
      #expect(try Self.received(client) == [])
    }
    Self.pass(2, harness)
    #expect(try Self.received(client) == [408])
  }

  @Test func `an idle connection is closed, a used one is not`() throws {
    let harness = try LoopHarness()
    let idle = try harness.connect()
    let used = try harness.connect()
    for _ in 0..<10 {
      Self.pass(5, harness)
      used.send(Self.request)
      harness.turn(milliseconds: 100)
    }
    #expect(try Self.received(used) == Array(repeating: 200, count: 10))
    #expect(!used.isClosed)
    #expect(try Self.received(idle) == [])
    #expect(idle.isClosed)
  }

  @Test(arguments: LoopHarness.pollers)
  func `a client that pipelines much and reads nothing is served in order at last`(
    _ form: PollerForm
  ) throws {
    let harness = try LoopHarness { $0.poller = form }
    let client = try harness.connect(receiveBufferBytes: 4096)
    let count = 60
    var one = MemoryTransport()
    one.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
    let all = Array(String(repeating: "GET /large HTTP/1.1\r\nHost: a\r\n\r\n", count: count).utf8)
    var sent = 0
    for _ in 0..<50 {
      sent += client.send(all[sent...])
      harness.turn()
    }
    // 12 MB of answers: what the server holds of them now is two at most.
    try harness.turn {
      sent += client.send(all[sent...])
      client.receive()
      return client.received.count >= count * one.received.count
    }
    let replies = try Reply.parse(client.received)
    #expect(replies.count == count)
    #expect(replies.allSatisfy { $0.status == 200 && $0.content == TestServer.large })
  }

  @Test(arguments: LoopHarness.pollers)
  func `small answers to many pipelined requests come in order`(_ form: PollerForm) throws {
    let harness = try LoopHarness { $0.poller = form }
    let client = try harness.connect(receiveBufferBytes: 4096)
    let requests = (0..<5000).map { "GET /items/\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined()
    var one = MemoryTransport()
    one.send(requests)
    try harness.exchange(client, Array(requests.utf8), untilByteCount: one.received.count)
    let replies = try Reply.parse(client.received)
    #expect(replies.map(\.text) == (0..<5000).map { "\($0)?" })
  }

  @Test func `a client that takes nothing any more is cut off`() throws {
    let harness = try LoopHarness()
    let client = try harness.connect(receiveBufferBytes: 4096)
    client.send(String(repeating: "GET /large HTTP/1.1\r\nHost: a\r\n\r\n", count: 100))
    for _ in 0..<50 { harness.turn() }
    Self.pass(32, harness)
    try harness.turn {
      client.receive()
      return client.isClosed
    }
    #expect(client.wasReset)
    #expect(client.received.count < 100 * TestServer.large.count)
  }

  @Test func `half a close is answered`() throws {
    let harness = try LoopHarness()
    let client = try harness.connect()
    client.send(Self.request + Self.request)
    client.finishSending()
    try harness.turn {
      client.receive()
      return client.isClosed
    }
    #expect(try Self.received(client) == [200, 200])
    #expect(!client.wasReset)
  }

  @Test func `an empty line by itself begins no request`() throws {
    let harness = try LoopHarness()
    for part in ["\r", "\r\n"] {
      let ended = try harness.connect()
      ended.send(Self.request + part)
      ended.finishSending()
      try harness.turn {
        ended.receive()
        return ended.isClosed
      }
      #expect(try Self.received(ended) == [200])
      let idle = try harness.connect()
      idle.send(Self.request + part)
      harness.turn(milliseconds: 100)
      Self.pass(limits.idleSeconds + 2, harness)
      #expect(try Self.received(idle) == [200])
      #expect(idle.isClosed)
    }
  }

  private let limits = Limits()

  @Test func `half a close within a request is refused`() throws {
    let harness = try LoopHarness()
    for part in ["GET /text HTT", "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab"] {
      let client = try harness.connect()
      client.send(part)
      client.finishSending()
      try harness.turn {
        client.receive()
        return client.isClosed
      }
      #expect(try Self.received(client) == [400])
    }
  }

  @Test func `a refusal survives what the client still sends`() throws {
    let harness = try LoopHarness()
    let client = try harness.connect()
    let start = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n"
    try harness.exchange(
      client, Array((start + String(repeating: "a", count: 4_000_000)).utf8))
    #expect(try Self.received(client) == [413])
    #expect(!client.wasReset)
    Self.pass(3, harness)
  }

  @Test(arguments: LoopHarness.pollers)
  func `beyond the limit of connections the answer is 503, at once`(_ form: PollerForm) throws {
    let harness = try LoopHarness {
      $0.poller = form
      $0.limits.connectionCount = 3
    }
    let clients = try (0..<3).map { _ in try harness.connect() }
    let refused = try harness.connect()
    try harness.turn {
      refused.receive()
      return refused.isClosed
    }
    let replies = try Reply.parse(refused.received)
    #expect(replies.map(\.status) == [503])
    #expect(replies.first?["retry-after"] == "1")
    clients[0].close()
    harness.turn(milliseconds: 1000)
    let next = try harness.connect()
    next.send(Self.request)
    harness.turn(milliseconds: 1000)
    #expect(try Self.received(next) == [200])
  }

  @Test func `one address cannot have all connections`() throws {
    let harness = try LoopHarness { $0.limits.connectionsPerAddress = 1 }
    let first = try harness.connect()
    let second = try harness.connect()
    #expect(try Self.received(second) == [503])
    first.send(Self.request)
    harness.turn(milliseconds: 1000)
    #expect(try Self.received(first) == [200])
  }

  @Test func `the last request of a connection is told so`() throws {
    let harness = try LoopHarness { $0.limits.requestsPerConnection = 2 }
    let client = try harness.connect()
    client.send(Self.request + Self.request + Self.request)
    try harness.turn {
      client.receive()
      return client.isClosed
    }
    #expect(try Reply.parse(client.received).map { $0["connection"] } == [nil, "close"])
  }

  @Test func `Date is that of the second`() throws {
    let harness = try LoopHarness()
    let client = try harness.connect()
    var dates: [String?] = []
    for _ in 0..<3 {
      Self.pass(1, harness)
      client.send(Self.request)
      harness.turn(milliseconds: 1000)
    }
    client.receive()
    dates = try Reply.parse(client.received).map { $0["date"] }
    #expect(
      dates == [
        "Thu, 17 Nov 1994 22:36:18 GMT", "Thu, 17 Nov 1994 22:36:19 GMT",
        "Thu, 17 Nov 1994 22:36:20 GMT",
      ])
  }

  @Test(arguments: LoopHarness.pollers)
  func `draining finishes what was begun and takes nothing new`(_ form: PollerForm) throws {
    let harness = try LoopHarness { $0.poller = form }
    let idle = try harness.connect()
    let busy = try harness.connect()
    busy.send("GET /text HTTP/1.1\r\n")
    harness.turn(milliseconds: 100)
    harness.control.tell(.drain)
    harness.turn(milliseconds: 100)
    #expect(try Self.received(idle) == [])
    #expect(idle.isClosed)
    #expect(throws: LoopHarness.Failure.self) { try TestClient(port: harness.port) }
    #expect(!harness.isDone)
    busy.send("Host: a\r\n\r\n")
    try harness.turn {
      busy.receive()
      return busy.isClosed
    }
    #expect(try Reply.parse(busy.received).map { $0["connection"] } == ["close"])
    busy.close()
    harness.turn(milliseconds: 100)
    #expect(harness.isDone)
  }
}

struct TimerWheelTests {
  @Test func `what is put in comes out in its second`() {
    var wheel = TimerWheel(second: 100)
    var expected: [Int32: [Int32]] = [:]
    for i in Int32(0)..<500 {
      let due = wheel.insert(i, deadline: 90 + i % 100)
      #expect(due > 100 && due <= 163)
      expected[due, default: []].append(i)
    }
    while let (second, descriptors) = wheel.next(upTo: 170) {
      #expect(descriptors == expected[second] ?? [])
      expected[second] = nil
    }
    #expect(expected.isEmpty)
  }
}

struct ServerTests {
  @Test func `a server starts, answers on every loop, drains and stops`() throws {
    var options = TestServer.options()
    options.loopCount = 3
    let lines = LinesTaken()
    options.accessLog = .json
    options.accessLogSink = { lines.take($0) }
    let server = Server(router: Router(TestServer.routes), options: options)
    let address = try server.start()
    #expect(throws: ServerError.alreadyStarted) { try server.start() }
    for _ in 0..<20 {
      let client = try TestClient(port: address.port)
      client.send("GET /text?%22 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      for _ in 0..<1_000_000 where !client.isClosed { client.receive() }
      #expect(try Reply.parse(client.received).map(\.status) == [200])
    }
    #expect(server.drain(deadlineSeconds: 10))
    server.stop()
    let all = lines.all.split(separator: "\n")
    #expect(all.count == 20)
    #expect(
      all.allSatisfy {
        $0.contains(
          #""client":"127.0.0.1","method":"GET","target":"/text?%22","status":200,"bytes":26,"#)
      })
  }

  @Test func `a port in use and a bad host are told apart`() throws {
    let server = Server(router: Router([]), options: TestServer.options())
    let address = try server.start()
    var options = TestServer.options()
    options.port = address.port
    let second = Server(router: Router([]), options: options)
    #expect(throws: ServerError.portInUse(host: "127.0.0.1", port: address.port)) {
      try second.start()
    }
    server.stop()
    options.host = "nowhere.example"
    #expect(throws: ServerError.badHost("nowhere.example")) {
      try Server(router: Router([]), options: options).start()
    }
    options.host = "203.0.113.1"
    #expect(throws: ServerError.addressNotHere("203.0.113.1")) {
      try Server(router: Router([]), options: options).start()
    }
    options.port = 70_000
    #expect(throws: ServerError.badPort(70_000)) {
      try Server(router: Router([]), options: options).start()
    }
  }
}
