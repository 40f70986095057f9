import Foundation
import Testing

@testable import HTTP

struct OutputTests {
  private static let long = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

  /// Gathered octets before, between and behind two answers that are sent from where they stand.
  private static func mixed() -> Output {
    var output = Output()
    output.append("before")
    output.append(long, 0..<long.count)
    output.append(Array("between".utf8), 0..<4)
    output.append(long, 1_000..<18_000)
    output.append("behind")
    return output
  }

  private static let expected =
    Array("before".utf8) + long + Array("betw".utf8) + long[1_000..<18_000] + Array("behind".utf8)

  private static func connected() throws -> [Int32] {
    #if os(Linux)
      let type = Int32(SOCK_STREAM.rawValue)
    #else
      let type = SOCK_STREAM
    #endif
    var ends: [Int32] = [-1, -1]
    try #require(unsafe socketpair(AF_UNIX, type, 0, &ends) == 0)
    return ends
  }

  @Test func `what is long is not copied, and all keep their order`() {
    let output = Self.mixed()
    #expect(output.sharedCount == 2)
    #expect(output.gatheredByteCount == 16)
    #expect(output.byteCount == Self.expected.count)
    #expect(output.bytes == Self.expected)
  }

  @Test func `emptied, it holds nothing and gathers again`() {
    var output = Self.mixed()
    output.removeAll()
    #expect(output.isEmpty)
    output.append("again")
    #expect(output.bytes == Array("again".utf8))
  }

  @Test(arguments: [0, 3, 6, 7, 19_999, 20_005, 20_006, 20_008, 20_010, 36_000, 37_010, 37_015])
  func `it is sent on from any offset`(_ offset: Int) throws {
    let ends = try Self.connected()
    defer { for end in ends { close(end) } }
    #expect(Socket.send(ends[0], Self.mixed(), from: offset) == Self.expected.count - offset)
    var received = [UInt8](repeating: 0, count: Self.expected.count)
    var count = 0
    while count < Self.expected.count - offset {
      guard case .octets(let octets) = Socket.receive(ends[1], into: &received, at: count) else {
        break
      }
      count += octets
    }
    #expect(Array(received[..<count]) == Array(Self.expected[offset...]))
  }

  @Test func `of very many parts the first are sent`() throws {
    var output = Output()
    for _ in 0..<300 { output.share(Self.long, 0..<10) }
    let ends = try Self.connected()
    defer { for end in ends { close(end) } }
    let sent = try #require(Socket.send(ends[0], output, from: 0))
    #expect(sent > 0 && sent < output.byteCount)
    #expect(Socket.send(ends[0], output, from: sent) == output.byteCount - sent)
  }
}
