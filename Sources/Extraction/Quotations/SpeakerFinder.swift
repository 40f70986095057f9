internal import Formats

/// Finds who a verb's subject is from the words beside it.
///
/// It needs no syntax, so it also serves sentences that were not parsed.
struct SpeakerFinder {
  let article: ArticleWords

  struct Speaker: Equatable {
    var argument: Argument
    var confidence: UInt8
  }

  private static let longestPhrase = 14

  /// The subject that stands before the verb `cue`, not before the token `floor`.
  func subject(before cue: Int, from floor: Int, last: Argument?) -> Speaker? {
    if let found = parsedSubject(of: cue, last: last) { return found }
    if SpeechCues.english[article.words[cue]].contains(.gerund) {
      return firstSubject(floor..<cue, last: last)
    }
    var i = cue - 1
    while i >= floor, SpeechCues.between.contains(article.words[i]), article.mention(at: i) == nil {
      i -= 1
    }
    if i >= floor, article.mark(i) == UInt8(ascii: ",") {
      // "Smith, the head of the bank, said": what the commas hold is left out.
      var comma = i - 1
      while comma >= floor, i - comma < 30, article.mark(comma) != UInt8(ascii: ",") { comma -= 1 }
      i = comma >= floor && article.mark(comma) == UInt8(ascii: ",") ? comma - 1 : i - 1
      if i < floor { i = comma + 1 }
    }
    guard i >= floor, article.hasLetter(i) else { return nil }
    return phrase(endingAt: i, from: floor, last: last)
  }

  /// Whether the word is a verb here, as far as can be told.
  func isVerb(_ token: Int) -> Bool {
    if !article.tree.isEmpty { return article.tree.isVerb(token) }
    return token == 0 || !SpeechCues.determiners.contains(article.words[token - 1])
  }

  /// The subject by syntax: the verb's own, or that of the verb it hangs on.
  private func parsedSubject(of verb: Int, last: Argument?) -> Speaker? {
    let tree = article.tree
    guard !tree.isEmpty else { return nil }
    var verb = verb
    for _ in 0..<6 {
      let subject = tree.subject(verb)
      if let subject, tree.xpos[subject] != .wdt, tree.xpos[subject] != .wp {
        return person(before: verb) ?? phrase(headedBy: subject, last: last)
      }
      // "the man who said" is the man; of other clauses nobody can tell.
      guard let head = tree.head(verb), subject == nil || tree.labels[verb] == .acl else {
        return nil
      }
      switch tree.labels[verb] {
      case .conj, .xcomp, .advcl, .parataxis: verb = head
      case .acl:
        let named = tree.labels[head] == .appos ? tree.head(head) ?? head : head
        return phrase(headedBy: named, last: last)
      default: return nil
      }
    }
    return nil
  }

  /// The person named right before a verb, whatever a parser made of the words before the name:
  /// "the bank's director, Kari Dahl, said".
  private func person(before verb: Int) -> Speaker? {
    var token = verb - 1
    while token >= 0, verb - token < 4,
      article.mark(token) == UInt8(ascii: ",") || article.tree.upos[token] == .aux
        || article.tree.upos[token] == .adv
    { token -= 1 }
    guard token >= 0, let name = article.name(at: token),
      article.entities[Int(name.entity)].type == .person,
      article.sentence(at: name.range.start)
        == article.sentence(at: article.tokens[verb].range.start)
    else { return nil }
    let first = Int(article.mentionTokens[Int(article.widestName[token])].lowerBound)
    // "a man with Dahl said" is not Dahl's.
    guard first == 0 || article.tree.upos[first - 1] != .adp,
      !(first > 1 && article.words[first - 1] == Self.and)
    else { return nil }
    return Speaker(argument: Argument(range: name.range, entity: name.entity), confidence: 92)
  }
  private static let and = WordKey("and")

  private func phrase(headedBy head: Int, last: Argument?) -> Speaker? {
    if let mention = article.mention(at: head) {
      return Speaker(
        argument: Argument(range: mention.range, entity: mention.entity), confidence: 92)
    }
    if let found = pronoun(head, last: last) { return found }
    // A parser may take the time that opens a sentence for its subject.
    if ArgumentFinder.times.contains(article.words[head]) { return nil }
    var start = head
    while start > 0, head - start < 6, article.hasLetter(start - 1),
      !article.tree.isVerb(start - 1),
      article.tree.heads[start - 1] == Int32(head)
        || article.widestMention[start - 1] >= 0
    {
      start -= 1
    }
    return described(start..<(head + 1), last: last)
  }

