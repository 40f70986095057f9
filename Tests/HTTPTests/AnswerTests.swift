import Formats
import Testing

@testable import HTTP

/// One request of a table of header fields, and what must come back.
private func get(
  _ path: String, _ fields: String..., method: String = "GET",
  responder: Responder = TestServer.responder()
) throws -> Reply {
  let lines = (["Host: a"] + fields).map { $0 + "\r\n" }.joined()
  let replies = try MemoryTransport.exchange(
    "\(method) \(path) HTTP/1.1\r\n\(lines)\r\n", responder)
  return try #require(replies.count == 1 ? replies[0] : nil)
}

private func tag(_ path: String, _ fields: String...) throws -> String {
  let lines = (["Host: a"] + fields).map { $0 + "\r\n" }.joined()
  let replies = try MemoryTransport.exchange("GET \(path) HTTP/1.1\r\n\(lines)\r\n")
  return try #require(replies.first?["etag"])
}

struct ConditionalTests {
  private static let date = "Sun, 06 Nov 1994 08:49:37 GMT"
  private static let earlier = "Sun, 06 Nov 1994 08:49:36 GMT"
  private static let later = "Sun, 06 Nov 1994 08:49:38 GMT"

  /// `T` stands for the current tag.
  static let cases: [([String], Int)] = [
    (["If-None-Match: T"], 304), (["If-None-Match: W/T"], 304), (["If-None-Match: *"], 304),
    (["If-None-Match: \"x\""], 200), (["If-None-Match: \"x\", , T"], 304),
    (["If-None-Match: \"x\"", "If-None-Match: T"], 304), (["If-None-Match: \"a,b\",T"], 304),
    (["If-None-Match: \"a\\\",T"], 304), (["If-None-Match: x"], 200), (["If-None-Match: "], 200),
    (["If-None-Match: \"x\"", "If-Modified-Since: \(date)"], 200),
    (["If-None-Match: T", "If-Modified-Since: \(earlier)"], 304),
    (["If-Modified-Since: \(date)"], 304), (["If-Modified-Since: \(later)"], 304),
    (["If-Modified-Since: \(earlier)"], 200), (["If-Modified-Since: garbage"], 200),
    (["If-Modified-Since: \(date)", "If-Modified-Since: \(date)"], 200),
    (["If-Modified-Since: Sunday, 06-Nov-94 08:49:37 GMT"], 304),
    (["If-Modified-Since: Sun Nov  6 08:49:37 1994"], 304),
    (["If-Match: T"], 200), (["If-Match: W/T"], 412), (["If-Match: *"], 200),
    (["If-Match: \"x\""], 412), (["If-Match: \"x\", T"], 200), (["If-Match: "], 412),
    (["If-Match: T", "If-None-Match: T"], 304), (["If-Match: \"x\"", "If-None-Match: T"], 412),
    (["If-Unmodified-Since: \(date)"], 200), (["If-Unmodified-Since: \(earlier)"], 412),
    (["If-Unmodified-Since: garbage"], 200),
    (["If-Match: T", "If-Unmodified-Since: \(earlier)"], 200),
    (["If-Unmodified-Since: \(date)", "If-Modified-Since: \(date)"], 304),
  ]

  @Test(arguments: cases)
  func `preconditions are evaluated in their order`(_ fields: [String], _ status: Int) throws {
    let tag = try tag("/text")
    let lines = (["Host: a"] + fields).map {
      $0.replacingOccurrences(of: "T", with: tag, unless: "GMT") + "\r\n"
    }.joined()
    for method in ["GET", "HEAD"] {
      let replies = try MemoryTransport.exchange("\(method) /text HTTP/1.1\r\n\(lines)\r\n")
      #expect(replies.map(\.status) == [status], "\(method) \(fields)")
    }
  }

  @Test func `304 says of caching what 200 says and nothing of the content`() throws {
    let full = try get("/text")
    let reply = try get("/text", "If-None-Match: *")
    #expect(reply.status == 304)
    for name in [
      "etag", "cache-control", "content-location", "vary", "access-control-allow-origin",
    ] {
      #expect(reply.values(name) == full.values(name))
    }
    for name in ["content-type", "content-length", "last-modified", "accept-ranges"] {
      #expect(reply[name] == nil)
    }
  }

