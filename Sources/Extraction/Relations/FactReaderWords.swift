/// Facts that one word tells: a role that somebody has, "born", "based", "founded by".
extension FactReader {
  func told(
    _ token: Int, _ bounds: Range<Int>, _ index: Int32, _ found: inout [Relation]
  ) {
    let word = article.words[token]
    if word == Self.born {
      birth(token, bounds, index, &found)
    } else if Self.basing.contains(word) {
      seat(token, bounds, index, &found)
    } else if Self.founding.contains(word) {
      founders(token, bounds, index, &found)
    } else if !article.tree.isEmpty, let kind = kind(token) {
      predicated(token, kind, bounds, index, &found)
    }
  }
  private static let born = WordKey("born")
  private static let basing = WordSet("based headquartered located situated")
  private static let founding = WordSet("founded co-founded cofounded established")

  // MARK: Roles

  /// "Berg is the head of Nordbank", "was elected president", "serves as director and head of".
  private func predicated(
    _ token: Int, _ kind: RoleClass, _ bounds: Range<Int>, _ index: Int32,
    _ found: inout [Relation]
  ) {
    guard article.tree.upos[token] == .noun || article.tree.upos[token] == .propn,
      let subject = subject(ofRole: token), subject != token,
      let person = arguments.mentions(headedBy: subject).first,
      article.entities[Int(person.entity)].type == .person
    else { return }
    let limit = min(bounds.upperBound, token + 14)
    let floor = max(bounds.lowerBound, token - Self.longestTitle)
    var role = role(at: token, kind, last: token, from: floor)
    if let owner = sharedOwner(of: token, until: limit) { role.owner = owner }
    let commitment = commitments.commitment(of: token)
    guard !commitment.isSuspended else { return }
    state(role, of: person, index, 93, &found, modality: commitment.modality)
  }

  /// Whose the role is, or the one after it that it is joined to: "founder and head of Nordbank".
  private func sharedOwner(of role: Int, until limit: Int) -> Mention? {
    if let owner = owner(after: role, until: limit) { return owner }
    let tree = article.tree
    let first = tree.labels[role] == .conj ? tree.head(role) ?? role : role
    for conjunct in tree.children(first)
    where tree.labels[Int(conjunct)] == .conj && Int(conjunct) > role && kind(Int(conjunct)) != nil
    {
      if let owner = owner(after: Int(conjunct), until: limit) { return owner }
    }
    return nil
  }

  /// The head of the phrase that a sentence gives the role to.
  private func subject(ofRole token: Int) -> Int? {
    let tree = article.tree
    var role = token
    for _ in 0..<3 {
      if tree.child(role, .cop) != nil { return tree.child(role, .nsubj) }
      guard let head = tree.head(role) else { return nil }
      if tree.labels[role] == .conj, !tree.isVerb(role), !tree.isVerb(head) {
        role = head
        continue
      }
      guard tree.isVerb(head), tree.labels[role] != .nsubj else { return nil }
      let word = article.words[head]
      if RoleLexicon.appointing.contains(word) {
        let isPassive = commitments.subjects.isPassive(head)
        return isPassive ? commitments.subjects.subject(of: head) : tree.child(head, .obj)
      }
      guard RoleLexicon.being.contains(word) else { return nil }
      // "serves as director", "became director"; "works with the director" says nothing.
      if let preposition = arguments.preposition(of: role),
        article.words[preposition] != Self.asWord
      {
        return nil
      }
      return commitments.subjects.subject(of: head)
    }
    return nil
  }
  private static let asWord = WordKey("as")

  // MARK: Places

  /// "was born on 3 May in Bergen, Norway", "(born 1950 in Bergen)", "Born in Bergen, Dahl …".
  private func birth(
    _ token: Int, _ bounds: Range<Int>, _ index: Int32, _ found: inout [Relation]
  ) {
    var next = token + 1
    while next < bounds.upperBound, next - token < 14 {
      if placeMention(at: next) != nil { break }
      guard !isPast(next), article.mark(next) != UInt8(ascii: ")") else { return }
      next += 1
    }
    let places = places(from: next, until: bounds.upperBound)
    guard let last = places.last,
      Self.inWords.contains(article.words[next - 1])
        || article.mark(next - 1) == UInt8(ascii: ",")
    else { return }
    let after = article.token(at: last.range.end)
    guard
      let person = subject(of: token, .person)
        ?? nearest(.person, before: token, from: bounds.lowerBound)
        ?? nearest(.person, after: after, until: bounds.upperBound)
    else { return }
    for place in places {
      add(.bornIn, person, place, article.tokens[token].range, index, 95, &found)
    }
  }
  private static let inWords = WordSet("in at near")

