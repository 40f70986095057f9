/// What a word with a full stop after it may be, besides the end of a sentence.
package enum Abbreviation: UInt8, Sendable {
  /// Stands before a name: never ends a sentence when a capital or number follows.
  case title
  /// Stands before more of the same sentence whatever follows: "vs.", "e.g.".
  case inner
  /// Stands before a number only: "No. 5", "p. 12"; before anything else it is a word.
  case beforeNumber
  /// A month or weekday: ends a sentence only before a word that starts one.
  case calendar
  /// May end a sentence or not: "Inc.", "U.S.", "p.m.".
  case closing
  /// One capital letter: an initial.
  case initial

  /// The abbreviation written in `range` (without its final stop), or `nil`.
  package static func of(_ text: Span<UInt8>, _ range: Range<Int>) -> Abbreviation? {
    if range.count == 1 {
      return ofLetter(text[range.lowerBound])
    }
    if range.count == 2, text.scalar(at: range.lowerBound).length == 2 {
      return text.scalar(at: range.lowerBound).characterClass == .upper ? .initial : nil
    }
    // "U.S", "a.m", "Ph.D", "e.g": stops inside and no run of more than three letters.
    if let dotted = dotted(text, range) { return dotted }
    guard let word = ShortWord(text, range), let kind = table[word] else { return nil }
    let first = CharacterClass.ascii(text[range.lowerBound])
    if first != .upper, capitalOnly.contains(word) { return nil }
    return kind
  }

  private static func ofLetter(_ byte: UInt8) -> Abbreviation? {
    switch byte {
    case UInt8(ascii: "v"): .inner
    case UInt8(ascii: "p"), UInt8(ascii: "c"): .beforeNumber
    default: CharacterClass.ascii(byte) == .upper ? .initial : nil
    }
  }

  private static func dotted(_ text: Span<UInt8>, _ range: Range<Int>) -> Abbreviation? {
    var run = 0
    var stops = 0
    for i in range {
      let byte = text[i]
      if byte == UInt8(ascii: ".") {
        guard run > 0 else { return nil }
        stops += 1
        run = 0
      } else {
        let kind = CharacterClass.ascii(byte)
        guard byte < 0x80, kind == .lower || kind == .upper else { return nil }
        run += 1
        guard run <= 2 else { return nil }
      }
    }
    guard stops > 0, run > 0 else { return nil }
    if let word = ShortWord(text, range), innerDotted.contains(word) { return .inner }
    return .closing
  }

  private static let innerDotted = ShortWord.set("e.g i.e c.f v.s")

  /// Words of the table that are ordinary words in lower case.
  private static let capitalOnly = ShortWord.set(
    """
    gen col sen rep gov pres hon rev fr sat sun mon tue wed thu fri jan feb mar apr jun jul aug \
    sep oct nov dec art no co st mt ft pt adm maj cmdr sec min ed del miss ore wash ill mass ind \
    cal ark ala ida
    """)

  private static let table: [ShortWord: Abbreviation] = {
    var table: [ShortWord: Abbreviation] = [:]
    func add(_ kind: Abbreviation, _ list: StaticString) {
      for word in ShortWord.set(list) { table[word] = kind }
    }
    add(
      .title,
      """
      mr mrs ms dr drs prof rev fr hon pres gov sen sens rep reps gen lt col maj capt cmdr cdr \
      adm sgt cpl pvt pfc st sts mt mts ft pt messrs mme mlle mgr msgr supt det insp atty asst \
      assoc brig amb sec sgts profs gens govs cols dist ven
      """)
    add(.inner, "vs cf eg ie viz al approx ca esp incl resp")
    add(.beforeNumber, "no nos pp vol vols fig figs ch sec art para ext tel pg eq")
    add(
      .calendar,
      """
      jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri \
      sat sun
      """)
    add(
      .closing,
      """
      inc corp co cos ltd llc plc bros jr sr esq etc dept univ est ave blvd rd hwy mfg intl natl \
      assn govt min max hr hrs sq oz lb lbs yr yrs mos ed eds ph.d bldg div approx cent cont \
      calif conn fla mich minn tenn tex pa va wis ariz colo kan ky la md mo mont neb nev okla \
      vt wyo ala ark ill ind mass miss ore wash del ga ont que alta
      """)
    return table
  }()
}
