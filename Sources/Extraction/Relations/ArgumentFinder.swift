/// Turns the head of a phrase into those it stands for.
struct ArgumentFinder {
  let article: ArticleWords
  var tree: SyntaxTree { article.tree }

  /// How far from its head a phrase may be taken to stand for a name within it.
  enum Reach {
    /// Only what the phrase itself names or describes.
    case strict
    /// "Norwegian forces": who acts for a state is that state.
    case actor
    /// "Norway's attacks", "positions in Norway": whose acts or things they are.
    case owner
  }

  struct Found: Equatable {
    var argument: Argument
    /// Taken from a name within the phrase, or described only.
    var isIndirect = false
    /// A name is part of the description.
    var isAnchored = false
    /// Described by a noun that nobody is called by, "a statement".
    var isThing = false
    /// A thing that harm is done with or comes from, "a blast".
    var isInstrument = false
  }

  static let maximumConjuncts = 8

  /// The head and those coordinated with it.
  func conjuncts(_ head: Int) -> [Int] {
    var found = [head]
    for child in tree.children(head)
    where tree.labels[Int(child)] == .conj && isNominal(Int(child)) {
      found.append(Int(child))
      if found.count == Self.maximumConjuncts { break }
    }
    return found
  }

  func isNominal(_ token: Int) -> Bool {
    switch tree.upos[token] {
    case .noun, .propn, .pron, .num, .x, .sym, .adj: true
    default: false
    }
  }

  /// Those the phrase and its conjuncts stand for.
  func arguments(_ head: Int, _ reach: Reach) -> [Found] {
    var found: [Found] = []
    for conjunct in conjuncts(head) {
      for one in argument(conjunct, reach) where !found.contains(one) { found.append(one) }
    }
    return found
  }

  /// Usually one; several where a plural phrase is known to stand for several entities.
  private func argument(_ given: Int, _ reach: Reach) -> [Found] {
    let head = past(given)
    let named = mentions(headedBy: head)
    if !named.isEmpty {
      return named.map { Found(argument: Argument(range: $0.range, entity: $0.entity)) }
    }
    let renamed = renamed(head)
    if !renamed.isEmpty {
      return renamed.map { Found(argument: Argument(range: $0.range, entity: $0.entity)) }
    }
    switch tree.upos[head] {
    case .noun, .propn: break
    // "the wounded", not "the second".
    case .adj where ActorLexicon.english.isActor(article.words[head]): break
    case .num where article.mark(head) == 0: break
    default: return []
    }
    let range = phrase(head)
    let word = article.words[head]
    if reach != .strict {
      let peoples = peoples(before: head)
      if peoples.count > 1 { return peoples }
    }
    if reach != .strict, Self.states.contains(word), let owner = owner(head, by: Self.ruling) {
      return [Found(argument: Argument(range: range, entity: owner.entity), isIndirect: true)]
    }
    if reach == .actor,
      Self.things.contains(word) || !RelationLexicon.english.nounFrames(word).isEmpty
    {
      // "Norway's attacks killed …"; "the attack" is nobody.
      let owner = owner(head)
      let isTown = owner.map { article.entities[Int($0.entity)].subtype == .city } ?? true
      if isTown, ActorLexicon.english.isInstrument(word) {
        // "the attack killed two", and "the Oslo bombing" too: a town bombs nobody.
        return [
          Found(
            argument: Argument(range: range, entity: nil), isIndirect: true, isThing: true,
            isInstrument: true)
        ]
      }
      guard let owner else { return [] }
      return [Found(argument: Argument(range: range, entity: owner.entity), isIndirect: true)]
    }
    if reach == .owner, let owner = answerable(for: head) {
      return [Found(argument: Argument(range: owner.range, entity: owner.entity), isIndirect: true)]
    }
    if Self.times.contains(word) { return [] }
    let isAnchored = article.tokens(in: range).contains { article.widestMention[Int($0)] >= 0 }
    let actors = ActorLexicon.english
    return [
      Found(
        argument: Argument(range: range, entity: nil), isIndirect: true, isAnchored: isAnchored,
        isThing: isThing(head) && !actors.isActor(word),
        isInstrument: actors.isInstrument(word))
    ]
  }

