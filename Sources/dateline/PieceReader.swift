internal import Extraction
internal import Formats

/// Turns a piece of the corpus into articles, with the place of each.
struct PieceReader: Sendable {
  enum Outcome {
    case article(Article, Place)
    case refused(Refusal)
  }

  private let reader = ArticleReader()

  /// Gives every article and refusal of `piece` to `body`, in order.
  /// - Returns: the bytes read.
  func read(_ piece: CorpusPiece, _ body: (Outcome) -> Void) -> Int {
    switch piece {
    case .refused(let refusal):
      body(.refused(refusal))
      return 0
    case .lines(let chunk):
      let stem = Self.stem(of: chunk.path)
      for line in chunk.lines {
        let place = Place(path: chunk.path, line: line.number)
        self.line(line.bytes, line.number, stem: stem, place, body)
      }
      return chunk.bytes.count
    case .json(let chunk):
      json(chunk, body)
      return chunk.bytes.count
    case .file(let file):
      do {
        return file.format == .json
          ? try jsonFile(file, body) : try textFile(file, body)
      } catch {
        body(.refused(Refusal(place: Place(path: file.path), reason: error.description)))
        return 0
      }
    }
  }

  private func textFile(
    _ file: CorpusFile, _ body: (Outcome) -> Void
  ) throws(SystemError) -> Int {
    let bytes = try InputFile(path: file.path).readAll(
      expecting: file.size, atMost: reader.limitBytes)
    give(
      reader.read(bytes, stem: Self.stem(of: file.path), format: file.format), bytes,
      Place(path: file.path), body)
    return bytes.count
  }

  private func jsonFile(
    _ file: CorpusFile, _ body: (Outcome) -> Void
  ) throws(SystemError) -> Int {
    var objects = try JSONObjects(path: file.path)
    while true {
      switch objects.next() {
      case .chunk(let chunk): json(chunk, body)
      case .refused(let refusal): body(.refused(refusal))
      case .end: return file.size
      }
    }
  }

  private func json(_ chunk: JSONChunk, _ body: (Outcome) -> Void) {
    let stem = Self.stem(of: chunk.path)
    for text in chunk.texts {
      let place = Place(path: chunk.path, line: text.line)
      let bytes = chunk.bytes[text.range]
      if let number = text.number {
        line(bytes, number, stem: stem, place, body)
      } else {
        give(reader.read(Array(bytes), stem: stem, format: .json), Array(bytes), place, body)
      }
    }
  }

  private func line(
    _ bytes: ArraySlice<UInt8>, _ number: Int, stem: String, _ place: Place,
    _ body: (Outcome) -> Void
  ) {
    do throws(ArticleReadError) {
      if let article = try reader.article(line: bytes, number: number, stem: stem) {
        body(.article(article, place))
      }
    } catch {
      let reason = ArticleReadError(error.reason).description
      body(.refused(Refusal(place: place, reason: reason)))
    }
  }

  private func give(
    _ reading: ArticleReader.Reading, _ bytes: [UInt8], _ place: Place, _ body: (Outcome) -> Void
  ) {
    for article in reading.articles { body(.article(article, place)) }
    for error in reading.errors {
      var line = error.line
      switch error.reason {
      case .notUTF8(let offset), .brokenJSON(let offset):
        let before = bytes.span.extracting(0..<min(offset, bytes.count))
        line = (place.line ?? 1) + before.count(of: UInt8(ascii: "\n"))
      default: break
      }
      body(
        .refused(
          Refusal(
            place: Place(path: place.path, line: line ?? place.line),
            reason: ArticleReadError(error.reason).description)))
    }
  }

  /// The file's name without folder and ending: the id of an article that brings none.
  private static func stem(of path: String) -> String {
    if path == "-" { return "stdin" }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
