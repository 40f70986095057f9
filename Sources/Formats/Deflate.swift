/// Compresses into a deflate stream (RFC 1951): matches by hash chains with one step of lazy
/// evaluation, blocks coded by whichever of the three ways is shortest. Deterministic.
package enum Deflate {
  static let windowByteCount = 32_768
  static let longestMatch = 258
  /// Symbols gathered before a block is closed.
  private static let blockSymbolCount = 16_384

  package static func compress(_ bytes: [UInt8], into out: inout [UInt8]) {
    var matcher = Matcher(bytes)
    var writer = BitWriter(out)
    var block = Block()
    var blockStart = 0
    var i = 0
    while i < bytes.count {
      var match = matcher.longestMatch(at: i)
      matcher.insert(i)
      // A longer match one octet on is worth a literal here.
      while match.length >= 3, match.length < 64, i + 1 < bytes.count {
        let next = matcher.longestMatch(at: i + 1)
        guard next.length > match.length else { break }
        block.append(literal: bytes[i])
        i += 1
        matcher.insert(i)
        match = next
      }
      if match.length >= 3 {
        block.append(length: match.length, distance: match.distance)
        for k in (i + 1)..<(i + match.length) { matcher.insert(k) }
        i += match.length
      } else {
        block.append(literal: bytes[i])
        i += 1
      }
      if block.symbols.count >= blockSymbolCount, i < bytes.count {
        block.write(bytes, blockStart..<i, isLast: false, to: &writer)
        block = Block()
        blockStart = i
      }
    }
    block.write(bytes, blockStart..<i, isLast: true, to: &writer)
    out = writer.finish()
  }
}

/// Finds earlier occurrences of what comes next. Two positions with the same three octets share a
/// chain; `previous` links them backwards within the window.
private struct Matcher {
  private static let hashBits: UInt32 = 15
  private static let chainLimit = 48

  private let bytes: [UInt8]
  private var first = [Int32](repeating: -1, count: 1 << Int(hashBits))
  private var previous = [Int32](repeating: -1, count: Deflate.windowByteCount)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private func hash(_ i: Int) -> Int {
    let word = UInt32(bytes[i]) | UInt32(bytes[i + 1]) << 8 | UInt32(bytes[i + 2]) << 16
    return Int((word &* 0x9e37_79b1) >> (32 - Self.hashBits))
  }

  mutating func insert(_ i: Int) {
    guard i + 2 < bytes.count else { return }
    let hash = hash(i)
    previous[i & (Deflate.windowByteCount - 1)] = first[hash]
    first[hash] = Int32(truncatingIfNeeded: i)
  }

  func longestMatch(at i: Int) -> (length: Int, distance: Int) {
    guard i + 2 < bytes.count else { return (0, 0) }
    let limit = min(Deflate.longestMatch, bytes.count - i)
    var best = (length: 0, distance: 0)
    var candidate = Int(first[hash(i)])
    var stepsLeft = Self.chainLimit
    let oldest = max(0, i - Deflate.windowByteCount + 1)
    while candidate >= oldest, stepsLeft > 0 {
      // Only one that also fits at the end of the best so far can be longer.
      if best.length == 0 || bytes[candidate + best.length] == bytes[i + best.length] {
        var length = 0
        while length < limit, bytes[candidate + length] == bytes[i + length] { length += 1 }
        if length > best.length {
          best = (length, i - candidate)
          if length == limit { break }
        }
      }
      let earlier = Int(previous[candidate & (Deflate.windowByteCount - 1)])
      if earlier >= candidate { break }
      candidate = earlier
      stepsLeft -= 1
    }
    // Three octets from far away cost more than three literals.
    if best.length == 3 && best.distance > 4096 { return (0, 0) }
    return best
  }
}

