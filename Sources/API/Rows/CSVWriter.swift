/// Rows as comma-separated values (RFC 4180): a header line, CRLF ends, quotes where needed.
///
/// A row comes as the compact JSON object that its row writer made; a column is the path of a
/// scalar in it (`entity.id`). Where arrays give several values for one path they stand in one
/// cell, joined by `;`.
package struct CSVWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private let columns: [[UInt8]]
  private var cells: [[UInt8]]

  package init(columns: [String]) {
    self.columns = columns.map { Array($0.utf8) }
    cells = Array(repeating: [], count: columns.count)
    for (index, column) in self.columns.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: column)
    }
    bytes.append(contentsOf: [0x0d, 0x0a])
  }

  /// Appends the line of one row.
  package mutating func append(_ row: some RandomAccessCollection<UInt8>) {
    for index in cells.indices { cells[index].removeAll(keepingCapacity: true) }
    var scan = LeafScan(json: Array(row))
    while let leaf = scan.next() {
      guard let column = columns.firstIndex(of: leaf.path) else { continue }
      if !cells[column].isEmpty { cells[column].append(UInt8(ascii: ";")) }
      cells[column].append(contentsOf: leaf.value)
    }
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell: cell)
    }
    bytes.append(contentsOf: [0x0d, 0x0a])
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: ","), 0x0d, 0x0a: true
    default: false
    }
  }

  private mutating func append(cell: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    guard cell.contains(where: Self.needsQuotes) else {
      bytes.append(contentsOf: cell)
      return
    }
    bytes.append(quote)
    for byte in cell {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}

/// Walks the scalars of a compact JSON text in order, each with the path of names that leads to
/// it. The text is our own writer's.
private struct LeafScan {
  let json: [UInt8]
  private var position = 0
  private var path: [UInt8] = []
  /// For each open bracket: where its member names begin in `path`, and whether it has names.
  private var open: [(pathCount: Int, isObject: Bool)] = []

  init(json: [UInt8]) { self.json = json }

  mutating func next() -> (path: [UInt8], value: [UInt8])? {
    while position < json.count {
      let byte = json[position]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open.append((path.count, byte == UInt8(ascii: "{")))
        position += 1
        if byte == UInt8(ascii: "{") { readName() }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if let closed = open.popLast() { path.removeSubrange(closed.pathCount...) }
        position += 1
      case UInt8(ascii: ","):
        position += 1
        if let last = open.last, last.isObject {
          path.removeSubrange(last.pathCount...)
          readName()
        }
      default:
        return (path, readScalar())
      }
    }
    return nil
  }

  /// Reads `"name":` after `{` or `,` and appends it to the path.
  private mutating func readName() {
    guard position < json.count, json[position] == UInt8(ascii: "\"") else { return }
    if !path.isEmpty { path.append(UInt8(ascii: ".")) }
    path.append(contentsOf: readScalar())
    position += 1
  }

  /// The text of the string, number or word here, escapes undone; `null` is the empty text.
  private mutating func readScalar() -> [UInt8] {
    guard json[position] == UInt8(ascii: "\"") else {
      let start = position
      while position < json.count, !Self.endsWord(json[position]) { position += 1 }
      let word = Array(json[start..<position])
      return word == Array("null".utf8) ? [] : word
    }
    position += 1
    var text: [UInt8] = []
    while position < json.count, json[position] != UInt8(ascii: "\"") {
      if json[position] == UInt8(ascii: "\\") {
        text.append(readEscape())
      } else {
        text.append(json[position])
        position += 1
      }
    }
    position += 1
    return text
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"): true
    default: false
    }
  }

  /// `JSONWriter` escapes ASCII only.
  private mutating func readEscape() -> UInt8 {
    position += 1
    guard position < json.count else { return 0x20 }
    let byte = json[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return 0x0a
    case UInt8(ascii: "r"): return 0x0d
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "u"):
      let digits = json[position..<min(position + 4, json.count)]
      position += digits.count
      return UInt8(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0x20
    default: return byte
    }
  }
}
