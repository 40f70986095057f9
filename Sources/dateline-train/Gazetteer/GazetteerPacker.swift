import Extraction
import Formats

/// Gathers phrases and rows and writes the image `Gazetteer` reads (its layout stands there).
///
/// Deterministic: phrases are written in the order of their keys, rows in the order they came.
struct GazetteerPacker {
  struct Phrase {
    var classes: ClassSet = []
    /// row | relation << 24, in the order of preference.
    var references: [UInt32] = []
  }

  struct Row {
    var name: String
    var adjective = ""
    var type: EntityType
    var subtype: PlaceSubtype?
    var country: String = ""
    var latitude: Int32 = .min
    var longitude: Int32 = .min
    var population: UInt32 = 0
    var related: Int32?
  }

  private(set) var phrases: [UInt64: Phrase] = [:]
  private(set) var rows: [Row] = []

  /// Makes a row and returns its ordinal.
  mutating func add(_ row: Row) -> Int32 {
    rows.append(row)
    return Int32(rows.count - 1)
  }

  mutating func set(related: Int32, of row: Int32) { rows[Int(row)].related = related }

  /// Says what `phrase` may be.
  mutating func add(_ phrase: String, _ classes: ClassSet) {
    let keys = self.keys(phrase)
    guard let last = keys.last else { return }
    phrases[last, default: Phrase()].classes.formUnion(classes)
    for key in keys.dropLast() { phrases[key, default: Phrase()].classes.insert(.prefix) }
  }

  /// Says that `phrase` names `row`.
  mutating func add(
    _ phrase: String, _ classes: ClassSet, _ row: Int32, _ relation: Gazetteer.Relation
  ) {
    guard let key = keys(phrase).last else { return }
    add(phrase, classes)
    let reference = UInt32(row) | UInt32(relation.rawValue) << 24
    let known = phrases[key]?.references ?? []
    if !known.contains(where: { $0 & 0xff_ffff == UInt32(row) }) && known.count < 8 {
      phrases[key]?.references.append(reference)
    }
  }

  /// Makes `row` the first that `phrase` names.
  mutating func prefer(_ row: Int32, for phrase: String) {
    let key = PhraseHash.key(phrase)
    guard let known = phrases[key]?.references else { return }
    let first = known.filter { $0 & 0xff_ffff == UInt32(row) }
    phrases[key]?.references = first + known.filter { $0 & 0xff_ffff != UInt32(row) }
  }

  func classes(of phrase: String) -> ClassSet {
    phrases[PhraseHash.key(phrase)]?.classes ?? []
  }

  func rows(of phrase: String) -> [UInt32] { phrases[PhraseHash.key(phrase)]?.references ?? [] }

  /// The keys of the phrase's first word, first two words, … whole: what a scan over tokens meets.
  private func keys(_ phrase: String) -> [UInt64] {
    var hash = PhraseHash()
    var keys: [UInt64] = []
    for word in phrase.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "\n" }) {
      // The tokenizer parts "People's".
      for part in parted(word) {
        hash.append(token: Array(part.utf8).span)
        if !hash.isEmpty { keys.append(hash.value) }
      }
    }
    return keys
  }

  private func parted(_ word: Substring) -> [Substring] {
    guard let mark = word.lastIndex(where: { $0 == "'" || $0 == "’" }), mark > word.startIndex,
      [1, 2].contains(word[mark...].count), word[mark...].dropFirst().allSatisfy({ $0 == "s" })
    else { return [word] }
    return [word[..<mark], word[mark...]]
  }

  // MARK: Writing

  func image() -> [UInt8] {
    var slotBits = 4
    while 1 << slotBits < phrases.count * 5 / 4 { slotBits += 1 }
    var groups: [UInt32] = []
    var slots = [UInt32](repeating: 0, count: 2 << slotBits)
    for (key, phrase) in phrases.sorted(by: { $0.key < $1.key }) {
      let payload: UInt32
      if phrase.references.isEmpty {
        payload = phrase.classes.rawValue
      } else {
        payload = UInt32(groups.count) | Gazetteer.groupBit
        groups.append(phrase.classes.rawValue)
        groups.append(UInt32(phrase.references.count))
        groups += phrase.references
      }
      if payload != 0 { place(key, payload, in: &slots, bits: slotBits) }
    }
    var heap: [UInt8] = []
    let rowWords = rows.flatMap { words($0, &heap) }
    var image: [UInt8] = []
    let header = [
      Gazetteer.magic, UInt32(slotBits), UInt32(groups.count), UInt32(rows.count),
      UInt32(heap.count), 0, 0, 0,
    ]
    for word in header + slots + groups + rowWords {
      for shift in [0, 8, 16, 24] { image.append(UInt8(truncatingIfNeeded: word >> UInt32(shift))) }
    }
    return image + heap
  }

  private func place(_ key: UInt64, _ payload: UInt32, in slots: inout [UInt32], bits: Int) {
    let mask = (1 << bits) - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[2 * slot + 1] != 0 { slot = (slot + 1) & mask }
    slots[2 * slot] = UInt32(key >> 32)
    slots[2 * slot + 1] = payload
  }

  private func words(_ row: Row, _ heap: inout [UInt8]) -> [UInt32] {
    let name = Array(row.name.utf8)
    let adjective = Array(row.adjective.utf8)
    let offset = heap.count
    heap += name + adjective
    let code = Array(row.country.utf8)
    let country = code.count == 2 ? UInt32(code[0]) | UInt32(code[1]) << 8 : 0
    let subtype = UInt32(row.subtype?.rawValue ?? 0xff)
    return [
      UInt32(offset), UInt32(name.count) | UInt32(adjective.count) << 16,
      UInt32(offset + name.count), UInt32(row.type.rawValue) | subtype << 8 | country << 16,
      UInt32(bitPattern: row.latitude), UInt32(bitPattern: row.longitude), row.population,
      UInt32(bitPattern: (row.related ?? -1) + 1),
    ]
  }
}
