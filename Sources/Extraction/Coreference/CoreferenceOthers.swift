/// Bodies, places, events and the rest: by name, abbreviation and short form.
extension Coreference {
  mutating func resolveOthers() {
    let others = forms.indices.filter { forms[$0].entity == nil && forms[$0].type != .person }
    var short = ShortNames()
    for i in forms.indices { short.add(forms[i], words) }
    // Longer names first, so that shorter ones find them.
    for i in others.sorted(by: { (forms[$1].keys.count, $0) < (forms[$0].keys.count, $1) })
    where forms[i].keys.count > 1 {
      if let entity = short.meant(by: forms[i]) {
        forms[i].entity = entity
      } else {
        addOther(i)
        short.add(forms[i], words)
      }
    }
    var acronyms: [UInt64: Int] = [:]
    for i in forms.indices where forms[i].type != .person && forms[i].keys.count > 1 {
      guard let entity = forms[i].entity, let key = acronym(forms[i]) else { continue }
      acronyms[key] = acronyms[key] ?? entity
    }
    let aliases = parenthesised()
    // "(PRC)" behind a party is that party, whatever else it is short for.
    for (i, entity) in aliases.sorted(by: { $0.key < $1.key }) where forms[i].entity != nil {
      forms[i].entity = entity
      forms[i].kind = .abbreviation
    }
    for i in others where forms[i].entity == nil {
      let key = forms[i].keys.first ?? 0
      if let entity = aliases[i] {
        forms[i].entity = entity
        forms[i].kind = .abbreviation
      } else if let entity = acronyms[key], isAcronym(forms[i]) {
        forms[i].entity = entity
        forms[i].kind = .abbreviation
      } else if let entity = short.meant(by: forms[i]) {
        forms[i].entity = entity
      } else {
        addOther(i)
      }
    }
  }

  private mutating func addOther(_ i: Int) {
    forms[i].entity = entities.count
    let type = forms[i].type
    let isCity =
      type == .place && words.phrase(forms[i].tokens)?.classes.contains(.city) ?? false
    entities.append(
      ArticleEntity(name: text(forms[i].tokens), type: type, subtype: isCity ? .city : nil))
  }

  /// The key of the initials of a name's capitalised words.
  private func acronym(_ form: NameForm) -> UInt64? {
    var initials: [UInt8] = []
    for i in form.tokens where words[i].shape.contains(.capital) {
      guard let letter = article[Int(tokens[i].range.start)...].first, letter < 0x80 else {
        return nil
      }
      initials.append(letter)
    }
    guard (2...8).contains(initials.count) else { return nil }
    var hash = PhraseHash()
    hash.append(initials.span)
    return hash.value
  }

  private func isAcronym(_ form: NameForm) -> Bool {
    form.keys.count == 1
      && words[form.tokens.lowerBound].shape.meets([.allCapitals, .dotted])
  }

  /// Abbreviations set in parentheses behind the name they are short for.
  private func parenthesised() -> [Int: Int] {
    var aliases: [Int: Int] = [:]
    for m in mentions.indices.dropFirst() {
      let form = forms.formOfMention[m]
      let open = mentions[m].tokens.lowerBound - 1
      let close = mentions[m].tokens.upperBound
      guard aliases[form] == nil, open > 0, close < words.count,
        words[open].mark == UInt8(ascii: "("), words[close].mark == UInt8(ascii: ")"),
        let previous = mentions[..<m].last(where: { $0.tokens.upperBound == open }),
        let index = mentions[..<m].lastIndex(where: { $0.tokens == previous.tokens }),
        let entity = decided[index]?.entity ?? forms[forms.formOfMention[index]].entity,
        previous.type != .person, previous.tokens.count > 1,
        forms[form].entity == nil
          ? isAcronym(forms[form]) || abbreviates(mentions[m].tokens, previous.tokens)
          : isKnownOtherwise(forms[form], than: entity)
            && (abbreviates(mentions[m].tokens, previous.tokens)
              || areInitials(mentions[m].tokens, of: previous.tokens))
      else { continue }
      aliases[form] = entity
    }
    return aliases
  }

  /// An abbreviation of something else that the gazetteer knows.
  private func isKnownOtherwise(_ form: NameForm, than entity: Int) -> Bool {
    form.kind == .abbreviation && isAcronym(form) && form.entity != entity
      && entities[entity].known == nil
  }

  /// Whether the letters are those that the words begin with, in whatever order other languages put
  /// them.
  private func areInitials(_ short: Range<Int>, of long: Range<Int>) -> Bool {
    let letters = short.flatMap { folded($0) }
    let initials = long.filter { words[$0].shape.contains(.capital) }.compactMap {
      folded($0).first
    }
    return letters.sorted() == initials.sorted()
  }

