@testable import Extraction

/// An article for rules to be tried on: words parted at white space and marks, sentences at
/// stops before capitals, mentions where the given names stand.
struct MarkedArticle {
  var article: Article
  var analysis = Analysis()

  init(_ text: String, _ names: [(String, EntityType)] = []) {
    article = Article(id: "a", text: Array(text.utf8))
    tokenize()
    split()
    mention(names)
  }

  var words: ArticleWords { ArticleWords(article, analysis) }

  func text(_ range: TextRange?) -> String? {
    range.map { String(decoding: article.text[$0.indices], as: UTF8.self) }
  }

  func name(_ argument: Argument?) -> String? {
    guard let argument else { return nil }
    return argument.entity.map { analysis.entities[Int($0)].name } ?? text(argument.range)
  }

  private mutating func tokenize() {
    let text = article.text
    let bytes = text.span
    var i = 0
    var start: Int?
    func isInner(_ at: Int, _ scalar: ScannedScalar) -> Bool {
      guard start != nil, at + scalar.length < bytes.count else { return false }
      let next = bytes.scalar(at: at + scalar.length)
      return next.characterClass.isWord && scalar.value != 0x2c && scalar.value != 0x22
        && !(scalar.characterClass == .apostrophe && next.value == 0x73)
    }
    while i < bytes.count {
      let scalar = bytes.scalar(at: i)
      let inside =
        scalar.characterClass.isWord
        || ([.stop, .dash, .apostrophe, .punctuation].contains(scalar.characterClass)
          && isInner(i, scalar))
      if inside {
        start = start ?? i
      } else {
        if let begin = start { analysis.tokens.append(Token(range: TextRange(begin, i))) }
        start = nil
        if scalar.characterClass == .apostrophe, i + scalar.length < bytes.count,
          bytes.scalar(at: i + scalar.length).value == 0x73
        {
          start = i
        } else if scalar.characterClass != .space {
          analysis.tokens.append(Token(range: TextRange(i, i + scalar.length)))
        }
      }
      i += scalar.length
    }
    if let begin = start { analysis.tokens.append(Token(range: TextRange(begin, i))) }
  }

  private mutating func split() {
    let text = article.text
    var first = 0
    for index in analysis.tokens.indices {
      let end = Int(analysis.tokens[index].range.end)
      let isLast = index + 1 == analysis.tokens.count
      let gap = isLast ? end..<end : end..<Int(analysis.tokens[index + 1].range.start)
      let next = isLast ? 0 : text[gap.upperBound]
      let stops = Array(".!?".utf8)
      let closes =
        stops.contains(text[end - 1])
        || (index > 0 && !gap.isEmpty
          && stops.contains(text[Int(analysis.tokens[index - 1].range.end) - 1]))
      let newSentence = closes && !gap.isEmpty && !(next >= 0x61 && next <= 0x7a)
      guard isLast || text[gap].contains(0x0a) || newSentence else { continue }
      analysis.sentences.append(
        Sentence(
          range: TextRange(Int(analysis.tokens[first].range.start), end), zone: .body,
          tokens: Int32(first)..<Int32(index + 1)))
      first = index + 1
    }
  }

  mutating func mention(_ names: [(String, EntityType)]) {
    analysis.entities = []
    analysis.mentions = []
    for (ordinal, (forms, type)) in names.enumerated() {
      let aliases = forms.split(separator: "|").map(String.init)
      analysis.entities.append(ArticleEntity(name: aliases[0], type: type))
      for alias in aliases { mention(Array(alias.utf8), Int32(ordinal)) }
    }
    analysis.mentions.sort { $0.range < $1.range }
    var kept: [Mention] = []
    for mention in analysis.mentions
    where
      !(kept.last.map { $0.entity == mention.entity && $0.range.overlaps(mention.range) } ?? false)
    {
      kept.append(mention)
    }
    analysis.mentions = kept
  }

  private mutating func mention(_ name: [UInt8], _ entity: Int32) {
    let text = article.text
    let starts = Set(analysis.tokens.map { Int($0.range.start) })
    let ends = Set(analysis.tokens.map { Int($0.range.end) })
    guard text.count >= name.count else { return }
    for start in 0...(text.count - name.count)
    where text[start..<(start + name.count)].elementsEqual(name)
      && starts.contains(start) && ends.contains(start + name.count)
    {
      let sentence = analysis.sentences.firstIndex {
        $0.range.start <= start && start < $0.range.end
      }
      analysis.mentions.append(
        Mention(
          range: TextRange(start, start + name.count), sentence: Int32(sentence ?? 0),
          entity: entity, kind: .name, confidence: 99))
    }
  }
}
