/// Groups the tokens of one paragraph into sentences.
///
/// A sentence ends at ".", "!", "?" and what closes after it, unless the stop belongs to an
/// abbreviation, an initial or a quotation that its sentence goes on after. The end of the
/// paragraph always ends one.
///
/// A text without stops is cut too, so that no sentence, and nothing served with one, grows with
/// the article.
package enum SentenceSplitter {
  /// UTF-8 bytes after which a sentence ends at the next token's end: far beyond any that is
  /// written to be read.
  package static let byteLimit = 8192

  /// Appends the sentences of `range` of `tokens`.
  ///
  /// - Complexity: linear in `range`.
  package static func append(
    sentencesOf range: Range<Int>, of tokens: [Token], in text: Span<UInt8>, zone: ZoneKind,
    to sentences: inout [Sentence]
  ) {
    let scan = SentenceScan(text: text, tokens: tokens.span, end: range.upperBound)
    var start = range.lowerBound
    var i = start
    while i < range.upperBound {
      let next = scan.sentenceEnd(at: i, start: start)
      let byteCount = tokens[i].range.end - tokens[start].range.start
      if let next = next ?? (byteCount >= byteLimit ? i + 1 : nil) {
        sentences.append(sentence(start..<next, tokens, zone))
        start = next
        i = next
      } else {
        i += 1
      }
    }
    if start < range.upperBound {
      sentences.append(sentence(start..<range.upperBound, tokens, zone))
    }
  }

  private static func sentence(
    _ range: Range<Int>, _ tokens: [Token], _ zone: ZoneKind
  ) -> Sentence {
    Sentence(
      range: TextRange(
        Int(tokens[range.lowerBound].range.start), Int(tokens[range.upperBound - 1].range.end)),
      zone: zone, tokens: Int32(range.lowerBound)..<Int32(range.upperBound))
  }
}

private struct SentenceScan: ~Escapable {
  let text: Span<UInt8>
  let tokens: Span<Token>
  let end: Int

  @_lifetime(copy text, copy tokens)
  init(text: Span<UInt8>, tokens: Span<Token>, end: Int) {
    self.text = text
    self.tokens = tokens
    self.end = end
  }

  /// The index after the last token of the sentence, where token `i` ends one.
  func sentenceEnd(at i: Int, start: Int) -> Int? {
    let range = tokens[i].range.indices
    let last = text[range.upperBound - 1]
    // Nearly every token is decided here: ASCII letters and commas end nothing.
    guard last == 0x2e || last == 0x21 || last == 0x3f || last >= 0x80 else {
      return last == 0x29 || last == 0x28 ? endOfEmoticon(i, start) : nil
    }
    if last >= 0x80 { return endOfForeignStop(i, range, start) }
    let first = text[range.lowerBound]
    if CharacterClass.ascii(first) == .stop, first < 0x80 {
      return endOfStop(i, range, start)
    }
    guard last == 0x2e else { return nil }
    return endOfAbbreviation(i, range, start)
  }

  // MARK: Kinds of stop

  /// ":)" closes a sentence that a stop has ended, or one before a capital.
  private func endOfEmoticon(_ i: Int, _ start: Int) -> Int? {
    guard isEmoticon(i), i + 1 < end else { return nil }
    let followsStop = i > start && firstClass(i - 1) == .stop
    return followsStop || isUpper(i + 1) ? i + 1 : nil
  }

  private func isEmoticon(_ i: Int) -> Bool {
    let range = tokens[i].range.indices
    guard range.count >= 2 else { return false }
    switch text[range.lowerBound] {
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="):
      return text[range.upperBound - 1] == 0x29 || text[range.upperBound - 1] == 0x28
    default: return false
    }
  }

  private func endOfForeignStop(_ i: Int, _ range: Range<Int>, _ start: Int) -> Int? {
    let scalar = text.scalar(before: range.upperBound, floor: range.lowerBound)
    switch scalar.characterClass {
    case .ellipsis: return endOfEllipsis(i)
    case .stop:
      let next = afterClosers(i + 1)
      return next == end || !isLower(next) ? next : nil
    default: return nil
    }
  }

