/// The names a headline may repeat: those of the running text, and what the gazetteer is sure of.
struct HeadlineNames {
  /// The longest names by the key of their first word.
  private var byFirstWord: [UInt64: [NameSpan]] = [:]

  init(_ spans: [NameSpan], _ words: WordTable) {
    for span in spans where span.confidence > 0.5 {
      add(span, words)
      // A headline says "Smith" where the text says "Anna Smith" first.
      if span.type == .person, span.end - span.start > 1 {
        add(NameSpan(span.end - 1, span.end, .person, 0.8), words)
      }
    }
  }

  private mutating func add(_ span: NameSpan, _ words: WordTable) {
    let key = words[span.start].key
    let known = byFirstWord[key] ?? []
    // A bound on what one word may start keeps this linear.
    guard known.count < 8, !known.contains(where: { same($0, span, words) }) else { return }
    byFirstWord[key, default: []].append(span)
  }

  private func same(_ a: NameSpan, _ b: NameSpan, _ words: WordTable) -> Bool {
    a.end - a.start == b.end - b.start
      && zip(a.start..<a.end, b.start..<b.end).allSatisfy { words[$0].key == words[$1].key }
  }

  /// A dateline opens with its place, in capitals or not.
  func findDateline(in sentence: Sentence, _ words: WordTable) -> [NameSpan] {
    let start = Int(sentence.tokens.lowerBound)
    let end = Int(sentence.tokens.upperBound)
    var stop = start
    while stop < end, words[stop].shape.contains(.capital), !words[stop].classes.contains(.calendar)
    {
      stop += 1
    }
    let isAgency = words[start].phraseClasses.meets([.organization, .outlet])
    guard stop > start, stop - start <= 4, !isAgency else { return find(in: sentence, words) }
    let rest = Sentence(
      range: sentence.range, zone: sentence.zone, tokens: Int32(stop)..<sentence.tokens.upperBound)
    return [NameSpan(start, stop, .place, 0.95)] + find(in: rest, words)
  }

  func find(in sentence: Sentence, _ words: WordTable) -> [NameSpan] {
    var found: [NameSpan] = []
    let end = Int(sentence.tokens.upperBound)
    var i = Int(sentence.tokens.lowerBound)
    while i < end {
      if let span = repeated(at: i, before: end, words) ?? known(at: i, before: end, words) {
        found.append(span)
        i = span.end
      } else {
        i += 1
      }
    }
    return found
  }

  /// The longest known name that stands at `i`.
  func repeated(at i: Int, before end: Int, _ words: WordTable) -> NameSpan? {
    guard words[i].shape.contains(.capital), let candidates = byFirstWord[words[i].key] else {
      return nil
    }
    var best: NameSpan?
    for span in candidates {
      let count = span.end - span.start
      guard i + count <= end, count > (best.map { $0.end - $0.start } ?? 0),
        (0..<count).allSatisfy({ words[i + $0].key == words[span.start + $0].key })
      else { continue }
      best = NameSpan(i, i + count, span.type, 0.85)
    }
    return best
  }

  private func known(at i: Int, before end: Int, _ words: WordTable) -> NameSpan? {
    let word = words[i]
    let count = Int(word.phraseLength)
    guard word.shape.contains(.capital), count > 0, i + count <= end else { return nil }
    let classes = word.phraseClasses
    let isPlain = !classes.meets([.lowerCase, .nonName]) || count > 1
    if classes.contains(.country), isPlain { return NameSpan(i, i + count, .place, 0.9) }
    if classes.meets([.demonym, .people]), isPlain { return NameSpan(i, i + count, .group, 0.85) }
    if classes.contains(.region), isPlain { return NameSpan(i, i + count, .place, 0.85) }
    if classes.meets([.organization, .outlet]), isPlain {
      return NameSpan(i, i + count, .organization, 0.85)
    }
    if classes.contains(.event), isPlain { return NameSpan(i, i + count, .event, 0.85) }
    if classes.contains(.city), isPlain, !classes.meets([.firstName, .surname]) {
      return NameSpan(i, i + count, .place, 0.8)
    }
    return personName(at: i, before: end, words)
  }

  /// A given name and a surname that is no common word.
  private func personName(at i: Int, before end: Int, _ words: WordTable) -> NameSpan? {
    guard i + 1 < end, words[i].classes.meets(.firstName), words[i + 1].shape.contains(.capital),
      !words[i].classes.meets(.lowerCase), !words[i + 1].classes.meets(.lowerCase),
      words[i + 1].key != 0
    else { return nil }
    return NameSpan(i, i + 2, .person, 0.75)
  }
}
