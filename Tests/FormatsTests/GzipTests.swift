import Formats
import Foundation
import Testing

struct GzipTests {
  /// Inputs of many kinds and lengths, the same in every run.
  static func inputs() -> [[UInt8]] {
    var random = SeededGenerator(seed: 3)
    var inputs: [[UInt8]] = [[], [0], Array("a".utf8), Array(repeating: 7, count: 70_000)]
    for count in [2, 3, 4, 10, 257, 258, 259, 260, 1000, 32_769, 66_000] {
      inputs.append((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
      inputs.append((0..<count).map { _ in UInt8.random(in: 97...100, using: &random) })
      inputs.append((0..<count).map { UInt8(truncatingIfNeeded: $0 / 3 % 251) })
      inputs.append(phrases(count, &random))
    }
    for _ in 0..<100 {
      inputs.append(phrases(Int.random(in: 0...3000, using: &random), &random))
    }
    // Counts like Fibonacci's give the longest words a prefix code can have.
    var (a, b) = (1, 1)
    var skewed: [UInt8] = []
    for symbol in UInt8(0)..<24 {
      skewed += Array(repeating: symbol, count: min(a, 20_000))
      (a, b) = (b, a + b)
    }
    inputs.append(skewed.shuffled(using: &random))
    return inputs
  }

  private static func phrases(_ count: Int, _ random: inout SeededGenerator) -> [UInt8] {
    let phrases = [
      #"{"id":"#, #""name":"A B","#, #""text":"said on Monday that","#, "},", "é", "0123",
    ]
    var bytes: [UInt8] = []
    while bytes.count < count {
      bytes += Array(phrases.randomElement(using: &random)?.utf8 ?? "".utf8)
      if Int.random(in: 0..<8, using: &random) == 0 {
        bytes.append(.random(in: 0...255, using: &random))
      }
    }
    return Array(bytes.prefix(count))
  }

  @Test func `what is compressed inflates to the same`() throws {
    for input in Self.inputs() {
      let coded = Gzip.compress(input)
      #expect(try Inflater.gunzip(coded, sum: Self.slowSum) == input)
      #expect(coded.count <= input.count + 32 + input.count / 1000)
    }
  }

  @Test func `text becomes a third or less`() {
    var random = SeededGenerator(seed: 4)
    let input = Self.phrases(50_000, &random)
    #expect(Gzip.compress(input).count < input.count / 3)
    #expect(Gzip.compress(input) == Gzip.compress(input))
  }

  @Test func `the sum is that of the definition`() {
    let check = Array("123456789".utf8)
    #expect(CRC32.sum(check.span) == 0xcbf4_3926)
    for count in 0..<40 {
      let input = (0..<count).map { UInt8($0 * 37 % 256) }
      #expect(CRC32.sum(input.span) == Self.slowSum(input))
    }
  }

  /// One bit a step.
  private static func slowSum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xffff_ffff
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? 0xedb8_8320 ^ (sum >> 1) : sum >> 1 }
    }
    return ~sum
  }

  @Test(.enabled(if: tool("gzip") != nil, "gzip is not installed"))
  func `gzip takes it`() throws {
    for input in Self.inputs().prefix(40) {
      let out = try run("gzip", ["-dc"], input: Gzip.compress(input))
      #expect(out == input)
    }
  }

  @Test(.enabled(if: tool("python3") != nil, "python3 is not installed"))
  func `Python's zlib takes it`() throws {
    let script =
      "import sys,zlib; sys.stdout.buffer.write(zlib.decompress(sys.stdin.buffer.read(),31))"
    for input in Self.inputs().suffix(10) {
      #expect(try run("python3", ["-c", script], input: Gzip.compress(input)) == input)
    }
  }

  private static func tool(_ name: String) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { URL(fileURLWithPath: "\($0)/\(name)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// What the tool writes on standard output for that input.
  private func run(_ name: String, _ arguments: [String], input: [UInt8]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = Self.tool(name)
    process.arguments = arguments
    let (from, to) = (Pipe(), Pipe())
    process.standardInput = to
    process.standardOutput = from
    try process.run()
    // A few hundred kilobytes: written from another thread, read here, so neither waits for both.
    let handle = to.fileHandleForWriting
    Thread.detachNewThread {
      try? handle.write(contentsOf: Data(input))
      try? handle.close()
    }
    let out = try from.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return Array(out)
  }
}
