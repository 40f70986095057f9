internal import Formats

/// Reads the place-and-date opening of a news text.
enum DatelineReader {
  struct Opening {
    var dateline: Dateline
    /// The agency in brackets, as written.
    var agency: String?
  }

  /// "LONDON (Reuters) - ", "ROME, Italy — ", "NEW YORK, Oct 7 –", "(CNN) — " at the start of a
  /// paragraph; the range ends after the separator.
  ///
  /// A date without a year is resolved to the day nearest `published`, or left out.
  static func opening(
    _ line: borrowing TextLine, published: PublicationDate?
  ) -> Opening? {
    guard let separator = separator(line) else { return nil }
    let head = line.string(line.range.lowerBound..<separator.start).filter { $0 != "*" }
    guard var parts = DatelineParts(head) else { return nil }
    // "CAIRO: …" is written without a dash in some papers, in capitals only.
    guard separator.isDash || parts.agency != nil || parts.isCapitals else { return nil }
    // In mixed case only a full dash, an agency or a date makes it a dateline.
    if !parts.isCapitals, parts.agency == nil, parts.date == nil {
      guard separator.isFull, separator.next == .upper || separator.next == .openQuote else {
        return nil
      }
    }
    if parts.place == nil, parts.agency == nil { return nil }
    if parts.agency.map({ OutletNames.known($0) == nil && !isLikelyAgency($0) }) == true {
      guard parts.isCapitals else { return nil }
      parts.agency = nil
    }
    let date = parts.date.flatMap { phrase in
      phrase.calendarDate ?? published.flatMap { phrase.nearest(to: $0.earliest) }
    }
    return Opening(
      dateline: Dateline(
        range: TextRange(line.range.lowerBound, separator.end), place: parts.place, date: date),
      agency: parts.agency)
  }

  /// A line that is a date and nothing else: "Friday, January 4, 2019", "Updated: 7 Oct 2023".
  static func dateLine(_ line: borrowing TextLine) -> Dateline? {
    guard line.range.count >= 8, line.range.count <= 80 else { return nil }
    let text = unlabelled(line.string)
    let range = TextRange(line.range.lowerBound, line.range.upperBound)
    let date = PublicationDate(metadata: text) ?? PublicationDate(metadata: withoutClock(text))
    if let date, date.precision == .day || date.precision == .second {
      return Dateline(range: range, place: nil, date: date.earliest)
    }
    // "London, 4 October 2019" on a line of its own.
    guard !line.endsSentence, let parts = DatelineParts(text), let place = parts.place,
      let day = parts.date?.calendarDate
    else { return nil }
    return Dateline(range: range, place: place, date: day)
  }

  /// The line without "Published on", "Updated:" and the like before the date.
  private static func unlabelled(_ line: String) -> String {
    var text = line[...]
    let lower = line.lowercased()
    for label in [
      "last updated", "first published", "updated", "published", "posted", "date", "issued",
    ] where lower.hasPrefix(label) {
      text = text.dropFirst(label.count).drop { ": ".contains($0) }
      for word in ["on ", "at "] where text.lowercased().hasPrefix(word) {
        text = text.dropFirst(word.count)
      }
      break
    }
    return String(text)
  }

