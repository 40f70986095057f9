/// Finds what is given as someone's own words, and who said it.
///
/// Marks are paired over paragraphs, titles and nicknames put aside, and the speaker sought
/// through the verb beside the quotation, then through what was said just before. What is said
/// without marks `IndirectSpeechFinder` adds.
/// - Complexity: linear in the text.
package struct QuotationFinder {
  private let article: ArticleWords
  private let speakers: SpeakerFinder
  private let paragraphs: [Paragraph]
  /// True for tokens within quotation marks.
  private var isQuoted: [Bool]

  private struct Paragraph {
    var range: TextRange
    var sentences: Range<Int>
  }

  package static func quotations(in article: ArticleWords) -> [Quotation] {
    var finder = QuotationFinder(article)
    let marked = finder.run()
    let indirect = IndirectSpeechFinder.quotations(in: article, besides: marked)
    return indirect.isEmpty ? marked : (marked + indirect).sorted { $0.range < $1.range }
  }

  private init(_ article: ArticleWords) {
    self.article = article
    speakers = SpeakerFinder(article: article)
    paragraphs = Self.paragraphs(of: article)
    isQuoted = [Bool](repeating: false, count: article.tokens.count)
  }

  /// Runs of sentences without a line break between them.
  private static func paragraphs(of article: ArticleWords) -> [Paragraph] {
    var found: [Paragraph] = []
    for (index, sentence) in article.sentences.enumerated() {
      switch sentence.zone {
      case .title, .subheading, .body: break
      case .dateline, .credit, .residue: continue
      }
      if let last = found.last, last.sentences.upperBound == index,
        article.sentences[index - 1].zone == sentence.zone,
        last.range.end <= sentence.range.start,
        !article.text[Int(last.range.end)..<Int(sentence.range.start)].contains(0x0a)
      {
        found[found.count - 1].range.end = sentence.range.end
        found[found.count - 1].sentences = last.sentences.lowerBound..<(index + 1)
      } else {
        found.append(Paragraph(range: sentence.range, sentences: index..<(index + 1)))
      }
    }
    return found
  }

  private mutating func run() -> [Quotation] {
    let pairs = QuotationMarks.pairs(in: article.text, paragraphs: paragraphs.map(\.range))
    let outermost = pairs.filter { $0.depth == 0 && isSpeech($0) }
    for pair in outermost {
      for token in article.tokens(in: pair.range) { isQuoted[Int(token)] = true }
    }
    var found: [Quotation] = []
    var paragraph = 0
    var lastParagraph = -1
    for pair in outermost {
      while paragraph + 1 < paragraphs.count,
        paragraphs[paragraph + 1].range.start <= pair.range.start
      {
        paragraph += 1
      }
      if let quotation = quotation(
        pair, in: paragraph, last: found.last, isNear: paragraph - lastParagraph <= 1)
      {
        found.append(quotation)
        lastParagraph = paragraph
      }
    }
    return found
  }

  // MARK: One quotation

  private func quotation(
    _ pair: QuotedRange, in paragraph: Int, last: Quotation?, isNear: Bool
  ) -> Quotation? {
    let tokens = article.tokens(in: pair.range)
    guard !tokens.isEmpty else { return nil }
    var result = Quotation(
      form: .partial, range: pair.range, sentence: Int32(article.sentence(at: pair.range.start)),
      confidence: pair.isOpenEnded && !pair.continuesLast ? 50 : 90)
    let found = speech(pair, tokens, in: paragraph, last: last?.speaker)
    result.speaker = found?.speaker.argument
    result.cue = found?.cue
    result.modality =
      found.map { Quotation.modality(cue: article.words[article.token(at: $0.cue.start)]) }
      ?? .reported
    result.via = found?.via
    result.confidence = min(result.confidence, found?.speaker.confidence ?? 55)
    if found == nil, let last, isNear, continues(pair, last, in: paragraphs[paragraph]) {
      result.speaker = last.speaker
      result.via = last.via
      result.confidence = pair.continuesLast ? 85 : 65
    }
    result.form = form(tokens, pair, hasCue: result.cue != nil)
    // Marks around a word or two that nobody is said to have said are no evidence of speech.
    if result.form == .scare && result.speaker == nil { return nil }
    return result
  }

  /// A quotation without a verb of its own goes on with the last speaker: it opens its paragraph,
  /// or follows the last quotation in it.
  private func continues(_ pair: QuotedRange, _ last: Quotation, in paragraph: Paragraph) -> Bool {
    if pair.continuesLast { return true }
    guard wordCount(article.tokens(in: pair.range)) >= 4 else { return false }
    let from = max(last.range.end, paragraph.range.start)
    guard from <= pair.range.start else { return false }
    let between = article.token(at: from)..<article.token(at: pair.range.start)
    if last.range.start >= paragraph.range.start {
      // In one paragraph: nobody else is brought in between.
      return !between.contains { token in
        article.mention(at: token).map { $0.entity != last.speaker?.entity } ?? false
      }
    }
    return !between.contains { article.hasLetter($0) }
  }

  private struct Speech {
    var speaker: SpeakerFinder.Speaker
    var cue: TextRange
    var via: Argument?
  }

  private func speech(
    _ pair: QuotedRange, _ tokens: Range<Int32>, in paragraph: Int, last: Argument?
  ) -> Speech? {
    let sentences = paragraphs[paragraph].sentences
    let first = article.sentence(at: pair.range.start)
    let final = max(first, article.sentence(at: pair.range.end - 1))
    var region =
      Int(
        article.sentences[first].tokens.lowerBound)..<Int(
        article.sentences[final].tokens.upperBound)
    // “Really?” he asked. The splitter may have parted the two.
    if final + 1 < sentences.upperBound, final >= sentences.lowerBound,
      Int(tokens.upperBound) + 1 >= region.upperBound, endsOpenly(pair)
    {
      region = region.lowerBound..<Int(article.sentences[final + 1].tokens.upperBound)
    }
    let (start, end) = (Int(tokens.lowerBound), Int(tokens.upperBound))
    let opens = !(region.lowerBound..<max(region.lowerBound, start)).contains {
      article.hasLetter($0) && !isQuoted[$0]
    }
    let found =
      opens
      ? after(end, region, last) ?? before(start, region, last)
      : before(start, region, last) ?? after(end, region, last)
    guard var found else { return introduced(pair, first, in: paragraph, last: last) }
    found.via = via(region, except: found.speaker.argument)
    return found
  }

  /// “Smith explained:” in the sentence or line before.
  private func introduced(
    _ pair: QuotedRange, _ sentence: Int, in paragraph: Int, last: Argument?
  ) -> Speech? {
    guard sentence > 0 else { return nil }
    let previous = article.sentences[sentence - 1].tokens
    guard let end = previous.last, article.mark(Int(end)) == UInt8(ascii: ":") else { return nil }
    return before(Int(end) + 1, Int(previous.lowerBound)..<Int(previous.upperBound), last)
  }

  private func endsOpenly(_ pair: QuotedRange) -> Bool {
    let byte = article.text[Int(pair.range.end) - 1]
    return byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: ",")
  }

  // MARK: The verb beside it

  private func after(_ end: Int, _ region: Range<Int>, _ last: Argument?) -> Speech? {
    var floor = end
    while floor < region.upperBound, !article.hasLetter(floor), !isQuoted[floor] { floor += 1 }
    var i = floor
    while i < region.upperBound, !isQuoted[i], i - floor < 24 {
      if let found = source(at: i, until: region.upperBound, last) { return found }
      if SpeechCues.english[article.words[i]].contains(.saying), article.mention(at: i) == nil,
        speakers.isVerb(i), let speaker = subject(of: i, at: floor, within: region, last)
      {
        return Speech(speaker: speaker, cue: article.tokens[i].range)
      }
      i += 1
    }
    return nil
  }

  private func subject(
    of cue: Int, at floor: Int, within region: Range<Int>, _ last: Argument?
  ) -> SpeakerFinder.Speaker? {
    guard cue == floor else {
      let gerund = SpeechCues.english[article.words[cue]].contains(.gerund)
      let from = gerund ? region.lowerBound : floor
      return speakers.subject(before: cue, from: from, last: last)
    }
    guard SpeechCues.english[article.words[cue]].contains(.inverts) else { return nil }
    return speakers.subject(after: cue, until: region.upperBound, last: last)
  }

  private func before(_ start: Int, _ region: Range<Int>, _ last: Argument?) -> Speech? {
    var i = start - 1
    while i >= region.lowerBound {
      if !isQuoted[i], article.mention(at: i) == nil {
        let cue = SpeechCues.english[article.words[i]]
        if !cue.isEmpty, speakers.isVerb(i) {
          let floor = clauseStart(i, region)
          if let speaker = speakers.subject(before: i, from: floor, last: last) {
            return Speech(speaker: speaker, cue: article.tokens[i].range)
          }
        }
        if let found = source(at: i, until: start, last) { return found }
      }
      i -= 1
    }
    return nil
  }

  /// The clause of a verb begins after the last quotation or semicolon.
  private func clauseStart(_ verb: Int, _ region: Range<Int>) -> Int {
    var i = verb
    while i > region.lowerBound, !isQuoted[i - 1], article.mark(i - 1) != UInt8(ascii: ";") {
      i -= 1
    }
    while i < verb, !article.hasLetter(i) { i += 1 }
    return i
  }

  /// "according to Smith".
  private func source(at i: Int, until limit: Int, _ last: Argument?) -> Speech? {
    guard i + 2 < limit, article.words[i] == Self.according, article.words[i + 1] == Self.to,
      let speaker = speakers.subject(after: i + 1, until: limit, last: last)
    else { return nil }
    return Speech(speaker: speaker, cue: article.range(i, i + 1))
  }
  private static let according = WordKey("according")
  private static let to = WordKey("to")

  /// "as reported by the agency", "Smith told the agency" has none.
  private func via(_ region: Range<Int>, except speaker: Argument) -> Argument? {
    for i in region.dropLast(2) where !isQuoted[i] && Self.reporting.contains(article.words[i]) {
      guard article.words[i + 1] == Self.by,
        let found = speakers.subject(after: i + 1, until: region.upperBound, last: nil),
        found.argument.range != speaker.range
      else { continue }
      return found.argument
    }
    return nil
  }
  private static let by = WordKey("by")
  private static let reporting = WordSet("reported quoted cited carried relayed published released")

  // MARK: What kind it is

  private func wordCount(_ tokens: Range<Int32>) -> Int {
    tokens.reduce(0) { $0 + (article.hasLetter(Int($1)) ? 1 : 0) }
  }

  private func form(
    _ tokens: Range<Int32>, _ pair: QuotedRange, hasCue: Bool
  ) -> Quotation.Form {
    let count = wordCount(tokens)
    let first = Int(tokens.lowerBound)
    let end = article.text[Int(pair.range.end) - 1]
    let stops = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ",")]
    if pair.continuesLast { return .direct }
    if article.isCapitalized(first), count >= 3, stops.contains(end) || count >= 6 {
      return .direct
    }
    if count <= 3 && !stops.contains(end) { return .scare }
    return .partial
  }

  /// Names of works, nicknames and single words of a name are in marks, but not said.
  private func isSpeech(_ pair: QuotedRange) -> Bool {
    let tokens = article.tokens(in: pair.range)
    let words = tokens.filter { article.hasLetter(Int($0)) }
    guard !words.isEmpty else { return false }
    let byte = article.text[Int(pair.range.end) - 1]
    if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
      return true
    }
    guard words.count <= 7 else { return true }
    let isTitle = words.allSatisfy {
      article.isCapitalized(Int($0)) || Self.small.contains(article.words[Int($0)])
    }
    return !(isTitle && byte != UInt8(ascii: ","))
  }
  private static let small = WordSet("a an the of in on and to for with at by from or as is 's")
}