  /// The subject that stands after the verb, as in "said Smith".
  func subject(after cue: Int, until limit: Int, last: Argument?) -> Speaker? {
    var i = cue + 1
    guard i < limit, article.hasLetter(i) else { return nil }
    let start = i
    while i < limit, i - start < Self.longestPhrase, article.hasLetter(i) {
      if let mention = article.mention(at: i) {
        let end = Int(article.mentionTokens[Int(article.widestMention[i])].upperBound)
        if end < limit, isPossessive(end) {
          i = end + 1
          continue
        }
        // "said a spokesman for the bank" is the spokesman's; "the mayor of Oslo via the agency
        // Nordnews" too.
        if i > start,
          SpeechCues.prepositions.contains(article.words[i - 1])
            || article.entities[Int(mention.entity)].type != .person
              && isPrepositionBefore(i, from: start)
        {
          i = end
          continue
        }
        let named = titled(mention, from: end, until: limit) ?? mention
        return Speaker(
          argument: Argument(range: named.range, entity: named.entity), confidence: 95)
      }
      if SpeechCues.boundaries.contains(article.words[i])
        || (i > start && SpeechCues.between.contains(article.words[i]))
      {
        break
      }
      i += 1
    }
    guard i > start, article.hasLetter(start) else { return nil }
    return described(start..<i, last: last)
  }

  /// "according to Nordbank director Kari Dahl": the person right behind the body and a title.
  private func titled(_ mention: Mention, from end: Int, until limit: Int) -> Mention? {
    guard article.entities[Int(mention.entity)].type != .person else { return nil }
    var i = end
    while i < limit, i - end < 4, article.hasLetter(i) {
      if let name = article.name(at: i) {
        return i > end && article.entities[Int(name.entity)].type == .person ? name : nil
      }
      guard !SpeechCues.boundaries.contains(article.words[i]),
        !SpeechCues.prepositions.contains(article.words[i])
      else { return nil }
      i += 1
    }
    return nil
  }

  /// The first phrase of a clause that can be its subject.
  private func firstSubject(_ range: Range<Int>, last: Argument?) -> Speaker? {
    var i = range.lowerBound
    while i < range.upperBound {
      if let mention = article.mention(at: i) {
        let end = Int(article.mentionTokens[Int(article.widestMention[i])].upperBound)
        let afterPreposition =
          i > range.lowerBound && isPrepositionBefore(i, from: range.lowerBound)
        if !afterPreposition, !(end < range.upperBound && isPossessive(end)) {
          return Speaker(
            argument: Argument(range: mention.range, entity: mention.entity), confidence: 80)
        }
        i = max(end, i + 1)
        continue
      }
      if let found = pronoun(i, last: last) { return found }
      i += 1
    }
    return nil
  }

  private func isPossessive(_ token: Int) -> Bool {
    let range = article.tokens[token].range
    return article.words[token] == Self.possessive
      || (range.count == 1 && article.mark(token) == 0x27)
  }
  private static let possessive = WordKey("'s")

  /// Whether a preposition governs the phrase that `i` is in.
  private func isPrepositionBefore(_ i: Int, from floor: Int) -> Bool {
    var k = i - 1
    while k >= floor, i - k < 6, article.hasLetter(k) {
      if SpeechCues.prepositions.contains(article.words[k]) { return true }
      if SpeechCues.boundaries.contains(article.words[k]) { return false }
      k -= 1
    }
    return false
  }

  private func phrase(endingAt end: Int, from floor: Int, last: Argument?) -> Speaker? {
    if let found = pronoun(end, last: last) { return found }
    // Back over "… for the bank in Oslo" to where the phrase begins.
    var start = end
    var lastMention: Int32 = -1
    var crossedPreposition = false
    while true {
      if article.widestMention[start] >= 0 {
        lastMention = article.widestMention[start]
        start = max(Int(article.mentionTokens[Int(lastMention)].lowerBound), floor)
        if !crossedPreposition && !governed(start, from: floor) { break }
      }
      guard start > floor, end - start < Self.longestPhrase else { break }
      let before = start - 1
      guard article.hasLetter(before), !SpeechCues.boundaries.contains(article.words[before])
      else { break }
      if SpeechCues.english[article.words[before]].contains(.saying) { break }
      if SpeechCues.prepositions.contains(article.words[before]) { crossedPreposition = true }
      start = before
      if SpeechCues.determiners.contains(article.words[start]),
        !(start > floor && SpeechCues.prepositions.contains(article.words[start - 1]))
      {
        break
      }
    }
    if lastMention >= 0,
      article.mentionTokens[Int(lastMention)].contains(Int32(start))
        || (!crossedPreposition && article.mentionTokens[Int(lastMention)].contains(Int32(end)))
    {
      let mention = article.mentions[Int(lastMention)]
      return Speaker(
        argument: Argument(range: mention.range, entity: mention.entity), confidence: 90)
    }
    return described(start..<(end + 1), last: last)
  }