  /// "10:32 AM EDT, October 7, 2024" without the time of day before the date.
  private static func withoutClock(_ text: String) -> String {
    var words = text.split { " ,".contains($0) }[...]
    guard let first = words.first, first.contains(":") else { return text }
    words.removeFirst()
    // Half of the day and time zone: short and in capitals, or "a.m.".
    while let word = words.first, word.utf8.count <= 5, DatePhrase.month(word) == nil,
      DatePhrase.weekday(word) == nil, !word.utf8.allSatisfy({ $0 &- 0x30 < 10 })
    {
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }

  // MARK: Separator

  private struct Separator {
    /// Where the white space before it begins, and where it ends.
    var start: Int
    var end: Int
    var isDash: Bool
    /// An em or en dash, or two hyphens.
    var isFull: Bool
    /// What comes after it.
    var next: CharacterClass
  }

  private static func separator(_ line: borrowing TextLine) -> Separator? {
    var i = line.range.lowerBound
    let limit = min(line.range.upperBound, i + 100)
    while i < limit {
      let scalar = line.text.scalar(at: i)
      switch scalar.value {
      case 0x2013, 0x2014, 0x2015, 0x2012: return make(line, i, i + scalar.length, isFull: true)
      case 0x2d:
        // A hyphen counts with a space before it, or doubled.
        var end = i + 1
        while end < limit, line.text[end] == 0x2d { end += 1 }
        let spaced = i > line.range.lowerBound && line.text[i - 1] == 0x20
        if end - i >= 2 || (spaced && end < limit && line.text[end] == 0x20) {
          return make(line, i, end, isFull: end - i >= 2)
        }
        i = end - 1
      case 0x3a:
        let isSpaced = i + 1 < limit && line.text[i + 1] == 0x20
        if isSpaced { return make(line, i, i + 1, isDash: false, isFull: false) }
      case 0x29:
        // "PARIS (AFP) The …": a known agency needs no dash.
        if let found = afterAgency(line, i) { return found }
      case 0x5f:
        let isSpaced = i + 1 < limit && line.text[i + 1] == 0x20
        if isSpaced { return make(line, i, i + 1, isFull: true) }
      case 0x2e:
        // A full stop ends a sentence unless it closes an abbreviation.
        if i + 2 < limit, line.text[i + 1] == 0x20, isLowerRun(line, i) { return nil }
      case 0x201c, 0x201d, 0x22, 0x3b, 0x21, 0x3f: return nil
      default: break
      }
      i += scalar.length
    }
    return nil
  }

  /// The separator that an agency's closing bracket at `i` makes where no dash follows.
  private static func afterAgency(_ line: borrowing TextLine, _ i: Int) -> Separator? {
    var open = i
    while open > line.range.lowerBound, line.text[open] != UInt8(ascii: "(") { open -= 1 }
    guard line.text[open] == UInt8(ascii: "("), i - open <= 40,
      OutletNames.known(line.string(open + 1..<i)) != nil,
      let found = make(line, i + 1, i + 1, isDash: false, isFull: false),
      found.next == .upper || found.next == .openQuote
    else { return nil }
    return found
  }

  private static func isLowerRun(_ line: borrowing TextLine, _ i: Int) -> Bool {
    guard i - 4 >= line.range.lowerBound else { return false }
    for k in 1...4 where CharacterClass.ascii(line.text[i - k]) != .lower { return false }
    return true
  }

  private static func make(
    _ line: borrowing TextLine, _ start: Int, _ end: Int, isDash: Bool = true, isFull: Bool
  ) -> Separator? {
    let head = Paragraphs.trimmed(line.range.lowerBound..<start, line.text)
    var next = end
    while next < line.range.upperBound,
      line.text.scalar(at: next).characterClass == .space
    {
      next += line.text.scalar(at: next).length
    }
    guard next < line.range.upperBound, !head.isEmpty else { return nil }
    return Separator(
      start: head.upperBound, end: end, isDash: isDash, isFull: isFull,
      next: line.text.scalar(at: next).characterClass)
  }

  private static func isLikelyAgency(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return words.count <= 4 && words.allSatisfy { $0.first?.isUppercase == true }
  }
}

/// Place, date and agency of a dateline's text before its separator.
struct DatelineParts {
  var place: String?
  var date: DatePhrase?
  var agency: String?
  /// Whether the place stands in capitals.
  var isCapitals = false

  init?(_ head: String) {
    var rest = head[...]
    if rest.hasSuffix(")"), let open = rest.lastIndex(of: "(") {
      let inner = rest[rest.index(after: open)..<rest.index(before: rest.endIndex)]
      guard !inner.isEmpty, inner.utf8.count <= 40 else { return nil }
      agency = String(inner)
      rest = rest[..<open]
      // "PARIS, March 3 (AFP)", "Reuters" alone in brackets.
      if CreditLine.trimmed(String(rest)).isEmpty { return }
    }
    takeWireMark(&rest)
    var pieces = rest.split(separator: ",").map { CreditLine.trimmed(String($0)) }
      .filter { !$0.isEmpty }
    takeDate(&pieces)
    takeOutlet(&pieces)
    guard let first = pieces.first, pieces.count <= 3 else {
      if agency != nil, pieces.isEmpty { return }
      return nil
    }
    guard pieces.allSatisfy({ Self.isPlaceLike($0) }) else { return nil }
    isCapitals = Self.isInCapitals(first)
    if !isCapitals, first.split(separator: " ").count > 3 { return nil }
    place = PlaceCasing.cased(first.split(separator: "/").first.map(String.init) ?? first)
  }

  /// "/Example Newswire/" after the date, as press releases have it.
  private mutating func takeWireMark(_ rest: inout Substring) {
    let trimmed = CreditLine.trimmed(String(rest))
    guard agency == nil, trimmed.hasSuffix("/"),
      let open = trimmed.dropLast().lastIndex(of: "/")
    else { return }
    agency = String(trimmed[trimmed.index(after: open)...].dropLast())
    rest = trimmed[..<open]
  }

  /// "ASTANA. KAZINFORM", or an outlet's name where the place would stand.
  private mutating func takeOutlet(_ pieces: inout [String]) {
    guard agency == nil, let first = pieces.first else { return }
    if let stop = first.firstIndex(of: "."), stop > first.startIndex {
      let rest = CreditLine.trimmed(String(first[first.index(after: stop)...]))
      if OutletNames.known(rest) != nil {
        agency = rest
        pieces[0] = String(first[..<stop])
      }
    } else if pieces.count == 1, first.contains(" "), OutletNames.known(first) != nil {
      agency = first
      pieces.removeAll()
    }
  }

