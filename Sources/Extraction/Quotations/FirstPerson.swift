/// Ties "I", "me" and "my" within a quotation to whoever is quoted.
enum FirstPerson {
  /// Adds the mentions to `analysis`, whose quotations are known.
  static func tie(_ article: ArticleWords, into analysis: inout Analysis) {
    var found: [Mention] = []
    var last = 0
    for (q, quotation) in analysis.quotations.enumerated() {
      guard quotation.form == .direct || quotation.form == .partial,
        let speaker = quotation.speaker?.entity, analysis.entities[Int(speaker)].type == .person
      else { continue }
      // A quotation within speaks for another, unless it is told in the first one's words.
      let inner = analysis.quotations[(q + 1)...].prefix(innerLimit).prefix {
        $0.range.start < quotation.range.end
      }.filter { $0.form != .indirect }
      for token in article.tokens(in: quotation.range) where Int(token) >= last {
        let range = article.tokens[Int(token)].range
        guard words.contains(article.words[Int(token)]), article.widestMention[Int(token)] < 0,
          // "[I]t" is one word.
          token == 0 || article.mark(Int(token) - 1) != UInt8(ascii: "["),
          !inner.contains(where: { $0.range.contains(range) })
        else { continue }
        last = Int(token) + 1
        found.append(
          Mention(
            range: range, sentence: Int32(article.sentence(at: range.start)), entity: speaker,
            kind: .pronoun, confidence: min(quotation.confidence, 90)))
      }
    }
    guard !found.isEmpty else { return }
    analysis.mentions = (analysis.mentions + found).sorted { $0.range < $1.range }
  }

  /// No more quotations within one are looked at.
  private static let innerLimit = 32
  private static let words = WordSet("i me my mine myself")
}
