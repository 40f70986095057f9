/// A distinct written form of a name in one article, with all its mentions.
struct NameForm {
  /// Tokens of the mention that shows it best: of running text before headlines.
  var tokens: Range<Int>
  var type: EntityType
  var count = 0
  var confidence: Float
  var isShouted: Bool
  /// Keys of its words, marks of punctuation left out.
  var keys: [UInt64]
  var institution: Int?
  /// Index into the article's entities once decided.
  var entity: Int?
  var kind: MentionKind = .name
}

/// Groups an article's mentions by written form, in order of first mention.
struct NameForms {
  private(set) var forms: [NameForm] = []
  /// The form of each mention.
  private(set) var formOfMention: [Int] = []

  init(_ mentions: [NamedMention], _ words: WordTable) {
    var byKey: [UInt64: Int] = [:]
    formOfMention.reserveCapacity(mentions.count)
    for mention in mentions {
      let keys = Self.keys(mention.tokens, words)
      let key = Self.combined(keys[...]) ^ (mention.type == .person ? 1 : 0)
      let isShouted = mention.tokens.allSatisfy {
        !words[$0].shape.contains(.capital) || words[$0].shape.contains(.allCapitals)
      }
      if let known = byKey[key] {
        forms[known].count += 1
        forms[known].confidence = max(forms[known].confidence, mention.confidence)
        if forms[known].isShouted && !isShouted {
          forms[known].tokens = mention.tokens
          forms[known].isShouted = false
        }
        formOfMention.append(known)
      } else {
        byKey[key] = forms.count
        formOfMention.append(forms.count)
        forms.append(
          NameForm(
            tokens: mention.tokens, type: mention.type, count: 1, confidence: mention.confidence,
            isShouted: isShouted, keys: keys, institution: mention.institution))
      }
    }
  }

  subscript(_ i: Int) -> NameForm {
    get { forms[i] }
    set { forms[i] = newValue }
  }

  var indices: Range<Int> { forms.indices }

  private static func keys(_ tokens: Range<Int>, _ words: WordTable) -> [UInt64] {
    tokens.filter { words[$0].key != 0 }.map { words[$0].key }
  }

  /// One key for a run of words.
  static func combined(_ keys: ArraySlice<UInt64>) -> UInt64 {
    var key: UInt64 = 0x9e37_79b9_7f4a_7c15
    for word in keys { key = (key ^ word) &* 0x0000_0100_0000_01b3 }
    return key & ~1
  }
}
