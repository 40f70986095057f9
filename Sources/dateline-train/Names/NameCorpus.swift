internal import Extraction
internal import Formats

/// One sentence of names ready to be learned from: word forms and the labels each may have.
struct NameExample {
  var forms: [WordForm]
  var lineCase: LineCase
  var allowed: [UInt32]
  /// Sentences with one number are of one article; nil where that is not known.
  var document: Int?
  var source: NameScheme.Source
  /// As a copy with other capitals it is no part of its article.
  var isCopy = false
}

/// Reads sets of names, maps them to the scheme, and copies some lines in headline capitals.
struct NameCorpus {
  var lexicon: Lexicon
  var words: NameWords
  private var documents: [String: Int] = [:]

  init(lexicon: Lexicon, words: NameWords) {
    self.lexicon = lexicon
    self.words = words
  }

  mutating func examples(
    _ sentences: [GoldSentence], _ source: NameScheme.Source, copies: Bool
  ) -> [NameExample] {
    let scheme = NameScheme(source: source, words: words)
    var examples: [NameExample] = []
    var generator = SeededGenerator(seed: 77)
    for sentence in sentences {
      let allowed = scheme.allowed(sentence)
      var example = example(sentence, allowed, source)
      if let document = sentence.document {
        let id = documents[document] ?? documents.count
        documents[document] = id
        example.document = id
      }
      examples.append(example)
      guard copies else { continue }
      let draw = generator.next() % 100
      let capitals: Capitals? = draw < 4 ? .all : draw < 8 ? .words : draw < 10 ? .small : nil
      if let capitals {
        var copy = self.example(sentence.written(capitals), allowed, source)
        copy.isCopy = true
        examples.append(copy)
      }
    }
    return examples
  }

  private func example(
    _ sentence: GoldSentence, _ allowed: [UInt32], _ source: NameScheme.Source
  ) -> NameExample {
    let forms = sentence.forms(lexicon)
    return NameExample(
      forms: forms, lineCase: LineCase.judged(forms.span), allowed: allowed, document: nil,
      source: source)
  }
}

enum Capitals { case all, words, small }

extension GoldSentence {
  /// The same tokens in other capitals.
  func written(_ capitals: Capitals) -> GoldSentence {
    let small: Set<String> = [
      "a", "an", "the", "of", "in", "on", "to", "for", "and", "at", "by", "with", "from", "as",
      "or",
    ]
    var copy = GoldSentence()
    copy.names = names
    for i in tokens.indices {
      let word = word(i)
      let other: String
      switch capitals {
      case .all: other = word.uppercased()
      case .small: other = word.lowercased()
      case .words:
        other =
          small.contains(word) && i > 0
          ? word : word.prefix(1).uppercased() + word.dropFirst()
      }
      copy.append(word: Substring(other))
    }
    return copy
  }
}
