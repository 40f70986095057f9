internal import Extraction

/// A part of the corpus that one thread reads and analyses by itself.
package enum CorpusPiece: Sendable {
  /// A file that is one article, or one JSON text.
  case file(CorpusFile)
  case lines(LineChunk)
  case json(JSONChunk)
  case refused(Refusal)
}

/// Hands out the corpus piece by piece, in order. Files are opened by whoever gets the piece, so
/// that this stays quick; only lines and large arrays are read here, since where an article of
/// theirs ends is known only by reading.
package struct CorpusReader: ~Copyable, Sendable {
  /// From this size on a JSON file is cut into its elements here, for all threads, instead of being
  /// one thread's.
  private static let largeFileBytes = 1 << 20

  private enum Open: ~Copyable {
    case lines(LineChunks)
    case json(JSONObjects)
  }

  private var rest: ArraySlice<CorpusFile>
  private var refusals: ArraySlice<Refusal>
  private var open: Open?

  package init(_ files: CorpusFiles) {
    rest = files.files[...]
    refusals = files.refusals[...]
  }

  package mutating func next() -> CorpusPiece? {
    if let refusal = refusals.popFirst() { return .refused(refusal) }
    while true {
      if let piece = nextOfOpen() { return piece }
      guard let file = rest.popFirst() else { return nil }
      let isLarge = file.size >= Self.largeFileBytes
      guard file.format == .jsonLines || file.format == .json && isLarge else { return .file(file) }
      do throws(SystemError) {
        open =
          file.format == .json
          ? .json(try JSONObjects(path: file.path)) : .lines(try LineChunks(path: file.path))
      } catch {
        return .refused(Refusal(place: Place(path: file.path), reason: error.description))
      }
    }
  }

  /// The next piece of the file being read; `nil`, and the file closed, at its end.
  private mutating func nextOfOpen() -> CorpusPiece? {
    switch open.take() {
    case .lines(var lines):
      switch lines.next() {
      case .chunk(let chunk):
        open = .lines(lines)
        return .lines(chunk)
      case .refused(let refusal):
        open = .lines(lines)
        return .refused(refusal)
      case .end: return nil
      }
    case .json(var objects):
      switch objects.next() {
      case .chunk(let chunk):
        open = .json(objects)
        return .json(chunk)
      case .refused(let refusal):
        open = .json(objects)
        return .refused(refusal)
      case .end: return nil
      }
    case nil: return nil
    }
  }
}
