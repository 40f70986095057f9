internal import Formats

/// Finds the time expression that tells when something happened: the one that hangs on its verb or
/// noun, or on a verb whose time is its own too.
struct RelationTimeFinder {
  let article: ArticleWords
  /// In text order.
  let times: [TimeExpression]
  private var tree: SyntaxTree { article.tree }

  /// Beyond this many steps up a tree nothing is said of the trigger.
  private static let longestWalk = 6
  /// Nor by a word this many tokens before the time.
  private static let longestReach = 40
  /// Times of one sentence that are looked at: with more it is a list, not a sentence.
  private static let maximumTimes = 32

  /// The index of the expression; `nil` where the sentence tells no time of it.
  func time(of occurrence: Occurrence, _ commitment: Commitment, in sentence: Int32) -> Int32? {
    var own: Int32?
    var shared: Int32?
    var next: Int32?
    var dateCount = 0
    let first = firstTime(in: sentence)
    for (index, time) in zip(first..., times[first...].prefix(Self.maximumTimes)) {
      guard time.sentence == sentence else { break }
      let found = Int32(truncatingIfNeeded: index)
      guard time.kind == .date else { continue }
      dateCount += 1
      guard fits(time, commitment) else { continue }
      let head = head(of: time)
      guard isPoint(head), !isOfSpeech(head, around: occurrence.clause),
        !isOfThing(head, occurrence)
      else { continue }
      if let bound = bound(before: head, in: sentence) {
        if (bound..<head).contains(occurrence.trigger) { own = finer(own, found) }
      } else if occurrence.governs(head, in: tree) {
        own = finer(own, found)
      } else if isShared(head, with: occurrence.clause) || opens(head, occurrence, sentence) {
        shared = finer(shared, found)
      } else if follows(head, occurrence) {
        next = found
      }
    }
    return own ?? shared ?? (dateCount == 1 ? next : nil)
  }

  /// "next month on August 2": the one that tells more; of equals the first.
  private func finer(_ one: Int32?, _ other: Int32) -> Int32 {
    guard let one else { return other }
    func dayCount(_ index: Int32) -> Int { times[Int(index)].when?.dayCount ?? .max }
    return dayCount(other) < dayCount(one) ? other : one
  }

  private func firstTime(in sentence: Int32) -> Int {
    times.partitioningIndex { $0.sentence >= sentence }
  }

  /// "said on Monday that it will": a day gone by is not that of what is to come.
  private func fits(_ time: TimeExpression, _ commitment: Commitment) -> Bool {
    guard time.bareWeekday != nil else { return true }
    switch time.tense {
    case .past: return commitment.modality != .planned
    case .future: return commitment.tense != .past || commitment.modality == .planned
    case .unknown: return true
    }
  }

  /// The token of the expression that hangs on what it tells the time of.
  private func head(of time: TimeExpression) -> Int {
    let tokens = article.tokens(in: time.range)
    let head = tokens.first { token in
      tree.head(Int(token)).map { !tokens.contains(Int32(truncatingIfNeeded: $0)) } ?? true
    }
    return Int(head ?? tokens.lowerBound)
  }

  /// "since 2022", "until Friday": where something begins or ends is not when it happened; nor is
  /// what a name holds, as "the Tenure Act of 1867".
  private func isPoint(_ head: Int) -> Bool {
    guard tree.heads.indices.contains(head) else { return false }
    let isNamed = tree.head(head).map { article.name(at: $0) != nil } ?? false
    return !tree.children(head).contains { child in
      let word = article.words[Int(child)]
      return tree.labels[Int(child)] == .case
        && (Self.bounding.contains(word) || isNamed && word == Self.of)
    }
  }
  private static let of = WordKey("of")
  private static let bounding = WordSet(
    "since until till before after by from between following than")

  /// "this year's election", "the May 2015 deaths": a time before a noun is that of the noun, and
  /// of what happens in it: "in last week's vote".
  private func isOfThing(_ time: Int, _ occurrence: Occurrence) -> Bool {
    guard tree.labels[time] == .nmod || tree.labels[time] == .compound,
      let noun = tree.head(time), noun > time, noun != occurrence.trigger,
      article.mark(time + 1) != UInt8(ascii: ",")
    else { return false }
    let preposition = tree.child(noun, .case)
    let isDuring = preposition.map { Self.during.contains(article.words[$0]) } ?? false
    return !isDuring || article.words[preposition ?? 0] == Self.for
  }
  private static let `for` = WordKey("for")

