internal import Extraction

/// Who a surname alone means in articles that never give the full name.
///
/// Where one person of the corpus has it, that person, unless the articles speak of fields that
/// exclude each other. Where several have it, each article is asked for itself: the person whose
/// titles and companions it shares, if that is much more than any other's; else nobody, and the
/// article's bearer of the name stays alone.
///
/// - Complexity: linear in nodes; a surname that more than `bearerLimit` people have goes to none.
extension EntityResolver {
  static let bearerLimit = 32

  mutating func joinSurnames() {
    let bearers = bearersOfSurnames()
    var contested: [(group: Int32, bearers: [Int32])] = []
    for index in groups.indices where groups[index].typeClass == .person {
      let group = Int32(truncatingIfNeeded: index)
      let own = root(group)
      let others = (bearers.of(light(keys.range(groups[index].key))) ?? []).filter { $0 != own }
      if others.count == 1, let only = others.first {
        join(group, into: only, .surname)
      } else if (2...Self.bearerLimit).contains(others.count), own == group {
        contested.append((group, others))
      }
    }
    if !contested.isEmpty { joinByContext(contested) }
  }

  // MARK: Bearers

  /// Who has each name.
  struct Bearers {
    var names = Interner()
    /// Roots, in order; one more than `bearerLimit` at most.
    var roots: [Int32: [Int32]] = [:]

    mutating func note(_ name: [UInt8], _ root: Int32) {
      let name = names.intern(name.span)
      let known = roots[name] ?? []
      if known.count <= EntityResolver.bearerLimit, !known.contains(root) {
        roots[name, default: []].append(root)
      }
    }

    func of(_ name: [UInt8]) -> [Int32]? { names.find(name.span).flatMap { roots[$0] } }
  }

  /// By the ends of full names, and what articles call people by.
  private func bearersOfSurnames() -> Bearers {
    var bearers = Bearers()
    func noteEnds(of key: Int32, _ group: Int32) {
      let words = wordRanges(key)
      guard words.count > 1, let end = words.last?.upperBound else { return }
      for word in words.dropFirst().suffix(3) {
        bearers.note(light(word.lowerBound..<end), root(group))
      }
    }
    for (index, group) in groups.enumerated() where group.typeClass == .person {
      noteEnds(of: group.key, Int32(truncatingIfNeeded: index))
    }
    for alias in foreignAliases() where groups[Int(alias.group)].typeClass == .person {
      if alias.kind == .name { noteEnds(of: alias.key, alias.group) }
      if alias.kind == .surname { bearers.note(light(keys.range(alias.key)), root(alias.group)) }
    }
    return bearers
  }

  // MARK: Context

  /// What the articles say of a person beside the name.
  private struct Context {
    var companions: Set<Int32> = []
    var titles: Set<Int32> = []
  }

  private mutating func joinByContext(_ contested: [(group: Int32, bearers: [Int32])]) {
    let companions = Companions(self)
    let titles = titlesOfNodes()
    let wanted = Set(contested.flatMap(\.bearers))
    let asked = Set(contested.map(\.group))
    var contexts: [Int32: Context] = [:]
    var nodes: [Int32: [Int32]] = [:]
    for (index, group) in groupOfNode.enumerated() {
      let node = Int32(truncatingIfNeeded: index)
      let root = root(group)
      if asked.contains(group) { nodes[group, default: []].append(node) }
      guard wanted.contains(root) else { continue }
      contexts[root, default: Context()].companions.formUnion(companions.of(node: node))
      contexts[root, default: Context()].titles.formUnion(titles[node] ?? [])
    }
    for (group, bearers) in contested {
      // The last node keeps the group itself.
      for node in (nodes[group] ?? []).dropLast() { _ = addGroup(like: group, of: [node]) }
      for node in nodes[group] ?? [] {
        let own = Context(
          companions: Set(companions.of(node: node)), titles: Set(titles[node] ?? []))
        guard let best = best(of: bearers, contexts, own, node, companions) else { continue }
        join(
          groupOfNode[Int(node)], into: best.root, .surname,
          companions: best.companions.prefix(3).map { groups[Int($0)].form })
      }
    }
  }

  private func best(
    of bearers: [Int32], _ contexts: [Int32: Context], _ own: Context, _ node: Int32,
    _ companions: Companions
  ) -> (root: Int32, companions: [Int32])? {
    let fields = FieldTotals(staging.nodes[Int(node)].fields)
    var scored: [(root: Int32, score: Float, companions: [Int32])] = []
    for bearer in bearers {
      let context = contexts[bearer] ?? Context()
      let shared = companions.shared(context.companions, own.companions)
      let titles = Float(own.titles.intersection(context.titles).count)
      let other = groups[Int(root(bearer))].fields
      guard !areApart(fields, other) else { continue }
      let field = Self.clearField(fields)
      let isSame = field != nil && field == Self.clearField(other)
      scored.append(
        (
          bearer, shared.weight + weights.title * titles + (isSame ? weights.field : 0),
          companions.ranked(shared.roots)
        ))
    }
    scored.sort { ($1.score, $0.root) < ($0.score, $1.root) }
    guard let first = scored.first, first.score >= weights.surname else { return nil }
    let next = scored.count > 1 ? scored[1].score : 0
    return first.score >= weights.surnameMargin * next ? (first.root, first.companions) : nil
  }

  private func titlesOfNodes() -> [Int32: [Int32]] {
    var titles: [Int32: [Int32]] = [:]
    for title in staging.titles {
      titles[title.node, default: []].append(keyOfForm[Int(title.form)])
    }
    return titles
  }
}
