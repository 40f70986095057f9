internal import Extraction

/// Two things of one name, told apart by what the articles speak of around the name.
///
/// - People: one full name is one person unless some articles speak of one field and others of a
///   field that excludes it (`Field.excludes`).
/// - Bodies of a common name ("Labour Party", "Supreme Court"): one name is one body unless some
///   articles name one state far more than any other, and others another state.
///
/// Both sides have to be clear, and nothing telling be named with both. Articles that are clear about
/// nothing go where their companions are, else with the most.
///
/// - Complexity: linear in the nodes of contested names and their companions.
extension EntityResolver {
  /// Words of a field in all articles of one side from which on it counts.
  static let clearFieldCount = 4
  /// Weight of companions from which on two sides are one for all that.
  static let sharedWeight: Float = 3

  /// The field that most of the words speak of, if twice as many as of the next that excludes it.
  static func clearField(_ counts: FieldTotals) -> Field? {
    guard let top = Field.allCases.max(by: { counts[$0] < counts[$1] }), top != .law,
      counts[top] >= 2
    else { return nil }
    let isRivalled = Field.allCases.contains { $0.excludes(top) && counts[$0] * 2 > counts[top] }
    return isRivalled ? nil : top
  }

  /// Whether both are clear about fields that exclude each other.
  func areApart(_ a: FieldTotals, _ b: FieldTotals) -> Bool {
    guard let one = Self.clearField(a), let other = Self.clearField(b) else { return false }
    return one.excludes(other) && a[one] >= Self.clearFieldCount
      && b[other] >= Self.clearFieldCount
  }

  mutating func splitNamesakes() {
    let contested = namesOfSeveralFields() + commonNames()
    guard !contested.isEmpty else { return }
    var nodes: [Int32: [Int32]] = [:]
    for group in contested { nodes[group] = [] }
    for (node, group) in groupOfNode.enumerated() {
      nodes[group]?.append(Int32(truncatingIfNeeded: node))
    }
    let companions = Companions(self)
    let states = StatesOfArticles(staging, gazetteer)
    for group in contested {
      let isPerson = groups[Int(group)].typeClass == .person
      let aspects = (nodes[group] ?? []).map { node in
        isPerson
          ? Self.clearField(FieldTotals(staging.nodes[Int(node)].fields)).map { Int32($0.rawValue) }
          : states.state(of: node)
      }
      split(group, Array(zip(nodes[group] ?? [], aspects)), companions)
    }
  }

  /// People of whom articles speak in fields that exclude each other.
  private func namesOfSeveralFields() -> [Int32] {
    var fieldsOfGroup = [UInt8](repeating: 0, count: groups.count)
    for (node, row) in staging.nodes.enumerated() where row.type == .person {
      guard let field = Self.clearField(FieldTotals(row.fields)) else { continue }
      fieldsOfGroup[Int(groupOfNode[node])] |= 1 << field.rawValue
    }
    return groups.indices.filter { group in
      groups[group].typeClass == .person && groups[group].known < 0
        && Self.hasRivals(fieldsOfGroup[group]) && wordCount(groups[group].key) > 1
    }.map { Int32(truncatingIfNeeded: $0) }
  }

  private static func hasRivals(_ fields: UInt8) -> Bool {
    Field.allCases.contains { a in
      fields & 1 << a.rawValue != 0
        && Field.allCases.contains { $0.excludes(a) && fields & 1 << $0.rawValue != 0 }
    }
  }

  /// Bodies whose names are made of common words only: every state may have one.
  private func commonNames() -> [Int32] {
    let bytes = keys.bytes
    return groups.indices.filter { index in
      let group = groups[index]
      guard group.typeClass == .other, group.known < 0, group.nodeCount > 1 else { return false }
      let words = wordRanges(group.key)
      return words.contains { isWord($0, in: Self.commonBodies) }
        && words.allSatisfy { word in
          let classes = gazetteer.classes(of: bytes.span.extracting(word))
          return isWord(word, in: Self.commonBodies)
            || classes.meets(.lowerCase) && !classes.meets([.country, .demonym])
        }
    }.map { Int32(truncatingIfNeeded: $0) }
  }

  /// What bodies are that every state may have, under one name.
  private static let commonBodies: Set<String> = [
    "party", "court", "parliament", "senate", "congress", "assembly", "ministry", "department",
    "government", "cabinet", "army", "navy", "police", "council", "commission", "committee",
    "agency", "authority", "bank", "treasury", "representatives", "commons", "lords", "force",
    "office", "bureau", "union", "federation", "coalition", "alliance", "front", "opposition",
  ]

  // MARK: Sides

  /// The articles that speak of one thing of a contested name.
  private struct Side {
    /// A field or a state.
    var aspect: Int32
    var nodes: [Int32] = []
    var companions: Set<Int32> = []
    var totals = FieldTotals()

