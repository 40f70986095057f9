internal import Extraction
internal import ModelImage
internal import NewsIndex

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `dateline-bench read`: articles and megabytes a second on one core, stage by stage, over a file
/// of NDJSON, standard input (`-`), or a synthetic corpus.
enum ReadQuestion {
  static func ask(_ arguments: [String]) {
    let count = Numbers.option("articles", arguments, standard: 2000)
    let seed = UInt64(Numbers.option("seed", arguments, standard: 1))
    let lines: [[UInt8]]
    if let path = arguments.first, !path.hasPrefix("--") {
      lines = contents(path).split(separator: 0x0a).map(Array.init)
    } else {
      let corpus = SyntheticCorpus(articleCount: count, seed: seed)
      lines = (0..<count).map { Array(corpus.ndjson($0).dropLast()) }
    }
    guard let gazetteer = gazetteer() else { Usage.refuse("the linked gazetteer is broken") }
    measure(lines, gazetteer)
  }

  private static func measure(_ lines: [[UInt8]], _ gazetteer: Gazetteer) {
    guard let models = models() else { Usage.refuse("the linked models are broken") }
    let reader = ArticleReader()
    var articles: [Article] = []
    let parsing = Numbers.processorSeconds {
      for (number, line) in lines.enumerated() {
        if let article = try? reader.article(line: line[...], number: number + 1, stem: "line") {
          articles.append(article)
        }
      }
    }
    let bytes = articles.reduce(0) { $0 + $1.text.count }
    var tokenCount = 0
    let splitting = Numbers.processorSeconds {
      for article in articles { tokenCount += split(article) }
    }
    let extractor = Extractor(gazetteer: gazetteer, models: models)
    var analyses: [Analysis] = []
    let analysing = Numbers.processorSeconds { analyses = articles.map { extractor.analyze($0) } }
    let stages = ModelStages(articles, analyses, models)
    var builder = SnapshotBuilder(gazetteer: gazetteer)
    let adding = Numbers.processorSeconds {
      for (article, analysis) in zip(articles, analyses) { builder.add(article, analysis) }
    }
    var snapshot: Snapshot?
    let finishing = Numbers.processorSeconds { snapshot = builder.finish(builtAt: 0) }
    print(
      "\(articles.count) articles, \(Numbers.text(Double(bytes) / 1e6)) MB, \(tokenCount) tokens,",
      "\(snapshot?.mentionCount ?? 0) mentions, \(snapshot?.entityCount ?? 0) entities;",
      "processor time of one core")
    func line(_ name: String, _ seconds: Double) {
      let each = seconds * 1e6 / Double(max(1, articles.count))
      print(
        "  " + name, "\(Numbers.text(Double(articles.count) / seconds, 0)) articles/s",
        "\(Numbers.text(Double(bytes) / 1e6 / seconds)) MB/s",
        "\(Numbers.text(Double(tokenCount) / seconds, 0)) tokens/s",
        "\(Numbers.text(each)) µs each",
        separator: " · ")
    }
    line("NDJSON to articles  ", parsing)
    line("tokens and sentences", splitting)
    line("words of the models ", stages.words)
    line("names of the models ", stages.names)
    line("tags and trees, all ", stages.syntax)
    line("analysis, all of it ", analysing)
    line("index, adding       ", adding)
    line("index, finishing    ", finishing)
    line("all                 ", parsing + analysing + adding + finishing)
  }

  private static func split(_ article: Article) -> Int {
    let text = article.text.span
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    for zone in ZoneReader.read(article).zones {
      let first = tokens.count
      Tokenizer.append(tokensOf: zone.range.indices, in: text, to: &tokens)
      SentenceSplitter.append(
        sentencesOf: first..<tokens.count, of: tokens, in: text, zone: zone.kind, to: &sentences)
    }
    return tokens.count
  }

  /// The one linked in.
  static func gazetteer() -> Gazetteer? {
    // The linker gives both: as many bytes, that nobody writes and nobody frees.
    unsafe try? Gazetteer(
      bytes: RawSpan(_unsafeStart: dateline_gazetteer, byteCount: dateline_gazetteer_size))
  }

  /// Those linked in.
  static func models() -> Models? {
    // As above.
    unsafe try? Models(
      bytes: RawSpan(_unsafeStart: dateline_models, byteCount: dateline_models_size))
  }

  /// The one that the program itself works with.
  static func extractor() -> Extractor {
    guard let gazetteer = gazetteer(), let models = models() else {
      Usage.refuse("the linked images are broken")
    }
    return Extractor(gazetteer: gazetteer, models: models)
  }

  static func contents(_ path: String) -> [UInt8] {
    let descriptor = path == "-" ? 0 : unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { Usage.refuse("\(path): cannot be opened") }
    defer { if descriptor > 0 { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }
}

/// Processor time of the trained models, each asked for all sentences.
private struct ModelStages {
  private(set) var words = 0.0
  private(set) var names = 0.0
  private(set) var syntax = 0.0

  init(_ articles: [Article], _ analyses: [Analysis], _ models: Models) {
    var work = ModelWork()
    for (article, analysis) in zip(articles, analyses) {
      let sentences = analysis.sentences.map {
        Int($0.tokens.lowerBound)..<Int($0.tokens.upperBound)
      }
      words += Numbers.processorSeconds {
        models.read(
          article.text.span, tokens: analysis.tokens.span, sentences: sentences.span, &work)
      }
      names += Numbers.processorSeconds { _ = models.names(&work) }
      syntax += Numbers.processorSeconds { _ = models.syntax(&work) { _ in true } }
    }
  }
}
