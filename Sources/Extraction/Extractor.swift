/// The one door of text analysis: an article in, everything found in it out.
///
/// Pure and total: the same article gives the same analysis, nothing is thrown, any bytes are
/// survived. Safe on every core at once. Start reading here: `analyze` is the pipeline.
package struct Extractor: Sendable {
  package let gazetteer: Gazetteer
  private let models: Models?

  /// - Parameter models: without them names are found by rules and gazetteer alone.
  package init(gazetteer: Gazetteer, models: Models? = nil) {
    self.gazetteer = gazetteer
    self.models = models
  }

  package func analyze(_ article: Article) -> Analysis {
    var analysis = Analysis()
    var work = ModelWork()
    Self.read(article, into: &analysis)
    findNames(article, into: &analysis, &work)
    let words = ArticleWords(article, analysis, syntax(analysis, &work))
    analysis.quotations = QuotationFinder.quotations(in: words)
    analysis.relations = RelationExtractor.relations(in: words, times: analysis.times)
    FirstPerson.tie(words, into: &analysis)
    return analysis
  }

  /// The names of an article, and what its pronouns and descriptions were chosen from: what their
  /// rankers are trained on.
  package func antecedentChoices(_ article: Article) -> (Analysis, AntecedentChoices) {
    var analysis = Analysis()
    var work = ModelWork()
    Self.read(article, into: &analysis)
    let choices = findNames(article, into: &analysis, &work)
    return (analysis, choices)
  }

  /// Zones, tokens and sentences, and what the article's furniture says.
  package static func read(_ article: Article, into analysis: inout Analysis) {
    let text = article.text.span
    let anatomy = ZoneReader.read(article)
    analysis.title = anatomy.title
    analysis.source = anatomy.source
    analysis.author = anatomy.author
    analysis.dateline = anatomy.dateline
    analysis.published =
      article.metadata.published
      ?? anatomy.dateline?.date.map {
        PublicationDate(earliest: $0, latest: $0, precision: .day, basis: .dateline)
      }
    // English prose has a token in five bytes.
    analysis.tokens.reserveCapacity(text.count / 4)
    for zone in anatomy.zones {
      let first = analysis.tokens.count
      Tokenizer.append(tokensOf: zone.range.indices, in: text, to: &analysis.tokens)
      SentenceSplitter.append(
        sentencesOf: first..<analysis.tokens.count, of: analysis.tokens, in: text,
        zone: zone.kind, to: &analysis.sentences)
    }
    analysis.zones = anatomy.zones
    let times = TimeReader.read(
      text, tokens: analysis.tokens, sentences: analysis.sentences, published: analysis.published)
    analysis.times = times.times
    analysis.published = times.published
    analysis.wordCount = wordCount(text)
  }

  /// Names, what they are, and which are one.
  @discardableResult
  private func findNames(
    _ article: Article, into analysis: inout Analysis, _ work: inout ModelWork
  ) -> AntecedentChoices {
    let words = WordTable(analysis, text: article.text.span, gazetteer: gazetteer)
    let spans = names(article, analysis, words, &work)
    let mentions = NameLayers(words: words, sentences: analysis.sentences).mentions(of: spans)
    var coreference = Coreference(article, analysis, words, gazetteer, mentions)
    coreference.resolve(into: &analysis)
    OutletMention.add(article, gazetteer, to: &analysis)
    return coreference.choices
  }

  /// The names that rules, gazetteer and models find together, in text order, not overlapping.
  func names(
    _ article: Article, _ analysis: Analysis, _ words: WordTable, _ work: inout ModelWork
  ) -> [NameSpan] {
    var spans = NameFinder.find(analysis, words: words)
    if let models {
      // A title alone ("the President") names nobody, whatever its capital says;
      // a surname that is one ("King") the rules find.
      let tagged = tagged(article, analysis, models, &work).filter { span in
        span.end - span.start > 1 || !words[span.start].classes.contains(.title)
      }
      spans = NameConsensus.merge(rules: spans, model: tagged)
    }
    spans = NameSeams(words: words).opened(spans)
    spans = NameEdges(words: words, sentences: analysis.sentences).cut(spans)
    var agreement = NameAgreement(words: words, sentences: analysis.sentences)
    agreement.settle(&spans)
    return NameRepeats(words: words, sentences: analysis.sentences).complete(spans)
  }

  /// The names the trained model finds; the article's furniture is not asked.
  private func tagged(
    _ article: Article, _ analysis: Analysis, _ models: Models, _ work: inout ModelWork
  ) -> [NameSpan] {
    let sentences = analysis.sentences.map { sentence in
      sentence.zone == .credit || sentence.zone == .residue
        ? Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.lowerBound)
        : Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound)
    }
    models.read(
      article.text.span, tokens: analysis.tokens.span, sentences: sentences.span, &work)
    return models.names(&work)
  }

  /// Trees of the sentences that say something of something named.
  private func syntax(_ analysis: Analysis, _ work: inout ModelWork) -> Syntax {
    var isWanted = [Bool](repeating: false, count: analysis.sentences.count)
    for mention in analysis.mentions {
      let sentence = Int(mention.sentence)
      isWanted[sentence] = analysis.sentences[sentence].zone == .body
    }
    return syntax(&work) { isWanted[$0] } ?? Syntax()
  }

  /// Tags and trees of those sentences of the article whose names were found last that `isWanted`
  /// names by number; `nil` without models.
  func syntax(_ work: inout ModelWork, where isWanted: (Int) -> Bool) -> Syntax? {
    models?.syntax(&work, where: isWanted)
  }

  /// Runs of anything but white space, over the whole text.
  private static func wordCount(_ text: Span<UInt8>) -> Int32 {
    var count: Int32 = 0
    var inWord = false
    for i in text.indices {
      let isSpace = text[i] <= 0x20
      if !isSpace, !inWord { count += 1 }
      inWord = !isSpace
    }
    return count
  }
}
