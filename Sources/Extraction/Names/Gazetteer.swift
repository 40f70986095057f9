/// World knowledge from licence-clean lists: what words and phrases may be, and a row for each
/// country, region, city, organisation, people and event it knows.
///
/// The image, little-endian, as `dateline-train --gazetteer` packs it; every part is copied whole
/// at start (no decoding) and read in place:
///
///     bytes   part
///     32      header: "DGZ1", slot bits, group words, row count, heap bytes, 0, 0, 0 (UInt32 each)
///     8·2^b   slots: fingerprint (high half of the key) and payload; the low b bits of the key
///             say where to start looking, an empty slot (payload 0) where to stop
///     4·g     groups: for phrases with rows: classes, count, then row | relation << 24 each
///     32·r    rows: name offset, name bytes | adjective bytes << 16, adjective offset,
///             type | subtype << 8 | country code << 16, latitude and longitude in 1/10,000 degree,
///             population, related row + 1
///     h       heap: UTF-8 of names and adjectives
///
/// A payload is the phrase's `ClassSet`, or with the top bit set the word of its group.
package struct Gazetteer: Sendable {
  package enum ImageError: Error { case malformed }

  /// How a phrase names a row.
  package enum Relation: UInt8, Sendable {
    /// The name, in full or as also written.
    case name, abbreviation
    /// An adjective of it.
    case demonym
    /// Its capital, which may stand for its government.
    case metonym
  }

  package struct Reference: Sendable, Equatable {
    package let entity: KnownEntity
    package let relation: Relation
  }

  package struct Row: Sendable, Equatable {
    package let type: EntityType
    package let subtype: PlaceSubtype?
    /// ISO 3166-1 alpha-2 of the country it is or lies in, as two ASCII bytes; 0 where none.
    package let country: UInt16
    /// Degrees; `nil` where the lists give no point.
    package let coordinates: (latitude: Double, longitude: Double)?
    package let population: UInt32
    /// A people's or seat's country, a city's country.
    package let related: KnownEntity?

    package static func == (a: Row, b: Row) -> Bool {
      a.type == b.type && a.subtype == b.subtype && a.country == b.country
        && a.population == b.population && a.related == b.related
        && a.coordinates?.latitude == b.coordinates?.latitude
        && a.coordinates?.longitude == b.coordinates?.longitude
    }
  }

  /// What one phrase is.
  package struct Entry: Sendable {
    package let classes: ClassSet
    let references: Range<Int>
  }

  private var slots: [UInt32] = [0, 0]
  private var groups: [UInt32] = []
  private var rows: [UInt32] = []
  private var heap: [UInt8] = []
  private var mask: UInt64 = 0

  /// Knows nothing.
  package init() {}

  package init(bytes: RawSpan) throws(ImageError) {
    guard bytes.byteCount >= 32 else { throw .malformed }
    let header = Self.words(bytes, 0..<32)
    let slotBits = Int(header[1])
    guard header[0] == Self.magic, (1...28).contains(slotBits) else { throw .malformed }
    let slotEnd = 32 + (8 << slotBits)
    let groupEnd = slotEnd + 4 * Int(header[2])
    let rowEnd = groupEnd + 32 * Int(header[3])
    let heapEnd = rowEnd + Int(header[4])
    guard heapEnd == bytes.byteCount else { throw .malformed }
    slots = Self.words(bytes, 32..<slotEnd)
    groups = Self.words(bytes, slotEnd..<groupEnd)
    rows = Self.words(bytes, groupEnd..<rowEnd)
    heap = unsafe bytes.extracting(rowEnd..<heapEnd).withUnsafeBytes { unsafe [UInt8]($0) }
    mask = (UInt64(1) << UInt64(slotBits)) - 1
  }

  /// "DGZ1".
  package static let magic: UInt32 = 0x315a_4744

  package var rowCount: Int { rows.count / 8 }

  // MARK: Looking up

  /// What the phrase of this `PhraseHash` is; no classes where it is unknown.
  package func entry(_ key: UInt64) -> Entry {
    var slot = key & mask
    let fingerprint = UInt32(key >> 32)
    for _ in 0...mask {
      let at = Int(slot) * 2
      let payload = slots[at + 1]
      if payload == 0 { break }
      if slots[at] == fingerprint { return entry(payload: payload) }
      slot = (slot + 1) & mask
    }
    return Entry(classes: [], references: 0..<0)
  }

  private func entry(payload: UInt32) -> Entry {
    guard payload & Self.groupBit != 0 else {
      return Entry(classes: ClassSet(rawValue: payload), references: 0..<0)
    }
    let at = Int(payload & ~Self.groupBit)
    guard at + 1 < groups.count else { return Entry(classes: [], references: 0..<0) }
    let first = at + 2
    let end = min(groups.count, first + Int(groups[at + 1] & 0xff))
    return Entry(classes: ClassSet(rawValue: groups[at]), references: first..<end)
  }

  package static let groupBit: UInt32 = 1 << 31

  /// The classes of one token or phrase, in any case.
  package func classes(of bytes: Span<UInt8>) -> ClassSet {
    var hash = PhraseHash()
    hash.append(bytes)
    return entry(hash.value).classes
  }

  package func entry(of text: String) -> Entry { entry(PhraseHash.key(text)) }

  package func references(_ entry: Entry) -> [Reference] {
    entry.references.compactMap { reference(at: $0) }
  }

  /// The first row `entry` names by one of `relations`, the most populous or best known first.
  package func first(_ entry: Entry, _ relations: Relation...) -> Reference? {
    for i in entry.references {
      if let found = reference(at: i), relations.contains(found.relation) { return found }
    }
    return nil
  }

  private func reference(at i: Int) -> Reference? {
    let word = groups[i]
    guard let relation = Relation(rawValue: UInt8(word >> 24)), Int(word & 0xff_ffff) < rowCount
    else { return nil }
    return Reference(
      entity: KnownEntity(ordinal: Int32(word & 0xff_ffff)), relation: relation)
  }

  // MARK: Rows

  package func row(of entity: KnownEntity) -> Row? {
    let at = Int(entity.ordinal) * 8
    guard at >= 0, at + 8 <= rows.count,
      let type = EntityType(rawValue: UInt8(rows[at + 3] & 0xff))
    else { return nil }
    let latitude = Int32(bitPattern: rows[at + 4])
    let longitude = Int32(bitPattern: rows[at + 5])
    let related = Int32(bitPattern: rows[at + 7])
    return Row(
      type: type,
      subtype: PlaceSubtype(rawValue: UInt8(rows[at + 3] >> 8 & 0xff)),
      country: UInt16(rows[at + 3] >> 16),
      coordinates: latitude == Int32.min
        ? nil : (Double(latitude) / 10_000, Double(longitude) / 10_000),
      population: rows[at + 6],
      related: related > 0 ? KnownEntity(ordinal: related - 1) : nil)
  }

  /// The name people write it by; empty where there is no such row.
  package func name(of entity: KnownEntity) -> String {
    let at = Int(entity.ordinal) * 8
    guard at >= 0, at + 8 <= rows.count else { return "" }
    return text(rows[at], rows[at + 1] & 0xffff)
  }

  /// The adjective its institutions go by ("Iranian"); empty where it has none.
  package func adjective(of entity: KnownEntity) -> String {
    let at = Int(entity.ordinal) * 8
    guard at >= 0, at + 8 <= rows.count else { return "" }
    return text(rows[at + 2], rows[at + 1] >> 16)
  }

  private func text(_ offset: UInt32, _ count: UInt32) -> String {
    let end = Int(offset) + Int(count)
    guard end <= heap.count else { return "" }
    return String(decoding: heap[Int(offset)..<end], as: UTF8.self)
  }

  private static func words(_ bytes: RawSpan, _ range: Range<Int>) -> [UInt32] {
    let count = range.count / 4
    return unsafe [UInt32](unsafeUninitializedCapacity: count) { buffer, initialized in
      // A plain copy of trivial values between buffers of the sizes just computed.
      unsafe bytes.extracting(range).withUnsafeBytes {
        unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0)
      }
      initialized = count
    }
  }
}
