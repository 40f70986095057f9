internal import Extraction
internal import NewsIndex

/// Looks for better `ResolutionWeights`: each in turn is raised and lowered as long as that helps on
/// every second article of the sets; the figures printed are those of the others, which the search
/// never sees.
///
/// What helps is B-cubed with precision counted twice (F 0.5), the mean of the sets.
struct ResolutionFit {
  private struct Part {
    var name: String
    var gold: ResolutionGold
    var analysed: [(Article, Analysis)]
  }

  private var train: [Part] = []
  private var test: [Part] = []
  private var best = ResolutionWeights.standard
  private let gazetteer: Gazetteer

  private static let names: [(String, any WritableKeyPath<ResolutionWeights, Float> & Sendable)] = [
    ("person", \.person), ("body", \.body), ("place", \.place), ("commonness", \.commonness),
    ("circle", \.circle), ("sameAfterAll", \.sameAfterAll), ("surname", \.surname),
    ("surnameMargin", \.surnameMargin),
    ("title", \.title), ("field", \.field), ("fieldWords", \.fieldWords),
    ("stateMentions", \.stateMentions), ("stateRatio", \.stateRatio),
  ]
  private static let factors: [Float] = [0.25, 0.5, 0.75, 1.5, 2, 4]
  private static let rounds = 3

  init(_ sets: [(gold: ResolutionGold, name: String)], _ extractor: Extractor) {
    gazetteer = extractor.gazetteer
    for (gold, name) in sets {
      let analysed = gold.articles.map { ($0, extractor.analyze($0)) }
      for half in 0...1 {
        let part = Part(
          name: name, gold: gold.part { $0 % 2 == half },
          analysed: analysed.indices.filter { $0 % 2 == half }.map { analysed[$0] })
        if half == 0 { train.append(part) } else { test.append(part) }
      }
    }
  }

  mutating func run() {
    print("before")
    report()
    var value = mean(best)
    for _ in 0..<Self.rounds {
      let start = value
      for (name, path) in Self.names {
        for factor in Self.factors {
          var tried = best
          tried[keyPath: path] *= factor
          let found = mean(tried)
          guard found > value + 1e-6 else { continue }
          (best, value) = (tried, found)
          print("  \(name) \(best[keyPath: path]): \(Numbers.text(value * 100, 3))")
        }
      }
      if value == start { break }
    }
    print("after")
    report()
  }

  private func score(_ part: Part, _ weights: ResolutionWeights) -> ResolutionScore {
    var builder = SnapshotBuilder(gazetteer: gazetteer)
    builder.weights = weights
    for (article, analysis) in part.analysed { builder.add(article, analysis) }
    return ResolutionScore(ResolveQuestion.judged(part.gold, builder.finish(builtAt: 0), gazetteer))
  }

  private func mean(_ weights: ResolutionWeights) -> Double {
    train.reduce(0) { $0 + score($1, weights).cubed.half } / Double(train.count)
  }

  private func report() {
    for part in test {
      let score = score(part, best)
      print("  \(part.name): B3 \(score.cubed.text); pairs \(score.pairs.text)")
    }
  }
}
