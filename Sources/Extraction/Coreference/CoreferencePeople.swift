/// People: full names first, then their parts.
extension Coreference {
  mutating func resolvePeople() {
    let personForms = forms.indices.filter { forms[$0].type == .person && forms[$0].entity == nil }
    for i in personForms where forms[i].keys.count > 1 && !isTail(forms[i]) && !isPair(forms[i]) {
      resolveFullName(i)
    }
    for i in personForms where forms[i].entity == nil { resolvePart(i) }
    resolveSharedSurnames()
  }

  /// "van der Berg": a surname of several words rather than a full name.
  private func isTail(_ form: NameForm) -> Bool {
    let first = words[form.tokens.lowerBound]
    return first.classes.contains(.particle) && !first.classes.meets(.firstName)
  }

  /// "Obi-Berg": a surname of two, or two people, of whom neither is meant by it alone.
  private func isPair(_ form: NameForm) -> Bool {
    form.tokens.count == 3 && words[form.tokens.lowerBound + 1].mark == UInt8(ascii: "-")
  }

  private func nameWords(_ form: NameForm) -> [[UInt8]] {
    form.tokens.filter { words[$0].key != 0 }.map { folded($0) }
  }

  private mutating func resolveFullName(_ i: Int) {
    let parts = nameWords(forms[i])
    let keys = forms[i].keys
    if let person = people.same(as: parts) ?? people.only(continuing: parts, first: keys[0]) {
      let entity = people.people[person].entity
      forms[i].entity = entity
      let known = people.people[person].words
      let isLonger = parts.count > known.count
      let shares = Set(known.map { $0 }).isSuperset(of: parts) || Set(parts).isSuperset(of: known)
      forms[i].kind = shares ? .name : .variant
      if isLonger && shares { entities[entity].name = text(forms[i].tokens) }
      people.addForm(of: person, words: parts, keys: keys)
      return
    }
    forms[i].entity = entities.count
    people.add(entity: entities.count, words: parts, keys: keys)
    entities.append(ArticleEntity(name: personName(forms[i]), type: .person))
  }

  /// The name as written, capitals only at the start of words where a headline shouts it.
  private func personName(_ form: NameForm) -> String {
    // "Bo Berg, Jr." is "Bo Berg Jr.".
    let name = text(form.tokens).filter { $0 != "," }
    guard form.isShouted, name.utf8.count > 3, !name.contains(".") else { return name }
    return name.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }
      .joined(separator: " ")
  }

  /// A surname, a first name, or a name of one word.
  private mutating func resolvePart(_ i: Int) {
    let keys = forms[i].keys
    var candidates = people.endingWith(keys)
    forms[i].kind = .surname
    if candidates.isEmpty, keys.count == 1 {
      candidates = people.startingWith(keys[0])
      if candidates.count == 1 {
        let isFamily = !words[forms[i].tokens.lowerBound].classes.meets(.firstName)
        forms[i].kind = isFamily ? .surname : .variant
      } else {
        candidates = []
      }
    }
    if candidates.isEmpty, keys.count == 1 {
      candidates = people.soundingLike(folded(forms[i].tokens.lowerBound))
      if candidates.count == 1 { forms[i].kind = .variant }
    }
    if candidates.count == 1 {
      forms[i].entity = people.people[candidates[0]].entity
    } else if candidates.isEmpty {
      forms[i].kind = .name
      forms[i].entity = entities.count
      people.add(entity: entities.count, words: nameWords(forms[i]), keys: keys)
      entities.append(ArticleEntity(name: personName(forms[i]), type: .person))
    }
  }

  /// A surname of several people goes, without certainty, to the one most spoken of by full name
  /// so far; of those equal to the one named last; before any of them, to the first.
  private mutating func resolveSharedSurnames() {
    var fullCount: [Int: Int] = [:]
    var last: [Int: Int] = [:]
    for m in mentions.indices {
      let form = forms.formOfMention[m]
      if let entity = forms[form].entity {
        last[entity] = m
        fullCount[entity, default: 0] += 1
        continue
      }
      guard forms[form].type == .person else { continue }
      let candidates = people.endingWith(forms[form].keys).map { people.people[$0].entity }
      let spoken = candidates.filter { last[$0] != nil }
      func rank(_ entity: Int) -> (Int, Int) {
        (fullCount[entity, default: 0], last[entity, default: 0])
      }
      guard let entity = spoken.max(by: { rank($0) < rank($1) }) ?? candidates.first
      else { continue }
      decided[m] = (entity, .surname)
      mentions[m].confidence = min(mentions[m].confidence, 0.55)
      last[entity] = m
    }
  }
}