  /// A common noun, or what is somebody's however it is written: "his PhD".
  private func isThing(_ head: Int) -> Bool {
    tree.upos[head] == .noun
      || tree.children(head).contains { Int($0) < head && tree.xpos[Int($0)] == .prpS }
  }

  /// The head a parser took for a possessor or half of a compound: "Norway's [president]",
  /// "Norway-backed [rebels]".
  private func past(_ head: Int) -> Int {
    let widest = article.widestMention[head]
    let end =
      widest < 0 ? head + 1 : max(head + 1, Int(article.mentionTokens[Int(widest)].upperBound))
    guard end + 1 < tree.heads.count else { return head }
    let isHyphen = article.mark(end) == UInt8(ascii: "-") && tree.xpos[end + 1] == .vbn
    guard tree.xpos[end] == .pos || isHyphen else { return head }
    return chunk(from: end, until: min(tree.heads.count, end + 12)) ?? head
  }

  /// "their leader, Kari Dahl", "Foreign Minister Kari Dahl" where the title became the head.
  private func renamed(_ head: Int) -> [Mention] {
    for child in tree.children(head) where Int(child) > head {
      switch tree.labels[Int(child)] {
      case .appos: break
      case .nmod, .flat, .compound, .list, .dep:
        guard preposition(of: Int(child)) == nil,
          RoleLexicon.english[article.words[head]] != nil
        else { continue }
      default: continue
      }
      let found = mentions(headedBy: Int(child)).filter { $0.kind != .demonym }
      if !found.isEmpty { return found }
    }
    return titled(head)
  }

  /// "candidate Kari Dahl": the name right after a noun for a person, whatever a parser made of it.
  private func titled(_ head: Int) -> [Mention] {
    let word = article.words[head]
    guard ActorLexicon.english.isPerson(word) || RoleLexicon.english[word] != nil,
      head + 1 < tree.heads.count, let name = article.name(at: head + 1),
      name.range.start == article.tokens[head].range.end + 1,
      article.entities[Int(name.entity)].type == .person
    else { return [] }
    return [name]
  }

  /// The mentions this token is the head of, the widest range alone.
  func mentions(headedBy head: Int) -> [Mention] {
    let first = article.widestMention[head]
    guard first >= 0 else { return [] }
    let end = article.tokens[head].range.end
    var index = Int(first)
    var best: TextRange?
    var found: [Mention] = []
    while index < article.mentions.count, article.mentions[index].range.start < end {
      defer { index += 1 }
      let mention = article.mentions[index]
      let tokens = article.mentionTokens[index]
      guard tokens.contains(Int32(head)) else { continue }
      if let best {
        if mention.range == best { found.append(mention) }
        continue
      }
      guard isHead(head, of: tokens) else { continue }
      best = mention.range
      found.append(mention)
    }
    return found
  }

  private func isHead(_ token: Int, of span: Range<Int32>) -> Bool {
    guard let head = tree.head(token) else { return true }
    if !span.contains(Int32(head)) { return true }
    // A parser may split a name; its last word will do.
    return span.upperBound == Int32(token) + 1
  }

  /// "Norwegian and Swedish officials": each of the peoples that share a plural noun.
  private func peoples(before head: Int) -> [Found] {
    guard tree.xpos[head] == .nns, ActorLexicon.english.isActor(article.words[head]) else {
      return []
    }
    for child in tree.children(head)
    where Int(child) < head && tree.labels[Int(child)] == .amod {
      let found = conjuncts(Int(child)).filter { tree.upos[$0] == .adj }
        .flatMap { mentions(headedBy: $0) }
      if found.count > 1 {
        return found.map {
          Found(argument: Argument(range: $0.range, entity: $0.entity), isIndirect: true)
        }
      }
    }
    return []
  }