  /// "On Monday officials said Norway had attacked": the day is that of the saying, wherever a
  /// parser hangs it.
  private func isOfSpeech(_ time: Int, around clause: Int) -> Bool {
    var token = clause
    for _ in 0..<Self.longestWalk {
      guard let head = tree.head(token) else { return false }
      if tree.labels[token] == .ccomp, time < head, head < clause { return true }
      token = head
    }
    return false
  }

  /// "Wednesday, the day he dropped out, Berg endorsed him": a time before every verb is that of
  /// the sentence's own.
  private func opens(_ time: Int, _ occurrence: Occurrence, _ sentence: Int32) -> Bool {
    var root = occurrence.clause
    for _ in 0..<Self.longestWalk where tree.labels[root] == .conj {
      root = tree.head(root) ?? root
    }
    let first = Int(article.sentences[Int(sentence)].tokens.lowerBound)
    return tree.head(root) == nil && tree.upos[root] == .verb && time < root
      && time - first <= Self.longestReach && !(first..<time).contains { tree.upos[$0] == .verb }
  }

  /// "is to meet the minister, Ida Berg, on May 3": parsers hang a time on whatever name stands
  /// before it. With no verb, mark or noun in between that could have it, it is the event's.
  private func follows(_ time: Int, _ occurrence: Occurrence) -> Bool {
    let last = max(occurrence.clause, occurrence.trigger)
    guard last < time, time - last <= Self.longestReach,
      !(last + 1..<time).contains(where: parts)
    else { return false }
    var head = tree.head(time)
    var isOnName = false
    for _ in 0..<Self.longestWalk {
      guard let token = head, last < token, token < time, article.name(at: token) != nil else {
        break
      }
      isOnName = true
      head = tree.head(token)
    }
    guard isOnName else { return false }
    guard let head else { return true }
    return head <= last && tree.isVerb(head)
  }

  private func parts(_ token: Int) -> Bool {
    switch tree.xpos[token] {
    case .lrb, .rrb, .colon, .openQuote, .closeQuote: true
    default: tree.isVerb(token)
    }
  }

  private static let ordering = WordSet("since until till before after following")

  /// "since the attack in 2022, …": the word before the time; what stands between the two has the
  /// time, not the clause around.
  private func bound(before head: Int, in sentence: Int32) -> Int? {
    let start = Int(article.sentences[Int(sentence)].tokens.lowerBound)
    let first = max(start, head - Self.longestReach)
    var token = head - 1
    while token >= first, article.mark(token) != UInt8(ascii: ",") {
      if Self.ordering.contains(article.words[token]) { return token }
      token -= 1
    }
    return nil
  }

  /// Whether the time of the verb it hangs on is also that of a clause below that verb.
  private func isShared(_ time: Int, with clause: Int) -> Bool {
    guard let governor = verb(above: time) else { return false }
    var token = clause
    for _ in 0..<Self.longestWalk {
      guard let head = tree.head(token), shares(token, head, time) else { return false }
      if head == governor { return true }
      token = head
    }
    return false
  }

  private func verb(above token: Int) -> Int? {
    var token = token
    for _ in 0..<Self.longestWalk {
      guard let head = tree.head(token) else { return nil }
      if tree.upos[head] == .verb { return head }
      token = head
    }
    return nil
  }

  private func shares(_ token: Int, _ head: Int, _ time: Int) -> Bool {
    switch tree.labels[token] {
    case .xcomp:
      return CommitmentLexicon.english.sharesCircumstances(article.words[head])
    case .conj:
      // "On Monday they met and signed".
      return time < head
    case .advcl:
      // "struck the town on Monday, killing two".
      return tree.xpos[token] == .vbg && tree.child(token, .mark) == nil
    case .obl:
      // "were killed on Monday in an attack", "came on Monday for talks".
      return tree.child(token, .case).map { Self.during.contains(article.words[$0]) } ?? false
    default: return false
    }
  }
  private static let during = WordSet("in during at for")
}

extension Occurrence {
  /// Whether a token hangs on the verb or noun of the event, with no verb between.
  func governs(_ token: Int, in tree: SyntaxTree) -> Bool {
    var token = token
    for _ in 0..<6 {
      if token == clause || token == trigger { return true }
      // A clause between has its own times and places.
      guard let head = tree.head(token), tree.upos[token] != .verb else { return false }
      token = head
    }
    return false
  }
}