    mutating func add(_ other: Side) {
      nodes += other.nodes
      companions.formUnion(other.companions)
      totals.add(other.totals)
    }
  }

  private mutating func split(
    _ group: Int32, _ nodes: [(node: Int32, aspect: Int32?)], _ companions: Companions
  ) {
    var clear: [Int32: Side] = [:]
    var open: [(node: Int32, companions: Set<Int32>)] = []
    for (node, aspect) in nodes {
      let others = Set(companions.of(node: node))
      guard let aspect else {
        open.append((node, others))
        continue
      }
      clear[aspect, default: Side(aspect: aspect)].add(
        Side(
          aspect: aspect, nodes: [node], companions: others,
          totals: FieldTotals(staging.nodes[Int(node)].fields)))
    }
    let isPerson = groups[Int(group)].typeClass == .person
    var sides = merged(
      clear.values.sorted { $0.aspect < $1.aspect }, companions,
      areApart: { isPerson ? areApart($0.totals, $1.totals) : true })
    guard sides.count > 1 else { return }
    for (node, others) in open {
      let best = sides.indices.max { a, b in
        let weights = [a, b].map { companions.shared(sides[$0].companions, others).weight }
        return (weights[0], sides[a].nodes.count, b) < (weights[1], sides[b].nodes.count, a)
      }
      sides[best ?? 0].nodes.append(node)
    }
    separate(group, sides, companions)
  }

  /// Joins sides, the nearest first, until all that are left are apart; at most `bearerLimit` sides
  /// are compared.
  private func merged(
    _ sides: [Side], _ companions: Companions, areApart: (Side, Side) -> Bool
  ) -> [Side] {
    var sides = sides
    guard sides.count <= Self.bearerLimit else { return [] }
    while true {
      var best: (a: Int, b: Int, weight: Float)?
      for a in sides.indices {
        for b in sides.indices where b > a {
          let weight = companions.shared(sides[a].companions, sides[b].companions).weight
          guard weight >= Self.sharedWeight || !areApart(sides[a], sides[b]) else { continue }
          if weight > best?.weight ?? -1 { best = (a, b, weight) }
        }
      }
      guard let best else { return sides }
      let other = sides.remove(at: best.b)
      sides[best.a].add(other)
    }
  }

  /// Gives every side but the one with the first article a group of its own.
  private mutating func separate(_ group: Int32, _ sides: [Side], _ companions: Companions) {
    let sides = sides.sorted { ($0.nodes.min() ?? 0) < ($1.nodes.min() ?? 0) }
    var made = [group]
    for side in sides.dropFirst() { made.append(addGroup(like: group, of: side.nodes)) }
    for (number, side) in sides.enumerated() {
      apart.append(
        Namesake(
          group: made[number], field: Self.clearField(side.totals),
          companions: companions.ranked(side.companions).prefix(3).map { groups[Int($0)].form }))
      for other in made where other != made[number] { keepApart(made[number], other) }
    }
  }
}

/// The state that each article is about.
struct StatesOfArticles {
  private let staging: Staging
  private let gazetteer: Gazetteer
  /// Mentions of the state, and how many times those of the next, from which on it is clear.
  private static let clearCount: Int32 = 3
  private static let clearRatio: Int32 = 3

  init(_ staging: Staging, _ gazetteer: Gazetteer) {
    self.staging = staging
    self.gazetteer = gazetteer
  }

  /// The country code that most names of known places in the node's article belong to.
  func state(of node: Int32) -> Int32? {
    let article = staging.articles.partitioningIndex { $0.nodes > Int(node) } - 1
    var counts: [UInt16: Int32] = [:]
    for surface in staging.surfaces[
      staging.articles[article].surfaces..<staging.next(article).surfaces]
    {
      let known = staging.nodes[Int(surface.node)].known
      guard known >= 0, let row = gazetteer.row(of: KnownEntity(ordinal: known)), row.country != 0
      else { continue }
      counts[row.country, default: 0] += surface.count
    }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = ranked.first, first.value >= Self.clearCount,
      ranked.count == 1 || first.value >= Self.clearRatio * ranked[1].value
    else { return nil }
    return Int32(first.key)
  }
}

/// Counts of field words summed over articles.
struct FieldTotals: Sendable {
  private var counts = SIMD8<Int32>(repeating: 0)

  init() {}

  init(_ fields: FieldCounts) {
    for field in Field.allCases {
      counts[Int(field.rawValue)] = Int32(truncatingIfNeeded: fields[field])
    }
  }

  mutating func add(_ other: FieldTotals) { counts &+= other.counts }
  mutating func subtract(_ other: FieldTotals) { counts &-= other.counts }

  subscript(_ field: Field) -> Int { Int(counts[Int(field.rawValue)]) }
}