  /// The last pieces that make a date: "Oct 7", or "Oct 7" and "2023".
  private mutating func takeDate(_ pieces: inout [String]) {
    guard let last = pieces.last else { return }
    if pieces.count >= 2, let phrase = DatePhrase(pieces.suffix(2).joined(separator: " ")),
      phrase.month != nil
    {
      date = phrase
      pieces.removeLast(2)
    } else if let phrase = DatePhrase(last), phrase.month != nil || pieces.count > 1 {
      date = phrase
      pieces.removeLast()
    } else if pieces.count > 1, DatePhrase.weekday(last) != nil {
      pieces.removeLast()
    } else if let split = Self.splitDate(last) {
      // "LONDON Oct 7": no comma.
      date = split.date
      pieces[pieces.count - 1] = split.place
    }
    if let weekday = pieces.last, DatePhrase.weekday(weekday) != nil { pieces.removeLast() }
  }

  private static func splitDate(_ piece: String) -> (place: String, date: DatePhrase)? {
    let words = piece.split(separator: " ")
    guard words.count >= 3, let date = DatePhrase(words.suffix(2).joined(separator: " ")),
      date.day != nil
    else { return nil }
    return (words.dropLast(2).joined(separator: " "), date)
  }

  /// Up to five words that begin with capitals, small words between them allowed.
  private static func isPlaceLike(_ piece: String) -> Bool {
    let words = piece.split { $0 == " " || $0 == "/" }
    guard (1...5).contains(words.count), piece.utf8.count <= 48 else { return false }
    guard words.first?.first?.isUppercase == true || words.first?.hasPrefix("al-") == true
    else { return false }
    for word in words where word.first?.isUppercase != true {
      guard PlaceCasing.small.contains(word.lowercased()) || word.hasPrefix("al-") else {
        return false
      }
    }
    guard !piece.contains(where: { "0123456789\"“”?!;:".contains($0) }) else { return false }
    return !functionWords.contains(words[0].lowercased())
  }

  private static let functionWords: Set<String> = [
    "the", "a", "an", "this", "that", "it", "he", "she", "they", "we", "i", "you", "in", "on",
    "at", "by", "for", "from", "but", "and", "so", "yes", "no", "not", "if", "when", "what",
    "who", "why", "how", "there", "here", "breaking", "update", "updates", "updated",
    "exclusive", "opinion", "analysis", "watch", "live", "video", "photos", "explainer",
    "factbox", "fact", "editorial", "comment", "column", "review", "interview", "profile",
    "timeline", "correction", "note", "editor", "summary", "quotes", "poll", "obituary",
    "background", "highlights", "related", "read", "listen", "more", "just", "urgent",
    "warning", "disclaimer", "question", "answer",
  ]

  private static func isInCapitals(_ piece: String) -> Bool {
    var letters = 0
    for scalar in piece.unicodeScalars {
      switch CharacterClass(scalar.value) {
      case .lower: return false
      case .upper: letters += 1
      default: break
      }
    }
    return letters >= 2
  }
}

/// Gives a place in capitals the case that people write it in.
enum PlaceCasing {
  static let small: Set<String> = [
    "of", "de", "del", "la", "le", "les", "du", "da", "do", "dos", "das", "di", "der", "den",
    "am", "an", "auf", "sur", "sous", "upon", "on", "the", "and", "en", "el", "y", "au", "aux",
    "al", "in",
  ]
  private static let kept: Set<String> = ["U.N.", "U.S.", "D.C.", "UN", "US", "UK", "UAE", "NATO"]

  /// "PORT-AU-PRINCE" → "Port-au-Prince", "RIO DE JANEIRO" → "Rio de Janeiro"; a name that is
  /// not in capitals stays as it is.
  static func cased(_ place: String) -> String {
    guard !place.unicodeScalars.contains(where: { CharacterClass($0.value) == .lower }) else {
      return place
    }
    var result = ""
    for (i, word) in place.split(separator: " ").enumerated() {
      if i > 0 { result += " " }
      result += kept.contains(String(word)) ? String(word) : cased(word, isFirst: i == 0)
    }
    return result
  }

  private static func cased(_ word: Substring, isFirst: Bool) -> String {
    var parts: [String] = []
    for (i, part) in word.split(separator: "-", omittingEmptySubsequences: false).enumerated() {
      let lower = part.lowercased()
      let keepsLower = small.contains(lower) && !(isFirst && i == 0)
      parts.append(keepsLower ? lower : capitalised(part))
    }
    return parts.joined(separator: "-")
  }

  /// The first letter and one after an apostrophe near the start stay capitals: "N'Djamena".
  private static func capitalised(_ part: Substring) -> String {
    var result = ""
    var atStart = true
    for (i, character) in part.enumerated() {
      result += atStart ? String(character) : character.lowercased()
      atStart = (character == "'" || character == "’") && i <= 2 || character == "."
    }
    return result
  }
}
