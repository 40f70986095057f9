import Extraction

/// Fills a `GazetteerPacker` from the corpora folder and the tables beside this file.
struct GazetteerSources {
  let folder: String
  var packer = GazetteerPacker()
  private var countries: [String: Int32] = [:]
  private var states: [String: Int32] = [:]

  init(folder: String) { self.folder = folder }

  /// The whole image.
  static func image(folder: String) throws -> [UInt8] {
    var sources = GazetteerSources(folder: folder)
    try sources.addVocabulary()
    sources.addCountries()
    try sources.addCountryDetails()
    sources.addRegionsAndGroups()
    sources.addOrganizations()
    try sources.addStates()
    try sources.addCities()
    try sources.addProvinces()
    try sources.addCompanies()
    try sources.addPeople()
    sources.addWords()
    try sources.addAgents()
    return sources.packer.image()
  }

  private func lines(_ path: String) throws -> [String] {
    try readCorpus(folder + "/" + path).split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The fields of each line of a table in this program, split at `|`, without white space.
  private func table(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map { trimmed($0) }
    }
  }

  private func list(_ field: String) -> [String] {
    field.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
  }

  private func trimmed(_ text: some StringProtocol) -> String {
    let body = text.drop { $0 == " " }
    return String(body.reversed().drop { $0 == " " }.reversed())
  }

  // MARK: Countries

  private mutating func addCountries() {
    for f in table(countryTable) + table(territoryTable) where f.count >= 7 {
      let isTerritory = territoryTable.contains(f[0] + "|" + f[1] + "|")
      let row = packer.add(
        .init(
          name: f[1], adjective: list(f[2]).first ?? "", type: .place,
          subtype: isTerritory ? .territory : .country, country: f[0]))
      countries[f[0]] = row
      addNames(f[1], f[4], f[5], row, .country)
      addPeoples(f[2], f[3], row, country: f[0])
    }
    for f in table(formerCountryTable) where f.count >= 5 {
      let row = packer.add(
        .init(
          name: f[0], adjective: list(f[1]).first ?? "", type: .place, subtype: .formerCountry))
      addNames(f[0], f[3], f[4], row, .country)
      addPeoples(f[1], f[2], row, country: "")
    }
  }

  /// The names and abbreviations of a row.
  private mutating func addNames(
    _ name: String, _ others: String, _ abbreviations: String, _ row: Int32, _ classes: ClassSet
  ) {
    for other in [name] + list(others) { packer.add(other, classes, row, .name) }
    for short in list(abbreviations) {
      let isWord = short.contains { $0.isLowercase }
      packer.add(short, isWord ? classes : [classes, .upperOnly], row, .abbreviation)
    }
  }

  /// Adjectives are demonyms of `row`; the people are a group of their own.
  private mutating func addPeoples(
    _ adjectives: String, _ peoples: String, _ row: Int32, country: String
  ) {
    for adjective in list(adjectives)
    where packer.rows(of: adjective).isEmpty || packer.classes(of: adjective).contains(.demonym) {
      packer.add(adjective, .demonym, row, .demonym)
    }
    guard let first = list(peoples).first else { return }
    let group = packer.add(
      .init(name: first, adjective: "", type: .group, country: country, related: row))
    for people in list(peoples) { packer.add(people, .people, group, .name) }
  }

  /// Points, population and further spellings of countries from the lists.
  private mutating func addCountryDetails() throws {
    for line in try lines("geonames/countryinfo.jsonl.xz") {
      guard let code = JSONField.strings("alpha2", line).first, let row = countries[code] else {
        continue
      }
      for spelling in JSONField.strings("altSpellings", line)
      // "Island" is a land's own name for itself, and any island.
      where spelling.count > 4 && packer.rows(of: spelling).isEmpty
        && !packer.classes(of: spelling).meets(.lowerCase)
      {
        packer.add(spelling, .country, row, .name)
      }
    }
  }

  private mutating func addRegionsAndGroups() {
    for f in table(regionTable) where f.count >= 6 {
      let row = packer.add(
        .init(
          name: f[0], adjective: list(f[1]).first ?? "", type: .place, subtype: .region,
          country: f[5], related: countries[f[5]]))
      addNames(f[0], f[3], f[4], row, .region)
      addPeoples(f[1], f[2], row, country: f[5])
    }
    for f in table(groupTable) where f.count >= 3 {
      let row = packer.add(
        .init(name: f[0], adjective: f.count > 3 ? f[3] : "", type: .group))
      for name in [f[0]] + list(f[2]) { packer.add(name, .people, row, .name) }
      if f[0].hasPrefix("the ") { packer.add(String(f[0].dropFirst(4)), .people, row, .name) }
      for adjective in list(f[1]) where packer.rows(of: adjective).isEmpty {
        packer.add(adjective, .demonym, row, .demonym)
      }
    }
  }

