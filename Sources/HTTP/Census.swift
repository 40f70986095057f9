internal import Synchronization

/// Counts open connections over all event loops. Touched when one opens or closes, never by a
/// request, so a lock costs nothing that shows.
final class Census: Sendable {
  private struct Counts {
    var all = 0
    var byAddress: [PeerAddress: Int] = [:]
  }

  private let counts = Mutex(Counts())
  private let limits: Limits

  init(limits: Limits) { self.limits = limits }

  /// False where one more is too many; it is then not counted.
  func admit(_ peer: PeerAddress) -> Bool {
    counts.withLock { counts in
      let already = counts.byAddress[peer.counted, default: 0]
      guard counts.all < limits.connectionCount, already < limits.connectionsPerAddress else {
        return false
      }
      counts.all += 1
      counts.byAddress[peer.counted] = already + 1
      return true
    }
  }

  func leave(_ peer: PeerAddress) {
    counts.withLock { counts in
      counts.all -= 1
      let left = counts.byAddress[peer.counted, default: 1] - 1
      counts.byAddress[peer.counted] = left > 0 ? left : nil
    }
  }

  var count: Int { counts.withLock { $0.all } }
}
