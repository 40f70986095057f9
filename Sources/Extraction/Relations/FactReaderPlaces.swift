/// Facts of places and bodies: where they lie, what they are part of.
extension FactReader {
  func add(
    _ predicate: Predicate, _ subject: Mention, _ object: Mention, _ trigger: TextRange,
    _ index: Int32, _ confidence: UInt8, _ found: inout [Relation]
  ) {
    guard subject.entity != object.entity else { return }
    found.append(
      Relation(
        predicate: predicate, subject: Argument(range: subject.range, entity: subject.entity),
        object: Argument(range: object.range, entity: object.entity), sentence: index,
        trigger: trigger, confidence: confidence))
  }

  func placeMention(at token: Int) -> Mention? {
    guard let mention = article.name(at: token),
      article.entities[Int(mention.entity)].type == .place
    else { return nil }
    return mention
  }

  func place(
    _ mention: Mention, _ span: Range<Int>, _ bounds: Range<Int>, _ index: Int32,
    _ found: inout [Relation]
  ) {
    let subtype = article.entities[Int(mention.entity)].subtype
    let end = span.upperBound
    // "Bergen, Norway".
    if end + 1 < bounds.upperBound, article.mark(end) == UInt8(ascii: ","),
      let outer = placeMention(at: end + 1), mention.kind == .name, outer.kind == .name,
      Self.rank(subtype) < Self.rank(article.entities[Int(outer.entity)].subtype ?? .city)
    {
      let after = Int(article.mentionTokens[Int(article.widestName[end + 1])].upperBound)
      // A list of places goes on with "and".
      if after >= bounds.upperBound || article.words[after] != Self.and {
        add(.locatedIn, mention, outer, article.tokens[end].range, index, 93, &found)
      }
    }
    capital(mention, span, bounds, index, &found)
    region(mention, span, bounds, index, &found)
  }
  private static let and = WordKey("and")

  /// A place lies in one that ranks above it; of two equals both are on a list.
  private static func rank(_ subtype: PlaceSubtype?) -> Int {
    switch subtype {
    case nil, .city: 0
    case .region: 1
    case .territory: 2
    case .country, .formerCountry: 3
    }
  }
  private static let capitalWord = WordKey("capital")

  /// "Oslo, the capital of Norway", "Norway's capital, Oslo", "the Norwegian capital Oslo".
  private func capital(
    _ mention: Mention, _ span: Range<Int>, _ bounds: Range<Int>, _ index: Int32,
    _ found: inout [Relation]
  ) {
    let end = span.upperBound
    if end + 3 < bounds.upperBound, article.mark(end) == UInt8(ascii: ",") {
      for token in (end + 1)..<min(end + 4, bounds.upperBound - 2)
      where article.words[token] == Self.capitalWord && article.words[token + 1] == Self.of {
        if let outer = placeMention(at: token + 2) {
          add(.capitalOf, mention, outer, article.tokens[token].range, index, 93, &found)
        }
      }
    }
    var token = span.lowerBound - 1
    if token > bounds.lowerBound, article.mark(token) == UInt8(ascii: ",") { token -= 1 }
    guard token > bounds.lowerBound, article.words[token] == Self.capitalWord else { return }
    var before = token - 1
    if article.words[before] == Self.possessive, before > bounds.lowerBound { before -= 1 }
    if let outer = placeMention(at: before) {
      add(.capitalOf, mention, outer, article.tokens[token].range, index, 93, &found)
    }
  }

