internal import Formats

/// One article's text with what is known of it so far, as the rules for quotations and relations
/// read it: words by key, mentions by token.
package struct ArticleWords: Sendable {
  package let text: [UInt8]
  package let tokens: [Token]
  package let sentences: [Sentence]
  package let mentions: [Mention]
  package let entities: [ArticleEntity]
  /// One a token.
  package let words: [WordKey]
  /// The tokens of each mention; empty where it covers no whole token.
  package let mentionTokens: [Range<Int32>]
  /// The widest mention that covers each token, -1 for none.
  package let widestMention: [Int32]
  /// The widest mention by name that covers each token, -1 for none.
  package let widestName: [Int32]
  /// Empty where nothing was parsed.
  package let tree: SyntaxTree

  /// - Complexity: linear in the text, with a binary search a mention.
  package init(_ article: Article, _ analysis: Analysis, _ syntax: Syntax = Syntax()) {
    text = article.text
    tokens = analysis.tokens
    sentences = analysis.sentences
    mentions = analysis.mentions
    entities = analysis.entities
    let bytes = article.text.span
    words = analysis.tokens.map { WordKey(bytes, $0.range.indices) }
    var widest = [Int32](repeating: -1, count: tokens.count)
    var widestNamed = widest
    var spans: [Range<Int32>] = []
    spans.reserveCapacity(mentions.count)
    for (index, mention) in mentions.enumerated() {
      let span = Self.tokens(in: mention.range, of: analysis.tokens)
      spans.append(span)
      // A container precedes its parts, so the first to come is the widest.
      for token in span where widest[Int(token)] < 0 { widest[Int(token)] = Int32(index) }
      guard mention.kind.isName else { continue }
      for token in span where widestNamed[Int(token)] < 0 {
        widestNamed[Int(token)] = Int32(index)
      }
    }
    mentionTokens = spans
    widestMention = widest
    widestName = widestNamed
    tree = SyntaxTree(syntax, sentences: analysis.sentences)
  }

  /// The index of the first token that ends after `offset`.
  package func token(at offset: Int32) -> Int {
    tokens.partitioningIndex { $0.range.end > offset }
  }

  /// The tokens that lie in `range`.
  package func tokens(in range: TextRange) -> Range<Int32> { Self.tokens(in: range, of: tokens) }

  /// The index of the sentence that holds `offset`, or the last before it; 0 where there is none.
  package func sentence(at offset: Int32) -> Int {
    max(0, sentences.partitioningIndex { $0.range.start > offset } - 1)
  }

  package func mention(at token: Int) -> Mention? {
    let index = widestMention[token]
    return index < 0 ? nil : mentions[Int(index)]
  }

  package func name(at token: Int) -> Mention? {
    let index = widestName[token]
    return index < 0 ? nil : mentions[Int(index)]
  }

  /// From the start of one token to the end of another.
  package func range(_ first: Int, _ last: Int) -> TextRange {
    TextRange(Int(tokens[first].range.start), Int(tokens[last].range.end))
  }

  package func isCapitalized(_ token: Int) -> Bool {
    text.span.scalar(at: Int(tokens[token].range.start)).characterClass == .upper
  }

  package func hasLetter(_ token: Int) -> Bool {
    let first = text.span.scalar(at: Int(tokens[token].range.start)).characterClass
    return first.isLetter || first == .digit
  }

  /// The single ASCII byte a token is, 0 where it is longer.
  package func mark(_ token: Int) -> UInt8 {
    let range = tokens[token].range
    return range.count == 1 ? text[Int(range.start)] : 0
  }

  private static func tokens(in range: TextRange, of tokens: [Token]) -> Range<Int32> {
    let first = tokens.partitioningIndex { $0.range.end > range.start }
    var end = first
    while end < tokens.count, tokens[end].range.end <= range.end { end += 1 }
    return Int32(first)..<Int32(end)
  }
}
