internal import Extraction
internal import Formats

extension Snapshot {
  /// One letter off, transliterated, two letters off, beginning so: in this order, most mentions
  /// first.
  /// - Complexity: O(log n), and as many keys as `NearNames` compares for one name.
  func suggestions(_ key: [UInt8], _ types: Set<EntityType>?) -> [Suggestion] {
    guard NearNames.keyBytes.contains(key.count) else { return [] }
    let names = tables.names
    var front = SuggestionFront()
    func add(_ row: Int, _ reason: Suggestion.Reason) {
      for entry in names.entries(of: row).prefix(NameLookup.candidateLimit) {
        guard front.isWanted(reason, entry.entity),
          types?.contains(tables.entities[Int(entry.entity)].type) ?? true
        else { continue }
        front.insert(reason, entry)
      }
    }
    for near in names.near.misspelt(key, names.heap, names.keys) {
      add(near.key, near.distance == 1 ? .oneLetter : .twoLetters)
    }
    for row in swapped(key) { add(row, .oneLetter) }
    for row in names.near.transliterated(key, names.heap, names.keys) {
      add(row, .transliteration)
    }
    let lists = names.prefixes.entities(
      names.range(prefix: key), types ?? Set(EntityType.allCases), names.wordStarts, tables)
    let begun = OrdinalSet(lists: lists, bounds: 0..<Int32(entityCount))
    for entity in begun.prefix(NameLookup.suggestionLimit, from: 0)
    where front.isWanted(.prefix, entity) {
      front.insert(.prefix, NameTable.Entry(entity: entity, alias: -1, via: .name))
    }
    return front.rows.map { row in
      Suggestion(
        entity: EntityOrdinal(row.entry.entity), matched: text(of: row.entry), reason: row.reason)
    }
  }

  /// Keys that are the name with two neighbouring letters swapped; the parts of `NearNames` miss a
  /// swap across a cut.
  private func swapped(_ key: [UInt8]) -> [Int] {
    guard key.count > 3 else { return [] }
    var other = key
    return (1..<key.count).compactMap { place in
      guard key[place] != key[place - 1] else { return nil }
      other.swapAt(place, place - 1)
      defer { other.swapAt(place, place - 1) }
      return tables.names.find(other)
    }
  }

  /// As written; of a name's last words, those words.
  private func text(of entry: NameTable.Entry) -> String {
    if entry.alias >= 0 { return string(tables.aliases[Int(entry.alias)].text) }
    let name = string(tables.entities[Int(entry.entity)].name)
    guard entry.alias < -1 else { return name }
    return name.split(separator: " ").suffix(Int(-1 - entry.alias)).joined(separator: " ")
  }
}

/// The best few suggestions so far, each entity once.
private struct SuggestionFront {
  private(set) var rows: [(reason: Suggestion.Reason, entry: NameTable.Entry)] = []

  /// Whether it would come among the best.
  func isWanted(_ reason: Suggestion.Reason, _ entity: Int32) -> Bool {
    guard rows.count == NameLookup.suggestionLimit, let last = rows.last else { return true }
    return (reason.rawValue, entity) < (last.reason.rawValue, last.entry.entity)
  }

  /// Of several names of one entity the first of the best reason stays.
  mutating func insert(_ reason: Suggestion.Reason, _ entry: NameTable.Entry) {
    if let own = rows.firstIndex(where: { $0.entry.entity == entry.entity }) {
      guard reason.rawValue < rows[own].reason.rawValue else { return }
      rows.remove(at: own)
    }
    let place = rows.partitioningIndex {
      (reason.rawValue, entry.entity) < ($0.reason.rawValue, $0.entry.entity)
    }
    rows.insert((reason, entry), at: place)
    if rows.count > NameLookup.suggestionLimit { rows.removeLast() }
  }
}
