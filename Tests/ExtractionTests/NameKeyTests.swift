import Formats
import Foundation
import Testing

@testable import Extraction

@Test(arguments: [
  ("Jane Doe", "jane doe"), ("JANE DOE", "jane doe"), ("jane_doe", "jane doe"),
  ("  Jane \t Doe ", "jane doe"), ("Jane Doe’s", "jane doe"), ("Jane Doe's", "jane doe"),
  ("Reuters’", "reuters"), ("Moody's’", "moody's"), ("U.S.", "us"), ("U.S.A", "usa"),
  ("U. S.", "u s"), ("J. R. Smith Jr.", "j r smith jr"), ("J.R. Smith", "jr smith"),
  ("example.com", "example.com"), ("3.5", "3.5"), ("Acme Inc.", "acme inc"),
  ("Müller", "muller"), ("MU\u{308}LLER", "muller"), ("Łódź", "lodz"), ("Straße", "strasse"),
  ("Jean‑Luc", "jean-luc"), ("Jean–Luc", "jean-luc"), ("O‘Hara", "o'hara"), ("Ｊａｎｅ", "jane"),
  ("ﬁnn", "finn"), ("Σίσυφος", "σισυφοσ"), ("Чайковский", "чаиковскии"), ("В.В. Ким", "вв ким"),
  ("Istanbul", "istanbul"), ("İSTANBUL", "istanbul"), ("Isı", "isi"), ("Bjørn", "bjorn"),
  ("a\u{200d}b\u{ad}c", "abc"), ("", ""), ("’s", "'s"), ("...", ""), ("\u{301}", ""),
])
func `a name has its key`(name: String, key: String) {
  #expect(NameKey.fold(name) == key)
}

@Test func `voicing marks and composed Hangul stay what they are`() {
  #expect(NameKey.fold("か") != NameKey.fold("が"))
  #expect(NameKey.fold("が") == NameKey.fold("か\u{3099}"))
  #expect(NameKey.fold("한국") == NameKey.fold("\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}"))
  #expect(NameKey.fold("한국") != NameKey.fold("하구"))
}

@Test func `bytes that are no UTF-8 are survived`() {
  for bytes: [UInt8] in [[0xff], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0x80]] {
    var key: [UInt8] = []
    NameKey.append(bytes.span, to: &key)
    #expect(String(validating: key, as: UTF8.self) != nil)
  }
}

@Test func `a key is its own key`() {
  var random = SeededGenerator(seed: 1)
  for _ in 0..<20_000 {
    let scalars = (0..<6).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: 0x20..<0x3000, using: &random))
    }
    let text = String(String.UnicodeScalarView(scalars)) + "x"
    let key = NameKey.fold(text)
    #expect(NameKey.fold(key) == key, "\(scalars.map { String($0.value, radix: 16) })")
  }
}

/// The table is rewritten by `DATELINE_REWRITE=1 swift test --filter "fold table"`.
@Test func `the fold table says what Foundation and the standard library say`() throws {
  if ProcessInfo.processInfo.environment["DATELINE_REWRITE"] != nil {
    try FoldOracle.write()
    return
  }
  var key: [UInt8] = []
  for value in UInt32(0x80)..<0x110000 {
    guard let scalar = Unicode.Scalar(value), FoldOracle.isOldEnough(scalar) else { continue }
    key.removeAll(keepingCapacity: true)
    NameKeyTable.append(value, to: &key)
    let said = String(decoding: key, as: UTF8.self).unicodeScalars.map(\.value)
    #expect(
      said == FoldOracle.fold(scalar),
      "U+\(String(value, radix: 16)): DATELINE_REWRITE=1 swift test --filter 'fold table'")
  }
}

/// What a scalar should fold to, computed slowly by others.
private enum FoldOracle {
  /// Newer characters may be known to one Unicode library and not to another.
  static func isOldEnough(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.age.map { $0 < (15, 0) } ?? true
  }

