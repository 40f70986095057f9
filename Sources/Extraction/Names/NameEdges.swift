/// Cuts names to the edges of the scheme: no possessive inside, no office before a person, a state
/// and the person behind it apart, and nothing that is no name of ours.
///
/// Taggers trained on other schemes draw these edges otherwise.
struct NameEdges {
  let words: WordTable
  let sentences: [Sentence]

  /// - Parameter spans: in text order, not overlapping; so is the result.
  func cut(_ spans: [NameSpan]) -> [NameSpan] {
    var result: [NameSpan] = []
    result.reserveCapacity(spans.count)
    let surnames = Set(
      spans.filter { $0.type == .person && $0.end - $0.start > 1 }.map { words[$0.end - 1].key })
    var around = sentences[...]
    for (s, whole) in spans.enumerated() where !isDisease(whole) && !isPortfolio(whole) {
      around = around.drop { Int($0.tokens.upperBound) <= whole.start }
      let end = around.first.map { Int($0.tokens.upperBound) } ?? words.count
      let start = around.first.map { Int($0.tokens.lowerBound) } ?? 0
      let free = max(start, result.last?.end ?? 0)..<end
      // Part of a name that was made whole.
      guard whole.start >= free.lowerBound else { continue }
      let next = s + 1 < spans.count ? spans[s + 1] : nil
      if let known = known(around: whole, in: free) {
        result.append(known)
        continue
      }
      guard let named = withoutOffice(whole, before: next) else { continue }
      let isPerson = named.type == .person || isOfPerson(named, surnames)
      var span = isPerson ? wholePerson(named, in: free) : named
      if isCompany(span) { span.type = .organization }
      if let before = result.last, before.start >= start, let joined = joined(before, span) {
        result[result.count - 1] = joined
      } else if let (first, second) = parted(span) ?? parted(span, at: surnames) ?? listed(span) {
        result += [first, second]
      } else {
        result.append(span)
      }
    }
    return result
  }

  /// "Supreme Court" of "Supreme Court Justice", "Senate" of "Senate Majority Leader": what ends
  /// in an office is no body; `nil` where only the office is left.
  private func withoutOffice(_ span: NameSpan, before next: NameSpan?) -> NameSpan? {
    guard span.type != .person, span.end - span.start > 1, words.isOffice(span.end - 1),
      span.type == .organization || next?.type == .person && next?.start == span.end,
      words.phrase(span.start..<span.end)?.classes.meets(NameFinder.knownName) != true
    else { return span }
    var stop = span.end - 1
    while stop > span.start, !words[stop - 1].classes.meets(.organizationWord),
      !isState(endingAt: stop, in: span),
      words.phrase(span.start..<stop)?.classes.meets(NameFinder.knownName) != true
    {
      stop -= 1
    }
    // "Republican Senate Majority Leader": the people before is no part of the body.
    let lead = words[span.start].classes
    let isApart = lead.contains(.demonym) && !lead.contains(.country) && stop - span.start > 1
    let start = isApart ? span.start + 1 : span.start
    return stop > start ? NameSpan(start, stop, span.type, span.confidence) : nil
  }

  /// "of Canada" in "Bank of Canada Governor".
  private func isState(endingAt stop: Int, in span: NameSpan) -> Bool {
    stop - 2 > span.start && words[stop - 2].key == NameFinder.of
      && words[stop - 1].classes.meets([.country, .region])
  }

  /// With the particle of a surname ("de Blanc") and what a hyphen binds ("Yu Mei-lan"), without
  /// whose friends they are ("Friends of Blanc").
  ///
  /// - Parameter free: tokens of its sentence that no name before it has.
  private func wholePerson(_ span: NameSpan, in free: Range<Int>) -> NameSpan {
    var start = span.start
    var end = span.end
    if isOfAnother(span) { start += 2 }
    while start > free.lowerBound, isParticle(start - 1) { start -= 1 }
    while start > free.lowerBound, isInitial(start - 1) { start -= 1 }
    if end - start > 1, end + 1 < free.upperBound, words[end].mark == UInt8(ascii: "-"),
      words[end].shape.contains(.joined), words[end + 1].shape.isSuperset(of: [.joined, .small]),
      !words[end + 1].classes.meets(.verb), !Self.likeness.contains(words[end + 1].key)
    {
      end += 2
    }
    // "Bo Berg Jr.", "Bo Berg, Jr."
    let behind = end < free.upperBound && words[end].mark == UInt8(ascii: ",") ? end + 1 : end
    if behind < free.upperBound, end - start > 1, Self.generations.contains(words[behind].key) {
      end = behind + 1
    }
    return NameSpan(start, end, .person, span.confidence)
  }

