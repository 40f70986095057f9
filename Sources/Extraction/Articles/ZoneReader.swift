/// The anatomy of one article: its zones by range, and what its furniture says.
package struct ArticleAnatomy: Sendable, Equatable {
  /// In text order, not overlapping; one zone a paragraph.
  package var zones: [Zone] = []
  package var title: ArticleTitle?
  package var source: SourceCredit?
  package var author: String?
  package var dateline: Dateline?
}

/// Reads title, dateline, subheadings, credits and page residue out of an article's text.
///
/// General rules of how news pages are written; nothing is removed or altered. Metadata wins
/// over what the text says.
package enum ZoneReader {
  package static func read(_ article: Article) -> ArticleAnatomy {
    let text = article.text.span
    var reading = ZoneReading(
      text: text, paragraphs: Paragraphs.read(text), metadata: article.metadata)
    reading.run()
    var anatomy = reading.anatomy
    if let title = article.metadata.title, !title.isEmpty {
      anatomy.title = ArticleTitle(text: title, origin: .source)
    }
    if let source = article.metadata.source, !source.isEmpty {
      anatomy.source = SourceCredit(name: OutletNames.name(for: source), raw: source)
    }
    if let author = article.metadata.author, !author.isEmpty { anatomy.author = author }
    return anatomy
  }
}

private struct ZoneReading: ~Escapable {
  let text: Span<UInt8>
  let paragraphs: [Paragraph]
  let metadata: ArticleMetadata
  var anatomy = ArticleAnatomy()
  private var bodySeen = false
  private var datelineSeen = false
  /// Whether a line such as "Related stories:" stands above with only links since.
  private var inLinkList = false

  @_lifetime(copy text)
  init(text: Span<UInt8>, paragraphs: [Paragraph], metadata: ArticleMetadata) {
    self.text = text
    self.paragraphs = paragraphs
    self.metadata = metadata
  }

  mutating func run() {
    for i in paragraphs.indices { read(i) }
  }

  private mutating func read(_ i: Int) {
    let line = TextLine(text: text, range: paragraphs[i].range)
    if !line.isShort || !readFurniture(i, line) { readBody(line) }
  }

  /// Reads a line that is not body, and says whether it was one.
  private mutating func readFurniture(_ i: Int, _ line: borrowing TextLine) -> Bool {
    if let credit = CreditLine(line) {
      keep(credit)
      add(.credit, line.range)
    } else if Residue.isResidue(line, inLinkList: inLinkList) {
      inLinkList = inLinkList || Residue.opensLinkList(line)
      add(.residue, line.range)
      return true
    } else if !datelineSeen, anatomy.zones.count <= 5, let date = DatelineReader.dateLine(line) {
      keep(date)
      add(.dateline, line.range)
    } else if isTitle(i, line) {
      readTitle(line)
    } else if isByline(i, line) {
      keep(CreditLine.author(named: line))
      add(.credit, line.range)
    } else if isSubheading(i, line) {
      add(.subheading, line.unmarked)
    } else {
      inLinkList = false
      return false
    }
    inLinkList = false
    return true
  }

  private mutating func add(_ kind: ZoneKind, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    anatomy.zones.append(
      Zone(kind: kind, range: TextRange(range.lowerBound, range.upperBound)))
  }

  // MARK: Body

  private mutating func readBody(_ line: borrowing TextLine) {
    var start = line.range.lowerBound
    if !datelineSeen, !bodySeen,
      let found = DatelineReader.opening(line, published: metadata.published)
    {
      keep(found.dateline)
      if let agency = found.agency, anatomy.source == nil { keepSource(agency) }
      let range = found.dateline.range.indices
      add(.dateline, range)
      start = range.upperBound
    }
    bodySeen = true
    var end = line.range.upperBound
    if let credit = CreditLine.closing(line) {
      end = Paragraphs.trimmed(line.range.lowerBound..<credit.range.lowerBound, text).upperBound
      if anatomy.source == nil { keepSource(credit.outlet) }
      add(.body, Paragraphs.trimmed(start..<max(start, end), text))
      add(.credit, credit.range)
    } else {
      add(.body, Paragraphs.trimmed(start..<end, text))
    }
  }

  private mutating func keep(_ dateline: Dateline) {
    datelineSeen = datelineSeen || dateline.place != nil
    guard var known = anatomy.dateline else {
      anatomy.dateline = dateline
      return
    }
    // A line with the date alone may stand above the line with the place.
    if known.place == nil, dateline.place != nil {
      known.range = dateline.range
      known.place = dateline.place
    }
    known.date = known.date ?? dateline.date
    anatomy.dateline = known
  }

  private mutating func keep(_ credit: CreditLine) {
    switch credit.kind {
    case .source(let raw): if anatomy.source == nil { keepSource(raw) }
    case .author(let name, let outlet):
      if anatomy.author == nil { anatomy.author = name }
      if let outlet, anatomy.source == nil { keepSource(outlet) }
    case .other: break
    }
  }

  private mutating func keepSource(_ raw: String) {
    anatomy.source = SourceCredit(name: OutletNames.name(for: raw), raw: raw)
  }

  // MARK: Headings

  private mutating func readTitle(_ line: borrowing TextLine) {
    let range = line.unmarked
    anatomy.title = ArticleTitle(
      text: TextLine(text: text, range: range).string, origin: .firstLine)
    add(.title, range)
  }

  /// A first line that is a headline: short, no full stop, and the text goes on below it.
  private func isTitle(_ i: Int, _ line: borrowing TextLine) -> Bool {
    guard anatomy.title == nil, !bodySeen else { return false }
    if let title = metadata.title, line.isSame(as: title) { return true }
    guard i + 1 < paragraphs.count, line.looksLikeHeadline(wordLimit: 30) else { return false }
    if paragraphs[i].blankAfter { return true }
    let next = TextLine(text: text, range: paragraphs[i + 1].range)
    if next.endsSentence { return next.range.count > line.range.count }
    return next.isShort && (CreditLine(next) != nil || DatelineReader.dateLine(next) != nil)
  }

  /// A name alone under the title, beside a date or another credit.
  private func isByline(_ i: Int, _ line: borrowing TextLine) -> Bool {
    guard !bodySeen, i > 0, i + 1 < paragraphs.count, CreditLine.isNameLike(line) else {
      return false
    }
    if anatomy.zones.last?.kind == .dateline || anatomy.zones.last?.kind == .credit { return true }
    let next = TextLine(text: text, range: paragraphs[i + 1].range)
    return next.isShort && (CreditLine(next) != nil || DatelineReader.dateLine(next) != nil)
  }

  /// A short line without a full stop between paragraphs of the body.
  private func isSubheading(_ i: Int, _ line: borrowing TextLine) -> Bool {
    guard i > 0, i + 1 < paragraphs.count, line.range.count <= 120,
      line.looksLikeHeadline(wordLimit: 15)
    else { return false }
    if line.isMarkedHeading { return true }
    if line.endsSentence { return false }
    let previous = TextLine(text: text, range: paragraphs[i - 1].range)
    let next = TextLine(text: text, range: paragraphs[i + 1].range)
    let followsBody = previous.endsSentence || anatomy.zones.last?.kind != .body
    return followsBody && next.endsSentence && next.range.count > line.range.count
  }
}
