internal import Extraction

/// Two people of one name, told apart by what the articles speak of around the name.
///
/// One full name is one person unless some articles speak of one field and others of a field that
/// excludes it (`Field.excludes`), nothing telling is named with both, and both sides are clear.
/// Articles that are clear about no field go where their companions are, else with the most.
///
/// - Complexity: linear in the nodes of contested names and their companions.
extension EntityResolver {
  /// Words of a field in all articles of one side from which on it counts.
  static let clearFieldCount = 4
  /// Weight of companions from which on two sides are one person for all their fields.
  static let sharedWeight: Float = 3

  /// The field that most of the words speak of, if twice as many as of the next that excludes it.
  static func clearField(_ counts: FieldTotals) -> Field? {
    guard let top = Field.allCases.max(by: { counts[$0] < counts[$1] }), top != .law,
      counts[top] >= 2
    else { return nil }
    let isRivalled = Field.allCases.contains { $0.excludes(top) && counts[$0] * 2 > counts[top] }
    return isRivalled ? nil : top
  }

  mutating func splitNamesakes() {
    var fieldsOfGroup = [UInt8](repeating: 0, count: groups.count)
    for (node, row) in staging.nodes.enumerated() where row.type == .person {
      guard let field = Self.clearField(FieldTotals(row.fields)) else { continue }
      fieldsOfGroup[Int(groupOfNode[node])] |= 1 << field.rawValue
    }
    let contested = groups.indices.filter { group in
      groups[group].typeClass == .person && groups[group].known < 0
        && Self.hasRivals(fieldsOfGroup[group])
        && wordCount(groups[group].key) > 1
    }
    guard !contested.isEmpty else { return }
    var nodes: [Int32: [Int32]] = [:]
    for group in contested { nodes[Int32(truncatingIfNeeded: group)] = [] }
    for (node, group) in groupOfNode.enumerated() {
      nodes[group]?.append(Int32(truncatingIfNeeded: node))
    }
    let companions = Companions(self)
    for group in contested {
      let group = Int32(truncatingIfNeeded: group)
      split(group, nodes[group] ?? [], companions)
    }
  }

  private static func hasRivals(_ fields: UInt8) -> Bool {
    Field.allCases.contains { a in
      fields & 1 << a.rawValue != 0
        && Field.allCases.contains { $0.excludes(a) && fields & 1 << $0.rawValue != 0 }
    }
  }

  /// The articles that speak of one person of a contested name.
  private struct Side {
    var field: Field?
    var nodes: [Int32] = []
    var companions: Set<Int32> = []
    var totals = FieldTotals()
  }

  private mutating func split(_ group: Int32, _ nodes: [Int32], _ companions: Companions) {
    var sides = Field.allCases.map { Side(field: $0) }
    var open: [(node: Int32, companions: Set<Int32>)] = []
    for node in nodes {
      let totals = FieldTotals(staging.nodes[Int(node)].fields)
      let others = Set(companions.of(node: node))
      guard let field = Self.clearField(totals) else {
        open.append((node, others))
        continue
      }
      let side = Int(field.rawValue)
      sides[side].nodes.append(node)
      sides[side].companions.formUnion(others)
      sides[side].totals.add(totals)
    }
    sides = merged(sides.filter { !$0.nodes.isEmpty }, companions)
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

  /// Joins sides, the nearest first, until all that are left exclude each other.
  private func merged(_ sides: [Side], _ companions: Companions) -> [Side] {
    var sides = sides
    while true {
      var best: (a: Int, b: Int, weight: Float)?
      for a in sides.indices {
        for b in sides.indices where b > a {
          let weight = companions.shared(sides[a].companions, sides[b].companions).weight
          let isApart = areApart(sides[a].totals, sides[b].totals)
          guard !isApart || weight >= Self.sharedWeight else { continue }
          if weight > best?.weight ?? -1 { best = (a, b, weight) }
        }
      }
      guard let best else { return sides }
      let other = sides.remove(at: best.b)
      sides[best.a].nodes += other.nodes
      sides[best.a].companions.formUnion(other.companions)
      sides[best.a].totals.add(other.totals)
    }
  }

  /// Whether both are clear about fields that exclude each other.
  func areApart(_ a: FieldTotals, _ b: FieldTotals) -> Bool {
    guard let one = Self.clearField(a), let other = Self.clearField(b) else { return false }
    return one.excludes(other) && a[one] >= Self.clearFieldCount
      && b[other] >= Self.clearFieldCount
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
