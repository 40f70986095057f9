internal import Synchronization

/// The snapshot in service: event loops load it, a reload publishes another.
package final class Current: Sendable {
  private let snapshot = Mutex<Snapshot?>(nil)
  private let published = Atomic<UInt64>(0)

  package init() {}

  /// `nil` until the first is published. Hold the result for one whole answer.
  package func load() -> Snapshot? { snapshot.withLock { $0 } }

  package func publish(_ next: Snapshot) {
    snapshot.withLock { $0 = next }
    published.wrappingAdd(1, ordering: .releasing)
  }

  /// Grows with every `publish`: what was rendered under another generation is out of date.
  package var generation: UInt64 { published.load(ordering: .acquiring) }
}
