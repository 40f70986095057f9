internal import Dispatch
internal import Synchronization

/// The results of independent pieces of work, in their order, made on all cores.
func concurrently<Result: Sendable>(_ pieces: [@Sendable () -> Result]) -> [Result] {
  let results = Mutex([Result?](repeating: nil, count: pieces.count))
  DispatchQueue.concurrentPerform(iterations: pieces.count) { index in
    let result = pieces[index]()
    results.withLock { $0[index] = result }
  }
  return results.withLock { $0.compactMap(\.self) }
}
