/// B-cubed (Bagga and Baldwin 1998) and MUC (Vilain and others 1995) over the mentions of many
/// documents; a mention that only one side has counts against the other.
struct ClusterScore {
  struct Figures {
    var precision: Double
    var recall: Double

    var f1: Double {
      precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }

    /// With precision counted twice.
    var half: Double {
      precision + recall > 0 ? 1.25 * precision * recall / (0.25 * precision + recall) : 0
    }

    var text: String {
      "P \(Numbers.text(precision * 100)) R \(Numbers.text(recall * 100))"
        + " F1 \(Numbers.text(f1 * 100))"
    }
  }

  private(set) var count = 0
  /// Sums over our mentions and over the gold ones of the share of each cluster that is right.
  private var precision = (sum: 0.0, count: 0)
  private var recall = (sum: 0.0, count: 0)
  /// Links kept and links there are, of our clusters and of the gold ones.
  private var ourLinks = (kept: 0, all: 0)
  private var goldLinks = (kept: 0, all: 0)

  var cubed: Figures {
    Figures(
      precision: precision.sum / Double(max(1, precision.count)),
      recall: recall.sum / Double(max(1, recall.count)))
  }

  var links: Figures {
    Figures(
      precision: Double(ourLinks.kept) / Double(max(1, ourLinks.all)),
      recall: Double(goldLinks.kept) / Double(max(1, goldLinks.all)))
  }

  /// The mentions of one document: our entity and the gold one, `nil` where that side has none.
  mutating func add(_ mentions: [(ours: Int?, gold: Int?)]) {
    count += mentions.count
    var ours: [Int: [Int?]] = [:]
    var gold: [Int: [Int?]] = [:]
    for mention in mentions {
      if let entity = mention.ours { ours[entity, default: []].append(mention.gold) }
      if let entity = mention.gold { gold[entity, default: []].append(mention.ours) }
    }
    for cluster in ours.values { Self.count(cluster, &precision, &ourLinks) }
    for cluster in gold.values { Self.count(cluster, &recall, &goldLinks) }
  }

  mutating func add(_ mentions: [(Int, Int)]) {
    add(mentions.map { (ours: Optional($0.0), gold: Optional($0.1)) })
  }

  /// One cluster, by what each of its mentions is on the other side.
  private static func count(
    _ cluster: [Int?], _ share: inout (sum: Double, count: Int),
    _ links: inout (kept: Int, all: Int)
  ) {
    var sizes: [Int: Int] = [:]
    for other in cluster { if let other { sizes[other, default: 0] += 1 } }
    let alone = cluster.count { $0 == nil }
    for size in sizes.values { share.sum += Double(size * size) / Double(cluster.count) }
    share.count += cluster.count
    links.all += cluster.count - 1
    links.kept += cluster.count - sizes.count - alone
  }
}
