/// Cutting a run of capitalised words into names, and saying what each is.
extension NameFinder {
  mutating func appendNames(in run: Range<Int>, before end: Int) {
    var i = run.lowerBound
    var afterTitle = false
    while i < run.upperBound {
      if let titleEnd = title(at: i, in: run) {
        afterTitle = titleEnd < run.upperBound
        i = titleEnd
        continue
      }
      let word = words[i]
      if !word.shape.contains(.capital) && !isArticle(i) {
        i += 1
        continue
      }
      if isPortfolio(i, in: run) {
        // "Minister of Information Omar Diallo".
        i += 1
        afterTitle = true
        continue
      }
      let stop = segmentEnd(from: i, in: run, afterTitle)
      appendName(i, stop, before: end, afterTitle)
      afterTitle = false
      i = stop
    }
  }

  /// A common word between "Minister of" or "Speaker of the" and a given name.
  private func isPortfolio(_ i: Int, in run: Range<Int>) -> Bool {
    var before = i - 1
    if before > 0, words[before].key == Self.the { before -= 1 }
    guard before > 0, words[before].key == Self.of, words[before - 1].classes.contains(.title),
      i + 1 < run.upperBound, words[i].classes.meets(.lowerCase), words[i].phraseLength <= 1
    else { return false }
    return isCommon(i) || words[i + 1].classes.meets(.firstName)
  }

  private func isArticle(_ i: Int) -> Bool {
    words[i].classes.contains(.particle) && i + 1 < words.count
      && words[i + 1].mark == UInt8(ascii: "-")
  }

  /// The end of a title that starts at `i` and stands before a name ("Prime Minister", "Dr").
  private func title(at i: Int, in run: Range<Int>) -> Int? {
    let word = words[i]
    guard word.shape.contains(.capital) else { return nil }
    let length = max(1, Int(word.phraseLength))
    let isTitle =
      word.phraseClasses.contains(.title) || (length == 1 && word.classes.contains(.title))
    // "Broadcaster Anna Jones".
    let isRole =
      length == 1 && word.classes.contains(.role) && !word.classes.meets(.firstName)
      && i + 1 < run.upperBound && words[i + 1].classes.meets(.firstName)
    guard isTitle || isRole else { return nil }
    var stop = i + length
    // "General" in "General Motors", "Prince" in "Prince Edward Island".
    if word.phraseClasses.meets([.organization, .region, .personName]) && length > 1 { return nil }
    if stop == run.upperBound, i == run.lowerBound { return stop }
    // "Justice Department", "Deputy Prime Minister Smith".
    if stop < run.upperBound, !words[stop].classes.contains(.title),
      endsAsBody(stop, in: run)
    {
      return nil
    }
    if stop < run.upperBound, words[stop].mark == UInt8(ascii: "-"), stop + 1 < run.upperBound {
      stop += 1
    }
    return min(stop, run.upperBound)
  }

  /// Whether the words from `i` to the next title end with the head of a body's name.
  private func endsAsBody(_ i: Int, in run: Range<Int>) -> Bool {
    guard i < run.upperBound, words[i].shape.contains(.capital) else { return false }
    let next = words[i]
    return next.classes.contains(.organizationWord) && !next.classes.meets([.firstName, .surname])
  }

  /// Where the name that starts at `i` ends inside its run.
  private func segmentEnd(from i: Int, in run: Range<Int>, _ afterTitle: Bool) -> Int {
    let word = words[i]
    let known = max(1, Int(word.phraseLength))
    let afterKnown = min(run.upperBound, i + known)
    let next = nextTitle(from: afterKnown, in: run)
    if word.phraseClasses.meets([.demonym, .country, .people]) && !afterTitle {
      if afterKnown == next { return afterKnown }
      return headedEnd(from: afterKnown, to: next) ?? afterKnown
    }
    // "Scotland Jean Brown", "NPR John Smith": a name begins behind the known one.
    if afterKnown + 1 < next, !afterTitle, word.phraseClasses.meets(Self.bodies),
      !word.classes.meets([.firstName, .title, .placeWord]),
      words[afterKnown].classes.meets(.firstName), headedEnd(from: afterKnown, to: next) == nil
    {
      return afterKnown
    }
    if known > 1, word.phraseClasses.meets(Self.knownName), !word.phraseClasses.contains(.region) {
      // "United Nations" before "High Commissioner": a longer name only with a head at its end.
      return headedEnd(from: afterKnown, to: next) ?? stateEnd(from: afterKnown, to: next)
        ?? afterKnown
    }
    return min(next, demonymBefore(next, from: i))
  }

