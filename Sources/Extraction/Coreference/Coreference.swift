/// Ties the names of one article to its entities.
///
/// What the gazetteer knows goes by its row, so all spellings of a land meet; people by full name,
/// then surname; bodies by name, short form and abbreviation; a capital by what stands beside it.
///
/// - Complexity: linear in mentions; people of one surname are compared with at most 24 others.
struct Coreference {
  let article: [UInt8]
  let tokens: [Token]
  let sentences: [Sentence]
  let words: WordTable
  let gazetteer: Gazetteer

  var mentions: [NamedMention] = []
  var forms: NameForms
  var entities: [ArticleEntity] = []
  /// Entity and kind of each mention, where they are not its form's.
  var decided: [(entity: Int, kind: MentionKind)?] = []
  var byRow: [KnownEntity: Int] = [:]
  var people = PersonNames()
  /// What pronouns and descriptions were chosen from.
  var choices = AntecedentChoices()

  init(
    _ article: Article, _ analysis: Analysis, _ words: WordTable, _ gazetteer: Gazetteer,
    _ mentions: [NamedMention]
  ) {
    self.article = article.text
    tokens = analysis.tokens
    sentences = analysis.sentences
    self.words = words
    self.gazetteer = gazetteer
    self.mentions = mentions
    forms = NameForms(mentions, words)
    decided = Array(repeating: nil, count: mentions.count)
  }

  /// Writes mentions and entities into `analysis`.
  mutating func resolve(into analysis: inout Analysis) {
    resolveKnown()
    resolveSharedNames()
    resolveQualifiedCities()
    resolveRegions()
    resolveInstitutions()
    resolveBodiesOf()
    resolveCapitals()
    resolvePeople()
    resolveOthers()
    resolveEpithets()
    write(into: &analysis)
  }

  // MARK: What the gazetteer knows

  private mutating func resolveKnown() {
    let longer = longerForms()
    for i in forms.indices where forms[i].institution == nil {
      guard let reference = reference(of: forms[i]) ?? state(abbreviatedBy: forms[i]) else {
        continue
      }
      if isGeneric(forms[i]), let whole = longer[NameForms.combined(forms[i].keys[...])] {
        // "Congress" is not that of the state known best where another's is named in full.
        let known = whole.compactMap { self.reference(of: forms[$0])?.entity }
        if !known.contains(reference.entity) { continue }
      }
      forms[i].entity = entity(known: reference.entity)
      forms[i].kind =
        switch reference.relation {
        case .name: .name
        case .abbreviation: .abbreviation
        case .demonym: .demonym
        case .metonym: .metonym
        }
    }
  }

  /// The forms that end in, or are headed by, a shorter one.
  private func longerForms() -> [UInt64: [Int]] {
    var longer: [UInt64: [Int]] = [:]
    for i in forms.indices where forms[i].keys.count > 1 && forms[i].type != .person {
      for part in ShortNames.parts(of: forms[i], words) { longer[part, default: []].append(i) }
    }
    return longer
  }

  /// Common words for bodies that many states have ("Congress", "Supreme Court").
  func isGeneric(_ form: NameForm) -> Bool {
    form.type == .organization
      && form.tokens.allSatisfy { words[$0].classes.meets([.noun, .modifier, .organizationWord]) }
  }

  /// "Georgia" is a land and one of the United States: the latter where the article names more of
  /// that state's other regions than of the land and its neighbours.
  private mutating func resolveSharedNames() {
    for i in forms.indices {
      guard let entity = forms[i].entity, entities[entity].subtype == .country,
        let (key, classes) = words.phrase(forms[i].tokens), classes.contains(.region),
        let region = gazetteer.references(gazetteer.entry(key)).first(where: {
          $0.relation == .name && gazetteer.row(of: $0.entity)?.subtype == .region
        }), let owner = gazetteer.row(of: region.entity)?.country
      else { continue }
      let others = byRow.filter { $0.value != entity }.keys.compactMap { gazetteer.row(of: $0) }
      let inside = others.count { $0.country == owner && $0.subtype == .region }
      let land = entities[entity].known.flatMap { gazetteer.row(of: $0)?.country }
      let isOfLand = others.contains { $0.country == land }
      let states = others.count { $0.subtype == .country && $0.country != owner }
      guard inside > 0, !isOfLand, inside >= states else { continue }
      forms[i].entity = self.entity(known: region.entity)
    }
  }