/// Length and distance codes (RFC 1951 §3.2.5).
private enum Codes {
  static let lengthBase = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  static let lengthExtraBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  static let distanceBase = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
    2049, 3073, 4097, 6145, 8193, 12_289, 16_385, 24_577,
  ]
  static let distanceExtraBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
  /// Code of each length less 3.
  static let lengthCode: [UInt8] = (3...258).map { length in
    UInt8(lengthBase.lastIndex { $0 <= length } ?? 0)
  }

  static func distanceCode(_ distance: Int) -> Int {
    if distance <= 4 { return distance - 1 }
    let bits = Int.bitWidth - 1 - (distance - 1).leadingZeroBitCount
    return 2 * bits + ((distance - 1) >> (bits - 1) & 1)
  }

  static let endOfBlock = 256
}

/// The symbols of one block and how often each code occurs.
private struct Block {
  /// A literal, or length << 16 | distance; lengths are never 0.
  var symbols: [UInt32] = []
  private var literalCounts = [Int](repeating: 0, count: 286)
  private var distanceCounts = [Int](repeating: 0, count: 30)

  init() { symbols.reserveCapacity(1024) }

  mutating func append(literal: UInt8) {
    symbols.append(UInt32(literal))
    literalCounts[Int(literal)] += 1
  }

  mutating func append(length: Int, distance: Int) {
    symbols.append(UInt32(length) << 16 | UInt32(distance))
    literalCounts[257 + Int(Codes.lengthCode[length - 3])] += 1
    distanceCounts[Codes.distanceCode(distance)] += 1
  }

  mutating func write(
    _ bytes: [UInt8], _ range: Range<Int>, isLast: Bool, to writer: inout BitWriter
  ) {
    literalCounts[Codes.endOfBlock] = 1
    let dynamic = DynamicCodes(literalCounts, distanceCounts)
    let fixed = PrefixCodes.fixed
    let dynamicBits = dynamic.headerBitCount + bitCount(dynamic.literals, dynamic.distances)
    let fixedBits = bitCount(fixed.literals, fixed.distances)
    let storedBits = (range.count + 5 * (range.count / 65_535 + 1)) * 8
    if storedBits < min(dynamicBits, fixedBits) {
      return writer.writeStored(bytes, range, isLast: isLast)
    }
    writer.write(isLast ? 1 : 0, bitCount: 1)
    if fixedBits <= dynamicBits {
      writer.write(1, bitCount: 2)
      writeSymbols(fixed.literals, fixed.distances, to: &writer)
    } else {
      writer.write(2, bitCount: 2)
      dynamic.writeHeader(to: &writer)
      writeSymbols(dynamic.literals, dynamic.distances, to: &writer)
    }
  }

  private func bitCount(_ literals: PrefixCodes, _ distances: PrefixCodes) -> Int {
    var bits = 3
    for (symbol, count) in literalCounts.enumerated() where count > 0 {
      let extra = symbol > 256 ? Codes.lengthExtraBits[symbol - 257] : 0
      bits += count * (Int(literals.lengths[symbol]) + extra)
    }
    for (symbol, count) in distanceCounts.enumerated() where count > 0 {
      bits += count * (Int(distances.lengths[symbol]) + Codes.distanceExtraBits[symbol])
    }
    return bits
  }

  private func writeSymbols(
    _ literals: PrefixCodes, _ distances: PrefixCodes, to writer: inout BitWriter
  ) {
    for symbol in symbols {
      let length = Int(symbol >> 16)
      if length == 0 {
        writer.write(literals, Int(symbol))
        continue
      }
      let lengthCode = Int(Codes.lengthCode[length - 3])
      writer.write(literals, 257 + lengthCode)
      writer.write(
        UInt32(length - Codes.lengthBase[lengthCode]),
        bitCount: Codes.lengthExtraBits[lengthCode])
      let distance = Int(symbol & 0xffff)
      let distanceCode = Codes.distanceCode(distance)
      writer.write(distances, distanceCode)
      writer.write(
        UInt32(distance - Codes.distanceBase[distanceCode]),
        bitCount: Codes.distanceExtraBits[distanceCode])
    }
    writer.write(literals, Codes.endOfBlock)
  }
}