  /// Whether a preposition stands before the words that lead up to `start`.
  private func governed(_ start: Int, from floor: Int) -> Bool {
    var k = start - 1
    while k >= floor, start - k < 5, article.hasLetter(k) {
      if SpeechCues.prepositions.contains(article.words[k]) {
        // "In Oslo on Monday Smith said": a phrase of its own, not one that ends in the name.
        return start - k <= 3 && k > floor && article.hasLetter(k - 1)
          && !SpeechCues.between.contains(article.words[k - 1])
      }
      if article.widestMention[k] >= 0 || SpeechCues.boundaries.contains(article.words[k])
        || SpeechCues.between.contains(article.words[k])
      {
        return false
      }
      k -= 1
    }
    return false
  }

  private func pronoun(_ token: Int, last: Argument?) -> Speaker? {
    let word = article.words[token]
    let isPerson = SpeechCues.personPronouns.contains(word)
    guard
      isPerson || SpeechCues.thingPronouns.contains(word)
        || SpeechCues.otherPronouns.contains(word)
    else { return nil }
    let range = article.tokens[token].range
    if let mention = article.mention(at: token) {
      return Speaker(argument: Argument(range: range, entity: mention.entity), confidence: 85)
    }
    var argument = Argument(range: range, entity: nil)
    guard isPerson || SpeechCues.thingPronouns.contains(word) else {
      return Speaker(argument: argument, confidence: 60)
    }
    // Who spoke last, where the kind fits; else the last one named that fits.
    if let entity = last?.entity, (article.entities[Int(entity)].type == .person) == isPerson {
      argument.entity = entity
      return Speaker(argument: argument, confidence: 75)
    }
    if isPerson { argument.entity = lastPerson(before: range.start) }
    return Speaker(argument: argument, confidence: 60)
  }

  private func lastPerson(before offset: Int32) -> Int32? {
    recentMentions(before: offset).reversed().map { article.mentions[$0].entity }
      .first { article.entities[Int($0)].type == .person }
  }

  /// The last that start before `offset`, oldest first.
  private func recentMentions(before offset: Int32) -> Range<Int> {
    let end = article.mentions.partitioningIndex { $0.range.start >= offset }
    return max(0, end - 40)..<end
  }

  /// Someone described only; "the ministry" is the last speaker where its name holds that word.
  private func described(_ tokens: Range<Int>, last: Argument?) -> Speaker? {
    guard let first = tokens.first, tokens.count <= Self.longestPhrase,
      tokens.contains(where: { ActorLexicon.english.isActor(article.words[$0]) }),
      article.tree.isEmpty || !tokens.contains(where: { isFiniteVerb($0) })
    else { return nil }
    let range = article.range(first, tokens.upperBound - 1)
    if tokens.count == 2, article.words[first] == Self.the, let last, let entity = last.entity {
      let head = article.words[first + 1]
      let spoken = article.tokens(in: last.range)
      let named = article.entities[Int(entity)].name.split(separator: " ").contains {
        WordKey($0) == head
      }
      if named || spoken.contains(where: { article.words[Int($0)] == head }) {
        return Speaker(argument: Argument(range: range, entity: entity), confidence: 80)
      }
    }
    let entity =
      tokens.count == 2 && article.words[first] == Self.the
      ? lastBody(named: article.words[first + 1], before: range.start) : nil
    return Speaker(argument: Argument(range: range, entity: entity), confidence: 70)
  }

  private func isFiniteVerb(_ token: Int) -> Bool {
    switch article.tree.xpos[token] {
    case .vbd, .vbz, .vbp, .md: true
    default: false
    }
  }

  /// The last body named whose name holds a word: "the ministry".
  private func lastBody(named word: WordKey, before offset: Int32) -> Int32? {
    for index in recentMentions(before: offset).reversed() {
      let mention = article.mentions[index]
      guard article.entities[Int(mention.entity)].type == .organization else { continue }
      if article.mentionTokens[index].contains(where: { article.words[Int($0)] == word }) {
        return mention.entity
      }
    }
    return nil
  }
  private static let the = WordKey("the")
}