  /// Behind a hyphen: "Bush-era", "Thatcher-style".
  private static let likeness = PhraseHash.keys("era style type like inspired esque")
  private static let generations = PhraseHash.keys("jr sr")

  /// "the carmaker Ford": a surname that a kind of firm stands before.
  private func isCompany(_ span: NameSpan) -> Bool {
    span.type == .person && span.end - span.start == 1 && span.start > 0
      && words[span.start - 1].shape.contains(.small)
      && Self.firms.contains(words[span.start - 1].key)
  }

  private static let firms = PhraseHash.keys(
    "manufacturer carmaker automaker planemaker drugmaker chipmaker company firm retailer airline "
      + "maker chain conglomerate broadcaster newspaper startup start-up supermarket brewer insurer"
  )

  /// "Friends of Blanc": one word, and then whose they are.
  private func isOfAnother(_ span: NameSpan) -> Bool {
    span.end - span.start > 2 && words[span.start + 1].key == NameFinder.of
      && !words[span.start].classes.meets([.maleName, .femaleName, .title, .organizationWord])
  }

  private func isOfPerson(_ span: NameSpan, _ surnames: Set<UInt64>) -> Bool {
    span.type == .organization && isOfAnother(span) && span.end - span.start <= 4
      && surnames.contains(words[span.end - 1].key)
  }

  private func isParticle(_ i: Int) -> Bool {
    words[i].shape.contains(.small) && words[i].classes.contains(.particle)
      && !words[i].classes.meets([.function, .verb])
  }

  /// "Ada Obi of Ghana" is a person and a state; "told MSNBC Obi" a channel and a person.
  private func parted(_ span: NameSpan, at surnames: Set<UInt64>) -> (NameSpan, NameSpan)? {
    guard span.end - span.start > 1, words.phrase(span.start..<span.end) == nil else { return nil }
    if let of = (span.start..<span.end).first(where: { words[$0].key == NameFinder.of }),
      (2...3).contains(of - span.start), of + 1 < span.end,
      words[span.start].classes.meets(.firstName), !words[span.start].classes.meets(.lowerCase),
      !words[of - 1].classes.meets(NameFinder.heads)
    {
      let rest = words.pastArticle(of + 1)
      guard rest < span.end else { return nil }
      let isPlace = words.phrase(rest..<span.end)?.classes.meets(.place) ?? false
      return (
        NameSpan(span.start, of, .person, 0.9),
        NameSpan(rest, span.end, isPlace ? .place : .organization, isPlace ? 0.95 : 0.8)
      )
    }
    guard span.end - span.start == 2, words[span.start].shape.contains(.allCapitals),
      words[span.start].classes.meets([.organization, .outlet, .company]),
      surnames.contains(words[span.end - 1].key)
    else { return nil }
    return (
      NameSpan(span.start, span.start + 1, .organization, 0.9),
      NameSpan(span.start + 1, span.end, .person, 0.9)
    )
  }

  /// "J." before a surname, in a word of its own.
  private func isInitial(_ i: Int) -> Bool {
    words[i].shape.isSuperset(of: [.capital, .dotted]) && !words[i].shape.contains(.joined)
      && Self.letters.contains(words[i].key)
  }

  private static let letters = PhraseHash.keys(
    "a b c d e f g h i j k l m n o p q r s t u v w x y z")

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