  /// Behind "of India" where a head stands before it: "Supreme Court of India".
  private func stateEnd(from i: Int, to end: Int) -> Int? {
    guard i + 1 < end, words[i].key == Self.of, words[i - 1].classes.contains(.organizationWord)
    else { return nil }
    let place = words.pastArticle(i + 1)
    guard place < end, words[place].phraseClasses.meets([.country, .region]) else { return nil }
    return min(end, place + max(1, Int(words[place].phraseLength)))
  }

  static let bodies: ClassSet = [.region, .city, .organization, .outlet, .company]

  /// A demonym in the middle of a run starts a name of its own ("Boris Russian President").
  private func demonymBefore(_ end: Int, from start: Int) -> Int {
    var i = start + 1
    while i < end {
      if words[i].classes.contains(.demonym), !words[i].classes.contains(.surname),
        headedEnd(from: i + 1, to: end) == nil, !words[start].classes.contains(.organizationWord),
        i + 1 < end
      {
        return i
      }
      i += 1
    }
    return end
  }

  /// Where the first title inside the run starts, if a name follows it.
  private func nextTitle(from i: Int, in run: Range<Int>) -> Int {
    var k = i
    while k < run.upperBound {
      let word = words[k]
      if word.shape.contains(.capital), word.phraseClasses.contains(.title),
        !word.classes.meets([.firstName]), title(at: k, in: run) != nil
      {
        return k
      }
      k += 1
    }
    return run.upperBound
  }

  /// The end of the last word that heads a body, place or event between `i` and `end`.
  private func headedEnd(from i: Int, to end: Int) -> Int? {
    var k = end - 1
    while k >= i {
      if words[k].shape.contains(.capital), words[k].classes.meets(Self.heads),
        !words[k].classes.contains(.people)
      {
        // "United States Department of Defense" goes on behind its head.
        let isBound = k + 2 < end && (words[k + 1].key == Self.of || words[k + 1].key == Self.for)
        return isBound ? end : k + 1
      }
      k -= 1
    }
    return nil
  }

  static let heads: ClassSet = [.organizationWord, .placeWord, .eventWord]

  // MARK: One name

  private mutating func appendName(_ start: Int, _ end: Int, before limit: Int, _ titled: Bool) {
    var first = start
    var last = end
    while last > first, !isNameWord(last - 1) { last -= 1 }
    while first < last, words[first].classes.contains(.function), !isNameWord(first) { first += 1 }
    guard first < last, last - first <= 16 else { return }
    // "Former President", "New": an opener that only describes.
    if words[first].shape.contains(.opening), last - first > 1, isDescriber(first) { first += 1 }
    let (type, confidence) = type(first, last, before: limit, titled)
    guard confidence > 0 else { return }
    spans.append(NameSpan(first, last, type, confidence))
  }

  private func isNameWord(_ i: Int) -> Bool {
    let word = words[i]
    guard word.key != 0, !word.shape.contains(.possessive) else { return false }
    return word.shape.contains(.capital) || word.shape.contains(.digit)
  }

  private func isDescriber(_ i: Int) -> Bool {
    let word = words[i]
    if word.classes.contains(.verb) && !word.classes.meets([.noun, .modifier, .firstName]) {
      return word.phraseLength <= 1 && !capitalKeys.contains(word.key)
    }
    return word.phraseLength <= 1 && word.classes.meets(.lowerCase) && !isStorm(i)
      && !word.classes.meets([.firstName, .demonym, .country, .region, .city, .organization])
      && !capitalKeys.contains(word.key) && !words[i + 1].classes.meets(Self.heads)
      && (smallKeys.contains(word.key)
        || words[i + 1].classes.meets([.firstName, .country, .demonym]))
  }

  /// What the words say by themselves, then what stands beside them; 0 where it is no name.
  private func type(
    _ start: Int, _ end: Int, before limit: Int, _ titled: Bool
  ) -> (EntityType, Float) {
    let first = words[start]
    let last = words[end - 1]
    if let known = knownType(start, end, titled) { return known }
    if titled && !last.classes.meets([.organizationWord]) { return (.person, 0.95) }
    let isPersonal = first.classes.meets(.firstName) && end - start > 1
    if end - start == 2, isStorm(start) { return (.event, 0.96) }
    if isTeam(start, end) { return (.organization, 0.96) }
    if last.classes.contains(.organizationWord) && end - start > 1
      && !(isPersonal && last.classes.contains(.surname) && end - start == 2)
    {
      return (.organization, 0.9)
    }
    if let headed = headedType(start, end) { return headed }
    if isPersonal && !isCommon(end - 1) {
      return (.person, context(before: start) == .role ? 0.97 : 0.93)
    }
    if end - start > 2, (start..<end).contains(where: isSmallParticle) { return (.person, 0.85) }
    if end - start == 1 { return singleType(start, before: limit) }
    return compoundType(start, end, before: limit)
  }

