internal import Extraction

/// A person's full name cut for comparison with other spellings of it: the first name as its class of
/// `FirstNames`, the rest as one word, without Arabic articles.
struct SpelledName {
  private(set) var first: [UInt8] = []
  private(set) var rest: [UInt8] = []

  /// - Parameter key: folded.
  init(_ key: Span<UInt8>) {
    var start = 0
    var isJoined = false
    while start < key.count {
      var end = start
      while end < key.count, key[end] != 0x20, key[end] != UInt8(ascii: "-") { end += 1 }
      let word = (start..<end).map { key[$0] }
      if first.isEmpty {
        first = word
        isJoined = end < key.count && key[end] != 0x20
      } else if isJoined {
        // "Jean-Pierre" is a first name.
        first += word
        isJoined = end < key.count && key[end] != 0x20
      } else if word.count > 2 || !Self.articles.contains(String(decoding: word, as: UTF8.self)) {
        rest += word
      }
      start = end + 1
    }
    first = FirstNames.representative(of: first)
  }

  private static let articles: Set<String> = ["al", "el"]

  /// Equal for names that differ in nothing that makes another name.
  var light: [UInt8] {
    NameSpelling.light(foldedKey: first.span) + [0x20] + NameSpelling.light(foldedKey: rest.span)
  }

  /// Equal for names that may be one.
  var skeleton: [UInt8] {
    NameSkeleton.make(foldedKey: first.span) + [0x20] + NameSkeleton.make(foldedKey: rest.span)
  }

  /// Whether the two are spellings of one name: of first names and the rest one part is transliterated
  /// otherwise; or both, where they have six consonants and more.
  func isSpelling(of other: SpelledName) -> Bool {
    var changed = 0
    var agreeing = 0
    for (one, two) in [(first, other.first), (rest, other.rest)] {
      if NameSpelling.light(foldedKey: one.span) == NameSpelling.light(foldedKey: two.span) {
        continue
      }
      guard let count = NameSpelling.agreement(one.span, two.span) else { return false }
      changed += 1
      agreeing += count
    }
    return changed < 2 || agreeing > 5
  }
}