  // MARK: Organisations

  private mutating func addOrganizations() {
    for f in table(seatTable) where f.count >= 3 {
      let row = packer.add(
        .init(name: f[0], type: .organization, country: f[2], related: countries[f[2]]))
      addNames(f[0], f[1], "", row, .organization)
    }
    for f in table(organizationTable) + table(partyTable) + table(firmTable) where f.count >= 3 {
      let country = f.count > 3 ? f[3] : ""
      let row = packer.add(
        .init(name: f[0], type: .organization, country: country, related: countries[country]))
      addNames(f[0], f[1], f[2], row, .organization)
      addSpelledOut([f[0]] + list(f[1]), row, .organization)
      if country == "US" { addAmerican([f[0]] + list(f[1]), row) }
    }
    for f in table(clubTable) + list(clubNames).map({ [$0, "", ""] })
    where packer.rows(of: f[0]).isEmpty {
      let row = packer.add(.init(name: f[0], type: .organization))
      addNames(f[0], f[1], f[2], row, .organization)
    }
    for f in table(outletTable) where f.count >= 3 {
      let known = packer.rows(of: f[0]).first.map { Int32($0 & 0xff_ffff) }
      let row = known ?? packer.add(.init(name: f[0], type: .organization))
      addNames(f[0], f[1], f[2], row, [.organization, .outlet])
      for name in [f[0]] + list(f[1]) {
        let squeezed = name.filter { $0.isLetter || $0.isNumber }
        if squeezed.count > 4 { packer.add(squeezed, .outlet, row, .name) }
      }
    }
    for f in table(eventTable) {
      let row = packer.add(.init(name: f[0], type: .event))
      for name in [f[0]] + (f.count > 1 ? list(f[1]) : []) { packer.add(name, .event, row, .name) }
    }
  }

  /// "Johnson and Johnson".
  private mutating func addSpelledOut(_ names: [String], _ row: Int32, _ classes: ClassSet) {
    for name in names {
      let words = name.split(separator: " ")
      guard words.contains("&") else { continue }
      packer.add(
        words.map { $0 == "&" ? "and" : $0 }.joined(separator: " "), classes, row, .name)
    }
  }

  /// "US Department of Justice": bodies of the state with its name before theirs.
  private mutating func addAmerican(_ names: [String], _ row: Int32) {
    for name in names {
      let words = name.split(separator: " ")
      guard words.contains(where: { Self.federalBodies.contains($0) }),
        words.first.map({ !Self.american.contains($0) }) ?? false
      else { continue }
      for state in Self.american { packer.add(state + " " + name, .organization, row, .name) }
    }
  }

  private static let american: [Substring] = ["US", "U.S.", "United States"]
  private static let federalBodies: Set<Substring> = [
    "Department", "Agency", "Bureau", "Administration", "Commission", "Centers", "Institutes",
    "Board", "Service", "Enforcement", "Corps", "Guard",
  ]

  /// Companies by what they are called, without the words for their legal form.
  private mutating func addCompanies() throws {
    for line in try lines("names/companies-sp500.csv.xz").dropFirst() {
      guard let name = CSVLine.fields(line).dropFirst().first else { continue }
      let short = CompanyName.short(name)
      guard packer.rows(of: short).isEmpty else { continue }
      // "Target", "Best", "Ball": words first, companies only with more of their names.
      let isWord =
        !short.contains(" ") && (short.count < 4 || packer.classes(of: short).meets(.lowerCase))
      guard !isWord else { continue }
      let row = packer.add(.init(name: short, type: .organization, country: "US"))
      packer.add(short, .company, row, .name)
      packer.add(name, .company, row, .name)
      addSpelledOut([short], row, .company)
    }
    for line in try lines("names/companies-nasdaq-listed.csv.xz").dropFirst() {
      guard let title = CSVLine.fields(line).dropFirst().first, title.contains("Common Stock"),
        let name = title.split(separator: "-").first
      else { continue }
      let short = CompanyName.short(trimmed(name))
      if short.contains(" ") { packer.add(short, .company) }
    }
  }

  // MARK: Places

  private mutating func addStates() throws {
    for line in try lines("geonames/us-states.tsv.xz") {
      let f = line.split(separator: "\t").map(String.init)
      guard f.count > 1 else { continue }
      let row = packer.add(
        .init(
          name: f[1], type: .place, subtype: .region, country: "US", related: countries["US"]))
      states["US." + f[0]] = row
      packer.add(f[1], .region, row, .name)
      packer.add(f[1] + "n", .demonym)
    }
  }

