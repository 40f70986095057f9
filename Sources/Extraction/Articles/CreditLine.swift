/// A line that says who wrote, published or photographed.
struct CreditLine: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// The publisher as the line writes it.
    case source(String)
    case author(String, outlet: String?)
    /// Pictures, editors, rights: a credit that names neither.
    case other
  }

  var kind: Kind

  private init(_ kind: Kind) { self.kind = kind }

  init?(_ line: borrowing TextLine) {
    // Markdown's emphasis is no part of a credit.
    let bare = line.unemphasised
    if bare != line.range {
      guard let found = CreditLine(TextLine(text: line.text, range: bare)) else { return nil }
      self = found
      return
    }
    guard
      let found = Self.source(line) ?? Self.other(line) ?? Self.author(line)
        ?? Self.bareOutlet(line) ?? Self.outletAndPlace(line)
    else { return nil }
    self = found
  }

  // MARK: Forms

  /// "Source: …", "Source » …", "Credit: …", "Via …:", "Originally published by …".
  private static func source(_ line: borrowing TextLine) -> CreditLine? {
    for label in sourceLabels where line.starts(with: label) {
      guard let value = valueAfter(label.utf8CodeUnitCount, line), value.utf8.count <= 80
      else { return nil }
      return CreditLine(.source(value))
    }
    for label in publishedLabels where line.starts(with: label) {
      let value = trimmed(String(line.string.dropFirst(label.description.count)))
      guard !value.isEmpty, value.utf8.count <= 60 else { return nil }
      return CreditLine(.source(value))
    }
    return nil
  }

  private static let sourceLabels: [StaticString] = [
    "news source", "sources", "source", "credits", "credit", "via", "publisher",
    "published by", "courtesy of", "courtesy", "original source", "first published",
  ]

  private static let publishedLabels: [StaticString] = [
    "originally published by ", "originally published in ", "originally published on ",
    "originally appeared in ", "originally appeared on ", "this article originally appeared on ",
    "this article originally appeared in ", "this article was originally published by ",
    "this article was originally published on ", "this article was originally published in ",
    "this story was originally published by ", "this story originally appeared on ",
    "republished from ", "reprinted from ",
  ]

  /// What stands after a label and its mark: ":", "»", ">", "|", a dash or an arrow.
  private static func valueAfter(_ count: Int, _ line: borrowing TextLine) -> String? {
    var rest = Substring(line.string.dropFirst(count))
    while let first = rest.unicodeScalars.first, isBlank(first) {
      rest.unicodeScalars.removeFirst()
    }
    guard let mark = rest.unicodeScalars.first, ":»>|–—-→=›".unicodeScalars.contains(mark)
    else { return nil }
    rest.unicodeScalars.removeFirst()
    while let next = rest.unicodeScalars.first, ":>-".unicodeScalars.contains(next) {
      rest.unicodeScalars.removeFirst()
    }
    let value = trimmed(String(rest))
    return value.isEmpty ? nil : value
  }

  /// "Photo: …", "© 2024 …", "Editing by …".
  private static func other(_ line: borrowing TextLine) -> CreditLine? {
    for label in markedLabels where line.starts(with: label) {
      if valueAfter(label.utf8CodeUnitCount, line) != nil { return CreditLine(.other) }
    }
    for label in otherLabels where line.starts(with: label) { return CreditLine(.other) }
    if line.string.hasSuffix("contributed to this report.")
      || line.string.hasSuffix("contributed to this article.")
      || line.string.hasSuffix("contributed to this story.")
      || line.string.hasSuffix("contributed reporting.")
    {
      return CreditLine(.other)
    }
    return nil
  }

  private static let markedLabels: [StaticString] = [
    "photo credits", "photo credit", "photos", "photo", "photographs", "photograph",
    "image credits", "image credit", "images", "image", "picture", "video", "illustration",
    "featured image", "file photo", "cover photo", "editing", "editor", "writing", "reporting",
    "reporter",
  ]

  private static let otherLabels: [StaticString] = [
    "\u{a9}", "copyright ", "(c) 20", "(c) 19", "all rights reserved", "photo by ",
    "photograph by ", "photos by ", "image by ", "picture by ", "illustration by ",
    "editing by ", "edited by ", "(reporting by ", "(writing by ", "(editing by ",
    "(additional reporting ", "reporting by ", "additional reporting ", "compiled by ",
    "translated by ", "with inputs from ", "with files from ", "with agency inputs",
    "with additional reporting", "getty images", "(with agency inputs", "[with ",
  ]

  /// "By Jane Doe", "By JANE DOE, Staff Writer", "By Jane Doe | Example News".
  private static func author(_ line: borrowing TextLine) -> CreditLine? {
    guard line.starts(with: "by "), line.range.count <= 100, line.wordCount <= 12,
      !line.endsSentence || line.string.hasSuffix("Jr.")
    else { return nil }
    let name = trimmed(String(line.string.dropFirst(3)))
    let parts = name.split(
      maxSplits: 1, whereSeparator: { ",|•·–—/(".contains($0) })
    guard let first = parts.first else { return nil }
    let author = trimmed(String(first))
    let words = author.split(separator: " ")
    guard !words.isEmpty, words.count <= 8,
      words.allSatisfy({
        isCapitalised($0) || ["and", "de", "van", "von", "der", "al", "&"].contains($0)
      })
    else { return nil }
    var outlet: String?
    if parts.count == 2 {
      let rest = trimmed(String(parts[1]).filter { $0 != ")" })
      if OutletNames.known(rest) != nil { outlet = rest }
    }
    return CreditLine(.author(author, outlet: outlet))
  }

  /// "(Reuters)", "— Associated Press", "AFP" alone on a line.
  private static func bareOutlet(_ line: borrowing TextLine) -> CreditLine? {
    guard line.range.count <= 48 else { return nil }
    var text = line.string
    while let first = text.first, "([—–-• ".contains(first) { text.removeFirst() }
    let isMarked = text.utf8.count < line.range.count
    while let last = text.last, ")]. ".contains(last) { text.removeLast() }
    // "Time" or "Metro" alone is a word.
    let isName = text.contains(" ") || text.allSatisfy { $0.isUppercase }
    guard isMarked || isName, OutletNames.known(text) != nil else { return nil }
    return CreditLine(.source(text))
  }

  /// "BBC News, Lisbon" under a byline.
  private static func outletAndPlace(_ line: borrowing TextLine) -> CreditLine? {
    guard line.range.count <= 60, !line.endsSentence else { return nil }
    let parts = line.string.split(separator: ",")
    guard parts.count == 2, parts[0].contains(" "), OutletNames.known(String(parts[0])) != nil
    else { return nil }
    return CreditLine(.source(String(parts[0])))
  }

  /// Two to four capitalised words and nothing else: what a byline without "By" looks like.
  static func isNameLike(_ line: borrowing TextLine) -> Bool {
    guard line.range.count <= 48, (2...4).contains(line.wordCount), !line.endsSentence else {
      return false
    }
    return line.string.split(separator: " ").allSatisfy {
      isCapitalised($0) && $0.allSatisfy { $0.isLetter || "-'’.".contains($0) }
    }
  }

  static func author(named line: borrowing TextLine) -> CreditLine {
    CreditLine(.author(line.string, outlet: nil))
  }

  /// An agency in brackets after the last sentence of a paragraph: "… he said. (Reuters)".
  static func closing(_ line: borrowing TextLine) -> (range: Range<Int>, outlet: String)? {
    let end = line.range.upperBound
    let last = line.text[end - 1]
    let bracket = UInt8(ascii: "(")
    guard last == UInt8(ascii: ")"), end - line.range.lowerBound > 60 else { return nil }
    var i = end - 2
    while i > line.range.lowerBound, end - i < 40, line.text[i] != bracket { i -= 1 }
    guard line.text[i] == bracket,
      Paragraphs.endsSentence(
        Paragraphs.trimmed(line.range.lowerBound..<i, line.text), line.text)
    else { return nil }
    let name = trimmed(line.string(i + 1..<end - 1))
    return OutletNames.known(name) == nil ? nil : (i..<end, name)
  }

  // MARK: Letters

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    CharacterClass(scalar.value) == .space
  }

  static func trimmed(_ text: String) -> String {
    var view = text.unicodeScalars[...]
    while let first = view.first, isBlank(first) { view.removeFirst() }
    while let last = view.last, isBlank(last) || last == "*" || last == "_" { view.removeLast() }
    return String(view)
  }

  private static func isCapitalised(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return CharacterClass(first.value) == .upper
  }
}