  /// "Storm Daniel": storms have given names; a cyclone may be called anything.
  private func isStorm(_ i: Int) -> Bool {
    Self.cyclones.contains(words[i].key)
      || words[i].key == Self.storm && words[i + 1].classes.meets(.firstName)
  }

  /// "Lima Lions": a city and what its players call themselves.
  private func isTeam(_ start: Int, _ end: Int) -> Bool {
    let city = start..<end - 1
    guard end - start > 1, words.phrase(city)?.classes.meets([.city, .region]) ?? false else {
      return false
    }
    let players = words[end - 1]
    return players.shape.contains(.plural) && players.classes.meets(.lowerCase)
      && !players.classes.meets(Self.heads.union([.people, .demonym, .role, .title, .surname]))
  }

  private func isSmallParticle(_ i: Int) -> Bool {
    words[i].classes.contains(.particle) && words[i].shape.contains(.small)
  }

  private func isCommon(_ i: Int) -> Bool {
    let classes = words[i].classes
    return classes.meets(.lowerCase) && !classes.meets([.surname, .firstName])
  }

  /// The whole span is something the gazetteer knows.
  private func knownType(_ start: Int, _ end: Int, _ titled: Bool) -> (EntityType, Float)? {
    // "The Guardian": known with its article, which is no part of the name.
    if start > 0, words[start - 1].key == Self.the,
      Int(words[start - 1].phraseLength) == end - start + 1,
      words[start - 1].phraseClasses.meets([.outlet, .organization])
    {
      return (.organization, 0.96)
    }
    guard let (_, classes) = words.phrase(start..<end) else { return nil }
    let isOneWord = end - start == 1
    if classes.contains(.country) && !titled { return (.place, 0.98) }
    if classes.contains(.demonym) && !titled { return (.group, 0.95) }
    if classes.contains(.people) && !titled { return (.group, 0.95) }
    if classes.contains(.personName) { return (.person, 0.97) }
    if classes.contains(.event) { return (.event, 0.95) }
    if classes.meets([.organization, .company, .outlet]) && !titled {
      // "Apple", "Shell", "Ford": a word that is also something else needs no capital to be read so.
      let isDoubtful = isOneWord && classes.meets([.lowerCase, .surname, .firstName])
      if !isDoubtful { return (.organization, 0.96) }
      return classes.contains(.organization) && !classes.meets(.firstName)
        ? (.organization, 0.75) : nil
    }
    if classes.contains(.region) && !titled { return (.place, 0.95) }
    if classes.contains(.city) && !titled {
      // Some settlements are called after the university they grew around.
      if !isOneWord {
        return words[start].classes.contains(.organizationWord) ? nil : (.place, 0.93)
      }
      if !classes.meets([.firstName, .surname, .lowerCase]) { return (.place, 0.9) }
    }
    return nil
  }

  /// "Lake …", "… River", "… Summit", "Ministry of …".
  private func headedType(_ start: Int, _ end: Int) -> (EntityType, Float)? {
    guard end - start > 1 else { return nil }
    let first = words[start].classes
    let last = words[end - 1].classes
    var head = end
    for k in start..<end where words[k].key == Self.of || words[k].key == Self.for {
      head = k
      break
    }
    if head < end, head > start {
      let classes = words[head - 1].classes
      if classes.contains(.organizationWord) { return (.organization, 0.92) }
      if classes.contains(.eventWord) { return (.event, 0.85) }
      if classes.contains(.placeWord) { return (.place, 0.85) }
    }
    let isPersonal = first.meets(.firstName) && last.contains(.surname) && end - start == 2
    if isPersonal { return nil }
    // "South London", "Northern Poland".
    if first.contains(.direction), let rest = words.phrase(start + 1..<end)?.classes,
      rest.meets(.place)
    {
      return (.place, 0.85)
    }
    if Self.eventLeads.contains(words[start].key) { return (.event, 0.85) }
    if last.contains(.eventWord) { return (.event, 0.8) }
    if last.contains(.placeWord) { return (.place, 0.85) }
    if Self.placeLeads.contains(words[start].key) { return (.place, 0.85) }
    return nil
  }