  /// "San Jose, California" is two places, "Ada Obi and Bo Berg" two people, "Elm College and Oak
  /// School" two bodies.
  private func listed(_ span: NameSpan) -> (NameSpan, NameSpan)? {
    let tokens = span.start..<span.end
    guard words.phrase(tokens) == nil else { return nil }
    if span.type == .place, let parts = cityAndLand(span) { return parts }
    guard tokens.count > 2,
      let at = tokens.dropFirst().dropLast().first(where: {
        words[$0].mark == UInt8(ascii: ",") || words[$0].key == NameFinder.and
      })
    else { return nil }
    let (left, right) = (span.start..<at, at + 1..<span.end)
    let isComma = words[at].mark == UInt8(ascii: ",")
    func isPlace(_ range: Range<Int>) -> Bool {
      words.phrase(range)?.classes.meets(.place) ?? false
    }
    var types = (span.type, span.type)
    switch span.type {
    case .place where isComma || isPlace(left) && isPlace(right): break
    case .person where !isComma && left.count > 1 && right.count > 1: break
    case .organization where isComma && left.count > 1 && isPlace(right) && isHead(at - 1):
      types.1 = .place
    case .organization
    where !isComma && left.count > 1 && right.count > 1 && isHead(at - 1) && isHead(span.end - 1)
      && !words[at + 1].classes.meets(.lowerCase):
      break
    default: return nil
    }
    return (
      NameSpan(left.lowerBound, left.upperBound, types.0, span.confidence),
      NameSpan(right.lowerBound, right.upperBound, types.1, span.confidence)
    )
  }

  /// "Cupertino California", where the comma is forgotten.
  private func cityAndLand(_ span: NameSpan) -> (NameSpan, NameSpan)? {
    let land = (span.start..<span.end).dropFirst().first { i in
      words.phrase(i..<span.end)?.classes.meets([.country, .region]) ?? false
        && (words[i - 1].key == Self.county
          || words.phrase(span.start..<i)?.classes.meets([.city, .region]) ?? false)
    }
    return land.map {
      (
        NameSpan(span.start, $0, .place, span.confidence),
        NameSpan($0, span.end, .place, span.confidence)
      )
    }
  }

  private static let county = PhraseHash.key("county")

  private func isHead(_ i: Int) -> Bool { words[i].classes.meets(NameFinder.heads) }

  /// "CDU-CSU": two abbreviations joined by a hyphen are one name, unless states are among them.
  private func joined(_ before: NameSpan, _ span: NameSpan) -> NameSpan? {
    guard before.end + 1 == span.start else { return nil }
    if let war = joinedWar(before, span) { return war }
    guard before.type == .organization,
      span.type == .organization, words[before.end].mark == UInt8(ascii: "-"),
      words[before.end].shape.contains(.joined), words[span.start].shape.contains(.joined),
      [before, span].allSatisfy({ part in
        part.end - part.start == 1 && words[part.start].shape.contains(.allCapitals)
          && !words[part.start].classes.meets([.country, .organization])
      })
    else { return nil }
    return NameSpan(before.start, span.end, .organization, min(before.confidence, span.confidence))
  }

  /// "Peru–Chile War": two states joined by a dash before what happened between them.
  private func joinedWar(_ before: NameSpan, _ span: NameSpan) -> NameSpan? {
    let mark = words[before.end].mark
    guard span.type == .event, before.type == .place || before.type == .group,
      mark == UInt8(ascii: "-") || mark == 0x93,
      words[before.end].shape.contains(.joined), words[span.start].shape.contains(.joined),
      words[span.start].phraseClasses.meets([.country, .demonym])
    else { return nil }
    return NameSpan(before.start, span.end, .event, span.confidence)
  }

  /// "Commerce" in "Commerce Secretary Jones".
  private func isPortfolio(_ span: NameSpan) -> Bool {
    guard span.end - span.start == 1, span.type == .organization, span.end < words.count,
      words[span.start].classes.meets(.lowerCase)
    else { return false }
    return words[span.end].shape.contains(.capital) && Self.portfolios.contains(words[span.end].key)
  }

  private static let portfolios = PhraseHash.keys("secretary minister commissioner undersecretary")

  /// Diseases are neither works nor products.
  private func isDisease(_ span: NameSpan) -> Bool {
    span.type != .person && span.type != .place && Self.diseases.contains(words[span.start].key)
      && span.end - span.start <= 3
  }

  private static let diseases = PhraseHash.keys(
    "covid covid-19 sars sars-cov-2 mers ebola zika hiv aids hiv/aids h1n1 h5n1 mpox coronavirus "
      + "influenza malaria tuberculosis cholera alzheimer parkinson omicron")
}
