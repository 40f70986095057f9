@testable import HTTP

/// A connection without a socket: what the event loop does with octets, and nothing else.
struct MemoryTransport {
  private var responder: Responder
  private let connection = Connection(descriptor: -1, peer: PeerAddress(high: 0, low: 1))
  private var carried: [UInt8] = []
  private(set) var received: [UInt8] = []
  private(set) var isClosed = false
  var unixSeconds = TestServer.now
  var isDraining = false

  init(_ responder: Responder = TestServer.responder()) { self.responder = responder }

  var phase: Connection.Phase { connection.phase }

  mutating func send(_ bytes: some Sequence<UInt8>) {
    guard !isClosed else { return }
    responder.beginRound(unixSeconds: unixSeconds)
    let input = carried + bytes
    var offset = 0
    var output = Output()
    while !isClosed {
      var (consumed, step) = connection.advance(
        input.span.extracting(offset..<input.count), isDraining: isDraining, &responder, &output)
      offset += consumed
      take(&output)
      if step == .deferred, let response = connection.work?.deferred?.response() {
        step = connection.complete(response, isDraining: false, &responder, &output)
        connection.work?.place = nil
        take(&output)
      }
      if step == .last { isClosed = true }
      if step == .needsMore || offset == input.count { break }
    }
    carried = Array(input[offset...])
    connection.begunWork.carry = carried
  }

  private mutating func take(_ output: inout Output) {
    received += output.bytes
    output.removeAll()
  }

  func flushLog() {
    var log = responder.log
    log?.flush()
  }

  /// Another connection of the same loop.
  var reconnected: MemoryTransport { MemoryTransport(responder) }

  mutating func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends one request or several and reads all answers.
  static func exchange(
    _ text: String, _ responder: Responder = TestServer.responder()
  ) throws -> [Reply] {
    var transport = MemoryTransport(responder)
    transport.send(text)
    return try Reply.parse(transport.received) { _ in text.hasPrefix("HEAD ") }
  }
}