  /// One word nobody knows for sure.
  private func singleType(_ i: Int, before limit: Int) -> (EntityType, Float) {
    let word = words[i]
    if word.classes.contains(.title) || word.classes.contains(.nonName) { return (.person, 0) }
    let before = context(before: i)
    let after = context(after: i, before: limit)
    if word.shape.contains(.mixed) { return (.organization, 0.6) }
    if word.classes.meets(Self.heads), word.classes.meets([.noun, .verb]), before != .role {
      return (.organization, 0)
    }
    if word.shape.contains(.allCapitals) {
      return (.organization, word.classes.contains(.surname) ? 0.6 : 0.8)
    }
    if before == .role { return (.person, 0.85) }
    if after == .speech { return (.person, 0.8) }
    if before == .inside || after == .inside {
      return (.place, word.classes.meets(.place) ? 0.9 : 0.65)
    }
    if word.classes.contains(.city), !word.classes.meets([.firstName, .lowerCase]) {
      return (.place, 0.7)
    }
    if word.classes.meets([.organization, .company]), !word.classes.meets(.firstName) {
      return (.organization, 0.7)
    }
    if isCommon(i) || (word.classes.meets(.lowerCase) && !word.classes.meets(.firstName)) {
      // A capital on a common word inside a sentence: a name of some kind, or only emphasis.
      return word.classes.meets(Self.heads) || smallKeys.contains(word.key)
        ? (.organization, 0) : (.organization, 0.35)
    }
    if word.classes.meets(.firstName) || word.classes.contains(.surname) { return (.person, 0.7) }
    return before == .article ? (.organization, 0.55) : (.person, 0.5)
  }

  /// Several words nobody knows for sure.
  private func compoundType(_ start: Int, _ end: Int, before limit: Int) -> (EntityType, Float) {
    let before = context(before: start)
    if context(after: end - 1, before: limit) == .inside { return (.place, 0.75) }
    if before == .role || context(after: end - 1, before: limit) == .speech {
      return (.person, 0.85)
    }
    let commonCount = (start..<end).filter { isCommon($0) }.count
    if before == .inside && commonCount == 0 { return (.place, 0.6) }
    if words[start].classes.meets([.city, .region, .country]) {
      return (.organization, 0.6)
    }
    if words[start].classes.meets([.organization, .company])
      && !words[start].classes.meets(.firstName)
    {
      return (.organization, 0.7)
    }
    if commonCount == 0 && end - start <= 4 && before != .article {
      return (.person, words[end - 1].classes.contains(.surname) ? 0.75 : 0.65)
    }
    return (.organization, commonCount == end - start ? 0.4 : 0.55)
  }

  // MARK: What stands beside

  private enum Neighbour { case none, role, inside, article, speech }

  private func context(before i: Int) -> Neighbour {
    guard i > 0, !words[i].shape.contains(.opening) else { return .none }
    let word = words[i - 1]
    if word.shape.contains(.small), word.phraseClasses.meets([.role, .title]) { return .role }
    if word.key == Self.the { return .article }
    // "the town of X", "travelled to X".
    if i > 1, word.key == Self.of, words[i - 2].classes.contains(.placeWord),
      words[i - 2].shape.contains(.small)
    {
      return .inside
    }
    if i > 1, Self.wards.contains(word.key), words[i].classes.contains(.city),
      words[i - 2].key != Self.according
    {
      return .inside
    }
    if Self.insides.contains(word.key) { return .inside }
    return .none
  }

  private func context(after i: Int, before limit: Int) -> Neighbour {
    guard i + 1 < limit else { return .none }
    let next = words[i + 1]
    // "X, Peru".
    if next.mark == UInt8(ascii: ","), i + 2 < limit, words[i + 2].shape.contains(.capital),
      words[i + 2].phraseClasses.meets([.country, .region]),
      !words[i].classes.meets([.country, .organization])
    {
      return .inside
    }
    if next.shape.contains(.small), next.classes.contains(.placeWord), !next.classes.contains(.verb)
    {
      return .inside
    }
    return Self.speeches.contains(words[i + 1].key) ? .speech : .none
  }

  private static let placeLeads = PhraseHash.keys("lake mount fort cape port camp")

  private static let storm = PhraseHash.key("storm")
  private static let cyclones = PhraseHash.keys("hurricane typhoon cyclone")
  private static let eventLeads = cyclones.union(PhraseHash.keys("storm tropical operation"))

  private static let according = PhraseHash.key("according")
  private static let wards = PhraseHash.keys("to from via at")
  private static let insides = PhraseHash.keys("in near outside")

  private static let speeches = PhraseHash.keys(
    "said says told added tweeted wrote argued explained noted insisted recalled"
      + " testified replied stated who born thinks believes commented claimed")
}
