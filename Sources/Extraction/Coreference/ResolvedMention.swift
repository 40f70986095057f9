/// A mention with its entity decided.
struct ResolvedMention {
  var tokens: Range<Int>
  /// Index into `Analysis.sentences`.
  var sentence: Int
  /// Index into `Analysis.entities`.
  var entity: Int
  var kind: MentionKind
  var confidence: Float

  /// In text order, containers before their parts.
  static func precedes(_ a: Self, _ b: Self) -> Bool {
    a.tokens.lowerBound != b.tokens.lowerBound
      ? a.tokens.lowerBound < b.tokens.lowerBound : a.tokens.upperBound > b.tokens.upperBound
  }
}
