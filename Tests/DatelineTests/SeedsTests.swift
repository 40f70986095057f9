import Foundation
import Testing

@Test(arguments: [
  (
    "000_703efa08a2eeb84e.txt",
    "cdd9f831624d046b7cad595644e882b2d74d607dc7a8691f358a88a873ba5c92"
  ),
  (
    "003_e0a5d93cd990af0a.txt",
    "d106ddf5e8642031833ace5ae1ef1803646358d07fc14ed654ddfdb048c7d4ec"
  ),
  (
    "004_f57515ef10ec2f22.txt",
    "8b100ced206b771e5e384d5df0e211bf73d5a4a00c6fae662f96d5457ee2cb6f"
  ),
])
func `the seeds are the files they were`(name: String, sha256: String) throws {
  let file = Product.package.appending(path: "seeds/\(name)")
  #expect(SHA256.hex(of: try Data(contentsOf: file)) == sha256)
}

@Test func `the hash of the seeds' test is SHA-256`() {
  // FIPS 180-4, examples of one and two blocks.
  #expect(
    SHA256.hex(of: Data("abc".utf8))
      == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  #expect(
    SHA256.hex(of: Data("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
      == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
}

/// FIPS 180-4 §6.2, as it is written there.
private enum SHA256 {
  static func hex(of data: Data) -> String {
    var message = Array(data) + [0x80]
    while message.count % 64 != 56 { message.append(0) }
    let bits = UInt64(data.count * 8)
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      message.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    var state = primes(8).map { fraction(of: Double($0).squareRoot()) }
    let constants = primes(64).map { fraction(of: cbrt(Double($0))) }
    for block in stride(from: 0, to: message.count, by: 64) {
      mix(message[block..<block + 64], constants, into: &state)
    }
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private static func mix(
    _ block: ArraySlice<UInt8>, _ constants: [UInt32], into state: inout [UInt32]
  ) {
    func rotated(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }
    var w = stride(from: block.startIndex, to: block.endIndex, by: 4).map { i in
      block[i..<i + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for t in 16..<64 {
      let s0 = rotated(w[t - 15], 7) ^ rotated(w[t - 15], 18) ^ w[t - 15] >> 3
      let s1 = rotated(w[t - 2], 17) ^ rotated(w[t - 2], 19) ^ w[t - 2] >> 10
      w.append(w[t - 16] &+ s0 &+ w[t - 7] &+ s1)
    }
    var v = state
    for t in 0..<64 {
      let s1 = rotated(v[4], 6) ^ rotated(v[4], 11) ^ rotated(v[4], 25)
      let choice = v[4] & v[5] ^ ~v[4] & v[6]
      let t1 = v[7] &+ s1 &+ choice &+ constants[t] &+ w[t]
      let s0 = rotated(v[0], 2) ^ rotated(v[0], 13) ^ rotated(v[0], 22)
      let majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]
      v = [t1 &+ s0 &+ majority, v[0], v[1], v[2], v[3] &+ t1, v[4], v[5], v[6]]
    }
    for i in 0..<8 { state[i] &+= v[i] }
  }

  private static func primes(_ count: Int) -> [Int] {
    var found: [Int] = []
    var number = 2
    while found.count < count {
      if found.allSatisfy({ number % $0 != 0 }) { found.append(number) }
      number += 1
    }
    return found
  }

  /// The first 32 bits after the point.
  private static func fraction(of root: Double) -> UInt32 {
    UInt32((root - root.rounded(.down)) * 4_294_967_296)
  }
}
