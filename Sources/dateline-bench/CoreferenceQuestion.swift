internal import Extraction

/// `dateline-bench coreference`: how well the mentions of one article are tied to its entities,
/// from raw text, names found by ourselves among it.
///
/// - Names: B-cubed over the names both found and annotated; precision and recall of finding them
///   show in MUC and B-cubed over all mentions, where what is not found counts.
/// - Descriptions and pronouns: of those tied, how many to the entity that has the gold name; of
///   those annotated whose entity is named and found, how many are tied.
struct CoreferenceQuestion {
  private var names = ClusterScore()
  private var all = ClusterScore()
  /// Tied rightly, tied, annotated of an entity we know by name.
  private var descriptions = Tied()
  private var pronouns = Tied()
  /// The same by `class(of:)`.
  private var classes: [String: Tied] = [:]
  private let showsErrors: Bool

  private struct Tied {
    var right = 0
    var found = 0
    var gold = 0
  }

  /// `arguments`: CoNLL-U files as GUM's, NDJSON as Re-DocRED's, "-" for standard input,
  /// `--errors` to print what differs, `--examples=pronouns` or `--examples=descriptions` to print
  /// what `dateline-train` learns from instead.
  static func ask(_ arguments: [String]) {
    let paths = arguments.filter { !$0.hasPrefix("--") }
    guard !paths.isEmpty else {
      Usage.refuse("coreference: give CoNLL-U or NDJSON files, or “-”")
    }
    let extractor = ReadQuestion.extractor()
    let examples: KeyPath<AntecedentChoices, [AntecedentChoice]>? =
      arguments.contains("--examples=pronouns")
      ? \.pronouns : arguments.contains("--examples=descriptions") ? \.descriptions : nil
    for path in paths {
      var question = CoreferenceQuestion(showsErrors: arguments.contains("--errors"))
      do {
        let bytes = ReadQuestion.contents(path)
        let documents =
          bytes.first == UInt8(ascii: "{")
          ? try CoreferenceGold.documents(ndjson: bytes)
          : CoreferenceGold.documents(try CoNLLUDocument(bytes))
        if let examples {
          for document in documents { printExamples(document, extractor, examples) }
          continue
        }
        for document in documents { question.judge(document, extractor) }
      } catch {
        Usage.refuse("\(path): \(error)")
      }
      if examples == nil { question.report(path) }
    }
  }

  private init(showsErrors: Bool) { self.showsErrors = showsErrors }

  // MARK: Judging

  private mutating func judge(_ gold: CoreferenceGold, _ extractor: Extractor) {
    let analysis = extractor.analyze(Article(id: "gold", text: gold.text))
    let matches = analysis.mentions.map { Self.match($0.range, in: gold.mentions) }
    let owner = Self.owners(analysis, matches, gold)
    judgeNames(analysis, matches, gold)
    judgeAll(analysis, matches, gold)
    judge(.description, \.descriptions, analysis, matches, gold, owner)
    judge(.pronoun, \.pronouns, analysis, matches, gold, owner)
  }

  /// The innermost gold mention whose head `range` holds, and which holds `range`; else the one
  /// with this head.
  private static func match(_ range: TextRange, in gold: [CoreferenceGold.Mention]) -> Int? {
    let touching = gold.indices.filter { gold[$0].head.overlaps(range) }
    let around = touching.filter { holds(gold[$0].range, range) }
    return around.min { gold[$0].range.count < gold[$1].range.count }
      ?? touching.max { gold[$0].range.count < gold[$1].range.count }
  }

  private static func holds(_ outer: TextRange, _ inner: TextRange) -> Bool {
    outer.start <= inner.start && inner.end <= outer.end
  }