  /// "the Central Asian country of Chad", "Sahel nations such as Mali and Chad".
  private func region(
    _ outer: Mention, _ span: Range<Int>, _ bounds: Range<Int>, _ index: Int32,
    _ found: inout [Relation]
  ) {
    let kind = span.upperBound
    guard kind + 2 < bounds.upperBound, RoleLexicon.kinds.contains(article.words[kind]) else {
      return
    }
    var token = kind + 1
    let isList =
      article.words[token] == Self.such && article.words[token + 1] == Self.asWord
      || article.words[token] == Self.like || article.words[token] == Self.including
      || (article.mark(token) == UInt8(ascii: ",") && article.words[token + 1] == Self.including)
    guard article.words[token] == Self.of || isList else { return }
    let trigger = article.tokens[kind].range
    var count = 0
    while token < bounds.upperBound, count < 20, token - kind < 60 {
      if let inner = placeMention(at: token) {
        add(.locatedIn, inner, outer, trigger, index, 93, &found)
        count += 1
        token = Int(article.mentionTokens[Int(article.widestName[token])].upperBound)
        if !isList { return }
        continue
      }
      let isJoint =
        token <= kind + 3 || article.mark(token) == UInt8(ascii: ",")
        || article.words[token] == Self.and
      guard isJoint else { return }
      token += 1
    }
  }
  private static let such = WordKey("such")
  private static let asWord = WordKey("as")
  private static let like = WordKey("like")
  private static let including = WordKey("including")

  func body(at token: Int) -> Mention? {
    guard let mention = article.mention(at: token),
      article.entities[Int(mention.entity)].type == .organization
    else { return nil }
    return mention
  }

  /// "Sydbank, a subsidiary of Nordbank", "Sydbank is a division of Nordbank".
  private func part(
    _ mention: Mention, _ span: Range<Int>, _ bounds: Range<Int>, _ index: Int32,
    _ found: inout [Relation]
  ) {
    var token = span.upperBound
    guard token + 3 < bounds.upperBound,
      article.mark(token) == UInt8(ascii: ",")
        || CommitmentLexicon.beForms.contains(article.words[token])
    else { return }
    token += 1
    let first = token
    while token + 2 < bounds.upperBound, token - first < 8,
      !RoleLexicon.parts.contains(article.words[token])
    {
      guard article.widestName[token] < 0, !isFiniteVerb(token),
        article.mark(token) != UInt8(ascii: ",")
      else { return }
      token += 1
    }
    guard RoleLexicon.parts.contains(article.words[token]), article.words[token + 1] == Self.of,
      let outer = owner(after: token, until: bounds.upperBound),
      article.entities[Int(outer.entity)].type == .organization
    else { return }
    add(.partOf, mention, outer, article.tokens[token].range, index, 93, &found)
  }

  /// "Norway's foreign ministry", "the Norwegian army", "Norway's spy agency NSA".
  func organization(
    _ mention: Mention, _ span: Range<Int>, _ bounds: Range<Int>, _ index: Int32,
    _ found: inout [Relation]
  ) {
    part(mention, span, bounds, index, &found)
    let isUnit = span.contains {
      RoleLexicon.units.contains(article.words[$0])
    }
    if isUnit {
      // A name within the name.
      var inner = Int(article.widestName[span.lowerBound]) + 1
      while inner < article.mentions.count, article.mentions[inner].range.end <= mention.range.end {
        let part = article.mentions[inner]
        if article.entities[Int(part.entity)].type == .place {
          add(.partOf, mention, part, mention.range, index, 93, &found)
          return
        }
        inner += 1
      }
    }
    var token = span.lowerBound - 1
    guard token > bounds.lowerBound else { return }
    if isUnit {
      if article.words[token] == Self.possessive { token -= 1 }
      if let outer = placeMention(at: token) {
        add(.partOf, mention, outer, mention.range, index, 93, &found)
      }
      return
    }
    let isPart = RoleLexicon.parts.contains(article.words[token])
    guard isPart || RoleLexicon.units.contains(article.words[token]) else { return }
    let trigger = article.tokens[token].range
    while token > bounds.lowerBound, span.lowerBound - token < 6 {
      token -= 1
      if article.words[token] == Self.possessive { continue }
      if let outer = placeMention(at: token) ?? (isPart ? body(at: token) : nil) {
        return add(.partOf, mention, outer, trigger, index, 93, &found)
      }
      guard isModifier(token) || roles[article.words[token]] != nil else { return }
    }
  }
}