  private func endOfStop(_ i: Int, _ range: Range<Int>, _ start: Int) -> Int? {
    let isPeriod = range.count == 1 && text[range.lowerBound] == 0x2e
    if range.count > 1, allPeriods(range) { return endOfEllipsis(i) }
    if isPeriod, isListNumber(i, start) { return nil }
    let next = afterClosers(i + 1)
    guard next < end else { return next }
    if isLower(next) {
      // Lower case goes on with a quotation's sentence; after a bare stop and a space it is how
      // careless writers begin one: "it works. good."
      return next == i + 1 && hasSpace(before: next) && !isInsideBrackets(i, start)
        && !isLoneLetter(i - 1, start) ? next : nil
    }
    if goesOn(next, afterQuote: next > i + 1) { return nil }
    if !hasSpace(before: next), next == i + 1, isPeriod, !isUpper(next) { return nil }
    if isPeriod, isLoneLetter(i - 1, start), firstClass(next) == .digit { return nil }
    if next > i + 1, !isPeriod, isAttribution(next) { return nil }
    return next
  }

  private func endOfEllipsis(_ i: Int) -> Int? {
    let next = afterClosers(i + 1)
    guard next < end else { return next }
    return hasSpace(before: next) && (isUpper(next) || isOpening(next)) && !isPronounI(next)
      ? next : nil
  }

  private func endOfAbbreviation(_ i: Int, _ range: Range<Int>, _ start: Int) -> Int? {
    guard let kind = Abbreviation.of(text, range.lowerBound..<range.upperBound - 1) else {
      return nil
    }
    let next = afterClosers(i + 1)
    guard next < end else { return next }
    guard hasSpace(before: next), isUpper(next) || isOpening(next) else { return nil }
    switch kind {
    case .title, .inner, .beforeNumber: return nil
    case .initial: return startsSentence(next) && !isNamePart(i, start) ? next : nil
    case .calendar: return startsSentence(next) ? next : nil
    case .closing: return startsSentence(next) || isQuote(next) ? next : nil
    }
  }

  // MARK: What follows

  /// Skips quotes and brackets that close after the stop, without white space before them, and
  /// references: "[12]".
  private func afterClosers(_ i: Int) -> Int {
    var j = i
    while j < end, isClosing(j), !hasSpace(before: j) || isStrayQuote(j) { j += 1 }
    while let next = afterReference(j) { j = next }
    return j
  }

  /// A quotation mark with white space on both sides closes rather than opens after a stop.
  private func isStrayQuote(_ i: Int) -> Bool {
    let mark = text.scalar(at: Int(tokens[i].range.start)).value
    guard mark == 0x22 || mark == 0x201d else { return false }
    return i + 1 == end || hasSpace(before: i + 1)
  }

  private func afterReference(_ i: Int) -> Int? {
    guard i + 2 < end, isMark(i, "["), isMark(i + 2, "]"), firstClass(i + 1) == .digit else {
      return i + 3 < end && isMark(i, "[") && isMark(i + 3, "]") && word(i + 1) == Self.citation
        ? i + 4 : nil
    }
    return i + 3
  }

  private static let citation = ShortWord("citation")

  private func isMark(_ i: Int, _ mark: Unicode.Scalar) -> Bool {
    tokens[i].range.count == 1 && UInt32(text[Int(tokens[i].range.start)]) == mark.value
  }

  private func hasSpace(before i: Int) -> Bool {
    i > 0 && tokens[i].range.start > tokens[i - 1].range.end
  }

  private func firstClass(_ i: Int) -> CharacterClass {
    text.scalar(at: Int(tokens[i].range.start)).characterClass
  }

  private func isUpper(_ i: Int) -> Bool {
    let kind = firstClass(i)
    return kind == .upper || kind == .otherLetter || kind == .digit
  }

  private func isLower(_ i: Int) -> Bool { firstClass(i) == .lower }

  private func isClosing(_ i: Int) -> Bool {
    let range = tokens[i].range.indices
    switch text.scalar(at: range.lowerBound).value {
    case 0x22, 0x29, 0x5d, 0x7d, 0x201d, 0xbb, 0x203a: return true
    case 0x27, 0x2019: return range.count <= 3
    default: return false
    }
  }

