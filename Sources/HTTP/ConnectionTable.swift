/// An event loop's open connections, by descriptor, each counted in the census of all loops; closes
/// what is left when it goes.
struct ConnectionTable: ~Copyable {
  private var connections: [Connection?] = []
  private(set) var count = 0
  private let census: Census

  init(census: Census) { self.census = census }

  deinit {
    for case let connection? in connections { Socket.close(connection.descriptor) }
  }

  @inline(__always)
  subscript(_ descriptor: Int32) -> Connection? {
    Int(descriptor) < connections.count ? connections[Int(descriptor)] : nil
  }

  /// Those between two requests, of which nobody waits for anything.
  var idle: [Connection] {
    connections.compactMap { $0 }.filter { $0.phase == .idle && !$0.isPaused }
  }

  /// `nil` where one more is too many.
  mutating func open(_ descriptor: Int32, _ peer: PeerAddress) -> Connection? {
    guard census.admit(peer) else { return nil }
    let connection = Connection(descriptor: descriptor, peer: peer)
    while connections.count <= Int(descriptor) { connections.append(nil) }
    connections[Int(descriptor)] = connection
    count += 1
    return connection
  }

  mutating func remove(_ connection: Connection) {
    connections[Int(connection.descriptor)] = nil
    count -= 1
    census.leave(connection.peer)
  }
}
