internal import API
internal import Extraction
internal import Formats

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
      let names = try NamesFile.named(by: settings)
      let decisions = names?.decisions ?? NameDecisions()
      var met: Set<String> = []
      var isWritten = true
      var corpus = Corpus(settings, log: log)
      try corpus.read { article in
        let annotated = AnnotatedArticle(article, extractor.analyze(article), decisions)
        var json = JSONWriter(reserving: article.text.count * 8)
        annotated.write(to: &json)
        json.endLine()
        return (json.bytes, annotated.metNames)
      } take: { line, names in
        met.formUnion(names)
        isWritten = StandardStream.output.write(line)
        return isWritten
      }
      guard isWritten else { throw SystemError.last }
      for name in names?.unmet(met) ?? [] { log.warn(of: name) }
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
    var annotator = CoNLLUAnnotator(extractor: try Extractor.linkedIn())
    guard StandardStream.output.write(annotator.annotate(document)) else { throw SystemError.last }
    return ExitCode.done
  }
}