  /// "Paris, Texas" is not the Paris known best, nor is "Paris" alone where the article only speaks
  /// of that one.
  private mutating func resolveQualifiedCities() {
    var meant: [Int: [(mention: Int, city: Int)]] = [:]
    var isKnownOne: Set<Int> = []
    for m in mentions.indices.dropLast() where isListed(gap(behind: m)) {
      let form = forms.formOfMention[m]
      guard let city = forms[form].entity, entities[city].subtype == .city,
        let known = entities[city].known, let country = gazetteer.row(of: known)?.country,
        let land = forms[forms.formOfMention[m + 1]].entity,
        let around = entities[land].known.flatMap({ gazetteer.row(of: $0) }),
        around.subtype == .country || around.subtype == .region, around.country != 0
      else { continue }
      if around.country == country {
        isKnownOne.insert(form)
      } else {
        meant[form, default: []].append((m, self.city(forms[form], in: around.country)))
      }
    }
    for (form, cities) in meant {
      for (mention, city) in cities { decided[mention] = (city, .name) }
      if !isKnownOne.contains(form) { forms[form].entity = cities.first?.city }
    }
  }

  private func gap(behind m: Int) -> Range<Int> {
    let start = mentions[m].tokens.upperBound
    return start..<max(start, mentions[m + 1].tokens.lowerBound)
  }

  /// The city of a form's name in a land, whether the gazetteer knows it or not.
  private mutating func city(_ form: NameForm, in country: UInt16) -> Int {
    let entry = words.phrase(form.tokens).map { gazetteer.entry($0.key) }
    let known = entry.flatMap { entry in
      gazetteer.references(entry).first {
        let row = gazetteer.row(of: $0.entity)
        return $0.relation == .name && row?.subtype == .city && row?.country == country
      }
    }
    if let known { return entity(known: known.entity) }
    entities.append(ArticleEntity(name: text(form.tokens), type: .place, subtype: .city))
    return entities.count - 1
  }

  /// "Albany, New York", "Utah, Virginia and Washington": behind a place and a comma, or a region and
  /// "and", a name that is a city's and a region's means the region.
  private mutating func resolveRegions() {
    for m in mentions.indices.dropFirst() where mentions[m].type == .place {
      let start = mentions[m].tokens.lowerBound
      let before = mentions[m - 1]
      // A container ends behind its part.
      let gap = min(before.tokens.upperBound, start)..<start
      guard before.type == .place, isListed(gap) || follows(gap, aRegion: m - 1),
        let (key, classes) = words.phrase(mentions[m].tokens), classes.contains(.region),
        classes.contains(.city)
      else { continue }
      let region = gazetteer.references(gazetteer.entry(key)).first {
        $0.relation == .name && gazetteer.row(of: $0.entity)?.subtype == .region
      }
      if let region { decided[m] = (entity(known: region.entity), .name) }
    }
  }

  private func isListed(_ gap: Range<Int>) -> Bool {
    gap.count == 1 && words[gap.lowerBound].mark == UInt8(ascii: ",")
  }

  /// "… and" or "…, and" behind the mention of a region.
  private func follows(_ gap: Range<Int>, aRegion m: Int) -> Bool {
    guard (1...2).contains(gap.count), words[gap.upperBound - 1].key == NameFinder.and,
      gap.count == 1 || words[gap.lowerBound].mark == UInt8(ascii: ","),
      let entity = decided[m]?.entity ?? forms[forms.formOfMention[m]].entity
    else { return false }
    return entities[entity].subtype == .region
  }

  /// The row a form names, where its type allows it.
  private func reference(of form: NameForm) -> Gazetteer.Reference? {
    guard form.type != .person else { return nil }
    let start = form.tokens.lowerBound
    // "The Guardian" is known with its article, which is no part of the mention.
    let hasArticle =
      start > 0 && words[start - 1].key == NameFinder.the
      && Int(words[start - 1].phraseLength) == form.tokens.count + 1
    let range = hasArticle ? start - 1..<form.tokens.upperBound : form.tokens
    guard let (key, classes) = words.phrase(range) ?? withoutLegalForm(range) else { return nil }
    let entry = gazetteer.entry(key)
    if classes.contains(.demonym) && form.type == .group {
      return gazetteer.first(entry, .demonym) ?? gazetteer.first(entry, .name)
    }
    for reference in gazetteer.references(entry) where reference.relation != .metonym {
      guard let row = gazetteer.row(of: reference.entity) else { continue }
      if row.type == form.type || (row.subtype == .country && form.type != .work) {
        if row.subtype == .city && !isCertainCity(row) { continue }
        return reference
      }
      if row.type == .organization, form.type == .place || form.type == .product {
        return reference
      }
    }
    return nil
  }

  /// "Acme" of "Acme AG".
  private func withoutLegalForm(_ range: Range<Int>) -> (key: UInt64, classes: ClassSet)? {
    guard range.count > 1, Self.legalForms.contains(words[range.upperBound - 1].key),
      let known = words.phrase(range.dropLast()), known.classes.meets([.organization, .company])
    else { return nil }
    return known
  }

  private static let legalForms = PhraseHash.keys(
    "inc corp corporation co company ltd limited plc llc ag sa nv se spa gmbh")

  /// A city's name is one city's where it is a great one, or its state is spoken of.
  private func isCertainCity(_ row: Gazetteer.Row) -> Bool {
    if row.population >= 300_000 { return true }
    return row.related.map { byRow[$0] != nil } ?? false
  }

