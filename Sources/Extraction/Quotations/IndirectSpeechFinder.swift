/// Finds what someone is told to have said in the writer's words: "said that …", "…, she said",
/// "according to Smith, …".
///
/// It reads trees, so a sentence that was not parsed has none.
/// - Complexity: linear in the tokens of a sentence.
struct IndirectSpeechFinder {
  private let article: ArticleWords
  private let speakers: SpeakerFinder
  private let subjects: SubjectFinder
  private var tree: SyntaxTree { article.tree }
  /// Those in quotation marks, in text order.
  private let marked: [Quotation]
  /// The first of them that ends behind the sentence's start.
  private var nextMarked = 0
  private var found: [Quotation] = []

  /// - Parameter marked: the quotations in marks, which are not told again.
  static func quotations(in article: ArticleWords, besides marked: [Quotation]) -> [Quotation] {
    guard !article.tree.isEmpty else { return [] }
    var finder = IndirectSpeechFinder(article, marked)
    for sentence in article.sentences
    where !sentence.tokens.isEmpty && sentence.zone == .body
      && Int(sentence.tokens.upperBound) <= article.tree.heads.count
    {
      finder.read(Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound))
    }
    return finder.found
  }

  private init(_ article: ArticleWords, _ marked: [Quotation]) {
    self.article = article
    self.marked = marked
    speakers = SpeakerFinder(article: article)
    subjects = SubjectFinder(article: article)
  }

  /// Beyond this a sentence is a list; it bounds how often its tokens are walked.
  private static let maximumPerSentence = 8
  /// "Yes, he said" tells nothing.
  private static let fewestWords = 2

  private mutating func read(_ sentence: Range<Int>) {
    var count = 0
    let start = article.tokens[sentence.lowerBound].range.start
    while nextMarked < marked.count, marked[nextMarked].range.end <= start { nextMarked += 1 }
    for token in sentence where count < Self.maximumPerSentence {
      let speech = reported(by: token, in: sentence) ?? sourced(at: token, in: sentence)
      guard let speech, isSomeone(speech.speaker), let content = trimmed(speech.content),
        !isMarked(content, speech.cue)
      else { continue }
      count += 1
      found.append(
        Quotation(
          form: .indirect, range: article.range(content.lowerBound, content.upperBound),
          sentence: Int32(article.sentence(at: article.tokens[token].range.start)),
          speaker: speech.speaker.argument, cue: speech.cue, modality: speech.modality,
          confidence: min(speech.speaker.confidence, 85)))
    }
  }

  /// "I", "they" and "no officer" are nobody that can be told, "from Norway" is no phrase for one.
  private func isSomeone(_ speaker: SpeakerFinder.Speaker) -> Bool {
    guard speaker.argument.entity == nil,
      let first = article.tokens(in: speaker.argument.range).first
    else { return true }
    return tree.upos[Int(first)] != .pron && tree.upos[Int(first)] != .adp
      && !Self.nobody.contains(article.words[Int(first)])
  }
  private static let nobody = WordSet("no any neither each every")

  private struct Speech {
    var speaker: SpeakerFinder.Speaker
    var cue: TextRange
    /// First and last token.
    var content: ClosedRange<Int>
    var modality: Modality
  }

  // MARK: Verbs

  private func reported(by verb: Int, in sentence: Range<Int>) -> Speech? {
    let cue = SpeechCues.english[article.words[verb]]
    guard cue.contains(.saying), !cue.contains(.thinking), tree.upos[verb] == .verb,
      article.mention(at: verb) == nil, !isUnsaid(verb),
      let content = content(of: verb), !subjects.isPassive(verb),
      let speaker = speakers.subject(
        before: verb, from: sentence.lowerBound, last: lastSpeaker(verb)),
      !content.contains(article.token(at: speaker.argument.range.start))
        || content.contains(verb)
    else { return nil }
    return Speech(
      speaker: speaker, cue: article.tokens[verb].range, content: content,
      modality: Quotation.modality(cue: article.words[verb]))
  }

  /// "did not say", "if she says", "may say": nothing was said; "cited Dahl as saying" is another's.
  private func isUnsaid(_ verb: Int) -> Bool {
    if verb > 0, article.words[verb - 1] == Self.asWord { return true }
    // "would like to confirm", "tell me".
    if tree.xpos[verb] == .vb, tree.child(verb, .aux) == nil { return true }
    return tree.children(verb).contains { child in
      let word = article.words[Int(child)]
      switch tree.labels[Int(child)] {
      case .aux: return CommitmentLexicon.weakAuxiliaries.contains(word)
      case .advmod: return CommitmentLexicon.negations.contains(word)
      case .mark: return CommitmentLexicon.conditions.contains(word)
      default: return false
      }
    }
  }

  private static let asWord = WordKey("as")

  /// What stands as the clause that a verb governs, or around a verb that is put in between.
  private func content(of verb: Int) -> ClosedRange<Int>? {
    if let clause = tree.child(verb, .ccomp), isStatement(clause) {
      let extent = tree.extent(of: clause)
      return extent.contains(verb) ? nil : clause > verb ? drawnOut(extent, verb) : extent
    }
    if let clause = tree.child(verb, .xcomp), clause > verb, isPromise(verb) {
      return drawnOut(tree.extent(of: clause), verb)
    }
    guard tree.labels[verb] == .parataxis, var head = tree.head(verb),
      tree.child(verb, .obj) == nil, tree.child(verb, .nsubj) != nil
    else { return nil }
    // A parser may hang it on the last noun of what is said.
    for _ in 0..<4 where !tree.isVerb(head) && tree.child(head, .nsubj) == nil {
      head = tree.head(head) ?? head
    }
    let (whole, own) = (tree.extent(of: head), tree.extent(of: verb))
    if own.upperBound == whole.upperBound || isPunctuation(after: own, until: whole.upperBound) {
      return whole.lowerBound < own.lowerBound ? whole.lowerBound...(own.lowerBound - 1) : nil
    }
    return whole
  }

  private func isStatement(_ clause: Int) -> Bool {
    guard let mark = tree.child(clause, .mark) else { return true }
    return !Self.asking.contains(article.words[mark])
  }
  private static let asking = WordSet("if whether to for")

  /// "promised to go", "denied having gone".
  private func isPromise(_ verb: Int) -> Bool {
    switch CommitmentLexicon.english[verb: article.words[verb]] {
    case .commits: !Self.consenting.contains(article.words[verb])
    case .threatens, .denies: true
    default: false
    }
  }

  /// Done, not said.
  private static let consenting = WordSet(
    "agree agrees agreed agreeing offer offers offered offering")

  /// What follows a clause without a mark between belongs to it, though a parser may hang it on
  /// the verb: "said the bridge would close [on Monday]".
  private func drawnOut(_ extent: ClosedRange<Int>, _ verb: Int) -> ClosedRange<Int> {
    var end = extent.upperBound
    for child in tree.children(verb) where Int(child) > end {
      let next = tree.extent(of: Int(child))
      guard next.lowerBound == end + 1, tree.labels[Int(child)] == .obl else { break }
      end = next.upperBound
    }
    return extent.lowerBound...end
  }

  private func isPunctuation(after own: ClosedRange<Int>, until end: Int) -> Bool {
    (own.upperBound...end).dropFirst().allSatisfy { tree.upos[$0] == .punct }
  }

  // MARK: Sources

  /// "according to Smith" before or behind what he says.
  private func sourced(at token: Int, in sentence: Range<Int>) -> Speech? {
    guard article.words[token] == Self.according, token + 2 < sentence.upperBound,
      article.words[token + 1] == Self.to,
      let speaker = speakers.subject(after: token + 1, until: sentence.upperBound, last: nil)
    else { return nil }
    let last = max(article.token(at: speaker.argument.range.end - 1), phraseEnd(of: token))
    var end = last
    while end < sentence.upperBound, article.mark(end) != UInt8(ascii: ",") { end += 1 }
    let opens = !(sentence.lowerBound..<token).contains { article.hasLetter($0) }
    guard opens ? end + 1 < sentence.upperBound : token > sentence.lowerBound else { return nil }
    return Speech(
      speaker: speaker, cue: article.range(token, token + 1),
      content: opens
        ? (end + 1)...(sentence.upperBound - 1)
        : isPutIn(token, last, end, sentence)
          ? sentence.lowerBound...(sentence.upperBound - 1) : clause(before: token, sentence),
      modality: .reported)
  }

  /// "The bridge, according to Dahl, fell": between two commas, with more behind.
  private func isPutIn(_ token: Int, _ last: Int, _ comma: Int, _ sentence: Range<Int>) -> Bool {
    comma - last <= 1 && comma + 1 < sentence.upperBound
      && article.mark(token - 1) == UInt8(ascii: ",")
  }

  /// The last word of the phrase that "according" marks, with what is said of whom it names:
  /// "Kari Dahl, the head of the bank".
  private func phraseEnd(of according: Int) -> Int {
    guard tree.labels[according] == .case, let head = tree.head(according), head > according else {
      return according
    }
    return tree.extent(of: head).upperBound
  }
  private static let according = WordKey("according")
  private static let to = WordKey("to")

  /// Back to where the sentence, or a part behind a semicolon, begins.
  private func clause(before token: Int, _ sentence: Range<Int>) -> ClosedRange<Int> {
    var first = token - 1
    while first > sentence.lowerBound, article.mark(first - 1) != UInt8(ascii: ";") { first -= 1 }
    return first...(token - 1)
  }

  // MARK: What is left of it

  /// Without "that" and the marks at its ends; `nil` where little is said.
  private func trimmed(_ content: ClosedRange<Int>) -> ClosedRange<Int>? {
    var (first, last) = (content.lowerBound, content.upperBound)
    while first < last,
      tree.upos[first] == .punct && !isQuotationMark(first)
        || article.words[first] == Self.that && tree.labels[first] == .mark
        || tree.labels[first] == .cc
    { first += 1 }
    while last > first, tree.upos[last] == .punct, !isQuotationMark(last) { last -= 1 }
    let words = (first...last).reduce(0) { $0 + (article.hasLetter($1) ? 1 : 0) }
    return words < Self.fewestWords ? nil : first...last
  }
  private static let that = WordKey("that")

  private func isQuotationMark(_ token: Int) -> Bool {
    tree.xpos[token] == .openQuote || tree.xpos[token] == .closeQuote
  }

  /// Whether it is told already, being for the most part in quotation marks, or in another's words.
  private func isMarked(_ content: ClosedRange<Int>, _ cue: TextRange) -> Bool {
    let range = article.range(content.lowerBound, content.upperBound)
    var quoted: Int32 = 0
    for quotation in marked[nextMarked...] {
      guard quotation.range.start < max(range.end, cue.end) else { break }
      if quotation.range.contains(cue) { return true }
      guard quotation.range.overlaps(range) else { continue }
      quoted += min(range.end, quotation.range.end) - max(range.start, quotation.range.start)
    }
    return quoted * 2 > Int32(range.count)
  }

  /// Who spoke last, for "he said".
  private func lastSpeaker(_ token: Int) -> Argument? {
    let start = article.tokens[token].range.start
    let before = marked[..<nextMarked].last ?? marked[nextMarked...].first { $0.range.end <= start }
    guard let before else { return found.last?.speaker }
    return found.last.map { $0.range.start > before.range.start ? $0 : before }?.speaker
      ?? before.speaker
  }
}
