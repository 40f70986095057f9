/// A name as name finding hands it to coreference: what it spans and what it is thought to be.
///
/// Edges: no leading article, no title, no possessive ending. Spans of one article are sorted and
/// do not overlap; adjectives of peoples (`Iranian`) are spans of type `group`.
package struct NameSpan: Sendable, Equatable {
  /// Indices into `Analysis.tokens`, inside one sentence.
  package var tokens: Range<Int32>
  package var type: EntityType
  /// 0...1.
  package var confidence: Float

  package init(tokens: Range<Int32>, type: EntityType, confidence: Float) {
    self.tokens = tokens
    self.type = type
    self.confidence = confidence
  }

  package init(_ start: Int, _ end: Int, _ type: EntityType, _ confidence: Float) {
    self.init(tokens: Int32(start)..<Int32(end), type: type, confidence: confidence)
  }

  package var start: Int { Int(tokens.lowerBound) }
  package var end: Int { Int(tokens.upperBound) }
}