  @Test func `each coding has its own tag, in its 304 as well`() throws {
    let plain = try tag("/big")
    let coded = try tag("/big", "Accept-Encoding: gzip")
    #expect(plain != coded)
    #expect(try get("/big", "Accept-Encoding: gzip", "If-None-Match: \(coded)").status == 304)
    #expect(try get("/big", "Accept-Encoding: gzip", "If-None-Match: \(plain)").status == 200)
    #expect(try get("/big", "If-None-Match: \(plain)").status == 304)
    #expect(try get("/big", "Accept-Encoding: gzip", "If-None-Match: *")["etag"] == coded)
  }

  @Test func `a problem found while sending is coded as asked`() throws {
    let coding = "Accept-Encoding: gzip, identity;q=0"
    for field in ["If-Match: \"x\"", "Range: bytes=99999-"] {
      #expect(try get("/big", coding, field).status > 400)
      #expect(try get("/big", coding, field)["content-encoding"] == "gzip")
    }
  }

  @Test func `Last-Modified is never later than Date`() throws {
    let reply = try get("/tomorrow")
    #expect(reply["last-modified"] == reply["date"])
    let date = try #require(reply["date"])
    #expect(try get("/tomorrow", "If-Modified-Since: \(date)").status == 304)
  }

  @Test func `errors ignore preconditions`() throws {
    #expect(try get("/nothing", "If-None-Match: *").status == 404)
    #expect(try get("/nothing", "If-Match: \"x\"").status == 404)
  }

  @Test func `what has no representation matches no tag`() throws {
    #expect(try get("/echo", "If-Match: *", method: "POST").status == 412)
    #expect(try get("/echo", "If-None-Match: *", method: "POST").status == 200)
  }
}

extension String {
  /// Foundation is not needed for so little.
  fileprivate func replacingOccurrences(
    of letter: Character, with text: String, unless marker: String
  ) -> String {
    guard let colon = firstIndex(of: ":") else { return self }
    let value = self[colon...]
    if value.contains(marker) || value.contains("Nov") { return self }
    return self[..<colon] + value.map { $0 == letter ? text : String($0) }.joined()
  }
}

struct RangeTests {
  static let cases: [(String, Int, String?)] = [
    ("bytes=0-4", 206, "bytes 0-4/26"), ("bytes=5-", 206, "bytes 5-25/26"),
    ("bytes=-3", 206, "bytes 23-25/26"), ("bytes=-100", 206, "bytes 0-25/26"),
    ("bytes=20-100", 206, "bytes 20-25/26"), ("bytes=25-25", 206, "bytes 25-25/26"),
    ("BYTES=0-0", 206, "bytes 0-0/26"), ("bytes= 0-4 ,", 206, "bytes 0-4/26"),
    ("bytes=0-99999999999999999999999", 206, "bytes 0-25/26"),
    ("bytes=26-", 416, "bytes */26"), ("bytes=-0", 416, "bytes */26"),
    ("bytes=99999999999999999999999-", 416, "bytes */26"), ("bytes=0-4,6-7", 200, nil),
    ("bytes=4-0", 200, nil), ("bytes=a-b", 200, nil), ("bytes=-", 200, nil), ("bytes=", 200, nil),
    ("bytes=0", 200, nil), ("lines=0-4", 200, nil), ("bytes 0-4", 200, nil),
    ("bytes=+1-4", 200, nil),
  ]

  @Test(arguments: cases)
  func `a range is answered`(_ range: String, _ status: Int, _ contentRange: String?) throws {
    let reply = try get("/text", "Range: \(range)")
    #expect(reply.status == status)
    #expect(reply["content-range"] == contentRange)
    let head = try get("/text", "Range: \(range)", method: "HEAD")
    #expect(head.status == 200)
  }

  @Test(arguments: [("bytes=-5", ByteRange.whole), ("bytes=0-", .unsatisfiable)])
  func `a range of nothing`(_ range: String, _ outcome: ByteRange) {
    #expect(ByteRange.of(Array(range.utf8).span, byteCount: 0) == outcome)
  }