  /// A verb that goes on to something else.
  private func isPast(_ token: Int) -> Bool {
    guard !article.tree.isEmpty, !Self.raised.contains(article.words[token]) else { return false }
    switch article.tree.xpos[token] {
    case .vbd, .vbz, .vbp, .md: return true
    default: return false
    }
  }
  private static let raised = WordSet("raised bred brought grew baptized baptised")

  /// "Bergen, Norway": one in the other.
  private func places(from token: Int, until limit: Int) -> [Mention] {
    var found: [Mention] = []
    var next = token
    while next < limit, found.count < 3, let place = placeMention(at: next),
      place.kind != .demonym
    {
      found.append(place)
      next = Int(article.mentionTokens[Int(article.widestName[next])].upperBound)
      guard next < limit, article.mark(next) == UInt8(ascii: ",") else { break }
      next += 1
    }
    return found
  }

  /// "Nordbank, based in Bergen, Norway", "Based in Bergen, Nordbank …".
  private func seat(
    _ token: Int, _ bounds: Range<Int>, _ index: Int32, _ found: inout [Relation]
  ) {
    guard token + 2 < bounds.upperBound, Self.inWords.contains(article.words[token + 1]) else {
      return
    }
    let places = places(from: token + 2, until: bounds.upperBound)
    guard let last = places.last,
      let body = subject(of: token, .organization)
        ?? nearest(.organization, before: token, from: bounds.lowerBound)
        ?? nearest(
          .organization, after: article.token(at: last.range.end), until: bounds.upperBound)
    else { return }
    for place in places {
      add(.locatedIn, body, place, article.tokens[token].range, index, 86, &found)
    }
  }

  // MARK: Founders

  /// "was founded in 1990 by Kari Dahl and Jan Berg".
  private func founders(
    _ token: Int, _ bounds: Range<Int>, _ index: Int32, _ found: inout [Relation]
  ) {
    var by = token + 1
    while by < bounds.upperBound, by - token < 8, article.words[by] != Self.by {
      guard !isPast(by) else { return }
      by += 1
    }
    guard by < bounds.upperBound, article.words[by] == Self.by,
      let body = subject(of: token, .organization)
        ?? nearest(.organization, before: token, from: bounds.lowerBound)
    else { return }
    var next = by + 1
    while next < bounds.upperBound, next - by < 24, !isPast(next),
      article.mark(next) != UInt8(ascii: ";")
    {
      if let name = article.name(at: next), article.entities[Int(name.entity)].type == .person,
        article.words[next - 1] != Self.of, !isFamily(of: next)
      {
        add(.founded, name, body, article.tokens[token].range, index, 93, &found)
        next = Int(article.mentionTokens[Int(article.widestName[next])].upperBound)
      } else {
        next += 1
      }
    }
  }
  private static let by = WordKey("by")

  /// "the Dahl family", "friends of Dahl": others than Dahl.
  private func isFamily(of name: Int) -> Bool {
    let end = Int(article.mentionTokens[Int(article.widestName[name])].upperBound)
    return isCommonNoun(end) || name > 1 && article.words[name - 2] == Self.of
  }

  // MARK: Of whom

  /// Who the participle is said of, by syntax.
  private func subject(of verb: Int, _ type: EntityType) -> Mention? {
    guard !article.tree.isEmpty, var head = commitments.subjects.subject(of: verb) else {
      return nil
    }
    for _ in 0..<3 {
      if let mention = arguments.mentions(headedBy: head).first {
        return article.entities[Int(mention.entity)].type == type ? mention : nil
      }
      // "Nordbank is a bank based in Oslo", "Nordbank, a bank based in Oslo".
      if article.tree.child(head, .cop) != nil, let subject = article.tree.child(head, .nsubj) {
        head = subject
      } else if article.tree.labels[head] == .appos, let named = article.tree.head(head) {
        head = named
      } else {
        return nil
      }
    }
    return nil
  }

  private func nearest(_ type: EntityType, before token: Int, from floor: Int) -> Mention? {
    var i = token - 1
    while i >= floor, token - i < 16 {
      if let mention = article.mention(at: i),
        article.entities[Int(mention.entity)].type == type
      {
        return mention
      }
      i -= 1
    }
    return nil
  }

  private func nearest(_ type: EntityType, after token: Int, until limit: Int) -> Mention? {
    var i = token
    while i < limit, i - token < 5 {
      if let mention = article.mention(at: i),
        article.entities[Int(mention.entity)].type == type
      {
        return mention
      }
      i += 1
    }
    return nil
  }
}
