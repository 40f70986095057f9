/// The octet classes of RFC 9110 §5.6 and RFC 3986, as bit sets: no table in memory, no lookup
/// that could run out of bounds.
struct OctetSet {
  /// Bit n stands for octet n, and for octet 64 + n.
  let low: UInt64
  let high: UInt64

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    guard byte < 128 else { return false }
    return ((byte < 64 ? low : high) >> UInt64(byte & 63)) & 1 != 0
  }

  /// `tchar`: what a method or a field name is made of (RFC 9110 §5.6.2).
  @inline(__always) static var token: OctetSet {
    OctetSet(low: 0x03ff_6cfa_0000_0000, high: 0x57ff_ffff_c7ff_fffe)
  }
  /// What may stand in a path or query: pchar, `/` and `?` (RFC 3986 §3.3, §3.4), with `%`.
  @inline(__always) static var target: OctetSet {
    OctetSet(low: 0xafff_fff2_0000_0000, high: 0x47ff_fffe_87ff_ffff)
  }
  /// `reg-name` less its comma, with `%` (RFC 3986 §3.2.2). The comma is refused because a list of
  /// hosts is what it means in practice, and Host is no list (RFC 9112 §3.2).
  @inline(__always) static var hostName: OctetSet {
    OctetSet(low: 0x2bff_6ff2_0000_0000, high: 0x47ff_fffe_87ff_fffe)
  }
}

extension UInt8 {
  static let carriageReturn: UInt8 = 0x0d
  static let lineFeed: UInt8 = 0x0a
  static let space: UInt8 = 0x20
  static let tab: UInt8 = 0x09

  @inline(__always)
  var isDigit: Bool { self &- 0x30 < 10 }

  /// The letter in lower case; meant for octets that are token characters.
  @inline(__always)
  var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// Field values hold visible ASCII, space, tab and octets from 0x80 (RFC 9110 §5.5).
  @inline(__always)
  var isFieldContent: Bool { (self >= 0x20 && self != 0x7f) || self == .tab }
}

/// Eight octets at once, the first lowest: how many of them, from the first on, are such as nearly
/// all are. The one after them is to be looked at by itself.
extension UInt64 {
  /// Letters and hyphens, as names of fields have.
  @inline(__always)
  var leadingNameCount: Int {
    leadingCount(octets(0x41...0x5a) | octets(0x61...0x7a) | octets(0x2d...0x2d))
  }

  /// Letters, digits and most of the punctuation that a path or query may have.
  @inline(__always)
  var leadingTargetCount: Int {
    leadingCount(octets(0x24...0x3b) | octets(0x3f...0x5a) | octets(0x61...0x7a))
  }

  /// Anything that may stand in a field value, less tab.
  @inline(__always)
  var leadingFieldContentCount: Int {
    leadingCount(octets(0x20...0x7e) | self & .highs)
  }

  /// Anything but CR.
  @inline(__always)
  var leadingCountBeforeReturn: Int {
    let differing = self ^ (0x0d &* .ones)
    // The lowest high bit is that of the first octet that became zero.
    return ((differing &- .ones) & ~differing & .highs).trailingZeroBitCount >> 3
  }

  /// The high bit of each octet that is within `range`, which is below 0x80.
  @inline(__always)
  private func octets(_ range: ClosedRange<UInt64>) -> UInt64 {
    // The sums cannot reach the next octet, and have the high bit from the lower bound on, and
    // beyond the upper bound.
    let low = self & ~.highs
    let fromLower = low &+ (0x80 &- range.lowerBound) &* .ones
    let beyondUpper = low &+ (0x7f &- range.upperBound) &* .ones
    return fromLower & ~beyondUpper & ~self & .highs
  }

  @inline(__always)
  private func leadingCount(_ flags: UInt64) -> Int { (~flags & .highs).trailingZeroBitCount >> 3 }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  private static var highs: UInt64 { 0x8080_8080_8080_8080 }
}

extension Span<UInt8> {
  /// The eight octets from `i` on, the first lowest.
  @inline(__always)
  func word(at i: Int) -> UInt64 {
    precondition(i >= 0 && i <= count - 8)
    // Safe: the line above keeps it inside.
    return unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self))
  }

  /// True where the octets equal `text`, letters compared without case; `text` holds no capitals and
  /// no `_`, and the octets no control character but tab.
  func equalsIgnoringCase(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    // Bit 5 is set in every octet of `text`, and what differs from one in that bit alone is its
    // capital, or a control character.
    let bit: UInt64 = 0x2020_2020_2020_2020
    let other = unsafe UnsafeRawPointer(text.utf8Start)
    guard count >= 8 else {
      for i in 0..<count where unsafe self[i] | 0x20 != text.utf8Start[i] { return false }
      return true
    }
    var i = 0
    while true {
      // Safe: both have `count` octets.
      let word = unsafe UInt64(
        littleEndian: other.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      if self.word(at: i) | bit != word { return false }
      if i == count - 8 { return true }
      i = Swift.min(i + 8, count - 8)
    }
  }

  @inline(__always)
  func hasSameOctets(as other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard count >= 8 else {
      for i in 0..<count where self[i] != other[i] { return false }
      return true
    }
    // Safe: `i` goes from 0 to `count` - 8, and both have `count` octets.
    return unsafe withUnsafeBytes { octets in
      unsafe other.withUnsafeBytes { others in
        var i = 0
        while unsafe octets.loadUnaligned(fromByteOffset: i, as: UInt64.self)
          == others.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        {
          if i == octets.count - 8 { return true }
          // The last word overlaps the one before it.
          i = Swift.min(i + 8, octets.count - 8)
        }
        return false
      }
    }
  }

  /// A hash for tables in memory: quick, and with a secret seed not to be foreseen.
  @inline(__always)
  func quickHash(seed: UInt64) -> UInt64 {
    var hash = seed
    var i = 0
    while i + 8 <= count {
      hash = (hash ^ word(at: i)) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 32
      i += 8
    }
    // What is left over, or, where there is a whole word, the last one.
    var rest = UInt64(count)
    if count >= 8 {
      rest ^= word(at: count - 8)
    } else {
      while i < count {
        rest = rest << 8 | UInt64(self[i])
        i += 1
      }
    }
    hash = (hash ^ rest) &* 0x9e37_79b9_7f4a_7c15
    return hash ^ (hash >> 32)
  }

  /// `range` without spaces and tabs at its ends (OWS, RFC 9110 §5.6.3).
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start] == .space || self[start] == .tab { start += 1 }
    while end > start, self[end - 1] == .space || self[end - 1] == .tab { end -= 1 }
    return start..<end
  }

  /// Walks a list (`#element`, RFC 9110 §5.6.1): each element trimmed, empty ones left out, commas
  /// inside quoted strings not counted. `body` answers false to stop.
  func forEachListElement(_ body: (Range<Int>) -> Bool) {
    var start = 0
    var isQuoted = false
    var i = 0
    while i <= count {
      if i == count || (self[i] == UInt8(ascii: ",") && !isQuoted) {
        let element = trimmed(start..<i)
        if !element.isEmpty, !body(element) { return }
        start = i + 1
      } else if self[i] == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if isQuoted, self[i] == UInt8(ascii: "\\") {
        i += 1
        if i == count { return }
      }
      i += 1
    }
  }
}

extension [UInt8] {
  mutating func append(_ text: StaticString) {
    unsafe append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
