#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the command line can ask, and the end for one that asks something else.
enum Usage {
  static let text = """
    dateline-bench QUESTION [OPTION…]
      http [PORT PID TARGET…]   what one request costs the server, against a C server and nginx
      tokens    token and sentence F1 of raw text: CoNLL-U files or -, --errors
      coreference  names, descriptions and pronouns tied, against gold: CoNLL-U, NDJSON or -, --errors, --examples=pronouns|descriptions
      relations facts found and right, against gold: NDJSON of KnowledgeNet or -, --re3d, --carb, --errors
      read      articles and MB a second on one core by stage: NDJSON, -, or --articles N --seed S
      serve     processor time a request, rendered and cached: --articles N --requests N
      start     time from the start of a dateline binary until it serves: BINARY [PATH…]
      grow      build time, memory and answering time at growing sizes: --articles N --seed S
      names     time to find a name, rightly written or not, among many: --names N --seed S
      resolve   entities tied across articles: NDJSON of Re-DocRED, KnowledgeNet, articles; --errors, --fit
      corpus    a synthetic corpus as NDJSON on standard output: --articles N --seed S
      help      this text
    """

  /// Says what is wrong on standard error and exits 2.
  static func refuse(_ reason: String) -> Never {
    let line = Array("dateline-bench: \(reason)\n\(text)\n".utf8)
    _ = unsafe line.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
    exit(2)
  }
}
