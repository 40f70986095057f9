internal import Extraction

/// Names that bodies and places go by in one article and not in the other, where only one of the
/// corpus can be meant.
extension EntityResolver {
  // MARK: States

  /// `US Navy`, `U.S. Navy` and `United States Navy`; of bodies that a state has one of,
  /// `American Navy` and `Navy of the United States` too, and `Navy` in articles of that state.
  mutating func joinStateBodies() {
    var names = Interner()
    var rows: [(block: Int32, group: Int32)] = []
    for (index, group) in groups.enumerated() where group.typeClass == .other {
      let index = Int32(truncatingIfNeeded: index)
      let words = wordRanges(group.key)
      // "Commission" alone may be any.
      let isTelling = words.count > 1 || words.allSatisfy { isWord($0, in: Self.onlyBodies) }
      let own = stateOfBody[index].flatMap {
        isTelling ? Array("\($0) ".utf8) + headLast(words) : nil
      }
      guard let base = stateBase(group.key) ?? own else { continue }
      rows.append((names.intern(base.span), index))
    }
    rows.sort { ($0.block, $0.group) < ($1.block, $1.group) }
    for block in rows.blocks(by: { $0.block == $1.block }) {
      let first = block[block.startIndex].group
      for row in block.dropFirst() {
        // "Senate" without a state is a row of its own.
        if isOfNoState(groups[Int(row.group)].known) || isOfNoState(groups[Int(first)].known) {
          uniteUnlessApart(row.group, into: first, .variant)
        } else {
          join(row.group, into: first, .variant)
        }
      }
    }
  }

  /// The name with the state it begins with put as its country code; `nil` where it begins with none.
  private func stateBase(_ key: Int32) -> [UInt8]? {
    var words = wordRanges(key)
    if words.count > 1 && isWord(words[0], in: ["the"]) { words.removeFirst() }
    guard words.count > 1 else { return nil }
    if let base = stateBehind(words) { return base }
    let hasBody = words.dropFirst().contains { isWord($0, in: Self.stateBodies) }
    let bytes = keys.bytes
    var hash = PhraseHash()
    var base: [UInt8]?
    for (place, word) in words.dropLast().prefix(4).enumerated() {
      hash.append(token: bytes.span.extracting(word))
      let entry = gazetteer.entry(hash.value)
      let found =
        gazetteer.first(entry, .name, .abbreviation)
        ?? (hasBody ? gazetteer.first(entry, .demonym) : nil)
      guard let found, let row = gazetteer.row(of: found.entity), row.subtype == .country,
        row.country != 0
      else { continue }
      base = Array("\(row.country) ".utf8) + headLast(Array(words[(place + 1)...]))
    }
    return base
  }

  /// `Senate of (the) Norland`.
  private func stateBehind(_ words: [Range<Int>]) -> [UInt8]? {
    guard let of = words.lastIndex(where: { isWord($0, in: ["of"]) }), of > 0,
      of + 1 < words.count, isWord(words[of - 1], in: Self.stateBodies)
    else { return nil }
    let name = isWord(words[of + 1], in: ["the"]) ? of + 2 : of + 1
    guard name < words.count, let end = words.last?.upperBound else { return nil }
    let entry = gazetteer.entry(
      of: String(decoding: keys.bytes[words[name].lowerBound..<end], as: UTF8.self))
    guard let found = gazetteer.first(entry, .name, .abbreviation),
      let row = gazetteer.row(of: found.entity), row.subtype == .country, row.country != 0
    else { return nil }
    return Array("\(row.country) ".utf8) + headLast(Array(words[..<of]))
  }

  /// `Department of Health` as `health department`.
  private func headLast(_ words: [Range<Int>]) -> [UInt8] {
    guard let first = words.first, let end = words.last?.upperBound else { return [] }
    let bytes = keys.bytes
    guard words.count > 2, isWord(first, in: ["department", "ministry"]),
      isWord(words[1], in: ["of"])
    else { return Array(bytes[first.lowerBound..<end]) }
    let name = words.count > 3 && isWord(words[2], in: ["the"]) ? 3 : 2
    return bytes[words[name].lowerBound..<end] + [0x20] + bytes[first]
  }

  /// Bodies that a state has one of, in one word.
  private static let onlyBodies: Set<String> = [
    "army", "navy", "military", "government", "congress", "senate", "parliament", "cabinet",
    "treasury",
  ]

  /// A word of the name of each body that a state has one of.
  private static let stateBodies: Set<String> = [
    "army", "navy", "force", "forces", "guard", "corps", "marines", "military", "government",
    "congress", "senate", "parliament", "court", "ministry", "department", "embassy",
    "representatives", "cabinet", "treasury", "constitution", "party",
  ]

  // MARK: Parties

  /// `Greens` and the only `Green Party`: members whom the gazetteer knows, by their adjective; of
  /// several parties the one that four times as many articles name as any other.
  mutating func joinParties() {
    var parties: [Int32: [Int32]] = [:]
    for (index, group) in groups.enumerated() where group.typeClass == .other {
      parties[group.key, default: []].append(Int32(truncatingIfNeeded: index))
    }
    for (index, group) in groups.enumerated() where group.known >= 0 && group.typeClass == .other {
      let adjective = gazetteer.adjective(of: KnownEntity(ordinal: group.known))
      guard !adjective.isEmpty,
        let key = keys.find(Array((NameKey.fold(adjective) + " party").utf8).span)
      else { continue }
      let found = (parties[key] ?? []).sorted {
        (-groups[Int($0)].nodeCount, $0) < (-groups[Int($1)].nodeCount, $1)
      }
      guard let first = found.first,
        found.dropFirst().allSatisfy({
          groups[Int($0)].nodeCount * 4 <= groups[Int(first)].nodeCount
        })
      else { continue }
      uniteUnlessApart(first, into: Int32(truncatingIfNeeded: index), .variant)
    }
  }