  /// Who is meant where something is done to a thing or an act: "Norway's policy", "the attacks
  /// by Norway", but not "the attacks on Norway".
  private func answerable(for head: Int) -> Mention? {
    let word = article.words[head]
    if Self.things.contains(word) { return owner(head) }
    let frames = RelationLexicon.english.nounFrames(word)
    guard !frames.isEmpty else { return nil }
    let isDoneToOf = frames.contains { RelationLexicon.english.frames[$0].takesOf }
    return owner(head, by: isDoneToOf ? Self.doing : Self.ruling)
  }

  /// The name before or after a noun that it belongs to.
  func owner(_ head: Int, by prepositions: WordSet = owning) -> Mention? {
    var after: Mention?
    for child in tree.children(head) {
      let token = Int(child)
      switch tree.labels[token] {
      case .nmod where token < head, .amod, .compound:
        if let mention = mentions(headedBy: token).first { return mention }
      case .acl where token > head:
        // "crimes committed by Norwegian forces".
        guard after == nil,
          let agent = tree.children(token).first(where: {
            tree.labels[Int($0)] == .obl
              && preposition(of: Int($0)).map { article.words[$0] == Self.by } ?? false
          })
        else { continue }
        after = mentions(headedBy: Int(agent)).first ?? owner(Int(agent))
      case .nmod:
        guard after == nil, let preposition = preposition(of: token),
          prepositions.contains(article.words[preposition])
        else { continue }
        after =
          mentions(headedBy: token).first
          ?? (Self.states.contains(article.words[token])
            || Self.things.contains(article.words[token])
            ? owner(token) : nil)
      default: break
      }
    }
    return after ?? following(head, prepositions)
  }

  /// "fired at targets in Norway", where a parser hung the place on the verb.
  private func following(_ head: Int, _ prepositions: WordSet) -> Mention? {
    guard head + 2 < tree.heads.count, Self.things.contains(article.words[head]),
      tree.upos[head + 1] == .adp, prepositions.contains(article.words[head + 1]),
      let next = chunk(from: head + 2, until: min(tree.heads.count, head + 10))
    else { return nil }
    return mentions(headedBy: next).first
  }

  /// Heads that stand for the state they belong to.
  static let states = WordSet(
    """
    government governments regime regimes administration administrations authority authorities
    force forces troops army armies military navy soldiers police commandos marines paratroopers
    peacekeepers infantry artillery aircraft warplane warplanes jet jets gunship gunships tank tanks
    warship warships missile missiles rocket rockets bomber bombers drone drones helicopter
    helicopters airstrike airstrikes shell shells state cabinet delegation delegations side sides
    leadership parliament ministry embassy diplomacy official officials diplomat diplomats envoy
    envoys negotiator negotiators mediator mediators
    """)
  /// Things and acts that are their owner's.
  static let things = WordSet(
    """
    policy policies decision decisions plan plans proposal proposals offer offers move moves action
    actions statement statements role interference behavior behaviour treatment handling law laws
    failure inaction call calls remarks comments claims effort efforts right rights program programme
    government forces troops military army positions position targets target territory border city
    soil base bases facility facilities town towns village villages capital areas area airport port
    ships ship embassy consulate leadership presence rule occupation crimes violations record stance
    approach response reforms changes conditions terms demands interests security sovereignty
    independence election elections bid intervention mediation involvement parliament regime
    administration authorities economy nuclear infrastructure plant plants refinery oil suburbs
    poll polls letter report reports study survey results intentions collision accident crash fire
    storm hurricane earthquake document documents announcement article ticket bill resolution
    outskirts strongholds stronghold islands island region coast property removal return restoration
    repeal resignation
    """)
  static let of = WordKey("of")
  private static let by = WordKey("by")
  static let owning = WordSet("of in by from at on near")
  /// "the army of Norway"; "the army in Norway" may be anybody's.
  private static let ruling = WordSet("of from by")
  private static let doing = WordSet("by from")
  static let times = WordSet(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december today yesterday tomorrow week month year day
    weeks months years days time morning night evening afternoon hour hours century decade
    """)
}
