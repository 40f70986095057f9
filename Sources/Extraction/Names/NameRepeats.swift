/// Finds again, elsewhere in the article, names that were found once: abbreviations set in
/// parentheses behind a name, full names, and surnames that are no other word.
///
/// - Complexity: linear in tokens; at each capital at most eight known names are compared.
struct NameRepeats {
  let words: WordTable
  let sentences: [Sentence]

  /// `spans` and what repeats them, in text order.
  func complete(_ spans: [NameSpan]) -> [NameSpan] {
    let abbreviations = abbreviations(spans)
    let all = (spans + abbreviations).sorted { $0.start < $1.start }
    let known = HeadlineNames(all, words)
    var repeats: [NameSpan] = []
    var next = 0
    for sentence in sentences where sentence.zone != .credit && sentence.zone != .residue {
      var i = Int(sentence.tokens.lowerBound)
      while i < Int(sentence.tokens.upperBound) {
        while next < all.count, all[next].end <= i { next += 1 }
        if next < all.count, all[next].start <= i {
          i = all[next].end
          continue
        }
        let limit = min(
          Int(sentence.tokens.upperBound), next < all.count ? all[next].start : Int.max)
        if let span = known.repeated(at: i, before: limit, words), isMeant(span, before: limit) {
          repeats.append(span)
          i = span.end
        } else {
          i += 1
        }
      }
    }
    return repeats.isEmpty ? all : (all + repeats).sorted { $0.start < $1.start }
  }

  /// "National Weather Office (NWO)".
  private func abbreviations(_ spans: [NameSpan]) -> [NameSpan] {
    var found: [NameSpan] = []
    for (s, span) in spans.enumerated() where span.end - span.start > 1 && span.type != .person {
      let inside = span.end + 1
      guard inside + 1 < words.count, words[span.end].mark == UInt8(ascii: "("),
        words[inside + 1].mark == UInt8(ascii: ")"), words[inside].shape.contains(.allCapitals),
        !words[inside].shape.contains(.digit),
        s + 1 == spans.count || spans[s + 1].start > inside
      else { continue }
      found.append(NameSpan(inside, inside + 1, span.type, 0.9))
    }
    return found
  }

  /// Whether a repeated string means the name here too: not where it is a common word that opens
  /// a sentence or has an article, nor the beginning of something longer.
  private func isMeant(_ span: NameSpan, before limit: Int) -> Bool {
    let first = words[span.start]
    if span.end < limit, words[span.end].shape.contains(.capital) { return false }
    if span.start > 0, words[span.start].shape.contains(.joined),
      words[span.start - 1].mark == UInt8(ascii: "-")
    {
      return false
    }
    if span.end - span.start > 1 || first.shape.contains(.allCapitals) { return true }
    guard first.classes.meets([.lowerCase, .title, .nonName, .calendar]) else { return true }
    let hasArticle = span.start > 0 && Self.articles.contains(words[span.start - 1].key)
    return span.type == .person && !first.shape.contains(.opening) && !hasArticle
      && !first.classes.meets([.function, .calendar])
  }

  private static let articles = PhraseHash.keys("the a an this that former")
}