  static func fold(_ scalar: Unicode.Scalar) -> [UInt32] {
    if let own = special[scalar.value] { return own }
    if scalar.properties.isWhitespace { return [0x20] }
    var text = String(scalar)
    while true {
      let folded = text.unicodeScalars.map { one in
        String.UnicodeScalarView(one.properties.uppercaseMapping.unicodeScalars)
          .map(\.properties.lowercaseMapping).joined()
      }.joined()
      let next = folded.decomposedStringWithCompatibilityMapping
      if next.unicodeScalars.elementsEqual(text.unicodeScalars) { break }
      text = next
    }
    return text.unicodeScalars.filter { !isDropped($0) }.flatMap {
      special[$0.value] ?? [$0.value]
    }
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return true }
    switch properties.generalCategory {
    case .enclosingMark: return true
    case .nonspacingMark:
      // 0 are vowel signs, 7 nuktas, 8 kana voicing, 9 viramas: letters rather than accents.
      return ![0, 7, 8, 9].contains(properties.canonicalCombiningClass.rawValue)
    case .control: return true
    default: return false
    }
  }

  private static let special: [UInt32: [UInt32]] = {
    var map: [UInt32: [UInt32]] = [:]
    func add(_ characters: String, _ target: String) {
      for scalar in characters.unicodeScalars {
        map[scalar.value] = target.unicodeScalars.map(\.value)
      }
    }
    add("`´｀‘’‚‛ʻʼʽʹ′‵＇ˈ՚׳", "'")
    add("“”„‟«»″‶＂״", "\"")
    add("‐‑‒–—―−﹘﹣－־⁃", "-")
    add("øØ", "o")
    add("łŁ", "l")
    add("đĐðÐ", "d")
    add("ħĦ", "h")
    add("ŧŦ", "t")
    add("ıİ", "i")
    add("æÆ", "ae")
    add("œŒ", "oe")
    add("þÞ", "th")
    return map
  }()

  /// Rows `first, last, offset into targets, count << 8 | every other << 1 | rising`.
  static func write() throws {
    var map: [(UInt32, [UInt32])] = []
    for value in UInt32(0x80)..<0x110000 where !(0xac00..<0xd7a4).contains(value) {
      guard let scalar = Unicode.Scalar(value), isOldEnough(scalar) else { continue }
      let target = fold(scalar)
      if target != [value] { map.append((value, target)) }
    }
    var runs: [[UInt32]] = []
    var targets: [UInt32] = []
    var known: [[UInt32]: Int] = [:]
    var i = 0
    while i < map.count {
      let (first, target) = map[i]
      var best = (count: 1, step: UInt32(1), rise: UInt32(0))
      for (step, rise) in [(1, 0), (1, 1), (2, 0), (2, 1), (2, 2)] as [(UInt32, UInt32)] {
        var count = 1
        while rise < 2, i + count < map.count, map[i + count].0 == first + step * UInt32(count),
          let head = target.first,
          map[i + count].1 == [head + rise * UInt32(count)] + target.dropFirst()
        { count += 1 }
        if count > best.count { best = (count, step, rise) }
        // An empty target can only repeat.
        var empty = 1
        while target.isEmpty, rise == 0, i + empty < map.count,
          map[i + empty].0 == first + step * UInt32(empty), map[i + empty].1.isEmpty
        { empty += 1 }
        if empty > best.count { best = (empty, step, 0) }
      }
      let offset = known[target] ?? targets.count
      if known[target] == nil {
        known[target] = offset
        targets += target
      }
      runs.append([
        first, first + best.step * UInt32(best.count - 1), UInt32(offset),
        UInt32(target.count) << 8 | (best.step - 1) << 1 | best.rise,
      ])
      i += best.count
    }
    try text(runs.flatMap { $0 }, targets).write(
      to: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Extraction/Names/NameKeyTable.swift").standardized,
      atomically: true, encoding: .utf8)
  }

  private static func text(_ runs: [UInt32], _ targets: [UInt32]) -> String {
    """
    /// What each character beyond ASCII folds to in a `NameKey`, as runs of neighbours.
    ///
    /// Generated; rewritten by `DATELINE_REWRITE=1 swift test --filter "fold table"`, which also
    /// holds it to Foundation's decompositions and the standard library's case mappings.
    enum NameKeyTable {
      /// Rows of four, by first: first, last, offset into `targets`, and
      /// target count << 8 | every other character << 1 | first target rises with the character.
      // swift-format-ignore
      static let runs: [UInt32] = [
    \(lines(runs, perLine: 8))
      ]

      // swift-format-ignore
      static let targets: [UInt32] = [
    \(lines(targets, perLine: 10))
      ]
    }

    """
  }

  private static func lines(_ values: [UInt32], perLine: Int) -> String {
    stride(from: 0, to: values.count, by: perLine).map { start in
      "    "
        + values[start..<min(start + perLine, values.count)]
        .map { "0x" + String($0, radix: 16) + "," }.joined(separator: " ")
    }.joined(separator: "\n")
  }
}
