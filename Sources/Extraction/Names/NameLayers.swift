/// A mention on its way to an entity.
struct NamedMention {
  var tokens: Range<Int>
  var type: EntityType
  var confidence: Float
  /// Index into `Analysis.sentences`.
  var sentence: Int
  /// A body called by its state and a common noun: where the noun begins ("Iran's |foreign
  /// ministry").
  var institution: Int?
}

/// Lays names inside and around the names found: bodies described by their state ("Israeli
/// military", "Iran’s foreign ministry"), parts of lands ("southern Lebanon"), the state inside
/// the name of a body.
struct NameLayers {
  let words: WordTable
  let sentences: [Sentence]

  /// All mentions, containers before their parts.
  func mentions(of spans: [NameSpan]) -> [NamedMention] {
    var found: [NamedMention] = []
    found.reserveCapacity(spans.count + spans.count / 4)
    var sentence = 0
    for (i, span) in spans.enumerated() {
      while sentence < sentences.count, Int(sentences[sentence].tokens.upperBound) <= span.start {
        sentence += 1
      }
      guard sentence < sentences.count else { break }
      var mention = NamedMention(
        tokens: withoutTitle(span), type: span.type, confidence: span.confidence,
        sentence: sentence)
      let limit = i + 1 < spans.count ? spans[i + 1].start : Int.max
      if let body = body(from: mention, before: limit) { found.append(body) }
      if let region = region(around: mention, after: i > 0 ? spans[i - 1].end : 0) {
        found.append(region)
      }
      mention.institution = institutionOfName(mention)
      found.append(mention)
      if let inner = inner(mention) { found.append(inner) }
    }
    return found
  }

  /// Taggers trained on other schemes leave titles in: they are no part of the name.
  private func withoutTitle(_ span: NameSpan) -> Range<Int> {
    var start = span.start
    while span.type == .person, start < span.end {
      let word = words[start]
      let next = start + max(1, Int(word.phraseLength))
      guard word.phraseClasses.contains(.title), next < span.end,
        !word.classes.meets(.firstName) || next - start > 1
      else { break }
      start = next
    }
    return start..<span.end
  }

  /// "Iran’s foreign ministry" from "Iran", "Israeli military" from "Israeli".
  private func body(from mention: NamedMention, before limit: Int) -> NamedMention? {
    guard mention.type == .place || mention.type == .group,
      let classes = words.phrase(mention.tokens)?.classes,
      classes.meets([.country, .demonym, .city, .region])
    else { return nil }
    let end = min(limit, Int(sentences[mention.sentence].tokens.upperBound))
    var i = mention.tokens.upperBound
    guard i < end else { return nil }
    let isPossessive = words[i].shape.contains(.possessive)
    if isPossessive { i += 1 }
    let isAdjective = classes.contains(.demonym)
    guard
      isPossessive || isAdjective || words[mention.tokens.lowerBound].classes.contains(.upperOnly)
    else { return nil }
    // One or two words may come between: "Iran's powerful foreign ministry".
    for _ in 0..<2 where i < end && isBetween(i) { i += 1 }
    guard i < end, words[i].shape.contains(.small), words[i].phraseClasses.contains(.institution)
    else { return nil }
    let stop = i + Int(words[i].phraseLength)
    guard stop <= end, endsThere(stop, in: mention.sentence) else { return nil }
    return NamedMention(
      tokens: mention.tokens.lowerBound..<stop, type: .organization,
      confidence: 0.85, sentence: mention.sentence, institution: i)
  }

  private func isBetween(_ i: Int) -> Bool {
    let word = words[i]
    return word.shape.contains(.small) && word.classes.contains(.modifier)
      && !word.classes.meets([.function, .noun, .verb])
      && !word.phraseClasses.contains(.institution)
  }

  /// "Israeli military" is a body, "Israeli military bases" are not.
  private func endsThere(_ i: Int, in sentence: Int) -> Bool {
    guard i < Int(sentences[sentence].tokens.upperBound) else { return true }
    let word = words[i]
    if word.mark == UInt8(ascii: "-") { return false }
    guard word.shape.contains(.small), !word.classes.contains(.function) else {
      return !word.shape.contains(.capital)
    }
    return !word.classes.meets([.noun, .role]) && !word.classes.isEmpty
  }

  /// "southern Lebanon" around "Lebanon".
  private func region(around mention: NamedMention, after limit: Int) -> NamedMention? {
    let before = mention.tokens.lowerBound - 1
    guard mention.type == .place, before >= limit, before >= 0,
      before >= Int(sentences[mention.sentence].tokens.lowerBound),
      words[before].classes.contains(.direction), isCompass(before),
      words[mention.tokens.lowerBound].phraseClasses.meets([.country, .region])
    else { return nil }
    return NamedMention(
      tokens: before..<mention.tokens.upperBound, type: .place, confidence: 0.8,
      sentence: mention.sentence)
  }

  private func isCompass(_ i: Int) -> Bool { Self.compass.contains(words[i].key) }

  private static let compass: Set<UInt64> = {
    let simple = ["north", "south", "east", "west"]
    var all = simple + simple.map { $0 + "ern" } + ["central"]
    for first in ["north", "south"] {
      for second in ["east", "west"] {
        all += [first + second, first + second + "ern", first + "-" + second]
        all.append(first + "-" + second + "ern")
      }
    }
    return Set(all.map { PhraseHash.key($0) })
  }()

  /// "Foreign Ministry" in "Russian Foreign Ministry".
  private func institutionOfName(_ mention: NamedMention) -> Int? {
    guard mention.type == .organization, let part = inner(mention) else { return nil }
    let i = part.tokens.upperBound
    guard words[i].phraseClasses.contains(.institution),
      i + Int(words[i].phraseLength) == mention.tokens.upperBound
    else { return nil }
    return i
  }

  /// The state or people at the front of a body's or event's name, unless the whole is known.
  private func inner(_ mention: NamedMention) -> NamedMention? {
    guard mention.type == .organization || mention.type == .event else { return nil }
    let start = mention.tokens.lowerBound
    let word = words[start]
    let count = Int(word.phraseLength)
    guard count > 0, start + count < mention.tokens.upperBound,
      word.phraseClasses.meets([.country, .demonym]),
      !words[start + count].shape.contains(.possessive), words[start + count].key != 0
    else { return nil }
    return NamedMention(
      tokens: start..<start + count,
      type: word.phraseClasses.contains(.country) ? .place : .group,
      confidence: mention.confidence, sentence: mention.sentence)
  }
}