  private func isOpening(_ i: Int) -> Bool {
    switch text.scalar(at: Int(tokens[i].range.start)).value {
    case 0x22, 0x27, 0x28, 0x5b, 0x60, 0x201c, 0x2018, 0xab, 0x2039, 0x201e: return true
    default: return false
    }
  }

  /// Commas, colons, another stop: the sentence goes on; after a quotation a dash too.
  private func goesOn(_ i: Int, afterQuote: Bool) -> Bool {
    let scalar = text.scalar(at: Int(tokens[i].range.start))
    if isEmoticon(i) { return true }
    switch scalar.value {
    case 0x2c, 0x3a, 0x3b: return tokens[i].range.count == 1
    default: break
    }
    switch scalar.characterClass {
    // ". . ." or "(why?)."
    case .stop: return !hasSpace(before: i) || tokens[i].range.count == 1
    case .dash: return afterQuote
    default: return false
    }
  }

  /// One letter in lower case at `i`: "b. 1950".
  private func isLoneLetter(_ i: Int, _ start: Int) -> Bool {
    i >= start && tokens[i].range.count == 1 && firstClass(i) == .lower
  }

  private func isQuote(_ i: Int) -> Bool { isOpening(i) && !isMark(i, "(") && !isMark(i, "[") }

  private func allPeriods(_ range: Range<Int>) -> Bool {
    for i in range where text[i] != 0x2e { return false }
    return true
  }

  /// "1." or "a." at the start of a sentence numbers a list.
  private func isListNumber(_ i: Int, _ start: Int) -> Bool {
    guard i == start + 1, hasSpaceAfter(i) else { return false }
    let range = tokens[start].range.indices
    guard range.count <= 3 else { return false }
    for k in range where CharacterClass.ascii(text[k]) != .digit || text[k] >= 0x80 {
      return false
    }
    return true
  }

  private func hasSpaceAfter(_ i: Int) -> Bool { i + 1 < end && hasSpace(before: i + 1) }

  /// Whether a bracket or quote opened in this sentence is still open at `i`.
  private func isInsideBrackets(_ i: Int, _ start: Int) -> Bool {
    var open = 0
    var j = i
    // A look back of a sentence's usual length.
    while j > start, i - j < 60 {
      switch text[Int(tokens[j].range.start)] {
      case UInt8(ascii: "("), UInt8(ascii: "["): open += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): open -= 1
      default: break
      }
      j -= 1
    }
    return open > 0
  }

  private func word(_ i: Int) -> ShortWord? { ShortWord(text, tokens[i].range.indices) }

  private func isPronounI(_ i: Int) -> Bool {
    let range = tokens[i].range.indices
    return range.count == 1 && text[range.lowerBound] == UInt8(ascii: "I")
  }

  /// A capital that is there because a sentence begins: an article, a pronoun, a conjunction.
  private func startsSentence(_ i: Int) -> Bool {
    guard firstClass(i) == .upper, let word = word(i) else { return false }
    return SentenceWords.starters.contains(word)
  }

  /// "J. K. Rowling", "George W. Bush": the initial follows a capitalised word or an initial.
  private func isNamePart(_ i: Int, _ start: Int) -> Bool {
    i > start && firstClass(i - 1) == .upper && tokens[i - 1].range.count > 1
      && !startsSentence(i - 1)
  }

  /// `"Why?" Smith asked`: a speaker and a verb of saying right after a quotation.
  private func isAttribution(_ i: Int) -> Bool {
    var j = i
    while j < end, j < i + 4 {
      if let word = word(j), SentenceWords.saying.contains(word) { return j > i }
      guard firstClass(j) == .upper else { return false }
      j += 1
    }
    return false
  }
}

private enum SentenceWords {
  static let starters = ShortWord.set(
    """
    the a an this that these those he she it they we you i his her its their our my your there \
    here in on at by for from with as after before since when while if although though because \
    but and or so yet however then now what who how why where which some many most all both each \
    no not one two three another other such even still also just only once under over during \
    despite until unless whether is are was were do does did has have had can could will would \
    should may might must let please thanks meanwhile earlier later
    """)
  static let saying = ShortWord.set(
    """
    said says say asked asks added adds told tells replied wrote writes cried shouted answered \
    noted stated
    """)
}
