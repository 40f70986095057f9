@testable import HTTP

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An event loop with a real listener, turned by hand on the test's own thread: nothing happens
/// between two turns, so nothing needs to be waited for.
final class LoopHarness {
  let time = TestClock()
  let port: Int
  let control: LoopControl
  private var loop: EventLoop
  private(set) var isDone = false
  let gate = Gate()

  struct Failure: Error {
    var reason: String
  }

  init(_ change: (inout ServerOptions) -> Void = { _ in }) throws {
    let options = TestServer.options(change)
    let (listeners, port) = try Listener.open(
      host: options.host, port: 0, count: 1, backlog: options.limits.listenBacklog)
    self.port = port
    guard let control = LoopControl() else { throw Failure(reason: "no pipe") }
    self.control = control
    let parts = EventLoop.Parts(
      listener: listeners[0], ownsListener: true, control: control,
      census: Census(limits: options.limits), clock: time.clock,
      poller: options.poller, responder: { [gate] in TestServer.responder(options, gate: gate) })
    guard let loop = EventLoop.make(parts) else { throw Failure(reason: "no poller") }
    self.loop = loop
  }

  /// The forms of the poller that this system has.
  static var pollers: [PollerForm] {
    #if os(Linux)
      PollerForm.allCases
    #else
      [.poll]
    #endif
  }

  func turn(milliseconds: Int32 = 0) {
    if !isDone { isDone = !loop.turn(milliseconds: milliseconds) }
  }

  /// Turns until `isEnough`, at most some seconds of waiting.
  func turn(until isEnough: () -> Bool) throws {
    for _ in 0..<2000 {
      if isEnough() { return }
      turn(milliseconds: 5)
    }
    throw Failure(reason: "it did not come")
  }

  /// A client's socket, connected.
  func connect(receiveBufferBytes: Int32? = nil) throws -> TestClient {
    let client = try TestClient(port: port, receiveBufferBytes: receiveBufferBytes)
    turn(milliseconds: 1000)
    return client
  }

  /// Sends all of it and turns until the server has closed, or `count` octets or more have come.
  func exchange(_ client: TestClient, _ bytes: [UInt8], untilByteCount count: Int = .max) throws {
    var offset = 0
    try turn {
      offset += client.send(bytes[offset...])
      client.receive()
      return client.isClosed || (offset == bytes.count && client.received.count >= count)
    }
  }
}

/// The other end. Never blocks.
final class TestClient {
  let descriptor: Int32
  private(set) var received: [UInt8] = []
  /// Whether the server has closed its half, or the connection was reset.
  private(set) var isClosed = false
  private(set) var wasReset = false

  init(port: Int, receiveBufferBytes: Int32? = nil) throws {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    if let receiveBufferBytes {
      Socket.setOption(descriptor, SOL_SOCKET, SO_RCVBUF, receiveBufferBytes)
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let isConnected = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { throw LoopHarness.Failure(reason: "connect: \(errno)") }
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  deinit { close() }

  private var isOpen = true

  func close() {
    if isOpen { Socket.close(descriptor) }
    isOpen = false
  }

  /// Ends it so that the server sees an error.
  func reset() {
    Socket.abort(descriptor)
    isOpen = false
  }

  func finishSending() { Socket.shutdownWriting(descriptor) }

  /// What the socket takes of it.
  func send(_ bytes: ArraySlice<UInt8>) -> Int {
    guard !bytes.isEmpty else { return 0 }
    var output = Output()
    output.append(Array(bytes).span)
    return Socket.send(descriptor, output, from: 0) ?? bytes.count
  }

  func send(_ text: String) { _ = send(Array(text.utf8)[...]) }

  /// Reads what is there.
  func receive() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !isClosed {
      switch Socket.receive(descriptor, into: &buffer, at: 0) {
      case .octets(let count): received += buffer[..<count]
      case .end: isClosed = true
      case .broken: (isClosed, wasReset) = (true, true)
      case .wouldBlock: return
      }
    }
  }
}
