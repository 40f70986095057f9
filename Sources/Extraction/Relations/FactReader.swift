/// Reads standing facts from names side by side: titles, appositions, kinship, places.
///
/// Works on words and mentions; parts of speech, where they are known, bound the phrases better.
/// - Complexity: linear in the tokens; no phrase is followed beyond a few words.
struct FactReader {
  let article: ArticleWords
  let arguments: ArgumentFinder
  let commitments: CommitmentReader

  var roles: RoleLexicon { RoleLexicon.english }
  static let longestTitle = 8
  private static let longestApposition = 16

  struct Role {
    var token: Int
    var kind: RoleClass
    var title: TextRange
    var owner: Mention?
    var former: TextRange?
  }

  func read(_ index: Int32, _ sentence: Sentence, _ found: inout [Relation]) {
    let bounds = Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound)
    var token = bounds.lowerBound
    while token < bounds.upperBound {
      let widest = article.widestName[token]
      guard widest >= 0 else {
        told(token, bounds, index, &found)
        token += 1
        continue
      }
      let span = article.mentionTokens[Int(widest)]
      let mention = article.mentions[Int(widest)]
      let end = max(Int(span.upperBound), token + 1)
      if mention.kind.isName {
        switch article.entities[Int(mention.entity)].type {
        case .person: person(mention, token..<end, bounds, index, &found)
        case .place: place(mention, token..<end, bounds, index, &found)
        case .organization: organization(mention, token..<end, bounds, index, &found)
        case .group, .event, .work, .product: break
        }
      }
      token = end
    }
  }

  // MARK: People

  private func person(
    _ mention: Mention, _ span: Range<Int>, _ bounds: Range<Int>, _ index: Int32,
    _ found: inout [Relation]
  ) {
    if let role = title(before: span.lowerBound, from: bounds.lowerBound) {
      state(role, of: mention, index, 96, &found)
    }
    if let role = apposition(after: span.upperBound, until: bounds.upperBound) {
      state(role, of: mention, index, 93, &found)
    }
    if let role = apposition(before: span.lowerBound, from: bounds.lowerBound) {
      state(role, of: mention, index, 93, &found)
    }
  }

  /// "Norwegian Foreign Minister" before a name.
  private func title(before name: Int, from floor: Int) -> Role? {
    let last = name - 1
    guard last >= floor else { return nil }
    var role = last
    if kind(role) == nil || article.widestName[role] >= 0 {
      guard last - 2 >= floor, article.words[last - 1] == Self.of,
        RoleLexicon.officeOf.contains(article.words[last]), roles[article.words[last - 2]] != nil
      else { return nil }
      role = last - 2
    }
    return kind(role).map { self.role(at: role, $0, last: last, from: floor) }
  }
  static let of = WordKey("of")

  /// What the noun says of whom it is said: its role, or that it is someone.
  func kind(_ token: Int) -> RoleClass? {
    let word = article.words[token]
    if word == Self.officer, token > 0, article.words[token - 1] == Self.executive { return .head }
    if let role = roles[word] { return role }
    return ActorLexicon.english.isPerson(word) ? .person : nil
  }
  private static let officer = WordKey("officer")
  private static let executive = WordKey("executive")

  /// The role with what stands before it: the words of the title, and whose it is.
  func role(at token: Int, _ kind: RoleClass, last: Int, from floor: Int) -> Role {
    var result = Role(token: token, kind: kind, title: article.range(token, last))
    var i = token - 1
    while i >= floor, token - i <= Self.longestTitle {
      let word = article.words[i]
      if RoleLexicon.former.contains(word) {
        result.former = article.tokens[i].range
      } else if article.widestName[i] >= 0 {
        let mention = article.mentions[Int(article.widestName[i])]
        if owns(mention, from: i, to: token) { result.owner = mention }
        let before = Int(article.mentionTokens[Int(article.widestName[i])].lowerBound) - 1
        if before >= floor, RoleLexicon.former.contains(article.words[before]) {
          result.former = article.tokens[before].range
        }
        break
      } else if Self.his.contains(article.words[i]) {
        result.owner = pronoun(i) ?? personBefore(i)
        break
      } else if isModifier(i) {
        if result.former == nil { result.title = article.range(i, last) }
      } else if article.words[i] != Self.possessive, article.mark(i) != UInt8(ascii: "-") {
        break
      }
      i -= 1
    }
    return result
  }
  static let possessive = WordKey("'s")
  private static let and = WordKey("and")
  private static let his = WordSet("his her")

  private func pronoun(_ token: Int) -> Mention? {
    guard let mention = article.mention(at: token), mention.kind == .pronoun,
      article.entities[Int(mention.entity)].type == .person
    else { return nil }
    return mention
  }

  /// Whom "his" or "her" most likely means: the last person named in the sentence.
  private func personBefore(_ token: Int) -> Mention? {
    var i = token - 1
    while i >= sentenceStart(token), token - i < 40 {
      if let mention = article.name(at: i), mention.kind.isName,
        article.entities[Int(mention.entity)].type == .person
      {
        return mention
      }
      i -= 1
    }
    return nil
  }

  private func sentenceStart(_ token: Int) -> Int {
    let sentence = article.sentence(at: article.tokens[token].range.start)
    return Int(article.sentences[sentence].tokens.lowerBound)
  }

  /// A person owns a role by a possessive only; a place or body also by standing before it.
  private func owns(_ mention: Mention, from last: Int, to role: Int) -> Bool {
    if article.entities[Int(mention.entity)].type != .person { return true }
    return last + 1 < role && article.words[last + 1] == Self.possessive
      || mention.kind == .pronoun
  }

  func isModifier(_ token: Int) -> Bool {
    if RoleLexicon.modifiers.contains(article.words[token]) { return true }
    guard article.hasLetter(token), !SpeechCues.determiners.contains(article.words[token])
    else { return false }
    if article.tree.isEmpty { return article.isCapitalized(token) }
    switch article.tree.upos[token] {
    case .noun, .propn, .adj: return true
    default: return false
    }
  }

  /// "…, the head of the bank," after a name.
  private func apposition(after end: Int, until limit: Int) -> Role? {
    guard end < limit, article.mark(end) == UInt8(ascii: ",") else { return nil }
    var stop = end + 1
    while stop < limit, stop - end < Self.longestApposition,
      article.mark(stop) != UInt8(ascii: ","), article.mark(stop) != UInt8(ascii: ";"),
      article.mark(stop) != UInt8(ascii: ".")
    {
      stop += 1
    }
    return role(in: (end + 1)..<stop)
  }

  /// "the head of the bank, " before a name.
  private func apposition(before start: Int, from floor: Int) -> Role? {
    var comma = start - 1
    guard comma > floor, article.mark(comma) == UInt8(ascii: ",") else { return nil }
    let limit = comma
    if let kind = roles[article.words[comma - 1]], comma - 2 >= floor,
      Self.his.contains(article.words[comma - 2]) || article.words[comma - 2] == Self.possessive
    {
      return role(at: comma - 1, kind, last: comma - 1, from: floor)
    }
    // "her mother and sister, Kari": the last of the two.
    if let kind = roles[article.words[comma - 1]], comma - 3 >= floor,
      article.words[comma - 2] == Self.and, roles[article.words[comma - 3]] != nil
    {
      var joined = role(at: comma - 3, kind, last: comma - 3, from: floor)
      joined.title = article.tokens[comma - 1].range
      return joined
    }
    let end = limit
    comma -= 1
    while comma > floor, end - comma < Self.longestApposition,
      article.mark(comma) != UInt8(ascii: ","), article.mark(comma) != UInt8(ascii: ";"),
      !isFiniteVerb(comma)
    {
      comma -= 1
    }
    let first = comma == floor ? comma : comma + 1
    // The phrase nearest to the name, after a preposition that leads up to it.
    guard let role = role(in: first..<end), role.owner != nil else { return nil }
    return role
  }

  func isFiniteVerb(_ token: Int) -> Bool {
    guard !article.tree.isEmpty else {
      return SpeechCues.english[article.words[token]].contains(.saying)
    }
    return article.tree.isVerb(token)
  }

  /// The first role of a phrase, with whose it is.
  private func role(in range: Range<Int>) -> Role? {
    var token = range.lowerBound
    var someone: Role?
    while token < range.upperBound {
      if isFiniteVerb(token) || Self.relatives.contains(article.words[token]) { return someone }
      if article.widestName[token] >= 0 {
        let mention = article.mentions[Int(article.widestName[token])]
        let end = Int(article.mentionTokens[Int(article.widestName[token])].upperBound)
        // "and Kari Dahl, Jan Berg": a list, not an apposition.
        if article.entities[Int(mention.entity)].type == .person, mention.kind.isName,
          !(end < range.upperBound && article.words[end] == Self.possessive)
        {
          return nil
        }
        token = max(end, token + 1)
        continue
      }
      if let kind = kind(token) {
        if kind == .person {
          someone = someone ?? role(at: token, kind, last: token, from: range.lowerBound)
          token += 1
          continue
        }
        // "chief executive", "vice president": the last role of the run is the head.
        if token + 1 < range.upperBound, roles[article.words[token + 1]] != nil,
          article.widestName[token + 1] < 0
        {
          token += 1
          continue
        }
        if token + 1 < range.upperBound, let next = article.name(at: token + 1),
          article.entities[Int(next.entity)].type == .person
        {
          return nil
        }
        var last = token
        if token + 2 < range.upperBound, article.words[token + 1] == Self.of,
          RoleLexicon.officeOf.contains(article.words[token + 2])
        {
          last = token + 2
        }
        var result = role(at: token, kind, last: last, from: range.lowerBound)
        if let owner = owner(after: last, until: range.upperBound) { result.owner = owner }
        return result
      }
      token += 1
    }
    return someone
  }
  private static let relatives = WordSet("who which whose whom that where when and but as while")
  private static let linking = WordSet("of for at to in with from")

  /// "… of Norway's bank Nordbank": the last name of the phrase the preposition begins.
  func owner(after role: Int, until limit: Int) -> Mention? {
    guard role + 1 < limit, Self.linking.contains(article.words[role + 1]) else { return nil }
    var token = role + 2
    var owner: Mention?
    while token < limit, token - role < 12 {
      let widest = article.widestName[token]
      if widest >= 0 {
        owner = article.mentions[Int(widest)]
        let end = Int(article.mentionTokens[Int(widest)].upperBound)
        token = max(end, token + 1)
        if owner?.kind != .demonym, token < limit, isCommonNoun(token) {
          // "envoy for Norway talks" is not of Norway.
          owner = nil
          continue
        }
        // Only a possessive leads on to the name that is meant.
        guard token < limit, article.words[token] == Self.possessive else { break }
        token += 1
        continue
      }
      if owner == nil, Self.linking.contains(article.words[token]),
        article.words[token] != Self.of
      {
        // "professor of history at Oslo University".
        token += 1
        continue
      }
      if !article.hasLetter(token) || isFiniteVerb(token)
        || Self.relatives.contains(article.words[token])
      {
        break
      }
      token += 1
    }
    return owner
  }

  func isCommonNoun(_ token: Int) -> Bool {
    token < article.tokens.count && !article.tree.isEmpty && article.tree.upos[token] == .noun
      && article.widestName[token] < 0
  }

  func state(
    _ role: Role, of mention: Mention, _ index: Int32, _ confidence: UInt8,
    _ found: inout [Relation], modality: Modality = .asserted, tense: Tense = .none
  ) {
    guard let owner = role.owner, owner.entity != mention.entity else { return }
    let type = article.entities[Int(owner.entity)].type
    guard let (stated, isReversed) = Self.predicate(role.kind, owner: type) else { return }
    // "a Norwegian critic", not "a critic of the Norwegian prime minister".
    let isPeople = owner.kind == .demonym && owner.range < role.title
    guard stated != .nationality || isPeople else { return }
    var predicate = stated
    if predicate == .headOf {
      // A deputy is no head, and a minority leader leads no parliament.
      let words = article.tokens(in: role.title).map { article.words[Int($0)] }
      if RoleLexicon.hired.contains(article.words[role.token]) {
        predicate = .worksFor
      } else if words.contains(where: { RoleLexicon.partial.contains($0) })
        || RoleLexicon.seated.contains(article.words[role.token])
      {
        predicate = .memberOf
      } else if words.contains(where: { RoleLexicon.subordinate.contains($0) }) {
        predicate = .worksFor
      }
    }
    let person = Argument(range: mention.range, entity: mention.entity)
    let other = Argument(range: owner.range, entity: owner.entity)
    var relation = Relation(
      predicate: predicate, subject: isReversed ? other : person,
      object: isReversed ? person : other, sentence: index, trigger: role.title,
      modality: modality, tense: tense, confidence: confidence)
    relation.qualifiers = [Qualifier(kind: .title, range: role.title)]
    if let former = role.former {
      relation.qualifiers.append(Qualifier(kind: .former, range: former))
    }
    found.append(relation)
  }

  /// What a role of an owner of a type is called; `true` where the owner is the subject.
  private static func predicate(_ role: RoleClass, owner: EntityType) -> (Predicate, Bool)? {
    let isBody = owner == .organization || owner == .group
    switch role {
    case .office where owner == .place: return (.holdsOffice, false)
    case .office where owner == .group: return (.memberOf, false)
    case .office where isBody: return (.headOf, false)
    case .head where owner == .organization: return (.headOf, false)
    case .head where owner == .place: return (.holdsOffice, false)
    case .spokesperson: return owner == .person ? (.aideTo, false) : (.spokespersonOf, false)
    case .aide: return (.aideTo, false)
    case .member where isBody: return (.memberOf, false)
    case .employee where isBody: return (.worksFor, false)
    case .person: return owner == .place ? (.nationality, false) : nil
    case .employee, .profession:
      if owner == .place { return (.nationality, false) }
      return role == .profession && owner == .organization ? (.worksFor, false) : nil
    case .founder where isBody: return (.founded, false)
    case .parent where owner == .person: return (.parentOf, false)
    case .child where owner == .person: return (.parentOf, true)
    case .spouse where owner == .person: return (.spouseOf, false)
    case .sibling where owner == .person: return (.siblingOf, false)
    case .predecessor where owner == .person: return (.succeeded, true)
    case .successor where owner == .person: return (.succeeded, false)
    default: return nil
    }
  }
}
