internal import Formats

/// The opaque token for a next page: which snapshot, which query, after which row.
///
/// Layout, then base64url without padding (RFC 4648 §5): snapshot id (8 bytes, little-endian),
/// query hash (8), row (4), check (4: low half of the hash of the rest).
package struct Cursor: Sendable, Equatable {
  package enum Failure: Error, Sendable, Equatable {
    /// Not a token this server makes.
    case malformed
    /// Made by another snapshot: ask from the first page again.
    case stale
    /// Made for a query with other parameters.
    case mismatch
  }

  /// - Parameter query: `StableHash` of everything that chooses and orders the rows.
  package static func encode(snapshot: UInt64, query: UInt64, after: Int32) -> String {
    var bytes: [UInt8] = []
    append(snapshot, 8, to: &bytes)
    append(query, 8, to: &bytes)
    append(UInt64(UInt32(bitPattern: after)), 4, to: &bytes)
    append(check(bytes), 4, to: &bytes)
    return base64URL(bytes)
  }

  /// The row to go on after.
  package static func decode(
    _ token: String, snapshot: UInt64, query: UInt64
  ) throws(Failure) -> Int32 {
    guard let bytes = parse(token), bytes.count == 24,
      number(bytes, 20..<24) == check(Array(bytes[..<20])) & 0xffff_ffff
    else { throw .malformed }
    guard number(bytes, 0..<8) == snapshot else { throw .stale }
    guard number(bytes, 8..<16) == query else { throw .mismatch }
    return Int32(bitPattern: UInt32(truncatingIfNeeded: number(bytes, 16..<20)))
  }

  private static func check(_ bytes: [UInt8]) -> UInt64 {
    var hash = StableHash(seed: 0x6375_7273)
    hash.combine(bytes)
    return hash.value
  }

  private static func append(_ value: UInt64, _ count: Int, to bytes: inout [UInt8]) {
    for k in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * k))) }
  }

  private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    range.reversed().reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// The bytes come in whole groups of three.
  private static func base64URL(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for i in stride(from: 0, to: bytes.count, by: 3) {
      let group = UInt32(bytes[i]) << 16 | UInt32(bytes[i + 1]) << 8 | UInt32(bytes[i + 2])
      for shift: UInt32 in [18, 12, 6, 0] { text.append(alphabet[Int(group >> shift & 63)]) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func parse(_ token: String) -> [UInt8]? {
    guard token.utf8.count == 32 else { return nil }
    var bytes: [UInt8] = []
    var group: UInt32 = 0
    for (i, byte) in token.utf8.enumerated() {
      guard let digit = alphabet.firstIndex(of: byte) else { return nil }
      group = group << 6 | UInt32(digit)
      if i % 4 == 3 {
        for shift: UInt32 in [16, 8, 0] {
          bytes.append(UInt8(truncatingIfNeeded: group >> shift))
        }
        group = 0
      }
    }
    return bytes
  }
}
