internal import Extraction
internal import Formats

/// Why reading ended without what was asked for; exit code 1.
struct ReadingFailure: Error, CustomStringConvertible {
  let description: String
}

/// The articles that the paths of a command line name, read and worked on by every core.
struct Corpus {
  private let settings: Settings
  private let log: Log
  private let files: CorpusFiles
  private var progress: Progress
  /// Where each article came from, under the hash of its id: two of a million ids share one with
  /// a chance of 1 in 40 million.
  private var places: [UInt64: Place] = [:]
  private var refusedCount = 0

  init(_ settings: Settings, log: Log) {
    self.settings = settings
    self.log = log
    files = CorpusFiles(paths: settings.paths)
    let isEndless = files.files.contains { $0.path == "-" }
    progress = Progress(
      totalBytes: isEndless ? nil : files.files.reduce(0) { $0 + $1.size },
      isTerminal: log.format == .text && StandardStream.error.isTerminal)
  }

  private enum Item<Made: Sendable>: Sendable {
    case made(Made, id: String, Place)
    case refused(Refusal)
  }

  /// What one thread made of one piece.
  private struct Batch<Made: Sendable>: Sendable {
    var items: [Item<Made>] = []
    var byteCount = 0
  }

  /// - Parameters:
  ///   - work: what is made of each article; runs on several threads at once.
  ///   - take: gets what was made, in the order of the corpus, on the caller's thread; false stops
  ///     the reading.
  mutating func read<Made: Sendable>(
    work: @escaping @Sendable (Article) -> Made, take: (Made) -> Bool
  ) throws(ReadingFailure) {
    let reader = PieceReader()
    var failure: ReadingFailure?
    ParallelReading.run(CorpusReader(files), threads: settings.threadCount) { piece in
      var batch = Batch<Made>()
      batch.byteCount = reader.read(piece) { outcome in
        switch outcome {
        case .article(let article, let place):
          batch.items.append(.made(work(article), id: article.id, place))
        case .refused(let refusal): batch.items.append(.refused(refusal))
        }
      }
      return batch
    } take: { batch in
      do throws(ReadingFailure) {
        return try accept(batch, take)
      } catch {
        failure = error
        return false
      }
    }
    progress.clear()
    if let failure { throw failure }
    try finish()
  }

  private mutating func accept<Made: Sendable>(
    _ batch: Batch<Made>, _ take: (Made) -> Bool
  ) throws(ReadingFailure) -> Bool {
    for item in batch.items {
      switch item {
      case .refused(let refusal): try refuse(refusal)
      case .made(let made, let id, let place):
        if let first = claim(id, for: place) {
          try refuse(Refusal(place: place, reason: "the id “\(id)” is taken by \(first)"))
        } else if !take(made) {
          return false
        }
      }
    }
    progress.advance(articles: batch.items.count, bytes: batch.byteCount)
    return true
  }

  /// Notes whose id it is; gives the place that had it first, if one had.
  private mutating func claim(_ id: String, for place: Place) -> Place? {
    var hash = StableHash()
    hash.combine(id)
    if let first = places[hash.value] { return first }
    places[hash.value] = place
    return nil
  }

  private mutating func refuse(_ refusal: Refusal) throws(ReadingFailure) {
    progress.clear()
    refusedCount += 1
    log.warn(of: refusal)
    if settings.isStrict {
      throw ReadingFailure(description: "stopped at the first refusal, as --strict asks")
    }
  }

  /// Says what was left out, once.
  private func finish() throws(ReadingFailure) {
    var left: [String] = []
    if refusedCount > 0 { left.append(Self.count(refusedCount, "piece", "of input refused")) }
    if files.ignoredCount > 0 {
      left.append(Self.count(files.ignoredCount, "file", "of other kinds passed over"))
    }
    let summary = left.joined(separator: ", ")
    guard places.isEmpty else {
      if !left.isEmpty { log.write(.info, summary) }
      return
    }
    var text = "no usable article in " + settings.paths.joined(separator: ", ")
    if !left.isEmpty { text += " (\(summary))" }
    if settings.paths == [Settings.defaultPath] {
      text += "; name the files or folders to read: dateline PATH…"
    }
    throw ReadingFailure(description: text)
  }

  private static func count(_ number: Int, _ noun: String, _ rest: String) -> String {
    "\(Progress.grouped(number)) \(noun)\(number == 1 ? "" : "s") \(rest)"
  }
}
