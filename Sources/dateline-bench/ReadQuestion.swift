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
    let reader = ArticleReader()
    var articles: [Article] = []
    let parsing = Numbers.seconds {
      for (number, line) in lines.enumerated() {
        if let article = try? reader.article(line: line[...], number: number + 1, stem: "line") {
          articles.append(article)
        }
      }
    }
    let bytes = articles.reduce(0) { $0 + $1.text.count }
    var tokenCount = 0
    let splitting = Numbers.seconds {
      for article in articles { tokenCount += split(article) }
    }
    let extractor = Extractor(gazetteer: gazetteer)
    var analyses: [Analysis] = []
    let analysing = Numbers.seconds { analyses = articles.map { extractor.analyze($0) } }
    var builder = SnapshotBuilder(gazetteer: gazetteer)
    let adding = Numbers.seconds {
      for (article, analysis) in zip(articles, analyses) { builder.add(article, analysis) }
    }
    let start = ContinuousClock().now
    let snapshot = builder.finish(builtAt: 0)
    let finishing = Numbers.seconds(ContinuousClock().now - start)
    print(
      "\(articles.count) articles, \(Numbers.text(Double(bytes) / 1e6)) MB, \(tokenCount) tokens,",
      "\(snapshot.mentionCount) mentions, \(snapshot.entityCount) entities; one core")
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