  /// The cluster that most names of each of our entities belong to.
  private static func owners(
    _ analysis: Analysis, _ matches: [Int?], _ gold: CoreferenceGold
  ) -> [Int?] {
    var votes = [[Int: Int]](repeating: [:], count: analysis.entities.count)
    for (mention, match) in zip(analysis.mentions, matches) where mention.kind.isName {
      guard let match, gold.mentions[match].kind == .name else { continue }
      votes[Int(mention.entity)][gold.mentions[match].cluster, default: 0] += 1
    }
    return votes.map { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
  }

  /// A line for each candidate of each pronoun or description: whether it is meant, the features;
  /// behind each of them an empty line.
  private static func printExamples(
    _ gold: CoreferenceGold, _ extractor: Extractor,
    _ path: KeyPath<AntecedentChoices, [AntecedentChoice]>
  ) {
    let (analysis, choices) = extractor.antecedentChoices(Article(id: "gold", text: gold.text))
    let matches = analysis.mentions.map { match($0.range, in: gold.mentions) }
    let owner = owners(analysis, matches, gold)
    for choice in choices[keyPath: path] {
      let meant = match(analysis.tokens[choice.token].range, in: gold.mentions).map {
        gold.mentions[$0].cluster
      }
      for candidate in choice.candidates {
        let isMeant = meant != nil && owner[candidate.entity] == meant
        let features = candidate.features.map { $0.description }.joined(separator: "\t")
        print("\(isMeant ? 1 : 0)\t\(features)")
      }
      print("")
    }
  }

  private mutating func judgeNames(
    _ analysis: Analysis, _ matches: [Int?], _ gold: CoreferenceGold
  ) {
    var pairs: [Int: (ours: Int, gold: Int)] = [:]
    for (mention, match) in zip(analysis.mentions, matches) where mention.kind.isName {
      guard let match, gold.mentions[match].kind == .name else { continue }
      pairs[match] = pairs[match] ?? (Int(mention.entity), gold.mentions[match].cluster)
    }
    names.add(pairs.sorted { $0.key < $1.key }.map { ($0.value.ours, $0.value.gold) })
    if showsErrors { show(pairs, analysis, gold) }
  }

  /// All mentions of what has a name: of one cluster, those of its kind that one name is among.
  private mutating func judgeAll(
    _ analysis: Analysis, _ matches: [Int?], _ gold: CoreferenceGold
  ) {
    let named = Set(gold.mentions.filter { $0.kind == .name }.map(\.cluster))
    var ours = [Int?](repeating: nil, count: gold.mentions.count)
    var extra: [Int?] = []
    for (mention, match) in zip(analysis.mentions, matches) {
      if let match, named.contains(gold.mentions[match].cluster), ours[match] == nil {
        ours[match] = Int(mention.entity)
      } else if match == nil {
        extra.append(Int(mention.entity))
      }
    }
    var pairs: [(ours: Int?, gold: Int?)] = extra.map { ($0, nil) }
    for (mention, entity) in zip(gold.mentions, ours) where named.contains(mention.cluster) {
      pairs.append((entity, mention.cluster))
    }
    all.add(pairs)
  }

  private mutating func judge(
    _ kind: CoreferenceGold.Kind, _ path: WritableKeyPath<Self, Tied>, _ analysis: Analysis,
    _ matches: [Int?], _ gold: CoreferenceGold, _ owner: [Int?]
  ) {
    let known = Set(owner.compactMap(\.self))
    for mention in gold.mentions where mention.kind == kind && known.contains(mention.cluster) {
      self[keyPath: path].gold += 1
      if kind == .pronoun {
        classes[Self.class(of: mention.range, gold), default: Tied()].gold += 1
      }
    }
    let wanted: MentionKind = kind == .pronoun ? .pronoun : .description
    for (mention, match) in zip(analysis.mentions, matches) where mention.kind == wanted {
      // What names nobody annotated can be judged by nobody.
      guard let cluster = owner[Int(mention.entity)] else { continue }
      self[keyPath: path].found += 1
      let isRight = match.map { gold.mentions[$0].cluster == cluster } ?? false
      if isRight { self[keyPath: path].right += 1 }
      if kind == .pronoun {
        let name = Self.class(of: mention.range, gold)
        classes[name, default: Tied()].found += 1
        classes[name, default: Tied()].right += isRight ? 1 : 0
      }
      if !isRight, showsErrors { show(mention, analysis, gold) }
    }
    guard showsErrors else { return }
    let ours = Set(
      zip(analysis.mentions, matches).filter { $0.0.kind == wanted }.compactMap(\.1))
    for (index, mention) in gold.mentions.enumerated()
    where mention.kind == kind && known.contains(mention.cluster) && !ours.contains(index) {
      let name = owner.firstIndex(of: mention.cluster).map { analysis.entities[$0].name } ?? "?"
      print("untied\t\(around(mention.range, gold))\t= \(name)")
    }
  }

  private static func `class`(of range: TextRange, _ gold: CoreferenceGold) -> String {
    switch String(decoding: gold.text[range.indices], as: UTF8.self).lowercased() {
    case "he", "him", "his", "himself", "she", "her", "hers", "herself": "he, she"
    case "it", "its", "itself": "it"
    case "they", "them", "their", "theirs", "themselves": "they"
    default: "I, we"
    }
  }

  /// Entities that are several in the gold, and the other way round.
  private func show(
    _ pairs: [Int: (ours: Int, gold: Int)], _ analysis: Analysis, _ gold: CoreferenceGold
  ) {
    func parts(_ by: (ours: Int, gold: Int), _ path: KeyPath<(ours: Int, gold: Int), Int>) -> Int {
      by[keyPath: path]
    }
    for (name, path, other) in [
      ("merged", \(ours: Int, gold: Int).ours, \(ours: Int, gold: Int).gold),
      ("split", \(ours: Int, gold: Int).gold, \(ours: Int, gold: Int).ours),
    ] {
      let groups = Dictionary(grouping: pairs) { parts($0.value, path) }
      for (_, group) in groups.sorted(by: { $0.key < $1.key })
      where Set(group.map { parts($0.value, other) }).count > 1 {
        let texts = group.sorted { $0.key < $1.key }.map { pair in
          let range = gold.mentions[pair.key].head.indices
          return String(decoding: gold.text[range], as: UTF8.self)
            + " \(parts(pair.value, other))"
        }
        print("\(name)\t\(texts.joined(separator: " | "))")
      }
    }
  }

  private func show(_ mention: Mention, _ analysis: Analysis, _ gold: CoreferenceGold) {
    let name = analysis.entities[Int(mention.entity)].name
    print("wrong\t\(around(mention.range, gold))\t≠ \(name) (\(mention.confidence))")
  }

  private func around(_ range: TextRange, _ gold: CoreferenceGold) -> String {
    let line = gold.text.map { $0 == 0x0a ? 0x20 : $0 }
    func string(_ range: Range<Int>) -> String { String(decoding: line[range], as: UTF8.self) }
    let (start, end) = (Int(range.start), Int(range.end))
    return string(max(0, start - 90)..<start) + "‖" + string(start..<end) + "‖"
      + string(end..<min(line.count, end + 40))
  }

  // MARK: Report

  private func report(_ path: String) {
    print(path)
    print("  names B3: \(names.cubed.text), \(names.count) names")
    print("  all B3: \(all.cubed.text)")
    print("  all MUC: \(all.links.text)")
    line("descriptions", descriptions)
    line("pronouns", pronouns)
    for (name, tied) in classes.sorted(by: { $0.key < $1.key }) { line("  " + name, tied) }
  }

  private func line(_ name: String, _ tied: Tied) {
    guard tied.gold > 0 else { return }
    let score = ClusterScore.Figures(
      precision: Double(tied.right) / Double(max(1, tied.found)),
      recall: Double(tied.right) / Double(tied.gold))
    print("  \(name): \(score.text); \(tied.right) right of \(tied.found), \(tied.gold) annotated")
  }
}
