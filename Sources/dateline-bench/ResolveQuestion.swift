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
  /// `--errors` to print what is wrong, dearest first; `--fit` to look for better weights.
  static func ask(_ arguments: [String]) {
    let paths = arguments.filter { !$0.hasPrefix("--") }
    guard !paths.isEmpty else { Usage.refuse("resolve: give NDJSON files, or “-”") }
    let question = ResolveQuestion(
      extractor: ReadQuestion.extractor(),
      showsErrors: arguments.contains("--errors"))
    var sets: [(gold: ResolutionGold, name: String)] = []
    for path in paths {
      do { sets += try question.sets(ReadQuestion.contents(path), path) } catch {
        Usage.refuse("\(path): \(error)")
      }
    }
    if arguments.contains("--fit") {
      var fit = ResolutionFit(sets, question.extractor)
      fit.run()
    } else {
      for (gold, name) in sets { question.judge(gold, name) }
    }
  }

  /// The sets that a file gives, with their names.
  private func sets(_ bytes: [UInt8], _ path: String) throws -> [(ResolutionGold, String)] {
    let head = String(decoding: bytes.prefix { $0 != 0x0a }, as: UTF8.self)
    if head.contains("\"vertexSet\"") {
      return [(ResolutionGold.shared(try CoreferenceGold.documents(ndjson: bytes)), path)]
    }
    if head.contains("\"property\"") {
      return [(try ResolutionGold.facts(ndjson: bytes), path)]
    }
    let articles = articles(bytes)
    let people = ResolutionGold.people(index(articles), articles)
    return [
      (ResolutionGold.namesakes(articles, people, seed: 1), "namesakes made of \(path)"),
      (ResolutionGold.spellings(articles, people), "spellings made of \(path)"),
    ]
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

  private func judge(_ gold: ResolutionGold, _ name: String) {
    let snapshot = index(gold.articles)
    let judged = Self.judged(gold, snapshot, extractor.gazetteer)
    report(judged, of: gold.units.count, name)
    if showsErrors { showErrors(judged, gold, snapshot) }
  }

  /// The entities of articles that we found.
  static func judged(
    _ gold: ResolutionGold, _ snapshot: Snapshot, _ gazetteer: Gazetteer
  ) -> [ResolutionJudged] {
    gold.units.compactMap { unit in
      let article = gold.articles[unit.article]
      guard let ordinal = snapshot.article(id: article.id),
        let ours = entity(unit.ranges, in: ordinal, snapshot), let first = unit.ranges.first
      else { return nil }
      let text = String(decoding: article.text[first.indices], as: UTF8.self)
      return ResolutionJudged(
        article: unit.article, ours: ours, gold: unit.entity, text: text,
        land: land(text, gazetteer))
    }
  }

  private static func land(_ name: String, _ gazetteer: Gazetteer) -> Int32 {
    let name = name.lowercased().hasPrefix("the ") ? String(name.dropFirst(4)) : name
    let found = gazetteer.first(gazetteer.entry(of: name), .name, .abbreviation, .demonym)
    guard let found, gazetteer.row(of: found.entity)?.subtype == .country else { return -1 }
    return found.entity.ordinal
  }

  /// The entity that most of the ranges are names of; at least half of a range has to be found.
  private static func entity(
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

  private static func distance(_ a: TextRange, _ b: TextRange) -> Int32 {
    abs(a.start - b.start) + abs(a.end - b.end)
  }

  private func report(_ judged: [ResolutionJudged], of total: Int, _ name: String) {
    let score = ResolutionScore(judged)
    print(name)
    print("  B3: \(score.cubed.text); \(judged.count) of \(total) entities of articles found")
    print("  pairs: \(score.pairs.text); \(score.right) right of \(score.ours), \(score.gold) gold")
    if score.sameLand > 0 {
      print(
        "  \(score.sameLand) of the wrong pairs are names of one land; with these P",
        Numbers.text(score.landPrecision * 100))
    }
  }

  /// The pairs of clusters that are wrongly apart or mixed, by the pairs of articles each costs.
  private func showErrors(
    _ judged: [ResolutionJudged], _ gold: ResolutionGold, _ snapshot: Snapshot
  ) {
    let kinds: [(String, KeyPath<ResolutionJudged, Int>, KeyPath<ResolutionJudged, Int>)] = [
      ("apart", \.gold, \.ours), ("mixed", \.ours, \.gold),
    ]
    for (kind, whole, part) in kinds {
      var rows: [(cost: Int, one: ResolutionJudged, other: ResolutionJudged)] = []
      for (_, group) in Dictionary(grouping: judged, by: { $0[keyPath: whole] }) {
        let parts = Dictionary(grouping: group) { $0[keyPath: part] }.values.sorted {
          ($1.count, $0[0].article) < ($0.count, $1[0].article)
        }
        for (index, part) in parts.enumerated() {
          for other in parts[..<index] {
            rows.append((part.count * other.count, part[0], other[0]))
          }
        }
      }
      rows.sort { ($1.cost, $0.one.article, $0.one.text) < ($0.cost, $1.one.article, $1.one.text) }
      for row in rows {
        let names = [row.one, row.other].map { judged in
          let id = snapshot.string(snapshot[EntityOrdinal(judged.ours)].id)
          return "\(gold.articles[judged.article].id): \(judged.text) (\(id))"
        }
        print("  \(kind)\t\(row.cost)\t\(names[0])\t\(names[1])")
      }
    }
  }
}
