internal import Extraction

/// Full names of people written in another way, where only one person of the corpus can be meant.
extension EntityResolver {
  // MARK: Spellings

  /// Full names of persons with one skeleton: the rarer spelling joins the most common one that
  /// differs from it in spelling only.
  mutating func joinSpellings() {
    var rows: [(block: Int32, light: Int32, group: Int32)] = []
    var names = Interner()
    for (index, group) in groups.enumerated() where group.typeClass == .person {
      let words = wordRanges(group.key).count
      guard words > 1, words < 7 else { continue }
      let name = spelled(group.key)
      rows.append(
        (
          names.intern(name.skeleton.span), names.intern(name.light.span),
          Int32(truncatingIfNeeded: index)
        ))
    }
    rows.sort { ($0.block, $0.light, $0.group) < ($1.block, $1.light, $1.group) }
    for block in rows.blocks(by: { $0.block == $1.block }) where block.count > 1 {
      for same in block.blocks(by: { $0.light == $1.light }) {
        for row in same.dropFirst() { join(row.group, into: same[same.startIndex].group, .variant) }
      }
      joinTransliterations(block.map(\.group))
    }
  }

  private mutating func joinTransliterations(_ members: [Int32]) {
    var spellings: [Int32] = []
    for group in members where !spellings.contains(where: { root($0) == root(group) }) {
      spellings.append(group)
      if spellings.count > Self.pairLimit { return }
    }
    spellings.sort {
      (-groups[Int($0)].nodeCount, $0) < (-groups[Int($1)].nodeCount, $1)
    }
    let names = spellings.map { spelled(groups[Int($0)].key) }
    for index in spellings.indices.dropFirst() {
      if let anchor = names[..<index].firstIndex(where: { $0.isSpelling(of: names[index]) }) {
        join(spellings[index], into: spellings[anchor], .variant)
      }
    }
  }

  private func spelled(_ key: Int32) -> SpelledName {
    let bytes = keys.bytes
    return SpelledName(bytes.span.extracting(keys.range(key)))
  }

  // MARK: Middle names

  /// `John Smith` and the only `John … Smith`; `J. Smith` and the only person of that initial.
  mutating func joinMiddleNames() {
    var rows: [(block: Int32, group: Int32, words: Int)] = []
    var initials: [(block: Int32, group: Int32, words: Int)] = []
    var names = Interner()
    for (index, group) in groups.enumerated() where group.typeClass == .person {
      let words = wordRanges(group.key)
      guard words.count > 1, words.count < 6, let last = words.last,
        !isWord(last, in: Self.generations)
      else { continue }
      let index = Int32(truncatingIfNeeded: index)
      let surname = light(last) + [0x20]
      let first = light(words[0])
      if words[0].count > 1 {
        let name = surname + first
        rows.append((names.intern(name.span), index, words.count))
      }
      let initial = surname + first.prefix(1)
      initials.append((names.intern(initial.span), index, words[0].count))
    }
    let isBefore = {
      (a: (block: Int32, group: Int32, words: Int), b: (block: Int32, group: Int32, words: Int)) in
      (a.block, a.group) < (b.block, b.group)
    }
    for block in rows.sorted(by: isBefore).blocks(by: { $0.block == $1.block }) {
      joinMiddleInitials(block.filter { $0.words == 3 }.map(\.group))
      joinOnly(
        block.filter { $0.words == 2 }.map(\.group), block.filter { $0.words > 2 }.map(\.group))
    }
    for block in initials.sorted(by: isBefore).blocks(by: { $0.block == $1.block }) {
      joinOnly(
        block.filter { $0.words == 1 }.map(\.group), block.filter { $0.words > 1 }.map(\.group))
    }
  }

  private mutating func joinOnly(_ short: [Int32], _ full: [Int32]) {
    guard !short.isEmpty, !full.isEmpty, Set(full.map(root)).count == 1 else { return }
    for group in short { join(group, into: full[0], .middleName) }
  }

  /// `John B. Smith` and the only `John Ber… Smith`.
  private mutating func joinMiddleInitials(_ members: [Int32]) {
    func middle(_ group: Int32) -> ArraySlice<UInt8> {
      keys.bytes[wordRanges(groups[Int(group)].key)[1]]
    }
    for group in members where middle(group).count == 1 {
      joinOnly(
        [group],
        members.filter { middle($0).count > 1 && middle($0).first == middle(group).first })
    }
  }

  // MARK: Nicknames

  /// `Bob Smith` and the only `Robert Smith`.
  mutating func joinNicknames() {
    var bearers = Bearers()
    var nicknames: [(group: Int32, names: [[UInt8]])] = []
    for (index, group) in groups.enumerated() where group.typeClass == .person {
      let words = wordRanges(group.key)
      guard words.count > 1, let end = words.last?.upperBound else { continue }
      let index = Int32(truncatingIfNeeded: index)
      let rest = [0x20] + light(words[1].lowerBound..<end)
      bearers.note(Array(keys.bytes[words[0]]) + rest, root(index))
      let names = Nicknames.fullNames(of: Array(keys.bytes[words[0]]))
      if !names.isEmpty { nicknames.append((index, names.map { Array($0.utf8) + rest })) }
    }
    for (group, names) in nicknames {
      let found = Set(names.flatMap { bearers.of($0) ?? [] }.map(root))
      if found.count == 1, let only = found.first { join(group, into: only, .variant) }
    }
  }

  // MARK: Initials

  /// `JBS` and the only `John B. Smith`.
  mutating func joinInitialsOfPeople() {
    var bearers = Bearers()
    for (index, group) in groups.enumerated() where group.typeClass == .person {
      let initials = wordRanges(group.key).map { keys.bytes[$0.lowerBound] }
      if (3...4).contains(initials.count) {
        bearers.note(initials, root(Int32(truncatingIfNeeded: index)))
      }
    }
    for (index, group) in groups.enumerated() where group.typeClass == .person {
      guard isShouted(group.form),
        let found = bearers.of(Array(keys.bytes[keys.range(group.key)])),
        case let roots = Set(found.map(root)), roots.count == 1, let only = roots.first
      else { continue }
      join(Int32(truncatingIfNeeded: index), into: only, .abbreviation)
    }
  }

  private static let generations: Set<String> = ["jr", "sr", "ii", "iii", "iv"]
}
