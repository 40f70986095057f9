/// Names of news outlets as people write them.
package enum OutletNames {
  /// The name for a raw credit: a host or run-together token is spelt out ("bbcnews" → "BBC
  /// News"), anything written for people stays as it is.
  package static func name(for raw: String) -> String {
    var text = CreditLine.trimmed(raw)
    for suffix in [" and news agencies", " and agencies", " with agencies", " & agencies"]
    where text.lowercased().hasSuffix(suffix) {
      text = String(text.dropLast(suffix.count))
    }
    if let host = host(text) { text = host }
    if let known = known(text), text != text.lowercased() || !text.contains(" ") { return known }
    guard isToken(text) else { return text }
    return known(text) ?? spelledOut(text) ?? capitalised(text)
  }

  /// The outlet a text names, whatever its case and spacing; `nil` where none is known.
  package static func known(_ text: String) -> String? {
    let key = key(text)
    return key.utf8.count >= 2 ? table[key] : nil
  }

  // MARK: Tokens

  /// One run of lower-case letters, digits, dots and hyphens.
  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2d || $0 == 0x5f }
  }

  /// The telling label of a web address or host name: "https://www.example.co.uk/x" → "example".
  private static func host(_ text: String) -> String? {
    var rest = text.lowercased()[...]
    for scheme in ["https://", "http://", "@"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    if let slash = rest.firstIndex(of: "/") { rest = rest[..<slash] }
    guard rest.contains("."), !rest.contains(" "), rest.utf8.count <= 80 else { return nil }
    var labels = rest.split(separator: ".").map(String.init)
    guard labels.count >= 2, let top = labels.last, (2...6).contains(top.utf8.count) else {
      return nil
    }
    labels.removeLast()
    if labels.count > 1, let second = labels.last,
      ["co", "com", "org", "net", "ac", "gov"]
        .contains(second)
    {
      labels.removeLast()
    }
    return labels.last
  }

  private static func capitalised(_ text: String) -> String {
    text.split { $0 == "-" || $0 == "_" }
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  /// Splits a run-together name into the fewest words of mastheads; `nil` where it does not.
  private static func spelledOut(_ text: String) -> String? {
    let letters = Array(text.utf8.filter { $0 != 0x2d && $0 != 0x5f })
    guard letters.count <= 40, letters.count >= 4 else { return nil }
    // best[i]: the last word of the best split of the first i letters, and its word count.
    var best: [(count: Int, start: Int)?] = [(0, 0)]
    for end in 1...letters.count {
      var found: (count: Int, start: Int)?
      for start in max(0, end - 14)..<end {
        guard let before = best[start],
          mastheadWords.contains(String(decoding: letters[start..<end], as: UTF8.self))
        else { continue }
        if found == nil || before.count + 1 < found?.count ?? .max {
          found = (before.count + 1, start)
        }
      }
      best.append(found)
    }
    var words: [String] = []
    var end = letters.count
    while end > 0 {
      guard let step = best[end] else { return nil }
      words.append(String(decoding: letters[step.start..<end], as: UTF8.self))
      end = step.start
    }
    return words.reversed().enumerated().map { masthead($1, isFirst: $0 == 0) }
      .joined(separator: " ")
  }

  private static func masthead(_ word: String, isFirst: Bool) -> String {
    if acronyms.contains(word) { return word.uppercased() }
    if !isFirst, ["of", "and", "the", "in", "on", "for"].contains(word) { return word }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  // MARK: Keys

  /// Letters and digits in lower case, a leading "the" off.
  private static func key(_ text: String) -> String {
    guard text.utf8.count <= 64 else { return "" }
    var key = String(
      decoding: text.lowercased().utf8.filter {
        $0 >= 0x80 || $0 &- 0x61 < 26 || $0 &- 0x30 < 10
      }, as: UTF8.self)
    if key.hasPrefix("the"), key.utf8.count > 6, table[key] == nil { key.removeFirst(3) }
    return key
  }

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for name in outlets {
      let letters = name.lowercased().utf8.filter {
        $0 >= 0x80 || $0 &- 0x61 < 26 || $0 &- 0x30 < 10
      }
      let key = String(decoding: letters, as: UTF8.self)
      table[key] = name
      if key.hasPrefix("the"), key.utf8.count > 6 { table[String(key.dropFirst(3))] = name }
    }
    for (key, name) in otherKeys { table[key] = name }
    return table
  }()
}
