/// The trained models: parts of speech, syntax and names of the sentences of one article.
///
/// Immutable and safe on every core at once; each thread brings its own `ModelWork`.
package struct Models: Sendable {
  package enum ImageError: Error { case malformed }

  package let lexicon: Lexicon
  package let syntax: SyntaxNetwork
  package let names: NameTagger

  package init(lexicon: Lexicon, syntax: SyntaxNetwork, names: NameTagger) {
    self.lexicon = lexicon
    self.syntax = syntax
    self.names = names
  }

  /// Models that find nothing.
  package init() {
    let nothing = WeightTable(rowBits: 6, scale: 1, rows: [])
    self.init(
      lexicon: Lexicon(), syntax: SyntaxNetwork(),
      names: NameTagger(weights: nothing, chain: NameChain()))
  }

  /// Reads the words of all sentences; what is asked next is of these.
  ///
  /// - Complexity: linear; of a token at most `WordReader.byteLimit` bytes are looked at.
  package func read(
    _ text: Span<UInt8>, tokens: Span<Token>, sentences: Span<Range<Int>>, _ work: inout ModelWork
  ) {
    work.forms.removeAll(keepingCapacity: true)
    work.sentences.removeAll(keepingCapacity: true)
    work.cases.removeAll(keepingCapacity: true)
    for i in tokens.indices {
      work.forms.append(work.reader.read(text.extracting(tokens[i].range.indices), lexicon))
    }
    for s in sentences.indices {
      let sentence = sentences[s]
      let lineCase = LineCase.judged(work.forms.span.extracting(sentence))
      lexicon.mark(&work.forms, sentence, lineCase)
      work.sentences.append(sentence)
      work.cases.append(lineCase)
    }
    names.start(work.forms.count, work.sentences.count, &work.names)
  }

  /// The names of the article read last, in text order, not overlapping.
  package func names(_ work: inout ModelWork) -> [NameSpan] {
    names.label(work.forms, sentences: work.sentences, cases: work.cases, &work.names)
    return names.spans(work.sentences, work.names)
  }

  /// Tags and trees of those sentences of the article read last that `isWanted` names by number.
  package func syntax(_ work: inout ModelWork, where isWanted: (Int) -> Bool) -> Syntax {
    var answer = Syntax(unparsed: work.forms.count)
    for (s, sentence) in work.sentences.enumerated()
    where sentence.count <= SyntaxNetwork.wordLimit && isWanted(s) {
      names.tag(work.forms, s, sentence, work.cases[s], &work.names)
      syntax.read(work.forms, sentence, work.cases[s], advice: work.names.tags, &work.syntax)
      for k in 0..<sentence.count {
        let i = sentence.lowerBound + k
        let head = work.syntax.state.heads[k]
        answer.xpos[i] = work.syntax.penn[k]
        answer.upos[i] = work.syntax.universal[k]
        answer.heads[i] = head >= sentence.count ? -1 : head
        answer.labels[i] = DependencyLabel(rawValue: work.syntax.state.labels[k]) ?? .dep
      }
      answer.lowerPrepositions(sentence)
    }
    return answer
  }
}

/// Buffers for one article after another, one set for a thread.
package struct ModelWork {
  var reader = WordReader()
  package internal(set) var forms: [WordForm] = []
  package internal(set) var sentences: [Range<Int>] = []
  package internal(set) var cases: [LineCase] = []
  var names = NameWork()
  var syntax = SyntaxWork()

  package init() {}
}
