import Testing

@testable import HTTP

/// Octets sent, and what must come back.
struct Exchange: CustomTestStringConvertible, Sendable {
  var name: String
  var request: [UInt8]
  var statuses: [Int]
  /// Whether the server ends the connection.
  var closes: Bool
  /// Whether the answers are to HEAD.
  var isHead = false

  init(_ name: String, _ request: String, _ statuses: [Int], closes: Bool = false) {
    self.name = name
    self.request = Array(request.utf8)
    self.statuses = statuses
    self.closes = closes
    isHead = request.hasPrefix("HEAD ")
  }

  init(bytes name: String, _ parts: [[UInt8]], _ statuses: [Int], closes: Bool = false) {
    self.name = name
    request = Array(parts.joined())
    self.statuses = statuses
    self.closes = closes
  }

  var testDescription: String { name }
}

/// Every case runs in memory whole, at every split and octet by octet, and on a real socket with
/// each form of the poller.
struct ExchangeTests {
  @Test(arguments: ExchangeCases.all)
  func `an exchange in memory`(_ exchange: Exchange) throws {
    var whole = MemoryTransport()
    whole.send(exchange.request)
    try check(exchange, whole.received, isClosed: whole.isClosed)
    var octets = MemoryTransport()
    for octet in exchange.request { octets.send([octet]) }
    try check(exchange, octets.received, isClosed: octets.isClosed)
  }

  @Test(arguments: ExchangeCases.all.filter { $0.request.count < 200 })
  func `an exchange at every split`(_ exchange: Exchange) throws {
    for split in 1..<exchange.request.count {
      var transport = MemoryTransport()
      transport.send(exchange.request[..<split])
      transport.send(exchange.request[split...])
      try check(exchange, transport.received, isClosed: transport.isClosed)
    }
  }

  @Test(arguments: ExchangeCases.all)
  func `an exchange that came before has the same answers`(_ exchange: Exchange) throws {
    var transport = MemoryTransport()
    transport.send(exchange.request)
    let first = transport.received
    for _ in 0..<3 {
      transport = transport.reconnected
      transport.send(exchange.request)
      #expect(transport.received == first)
      #expect(transport.isClosed == exchange.closes)
    }
  }

  @Test(arguments: PollerForm.allCases)
  func `the exchanges on a socket`(_ form: PollerForm) throws {
    #if !os(Linux)
      if form == .epoll { return }
    #endif
    let harness = try LoopHarness { $0.poller = form }
    for exchange in ExchangeCases.all {
      let client = try harness.connect()
      var expected = MemoryTransport()
      expected.send(exchange.request)
      try harness.exchange(
        client, exchange.request,
        untilByteCount: exchange.closes ? .max : expected.received.count)
      try check(exchange, client.received, isClosed: client.isClosed)
      #expect(!client.wasReset, "\(exchange.name)")
      client.close()
      harness.turn(milliseconds: 100)
    }
  }

  @Test func `content that is here already needs no interim answer`() throws {
    let request =
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\nabc"
    #expect(try MemoryTransport.exchange(request + request).map(\.status) == [200, 200])
  }

  private func check(_ exchange: Exchange, _ received: [UInt8], isClosed: Bool) throws {
    let replies = try Reply.parse(received) { _ in exchange.isHead }
    #expect(replies.map(\.status) == exchange.statuses, "\(exchange.name)")
    #expect(isClosed == exchange.closes, "\(exchange.name)")
    for reply in replies where reply.status >= 400 {
      #expect(reply["content-type"] == "application/problem+json", "\(exchange.name)")
    }
    if exchange.closes { #expect(replies.last?["connection"] == "close", "\(exchange.name)") }
  }
}
