internal import API
internal import Extraction
internal import Formats
internal import NewsIndex

/// `dateline annotate`: one JSON object an article on standard output, in input order, as soon as
/// each is made.
struct Annotate {
  private let settings: Settings
  private let log: Log

  init(_ settings: Settings) {
    self.settings = settings
    log = Log(format: settings.logFormat)
  }

  func run() -> Int32 {
    do {
      if settings.isCoNLLU { return try annotateCoNLLU() }
      let extractor = try Extractor.linkedIn()
      var isWritten = true
      var corpus = Corpus(settings, log: log)
      try corpus.read { article in
        Self.line(article, extractor.analyze(article))
      } take: { line in
        isWritten = StandardStream.output.write(line)
        return isWritten
      }
      guard isWritten else { throw SystemError.last }
      return ExitCode.done
    } catch {
      log.write(.error, "dateline: \(error)")
      return ExitCode.failed
    }
  }

  /// CoNLL-U on standard input, written back with what the models predict.
  private func annotateCoNLLU() throws -> Int32 {
    let bytes = try InputFile.standardInput.readAll(expecting: 1 << 16, atMost: 1 << 30)
    let document = try CoNLLUDocument(bytes)
    var annotator = CoNLLUAnnotator(models: try Models(bytes: Images.models))
    guard StandardStream.output.write(annotator.annotate(document)) else { throw SystemError.last }
    return ExitCode.done
  }

  /// The article as `/articles/{id}` with everything included would give it if it were the only one
  /// served: entities are the article's own, not tied to those of other articles.
  private static func line(_ article: Article, _ analysis: Analysis) -> [UInt8] {
    var builder = SnapshotBuilder()
    builder.add(article, analysis)
    let snapshot = builder.finish(builtAt: 0)
    var json = JSONWriter(reserving: article.text.count * 8)
    snapshot.write(
      ArticleOrdinal(0), including: [.text, .sentences, .mentions, .entities, .times], to: &json)
    var more = JSONWriter(reserving: article.text.count)
    more.beginObject()
    AnnotatedRelations(article, analysis).write(to: &more)
    more.endObject()
    // One object of both: the brace that ends the first gives way to the members of the second.
    return json.bytes.dropLast() + [UInt8(ascii: ",")] + more.bytes.dropFirst()
      + [UInt8(ascii: "\n")]
  }
}
