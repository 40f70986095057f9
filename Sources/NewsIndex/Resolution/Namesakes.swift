internal import Extraction

/// Two things of one name, told apart by what the articles speak of around the name.
///
/// - People: one full name is one person unless some articles speak of one field and others of a
///   field that excludes it (`Field.excludes`), or give titles of different states, or name other
///   people and bodies (`Companions.circles`), several articles of each.
/// - Bodies of a common name ("Labour Party", "Supreme Court"): one name is one body unless some
///   articles name one state more than any other, and others another state.
///
/// Both sides have to be clear, and nothing telling be named with both. Articles that are clear about
/// nothing go where their companions are, else with the most; a body, only where no other side is
/// nearly as large.
///
/// - Complexity: linear in the nodes of contested names and their companions.
extension EntityResolver {
  /// The field that most of the words speak of, if twice as many as of the next that excludes it.
  static func clearField(_ counts: FieldTotals) -> Field? {
    guard let top = Field.allCases.max(by: { counts[$0] < counts[$1] }), top != .law,
      counts[top] >= 2
    else { return nil }
    let isRivalled = Field.allCases.contains { $0.excludes(top) && counts[$0] * 2 > counts[top] }
    return isRivalled ? nil : top
  }

  private static let circleArticles: ClosedRange<Int32> = 4...64

  /// Whether both are clear about fields that exclude each other.
  func areApart(_ a: FieldTotals, _ b: FieldTotals) -> Bool {
    guard let one = Self.clearField(a), let other = Self.clearField(b) else { return false }
    return one.excludes(other) && a[one] >= Int(weights.fieldWords)
      && b[other] >= Int(weights.fieldWords)
  }

  /// By what the articles of one name may tell that it is several things'.
  private enum Aspect { case field, title, state, circle }

  mutating func splitNamesakes() {
    let titled = statesOfTitles()
    var contested: [Int32: Aspect] = [:]
    for group in namesOfManyArticles() { contested[group] = .circle }
    for group in commonNames() { contested[group] = .state }
    for group in namesOfSeveralStates(titled) { contested[group] = .title }
    for group in namesOfSeveralFields() { contested[group] = .field }
    guard !contested.isEmpty else { return }
    var nodes: [Int32: [Int32]] = [:]
    for (node, group) in groupOfNode.enumerated() where contested[group] != nil {
      nodes[group, default: []].append(Int32(truncatingIfNeeded: node))
    }
    let companions = Companions(self)
    let states = StatesOfArticles(self)
    for (group, aspect) in contested.sorted(by: { $0.key < $1.key }) {
      let nodes = nodes[group] ?? []
      let sides: [Int32?] =
        switch aspect {
        case .field:
          nodes.map { node in
            Self.clearField(FieldTotals(staging.nodes[Int(node)].fields)).map { Int32($0.rawValue) }
          }
        case .title: nodes.map { titled[$0] }
        case .state: nodes.map { states.state(of: $0) }
        case .circle: companions.circles(of: nodes)
        }
      split(group, Array(zip(nodes, sides)), companions, by: aspect)
    }
  }

  /// People of articles enough for two circles of two each, and of few enough that these may not
  /// have met.
  private func namesOfManyArticles() -> [Int32] {
    groups.indices.filter { index in
      let group = groups[index]
      return group.typeClass == .person && group.known < 0
        && Self.circleArticles.contains(group.nodeCount) && wordCount(group.key) > 1
    }.map { Int32(truncatingIfNeeded: $0) }
  }

  /// The country code of the state that all titles of a node are of; none where they differ.
  private func statesOfTitles() -> [Int32: Int32] {
    var states: [Int32: Int32] = [:]
    for title in staging.titles where title.of >= 0 {
      let owner = KnownEntity(ordinal: staging.nodes[Int(title.of)].known)
      guard let row = gazetteer.row(of: owner), row.subtype == .country, row.country != 0
      else { continue }
      let state = Int32(row.country)
      states[title.node] = states[title.node, default: state] == state ? state : -1
    }
    return states.filter { $0.value >= 0 }
  }

