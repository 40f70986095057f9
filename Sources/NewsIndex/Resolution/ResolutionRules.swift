internal import Extraction

/// The rules of `EntityResolver`, in the order they run; each joins groups that are one entity.
extension EntityResolver {
  // MARK: The same name

  /// One name met with and without its gazetteer row, or with another type: joined where only one
  /// gazetteer row has the name, or the other type is rare enough to be an error of reading.
  mutating func joinSameNames() {
    var ofKey = groups.indices.map { (key: groups[$0].key, group: Int32(truncatingIfNeeded: $0)) }
    ofKey.sort { ($0.key, $0.group) < ($1.key, $1.group) }
    for block in ofKey.blocks(by: { $0.key == $1.key }) where block.count > 1 {
      let members = block.map(\.group)
      for group in members where groups[Int(group)].known < 0 {
        let typeClass = groups[Int(group)].typeClass
        let known = members.filter {
          groups[Int($0)].known >= 0 && groups[Int($0)].typeClass == typeClass
        }
        if known.count == 1 { join(group, into: known[0], .sameName) }
      }
      joinRareTypes(members)
    }
  }

  private mutating func joinRareTypes(_ members: [Int32]) {
    let best = members.max {
      (groups[Int($0)].nodeCount, -$0) < (groups[Int($1)].nodeCount, -$1)
    }
    guard let best else { return }
    let isLong = wordCount(groups[Int(best)].key) > 1
    for group in members where group != best {
      let isPerson =
        groups[Int(group)].typeClass == .person || groups[Int(best)].typeClass == .person
      // A single word names a person here and a town there; several words seldom do.
      let ratio: Int32 = isLong ? 4 : isPerson ? 100 : 20
      if groups[Int(group)].nodeCount <= groups[Int(best)].nodeCount / ratio {
        join(group, into: best, .sameName)
      }
    }
  }

  // MARK: Legal forms

  /// `Acme Inc.` and `Acme`, `FC Velt` and `Velt`, `Velt-Ore` and `Velt Ore`.
  mutating func joinLegalForms() {
    var blocks: [(base: [UInt8], group: Int32)] = []
    for (index, group) in groups.enumerated() where group.typeClass != .person {
      let base = plainName(group.key)
      if base.count > 0 { blocks.append((base, Int32(truncatingIfNeeded: index))) }
    }
    var groupOfKey: [Int32: [Int32]] = [:]
    for (index, group) in groups.enumerated() where group.typeClass != .person {
      groupOfKey[group.key, default: []].append(Int32(truncatingIfNeeded: index))
    }
    for (base, group) in blocks {
      guard let key = keys.find(base.span), key != groups[Int(group)].key else { continue }
      let roots = Set((groupOfKey[key] ?? []).filter { isSameClass($0, group) }.map(root))
      if roots.count == 1, let only = roots.first { join(group, into: only, .legalForm) }
    }
  }

  private func isSameClass(_ a: Int32, _ b: Int32) -> Bool {
    groups[Int(a)].typeClass == groups[Int(b)].typeClass
  }

  /// The key without a leading article and trailing legal forms.
  func baseName(_ key: Int32) -> ArraySlice<UInt8> {
    var words = wordRanges(key)
    if words.count > 1 && isWord(words[0], in: ["the"]) { words.removeFirst() }
    while words.count > 1, let last = words.last, isWord(last, in: Self.legalForms) {
      words.removeLast()
    }
    guard let first = words.first, let last = words.last else { return [] }
    var end = last.upperBound
    if keys.bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
    return keys.bytes[first.lowerBound..<max(end, first.lowerBound)]
  }

  private static let legalForms: Set<String> = [
    "inc", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "llp", "sa",
    "ag", "gmbh", "nv", "bv", "se", "spa", "ab", "asa", "oyj", "pjsc", "ojsc", "kk", "pty",
    "fc", "afc", "cf",
  ]

  /// `baseName` without "FC" before it, with spaces for hyphens and "&" for "and".
  private func plainName(_ key: Int32) -> [UInt8] {
    var words = baseName(key).split { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    if words.count > 1, words[0].elementsEqual("fc".utf8) { words.removeFirst() }
    let plain = words.map { $0.elementsEqual("and".utf8) ? Array("&".utf8) : Array($0) }
    return Array(plain.joined(separator: [0x20]))
  }

  // MARK: Aliases seen together

  /// A name that stands alone here and beside a fuller one there (`(IAEA)` behind its expansion).
  mutating func joinAliases() {
    var groupsOfKey: [Int32: [Int32]] = [:]
    for (index, group) in groups.enumerated() {
      groupsOfKey[group.key, default: []].append(Int32(truncatingIfNeeded: index))
    }
    var rows = foreignAliases().filter { row in
      switch row.kind {
      case .abbreviation, .variant: groupsOfKey[row.key] != nil
      case .name: groupsOfKey[row.key] != nil && wordCount(row.key) > 1
      default: false
      }
    }
    rows.sort { ($0.key, $0.group) < ($1.key, $1.group) }
    for block in rows.blocks(by: { $0.key == $1.key }) {
      let owners = Set(block.map { root($0.group) })
      guard owners.count == 1, let first = block.first else { continue }
      let rule: ResolutionRule = first.kind == .abbreviation ? .abbreviation : .variant
      for group in groupsOfKey[first.key] ?? [] where isSameClass(group, first.group) {
        join(group, into: first.group, rule)
      }
    }
  }

  // MARK: Words

  func wordRanges(_ key: Int32) -> [Range<Int>] {
    let range = keys.range(key)
    var words: [Range<Int>] = []
    var start = range.lowerBound
    for i in range where keys.bytes[i] == 0x20 {
      if i > start { words.append(start..<i) }
      start = i + 1
    }
    if start < range.upperBound { words.append(start..<range.upperBound) }
    return words
  }

  /// `NameSpelling.light` of a part of the keys' heap.
  func light(_ range: Range<Int>) -> [UInt8] {
    let bytes = keys.bytes
    return NameSpelling.light(foldedKey: bytes.span.extracting(range))
  }

  func wordCount(_ key: Int32) -> Int { wordRanges(key).count }

  func isWord(_ range: Range<Int>, in words: Set<String>) -> Bool {
    range.count < 12 && words.contains(String(decoding: keys.bytes[range], as: UTF8.self))
  }
}

extension RandomAccessCollection where Index == Int {
  /// Runs of neighbours that belong together.
  func blocks(by isSame: (Element, Element) -> Bool) -> [SubSequence] {
    var blocks: [SubSequence] = []
    var start = startIndex
    while start < endIndex {
      var end = start + 1
      while end < endIndex && isSame(self[start], self[end]) { end += 1 }
      blocks.append(self[start..<end])
      start = end
    }
    return blocks
  }
}
