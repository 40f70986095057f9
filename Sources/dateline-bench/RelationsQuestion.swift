internal import Extraction

/// `dateline-bench relations`: how many of the facts of KnowledgeNet are found and how many of those
/// found are right, by property, and how often each confidence is right. `--re3d` and `--carb` ask
/// the same of the relations of re3d, and of CaRB's tuples, which state anything.
///
/// A fact is found where a sentence of its passage states it of the two entities that the gold
/// names belong to. Only those of our facts are judged whose property was asked of the passage.
struct RelationsQuestion {
  struct Count {
    var gold = 0
    var found = 0
    var ours = 0
    var right = 0

    static func += (sum: inout Count, other: Count) {
      sum.gold += other.gold
      sum.found += other.found
      sum.ours += other.ours
      sum.right += other.right
    }
  }

  private let extractor: Extractor
  private let showsErrors: Bool
  private var counts: [String: Count] = [:]
  /// Ours and right by tenths of confidence.
  private var byConfidence = [Count](repeating: Count(), count: 21)

  /// `arguments`: NDJSON of KnowledgeNet, "-" for standard input, `--errors` to print what is
  /// missed and what is wrong; after `--re3d` NDJSON of re3d, after `--carb` CaRB's tab-separated
  /// gold.
  static func ask(_ arguments: [String]) {
    let paths = arguments.filter { !$0.hasPrefix("--") }
    guard !paths.isEmpty else { Usage.refuse("relations: give files of the gold, or “-”") }
    let extractor = ReadQuestion.extractor()
    for path in paths {
      if arguments.contains("--carb") {
        compare(CaRB(tabbed: ReadQuestion.contents(path)), extractor, path)
        continue
      }
      var question = RelationsQuestion(
        extractor: extractor,
        showsErrors: arguments.contains("--errors"))
      do {
        let bytes = ReadQuestion.contents(path)
        if arguments.contains("--re3d") {
          for document in try RE3D.documents(ndjson: bytes) { question.judge(document) }
        } else {
          for document in try KnowledgeNet.documents(ndjson: bytes) { question.judge(document) }
        }
      } catch {
        Usage.refuse("\(path): \(error)")
      }
      question.report(path)
    }
  }

  private init(extractor: Extractor, showsErrors: Bool) {
    self.extractor = extractor
    self.showsErrors = showsErrors
  }

  /// What KnowledgeNet calls a relation of ours; subject and object may stand the other way round.
  private static func properties(
    _ relation: Relation, _ trigger: String, isBody: Bool
  ) -> [(String, Bool)] {
    switch relation.predicate {
    case .worksFor, .memberOf, .spokespersonOf: [("EMPLOYEE_OR_MEMBER_OF", false)]
    case .headOf:
      ["ceo", "chief executive"].contains { trigger.lowercased().contains($0) }
        ? [("EMPLOYEE_OR_MEMBER_OF", false), ("CEO", true)] : [("EMPLOYEE_OR_MEMBER_OF", false)]
    case .spouseOf: [("SPOUSE", false)]
    case .bornIn: [("PLACE_OF_BIRTH", false)]
    case .founded: [("FOUNDED_BY", true)]
    case .locatedIn where isBody: [("HEADQUARTERS", false)]
    case .parentOf: [("CHILD_OF", true)]
    case .nationality: [("NATIONALITY", false)]
    case .partOf: [("SUBSIDIARY_OF", false)]
    case .owns: [("SUBSIDIARY_OF", true)]
    default: []
    }
  }
  private static let covered: Set<String> = [
    "EMPLOYEE_OR_MEMBER_OF", "CEO", "SPOUSE", "PLACE_OF_BIRTH", "FOUNDED_BY", "HEADQUARTERS",
    "CHILD_OF", "NATIONALITY", "SUBSIDIARY_OF",
  ]

  private mutating func judge(_ document: RE3D.Document) {
    let analysis = extractor.analyze(document.article)
    let found = RE3D.judge(document, analysis, showsErrors: showsErrors)
    for (type, count) in found { counts[type, default: Count()] += count }
  }

  /// Our relations as tuples: what names or describes subject and object, and the trigger between.
  private static func compare(_ gold: CaRB, _ extractor: Extractor, _ path: String) {
    let (figures, ours, count) = gold.figures { sentence in
      let article = Article(id: "sentence", text: Array(sentence.utf8))
      func words(_ range: TextRange) -> [String] {
        CaRB.words(String(decoding: article.text[range.indices], as: UTF8.self))
      }
      return extractor.analyze(article).relations.compactMap { relation in
        guard let subject = relation.subject, let object = relation.object else { return nil }
        return CaRB.Tuple(
          parts: [words(relation.trigger), words(subject.range), words(object.range)])
      }
    }
    print(path)
    print("  all: \(figures.text); \(ours) ours, \(count) gold")
  }

