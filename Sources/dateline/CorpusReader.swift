/// A part of the corpus that one thread reads and analyses by itself.
package enum CorpusPiece: Sendable {
  /// A file that is one article, or one JSON text.
  case file(CorpusFile)
  case lines(LineChunk)
  case refused(Refusal)
}

/// Hands out the corpus piece by piece, in order. Files are opened by whoever gets the piece, so
/// that this stays quick; only lines are read here, since where one ends is known only by reading.
package struct CorpusReader: ~Copyable, Sendable {
  private var rest: ArraySlice<CorpusFile>
  private var refusals: ArraySlice<Refusal>
  private var lines: LineChunks?

  package init(_ files: CorpusFiles) {
    rest = files.files[...]
    refusals = files.refusals[...]
  }

  package mutating func next() -> CorpusPiece? {
    if let refusal = refusals.popFirst() { return .refused(refusal) }
    while true {
      if var open = lines.take() {
        switch open.next() {
        case .chunk(let chunk):
          lines = consume open
          return .lines(chunk)
        case .refused(let refusal):
          lines = consume open
          return .refused(refusal)
        case .end: break
        }
      }
      guard let file = rest.popFirst() else { return nil }
      guard file.form == .ndjson else { return .file(file) }
      do {
        lines = LineChunks(
          path: file.path,
          file: try file.path == "-" ? .standardInput : InputFile(path: file.path))
      } catch {
        return .refused(Refusal(place: Place(path: file.path), reason: error.description))
      }
    }
  }
}
