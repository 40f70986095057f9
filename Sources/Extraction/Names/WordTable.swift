/// What every token of an article looks like and may be, looked up once for all later steps.
package struct WordTable: Sendable {
  /// How a token is written.
  package struct Shape: OptionSet, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Starts with a capital.
    package static let capital = Shape(rawValue: 1)
    /// Two letters or more, all capitals.
    package static let allCapitals = Shape(rawValue: 2)
    /// Starts with a small letter.
    package static let small = Shape(rawValue: 4)
    package static let digit = Shape(rawValue: 8)
    /// Follows the token before without white space.
    package static let joined = Shape(rawValue: 16)
    /// `'s`, `’s` or a bare apostrophe.
    package static let possessive = Shape(rawValue: 32)
    /// First word of its sentence, quotation marks aside.
    package static let opening = Shape(rawValue: 64)
    /// A full stop stands inside or at its end (`U.S.`, `J.`).
    package static let dotted = Shape(rawValue: 128)
    /// Capitals or digits also after small letters (`TfL`, `K2`), as people's names have not.
    package static let mixed = Shape(rawValue: 256)
    /// Ends in a small s behind three letters or more.
    package static let plural = Shape(rawValue: 512)
  }

  package struct Word: Sendable {
    package var key: UInt64 = 0
    /// The longest gazetteer phrase starting here, this token alone among them.
    package var phraseKey: UInt64 = 0
    package var classes: ClassSet = []
    package var phraseClasses: ClassSet = []
    /// Tokens of that phrase; 0 where nothing is known.
    package var phraseLength: UInt8 = 0
    package var shape: Shape = []
    package var mark: UInt8 = 0
  }

  package private(set) var words: [Word] = []

  /// Phrases of more tokens are not looked for.
  private static let longestPhrase = 9

  package init(_ analysis: Analysis, text: Span<UInt8>, gazetteer: Gazetteer) {
    words.reserveCapacity(analysis.tokens.count)
    var last: Int32 = -1
    for token in analysis.tokens {
      words.append(Self.word(token, text, gazetteer, follows: last))
      last = token.range.end
    }
    for sentence in analysis.sentences {
      markOpening(sentence.tokens)
      for i in sentence.tokens where words[Int(i)].classes.contains(.prefix) {
        extendPhrase(
          at: Int(i), before: Int(sentence.tokens.upperBound), analysis.tokens, text, gazetteer)
      }
    }
  }

  package subscript(_ i: Int) -> Word { words[i] }

  /// The gazetteer key of exactly these tokens, and what they may be; `nil` where they are no
  /// known phrase by themselves.
  package func phrase(_ range: Range<Int>) -> (key: UInt64, classes: ClassSet)? {
    let word = words[range.lowerBound]
    if range.count == 1 { return (word.key, word.classes) }
    return Int(word.phraseLength) == range.count ? (word.phraseKey, word.phraseClasses) : nil
  }

  package var count: Int { words.count }

  /// `i`, or the token behind where "the" stands there.
  func pastArticle(_ i: Int) -> Int {
    i < words.count && words[i].key == NameFinder.the ? i + 1 : i
  }

  private static func word(
    _ token: Token, _ text: Span<UInt8>, _ gazetteer: Gazetteer, follows end: Int32
  ) -> Word {
    let bytes = text.extracting(token.named(in: text).indices)
    var word = Word()
    word.shape = shape(bytes)
    if end == token.range.start { word.shape.insert(.joined) }
    if bytes.count == 1 || bytes.count > 1 && bytes[0] == UInt8(ascii: "@") { word.mark = bytes[0] }
    if bytes.count == 3, bytes[0] == 0xe2, bytes[1] == 0x80 { word.mark = bytes[2] }
    var hash = PhraseHash()
    hash.append(token: bytes)
    guard !hash.isEmpty else { return word }
    word.key = hash.value
    var classes = gazetteer.entry(hash.value).classes
    if classes.contains(.upperOnly) && !word.shape.contains(.allCapitals)
      && !word.shape.contains(.dotted)
    {
      classes.subtract([.upperOnly, .organization, .country, .city, .outlet, .demonym])
    }
    word.classes = classes
    word.phraseClasses = classes
    word.phraseKey = hash.value
    word.phraseLength = classes.subtracting(.prefix).isEmpty ? 0 : 1
    return word
  }

  private static func shape(_ bytes: Span<UInt8>) -> Shape {
    guard bytes.count > 0 else { return [] }
    var shape: Shape = []
    var capitals = 0
    var smalls = 0
    var lateCapitals = 0
    for i in bytes.indices {
      let byte = bytes[i]
      if byte &- 0x41 < 26 { capitals += 1 }
      if i > 0 && byte &- 0x30 < 10 || i > 3 && byte &- 0x41 < 26 && smalls > 0 {
        lateCapitals += 1
      }
      if i == bytes.count - 1 && bytes.count <= 4 && byte &- 0x41 < 26 && smalls > 0 {
        lateCapitals += 1
      }
      if byte &- 0x61 < 26 || byte >= 0x80 { smalls += 1 }
      if byte == UInt8(ascii: ".") && bytes.count > 1 { shape.insert(.dotted) }
    }
    let first = bytes[0]
    if first &- 0x30 < 10 { shape.insert(.digit) }
    if first &- 0x41 < 26 || startsWithLatinCapital(bytes) { shape.insert(.capital) }
    if first &- 0x61 < 26 { shape.insert(.small) }
    if lateCapitals > 0 { shape.insert(.mixed) }
    if smalls > 2 && bytes[bytes.count - 1] == UInt8(ascii: "s") { shape.insert(.plural) }
    if capitals > 1 && smalls == 0 { shape.insert(.allCapitals) }
    if first == UInt8(ascii: "'") && (bytes.count == 1 || bytes[1] | 0x20 == 0x73) {
      shape.insert(.possessive)
    }
    if bytes.count >= 3 && first == 0xe2 && bytes[1] == 0x80 && bytes[2] == 0x99
      && (bytes.count == 3 || bytes[3] | 0x20 == 0x73)
    {
      shape.insert(.possessive)
    }
    return shape
  }

  /// É, Š, Ж and the like; capitals beyond Latin, Greek and Cyrillic are rare in English news.
  private static func startsWithLatinCapital(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 1, (0xc3...0xd1).contains(bytes[0]), bytes[1] & 0xc0 == 0x80 else {
      return false
    }
    let scalar = UInt32(bytes[0] & 0x1f) << 6 | UInt32(bytes[1] & 0x3f)
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  private mutating func markOpening(_ tokens: Range<Int32>) {
    for i in tokens {
      let shape = words[Int(i)].shape
      if shape.contains(.capital) || shape.contains(.small) || shape.contains(.digit) {
        words[Int(i)].shape.insert(.opening)
        break
      }
    }
    // A quotation opens like a sentence.
    for i in tokens.dropFirst() where words[Int(i)].shape.isSuperset(of: [.joined, .capital]) {
      let mark = words[Int(i) - 1].mark
      if mark == UInt8(ascii: "\"") || mark == 0x9c || mark == 0x98 {
        words[Int(i)].shape.insert(.opening)
      }
    }
  }

  private mutating func extendPhrase(
    at i: Int, before limit: Int, _ tokens: [Token], _ text: Span<UInt8>, _ gazetteer: Gazetteer
  ) {
    var hash = PhraseHash()
    hash.append(token: text.extracting(tokens[i].range.indices))
    var j = i + 1
    while j < min(limit, i + Self.longestPhrase) {
      hash.append(token: text.extracting(tokens[j].range.indices))
      j += 1
      let classes = gazetteer.entry(hash.value).classes
      if classes.isEmpty { return }
      // A phrase that ends in a hyphen or stop has the key of the one before.
      // With a possessive only names that have one ("Lloyd's"), not "Serb's" as "Serbs".
      let isPossessive = words[j - 1].shape.contains(.possessive)
      if words[j - 1].key != 0, !classes.subtracting([.prefix, .upperOnly]).isEmpty,
        !isPossessive || classes.meets([.organization, .company])
      {
        words[i].phraseKey = hash.value
        words[i].phraseClasses = classes
        words[i].phraseLength = UInt8(j - i)
      }
      if !classes.contains(.prefix) && words[j - 1].key != 0 { return }
    }
  }
}