  // MARK: Judging

  private struct Stated: Hashable {
    var property: String
    var subject: Int32
    var object: Int32
  }

  private mutating func judge(_ document: KnowledgeNet.Document) {
    let analysis = extractor.analyze(document.article)
    for passage in document.passages {
      let stated = stated(in: passage, document, analysis)
      judge(passage, stated, document, analysis)
    }
  }

  /// What we state in a passage, with the best confidence of each.
  private func stated(
    in passage: KnowledgeNet.Passage, _ document: KnowledgeNet.Document, _ analysis: Analysis
  ) -> [Stated: UInt8] {
    var stated: [Stated: UInt8] = [:]
    for relation in analysis.relations where passage.range.contains(relation.trigger) {
      guard let subject = relation.subject?.entity, let object = relation.object?.entity,
        relation.modality != .denied
      else { continue }
      let trigger = String(decoding: document.article.text[relation.trigger.indices], as: UTF8.self)
      for (property, isReversed) in Self.properties(
        relation, trigger, isBody: analysis.entities[Int(subject)].type == .organization)
      where passage.properties.contains(property) {
        let one = Stated(
          property: property, subject: isReversed ? object : subject,
          object: isReversed ? subject : object)
        stated[one] = max(stated[one] ?? 0, relation.confidence)
      }
    }
    return stated
  }

  private mutating func judge(
    _ passage: KnowledgeNet.Passage, _ stated: [Stated: UInt8], _ document: KnowledgeNet.Document,
    _ analysis: Analysis
  ) {
    func entities(_ range: TextRange) -> Set<Int32> {
      Set(analysis.mentions.filter { $0.range.overlaps(range) }.map(\.entity))
    }
    func agrees(_ one: Stated, _ fact: KnowledgeNet.Fact) -> Bool {
      guard one.property == fact.property else { return false }
      let (subjects, objects) = (entities(fact.subject.range), entities(fact.object.range))
      if subjects.contains(one.subject) && objects.contains(one.object) { return true }
      return one.property == "SPOUSE" && subjects.contains(one.object)
        && objects.contains(one.subject)
    }
    func text(_ range: TextRange) -> String {
      String(decoding: document.article.text[range.indices], as: UTF8.self)
    }
    let facts = Dictionary(grouping: passage.facts.filter { Self.covered.contains($0.property) }) {
      [
        $0.property, $0.subject.item ?? text($0.subject.range),
        $0.object.item ?? text($0.object.range),
      ]
    }
    for (key, facts) in facts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let isFound = facts.contains { fact in stated.keys.contains { agrees($0, fact) } }
      counts[key[0], default: Count()] += Count(gold: 1, found: isFound ? 1 : 0)
      if showsErrors, !isFound {
        print(
          "  missed", key[0], text(facts[0].subject.range), text(facts[0].object.range),
          text(passage.range), separator: "\t")
      }
    }
    for (one, confidence) in stated.sorted(by: {
      ($0.key.property, $0.key.subject, $0.key.object) < (
        $1.key.property, $1.key.subject, $1.key.object
      )
    }) {
      let isRight = passage.facts.contains { agrees(one, $0) }
      let count = Count(ours: 1, right: isRight ? 1 : 0)
      counts[one.property, default: Count()] += count
      byConfidence[Int(confidence) / 5] += count
      if showsErrors, !isRight {
        let names = [one.subject, one.object].map { analysis.entities[Int($0)].name }
        print("  wrong", one.property, names[0], names[1], text(passage.range), separator: "\t")
      }
    }
  }

  private func report(_ path: String) {
    print(path)
    var all = Count()
    for (property, count) in counts.sorted(by: { $0.key < $1.key }) {
      all += count
      report(property, count)
    }
    report("all", all)
    for (bin, count) in byConfidence.enumerated() where count.ours > 0 {
      print("  confidence \(bin * 5)…\(bin * 5 + 4): \(count.right) right of \(count.ours)")
    }
  }

  private func report(_ name: String, _ count: Count) {
    let figures = ClusterScore.Figures(
      precision: Double(count.right) / Double(max(1, count.ours)),
      recall: Double(count.found) / Double(max(1, count.gold)))
    print("  \(name): \(figures.text); \(count.right) right of \(count.ours), \(count.gold) gold")
  }
}
