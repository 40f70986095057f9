import Formats
import Testing

@testable import HTTP

/// Requests that came before: the answer is the one the long way gives, whatever has changed since.
struct KnownHeadsTests {
  private static let text = "GET /text HTTP/1.1\r\nHost: a\r\n\r\n"
  private static let other = "GET /text HTTP/1.1\r\nHost: b\r\n\r\n"

  /// A transport on whose loop `request` came often enough to be known.
  private static func warm(
    _ request: String, _ responder: Responder = TestServer.responder()
  ) -> MemoryTransport {
    var transport = MemoryTransport(responder)
    for _ in 0..<4 { transport.send(request) }
    return transport.reconnected
  }

  private static func replies(_ transport: MemoryTransport) throws -> [Reply] {
    try Reply.parse(transport.received)
  }

  @Test func `a head is known once it was noted twice, with whatever follows it`() {
    var heads = KnownHeads()
    var hint = KnownHeads.Hint()
    let (head, more) = (Array(Self.text.utf8), Array((Self.text + Self.other).utf8))
    for _ in 1...2 {
      #expect(heads.match(more.span, hint: &hint) == nil)
      heads.note(head.span, targetEnd: 9, answer: AnswerCache.Place())
    }
    let match = heads.match(more.span, hint: &hint)
    #expect(match?.byteCount == head.count)
    #expect(match?.targetEnd == 9)
    for count in 0..<head.count {
      #expect(heads.match(more.span.extracting(0..<count), hint: &hint) == nil)
    }
    #expect(heads.match(Array(Self.other.utf8).span, hint: &hint) == nil)
  }

  @Test func `a head beyond the bound is never known`() {
    var heads = KnownHeads()
    var hint = KnownHeads.Hint()
    for (count, isKnown) in [(KnownHeads.longestByteCount, true), (1025, false), (4000, false)] {
      let padding = String(repeating: "a", count: count - Self.text.utf8.count - 5)
      let head = Array(
        "GET /text HTTP/1.1\r\nHost: a\r\nB: \(padding)\r\n\r\n".utf8)
      #expect(head.count == count)
      for _ in 0..<2 { heads.note(head.span, targetEnd: 9, answer: AnswerCache.Place()) }
      #expect((heads.match(head.span, hint: &hint) != nil) == isKnown)
    }
  }

  @Test func `known and unknown requests are answered in their order`() throws {
    var transport = Self.warm(Self.text)
    let conditional = "GET /text HTTP/1.1\r\nHost: a\r\nIf-None-Match: *\r\n\r\n"
    transport.send(Self.text + Self.other + Self.text + conditional + Self.text)
    #expect(try Self.replies(transport).map(\.status) == [200, 200, 200, 304, 200])
  }

  @Test func `a large answer to a known head is whole, first and later`() throws {
    let large = "GET /large HTTP/1.1\r\nHost: a\r\n\r\n"
    var transport = Self.warm(large)
    transport.send(large + large + Self.text)
    let contents = try Self.replies(transport).map(\.content)
    #expect(contents == [TestServer.large, TestServer.large, TestServer.text])
  }

  @Test func `a known head has the Date of its second`() throws {
    var transport = Self.warm(Self.text)
    var dates: [String?] = []
    for second in 0..<3 {
      transport.unixSeconds = TestServer.now + Int64(second / 2)
      transport.send(Self.text)
      dates = try Self.replies(transport).map { $0["date"] }
    }
    let days = try dates.map { try #require($0) }
    #expect(days[0] == days[1])
    #expect(days[1].dropLast(6) == days[2].dropLast(6) && days[1] != days[2])
  }

  @Test func `octets that wait to be sent keep their Date`() {
    var answer = Answer(
      status: 200, commonFields: [], representationFields: [], content: [1, 2, 3],
      representation: Representation(), isRangeable: false)
    let before = answer.bytes
    answer.setDate(HTTPDate.bytes(unixSeconds: TestServer.now), unixSeconds: TestServer.now)
    #expect(before != answer.bytes)
    #expect(before.count == answer.bytes.count)
    #expect(before[answer.fieldsStart...] == answer.bytes[answer.fieldsStart...])
  }

  @Test func `a known head is not answered from another generation`() throws {
    let generation = TestCounter()
    var transport = Self.warm(
      "GET /count HTTP/1.1\r\nHost: a\r\n\r\n",
      Responder(
        router: Router([
          Route(.get, "/count") { _ in
            Response(
              contentType: "text/plain", content: Array(String(generation.value).utf8),
              isCacheable: true)
          }
        ]), options: TestServer.options(),
        workers: Workers(threadCount: 1, placeLimit: 1), cacheBytes: 100_000,
        generation: { generation.value }))
    for _ in 0..<3 {
      for _ in 0..<4 { transport.send("GET /count HTTP/1.1\r\nHost: a\r\n\r\n") }
      _ = generation.next()
    }
    let told = try Self.replies(transport).map(\.text)
    #expect(told == ["0", "0", "0", "0", "1", "1", "1", "1", "2", "2", "2", "2"])
  }

  @Test func `an answer that went from the cache is made again`() throws {
    let options = TestServer.options()
    var transport = Self.warm(
      Self.text,
      Responder(
        router: Router(TestServer.routes), options: options,
        workers: Workers(threadCount: 1, placeLimit: 1), cacheBytes: 6_000, generation: { 1 }))
    for i in 0..<40 {
      transport.send("GET /text?\(i) HTTP/1.1\r\nHost: a\r\n\r\n")
      if i % 9 == 0 { transport.send(Self.text) }
    }
    let replies = try Self.replies(transport)
    #expect(replies.count == 45)
    #expect(replies.allSatisfy { $0.status == 200 && $0.content == TestServer.text })
  }

  @Test func `while draining, and at last, a known head is told that the connection closes`() throws
  {
    var transport = Self.warm(Self.text)
    transport.isDraining = true
    transport.send(Self.text)
    #expect(try Self.replies(transport).map { $0["connection"] } == ["close"])
    #expect(transport.isClosed)

    var last = Self.warm(
      Self.text, TestServer.responder(TestServer.options { $0.limits.requestsPerConnection = 3 }))
    last.send(String(repeating: Self.text, count: 5))
    #expect(try Self.replies(last).map { $0["connection"] } == [nil, nil, "close"])
  }

  @Test func `the access log tells of known heads as of others`() throws {
    let taken = LinesTaken()
    let queue = AccessLogQueue { taken.take($0) }
    var responder = TestServer.responder()
    responder.log = AccessLog(form: .json, queue: queue)
    var transport = MemoryTransport(responder)
    transport.send(String(repeating: Self.text, count: 5))
    transport.flushLog()
    queue.finish()
    let lines = taken.all.split(separator: "\n").map {
      $0.split(separator: ",").dropFirst().dropLast()
    }
    #expect(lines.count == 5)
    #expect(Set(lines).count == 1)
    #expect(taken.all.contains("\"target\":\"/text\",\"status\":200,\"bytes\":26"))
  }
}