/// The two codes of a dynamic block and the code that describes them (RFC 1951 §3.2.7).
private struct DynamicCodes {
  let literals: PrefixCodes
  let distances: PrefixCodes
  private let lengthCodes: PrefixCodes
  /// Code lengths run-length coded: symbol, extra value, extra bits.
  private var runs: [(symbol: Int, extra: UInt32, extraBits: Int)] = []
  private let literalCount: Int
  private let distanceCount: Int
  private let lengthCount: Int

  private static let order = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  init(_ literalCounts: [Int], _ distanceCounts: [Int]) {
    literals = PrefixCodes(counts: literalCounts, longest: 15)
    distances = PrefixCodes(counts: distanceCounts, longest: 15)
    literalCount = max(257, (literals.lengths.lastIndex { $0 > 0 } ?? 0) + 1)
    distanceCount = max(1, (distances.lengths.lastIndex { $0 > 0 } ?? 0) + 1)
    let all = literals.lengths[..<literalCount] + distances.lengths[..<distanceCount]
    runs = Self.runs(Array(all))
    var counts = [Int](repeating: 0, count: 19)
    for run in runs { counts[run.symbol] += 1 }
    lengthCodes = PrefixCodes(counts: counts, longest: 7)
    var lengthCount = 19
    while lengthCount > 4, lengthCodes.lengths[Self.order[lengthCount - 1]] == 0 {
      lengthCount -= 1
    }
    self.lengthCount = lengthCount
  }

  var headerBitCount: Int {
    runs.reduce(14 + 3 * lengthCount) {
      $0 + Int(lengthCodes.lengths[$1.symbol]) + $1.extraBits
    }
  }

  func writeHeader(to writer: inout BitWriter) {
    writer.write(UInt32(literalCount - 257), bitCount: 5)
    writer.write(UInt32(distanceCount - 1), bitCount: 5)
    writer.write(UInt32(lengthCount - 4), bitCount: 4)
    for symbol in Self.order[..<lengthCount] {
      writer.write(UInt32(lengthCodes.lengths[symbol]), bitCount: 3)
    }
    for run in runs {
      writer.write(lengthCodes, run.symbol)
      writer.write(run.extra, bitCount: run.extraBits)
    }
  }

  private static func runs(_ lengths: [UInt8]) -> [(symbol: Int, extra: UInt32, extraBits: Int)] {
    var runs: [(symbol: Int, extra: UInt32, extraBits: Int)] = []
    var i = 0
    while i < lengths.count {
      var end = i
      while end < lengths.count, lengths[end] == lengths[i] { end += 1 }
      var left = end - i
      if lengths[i] == 0 {
        while left >= 11 {
          let count = min(left, 138)
          runs.append((18, UInt32(count - 11), 7))
          left -= count
        }
        if left >= 3 {
          runs.append((17, UInt32(left - 3), 3))
          left = 0
        }
      } else {
        runs.append((Int(lengths[i]), 0, 0))
        left -= 1
        while left >= 3 {
          let count = min(left, 6)
          runs.append((16, UInt32(count - 3), 2))
          left -= count
        }
      }
      for _ in 0..<left { runs.append((Int(lengths[i]), 0, 0)) }
      i = end
    }
    return runs
  }
}

/// A prefix code: for each symbol its bits, already reversed for the stream, and how many.
private struct PrefixCodes {
  private(set) var lengths: [UInt8]
  private(set) var bits: [UInt16]

