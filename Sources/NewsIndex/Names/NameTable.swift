internal import Extraction
internal import Formats

/// Every name that finds an entity, by key; the ways to near misses; the starts of its words.
struct NameTable: Sendable {
  /// A key's bytes in `keys`.
  struct Key: Sendable {
    var start: Int
    var count: Int32
    /// First entry; they end where the next key's begin.
    var entriesStart: Int32

    var indices: Range<Int> { start..<start + Int(count) }
  }

  /// One entity under one key.
  struct Entry: Sendable {
    var entity: Int32
    /// Row of `aliases`; -1 is the entity's own name, -2 and below the last word, last two words of
    /// it, and so on.
    var alias: Int32
    var via: NameLookup.Via
  }

  /// A place in a key where a word of an entity's name begins.
  struct WordStart: Sendable {
    var key: Int32
    var offset: Int32
    var entity: Int32
  }

  private(set) var heap: [UInt8] = []
  /// In byte order.
  private(set) var keys: [Key] = []
  /// By key, then via, then entity.
  private(set) var entries: [Entry] = []
  /// By the key's bytes from the offset on, then entity.
  private(set) var wordStarts: [WordStart] = []
  private(set) var prefixes = PrefixTable()
  private(set) var near = NearNames()

  init() {}

  /// - Complexity: O(n log n) in aliases.
  init(_ tables: Tables) {
    var names = Interner()
    var rows: [(key: Int32, entry: Entry)] = []
    for entity in tables.entities.indices {
      Self.appendNames(tables, entity, &names, &rows)
    }
    let order = sortedIndices(
      names.bytes, (0..<names.count).map { names.range(Int32(truncatingIfNeeded: $0)) })
    var rank = [Int32](repeating: 0, count: order.count)
    for (position, name) in order.enumerated() {
      rank[Int(name)] = Int32(truncatingIfNeeded: position)
    }
    for row in rows.indices { rows[row].key = rank[Int(rows[row].key)] }
    rows.sort { a, b in
      (a.key, a.entry.via.rawValue, a.entry.entity, -a.entry.alias)
        < (b.key, b.entry.via.rawValue, b.entry.entity, -b.entry.alias)
    }
    var row = 0
    for (position, name) in order.enumerated() {
      let bytes = names.bytes[names.range(name)]
      keys.append(
        Key(
          start: heap.count, count: Int32(truncatingIfNeeded: bytes.count),
          entriesStart: Int32(truncatingIfNeeded: entries.count)))
      heap.append(contentsOf: bytes)
      while row < rows.count && Int(rows[row].key) == position {
        entries.append(rows[row].entry)
        row += 1
      }
    }
    addWordStarts()
    prefixes = PrefixTable(wordStarts, heap, keys, tables)
    near = NearNames(heap, keys)
  }

  // MARK: Names of an entity

  private static func appendNames(
    _ tables: Tables, _ entity: Int, _ names: inout Interner,
    _ rows: inout [(key: Int32, entry: Entry)]
  ) {
    let row = tables.entities[entity]
    var seen: [Int32: NameLookup.Via] = [:]
    func add(_ key: Span<UInt8>, _ alias: Int32, _ via: NameLookup.Via) {
      guard !key.isEmpty else { return }
      let name = names.intern(key)
      // Of several ways to one name the earliest level counts.
      if let other = seen[name], other.rawValue <= via.rawValue { return }
      seen[name] = via
      rows.append(
        (name, Entry(entity: Int32(truncatingIfNeeded: entity), alias: alias, via: via)))
    }
    var key: [UInt8] = []
    let strings = tables.strings
    NameKey.append(strings.span.extracting(row.name.indices), to: &key)
    add(key.span, -1, .name)
    let end =
      entity + 1 < tables.entities.count
      ? Int(tables.entities[entity + 1].aliasesStart) : tables.aliases.count
    for alias in Int(row.aliasesStart)..<end {
      guard let via = via(tables.aliases[alias].kind) else { continue }
      var key: [UInt8] = []
      NameKey.append(strings.span.extracting(tables.aliases[alias].text.indices), to: &key)
      add(key.span, Int32(truncatingIfNeeded: alias), via)
    }
    guard row.type == .person else { return }
    var starts = key.indices.filter { key[$0] == 0x20 }
    if starts.count > 1, isGeneration(key[(starts[starts.count - 1] + 1)...]) {
      key.removeLast(key.count - starts[starts.count - 1])
      starts.removeLast()
    }
    for (count, start) in starts.reversed().prefix(3).enumerated() {
      add(key.span.extracting((start + 1)..<key.count), -2 - Int32(count), .surname)
    }
  }

