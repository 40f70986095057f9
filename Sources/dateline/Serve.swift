internal import API
internal import Dispatch
internal import Extraction
internal import HTTP
internal import NewsIndex

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `dateline serve`: opens the listener, reads the corpus, publishes it, and answers until told to
/// end.
struct Serve {
  private let settings: Settings
  private let log: Log
  private let clock = ContinuousClock()

  init(_ settings: Settings) {
    self.settings = settings
    log = Log(format: settings.logFormat)
  }

  func run() -> Int32 {
    let start = clock.now
    let names: NamesFile?
    do throws(Refusal) { names = try NamesFile.named(by: settings) } catch {
      log.write(.error, "dateline: \(error)")
      return ExitCode.failed
    }
    let ending = Ending()
    let sources = ending.listen()
    defer { for source in sources { source.cancel() } }
    let current = Current()
    let extractor: Extractor
    let server: Server
    let address: BoundAddress
    do {
      extractor = try Extractor.linkedIn()
      let routes = Routes.table(
        current: current, extractor: extractor, decisions: names?.decisions ?? NameDecisions(),
        analyzeBytes: settings.analyzeBytes, openAPI: Images.openAPI, version: Program.version)
      server = Server(
        router: Router(routes), options: settings.serverOptions,
        generation: { current.generation })
      address = try server.start()
    } catch {
      log.write(.error, "dateline: \(error)")
      return ExitCode.failed
    }
    // Probes are answered from here on: /healthz with 200, /readyz with 503.
    DispatchQueue(label: "reading").async {
      read(with: extractor, names, into: current, at: address.uri, since: start, ending: ending)
    }
    let code = ending.wait()
    server.drain(deadlineSeconds: settings.drainSeconds)
    return code
  }

  private func read(
    with extractor: Extractor, _ names: NamesFile?, into current: Current, at url: String,
    since start: ContinuousClock.Instant, ending: Ending
  ) {
    announce(url, ifReadingAt: current)
    do {
      var builder = SnapshotBuilder(
        gazetteer: extractor.gazetteer, decisions: names?.decisions ?? NameDecisions())
      var corpus = Corpus(settings, log: log)
      try corpus.read { article in
        (article, extractor.analyze(article))
      } take: { article, analysis in
        builder.add(article, analysis)
        return true
      }
      for name in names?.unmet(builder.metNames) ?? [] { log.warn(of: name) }
      let snapshot = builder.finish(builtAt: Int64(time(nil)))
      current.publish(snapshot)
      report(snapshot, url, clock.now - start)
    } catch {
      log.write(.error, "dateline: \(error)")
      ending.end(with: ExitCode.failed)
    }
  }

  /// The start line.
  private func report(_ snapshot: Snapshot, _ url: String, _ elapsed: Duration) {
    let milliseconds = Int(elapsed / .milliseconds(1))
    let counts = [
      (snapshot.articleCount, "article", "articles"),
      (snapshot.entityCount, "entity", "entities"),
      (snapshot.mentionCount, "mention", "mentions"),
    ].map { "\(Progress.grouped($0)) \($0 == 1 ? $1 : $2)" }.joined(separator: ", ")
    log.write(
      .info, "Dateline \(Program.version) · \(counts) · \(url) · \(milliseconds) ms",
      [
        ("version", .text(Program.version)), ("articles", .number(snapshot.articleCount)),
        ("entities", .number(snapshot.entityCount)), ("mentions", .number(snapshot.mentionCount)),
        ("url", .text(url)), ("milliseconds", .number(milliseconds)),
      ])
  }

  /// Where reading takes more than a second, says in the meantime where to ask.
  private func announce(_ url: String, ifReadingAt current: Current) {
    DispatchQueue.global().asyncAfter(deadline: .now() + 1) {
      guard current.generation == 0 else { return }
      log.write(.info, "reading; probes are answered at \(url)", [("url", .text(url))])
    }
  }
}
