/// An event loop's listening socket, with a descriptor in reserve for the moment there is none left.
struct Acceptor: ~Copyable {
  enum Newcomer {
    case connection(Int32, PeerAddress)
    /// Taken only to be told that there is no room; then `restoreReserve` is due.
    case beyondDescriptors(Int32)
    /// A client that went away before we came.
    case gone
    /// Nobody waits any more, or nobody can be taken.
    case none
  }

  let listener: Int32
  private let ownsListener: Bool
  private(set) var isOpen = true
  /// Whether the listener is to be left alone until the next second.
  private(set) var isResting = false
  private var reserve = Socket.reserve()

  init(listener: Int32, ownsListener: Bool) {
    self.listener = listener
    self.ownsListener = ownsListener
  }

  deinit {
    if isOpen, ownsListener { Socket.close(listener) }
    if reserve >= 0 { Socket.close(reserve) }
  }

  mutating func next() -> Newcomer {
    switch Socket.accept(listener) {
    case .connection(let descriptor, let peer): .connection(descriptor, peer)
    case .gone: .gone
    case .none: .none
    case .outOfDescriptors: nextFromReserve()
    }
  }

  /// A connection that cannot be accepted keeps the listener ready for ever, and the loop would
  /// spin. So the reserve is given up for it.
  private mutating func nextFromReserve() -> Newcomer {
    restoreReserve()
    guard reserve >= 0 else {
      // Another thread took the descriptor.
      isResting = true
      return .none
    }
    Socket.close(reserve)
    reserve = -1
    guard case .connection(let descriptor, _) = Socket.accept(listener) else {
      restoreReserve()
      return .none
    }
    return .beyondDescriptors(descriptor)
  }

  mutating func restoreReserve() {
    if reserve < 0 { reserve = Socket.reserve() }
  }

  /// Ends the rest.
  ///
  /// - Returns: whether there was one, and the listener is to be waited for again.
  mutating func wake() -> Bool {
    defer { isResting = false }
    return isResting && isOpen
  }

  mutating func close() {
    guard isOpen else { return }
    isOpen = false
    if ownsListener { Socket.close(listener) }
  }
}