  @Test func `every part is the content's`() throws {
    for first in 0..<26 {
      for last in first..<26 {
        let reply = try get("/text", "Range: bytes=\(first)-\(last)")
        #expect(reply.content == Array(TestServer.text[first...last]))
      }
    }
  }

  @Test func `If-Range takes the part only of what the client has`() throws {
    let tag = try tag("/text")
    let range = "Range: bytes=0-4"
    let date = "Sun, 06 Nov 1994 08:49:37 GMT"
    #expect(try get("/text", range, "If-Range: \(tag)").status == 206)
    #expect(try get("/text", range, "If-Range: W/\(tag)").status == 200)
    #expect(try get("/text", range, "If-Range: \"x\"").status == 200)
    #expect(try get("/text", range, "If-Range: \(date)").status == 206)
    #expect(try get("/text", range, "If-Range: Sun, 06 Nov 1994 08:49:38 GMT").status == 200)
    #expect(try get("/text", range, "If-Range: garbage").status == 200)
    #expect(try get("/text", "If-Range: \(tag)").status == 200)
  }

  @Test func `206 has the fields of 200, and fewer with If-Range`() throws {
    let tag = try tag("/text")
    let part = try get("/text", "Range: bytes=0-4")
    #expect(part["content-type"] == "text/plain")
    #expect(part["last-modified"] != nil)
    #expect(part["etag"] == tag)
    let resumed = try get("/text", "Range: bytes=0-4", "If-Range: \(tag)")
    #expect(resumed["content-type"] == nil)
    #expect(resumed["last-modified"] == nil)
    for name in ["etag", "cache-control", "content-location", "vary", "content-range"] {
      #expect(resumed.values(name) == part.values(name))
    }
  }

  @Test func `a range of the coded form is of its octets`() throws {
    let whole = try get("/big", "Accept-Encoding: gzip")
    let part = try get("/big", "Accept-Encoding: gzip", "Range: bytes=2-9")
    #expect(part.status == 206)
    #expect(part.content == Array(whole.content[2...9]))
    #expect(part["content-encoding"] == "gzip")
  }
}

struct NegotiationTests {
  static let codings: [(String, CodingChoice)] = [
    ("gzip", .gzip), ("GZIP", .gzip), ("x-gzip", .gzip), ("gzip, deflate, br", .gzip), ("*", .gzip),
    ("gzip;q=0.5", .gzip), ("gzip;q=0.5, identity", .identity), ("gzip;q=1, identity;q=0.5", .gzip),
    ("gzip;q=0", .identity), ("gzip;q=0.000", .identity), ("", .identity), ("br", .identity),
    ("identity", .identity), ("*;q=0", .neither), ("identity;q=0", .neither),
    ("gzip, identity;q=0", .onlyGzip), ("gzip, *;q=0", .onlyGzip), ("*, identity;q=0", .onlyGzip),
    ("*;q=0, identity", .identity), ("gzip ; q=1", .gzip), ("gzip;q=2", .identity),
    ("gzip;q=", .identity), ("gzip;q=0.0001", .identity), ("gzip;Q=1", .gzip),
  ]

  @Test(arguments: codings)
  func `Accept-Encoding chooses`(_ value: String, _ choice: CodingChoice) {
    let bytes = Array(value.utf8)
    #expect(CodingChoice.of(bytes.span) == choice)
  }

  @Test func `gzip is sent where it helps and is asked for`() throws {
    let coded = try get("/big", "Accept-Encoding: gzip")
    #expect(coded["content-encoding"] == "gzip")
    #expect(coded.content.count < TestServer.big.count / 4)
    #expect(coded["vary"] == "Accept, Accept-Encoding")
    #expect(try get("/text", "Accept-Encoding: gzip")["content-encoding"] == nil)
    #expect(try get("/large", "Accept-Encoding: gzip")["content-encoding"] == nil)
    #expect(try get("/big")["content-encoding"] == nil)
    #expect(try get("/text", "Accept-Encoding: gzip, identity;q=0")["content-encoding"] == "gzip")
    #expect(try get("/text", "Accept-Encoding: identity;q=0").status == 406)
  }

