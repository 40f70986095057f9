internal import Extraction
internal import Formats
internal import NewsIndex

/// `dateline-bench names`: what it takes to find a name, rightly written or not, among very many.
///
/// Made-up names of people and bodies stand in the articles, fifty in each, with nothing else, so
/// that the index holds about as many entities as names asked for.
enum NamesQuestion {
  private static let namesPerArticle = 50

  static func ask(_ arguments: [String]) {
    let count = Numbers.option("names", arguments, standard: 1_000_000)
    let seed = UInt64(Numbers.option("seed", arguments, standard: 1))
    let world = SyntheticCorpus(articleCount: 1, seed: seed)
    var builder = SnapshotBuilder()
    for start in stride(from: 0, to: count, by: namesPerArticle) {
      let members = (start..<min(start + namesPerArticle, count)).map { rank in
        rank % 2 == 0 ? world.person(rank) : world.body(rank)
      }
      let (article, analysis) = article(of: members, id: "names-\(start)")
      builder.add(article, analysis)
    }
    let start = ContinuousClock().now
    let snapshot = builder.finish(builtAt: 0)
    let finishing = Numbers.seconds(ContinuousClock().now - start)
    print(
      "\(snapshot.entityCount) entities, finished in \(Numbers.text(finishing)) s,",
      "\(Numbers.peakMiB) MiB at most; microseconds:")
    for (name, ask) in questions(snapshot) { report(name, ask) }
  }

  private static func article(
    of members: [SyntheticCorpus.Member], id: String
  ) -> (Article, Analysis) {
    var text: [UInt8] = []
    var analysis = Analysis()
    for (index, member) in members.enumerated() {
      let range = TextRange(text.count, text.count + member.name.utf8.count)
      text += Array((member.name + ".\n").utf8)
      analysis.sentences.append(Sentence(range: range, zone: .body, tokens: 0..<0))
      analysis.entities.append(ArticleEntity(name: member.name, type: member.type))
      let number = Int32(truncatingIfNeeded: index)
      analysis.mentions.append(
        Mention(range: range, sentence: number, entity: number, kind: .name, confidence: 95))
    }
    return (Article(id: id, text: text), analysis)
  }

  private static func questions(_ snapshot: Snapshot) -> [(name: String, ask: (Int) -> Void)] {
    var random = SeededGenerator(seed: 9)
    let names = (0..<4096).map { _ in
      snapshot.string(snapshot[EntityOrdinal(random.below(snapshot.entityCount))].name)
    }
    let words = names.map { String($0.split(separator: " ").last ?? "") }
    let changes: [(name: String, names: [String])] = [
      ("a full name", names), ("its last word", words),
      ("a letter changed", names.map { changed($0, at: 0.5) }),
      ("two letters changed", names.map { changed(changed($0, at: 0.3), at: 0.8) }),
      ("its last word with a letter changed", words.map { changed($0, at: 0.5) }),
      ("its first half", names.map { String($0.prefix($0.count / 2)) }),
      ("no name at all", names.map { changed(changed(changed($0, at: 0.1), at: 0.5), at: 0.9) }),
    ]
    let prefixes = ["a", "mar", "ka", "bank", "korov", "e"].map { prefix in
      var query = EntityQuery()
      query.prefix = prefix
      return query
    }
    return changes.map { change in
      (change.name, { _ = snapshot.lookup(change.names[$0 % change.names.count]) })
    } + [
      (
        "names that begin so, a page of 50",
        { _ = snapshot.entities(prefixes[$0 % prefixes.count], PageRequest(limit: 50)) }
      )
    ]
  }

  private static func changed(_ name: String, at place: Double) -> String {
    var bytes = Array(name.utf8)
    guard !bytes.isEmpty else { return name }
    bytes[Int(Double(bytes.count - 1) * place)] = UInt8(ascii: "x")
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func report(_ name: String, _ ask: (Int) -> Void) {
    let times = (0..<4096).map { run in Numbers.seconds { ask(run) } * 1e6 }.sorted()
    print(
      "\(name): median \(Numbers.text(times[times.count / 2])),",
      "of 100 the slowest from \(Numbers.text(times[times.count * 99 / 100]))")
  }
}