  /// People whom articles give titles of different states.
  private func namesOfSeveralStates(_ titled: [Int32: Int32]) -> Set<Int32> {
    var first: [Int32: Int32] = [:]
    var several: Set<Int32> = []
    for (node, state) in titled {
      let group = groupOfNode[Int(node)]
      let row = groups[Int(group)]
      guard row.typeClass == .person, row.known < 0, wordCount(row.key) > 1 else { continue }
      if first[group, default: state] != state { several.insert(group) }
      first[group] = state
    }
    return several
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
      guard group.typeClass == .other, group.nodeCount > 0, isOfNoState(group.known)
      else { return false }
      let words = wordRanges(group.key)
      return words.contains { isWord($0, in: Self.commonBodies) }
        && words.allSatisfy { word in
          let classes = gazetteer.classes(of: bytes.span.extracting(word))
          return isWord(word, in: Self.commonBodies)
            || classes.meets(.lowerCase) && !classes.contains(.country) && !isOfState(word)
        }
    }.map { Int32(truncatingIfNeeded: $0) }
  }

  /// The adjective of a place; "Democratic" is none.
  private func isOfState(_ word: Range<Int>) -> Bool {
    var hash = PhraseHash()
    hash.append(keys.bytes.span.extracting(word))
    let found = gazetteer.first(gazetteer.entry(hash.value), .demonym)
    return found.flatMap { gazetteer.row(of: $0.entity) }?.type == .place
  }

  /// Whether the gazetteer knows of no state that a body is of: it may be any's.
  func isOfNoState(_ known: Int32) -> Bool {
    gazetteer.row(of: KnownEntity(ordinal: known)).map { $0.country == 0 } ?? true
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
    /// Of the field, state or circle.
    var number: Int32
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
    _ group: Int32, _ nodes: [(node: Int32, side: Int32?)], _ companions: Companions,
    by aspect: Aspect
  ) {
    var clear: [Int32: Side] = [:]
    var open: [(node: Int32, companions: Set<Int32>)] = []
    guard Set(nodes.compactMap(\.side)).count > 1 || aspect == .state else { return }
    for (node, side) in nodes {
      let others = Set(companions.of(node: node))
      guard let side else {
        open.append((node, others))
        continue
      }
      clear[side, default: Side(number: side)].add(
        Side(
          number: side, nodes: [node], companions: others,
          totals: FieldTotals(staging.nodes[Int(node)].fields)))
    }
    let isPerson = groups[Int(group)].typeClass == .person
    var sides = merged(
      clear.values.sorted { $0.number < $1.number }, companions,
      areApart: { aspect == .field ? areApart($0.totals, $1.totals) : true })
    guard sides.count > 1 else {
      if !isPerson, let only = sides.first, open.count <= only.nodes.count {
        stateOfBody[group] = only.number
      }
      return
    }
    var homeless: [Int32] = []
    for (node, others) in open {
      let weights = sides.map { companions.shared($0.companions, others).weight }
      let best = sides.indices.max { a, b in
        (weights[a], sides[a].nodes.count, b) < (weights[b], sides[b].nodes.count, a)
      }
      guard let best, isPerson || weights[best] > 0 || prevails(sides[best], among: sides) else {
        homeless.append(node)
        continue
      }
      sides[best].nodes.append(node)
    }
    if !homeless.isEmpty { sides.append(Side(number: -1, nodes: homeless)) }
    separate(group, sides, companions)
  }

  private func prevails(_ side: Side, among sides: [Side]) -> Bool {
    sides.allSatisfy { $0.number == side.number || $0.nodes.count * 4 <= side.nodes.count }
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
          guard weight >= weights.sameAfterAll || !areApart(sides[a], sides[b]) else { continue }
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
      if groups[Int(group)].typeClass == .other, side.number >= 0 {
        stateOfBody[made[number]] = side.number
      }
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
