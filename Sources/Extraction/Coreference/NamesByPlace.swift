internal import Formats

/// The names of an article by where they stand, for those who look at what stands beside.
struct NamesByPlace {
  let words: WordTable
  let sentences: [Sentence]
  let entities: [ArticleEntity]
  /// In text order.
  let mentions: [ResolvedMention]
  /// Of each entity, what its names of several words say it is: "Lake", "Airport".
  private(set) var heads: [Set<UInt64>]
  /// The first name that starts at a token.
  private var startingAt: [Int: Int] = [:]
  /// Names of so many mentions back are looked at.
  private static let window = 40

  init(
    _ words: WordTable, _ sentences: [Sentence], _ entities: [ArticleEntity],
    _ mentions: [ResolvedMention]
  ) {
    self.words = words
    self.sentences = sentences
    self.entities = entities
    self.mentions = mentions
    heads = Array(repeating: [], count: entities.count)
    for mention in mentions where mention.tokens.count > 1 {
      let (first, last) = (words[mention.tokens.lowerBound], words[mention.tokens.upperBound - 1])
      if first.classes.meets(NameFinder.heads) { heads[mention.entity].insert(first.key) }
      // An epithet ends in a noun by its nature: "the Kyiv regime", "this regime".
      if last.classes.meets(NameFinder.heads) || mention.kind == .epithet {
        heads[mention.entity].insert(last.key)
      }
    }
    for (m, mention) in mentions.enumerated() where startingAt[mention.tokens.lowerBound] == nil {
      startingAt[mention.tokens.lowerBound] = m
    }
  }

  func type(of mention: ResolvedMention) -> EntityType { entities[mention.entity].type }

  /// The name that starts at a token; of several, the longest.
  subscript(token: Int) -> ResolvedMention? { startingAt[token].map { mentions[$0] } }

  /// The last names before `token`, oldest first.
  func recent(before token: Int) -> ArraySlice<ResolvedMention> {
    let end = mentions.partitioningIndex { $0.tokens.upperBound > token }
    return mentions[max(0, end - Self.window)..<end]
  }

  /// The entity whose name or adjective stands right before a title.
  func owner(before title: Int) -> Int? {
    var end = title
    if end > 0, words[end - 1].shape.contains(.possessive) { end -= 1 }
    for length in 1...4 where end - length >= 0 {
      guard let m = startingAt[end - length], let mention = ending(at: end, from: m) else {
        continue
      }
      return type(of: mention) == .person ? nil : mention.entity
    }
    return nil
  }

  /// A person whose aide, son or lawyer is spoken of.
  func isOwner(_ mention: ResolvedMention, before end: Int) -> Bool {
    let next = mention.tokens.upperBound
    return next < end && words[next].shape.contains(.possessive)
  }

  /// Stands behind a preposition, or owns what follows.
  func isBound(_ mention: ResolvedMention) -> Bool {
    var before = mention.tokens.lowerBound - 1
    if before >= 0, words[before].key == NameFinder.the { before -= 1 }
    if before >= 0, PronounFinder.prepositions.contains(words[before].key) { return true }
    return isOwner(mention, before: words.count)
  }

  private func ending(at end: Int, from m: Int) -> ResolvedMention? {
    let start = mentions[m].tokens.lowerBound
    return mentions[m...].prefix(3).first {
      $0.tokens.lowerBound == start && $0.tokens.upperBound == end
    }
  }
}
