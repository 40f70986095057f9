internal import Extraction

/// One scheme for all sets of names: which labels each token may have, as a set of bits.
///
/// A name has no leading article, no title, no possessive. A set that does not mark a type leaves
/// the labels of that type open wherever it says "outside"; one that lumps types together leaves
/// open which of them it is.
struct NameScheme {
  enum Source: Int, CaseIterable {
    case gmb, wikigold, redocred, gum, universal, twitter, emerging, unlabelled
  }

  var source: Source
  var words: NameWords

  private typealias Types = [EntityType]
  private static let other: [EntityType] = [.group, .event, .work, .product]

  func allowed(_ sentence: GoldSentence) -> [UInt32] {
    let count = sentence.tokens.count
    let words = (0..<count).map { sentence.word($0) }
    var allowed = (0..<count).map { outside(words[$0]) }
    for span in Self.spans(sentence.names) {
      var range = span.range
      var types = self.types(span.kind, words[range].joined(separator: " "))
      guard !types.isEmpty else {
        // Not a name to us (dates, numbers).
        continue
      }
      if range.contains(where: { words[$0].hasPrefix("@") || words[$0].hasPrefix("#") }) {
        // User names and hashtags: nothing is learned from them.
        for i in range { allowed[i] = NameLabel.all }
        continue
      }
      while let first = range.first, range.count > 1,
        self.words.articles.contains(words[first].lowercased())
      { range = range.dropFirst() }
      while let last = range.last, range.count > 1, NameWords.possessives.contains(words[last]) {
        range = range.dropLast()
      }
      if types == [.person] {
        while let first = range.first, range.count > 1,
          self.words.titles.contains(words[first].lowercased())
        {
          range = range.dropFirst()
        }
      }
      if types.count > 1, let known = known(words[range].joined(separator: " ")) { types = known }
      write(types, range, &allowed)
    }
    return allowed
  }

  /// Labels open to a token the set says is outside.
  private func outside(_ word: String) -> UInt32 {
    var types: Types = []
    switch source {
    case .universal, .twitter: types = Self.other
    case .unlabelled: return NameLabel.all
    case .gum, .emerging: types = words.peoples.contains(word.lowercased()) ? [.group] : []
    default: break
    }
    return types.reduce(1 << UInt32(NameLabel.outside)) { $0 | Self.bits($1) }
  }

  private static func bits(_ type: EntityType) -> UInt32 { 0x0101_0101 << UInt32(type.rawValue) }

  private func write(_ types: Types, _ range: Range<Int>, _ allowed: inout [UInt32]) {
    for i in range {
      allowed[i] = types.reduce(0) { $0 | 1 << UInt32(Self.label(i, of: range, $1)) }
    }
  }

  /// Whether a name of this range and type is among the answers `allowed`.
  static func allows(_ allowed: [UInt32], _ range: Range<Int>, _ type: EntityType) -> Bool {
    range.allSatisfy { (allowed[$0] >> UInt32(label($0, of: range, type))) & 1 == 1 }
  }

  private static func label(_ i: Int, of range: Range<Int>, _ type: EntityType) -> Int {
    if range.count == 1 { return NameLabel.alone(type) }
    if i == range.lowerBound { return NameLabel.begin(type) }
    return i == range.upperBound - 1 ? NameLabel.last(type) : NameLabel.inside(type)
  }

  private func types(_ kind: String, _ text: String) -> Types {
    let name = text.lowercased()
    if words.unions.contains(name) { return [.organization] }
    switch kind.lowercased() {
    case "per", "person": return [.person]
    case "org", "corporation", "organization": return [.organization]
    // Bands and teams, in the set that has this label.
    case "group": return [.organization]
    case "loc", "location", "geo", "facility":
      return words.peoples.contains(name) && !words.countries.contains(name)
        ? [.place, .group] : [.place]
    case "gpe":
      if words.countries.contains(name) { return [.place] }
      return words.peoples.contains(name) ? [.group] : [.place, .group]
    case "product": return [.product]
    case "creative-work": return [.work]
    case "eve": return [.event]
    case "art": return [.work, .product]
    case "misc", "nat": return Self.other
    default: return []
    }
  }

  /// The type of a name whose set does not tell, where its words do.
  private func known(_ text: String) -> Types? {
    let name = text.lowercased()
    if words.peoples.contains(name) { return [.group] }
    let last = name.split(separator: " ").last.map { String($0) } ?? ""
    if words.events.contains(last) || name.hasPrefix("battle of") || name.hasPrefix("siege of") {
      return [.event]
    }
    return words.works.contains(last) ? [.work] : nil
  }

  /// Spans of IOB2 tags.
  static func spans(_ tags: [String]) -> [(range: Range<Int>, kind: String)] {
    var spans: [(range: Range<Int>, kind: String)] = []
    var i = 0
    while i < tags.count {
      guard tags[i].hasPrefix("B-") || tags[i].hasPrefix("I-") else {
        i += 1
        continue
      }
      let kind = tags[i].dropFirst(2)
      var end = i + 1
      while end < tags.count && tags[end] == "I-" + kind { end += 1 }
      spans.append((i..<end, String(kind)))
      i = end
    }
    return spans
  }
}

