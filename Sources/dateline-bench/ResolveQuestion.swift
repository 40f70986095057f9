internal import Extraction
internal import NewsIndex

/// `dateline-bench resolve`: how well entities of different articles are tied, from raw text.
///
/// Judged are the entities of single articles whose names we find, each once an article: B-cubed
/// over them, and precision and recall of the pairs of two articles. The sets are described at
/// `ResolutionGold`; files are told apart by their first line.
struct ResolveQuestion {
  private let extractor: Extractor
  private let showsErrors: Bool

  /// `arguments`: NDJSON of Re-DocRED, KnowledgeNet or articles, "-" for standard input,
  /// `--errors` to print the pairs that are wrong.
  static func ask(_ arguments: [String]) {
    let paths = arguments.filter { $0 != "--errors" }
    guard !paths.isEmpty else { Usage.refuse("resolve: give NDJSON files, or “-”") }
    let question = ResolveQuestion(
      extractor: ReadQuestion.extractor(),
      showsErrors: arguments.contains("--errors"))
    for path in paths {
      do { try question.judge(ReadQuestion.contents(path), path) } catch {
        Usage.refuse("\(path): \(error)")
      }
    }
  }

  private func judge(_ bytes: [UInt8], _ path: String) throws {
    let head = String(decoding: bytes.prefix { $0 != 0x0a }, as: UTF8.self)
    if head.contains("\"vertexSet\"") {
      judge(ResolutionGold.shared(try CoreferenceGold.documents(ndjson: bytes)), path)
    } else if head.contains("\"property\"") {
      judge(try ResolutionGold.facts(ndjson: bytes), path)
    } else {
      let articles = articles(bytes)
      let people = ResolutionGold.people(index(articles), articles)
      judge(ResolutionGold.namesakes(articles, people, seed: 1), "namesakes made of \(path)")
      judge(ResolutionGold.spellings(articles, people), "spellings made of \(path)")
    }
  }

  private func articles(_ bytes: [UInt8]) -> [Article] {
    let reader = ArticleReader()
    return bytes.split(separator: 0x0a).enumerated().compactMap { number, line in
      try? reader.article(line: line, number: number + 1, stem: "article")
    }
  }

  private func index(_ articles: [Article]) -> Snapshot {
    var builder = SnapshotBuilder(gazetteer: extractor.gazetteer)
    for article in articles { builder.add(article, extractor.analyze(article)) }
    return builder.finish(builtAt: 0)
  }

  // MARK: Judging

  /// An entity of one article: our entity, the gold one.
  private struct Judged {
    var article: Int
    var ours: Int
    var gold: Int
    var text: String
  }

  private func judge(_ gold: ResolutionGold, _ name: String) {
    let snapshot = index(gold.articles)
    var judged: [Judged] = []
    for unit in gold.units {
      let article = gold.articles[unit.article]
      guard let ordinal = snapshot.article(id: article.id),
        let ours = entity(unit.ranges, in: ordinal, snapshot), let first = unit.ranges.first
      else { continue }
      judged.append(
        Judged(
          article: unit.article, ours: ours, gold: unit.entity,
          text: String(decoding: article.text[first.indices], as: UTF8.self)))
    }
    report(judged, of: gold.units.count, name)
    if showsErrors { showErrors(judged, gold, snapshot) }
  }

  /// The entity that most of the ranges are names of; at least half of a range has to be found.
  private func entity(
    _ ranges: [TextRange], in article: ArticleOrdinal, _ snapshot: Snapshot
  ) -> Int? {
    let mentions = snapshot.mentions(of: article).map { snapshot[MentionOrdinal($0)] }
    var votes: [Int: Int] = [:]
    for range in ranges {
      let found = mentions.filter { mention in
        mention.kind.isName && mention.range.overlaps(range)
          && 2 * mention.range.count >= range.count
      }
      guard let nearest = found.min(by: { distance($0.range, range) < distance($1.range, range) })
      else { continue }
      votes[nearest.entity.index, default: 0] += 1
    }
    return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private func distance(_ a: TextRange, _ b: TextRange) -> Int32 {
    abs(a.start - b.start) + abs(a.end - b.end)
  }

  private func report(_ judged: [Judged], of total: Int, _ name: String) {
    var score = ClusterScore()
    score.add(judged.map { ($0.ours, $0.gold) })
    func pairs<Key: Hashable>(_ key: (Judged) -> Key) -> Int {
      Dictionary(grouping: judged, by: key).values.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    }
    let right = pairs { [$0.ours, $0.gold] } - pairs { [$0.ours, $0.gold, $0.article] }
    let ours = pairs { $0.ours } - pairs { [$0.ours, $0.article] }
    let gold = pairs { $0.gold } - pairs { [$0.gold, $0.article] }
    let figures = ClusterScore.Figures(
      precision: Double(right) / Double(max(1, ours)), recall: Double(right) / Double(max(1, gold)))
    print(name)
    print("  B3: \(score.cubed.text); \(judged.count) of \(total) entities of articles found")
    print("  pairs: \(figures.text); \(right) right of \(ours), \(gold) gold")
  }

  private func showErrors(_ judged: [Judged], _ gold: ResolutionGold, _ snapshot: Snapshot) {
    func line(_ kind: String, _ one: Judged, _ other: Judged) {
      let ids = [one, other].map { snapshot.string(snapshot[EntityOrdinal($0.ours)].id) }
      print(
        "  \(kind)\t\(gold.articles[one.article].id): \(one.text) (\(ids[0]))",
        "\(gold.articles[other.article].id): \(other.text) (\(ids[1]))", separator: "\t")
    }
    for group in Dictionary(grouping: judged, by: \.gold).sorted(by: { $0.key < $1.key }) {
      let byOurs = Dictionary(grouping: group.value, by: \.ours).sorted { $0.key < $1.key }
      for (one, other) in zip(byOurs, byOurs.dropFirst()) {
        line("apart", one.value[0], other.value[0])
      }
    }
    for group in Dictionary(grouping: judged, by: \.ours).sorted(by: { $0.key < $1.key }) {
      let byGold = Dictionary(grouping: group.value, by: \.gold).sorted { $0.key < $1.key }
      for (one, other) in zip(byGold, byGold.dropFirst()) {
        line("mixed", one.value[0], other.value[0])
      }
    }
  }
}
