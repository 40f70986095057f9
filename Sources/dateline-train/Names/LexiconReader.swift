internal import Extraction

/// Reads word clusters and phrase lists from the corpora folder.
struct LexiconReader {
  var folder: String
  var wordLimit = 190_000

  func read() throws(CorpusError) -> Lexicon {
    var builder = LexiconBuilder()
    for line in lines(try readCorpus(folder + "/glove/clusters-200k.txt.xz")).prefix(wordLimit) {
      let columns = line.split(separator: " ")
      guard columns.count == 4, let coarse = Int(columns[1]), let middle = Int(columns[2]),
        let fine = Int(columns[3])
      else { continue }
      builder.add(word: String(columns[0]), coarse: coarse, middle: middle, fine: fine)
    }
    try addPlaces(&builder)
    try addPeople(&builder)
    try addOrganizations(&builder)
    return builder.finish()
  }

  private func table(_ path: String) throws(CorpusError) -> [[Substring]] {
    lines(try readCorpus(folder + path)).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  private func addPlaces(_ builder: inout LexiconBuilder) throws(CorpusError) {
    for row in try table("/geonames/cities.tsv.xz") where row.count > 4 {
      add(row[1], .city, &builder)
      // Other spellings of large cities; those of small ones are mostly words.
      guard (Int(row[4]) ?? 0) > 300_000, row.count > 7 else { continue }
      for name in row[7].split(separator: "|")
      where name.utf8.count > 4 && (name.utf8.first ?? 0xff) < 0x60 {
        add(name, .city, &builder)
      }
    }
    for row in try table("/geonames/countries.tsv.xz") where row.count > 3 {
      add(row[2], .country, &builder)
      add(row[3], .city, &builder)
    }
    for name in [
      "US", "U.S.", "U.S", "USA", "U.S.A.", "UK", "U.K.", "UAE", "U.A.E.", "Britain", "England",
      "Scotland", "Wales", "Northern Ireland", "Burma", "Soviet Union", "USSR", "Yugoslavia",
      "Ivory Coast", "Congo", "South Korea", "North Korea", "Macedonia", "East Timor", "Holland",
      "Great Britain", "Czech Republic", "Palestine", "Vatican", "America",
    ] { add(Substring(name), .country, &builder) }
    for name in [
      "Africa", "Asia", "Europe", "North America", "South America", "Latin America", "Antarctica",
      "Middle East", "Far East", "Balkans", "Caucasus", "Scandinavia", "Caribbean", "Persian Gulf",
      "Gulf of Mexico", "Black Sea", "Mediterranean", "Baltic", "Central Asia", "Southeast Asia",
      "East Africa", "West Africa", "Central America", "Eastern Europe", "Western Europe",
      "Caspian Sea", "South China Sea", "Pacific", "Atlantic", "Arctic", "Siberia", "Himalayas",
    ] { add(Substring(name), .region, &builder) }
    for row in try table("/geonames/us-states.tsv.xz") where row.count > 1 {
      add(row[1], .region, &builder)
    }
    for line in lines(try readCorpus(folder + "/geonames/countryinfo.jsonl.xz")) {
      if let name = member("name", line) { add(name, .country, &builder) }
      if let name = member("demonym", line) {
        add(name, .demonym, &builder)
        add(name + "s", .demonym, &builder)
      }
      for name in list("altSpellings", line) where name.utf8.count > 3 {
        add(name, .country, &builder)
      }
      for name in list("provinces", line) { add(name, .region, &builder) }
    }
    for line in lines(try readCorpus(folder + "/cameo/Phoenix.Countries.actors.txt.gz")) {
      addDemonym(line, &builder)
    }
  }

  /// Of the country dictionary only single words that end as peoples' names do.
  private func addDemonym(_ line: Substring, _ builder: inout LexiconBuilder) {
    guard let name = cameoName(line), !name.contains(" "), name.utf8.count > 4 else { return }
    let endings = ["IAN", "IANS", "ESE", "ISH", "ANI", "ANIS", "EAN", "EANS"]
    if endings.contains(where: { name.hasSuffix($0) }) {
      add(Substring(name.lowercased()), .demonym, &builder)
    }
  }

  private func addPeople(_ builder: inout LexiconBuilder) throws(CorpusError) {
    let names = folder + "/names/"
    for file in ["firstnames-kantrowitz-f", "firstnames-kantrowitz-m", "firstnames-us"] {
      for line in lines(try readCorpus(names + file + ".txt.xz")) {
        add(line, .firstName, &builder)
      }
    }
    for line in lines(try readCorpus(names + "surnames-us-census-ranked.txt.xz")).prefix(60_000) {
      add(line, .surname, &builder)
    }
    for line in lines(try readCorpus(names + "us-legislators-executive.tsv.xz")) {
      if let name = line.split(separator: "\t").first { add(name, .person, &builder) }
    }
    // Leaders in the country dictionary: indented below a country, by given name and surname.
    for line in lines(try readCorpus(folder + "/cameo/Phoenix.Countries.actors.txt.gz")) {
      guard let name = cameoName(line), name.split(separator: " ").count == 2 else { continue }
      if line.contains("GOV") || line.contains("ELI") {
        add(Substring(name.lowercased()), .person, &builder)
      }
    }
  }

  private func addOrganizations(_ builder: inout LexiconBuilder) throws(CorpusError) {
    for row in lines(try readCorpus(folder + "/names/companies-sp500.csv.xz")).dropFirst() {
      let columns = row.split(separator: ",", omittingEmptySubsequences: false)
      if columns.count > 1 { addCompany(columns[1], &builder) }
    }
    for row in lines(try readCorpus(folder + "/names/companies-nasdaq-listed.csv.xz")).dropFirst() {
      let columns = row.split(separator: ",", omittingEmptySubsequences: false)
      guard columns.count > 1, let end = columns[1].place(of: " - ") else { continue }
      addCompany(columns[1][..<end.lowerBound], &builder)
    }
    for (file, list) in [
      ("International", PhraseList.organization), ("MilNonState", PhraseList.armedGroup),
    ] {
      let path = folder + "/cameo/Phoenix.\(file).actors.txt.gz"
      for line in lines(try readCorpus(path)) {
        if let name = cameoName(line), name.utf8.count > 3 {
          add(Substring(name.lowercased()), list, &builder)
        }
      }
    }
  }

  /// The company with and without its legal form.
  private func addCompany(_ name: Substring, _ builder: inout LexiconBuilder) {
    let words = name.filter { $0 != "\"" }.split(separator: " ")
    let forms: Set<Substring> = [
      "Inc.", "Inc", "Corp.", "Corporation", "Company", "Co.", "Ltd.", "Limited", "plc", "PLC",
      "Holdings", "Group", "Incorporated", "Ltd", "N.V.", "S.A.", "The",
    ]
    add(Substring(words.joined(separator: " ")), .company, &builder)
    var rest = words[...]
    while let last = rest.last, forms.contains(last) { rest = rest.dropLast() }
    let short = rest.joined(separator: " ")
    if short.utf8.count > 2 && rest.count < words.count {
      add(Substring(short), .company, &builder)
    }
  }

  /// `+KOFI_ANNAN_ [codes] # note` gives "KOFI ANNAN".
  private func cameoName(_ line: Substring) -> String? {
    guard let first = line.utf8.first, first != 0x23, first != 0x09, first != 0x20 else {
      return nil
    }
    var name = line.prefix { $0 != "[" && $0 != "#" && $0 != "\t" && $0 != "(" && $0 != ";" }
    if name.hasPrefix("+") { name = name.dropFirst() }
    let words = name.split { $0 == "_" || $0 == " " }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private func add(_ name: Substring, _ list: PhraseList, _ builder: inout LexiconBuilder) {
    let tokens = name.split { $0 == " " || $0 == "\u{a0}" }.map { Array($0.utf8) }
    builder.add(phrase: tokens, to: list)
    // Newer treebanks split at hyphens.
    guard name.contains("-") else { return }
    var parts: [[UInt8]] = []
    for token in tokens {
      for (i, part) in token.split(separator: UInt8(ascii: "-")).enumerated() {
        if i > 0 { parts.append([UInt8(ascii: "-")]) }
        parts.append(Array(part))
      }
    }
    builder.add(phrase: parts, to: list)
  }

  private func add(_ name: String, _ list: PhraseList, _ builder: inout LexiconBuilder) {
    add(Substring(name), list, &builder)
  }

  // One flat object a line, written by one program: a member is found by its name.

  private func member(_ name: String, _ line: Substring) -> String? {
    guard let at = line.place(of: "\"\(name)\": \"") else { return nil }
    return String(line[at.upperBound...].prefix { $0 != "\"" })
  }

  private func list(_ name: String, _ line: Substring) -> [String] {
    guard let at = line.place(of: "\"\(name)\": [") else { return [] }
    let inside = line[at.upperBound...].prefix { $0 != "]" }
    return inside.split(separator: "\"").filter { $0 != ", " }.map { entry in
      String(entry.prefix { $0 != "(" }).trimmed
    }
  }
}

extension Substring {
  /// The first occurrence of `text`.
  func place(of text: String) -> Range<Index>? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
      at = index(after: at)
    }
    return nil
  }
}

extension String {
  var trimmed: String {
    let start = drop { $0 == " " }
    guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
    return String(start[...last])
  }
}
