/// Where a phrase begins and ends, and what its head is.
extension ArgumentFinder {
  /// The head of the noun phrase that starts at `start`, by parts of speech alone: for where a
  /// parser went astray.
  func chunk(from start: Int, until limit: Int) -> Int? {
    var token = start
    var head: Int?
    while token < limit, token - start < 14 {
      switch tree.upos[token] {
      case .det, .adj, .num, .adv:
        if head != nil { return head }
      case .noun:
        if Self.times.contains(article.words[token]) { return head }
        head = token
      case .propn:
        if Self.times.contains(article.words[token]) { return head }
        head = token
      case .pron: return head ?? token
      case .part where tree.xpos[token] == .pos: head = nil
      case .verb where token > start && head == nil: break
      case .punct where article.mark(token) == UInt8(ascii: "-"): break
      default: return head
      }
      token += 1
    }
    return head
  }

  /// The last phrase before `end` that can be a subject.
  func chunk(before end: Int, from floor: Int) -> Int? {
    var token = end - 1
    while token >= floor, end - token < 6 {
      if article.widestMention[token] >= 0 { return token }
      switch tree.upos[token] {
      case .aux, .adv, .part: token -= 1
      case .noun, .propn, .pron:
        if Self.times.contains(article.words[token]) {
          token -= 1
          continue
        }
        return token
      case .adp where token + 1 < end && Self.times.contains(article.words[token + 1]): token -= 1
      default: return nil
      }
    }
    return nil
  }

  /// The word that marks the case of a phrase.
  func preposition(of head: Int) -> Int? {
    var found: Int?
    for child in tree.children(head)
    where tree.labels[Int(child)] == .case && tree.xpos[Int(child)] != .pos {
      found = found ?? Int(child)
    }
    return found
  }

  /// From the first of the words that lead up to a noun to the noun.
  func phrase(_ head: Int) -> TextRange {
    var first = head
    for child in tree.children(head) where Int(child) < head {
      switch tree.labels[Int(child)] {
      case .det, .amod, .compound, .nummod, .nmod, .flat: first = min(first, leftmost(Int(child)))
      default: break
      }
    }
    // Whatever a parser made of them, adjectives and nouns right before a noun are its own.
    first = max(nominal(first, head), head - Self.longestPhrase)
    while first < head, Self.comparing.contains(article.words[first]) { first += 1 }
    while first > 0, head - first < Self.longestPhrase, tree.upos[first] != .det,
      tree.labels[first - 1] != .iobj,
      !Self.times.contains(article.words[first - 1]),
      !Self.comparing.contains(article.words[first - 1])
    {
      switch tree.upos[first - 1] {
      case .adj, .noun, .propn, .num, .det: first -= 1
      case .cconj where first > 1 && tree.upos[first - 2] == .adj: first -= 2
      case .punct where isHyphen(first - 1): first -= 2
      case _ where article.widestMention[first - 1] >= 0: first -= 1
      default: return article.range(first, end(of: head))
      }
    }
    return article.range(first, end(of: head))
  }
  private static let longestPhrase = 12

  /// What a parser put before a noun, from behind the last word that no noun phrase holds.
  private func nominal(_ first: Int, _ head: Int) -> Int {
    var token = head
    while token > first {
      switch tree.upos[token - 1] {
      case .aux, .sconj: return token
      case .verb where tree.xpos[token - 1] != .vbn && tree.xpos[token - 1] != .vbg: return token
      default: token -= 1
      }
    }
    return token
  }

  /// "Sweden-backed": a hyphen with a word on either side and no space.
  private func isHyphen(_ token: Int) -> Bool {
    guard token > 0, token + 1 < article.tokens.count,
      article.mark(token) == UInt8(ascii: "-"), article.hasLetter(token - 1)
    else { return false }
    let range = article.tokens[token].range
    return article.tokens[token - 1].range.end == range.start
      && article.tokens[token + 1].range.start == range.end
  }

  private func end(of head: Int) -> Int {
    var last = head
    for child in tree.children(head)
    where tree.labels[Int(child)] == .flat && Int(child) == last + 1 { last = Int(child) }
    // "members of the parliament", "rebels in Norway": what tells which they are.
    for child in tree.children(head)
    where tree.labels[Int(child)] == .nmod && Int(child) > head && Int(child) - head <= 8 {
      guard let preposition = preposition(of: Int(child)), preposition == last + 1,
        article.words[preposition] == Self.of
          || Self.telling.contains(article.words[preposition])
            && article.widestName[Int(child)] >= 0
      else { break }
      last = Int(child)
    }
    return last
  }

  private func leftmost(_ token: Int) -> Int {
    var first = token
    for child in tree.children(token) where Int(child) < first { first = Int(child) }
    return first
  }

  private static let telling = WordSet("in from")
  /// "at least three": no part of who they are.
  private static let comparing = WordSet("least most more than")
}