  /// RFC 1951 §3.2.6.
  static let fixed = (
    literals: PrefixCodes(
      lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }),
    distances: PrefixCodes(lengths: [UInt8](repeating: 5, count: 30))
  )

  /// The best code for these frequencies with no word longer than `longest`.
  init(counts: [Int], longest: Int) {
    self.init(lengths: Self.lengths(counts, longest))
  }

  /// Canonical words (RFC 1951 §3.2.2).
  private init(lengths: [UInt8]) {
    self.lengths = lengths
    bits = [UInt16](repeating: 0, count: lengths.count)
    var countOfLength = [Int](repeating: 0, count: 17)
    for length in lengths where length > 0 { countOfLength[Int(length)] += 1 }
    var next = [Int](repeating: 0, count: 17)
    var code = 0
    for length in 1...15 {
      code = (code + countOfLength[length - 1]) << 1
      next[length] = code
    }
    for (symbol, length) in lengths.enumerated() where length > 0 {
      var (word, reversed) = (next[Int(length)], 0)
      next[Int(length)] += 1
      for _ in 0..<length {
        reversed = reversed << 1 | word & 1
        word >>= 1
      }
      bits[symbol] = UInt16(reversed)
    }
  }

  /// Package-merge would be optimal under the limit; halving the counts until the tree is flat
  /// enough costs a fraction of a percent and is easy to see through.
  private static func lengths(_ counts: [Int], _ longest: Int) -> [UInt8] {
    var counts = counts
    while true {
      let lengths = huffmanLengths(counts)
      if lengths.allSatisfy({ $0 <= longest }) { return lengths.map { UInt8($0) } }
      for i in counts.indices where counts[i] > 0 { counts[i] = counts[i] / 2 + 1 }
    }
  }

  /// Two queues: sorted leaves, and nodes made in rising order of weight. Ties go by symbol.
  private static func huffmanLengths(_ counts: [Int]) -> [Int] {
    var lengths = [Int](repeating: 0, count: counts.count)
    let leaves = counts.indices.filter { counts[$0] > 0 }
      .sorted { (counts[$0], $0) < (counts[$1], $1) }
    if leaves.count < 2 {
      // One code still needs a bit (§3.2.7).
      for leaf in leaves { lengths[leaf] = 1 }
      return lengths
    }
    // Nodes 0..<n are leaves in that order, the rest inner nodes.
    var weights = leaves.map { counts[$0] }
    var parents = [Int](repeating: 0, count: 2 * leaves.count - 1)
    var (leaf, inner) = (0, leaves.count)
    for node in leaves.count..<(2 * leaves.count - 1) {
      var weight = 0
      for _ in 0..<2 {
        let takesLeaf = leaf < leaves.count && (inner >= node || weights[leaf] <= weights[inner])
        let child = takesLeaf ? leaf : inner
        if takesLeaf { leaf += 1 } else { inner += 1 }
        weight += weights[child]
        parents[child] = node
      }
      weights.append(weight)
    }
    var depths = [Int](repeating: 0, count: parents.count)
    for node in stride(from: parents.count - 2, through: 0, by: -1) {
      depths[node] = depths[parents[node]] + 1
    }
    for (node, symbol) in leaves.enumerated() { lengths[symbol] = depths[node] }
    return lengths
  }
}

/// Bits from the lowest of each octet up (RFC 1951 §3.1.1).
private struct BitWriter {
  private var bytes: [UInt8]
  private var pending: UInt64 = 0
  private var pendingCount = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func write(_ value: UInt32, bitCount: Int) {
    pending |= UInt64(value) << UInt64(pendingCount)
    pendingCount += bitCount
    while pendingCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingCount -= 8
    }
  }

  mutating func write(_ codes: PrefixCodes, _ symbol: Int) {
    write(UInt32(codes.bits[symbol]), bitCount: Int(codes.lengths[symbol]))
  }

  /// RFC 1951 §3.2.4: length and its complement, at most 65,535 octets a block.
  mutating func writeStored(_ source: [UInt8], _ range: Range<Int>, isLast: Bool) {
    var start = range.lowerBound
    repeat {
      let end = min(start + 65_535, range.upperBound)
      write(isLast && end == range.upperBound ? 1 : 0, bitCount: 1)
      write(0, bitCount: 2)
      align()
      let count = UInt16(end - start)
      for value in [count, ~count] {
        bytes.append(UInt8(value & 255))
        bytes.append(UInt8(value >> 8))
      }
      bytes.append(contentsOf: source[start..<end])
      start = end
    } while start < range.upperBound
  }

  private mutating func align() {
    if pendingCount > 0 { write(0, bitCount: 8 - pendingCount) }
  }

  mutating func finish() -> [UInt8] {
    align()
    return bytes
  }
}