  /// Cities, the most populous first of those of one name; a capital also stands for its state.
  private mutating func addCities() throws {
    var capitals: [String: [String]] = [:]
    for f in table(countryTable) where f.count >= 7 { capitals[f[0]] = list(f[6]) }
    var cities: [(name: String, country: String, population: Int, fields: [String])] = []
    for line in try lines("geonames/cities.tsv.xz") {
      let f = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard f.count > 6, let population = Int(f[4]) else { continue }
      cities.append((f[1], f[2], population, f))
    }
    cities.sort { ($0.population, $1.fields[0]) > ($1.population, $0.fields[0]) }
    for city in cities {
      let names = capitals[city.country] ?? []
      let isCapital = names.contains { sameWords($0, city.name) }
      // A name shared by more than a few places helps nobody.
      guard isCapital || packer.rows(of: city.name).count < 4 else { continue }
      addCity(
        city.name, city.country, city.population, city.fields, capital: isCapital ? names : [])
      if isCapital { capitals[city.country] = [] }
    }
    for (country, names) in capitals.sorted(by: { $0.key < $1.key }) where !names.isEmpty {
      let row = packer.add(
        .init(
          name: names[0], type: .place, subtype: .city, country: country,
          related: countries[country]))
      addCapital(names, row, country)
    }
    // Cities that news means when it says a state's name.
    for (short, full) in [("Washington", "Washington DC"), ("New York", "New York City")] {
      guard let row = packer.rows(of: full).first.map({ Int32($0 & 0xff_ffff) }) else { continue }
      packer.add(short, .city, row, .name)
      packer.prefer(row, for: short)
    }
  }

  private func letters(_ name: String) -> [UInt8] {
    NameKey.fold(name).utf8.filter { (0x61...0x7a).contains($0) }
  }

  private func sameWords(_ a: String, _ b: String) -> Bool {
    PhraseHash.key(a) == PhraseHash.key(b)
      || PhraseHash.key(a + " City") == PhraseHash.key(b)
  }

  /// Names by which cities were long known in English, beside those that only spell another way.
  private static let formerCityNames: [String: [String]] = [
    "Mumbai": ["Bombay"], "Kolkata": ["Calcutta"], "Chennai": ["Madras"],
    "Ho Chi Minh City": ["Saigon"], "Saint Petersburg": ["Leningrad", "St. Petersburg"],
    "Istanbul": ["Constantinople"], "Yangon": ["Rangoon"], "Guangzhou": ["Canton"],
    "Bengaluru": ["Bangalore"], "Volgograd": ["Stalingrad"], "Gdańsk": ["Danzig"],
    "Wrocław": ["Breslau"], "Lviv": ["Lvov", "Lemberg"], "Kharkiv": ["Kharkov"],
    "Odesa": ["Odessa"], "Mykolaiv": ["Nikolaev"], "Dnipro": ["Dnepropetrovsk"],
    "Thessaloníki": ["Salonika"], "Köln": ["Cologne"],
  ]

  /// In capitals only: "LA", "NYC".
  private static let cityAbbreviations: [String: [String]] = [
    "New York City": ["NYC"], "Los Angeles": ["LA", "L.A."],
  ]

  private mutating func addCity(
    _ name: String, _ country: String, _ population: Int, _ f: [String], capital: [String]
  ) {
    let row = packer.add(
      .init(
        name: capital.first ?? name, type: .place, subtype: .city, country: country,
        latitude: Int32((Double(f[5]) ?? 0) * 10_000),
        longitude: Int32((Double(f[6]) ?? 0) * 10_000), population: UInt32(population),
        related: countries[country]))
    packer.add(name, .city, row, .name)
    addCapital(capital, row, country)
    for former in Self.formerCityNames[name] ?? [] { packer.add(former, .city, row, .name) }
    for short in Self.cityAbbreviations[name] ?? [] where country == "US" {
      packer.add(short, [.city, .upperOnly], row, .abbreviation)
    }
    guard population > 250_000, f.count > 7 else { return }
    // English and local spellings; small letters mark transliterations by rule.
    for other in f[7].split(separator: "|").map(String.init)
    where other.count > 4 && (other.first?.isUppercase ?? false)
      && other.dropFirst().contains(where: \.isLowercase)
      && packer.classes(of: other).isEmpty
      && Spelling.isVariant(letters(name), letters(other))
    {
      packer.add(other, population > 1_000_000 ? .city : [], row, .name)
    }
  }

