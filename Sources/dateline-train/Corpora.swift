internal import Extraction
internal import Formats

/// A sentence with gold answers, its tokens laid out as one text.
struct GoldSentence {
  var text: [UInt8] = []
  var tokens: [Range<Int>] = []
  var document: String?
  /// Last column of a column file, or empty.
  var names: [String] = []
  var penn: [PennTag] = []
  var universal: [UniversalTag] = []
  /// -1 for the root.
  var heads: [Int32] = []
  var labels: [DependencyLabel] = []

  func word(_ i: Int) -> String { String(decoding: text[tokens[i]], as: UTF8.self) }

  mutating func append(word: Substring) {
    if !text.isEmpty { text.append(0x20) }
    let start = text.count
    text.append(contentsOf: word.utf8)
    tokens.append(start..<text.count)
  }
}

extension GoldSentence {
  /// The forms of its words.
  func forms(_ lexicon: Lexicon) -> [WordForm] {
    var reader = WordReader()
    var forms = tokens.map { reader.read(text.span.extracting($0), lexicon) }
    lexicon.mark(&forms, forms.indices, LineCase.judged(forms.span))
    return forms
  }
}

/// `token<TAB>…<TAB>IOB2 tag` a line; a document mark holds until the next.
func readColumns(_ path: String) throws(CorpusError) -> [GoldSentence] {
  var sentences: [GoldSentence] = []
  var current = GoldSentence()
  var document: String?
  for line in lines(try readCorpus(path)) {
    if line.hasPrefix("# doc") || line.hasPrefix("# newdoc") {
      document = line.split(separator: "=").last.map { String($0) }
    } else if line.isEmpty {
      if !current.tokens.isEmpty { sentences.append(current) }
      current = GoldSentence()
    } else {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count >= 2, let tag = columns.last else { continue }
      current.document = document
      current.append(word: columns[0])
      current.names.append(String(tag))
    }
  }
  if !current.tokens.isEmpty { sentences.append(current) }
  return sentences
}

/// CoNLL-U; words only, no multiword ranges and no empty nodes.
func readTrees(_ path: String) throws(CorpusError) -> [GoldSentence] {
  var sentences: [GoldSentence] = []
  var current = GoldSentence()
  var document: String?
  for line in lines(try readCorpus(path)) {
    if line.hasPrefix("# newdoc") {
      document = line.split(separator: "=").last.map { String($0) }
    } else if line.hasPrefix("#") {
      continue
    } else if line.isEmpty {
      if !current.tokens.isEmpty { sentences.append(current) }
      current = GoldSentence()
    } else {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 10, !columns[0].contains("-"), !columns[0].contains(".")
      else { continue }
      current.document = document
      current.append(word: columns[1])
      current.universal.append(UniversalTag(columns[3]) ?? .x)
      current.penn.append(PennTag(columns[4]) ?? .nn)
      current.heads.append((Int32(columns[6]) ?? 0) - 1)
      current.labels.append(DependencyLabel(columns[7]) ?? .dep)
    }
  }
  if !current.tokens.isEmpty { sentences.append(current) }
  return sentences
}

/// The sentences trees are learned from.
func readTreebanks(_ folder: String) throws(CorpusError) -> [GoldSentence] {
  try readTrees(folder + "/ud-ewt/train.conllu.xz") + readTrees(folder + "/gum/train.conllu.xz")
}

/// The sentences of articles given as JSON lines.
func readArticles(_ path: String) throws(CorpusError) -> [GoldSentence] {
  let reading = ArticleReader().read(try readCorpus(path), stem: path, format: .jsonLines)
  return reading.articles.flatMap { plainSentences($0) }
}

/// What an article says, in the program's own sentences and tokens, with no gold answers.
func plainSentences(_ article: Article) -> [GoldSentence] {
  var analysis = Analysis()
  Extractor.read(article, into: &analysis)
  return analysis.sentences.filter { $0.zone == .body }.map { sentence in
    var plain = GoldSentence()
    plain.document = article.id
    for token in sentence.tokens {
      let range = analysis.tokens[Int(token)].range.indices
      plain.append(word: Substring(decoding: article.text[range], as: UTF8.self))
    }
    return plain
  }
}

func lines(_ bytes: [UInt8]) -> [Substring] {
  let text = String(decoding: bytes, as: UTF8.self)
  return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
}

extension SeededGenerator {
  mutating func chance(_ probability: Double) -> Bool {
    Double(next() >> 11) * 0x1p-53 < probability
  }
}
