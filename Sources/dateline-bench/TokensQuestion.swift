internal import Extraction

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How well raw text is split: token and sentence F1 against treebanks in CoNLL-U.
///
/// The raw text is put together from FORM and `SpaceAfter`; documents and paragraphs are given
/// where the file marks them, sentence ends never. Where a treebank comes without its multiword
/// lines, contractions ("do", "n't") are joined as they were written.
struct TokensQuestion {
  private var gold = (tokens: 0, sentences: 0)
  private var found = (tokens: 0, sentences: 0)
  private var right = (tokens: 0, sentences: 0)
  private var bytes = 0
  private var time = Duration.zero
  private let showsErrors: Bool

  /// `arguments`: CoNLL-U files, "-" for standard input, `--errors` to print what differs.
  static func ask(_ arguments: [String]) {
    let paths = arguments.filter { $0 != "--errors" }
    guard !paths.isEmpty else { Usage.refuse("tokens: give CoNLL-U files, or “-”") }
    for path in paths {
      var question = TokensQuestion(showsErrors: arguments.contains("--errors"))
      do {
        let document = try CoNLLUDocument(Self.contents(path))
        question.judge(document)
      } catch {
        Usage.refuse("\(path): \(error)")
      }
      question.report(path)
    }
  }

  private init(showsErrors: Bool) { self.showsErrors = showsErrors }

  // MARK: Raw text

  /// The raw text of one paragraph and the ranges its treebank gives.
  private struct Raw {
    var text: [UInt8] = []
    var tokens: [TextRange] = []
    var sentences: [TextRange] = []
  }

  private mutating func judge(_ document: CoNLLUDocument) {
    var raw = Raw()
    for sentence in document.sentences {
      if sentence.opensDocument || sentence.opensParagraph {
        judge(raw)
        raw = Raw()
      }
      append(sentence, of: document, to: &raw)
    }
    judge(raw)
  }

  private func append(
    _ sentence: CoNLLUDocument.Sentence, of document: CoNLLUDocument, to raw: inout Raw
  ) {
    let start = raw.text.count
    for i in sentence.words {
      let word = document.words[i]
      let form = document.bytes[word.form]
      if !document.hasMultiwordLines, i > sentence.words.lowerBound, raw.text.last == 0x20,
        Self.isClitic(document.string(word.form), after: document.words[i - 1], document)
      {
        raw.text.removeLast()
      }
      raw.tokens.append(TextRange(raw.text.count, raw.text.count + form.count))
      raw.text += form
      if word.hasSpaceAfter { raw.text.append(0x20) }
    }
    guard let last = raw.tokens.last, Int(last.start) >= start else { return }
    raw.sentences.append(TextRange(start, Int(last.end)))
  }

  private static func isClitic(
    _ form: String, after previous: CoNLLUDocument.Word, _ document: CoNLLUDocument
  ) -> Bool {
    switch form.lowercased() {
    case "n't", "n’t", "'s", "’s", "'m", "’m", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d":
      return true
    case "na": return ["gon", "wan"].contains(document.string(previous.form).lowercased())
    case "ta": return document.string(previous.form).lowercased() == "got"
    default: return false
    }
  }

  // MARK: Judging

  private mutating func judge(_ raw: Raw) {
    guard !raw.text.isEmpty else { return }
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    time += ContinuousClock().measure {
      let text = raw.text.span
      tokens.reserveCapacity(text.count / 4)
      Tokenizer.append(tokensOf: 0..<text.count, in: text, to: &tokens)
      SentenceSplitter.append(
        sentencesOf: 0..<tokens.count, of: tokens, in: text, zone: .body, to: &sentences)
    }
    bytes += raw.text.count
    let mine = tokens.map(\.range)
    gold.tokens += raw.tokens.count
    found.tokens += mine.count
    right.tokens += Set(raw.tokens).intersection(mine).count
    gold.sentences += raw.sentences.count
    found.sentences += sentences.count
    right.sentences += Set(raw.sentences).intersection(sentences.map(\.range)).count
    if showsErrors { show(raw, mine, sentences.map(\.range)) }
  }

  private func show(_ raw: Raw, _ tokens: [TextRange], _ sentences: [TextRange]) {
    func string(_ range: TextRange) -> String {
      String(decoding: raw.text[range.indices], as: UTF8.self)
    }
    func around(_ at: Int32) -> String {
      let before = raw.text[max(0, Int(at) - 40)..<Int(at)]
      let after = raw.text[Int(at)..<min(raw.text.count, Int(at) + 40)]
      return String(decoding: before, as: UTF8.self) + "‖" + String(decoding: after, as: UTF8.self)
    }
    let mine = Set(tokens)
    for range in raw.tokens where !mine.contains(range) {
      let pieces = tokens.filter { $0.overlaps(range) }.map(string)
      print("token\t\(string(range))\t\(pieces.joined(separator: " "))")
    }
    let goldEnds = Set(raw.sentences.map(\.end))
    let ends = Set(sentences.map(\.end))
    for end in goldEnds.subtracting(ends).sorted() { print("missed end\t\(around(end))") }
    for end in ends.subtracting(goldEnds).sorted() { print("extra end\t\(around(end))") }
  }

  // MARK: Report

  private func report(_ path: String) {
    print(path)
    line("tokens", gold.tokens, found.tokens, right.tokens)
    line("sentences", gold.sentences, found.sentences, right.sentences)
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    guard seconds > 0 else { return }
    let perSecond = Int(Double(found.tokens) / seconds)
    let megabytes = Int(Double(bytes) / seconds / 1e6)
    print("  \(perSecond) tokens a second, \(megabytes) MB a second")
  }

  private func line(_ name: String, _ gold: Int, _ found: Int, _ right: Int) {
    let precision = percent(right, found)
    let recall = percent(right, gold)
    let f1 = percent(2 * right, gold + found)
    print("  \(name): gold \(gold), found \(found), P \(precision) R \(recall) F1 \(f1)")
  }

  /// With two digits after the point.
  private func percent(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let hundredths = (part * 100_000 / whole + 5) / 10
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func contents(_ path: String) -> [UInt8] {
    let descriptor = path == "-" ? 0 : unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { Usage.refuse("\(path): cannot be opened") }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    if descriptor > 0 { close(descriptor) }
    return bytes
  }
}
