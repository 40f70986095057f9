#if os(Linux)
  import Foundation
  import Glibc
  import Testing

  /// A connection of its own, blocking, each wait with a deadline.
  private final class Client {
    private let descriptor: Int32
    private static let request = Array("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n".utf8)

    init(port: UInt16) throws {
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var deadline = timeval(tv_sec: 10, tv_usec: 0)
      unsafe setsockopt(
        descriptor, SOL_SOCKET, SO_RCVTIMEO, &deadline, socklen_t(MemoryLayout<timeval>.size))
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
      let isConnected = unsafe withUnsafePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
      try #require(isConnected, "connect: \(errno)")
    }

    deinit { close(descriptor) }

    /// Sends one request and answers the status; `nil` where none comes.
    func status() -> Int? {
      _ = unsafe Self.request.withUnsafeBytes {
        unsafe send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = unsafe read(descriptor, &buffer, buffer.count)
      guard count > 12 else { return nil }
      return Int(String(decoding: buffer[9..<12], as: UTF8.self))
    }

    /// Waits for something to read, in vain as long as the server has nothing to say.
    func waits(milliseconds: Int32) -> Bool {
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      return unsafe poll(&entry, 1, milliseconds) == 0
    }
  }

  /// With 24 the system's limit is met before the server's own, so accepting itself fails.
  @Test(arguments: [24, 40])
  func `without descriptors left connections are told 503, and the process does not spin`(
    _ openFileCount: Int
  ) throws {
    let program = try Running(["--port", "0", "--threads", "1"], openFileCount: openFileCount)
    let base = try program.base()
    let port = try #require(base.split(separator: ":").last.flatMap { UInt16($0) })
    var clients = [try Client(port: port)]
    #expect(clients[0].status() == 200)
    let before = try program.ticks()
    var statuses: [Int?] = []
    for _ in 0..<openFileCount {
      clients.append(try Client(port: port))
      statuses.append(clients.last?.status())
    }
    #expect(statuses.contains(200))
    #expect(statuses.last == 503)
    #expect(statuses.allSatisfy { $0 == 200 || $0 == 503 })
    #expect(clients[0].waits(milliseconds: 1500))
    // A loop that spins uses all of these 150 ticks, or half of them on a busy machine.
    #expect(try program.ticks() - before < 40)
    // Who was served still is, and who comes once there is room again is too.
    #expect(clients[0].status() == 200)
    clients.removeAll()
    for _ in 0..<100 where try Client(port: port).status() == 503 {}
    #expect(try Client(port: port).status() == 200)
    program.send(SIGTERM)
    #expect(try program.finish().code == 0)
  }
#endif
