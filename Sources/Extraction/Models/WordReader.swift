/// Reads the bytes of tokens into `WordForm`s. One for a thread; it owns a scratch buffer.
package struct WordReader {
  /// Of a longer token only this many bytes are looked at: time stays bounded whatever comes.
  static let byteLimit = 96

  private var scratch: [UInt8] = []

  package init() { scratch.reserveCapacity(Self.byteLimit + 4) }

  /// Reads one token; `bytes` may be anything, empty and broken UTF-8 included.
  package mutating func read(_ bytes: Span<UInt8>, _ lexicon: Lexicon) -> WordForm {
    var form = WordForm()
    form.byteCount = UInt8(truncatingIfNeeded: min(bytes.count, 255))
    scratch.removeAll(keepingCapacity: true)
    normalize(bytes, &form)
    hash(&form)
    form.clusters = lexicon.clusters(form.key)
    return form
  }

  /// Fills `scratch` with the lower-cased bytes and reads shape and traits on the way.
  private mutating func normalize(_ bytes: Span<UInt8>, _ form: inout WordForm) {
    let count = min(bytes.count, Self.byteLimit)
    var shape = FeatureHash.seed()
    var lastClass: UInt8 = 0
    var run = 0
    var seen: UInt8 = 0  // 1 capital, 2 small, 4 digit, 8 sign
    var capitals = 0
    var i = 0
    while i < count {
      let byte = bytes[i]
      var letterClass: UInt8
      switch byte {
      case 0x41...0x5a:
        scratch.append(byte | 0x20)
        letterClass = 1
      case 0x61...0x7a:
        scratch.append(byte)
        letterClass = 2
      case 0x30...0x39:
        scratch.append(byte)
        letterClass = 4
      case ..<0x80:
        scratch.append(byte)
        letterClass = 8
        if byte == 0x2d { form.traits.insert(.hyphen) }
      case 0xe2 where i + 2 < count && bytes[i + 1] == 0x80:
        scratch.append(Self.punctuation(bytes[i + 2]))
        letterClass = 8
        i += 2
      case 0xc3 where i + 1 < count, 0xc4 where i + 1 < count, 0xc5 where i + 1 < count:
        let small = Self.lowered(byte, bytes[i + 1])
        scratch.append(byte)
        scratch.append(small)
        letterClass = small == bytes[i + 1] ? 2 : 1
        i += 1
      default:
        scratch.append(byte)
        letterClass = 2
      }
      i += 1
      if seen == 0 { form.traits.insert(Self.firstTrait(letterClass)) }
      if letterClass == 1 && seen != 0 { form.traits.insert(.upperInside) }
      seen |= letterClass
      capitals += letterClass == 1 ? 1 : 0
      if letterClass == lastClass { run += 1 } else { run = 1 }
      lastClass = letterClass
      if run <= 2 {
        shape = FeatureHash.step(
          shape,
          letterClass == 8 && scratch.last.map { $0 < 0x80 } == true
            ? (scratch.last ?? 0) : letterClass)
      }
    }
    form.shape = UInt32(truncatingIfNeeded: FeatureHash.finish(shape))
    if seen & 3 != 0 { form.traits.insert(.letters) }
    if seen & 4 != 0 { form.traits.insert(.digit) }
    if seen & 8 != 0 { form.traits.insert(.sign) }
    if seen & 3 == 1 && (capitals > 1 || seen & 8 != 0) { form.traits.insert(.upperAll) }
  }

  private static func firstTrait(_ letterClass: UInt8) -> WordForm.Traits {
    switch letterClass {
    case 1: .upperFirst
    case 2: .lowerFirst
    default: []
    }
  }

  /// U+2010–U+201F by their last byte: dashes and quotes as ASCII has them.
  private static func punctuation(_ last: UInt8) -> UInt8 {
    switch last {
    case 0x90...0x95: 0x2d
    case 0x98...0x9b: 0x27
    case 0x9c...0x9f: 0x22
    default: last
    }
  }

  /// The second byte of the small letter; Latin-1 and Latin Extended-A.
  private static func lowered(_ first: UInt8, _ second: UInt8) -> UInt8 {
    switch (first, second) {
    case (0xc3, 0x80...0x9e) where second != 0x97: second | 0x20
    case (0xc4, 0x80...0xb6), (0xc5, 0x8a...0xb6): second | 1
    case (0xc4, 0xb9...0xbe) where second & 1 == 1: second + 1
    case (0xc5, 0x81...0x87) where second & 1 == 1: second + 1
    case (0xc5, 0xb9...0xbe) where second & 1 == 1: second + 1
    default: second
    }
  }

  private func hash(_ form: inout WordForm) {
    let bytes = scratch.span
    let count = bytes.count
    var key = FeatureHash.seed()
    var lower = FeatureHash.seed()
    for i in bytes.indices {
      let byte = bytes[i]
      key = FeatureHash.step(key, byte)
      lower = FeatureHash.step(lower, byte &- 0x30 < 10 ? 0x30 : byte)
      switch i {
      case 0: form.prefix1 = UInt32(truncatingIfNeeded: lower)
      case 1: form.prefix2 = UInt32(truncatingIfNeeded: lower)
      case 2: form.prefix3 = UInt32(truncatingIfNeeded: lower)
      case 3: form.prefix4 = UInt32(truncatingIfNeeded: lower)
      default: break
      }
    }
    form.key = FeatureHash.finish(key)
    form.lower = UInt32(truncatingIfNeeded: FeatureHash.finish(lower))
    var suffix: UInt32 = 0
    for k in 1...4 where k <= count {
      suffix = suffix &* 0x0100_0193 ^ UInt32(bytes[count - k])
      switch k {
      case 1: form.suffix1 = suffix &+ 0x1000_0000
      case 2: form.suffix2 = suffix &+ 0x2000_0000
      case 3: form.suffix3 = suffix &+ 0x3000_0000
      default: form.suffix4 = suffix &+ 0x4000_0000
      }
    }
  }
}