  private mutating func addCapital(_ names: [String], _ row: Int32, _ country: String) {
    guard let state = countries[country] else { return }
    for (i, name) in names.enumerated() {
      packer.add(name, .city, row, .name)
      if i == 0 || names.count < 3 { packer.add(name, .city, state, .metonym) }
    }
  }

  private mutating func addProvinces() throws {
    for line in try lines("geonames/countryinfo.jsonl.xz") {
      guard let code = JSONField.strings("alpha2", line).first else { continue }
      for province in JSONField.strings("provinces", line) where province.count > 3 {
        let name = trimmed(province.split(separator: "(").first ?? "")
        guard packer.rows(of: name).isEmpty, packer.classes(of: name).isEmpty, !name.isEmpty
        else { continue }
        let row = packer.add(
          .init(
            name: name, type: .place, subtype: .region, country: code, related: countries[code]))
        packer.add(name, .region, row, .name)
      }
    }
  }

  // MARK: People and words

  private mutating func addPeople() throws {
    for name in try lines("names/firstnames-kantrowitz-f.txt.xz") {
      packer.add(trimmed(name), .femaleName)
    }
    for name in try lines("names/firstnames-kantrowitz-m.txt.xz") {
      packer.add(trimmed(name), .maleName)
    }
    for name in foreignFirstNames.female { packer.add(name, .femaleName) }
    for name in foreignFirstNames.male { packer.add(name, .maleName) }
    for name in try lines("names/firstnames-us.txt.xz")
    where !packer.classes(of: trimmed(name)).meets(.firstName) {
      packer.add(trimmed(name), .firstName)
    }
    for name in try lines("names/surnames-us-census-ranked.txt.xz").prefix(60_000) {
      packer.add(trimmed(name), .surname)
    }
    for line in try lines("names/us-legislators-executive.tsv.xz") {
      let f = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard f.count > 3 else { continue }
      packer.add(f[0], .personName)
      packer.add(f[1] + " " + f[2], .personName)
      if !f[3].isEmpty { packer.add(f[3] + " " + f[2], .personName) }
    }
  }

  private mutating func addWords() {
    let lists: [(String, ClassSet)] = [
      (titleWords, .title), (roleWords, .role), (organizationWords, .organizationWord),
      (placeWords, .placeWord), (eventWords, .eventWord), (calendarWords, .calendar),
      (particleWords, .particle), (institutionWords, .institution),
      (directionWords, .direction), (stateVerbs, .stateVerb), (stateNouns, .stateNoun),
      (functionWords, .function), (nonNameWords, .nonName),
    ]
    for (text, classes) in lists {
      for word in text.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
        let word = trimmed(word)
        if !word.isEmpty { packer.add(word, classes) }
      }
    }
  }

  /// Common nouns for people from the CAMEO agents: `PRIME_MINISTER [~GOV]`.
  private mutating func addAgents() throws {
    for line in try lines("cameo/Phoenix.agents.txt.gz") {
      guard let open = line.firstIndex(of: "["), !line.hasPrefix("#"), !line.hasPrefix("!") else {
        continue
      }
      let word = line[..<open].prefix { $0 != "{" && $0 != "!" }
      let name = trimmed(String(word.map { $0 == "_" ? " " : $0 })).lowercased()
      let code = line[open...].dropFirst(2).prefix(3)
      let isPerson = name.hasSuffix("er") || name.hasSuffix("or") || name.hasSuffix("ist")
      if isPerson, ["GOV", "MIL", "LEG", "JUD", "MED", "EDU", "OPP", "BUS", "ELI"].contains(code) {
        packer.add(name, .role)
      }
    }
  }

  /// Words seen in small letters in tagged text, twice at least.
  private mutating func addVocabulary() throws {
    var counts: [String: [Int]] = [:]
    for path in ["ud-ewt/train.conllu.xz", "gum/train.conllu.xz", "gmb/train.conll.xz"] {
      for line in try lines(path) {
        let f = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard f.count > 1, f[0].first != "#" else { continue }
        let form = f.count >= 10 ? f[1] : f[0]
        let tag = f.count >= 10 ? f[4] : f[1]
        guard form.utf8.allSatisfy({ (0x61...0x7a).contains($0) }), form.utf8.count > 1 else {
          continue
        }
        let kind = tag.hasPrefix("NN") ? 0 : tag.hasPrefix("VB") ? 1 : 2
        counts[String(form), default: [0, 0, 0]][kind] += 1
      }
    }
    for (word, kinds) in counts.sorted(by: { $0.key < $1.key }) where kinds.reduce(0, +) > 1 {
      let classes: [ClassSet] = [.noun, .verb, .modifier]
      for k in 0..<3 where kinds[k] * 5 > kinds.reduce(0, +) { packer.add(word, classes[k]) }
    }
  }
}
