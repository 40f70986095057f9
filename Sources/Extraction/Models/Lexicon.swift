/// A list of phrases the name tagger may ask about. As features only: lists hold words too.
package enum PhraseList: Int, Sendable, CaseIterable {
  case firstName, surname, country, city, region, demonym, organization, company, armedGroup, person
}

/// What is known of words before any training: clusters of word vectors, and lists of phrases.
///
/// Both are open-addressing tables over the hash of the folded word; a slot keeps part of the
/// hash, so a stranger passes for a member once in some hundred thousand questions.
package struct Lexicon: Sendable {
  /// 34 bits of hash, 12 fine, 10 middle, 8 coarse; 0 is an empty slot.  // [2^k]
  let words: [UInt64]
  /// 21 bits of hash, 1 bit "a longer phrase begins so", 10 bits of lists; 0 is empty.  // [2^k]
  let phrases: [UInt32]

  /// The longest phrase looked for, in tokens.
  static let phraseLimit = 6
  static let continues: UInt32 = 1 << 10

  package init(words: [UInt64] = [], phrases: [UInt32] = []) {
    self.words = words.count & (words.count - 1) == 0 ? words : []
    self.phrases = phrases.count & (phrases.count - 1) == 0 ? phrases : []
  }

  package var byteCount: Int { words.count * 8 + phrases.count * 4 }

  func clusters(_ key: UInt64) -> WordClusters {
    let mask = words.count - 1
    guard mask > 0 else { return WordClusters() }
    var slot = Int(truncatingIfNeeded: key) & mask
    // A full table ends the walk as well as an empty slot does.
    for _ in 0...mask {
      let word = words[slot]
      if word == 0 { break }
      if word &>> 30 == key &>> 30 {
        return WordClusters(
          coarse: UInt16(truncatingIfNeeded: word & 0xff),
          middle: UInt16(truncatingIfNeeded: (word &>> 8) & 0x3ff),
          fine: UInt16(truncatingIfNeeded: (word &>> 18) & 0xfff))
      }
      slot = (slot + 1) & mask
    }
    return WordClusters()
  }

  func phrase(_ hash: UInt64) -> UInt32 {
    let mask = phrases.count - 1
    guard mask > 0 else { return 0 }
    var slot = Int(truncatingIfNeeded: hash) & mask
    let print = UInt32(truncatingIfNeeded: hash &>> 43)
    for _ in 0...mask {
      let phrase = phrases[slot]
      if phrase == 0 { break }
      if phrase &>> 11 == print { return phrase & 0x7ff }
      slot = (slot + 1) & mask
    }
    return 0
  }

  @inline(__always)
  package static func extend(_ hash: UInt64, _ key: UInt64) -> UInt64 {
    FeatureHash.finish((hash &* 0x9e37_79b9_7f4a_7c15) ^ key)
  }

  /// Writes into `forms[…].lists` where phrases of the lists stand: 1 alone, 2 first, 3 inside,
  /// 4 last. Phrases begin at words that could begin a name.
  package func mark(_ forms: inout [WordForm], _ range: Range<Int>, _ lineCase: LineCase) {
    for start in range {
      guard lineCase == .lower || !forms[start].isLowerWord else { continue }
      guard forms[start].hasLetters else { continue }
      var hash: UInt64 = 0
      var lengths: (UInt64, UInt32) = (0, 0)  // 4 bits a list, and which lists
      var length = 0
      while length < Self.phraseLimit, start + length < range.upperBound {
        hash = Self.extend(hash, forms[start + length].key)
        length += 1
        let found = phrase(hash)
        var lists = found & 0x3ff
        lengths.1 |= lists
        while lists != 0 {
          let list = UInt64(lists.trailingZeroBitCount)
          lengths.0 = lengths.0 & ~(0xf &<< (list &* 4)) | UInt64(length) &<< (list &* 4)
          lists &= lists - 1
        }
        if found & Self.continues == 0 { break }
      }
      var lists = lengths.1
      while lists != 0 {
        let list = lists.trailingZeroBitCount
        lists &= lists - 1
        write(&forms, start, Int((lengths.0 &>> UInt64(list * 4)) & 0xf), list)
      }
    }
  }

  private func write(_ forms: inout [WordForm], _ start: Int, _ length: Int, _ list: Int) {
    let shift = UInt32(list * 3)
    // The phrase that began first, and so reaches here, keeps the token.
    guard (forms[start].lists &>> shift) & 7 == 0 else { return }
    if length == 1 {
      forms[start].lists |= 1 &<< shift
      return
    }
    for k in 0..<length {
      let code: UInt32 = k == 0 ? 2 : k == length - 1 ? 4 : 3
      forms[start + k].lists = forms[start + k].lists & ~(7 &<< shift) | code &<< shift
    }
  }
}

/// Builds a `Lexicon`; for training and tests.
package struct LexiconBuilder {
  private var wordEntries: [(key: UInt64, clusters: UInt64)] = []
  private var phraseEntries: [UInt64: UInt32] = [:]

  package init() {}

  /// Clusters count from 0, as the lists write them.
  package mutating func add(word: String, coarse: Int, middle: Int, fine: Int) {
    let packed = UInt64(coarse + 1) | UInt64(middle + 1) << 8 | UInt64(fine + 1) << 18
    wordEntries.append((Self.key(Array(word.utf8)), packed))
  }

  package mutating func add(phrase tokens: [[UInt8]], to list: PhraseList) {
    guard !tokens.isEmpty, tokens.count <= Lexicon.phraseLimit else { return }
    var hash: UInt64 = 0
    for (i, token) in tokens.enumerated() {
      hash = Lexicon.extend(hash, Self.key(token))
      phraseEntries[hash, default: 0] |=
        i == tokens.count - 1 ? 1 << UInt32(list.rawValue) : Lexicon.continues
    }
  }

  private static func key(_ bytes: [UInt8]) -> UInt64 {
    var reader = WordReader()
    return reader.read(bytes.span, Lexicon()).key
  }

  package func finish() -> Lexicon {
    var words = [UInt64](repeating: 0, count: Self.slotCount(wordEntries.count))
    for entry in wordEntries {
      var slot = Int(truncatingIfNeeded: entry.key) & (words.count - 1)
      while words[slot] != 0 { slot = (slot + 1) & (words.count - 1) }
      words[slot] = (entry.key & ~0x3fff_ffff) | entry.clusters
    }
    var phrases = [UInt32](repeating: 0, count: Self.slotCount(phraseEntries.count))
    for (hash, value) in phraseEntries.sorted(by: { $0.key < $1.key }) {
      var slot = Int(truncatingIfNeeded: hash) & (phrases.count - 1)
      while phrases[slot] != 0 { slot = (slot + 1) & (phrases.count - 1) }
      phrases[slot] = UInt32(truncatingIfNeeded: hash >> 43) << 11 | value
    }
    return Lexicon(words: words, phrases: phrases)
  }

  /// At most four fifths full.
  private static func slotCount(_ entries: Int) -> Int {
    var count = 16
    while count * 4 < entries * 5 { count *= 2 }
    return count
  }
}