  // MARK: Heads

  /// `Acme` and the only `Acme University` or `Acme Motors`; `Foo` and the only `Foo Province`. What
  /// the gazetteer knows is no university besides.
  mutating func joinHeads() {
    var fuller = Bearers()
    for (index, group) in groups.enumerated() where group.typeClass != .person {
      let words = wordRanges(group.key)
      let kinds: [Head] = group.typeClass == .place ? [.region] : [.trade, .learning]
      guard words.count > 1, let last = words.last,
        let kind = kinds.first(where: { isWord(last, in: Self.heads[$0] ?? []) })
      else { continue }
      let base = words[0].lowerBound..<words[words.count - 2].upperBound
      fuller.note([kind.rawValue] + keys.bytes[base], root(Int32(truncatingIfNeeded: index)))
    }
    for (index, group) in groups.enumerated() where group.typeClass != .person {
      let isPlace = group.typeClass == .place
      let kinds: [Head] =
        isPlace ? [.region] : group.known < 0 ? [.trade, .learning] : [.trade]
      let found = kinds.flatMap {
        fuller.of([$0.rawValue] + keys.bytes[keys.range(group.key)]) ?? []
      }
      guard isPlace || isProper(group.key), case let roots = Set(found.map(root)),
        roots.count == 1, let only = roots.first,
        isPlace || isOrganization(Int32(truncatingIfNeeded: index))
      else { continue }
      join(Int32(truncatingIfNeeded: index), into: only, .variant)
    }
  }

  /// Whether most articles take it for an organisation.
  private func isOrganization(_ group: Int32) -> Bool {
    let row = groups[Int(group)]
    return row.votes[Int(EntityType.organization.rawValue)] * 2 > row.nodeCount
  }

  /// Whether it is nothing else: no common word, no land, no city, and ends in none.
  private func isProper(_ key: Int32) -> Bool {
    let bytes = keys.bytes
    let whole = gazetteer.classes(of: bytes.span.extracting(keys.range(key)))
    let last = wordRanges(key).last ?? keys.range(key)
    return !whole.meets([.lowerCase, .place, .demonym, .people])
      && !gazetteer.classes(of: bytes.span.extracting(last)).meets(.lowerCase)
  }

  private enum Head: UInt8 { case trade, learning, region }

  private static let heads: [Head: Set<String>] = [
    .trade: [
      "motor", "motors", "group", "airlines", "airways", "bank", "holdings", "industries",
      "technologies", "computer", "electric", "pharmaceuticals", "entertainment", "media",
      "records", "studios", "pictures", "energy", "foods", "stores", "systems", "software",
    ],
    .learning: [
      "university", "college", "institute", "laboratories", "museum", "airport", "party",
    ],
    .region: ["province", "oblast", "prefecture", "governorate", "voivodeship", "region"],
  ]

  // MARK: Initials

  /// `MGM` and the only name of those initials, where one article's companions are the other's too;
  /// four letters and more need none.
  mutating func joinInitials() {
    var expansions = Bearers()
    for (index, group) in groups.enumerated() where group.typeClass != .person {
      let initials = wordRanges(group.key).filter { !isWord($0, in: Self.smallWords) }.flatMap {
        keys.bytes[$0].split(separator: UInt8(ascii: "-")).compactMap(\.first)
      }
      guard (3...8).contains(initials.count) else { continue }
      expansions.note(initials, root(Int32(truncatingIfNeeded: index)))
    }
    var open: [(group: Int32, root: Int32)] = []
    for (index, group) in groups.enumerated() where group.typeClass == .other {
      let key = keys.range(group.key)
      guard (3...8).contains(key.count), isShouted(group.form),
        let found = expansions.of(Array(keys.bytes[key])),
        case let roots = Set(found.map(root)), roots.count == 1, let only = roots.first
      else { continue }
      let group = Int32(truncatingIfNeeded: index)
      if key.count > 3 {
        join(group, into: only, .abbreviation)
      } else if root(group) != only {
        open.append((group, only))
      }
    }
    joinWhereShared(open)
  }

  private mutating func joinWhereShared(_ open: [(group: Int32, root: Int32)]) {
    guard !open.isEmpty else { return }
    let companions = Companions(self)
    var sets: [Int32: Set<Int32>] = [:]
    for (group, other) in open {
      sets[group] = []
      sets[other] = []
    }
    for (node, group) in groupOfNode.enumerated() {
      for key in Set([group, root(group)]) where sets[key] != nil {
        sets[key]?.formUnion(companions.of(node: Int32(truncatingIfNeeded: node)))
      }
    }
    for (group, other) in open {
      let shared = companions.shared(sets[group] ?? [], sets[other] ?? [])
      guard shared.weight >= weights.surname else { continue }
      join(
        group, into: other, .abbreviation,
        companions: companions.ranked(shared.roots).prefix(3).map { groups[Int($0)].form })
    }
  }

  func isShouted(_ form: Int32) -> Bool {
    staging.forms.bytes[staging.forms.range(form)].allSatisfy {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: ".")
    }
  }

  private static let smallWords: Set<String> = [
    "of", "the", "and", "for", "in", "on", "to", "de", "&",
  ]
}