  static let media: [(String?, String?)] = [
    (nil, "application/json"), ("*/*", "application/json"), ("text/csv", "text/csv"),
    ("text/*", "text/csv"), ("image/png", nil), ("", "application/json"),
    ("garbage", "application/json"), ("text/csv;q=0.5, application/json;q=0.4", "text/csv"),
    ("text/csv;q=0, */*", "application/json"), ("application/json;q=0, text/csv;q=0", nil),
    ("TEXT/CSV", "text/csv"), ("text/csv;charset=utf-8", nil),
    ("text/html, */*;q=0.1", "application/json"),
    ("application/*;q=0.2, text/csv;q=0.3", "text/csv"),
    ("*/*;q=0.1, application/json;q=0", "text/csv"),
    ("text/csv ; q=1", "text/csv"), ("*/csv", "application/json"),
  ]

  @Test(arguments: media)
  func `Accept chooses`(_ value: String?, _ choice: String?) {
    #expect(AcceptField(value).best(of: ["application/json", "text/csv"]) == choice)
  }

  @Test func `Accept knows parameters`() {
    let field = AcceptField("application/ld+json;profile=\"a;b\", application/json;q=0.5")
    #expect(
      field.best(of: ["application/json", "application/ld+json; profile=\"a;b\""])
        == "application/ld+json; profile=\"a;b\"")
  }
}

struct AnswerTests {
  @Test func `HEAD has the fields of GET`() throws {
    for path in ["/text", "/big", "/nothing", "/echo", "/empty", "/", "/items/%zz"] {
      let full = try get(path)
      let head = try get(path, method: "HEAD")
      #expect(head.status == full.status)
      #expect(head.fields.map(\.name) == full.fields.map(\.name))
      #expect(head.fields.map(\.value) == full.fields.map(\.value))
      #expect(head.content.isEmpty)
    }
  }

  @Test func `405 says what is allowed`() throws {
    let reply = try get("/text", method: "DELETE")
    #expect(reply["allow"] == "GET, HEAD, OPTIONS")
    #expect(try get("/echo")["allow"] == "POST, OPTIONS")
    #expect(try get("/echo", method: "OPTIONS")["allow"] == "POST, OPTIONS")
    #expect(try get("*", method: "OPTIONS")["allow"] == "GET, HEAD, POST, OPTIONS")
  }

  @Test func `a preflight is answered`() throws {
    let reply = try get(
      "/text", "Origin: http://b", "Access-Control-Request-Method: GET", method: "OPTIONS")
    #expect(reply.status == 204)
    #expect(reply["access-control-allow-origin"] == "*")
    #expect(reply["access-control-allow-methods"] == "GET, HEAD, OPTIONS")
    #expect(reply["access-control-allow-headers"] == "*")
    #expect(reply["access-control-max-age"] == "86400")
  }

  @Test func `a narrowed origin is said and varies`() throws {
    let narrowed = TestServer.responder(TestServer.options { $0.corsOrigin = "http://b" })
    let reply = try get("/text", responder: narrowed)
    #expect(reply["access-control-allow-origin"] == "http://b")
    #expect(reply["vary"] == "Accept, Accept-Encoding, Origin")
    let without = TestServer.responder(TestServer.options { $0.corsOrigin = nil })
    #expect(try get("/text", responder: without)["access-control-allow-origin"] == nil)
  }

  @Test func `a handler cannot break the head`() throws {
    let reply = try get("/injected")
    #expect(reply["x-a"] == "1  X-B: 2")
    #expect(reply["x-b"] == nil)
    #expect(reply.values("date").count == 1)
  }

  @Test func `a literal is preferred to a capture, and captures are decoded once`() throws {
    #expect(try get("/items/first").text == "literal")
    #expect(try get("/items/a%2Fb+c%2525?x=1+2&y=%2B&&z&=e").text == "a/b+c%25?x=1 2|y=+|z=|=e")
    #expect(try get("/items/é").text == "é?")
  }

  @Test func `a handler sees the fields in order and in lower case`() throws {
    let text = try get("/fields", "A: 1", "b:  2\t", "A: 3").text
    #expect(text == "host=a\na=1\nb=2\na=3")
  }

