/// Finds names by capitals, gazetteers and the words around them: runs of capitalised words, cut
/// where titles, peoples and known names end, typed by what is known and what stands beside.
///
/// Running text is read first; a headline in title case or capitals only repeats what the text
/// (or the gazetteer) knows, and never votes.
///
/// - Complexity: linear in tokens; each run is looked at a constant number of times.
package struct NameFinder {
  let sentences: [Sentence]
  let words: WordTable
  /// Keys of words seen in small letters, and capitalised within a sentence, in running text.
  private(set) var smallKeys: Set<UInt64> = []
  private(set) var capitalKeys: Set<UInt64> = []
  var spans: [NameSpan] = []

  /// Spans in text order, not overlapping.
  package static func find(_ analysis: Analysis, words: WordTable) -> [NameSpan] {
    var finder = NameFinder(sentences: analysis.sentences, words: words)
    finder.run()
    return finder.spans
  }

  private mutating func run() {
    let casings = sentences.map { casing(of: $0) }
    gatherKeys(casings)
    for (sentence, casing) in zip(sentences, casings) where casing == .running {
      findInRunningText(sentence)
    }
    var agreement = NameAgreement(words: words, sentences: sentences)
    agreement.settle(&spans)
    let known = HeadlineNames(spans, words)
    var headlines: [NameSpan] = []
    for (sentence, casing) in zip(sentences, casings) where casing == .headline {
      headlines +=
        sentence.zone == .dateline
        ? known.findDateline(in: sentence, words) : known.find(in: sentence, words)
    }
    if !headlines.isEmpty {
      spans = (spans + headlines).sorted { $0.start < $1.start }
    }
  }

  // MARK: Casing

  enum Casing { case running, headline, none }

  /// Whether capitals mean something in this sentence.
  private func casing(of sentence: Sentence) -> Casing {
    switch sentence.zone {
    case .credit, .residue: return .none
    case .dateline: return .headline
    case .title, .subheading, .body: break
    }
    var capitalCount = 0
    var allCapitalsCount = 0
    var wordCount = 0
    for i in sentence.tokens {
      let word = words[Int(i)]
      guard word.key != 0, word.shape.meets([.capital, .small]),
        !word.classes.contains(.function) || word.shape.contains(.allCapitals)
      else { continue }
      wordCount += 1
      if word.shape.contains(.capital) { capitalCount += 1 }
      if word.shape.contains(.allCapitals) { allCapitalsCount += 1 }
    }
    if wordCount >= 3 && allCapitalsCount * 5 >= wordCount * 4 { return .headline }
    guard sentence.zone != .body, wordCount >= 3 else { return .running }
    return capitalCount * 10 >= wordCount * 8 ? .headline : .running
  }

  private mutating func gatherKeys(_ casings: [Casing]) {
    for (sentence, casing) in zip(sentences, casings) where casing == .running {
      for i in sentence.tokens {
        let word = words[Int(i)]
        if word.shape.contains(.small) {
          smallKeys.insert(word.key)
        } else if word.shape.contains(.capital), !word.shape.contains(.opening) {
          capitalKeys.insert(word.key)
        }
      }
    }
  }

  // MARK: Runs

  private mutating func findInRunningText(_ sentence: Sentence) {
    let end = Int(sentence.tokens.upperBound)
    var i = Int(sentence.tokens.lowerBound)
    while i < end {
      if let spelled = phraseName(at: i, before: end) {
        i = spelled
        continue
      }
      guard canStart(i) else {
        i += 1
        continue
      }
      let runEnd = endOfRun(from: i, before: end)
      appendNames(in: i..<runEnd, before: end)
      i = max(runEnd, i + 1)
    }
  }

  /// A known phrase that does not start with a capital (`al-Qaeda`, `9/11`): taken whole.
  private mutating func phraseName(at i: Int, before end: Int) -> Int? {
    let word = words[i]
    guard !word.shape.contains(.capital), word.phraseLength > 1,
      word.phraseClasses.meets([.organization, .event, .region]),
      !word.phraseClasses.meets([.institution, .title])
    else { return nil }
    let stop = i + Int(word.phraseLength)
    guard words[stop - 1].shape.meets([.capital, .digit]) else { return nil }
    let type: EntityType =
      word.phraseClasses.contains(.organization)
      ? .organization : word.phraseClasses.contains(.event) ? .event : .place
    spans.append(NameSpan(i, stop, type, 0.9))
    return stop
  }

  /// Whether the capital at `i` may begin a name.
  private func canStart(_ i: Int) -> Bool {
    let word = words[i]
    if isArabicArticle(i) { return true }
    // "RT @user" repeats a message; it is not the broadcaster.
    if word.key == Self.retweet, i + 1 < words.count, words[i + 1].mark == UInt8(ascii: "@") {
      return false
    }
    guard word.shape.contains(.capital), word.key != Self.the else { return false }
    if word.mark &- 0x41 < 26, !isInitial(i) { return false }
    if word.phraseLength > 1, word.phraseClasses.isSubset(of: [.calendar, .nonName, .prefix]) {
      return false
    }
    if word.phraseLength > 1, word.phraseClasses.meets(Self.knownName) { return true }
    if word.classes.contains(.function) && !word.classes.contains(.upperOnly) {
      // "Will Smith", "Will said": a given name only where it cannot be the small word.
      guard word.classes.meets(.firstName), !word.shape.contains(.opening), i + 1 < words.count
      else { return false }
      return words[i + 1].shape.contains(.capital) && words[i + 1].classes.contains(.surname)
    }
    if word.classes.contains(.calendar) && !isGivenName(i) { return false }
    if word.classes.contains(.nonName) && !word.classes.meets(Self.knownName) { return false }
    return word.shape.contains(.opening) ? opensWithName(i) : true
  }

  static let knownName: ClassSet = [
    .country, .demonym, .people, .region, .city, .organization, .company, .event, .outlet,
    .personName,
  ]

  /// The first word of a sentence is capitalised anyway: what speaks for a name?
  private func opensWithName(_ i: Int) -> Bool {
    let word = words[i]
    if word.classes.meets([.country, .people, .title]) { return true }
    let isSmallElsewhere = smallKeys.contains(word.key)
    if word.classes.contains(.demonym) { return true }
    let nextIsCapital =
      i + 1 < words.count && words[i + 1].shape.contains(.capital)
      && !words[i + 1].classes.contains(.function)
    if nextIsCapital && word.classes.meets([.firstName]) { return true }
    if headsBodyOfPlace(i) { return true }
    if isSmallElsewhere { return false }
    if capitalKeys.contains(word.key) { return true }
    if word.classes.meets([.organization, .region]) { return true }
    if word.shape.contains(.allCapitals) { return word.key != 0 && !word.shape.contains(.digit) }
    return !word.classes.meets(.lowerCase) || (nextIsCapital && !word.classes.contains(.modifier))
  }

  /// "Bank of Peru", "Central Bank of Peru".
  private func headsBodyOfPlace(_ i: Int) -> Bool {
    guard
      let head = (i..<min(i + 2, words.count)).first(where: {
        words[$0].shape.contains(.capital) && words[$0].classes.contains(.organizationWord)
      }), head + 2 < words.count, words[head + 1].key == Self.of
    else { return false }
    let place = words.pastArticle(head + 2)
    return place < words.count && words[place].shape.contains(.capital)
      && words[place].phraseClasses.meets([.country, .region, .city])
  }

  /// "May" in "Theresa May", "April" in "April Jones".
  private func isGivenName(_ i: Int) -> Bool {
    let word = words[i]
    if i > 0, Self.dateLeads.contains(words[i - 1].key) { return false }
    // "Easter Island".
    if i + 1 < words.count, words[i + 1].shape.contains(.capital),
      words[i + 1].classes.contains(.placeWord)
    {
      return true
    }
    guard Self.givenMonths.contains(word.key) else { return false }
    if i > 0, words[i - 1].classes.meets(.firstName), words[i - 1].shape.contains(.capital) {
      return true
    }
    guard word.classes.meets([.firstName, .surname]), i + 1 < words.count else { return false }
    let next = words[i + 1]
    if next.shape.contains(.capital), next.classes.contains(.surname), !next.shape.contains(.digit)
    {
      return true
    }
    return next.classes.contains(.stateVerb) && next.shape.contains(.small)
  }

  private static let givenMonths = PhraseHash.keys("april may june august")
  private static let dateLeads = PhraseHash.keys(
    "in on since by until from of during last this next early late before after"
      + " through and to mid")

  /// "al" of "al-Assad" in small letters.
  private func isArabicArticle(_ i: Int) -> Bool {
    i + 2 < words.count && words[i].shape.contains(.small) && words[i].classes.contains(.particle)
      && !words[i].classes.contains(.function) && words[i + 1].mark == UInt8(ascii: "-")
      && words[i + 1].shape.contains(.joined) && words[i + 2].shape.contains(.capital)
      && words[i + 2].shape.contains(.joined)
  }

  /// The token after the run of capitalised words and what binds them that starts at `start`.
  private func endOfRun(from start: Int, before end: Int) -> Int {
    var i = start
    var hasHead = false
    var hasOf = false
    while true {
      let word = words[i]
      if word.phraseLength > 1, word.phraseClasses.subtracting(.surname).meets(Self.spanning),
        words[i + Int(word.phraseLength) - 1].shape.contains(.capital)
      {
        hasHead =
          hasHead
          || word.phraseClasses.meets([.organizationWord, .organization, .institution])
        i += Int(word.phraseLength)
      } else {
        hasHead = hasHead || word.classes.meets([.organizationWord, .placeWord, .eventWord])
        i += 1
      }
      guard let next = continuation(after: i, before: end, hasHead, &hasOf) else { return i }
      i = next
    }
  }

  static let spanning: ClassSet = [
    .country, .region, .city, .organization, .company, .event, .outlet, .title, .people,
    .personName,
    .institution,
  ]

  /// The next word of the run when the token at `i` is it or binds to it.
  private func continuation(
    after i: Int, before end: Int, _ hasHead: Bool, _ hasOf: inout Bool
  ) -> Int? {
    guard i < end else { return nil }
    if continues(i) { return i }
    let word = words[i]
    let next = i + 1
    guard next < end else { return nil }
    let isBoundByMark =
      word.mark == UInt8(ascii: "&")
      || (word.mark == UInt8(ascii: "-") && word.shape.contains(.joined)
        && words[next].shape.contains(.joined))
    if isBoundByMark {
      // A land before a hyphen keeps its edge: "Peru-backed", "Peru-Chile".
      if words[i - 1].classes.contains(.country) && words[i - 1].phraseLength <= 1 { return nil }
      if continues(next) { return next }
      if isArabicArticle(next) { return next }
      return nil
    }
    guard word.shape.contains(.small) else { return nil }
    if isArabicArticle(i) { return i }
    if word.classes.contains(.particle) && !word.classes.contains(.function) {
      if continues(next) { return next }
      let isPair = next + 1 < end && words[next].classes.contains(.particle)
      return isPair && words[next].shape.contains(.small) && continues(next + 1) ? next + 1 : nil
    }
    return binding(i, before: end, hasHead, &hasOf)
  }

  /// "of", "for" and "and" inside the names of bodies, places and events.
  private func binding(
    _ i: Int, before end: Int, _ hasHead: Bool, _ hasOf: inout Bool
  ) -> Int? {
    let key = words[i].key
    let isOf = key == Self.of || key == Self.for
    guard isOf || key == Self.and else { return nil }
    var next = i + 1
    if isOf {
      guard hasHead, !words[i - 1].classes.contains(.title) || hasOf else { return nil }
      next = words.pastArticle(next)
      guard next < end, continues(next) else { return nil }
      hasOf = true
      return next
    }
    guard continues(next), !words[next].classes.meets([.country, .firstName, .title]) else {
      return nil
    }
    let isCommon: ClassSet = [.noun, .modifier]
    guard words[next].classes.meets(isCommon), words[i - 1].classes.meets(isCommon),
      !words[i - 1].classes.meets([.country, .people, .personName])
    else { return bindsAhead(next, after: i, before: end) }
    let startsAnother =
      words[next].classes.contains(.organizationWord) && next + 1 < end
      && (words[next + 1].key == Self.of || words[next + 1].key == Self.for)
    if hasOf { return startsAnother ? nil : next }
    return bindsAhead(next, after: i, before: end)
  }

  /// "Food and Agriculture Organization": the head comes last.
  private func bindsAhead(_ next: Int, after i: Int, before end: Int) -> Int? {
    guard !words[i - 1].classes.meets([.firstName, .country, .people, .organization]),
      !words[next].classes.meets([.firstName, .country, .title])
    else { return nil }
    let limit = min(end, next + 4)
    for k in next..<limit {
      if !words[k].shape.contains(.capital) { return nil }
      if words[k].classes.contains(.organizationWord) && k > next { return next }
    }
    return nil
  }

  static let of = PhraseHash.key("of")
  static let `for` = PhraseHash.key("for")
  static let and = PhraseHash.key("and")
  static let the = PhraseHash.key("the")
  private static let retweet = PhraseHash.key("rt")
  static let `in` = PhraseHash.key("in")

  /// A capitalised word that may stand inside a name.
  private func continues(_ i: Int) -> Bool {
    let word = words[i]
    guard word.shape.contains(.capital) else { return false }
    if word.phraseLength > 1 && word.phraseClasses.meets(Self.knownName) { return true }
    if word.classes.contains(.function) && !word.classes.contains(.upperOnly) {
      // Initials ("J. K.") and surnames ("More") are capitalised after a name.
      return word.shape.contains(.dotted) || isInitial(i)
        || (word.classes.contains(.surname) && i > 0 && words[i - 1].classes.meets(.firstName)
          && words[i - 1].shape.contains(.capital))
    }
    if word.classes.contains(.calendar) { return isGivenName(i) }
    return true
  }

  private func isInitial(_ i: Int) -> Bool {
    words[i].mark &- 0x41 < 26 && i + 1 < words.count && words[i + 1].shape.contains(.capital)
      && !words[i + 1].shape.contains(.joined)
  }
}

extension WordTable.Shape {
  package func meets(_ other: Self) -> Bool { !isDisjoint(with: other) }
}
