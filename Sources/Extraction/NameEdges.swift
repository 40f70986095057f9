/// Cuts names to the edges of the scheme: no possessive inside, no office before a person, a state
/// and the person behind it apart, and nothing that is no name of ours.
///
/// Taggers trained on other schemes draw these edges otherwise.
struct NameEdges {
  let words: WordTable

  /// - Parameter spans: in text order, not overlapping; so is the result.
  func cut(_ spans: [NameSpan]) -> [NameSpan] {
    var result: [NameSpan] = []
    result.reserveCapacity(spans.count)
    for span in spans where !isDisease(span) && !isPortfolio(span) {
      if let joined = joined(result.last, span) {
        result[result.count - 1] = joined
      } else if let (owner, rest) = parted(span) {
        result += [owner, rest]
      } else {
        result.append(span)
      }
    }
    return result
  }

  /// "Peru’s Institute of Geology" is Peru and its institute; "Lloyd’s of London" is one name.
  private func parted(_ span: NameSpan) -> (NameSpan, NameSpan)? {
    let tokens = span.start..<span.end
    guard tokens.count > 1, words.phrase(tokens) == nil else { return nil }
    let known = max(1, Int(words[span.start].phraseLength))
    let stop = span.start + known
    guard stop < span.end,
      let classes = words.phrase(span.start..<stop)?.classes,
      classes.meets([.country, .region, .city])
    else { return nil }
    let owner = NameSpan(span.start, stop, .place, max(span.confidence, 0.9))
    if words[stop].shape.contains(.possessive), stop + 1 < span.end,
      words[stop + 1].shape.contains(.capital),
      classes.contains(.country) || !classes.meets([.firstName, .surname])
    {
      let type = span.type == .place ? .organization : span.type
      return (owner, NameSpan(stop + 1, span.end, type, span.confidence))
    }
    // "President of the United States Anna Jones".
    if classes.contains(.country), span.end - stop == 2, words[stop].classes.meets(.firstName),
      words[stop + 1].shape.contains(.capital),
      !words[stop + 1].classes.meets(NameFinder.heads), !classes.meets(.firstName)
    {
      return (owner, NameSpan(stop, span.end, .person, 0.9))
    }
    return nil
  }

  /// "CDU-CSU": two abbreviations joined by a hyphen are one name, unless states are among them.
  private func joined(_ before: NameSpan?, _ span: NameSpan) -> NameSpan? {
    guard let before, before.end + 1 == span.start, before.type == .organization,
      span.type == .organization, words[before.end].mark == UInt8(ascii: "-"),
      words[before.end].shape.contains(.joined), words[span.start].shape.contains(.joined),
      [before, span].allSatisfy({ part in
        part.end - part.start == 1 && words[part.start].shape.contains(.allCapitals)
          && !words[part.start].classes.meets([.country, .organization])
      })
    else { return nil }
    return NameSpan(before.start, span.end, .organization, min(before.confidence, span.confidence))
  }

  /// "Commerce" in "Commerce Secretary Jones".
  private func isPortfolio(_ span: NameSpan) -> Bool {
    guard span.end - span.start == 1, span.type == .organization, span.end < words.count,
      words[span.start].classes.meets(.lowerCase)
    else { return false }
    return words[span.end].shape.contains(.capital) && Self.portfolios.contains(words[span.end].key)
  }

  private static let portfolios = keys("secretary minister commissioner undersecretary")

  /// Diseases are neither works nor products.
  private func isDisease(_ span: NameSpan) -> Bool {
    span.type != .person && span.type != .place && Self.diseases.contains(words[span.start].key)
      && span.end - span.start <= 3
  }

  private static let diseases = keys(
    "covid covid-19 sars sars-cov-2 mers ebola zika hiv aids hiv/aids h1n1 h5n1 mpox coronavirus "
      + "influenza malaria tuberculosis cholera alzheimer parkinson omicron")

  private static func keys(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { PhraseHash.key(String($0)) })
  }
}