  @Test func `a handler sees a path even where the target has none`() throws {
    for (target, seen) in [("http://b", "/"), ("http://b?x=1", "/?x=1"), ("/?x=1", "/?x=1")] {
      let router = Router([
        Route(.get, "/") { Response(contentType: "text/plain", content: Array($0.target.utf8)) }
      ])
      let responder = Responder(
        router: router, options: TestServer.options(),
        workers: Workers(threadCount: 1, placeLimit: 1), cacheBytes: 0, generation: { 1 })
      #expect(try get(target, responder: Self.timed(responder)).text == seen)
    }
  }

  private static func timed(_ responder: Responder) -> Responder {
    var responder = responder
    responder.beginRound(unixSeconds: TestServer.now)
    return responder
  }

  @Test func `content arrives whole`() throws {
    let request =
      "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\nT: u\r\n\r\n"
    #expect(try MemoryTransport.exchange(request).map(\.text) == ["abcdefg"])
  }
}

struct AnswerCacheTests {
  private static func answer(_ byteCount: Int) -> Answer {
    Answer(
      status: 200, commonFields: [], representationFields: [],
      content: [UInt8](repeating: 0, count: byteCount),
      representation: Representation(entityTag: nil, lastModified: nil), isRangeable: true)
  }

  private static func find(
    _ cache: inout AnswerCache, _ target: String, _ accept: String = "",
    _ coding: CodingChoice = .identity
  ) -> Answer? {
    let (target, accept) = (Array(target.utf8), Array(accept.utf8))
    let hash = cache.hash(target: target.span, accept: accept.span, coding: coding)
    guard
      let place = cache.place(
        hash: hash, target: target.span, accept: accept.span, coding: coding)
    else { return nil }
    return cache.answer(at: place)
  }

  private static func insert(
    _ cache: inout AnswerCache, _ target: String, _ accept: String = "",
    _ coding: CodingChoice = .identity, byteCount: Int = 100
  ) {
    let (target, accept) = (Array(target.utf8), Array(accept.utf8))
    let hash = cache.hash(target: target.span, accept: accept.span, coding: coding)
    cache.insert(
      answer(byteCount), hash: hash, target: target.span, accept: accept.span, coding: coding)
  }

  @Test func `target, Accept and coding together are the key`() {
    var cache = AnswerCache(byteLimit: 100_000)
    Self.insert(&cache, "/a", "b", .gzip)
    #expect(Self.find(&cache, "/a", "b", .gzip) != nil)
    #expect(Self.find(&cache, "/a", "b") == nil)
    #expect(Self.find(&cache, "/a", "", .gzip) == nil)
    #expect(Self.find(&cache, "/ab", "", .gzip) == nil)
    #expect(Self.find(&cache, "/a/", "b", .gzip) == nil)
  }

  @Test func `the bound holds and what is used stays`() {
    var cache = AnswerCache(byteLimit: 100_000)
    Self.insert(&cache, "/kept")
    for i in 0..<10_000 {
      Self.insert(&cache, "/\(i)", byteCount: i % 700)
      #expect(Self.find(&cache, "/kept") != nil)
      #expect(cache.byteCount <= 100_000)
    }
    #expect(cache.count > 50)
    Self.insert(&cache, "/huge", byteCount: 90_000)
    #expect(Self.find(&cache, "/huge") == nil)
  }

  @Test func `another generation forgets`() throws {
    let count = TestCounter()
    let generation = TestCounter()
    var responder = Responder(
      router: Router([
        Route(.get, "/") { _ in
          Response(contentType: "text/plain", content: [UInt8(count.next())], isCacheable: true)
        }
      ]), options: TestServer.options(), workers: Workers(threadCount: 1, placeLimit: 1),
      cacheBytes: 100_000, generation: { generation.value })
    responder.beginRound(unixSeconds: TestServer.now)
    var transport = MemoryTransport(responder)
    let request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
    for _ in 0..<3 { transport.send(request) }
    _ = generation.next()
    for _ in 0..<3 { transport.send(request) }
    #expect(try Reply.parse(transport.received).map(\.content) == [[1], [1], [1], [2], [2], [2]])
  }
}
