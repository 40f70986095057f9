/// What features see of one token: hashes and small numbers, computed once and shared by the
/// tagger, the parser and the name tagger.
package struct WordForm: Sendable, Equatable {
  /// Lower-cased, digits as 0, quotes and dashes unified.
  package var lower: UInt32 = 0
  var prefix1: UInt32 = 0
  var prefix2: UInt32 = 0
  var prefix3: UInt32 = 0
  var prefix4: UInt32 = 0
  var suffix1: UInt32 = 0
  var suffix2: UInt32 = 0
  var suffix3: UInt32 = 0
  var suffix4: UInt32 = 0
  /// Runs of capitals, small letters, digits and other signs, each cut to two ("Xx", "X.X.", "dd").
  var shape: UInt32 = 0
  /// `lower` with its digits kept: the key of the lexicon, and of names within an article.
  package var key: UInt64 = 0
  /// Where the phrase lists have this token: 3 bits a list (none, alone, first, inside, last).
  package var lists: UInt32 = 0
  var clusters = WordClusters()
  var traits = Traits()
  /// Length in bytes, at most 255.
  var byteCount: UInt8 = 0

  struct Traits: OptionSet, Sendable, Equatable {
    var rawValue: UInt8
    static let upperFirst = Traits(rawValue: 1)
    static let upperAll = Traits(rawValue: 2)
    static let digit = Traits(rawValue: 4)
    static let letters = Traits(rawValue: 8)
    static let lowerFirst = Traits(rawValue: 16)
    static let upperInside = Traits(rawValue: 32)
    static let sign = Traits(rawValue: 64)
    static let hyphen = Traits(rawValue: 128)
  }

  /// Stands before a sentence's first token and after its last.
  static let outside: WordForm = {
    var form = WordForm()
    form.lower = 0x5bd1_e995
    form.shape = 0x1b87_3593
    return form
  }()

  package init() {}

  package var isCapitalized: Bool { traits.contains(.upperFirst) }
  package var isLowerWord: Bool { traits.contains(.lowerFirst) && traits.contains(.letters) }
  package var hasLetters: Bool { traits.contains(.letters) }
}

/// The word's classes in three clusterings of word vectors; 0 where the word is not known.
struct WordClusters: Sendable, Equatable {
  var coarse: UInt16 = 0
  var middle: UInt16 = 0
  var fine: UInt16 = 0
}

/// How a line is written: capitals tell names only in ordinary text.
package enum LineCase: UInt32, Sendable, CaseIterable {
  case ordinary, title, upper, lower

  /// Judged on the whole sentence: words of letters only, short words excused in title case.
  package static func judged(_ forms: Span<WordForm>) -> LineCase {
    var words = 0
    var upper = 0
    var lower = 0
    var longLower = 0
    for i in forms.indices {
      let traits = forms[i].traits
      guard traits.contains(.letters) else { continue }
      words += 1
      if traits.contains(.upperAll) { upper += 1 }
      if traits.contains(.lowerFirst) {
        lower += 1
        if forms[i].byteCount > 4 { longLower += 1 }
      }
    }
    if words == lower { return words > 2 ? .lower : .ordinary }
    if words >= 3 && upper * 5 >= words * 4 { return .upper }
    // "Leaders Meet in Capital to Sign Accord"; two names and a verb are not enough.
    if words >= 5 && longLower == 0 && (words - lower) * 2 > words && lower < words - 3 {
      return .title
    }
    return .ordinary
  }
}
