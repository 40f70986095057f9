/// Reads a deflate stream the plain way, bit by bit (RFC 1951): the oracle for `Deflate`.
struct Inflater {
  struct Broken: Error {}

  private let bytes: [UInt8]
  private var position: Int
  private var bit = 0
  private(set) var out: [UInt8] = []

  /// The content of one gzip member without name or time, and whether sum and length fit.
  static func gunzip(_ bytes: [UInt8], sum: ([UInt8]) -> UInt32) throws -> [UInt8] {
    guard bytes.count >= 18, bytes[0] == 0x1f, bytes[1] == 0x8b, bytes[2] == 8, bytes[3] == 0 else {
      throw Broken()
    }
    var inflater = Inflater(bytes, from: 10)
    try inflater.run()
    let end = inflater.bit > 0 ? inflater.position + 1 : inflater.position
    guard end + 8 == bytes.count else { throw Broken() }
    let words = [0, 4].map { offset in
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[end + offset + $1]) << UInt32(8 * $1) }
    }
    guard words[0] == sum(inflater.out), words[1] == UInt32(inflater.out.count) else {
      throw Broken()
    }
    return inflater.out
  }

  private init(_ bytes: [UInt8], from position: Int) {
    self.bytes = bytes
    self.position = position
  }

  private mutating func run() throws {
    var isLast = false
    while !isLast {
      isLast = try read(1) == 1
      switch try read(2) {
      case 0: try stored()
      case 1:
        try block(
          Self.codes((0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }),
          Self.codes(Array(repeating: 5, count: 30)))
      case 2:
        let (literals, distances) = try dynamic()
        try block(literals, distances)
      default: throw Broken()
      }
    }
  }

  private mutating func read(_ count: Int) throws -> Int {
    var value = 0
    for i in 0..<count {
      guard position < bytes.count else { throw Broken() }
      value |= Int(bytes[position] >> UInt8(bit) & 1) << i
      bit += 1
      if bit == 8 { (bit, position) = (0, position + 1) }
    }
    return value
  }

  private mutating func stored() throws {
    if bit > 0 { (bit, position) = (0, position + 1) }
    guard position + 4 <= bytes.count else { throw Broken() }
    let count = Int(bytes[position]) | Int(bytes[position + 1]) << 8
    let complement = Int(bytes[position + 2]) | Int(bytes[position + 3]) << 8
    position += 4
    guard count ^ complement == 0xffff, position + count <= bytes.count else { throw Broken() }
    out += bytes[position..<(position + count)]
    position += count
  }

  /// Word, as length and bits from the highest, to symbol.
  private static func codes(_ lengths: [Int]) -> [Int: Int] {
    var table: [Int: Int] = [:]
    var code = 0
    for length in 1...15 {
      for (symbol, own) in lengths.enumerated() where own == length {
        table[length << 16 | code] = symbol
        code += 1
      }
      code <<= 1
    }
    return table
  }

  private mutating func symbol(_ codes: [Int: Int]) throws -> Int {
    var code = 0
    for length in 1...15 {
      code = code << 1 | (try read(1))
      if let symbol = codes[length << 16 | code] { return symbol }
    }
    throw Broken()
  }

  private mutating func dynamic() throws -> ([Int: Int], [Int: Int]) {
    let literalCount = try read(5) + 257
    let distanceCount = try read(5) + 1
    let lengthCount = try read(4) + 4
    var lengthLengths = [Int](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for i in 0..<lengthCount { lengthLengths[order[i]] = try read(3) }
    let lengthCodes = Self.codes(lengthLengths)
    var lengths: [Int] = []
    while lengths.count < literalCount + distanceCount {
      switch try symbol(lengthCodes) {
      case 16:
        guard let last = lengths.last else { throw Broken() }
        lengths += Array(repeating: last, count: try read(2) + 3)
      case 17: lengths += Array(repeating: 0, count: try read(3) + 3)
      case 18: lengths += Array(repeating: 0, count: try read(7) + 11)
      case let length: lengths.append(length)
      }
    }
    guard lengths.count == literalCount + distanceCount else { throw Broken() }
    return (
      Self.codes(Array(lengths[..<literalCount])), Self.codes(Array(lengths[literalCount...]))
    )
  }

  private mutating func block(_ literals: [Int: Int], _ distances: [Int: Int]) throws {
    while true {
      let code = try symbol(literals)
      if code == 256 { return }
      if code < 256 {
        out.append(UInt8(code))
        continue
      }
      guard code <= 285 else { throw Broken() }
      let length = try extended(code - 257, first: 3, groupsOf: 4, last: code == 285 ? 258 : nil)
      let distanceCode = try symbol(distances)
      guard distanceCode < 30 else { throw Broken() }
      let distance = try extended(distanceCode, first: 1, groupsOf: 2, last: nil)
      guard distance <= out.count else { throw Broken() }
      for _ in 0..<length { out.append(out[out.count - distance]) }
    }
  }

  /// Bases grow by doubling steps, `groupsOf` codes a step.
  private mutating func extended(
    _ code: Int, first: Int, groupsOf size: Int, last: Int?
  ) throws -> Int {
    if let last { return last }
    if code < 2 * size { return first + code }
    let extraBits = code / size - 1
    let base = first + (size + code % size) << extraBits
    return base + (try read(extraBits))
  }
}