  /// Whether the letters of `short` come in this order in `long`, from its first on.
  private func abbreviates(_ short: Range<Int>, _ long: Range<Int>) -> Bool {
    guard short.count <= 2 else { return false }
    let letters = short.flatMap { folded($0) }.filter { $0 | 0x20 >= 0x61 }
    var left = letters[...]
    for byte in long.flatMap({ folded($0) }) {
      if byte == left.first {
        left.removeFirst()
      } else if left.count == letters.count {
        return false
      }
    }
    return left.isEmpty && letters.count > 1
  }

  // MARK: Writing

  mutating func write(into analysis: inout Analysis) {
    // Entities in order of first mention; those only looked at are left out.
    var order: [Int: Int] = [:]
    var first: [Int] = []
    var named: [ResolvedMention] = []
    named.reserveCapacity(mentions.count)
    for m in mentions.indices {
      let form = forms[forms.formOfMention[m]]
      guard let entity = decided[m]?.entity ?? form.entity else { continue }
      if order[entity] == nil {
        order[entity] = first.count
        first.append(entity)
      }
      named.append(
        ResolvedMention(
          tokens: mentions[m].tokens, sentence: mentions[m].sentence, entity: order[entity] ?? 0,
          kind: decided[m]?.kind ?? form.kind, confidence: mentions[m].confidence))
      addTitle(before: m, to: entity)
    }
    analysis.entities = first.map { entities[$0] }
    let nominals = nominals(named, analysis.entities)
    let all = nominals.isEmpty ? named : (named + nominals).sorted(by: ResolvedMention.precedes)
    analysis.mentions.reserveCapacity(all.count)
    for mention in all { analysis.mentions.append(written(mention)) }
    FieldFinder(words: words, sentences: sentences).note(all, in: &analysis.entities)
  }

  /// Descriptions and pronouns of the entities named.
  private mutating func nominals(
    _ named: [ResolvedMention], _ entities: [ArticleEntity]
  ) -> [ResolvedMention] {
    guard !named.isEmpty else { return [] }
    var descriptions = DescriptionFinder(
      NamesByPlace(words, sentences, entities, named), capitalOf: capitals(of: entities))
    descriptions.run()
    let known =
      descriptions.found.isEmpty
      ? named : (named + descriptions.found).sorted(by: ResolvedMention.precedes)
    var pronouns = PronounFinder(
      words, sentences, entities, descriptions.traits, known, paragraphs: paragraphs())
    pronouns.run()
    choices = AntecedentChoices(
      pronouns: pronouns.choices, descriptions: descriptions.choices)
    return descriptions.found + pronouns.found
  }

  /// The number of each sentence's paragraph.
  private func paragraphs() -> [Int] {
    var paragraph = 0
    return sentences.indices.map { s in
      let gap = s > 0 ? Int(sentences[s - 1].range.end)..<Int(sentences[s].range.start) : 0..<0
      paragraph += article[gap].contains(0x0a) ? 1 : 0
      return paragraph
    }
  }

  /// Capitals among the entities, by the entity of their state.
  private func capitals(of entities: [ArticleEntity]) -> [Int: Int] {
    var stateOf: [KnownEntity: Int] = [:]
    for (e, entity) in entities.enumerated() where entity.subtype == .country {
      if let known = entity.known { stateOf[known] = e }
    }
    var capitals: [Int: Int] = [:]
    for (e, entity) in entities.enumerated() where entity.subtype == .city {
      guard let known = entity.known,
        let state = gazetteer.first(gazetteer.entry(of: gazetteer.name(of: known)), .metonym),
        gazetteer.row(of: known)?.related == state.entity, let s = stateOf[state.entity]
      else { continue }
      capitals[s] = capitals[s] ?? e
    }
    return capitals
  }

  private func written(_ mention: ResolvedMention) -> Mention {
    let confidence = min(max(mention.confidence, 0), 1)
    return Mention(
      range: named(mention.tokens), sentence: Int32(mention.sentence),
      entity: Int32(mention.entity), kind: mention.kind, confidence: UInt8(confidence * 100))
  }

  /// The title that ends where a person's name begins, with the state or body it is of.
  private mutating func addTitle(before m: Int, to entity: Int) {
    guard mentions[m].type == .person, entities[entity].titles.count < 16 else { return }
    let start = mentions[m].tokens.lowerBound
    let floor = Int(sentences[mentions[m].sentence].tokens.lowerBound)
    var title: Int?
    var i = start - 1
    while i >= max(floor, start - 5) {
      let stop = i + Int(words[i].phraseLength)
      if words[i].phraseClasses.meets([.title, .role]), stop == start || stop == title {
        title = i
      }
      i -= 1
    }
    guard var begin = title else { return }
    if begin - 1 >= floor, words[begin - 1].phraseClasses.meets([.demonym, .country]),
      words[begin - 1].shape.contains(.capital)
    {
      begin -= 1
    }
    let range = TextRange(Int(tokens[begin].range.start), Int(tokens[start - 1].range.end))
    if !entities[entity].titles.contains(range) { entities[entity].titles.append(range) }
  }
}