/// Closed lists the scheme needs.
struct NameWords {
  var countries: Set<String> = []
  var peoples: Set<String> = []

  let articles: Set<String> = ["the", "a", "an"]
  static let possessives: Set<String> = ["'s", "’s", "'", "’"]
  let unions: Set<String> = [
    "u.n.", "un", "united nations", "eu", "e.u.", "european union", "nato", "african union",
  ]
  let titles: Set<String> = [
    "president", "prime", "minister", "mr.", "mr", "mrs.", "mrs", "ms.", "ms", "dr.", "dr",
    "secretary", "general", "king", "queen", "prince", "princess", "pope", "sen.", "senator",
    "gov.", "governor", "rep.", "representative", "congressman", "congresswoman", "judge",
    "justice", "col.", "colonel", "gen.", "lt.", "lieutenant", "maj.", "major", "capt.", "captain",
    "sgt.", "sergeant", "chancellor", "ambassador", "chairman", "director", "vice", "foreign",
    "defense", "interior", "secretary-general", "ayatollah", "sheikh", "imam", "archbishop",
    "bishop", "cardinal", "rev.", "reverend", "father", "sister", "mayor", "professor", "prof.",
    "sir", "lord", "lady", "dame", "emperor", "crown", "first", "former", "ex-president",
    "admiral", "adm.", "premier", "deputy", "attorney", "leader", "spokesman", "mullah", "grand",
    "chief", "commander", "state", "of", "u.s.", "finance", "speaker", "marshal", "sultan",
  ]
  let events: Set<String> = [
    "war", "wars", "battle", "olympics", "games", "cup", "championship", "championships",
    "festival", "tournament", "revolution", "uprising", "summit", "conference", "election",
    "elections", "massacre", "attacks", "bombing", "earthquake", "hurricane", "tsunami", "riots",
    "day", "christmas", "ramadan", "easter", "ii", "open", "prix", "crusade", "rebellion",
    "campaign", "convention", "playoffs", "derby", "marathon",
  ]
  let works: Set<String> = [
    "act", "treaty", "constitution", "accord", "accords", "agreement", "protocol", "bible",
    "quran", "koran", "resolution", "convention", "report", "law",
  ]

  /// Countries and peoples of the places folder, in small letters.
  static func read(_ folder: String) throws(CorpusError) -> NameWords {
    var words = NameWords()
    for line in lines(try readCorpus(folder + "/geonames/countries.tsv.xz")) {
      let row = line.split(separator: "\t", omittingEmptySubsequences: false)
      if row.count > 2 { words.countries.insert(row[2].lowercased()) }
    }
    words.countries.formUnion([
      "u.s.", "us", "usa", "u.s.a.", "u.k.", "uk", "britain", "america", "england", "scotland",
      "wales", "ivory coast", "south korea", "north korea", "soviet union", "burma", "congo",
      "great britain", "palestine", "russian federation", "czech republic", "macedonia", "holland",
      "democratic republic of congo", "bosnia", "darfur", "chechnya", "united states of america",
      "vatican", "holy see", "east timor", "yugoslavia", "cote d'ivoire", "bosnia-herzegovina",
    ])
    words.peoples.formUnion([
      "sunni", "shi'ite", "shiite", "shia", "muslim", "muslims", "islamic", "jewish", "jew", "jews",
      "christian", "christians", "catholic", "catholics", "kurdish", "kurds", "kurd", "arab",
      "arabs", "african", "africans", "european", "europeans", "asian", "asians", "american",
      "americans", "british", "dutch", "french", "spanish", "turkish", "turks", "irish", "english",
      "scottish", "welsh", "swiss", "democrat", "democrats", "republican", "republicans",
      "democratic",
      "palestinian", "palestinians", "chechen", "chechens", "hutu", "hutus", "tutsi", "tutsis",
      "tamil", "tamils", "uighur", "uighurs", "tibetan", "tibetans", "hindu", "hindus", "buddhist",
      "buddhists", "sunnis", "shi'ites", "shiites", "shias", "soviet", "western", "latin",
      "hispanic", "hispanics", "polish", "danish", "swedish", "finnish", "greek", "greeks", "serb",
      "serbs", "croat", "croats", "czech", "thai", "filipino", "filipinos", "afghan", "afghans",
      "protestant", "protestants", "orthodox", "anglican", "mormon", "pashtun", "pashtuns",
      "taliban's", "communist", "communists", "nazi", "nazis", "roma", "pakistani", "iraqi",
      "israeli", "somali", "yemeni", "saudi", "qatari", "kuwaiti", "bengali", "punjabi",
    ])
    for line in lines(try readCorpus(folder + "/geonames/countryinfo.jsonl.xz")) {
      guard let at = line.place(of: "\"demonym\": \"") else { continue }
      let name = line[at.upperBound...].prefix { $0 != "\"" }.lowercased()
      words.peoples.insert(name)
      words.peoples.insert(name + "s")
    }
    return words
  }
}
