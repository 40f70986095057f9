internal import Extraction
internal import Formats

/// The entities under each short prefix that very many names have, ready made; rarer prefixes are
/// few enough to be collected when asked for.
struct PrefixTable: Sendable {
  /// Word starts that are collected on demand.
  static let lightLimit = 256

  private struct Node: Sendable {
    var lower: Int32
    var upper: Int32
    /// First of seven lists in `lists`, one a type.
    var list: Int32
  }

  /// By lower, then upper bound of their word starts.
  private var nodes: [Node] = []
  private var starts: [Int32] = [0]
  /// Entities, ascending in each list.
  private var values: [Int32] = []

  init() {}

  /// - Complexity: O(n · d log n), with d the depth to which prefixes stay heavy.
  init(
    _ wordStarts: [NameTable.WordStart], _ heap: [UInt8], _ keys: [NameTable.Key],
    _ tables: Tables
  ) {
    var open: [(range: Range<Int>, depth: Int)] = [(0..<wordStarts.count, 0)]
    func byte(_ row: Int, _ depth: Int) -> Int {
      let key = keys[Int(wordStarts[row].key)].indices.dropFirst(Int(wordStarts[row].offset))
      return depth < key.count ? Int(heap[key.lowerBound + depth]) : -1
    }
    while let (range, start) = open.popLast() {
      guard range.count > Self.lightLimit else { continue }
      var depth = start
      // Names that share more than this prefix too share its list.
      while byte(range.lowerBound, depth) >= 0,
        byte(range.lowerBound, depth) == byte(range.upperBound - 1, depth)
      { depth += 1 }
      addNode(range, wordStarts, tables)
      var lower = range.lowerBound
      while lower < range.upperBound {
        let own = byte(lower, depth)
        let upper = (lower..<range.upperBound).partitioningIndex { byte($0, depth) > own }
        if own >= 0 { open.append((lower..<upper, depth + 1)) }
        lower = upper
      }
    }
    nodes.sort { ($0.lower, $0.upper) < ($1.lower, $1.upper) }
  }

  private mutating func addNode(
    _ range: Range<Int>, _ wordStarts: [NameTable.WordStart], _ tables: Tables
  ) {
    nodes.append(
      Node(
        lower: Int32(truncatingIfNeeded: range.lowerBound),
        upper: Int32(truncatingIfNeeded: range.upperBound),
        list: Int32(truncatingIfNeeded: starts.count - 1)))
    for list in Self.lists(range, wordStarts, tables) {
      values += list
      starts.append(Int32(truncatingIfNeeded: values.count))
    }
  }

  /// Distinct entities, ascending, one list a type.
  private static func lists(
    _ range: Range<Int>, _ wordStarts: [NameTable.WordStart], _ tables: Tables
  ) -> [[Int32]] {
    var lists = [[Int32]](repeating: [], count: EntityType.allCases.count)
    var last: Int32 = -1
    for entity in wordStarts[range].map(\.entity).sorted() where entity != last {
      lists[Int(tables.entities[Int(entity)].type.rawValue)].append(entity)
      last = entity
    }
    return lists
  }

  func entities(
    _ range: Range<Int>, _ types: Set<EntityType>, _ wordStarts: [NameTable.WordStart],
    _ tables: Tables
  ) -> [ArraySlice<Int32>] {
    let codes = types.map { Int($0.rawValue) }.sorted()
    let node = nodes.partitioningIndex {
      (Int($0.lower), Int($0.upper)) >= (range.lowerBound, range.upperBound)
    }
    if node < nodes.count, Int(nodes[node].lower) == range.lowerBound,
      Int(nodes[node].upper) == range.upperBound
    {
      return codes.map { code in
        let list = Int(nodes[node].list) + code
        return values[Int(starts[list])..<Int(starts[list + 1])]
      }
    }
    let lists = Self.lists(range, wordStarts, tables)
    return codes.map { lists[$0][...] }
  }
}