  mutating func entity(known: KnownEntity) -> Int {
    if let entity = byRow[known] { return entity }
    let row = gazetteer.row(of: known)
    entities.append(
      ArticleEntity(
        name: gazetteer.name(of: known), type: row?.type ?? .organization, subtype: row?.subtype,
        known: known))
    byRow[known] = entities.count - 1
    return entities.count - 1
  }

  // MARK: Bodies of states

  /// "Iran’s foreign ministry" and "Iranian Foreign Ministry" are one by state and noun.
  private mutating func resolveInstitutions() {
    var known: [UInt64: Int] = [:]
    for i in forms.indices {
      guard let noun = forms[i].institution else { continue }
      let owner = forms[i].tokens.lowerBound
      let entry = gazetteer.entry(words[owner].phraseKey)
      let state =
        gazetteer.first(entry, .demonym) ?? gazetteer.first(entry, .metonym)
        ?? gazetteer.first(entry, .name, .abbreviation)
      let keys = (noun..<forms[i].tokens.upperBound).filter { words[$0].key != 0 }
      var key = NameForms.combined(keys.map { words[$0].key }[...])
      if let state { key ^= UInt64(UInt32(bitPattern: state.entity.ordinal)) << 32 }
      if let entity = known[key] {
        forms[i].entity = entity
        continue
      }
      known[key] = entities.count
      forms[i].entity = entities.count
      entities.append(
        ArticleEntity(
          name: institutionName(forms[i], noun, state?.entity), type: .organization))
    }
  }

  private func institutionName(_ form: NameForm, _ noun: Int, _ state: KnownEntity?) -> String {
    let body = text(noun..<form.tokens.upperBound)
    let hasPossessive = (form.tokens.lowerBound..<noun).contains {
      words[$0].shape.contains(.possessive)
    }
    var owner = text(form.tokens.lowerBound..<noun)
    if let state, hasPossessive || isDemonym(form.tokens.lowerBound) {
      let adjective = gazetteer.adjective(of: state)
      if !adjective.isEmpty { owner = adjective }
    }
    let last = words[form.tokens.upperBound - 1].key
    return owner + " " + (Self.titledBodies.contains(last) ? titled(body) : body)
  }

  private func isDemonym(_ i: Int) -> Bool {
    words[i].phraseClasses.contains(.demonym)
      && !words[i].classes.contains(.upperOnly)
  }

  /// Bodies whose descriptions are as good as their names: there is one of each in a state.
  private static let titledBodies = PhraseHash.keys("ministry treasury office department")

  private func titled(_ words: String) -> String {
    words.split(separator: " ").map { word in
      ["of", "the", "and", "for"].contains(word)
        ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  // MARK: Capitals

  /// A capital's mentions one by one; those that say nothing go with the rest.
  private mutating func resolveCapitals() {
    let sense = CapitalSense(words: words)
    var open: [Int: [Int]] = [:]
    var cityCount: [Int: Int] = [:]
    var governmentCount: [Int: Int] = [:]
    var states: [Int: KnownEntity] = [:]
    for (m, mention) in mentions.enumerated() {
      let form = forms.formOfMention[m]
      guard forms[form].institution == nil, mention.type != .person,
        let state = states[form] ?? metonym(forms[form])
      else { continue }
      states[form] = state
      let sentence = sentences[mention.sentence]
      let range = Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound)
      switch sentence.zone == .dateline ? .city : sense.sense(mention.tokens, in: range) {
      case .city: cityCount[form, default: 0] += 1
      case .government:
        governmentCount[form, default: 0] += 1
        decided[m] = (entity(known: state), .metonym)
      case .open: open[form, default: []].append(m)
      }
    }
    for (form, mentions) in open.sorted(by: { $0.key < $1.key }) {
      guard let state = states[form],
        governmentCount[form, default: 0] > cityCount[form, default: 0]
      else { continue }
      for m in mentions { decided[m] = (entity(known: state), .metonym) }
    }
  }

  func metonym(_ form: NameForm) -> KnownEntity? {
    guard let (key, classes) = words.phrase(form.tokens), classes.contains(.city),
      form.type == .place || form.type == .organization
    else { return nil }
    let entry = gazetteer.entry(key)
    guard let state = gazetteer.first(entry, .metonym)?.entity else { return nil }
    return state
  }

  // MARK: Text

  /// Where the name of these tokens, of which there is one at least, stands in the text.
  func named(_ range: Range<Int>) -> TextRange {
    TextRange(
      Int(tokens[range.lowerBound].named(in: article.span).start),
      Int(tokens[range.upperBound - 1].range.end))
  }

  /// The words of a token range as written, white space made single.
  func text(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let parts = article[named(range).indices].split { $0 <= 0x20 }
    return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  func folded(_ i: Int) -> [UInt8] {
    NameKey.fold(text(i..<i + 1)).utf8.filter { $0 != 0x20 && $0 != 0x27 && $0 != 0x2e }
  }
}
