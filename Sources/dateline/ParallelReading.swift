internal import Dispatch
internal import Synchronization

/// Works on the pieces of a corpus on several threads and hands over the results in the corpus's
/// order, so that what comes out does not depend on how many threads there were.
///
/// Each thread takes a piece under a lock, works, and leaves the result; the caller's thread takes
/// the results in order. At most four pieces a thread are under way or waiting: memory is bounded
/// however long the corpus is and however slow the caller.
package enum ParallelReading {
  /// - Parameters:
  ///   - work: runs on `threads` threads at once.
  ///   - take: runs on the caller's thread, in order; false stops the reading.
  package static func run<Result: Sendable>(
    _ reader: consuming CorpusReader, threads: Int,
    work: @escaping @Sendable (CorpusPiece) -> Result, take: (Result) -> Bool
  ) {
    let threads = max(1, threads)
    let line = Line<Result>(reader, threads: threads)
    for number in 0..<threads {
      // A queue of its own gets a thread of its own, even while others block in a read.
      DispatchQueue(label: "reading-\(number)").async {
        while let (turn, piece) = line.piece() { line.leave(work(piece), turn: turn) }
        line.leaveThread()
      }
    }
    var isStopped = false
    while let result = line.result() {
      if isStopped || take(result) { continue }
      isStopped = true
      line.stop()
    }
  }
}

/// The pieces not yet taken and the results not yet fetched.
private final class Line<Result: Sendable>: Sendable {
  private struct Source: ~Copyable {
    var reader: CorpusReader
    var turn = 0
    var isStopped = false
  }

  private struct Results {
    var waiting: [Int: Result] = [:]
    var turn = 0
    var threads: Int
  }

  private let source: Mutex<Source>
  private let results: Mutex<Results>
  /// One for each piece that may still be taken.
  private let room = DispatchSemaphore(value: 0)
  /// One for each result left and each thread gone.
  private let news = DispatchSemaphore(value: 0)

  init(_ reader: consuming CorpusReader, threads: Int) {
    source = Mutex(Source(reader: reader))
    results = Mutex(Results(threads: threads))
    for _ in 0..<4 * threads { room.signal() }
  }

  /// The next piece and its turn; `nil` after the last. The lock is held while a line is read:
  /// it is the reading that must not be shared.
  func piece() -> (turn: Int, CorpusPiece)? {
    room.wait()
    let piece: (turn: Int, CorpusPiece)? = source.withLock { source in
      guard !source.isStopped, let piece = source.reader.next() else { return nil }
      source.turn += 1
      return (source.turn - 1, piece)
    }
    if piece == nil { room.signal() }
    return piece
  }

  func leave(_ result: Result, turn: Int) {
    results.withLock { $0.waiting[turn] = result }
    news.signal()
  }

  func leaveThread() {
    results.withLock { $0.threads -= 1 }
    news.signal()
  }

  /// The next result in order, waiting for it; `nil` when all are fetched and every thread is gone.
  func result() -> Result? {
    while true {
      let (result, isOver) = results.withLock { results in
        let result = results.waiting.removeValue(forKey: results.turn)
        if result != nil { results.turn += 1 }
        return (result, result == nil && results.threads == 0)
      }
      if let result {
        room.signal()
        return result
      }
      if isOver { return nil }
      news.wait()
    }
  }

  func stop() { source.withLock { $0.isStopped = true } }
}