  private static func via(_ kind: MentionKind) -> NameLookup.Via? {
    switch kind {
    case .name: .alias
    case .variant: .variant
    case .surname: .surname
    case .abbreviation: .abbreviation
    case .demonym: .demonym
    case .metonym: .metonym
    case .epithet, .description, .pronoun: nil
    }
  }

  private static func isGeneration(_ word: ArraySlice<UInt8>) -> Bool {
    ["jr", "sr", "ii", "iii", "iv"].contains(String(decoding: word, as: UTF8.self))
  }

  // MARK: Finding

  func entries(of key: Int) -> ArraySlice<Entry> {
    let end = key + 1 < keys.count ? Int(keys[key + 1].entriesStart) : entries.count
    return entries[Int(keys[key].entriesStart)..<end]
  }

  /// - Complexity: O(log n).
  func find(_ key: [UInt8]) -> Int? {
    let index = keys.partitioningIndex { row in
      compare(heap.span.extracting(row.indices), key.span) >= 0
    }
    return index < keys.count && heap[keys[index].indices].elementsEqual(key) ? index : nil
  }

  /// Lists without a common row, one a type.
  /// - Complexity: O(log n) and at most `PrefixTable.lightLimit` rows.
  func entities(
    prefix: String, _ types: Set<EntityType>, _ tables: Tables
  ) -> [ArraySlice<Int32>] {
    var key: [UInt8] = []
    var text = prefix
    // A possessive is not stripped: `o's` may be the start of a word.
    text.withUTF8 { unsafe NameKey.appendWithPossessive($0.span, to: &key) }
    return prefixes.entities(range(prefix: key), types, wordStarts, tables)
  }

  /// Word starts whose bytes begin so.
  func range(prefix: [UInt8]) -> Range<Int> {
    let start = wordStarts.partitioningIndex { order($0, prefix) >= 0 }
    let end = wordStarts[start...].partitioningIndex { order($0, prefix) > 0 }
    return start..<end
  }

  /// How a word start's first bytes stand to a prefix.
  private func order(_ row: WordStart, _ prefix: [UInt8]) -> Int {
    let own = keys[Int(row.key)].indices.dropFirst(Int(row.offset)).prefix(prefix.count)
    return compare(heap.span.extracting(own), prefix.span)
  }

  private mutating func addWordStarts() {
    var starts: [WordStart] = []
    var ranges: [Range<Int>] = []
    for (index, key) in keys.enumerated() {
      // Last words stand under the full name already.
      let owners = Set(entries(of: index).filter { $0.alias >= -1 }.map(\.entity)).sorted()
      guard !owners.isEmpty else { continue }
      for offset in key.indices where isWordStart(offset, key) {
        for entity in owners {
          starts.append(
            WordStart(
              key: Int32(truncatingIfNeeded: index),
              offset: Int32(truncatingIfNeeded: offset - key.start), entity: entity))
          ranges.append(offset..<key.indices.upperBound)
        }
      }
    }
    wordStarts = sortedIndices(heap, ranges).map { starts[Int($0)] }
  }

  private func isWordStart(_ offset: Int, _ key: Key) -> Bool {
    if offset == key.start { return true }
    let before = heap[offset - 1]
    return (before == 0x20 || before == UInt8(ascii: "-")) && heap[offset] != 0x20
  }
}
