import Formats
import Testing

@testable import HTTP

/// Valid traffic, mutated with a seed. Whatever comes in, what goes out is answers in good form,
/// and neither cutting the input elsewhere nor what came before changes anything.
struct FuzzTests {
  private static let traffic = [
    "GET /text HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip;q=0.5, *\r\nRange: bytes=0-5\r\n\r\n",
    "GET http://a:80/items/%C3%A9?x=1+2&y=%2B HTTP/1.1\r\nHost: [::1]:80\r\nIf-None-Match: W/\"a\"\r\n\r\n",
    "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\nhello world",
    "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a=\"b\"\r\nhello\r\n0\r\nT: u\r\n\r\n",
    "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, x\r\n\r\n",
    "GET /big HTTP/1.0\r\nConnection: keep-alive\r\nIf-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\n",
  ].map { Array($0.utf8) }

  private static let pieces = [
    "\r\n", "\n", "\r", "\0", " ", "\t", ":", ",", ";", "\"", "%", "%00", "chunked", "0\r\n\r\n",
    "Host: b\r\n", "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n", "HTTP/1.1", "é",
    "\u{7f}",
    "FFFFFFFFFFFFFFFF", "99999999999999999999", "Range: bytes=-1\r\n", "[", "/../", "//",
  ].map { Array($0.utf8) }

  private static func mutated(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      bytes += traffic.randomElement(using: &random) ?? []
    }
    for _ in 0..<Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 1...8, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[at] = .random(in: .min ... .max, using: &random)
      case 1: bytes.removeSubrange(at..<end)
      case 2: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: at)
      case 3: bytes.insert(contentsOf: bytes[at..<end], at: at)
      default: bytes.swapAt(at, end - 1)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<4)
  func `mutated traffic is answered in good form at every split`(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    // Everything comes to one more responder, whose kept answers and known heads grow.
    var next = MemoryTransport()
    for _ in 0..<1500 {
      let bytes = Self.mutated(&random)
      var whole = MemoryTransport()
      whole.send(bytes)
      _ = try Reply.parse(whole.received)
      var parts = MemoryTransport()
      var start = 0
      while start < bytes.count {
        let end = min(bytes.count, start + Int.random(in: 1...40, using: &random))
        parts.send(bytes[start..<end])
        start = end
      }
      #expect(parts.received == whole.received)
      #expect(parts.isClosed == whole.isClosed)
      next = next.reconnected
      next.send(bytes)
      #expect(next.received == whole.received)
      #expect(next.isClosed == whole.isClosed)
    }
  }
}
