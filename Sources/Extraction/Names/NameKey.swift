internal import Formats

/// The normal form names are compared by: equal keys are one spelling of one name.
///
/// Compatibility decomposition (as NFKC would compare), full case folding, combining marks and
/// ignorable characters dropped, quotes and dashes each made one, `_` and every white space one
/// space, spaces squeezed, the dots of initials and abbreviations dropped (`U.S.` is `us`,
/// `J. R. Smith` is `j r smith`, `example.com` keeps its dot), a final possessive taken off.
/// Letters with a stroke that Unicode does not take apart are read as their base (`ø` as `o`).
/// Kana voicing, nuktas and viramas stay: without them other words would be meant.
package enum NameKey {
  package static func fold(_ text: String) -> String {
    var text = text
    var key: [UInt8] = []
    text.withUTF8 { unsafe append($0.span, to: &key) }
    return String(decoding: key, as: UTF8.self)
  }

  /// Appends the key of `utf8` to `key`; nothing is allocated beyond what `key` has reserved.
  ///
  /// Bytes that are not UTF-8 are read as U+FFFD each.
  /// - Complexity: O(n); beyond ASCII each character costs a search in the fold table.
  package static func append(_ utf8: Span<UInt8>, to key: inout [UInt8]) {
    let start = key.count
    appendFolded(utf8, to: &key)
    tidy(&key, from: start)
    stripPossessive(&key, from: start)
  }

  /// The same without taking a possessive off, for slugs: `Moody’s` is no `Moody`.
  package static func appendWithPossessive(_ utf8: Span<UInt8>, to key: inout [UInt8]) {
    let start = key.count
    appendFolded(utf8, to: &key)
    tidy(&key, from: start)
  }

  /// Character by character: fold, decompose, drop, unify. ASCII never leaves the first branch.
  private static func appendFolded(_ utf8: Span<UInt8>, to key: inout [UInt8]) {
    var i = 0
    while i < utf8.count {
      let byte = utf8[i]
      if byte < 0x80 {
        key.append(foldASCII(byte))
        i += 1
      } else {
        let (scalar, length) = decode(utf8, at: i)
        NameKeyTable.append(scalar, to: &key)
        i += length
      }
    }
  }

  @inline(__always)
  private static func foldASCII(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "_"), 0...0x20, 0x7f: 0x20
    case UInt8(ascii: "`"): UInt8(ascii: "'")
    default: byte
    }
  }

  /// The scalar at `i` and its length in bytes; U+FFFD and 1 where the bytes are no UTF-8.
  static func decode(_ utf8: Span<UInt8>, at i: Int) -> (scalar: UInt32, length: Int) {
    let lead = utf8[i]
    let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1
    if lead < 0x80 { return (UInt32(lead), 1) }
    guard length > 1, lead < 0xf5, i + length <= utf8.count else { return (0xfffd, 1) }
    var scalar = UInt32(lead) & (0x7f >> UInt32(length))
    for k in 1..<length {
      guard utf8[i + k] & 0xc0 == 0x80 else { return (0xfffd, 1) }
      scalar = scalar << 6 | UInt32(utf8[i + k] & 0x3f)
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard scalar >= least, scalar < 0x110000, !(0xd800..<0xe000).contains(scalar) else {
      return (0xfffd, 1)
    }
    return (scalar, length)
  }

  /// In place: squeezes spaces, trims them, and drops dots that only abbreviate.
  private static func tidy(_ key: inout [UInt8], from start: Int) {
    var write = start
    // Characters of the piece before the dot: since the last byte that is not a letter or digit.
    var pieceCount = 0
    for read in start..<key.count {
      let byte = key[read]
      if byte == 0x20 {
        pieceCount = 0
        if write == start || key[write - 1] == 0x20 { continue }
      } else if byte == UInt8(ascii: ".") {
        let isInner = pieceCount > 0 && read + 1 < key.count && isWord(key[read + 1])
        let isInitial = pieceCount == 1 && write > start && !isDigit(key[write - 1])
        pieceCount = 0
        if !isInner || isInitial { continue }
      } else if isWord(byte) {
        if byte & 0xc0 != 0x80 { pieceCount += 1 }
      } else {
        pieceCount = 0
      }
      key[write] = byte
      write += 1
    }
    if write > start && key[write - 1] == 0x20 { write -= 1 }
    key.removeLast(key.count - write)
  }

  private static func stripPossessive(_ key: inout [UInt8], from start: Int) {
    let apostrophe = UInt8(ascii: "'")
    let count = key.count
    if count - start > 2 && key[count - 1] == UInt8(ascii: "s") && key[count - 2] == apostrophe {
      key.removeLast(2)
    } else if count - start > 1 && key[count - 1] == apostrophe {
      key.removeLast()
    }
    if key.count > start && key[key.count - 1] == 0x20 { key.removeLast() }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension NameKeyTable {
  /// Appends what `scalar` (beyond ASCII) folds to, as UTF-8.
  static func append(_ scalar: UInt32, to key: inout [UInt8]) {
    // Hangul syllables decompose by arithmetic (The Unicode Standard §3.12).
    if (0xac00..<0xd7a4).contains(scalar) {
      let index = scalar - 0xac00
      appendUTF8(0x1100 + index / 588, to: &key)
      appendUTF8(0x1161 + index % 588 / 28, to: &key)
      if index % 28 != 0 { appendUTF8(0x11a7 + index % 28, to: &key) }
      return
    }
    guard let run = run(of: scalar) else { return appendUTF8(scalar, to: &key) }
    let shift = runs[run + 3] & 1 == 0 ? 0 : (scalar - runs[run]) / stride(run)
    let target = Int(runs[run + 2])
    let count = Int(runs[run + 3] >> 8)
    for k in 0..<count {
      appendUTF8(targets[target + k] + (k == 0 ? shift : 0), to: &key)
    }
  }

  /// Offset in `runs` of the row that maps `scalar`, if any does.
  private static func run(of scalar: UInt32) -> Int? {
    let next = (0..<runs.count / 4).partitioningIndex { runs[4 * $0] > scalar }
    guard next > 0 else { return nil }
    let row = 4 * (next - 1)
    guard scalar <= runs[row + 1], (scalar - runs[row]) % stride(row) == 0 else { return nil }
    return row
  }

  private static func stride(_ row: Int) -> UInt32 { runs[row + 3] & 2 == 0 ? 1 : 2 }

  static func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: scalar >> shift) & 0x3f | 0x80 }
    switch scalar {
    case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: scalar >> 6) | 0xc0)
      bytes.append(tail(0))
    case ..<0x10000:
      bytes.append(UInt8(truncatingIfNeeded: scalar >> 12) | 0xe0)
      bytes.append(tail(6))
      bytes.append(tail(0))
    default:
      bytes.append(UInt8(truncatingIfNeeded: scalar >> 18) & 0x07 | 0xf0)
      bytes.append(tail(12))
      bytes.append(tail(6))
      bytes.append(tail(0))
    }
  }
}
