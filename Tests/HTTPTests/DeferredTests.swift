import Testing

@testable import HTTP

/// Requests whose handlers run beside the event loop.
@Suite(.serialized)
struct DeferredTests {
  private static let get = "GET /text HTTP/1.1\r\nHost: a\r\n\r\n"

  private static func post(_ content: String, fields: String = "") -> String {
    "POST /gate HTTP/1.1\r\nHost: a\r\n\(fields)Content-Length: \(content.utf8.count)\r\n\r\n\(content)"
  }

  private static func texts(_ client: TestClient) throws -> [String] {
    client.receive()
    return try Reply.parse(client.received).map(\.text)
  }

  private static func statuses(_ client: TestClient) throws -> [Int] {
    client.receive()
    return try Reply.parse(client.received).map(\.status)
  }

  private static let alphabet = String(decoding: TestServer.text, as: UTF8.self)

  /// Turns until as many answers have come.
  private static func turn(
    _ harness: LoopHarness, _ client: TestClient, untilCount count: Int
  ) throws {
    try harness.turn { (try? texts(client).count) == count }
  }

  @Test(arguments: LoopHarness.pollers)
  func `others are served while one waits, and its own answers keep their order`(
    _ form: PollerForm
  ) throws {
    let harness = try LoopHarness { $0.poller = form }
    let slow = try harness.connect()
    let other = try harness.connect()
    slow.send(Self.get + Self.post("one") + Self.get + Self.post("two") + Self.get)
    try harness.turn { harness.gate.begunCount == 1 }
    for count in 1...3 {
      other.send(Self.get)
      try Self.turn(harness, other, untilCount: count)
    }
    // What stood before it in the pipeline was answered; what stands behind it waits.
    slow.send(Self.get)
    harness.turn(milliseconds: 20)
    #expect(try Self.texts(slow) == [Self.alphabet])
    harness.gate.open(2)
    try Self.turn(harness, slow, untilCount: 6)
    let alphabet = Self.alphabet
    #expect(try Self.texts(slow) == [alphabet, "one", alphabet, "two", alphabet, alphabet])
    #expect(!slow.isClosed)
  }

  @Test func `beyond the places the answer is 503 and the connection stays`() throws {
    let harness = try LoopHarness { $0.limits.deferredCount = 2 }
    let clients = try (0..<3).map { _ in try harness.connect() }
    for client in clients[..<2] { client.send(Self.post("in")) }
    try harness.turn { harness.gate.begunCount == 2 }
    clients[2].send(Self.post("out") + Self.get)
    try Self.turn(harness, clients[2], untilCount: 2)
    #expect(try Self.statuses(clients[2]) == [503, 200])
    #expect(try Reply.parse(clients[2].received).first?["retry-after"] == "1")
    harness.gate.open(3)
    for client in clients[..<2] { try Self.turn(harness, client, untilCount: 1) }
    clients[2].send(Self.post("in"))
    try Self.turn(harness, clients[2], untilCount: 3)
    #expect(try Self.texts(clients[2]).last == "in")
  }

  @Test func `a place is taken before the content comes`() throws {
    let harness = try LoopHarness { $0.limits.deferredCount = 1 }
    let first = try harness.connect()
    let second = try harness.connect()
    let request = Self.post("abc")
    first.send(String(request.dropLast()))
    harness.turn(milliseconds: 100)
    second.send(request)
    try Self.turn(harness, second, untilCount: 1)
    #expect(try Self.statuses(second) == [503])
    second.send(Self.post("abc", fields: "Expect: 100-continue\r\n").replacing("abc", with: ""))
    try Self.turn(harness, second, untilCount: 2)
    #expect(try Self.statuses(second) == [503, 503])
    harness.gate.open()
    first.send("c")
    try Self.turn(harness, first, untilCount: 1)
    #expect(try Self.texts(first) == ["abc"])
  }

  @Test(arguments: LoopHarness.pollers)
  func `a client that goes away gives up its place`(_ form: PollerForm) throws {
    let harness = try LoopHarness {
      $0.poller = form
      $0.limits.deferredCount = 1
    }
    let gone = try harness.connect()
    gone.send(Self.post("gone"))
    try harness.turn { harness.gate.begunCount == 1 }
    gone.reset()
    harness.turn(milliseconds: 1000)
    let next = try harness.connect()
    next.send(Self.post("next"))
    try harness.turn { harness.gate.begunCount == 2 }
    harness.gate.open(2)
    try Self.turn(harness, next, untilCount: 1)
    #expect(try Self.texts(next) == ["next"])
  }

  @Test func `nothing is overdue while a handler works`() throws {
    let harness = try LoopHarness()
    let client = try harness.connect()
    client.send(Self.post("late"))
    try harness.turn { harness.gate.begunCount == 1 }
    for _ in 0..<200 {
      harness.time.advance(seconds: 1)
      harness.turn()
    }
    harness.gate.open()
    try Self.turn(harness, client, untilCount: 1)
    #expect(try Self.texts(client) == ["late"])
    for _ in 0..<22 {
      harness.time.advance(seconds: 1)
      harness.turn()
    }
    client.receive()
    #expect(client.isClosed)
  }

  @Test func `half a close while a handler works is answered`() throws {
    let harness = try LoopHarness()
    let client = try harness.connect()
    client.send(Self.post("half"))
    client.finishSending()
    try harness.turn { harness.gate.begunCount == 1 }
    harness.gate.open()
    try harness.turn {
      client.receive()
      return client.isClosed
    }
    #expect(try Self.texts(client) == ["half"])
    #expect(!client.wasReset)
  }

  @Test func `draining waits for a handler and closes after its answer`() throws {
    let harness = try LoopHarness()
    let client = try harness.connect()
    client.send(Self.post("last"))
    try harness.turn { harness.gate.begunCount == 1 }
    harness.control.tell(.drain)
    harness.turn(milliseconds: 100)
    #expect(!harness.isDone)
    harness.gate.open()
    try harness.turn {
      client.receive()
      return client.isClosed
    }
    #expect(try Reply.parse(client.received).map { $0["connection"] } == ["close"])
    client.close()
    try harness.turn { harness.isDone }
  }

  @Test func `an answer made while earlier ones are stuck waits for them`() throws {
    let harness = try LoopHarness()
    let client = try harness.connect(receiveBufferBytes: 4096)
    let large = "GET /large HTTP/1.1\r\nHost: a\r\n\r\n"
    client.send(String(repeating: large, count: 30) + Self.post("behind") + large)
    for _ in 0..<50 { harness.turn() }
    harness.gate.open()
    var one = MemoryTransport()
    one.send(large)
    try harness.turn {
      client.receive()
      return client.received.count > 31 * one.received.count
    }
    let replies = try Reply.parse(client.received)
    #expect(replies.count == 32)
    #expect(replies[30].text == "behind")
    #expect(replies[31].content == TestServer.large)
  }

  @Test func `a route may take more content than others, and its own limit is told`() throws {
    let content = String(repeating: "a", count: 150_000)
    let head = "POST /slow HTTP/1.1\r\nHost: a\r\nContent-Length: "
    let replies = try MemoryTransport.exchange(head + "\(content.utf8.count)\r\n\r\n" + content)
    #expect(replies.map(\.status) == [200])
    #expect(replies.first?.content.count == 150_000)
    let refused = try MemoryTransport.exchange(head + "200001\r\n\r\n")
    #expect(refused.map(\.status) == [413])
    #expect(refused.first?.text.contains("200000") == true)
  }
}
