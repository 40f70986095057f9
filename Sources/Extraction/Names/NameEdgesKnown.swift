/// Names that the gazetteer knows whole though a tagger found a part of them, or took them for people.
extension NameEdges {
  /// "People’s Republic of Norland" for "Republic of Norland", "National Aeronautics and Space
  /// Administration" for its first half; `nil` where nothing longer is known.
  ///
  /// - Parameter free: tokens of its sentence that no name before it has.
  func known(around span: NameSpan, in free: Range<Int>) -> NameSpan? {
    for start in max(free.lowerBound, span.start - Self.reach)...span.start {
      let end = start + Int(words[start].phraseLength)
      let isLonger = start < span.start || end > span.end
      guard words[start].shape.contains(.capital), isLonger || isMistyped(span),
        end >= span.end, end <= free.upperBound,
        let type = wholeType(words[start].phraseClasses, wordCount: end - start)
      else { continue }
      // "The Times of Lima" is known with its article.
      return NameSpan(words.pastArticle(start), end, type, 0.96)
    }
    return campus(span, in: free)
  }

  /// Tokens before a name where a known one may begin.
  private static let reach = 4

  /// A body known by several words is nobody.
  private func isMistyped(_ span: NameSpan) -> Bool {
    span.type == .person && span.end - span.start > 1
  }

  private func wholeType(_ classes: ClassSet, wordCount: Int) -> EntityType? {
    guard !classes.meets([.personName, .title, .institution]) else { return nil }
    if classes.contains(.country), wordCount > 1 { return .place }
    return classes.contains(.organization) && wordCount > 2 ? .organization : nil
  }

  /// "University of California, Berkeley": one of several of its name.
  private func campus(_ span: NameSpan, in free: Range<Int>) -> NameSpan? {
    let comma = span.end
    guard span.type == .organization, words[span.start].key == Self.university,
      words[span.end - 1].classes.contains(.region), comma + 1 < free.upperBound,
      words[comma].mark == UInt8(ascii: ","), words[comma + 1].shape.contains(.capital),
      words[comma + 1].phraseClasses.contains(.city)
    else { return nil }
    let end = comma + 1 + Int(words[comma + 1].phraseLength)
    let isPlaceOfItsOwn =
      end + 1 < free.upperBound && words[end].mark == UInt8(ascii: ",")
      && words[end + 1].phraseClasses.meets([.region, .country])
    return isPlaceOfItsOwn || end > free.upperBound
      ? nil : NameSpan(span.start, end, .organization, span.confidence)
  }

  private static let university = PhraseHash.key("university")
}
