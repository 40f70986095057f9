/// An entity of one article: our entity, the gold one.
struct ResolutionJudged {
  var article: Int
  var ours: Int
  var gold: Int
  var text: String
  /// The land that the gazetteer knows by this name, or -1.
  var land: Int32 = -1
}

/// B-cubed over entities of articles, and precision and recall of their pairs across articles.
struct ResolutionScore {
  private(set) var cubed: ClusterScore.Figures
  private(set) var right: Int
  private(set) var ours: Int
  private(set) var gold: Int
  /// Pairs of ours that are wrong though both are names of one land ("Holland", "Netherlands").
  private(set) var sameLand = 0

  init(_ judged: [ResolutionJudged]) {
    var score = ClusterScore()
    score.add(judged.map { ($0.ours, $0.gold) })
    func pairs<Key: Hashable>(_ key: (ResolutionJudged) -> Key) -> Int {
      Dictionary(grouping: judged, by: key).values.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    }
    cubed = score.cubed
    right = pairs { [$0.ours, $0.gold] } - pairs { [$0.ours, $0.gold, $0.article] }
    ours = pairs { $0.ours } - pairs { [$0.ours, $0.article] }
    gold = pairs { $0.gold } - pairs { [$0.gold, $0.article] }
    for (_, one) in Dictionary(
      grouping: judged.filter { $0.land >= 0 }, by: { [$0.ours, Int($0.land)] })
    {
      for (index, a) in one.enumerated() {
        sameLand += one[..<index].count { $0.gold != a.gold && $0.article != a.article }
      }
    }
  }

  /// Precision of pairs where one land is one entity.
  var landPrecision: Double { Double(right + sameLand) / Double(max(1, ours)) }

  var pairs: ClusterScore.Figures {
    ClusterScore.Figures(
      precision: Double(right) / Double(max(1, ours)), recall: Double(right) / Double(max(1, gold)))
  }
}
