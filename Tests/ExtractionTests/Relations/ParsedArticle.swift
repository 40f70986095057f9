@testable import Extraction

/// An article from sentences written as trees: `form/XPOS/head/label`, heads counted from 1,
/// one sentence a line.
struct ParsedArticle {
  var marked: MarkedArticle
  var syntax: Syntax

  init(_ trees: String, _ names: [(String, EntityType)]) {
    var analysis = Analysis()
    var text: [UInt8] = []
    var syntax = Syntax()
    for line in trees.split(separator: "\n") {
      let first = analysis.tokens.count
      let start = text.count
      for word in line.split(separator: " ") {
        let parts = word.split(separator: "/")
        let isTight = parts[0] == "," || parts[0] == "." || parts[0] == "'s" || parts[0] == "-"
        if !text.isEmpty, !isTight, text.last != UInt8(ascii: "-") { text.append(0x20) }
        let begin = text.count
        text += Array(parts[0].utf8)
        analysis.tokens.append(Token(range: TextRange(begin, text.count)))
        let tag = PennTag(parts[1]) ?? .unknown
        syntax.xpos.append(tag)
        syntax.upos.append(Self.upos(tag, parts[3]))
        syntax.heads.append((Int32(parts[2]) ?? 0) - 1)
        syntax.labels.append(DependencyLabel(parts[3]) ?? .dep)
      }
      analysis.sentences.append(
        Sentence(
          range: TextRange(start, text.count), zone: .body,
          tokens: Int32(first)..<Int32(analysis.tokens.count)))
    }
    marked = MarkedArticle("", names)
    marked.article.text = text
    marked.analysis.tokens = analysis.tokens
    marked.analysis.sentences = analysis.sentences
    marked.mention(names)
    self.syntax = syntax
  }

  private static func upos(_ tag: PennTag, _ label: Substring) -> UniversalTag {
    switch tag {
    case .nn, .nns: .noun
    case .nnp, .nnps: .propn
    case .vb, .vbd, .vbg, .vbn, .vbp, .vbz: label == "aux" || label == "cop" ? .aux : .verb
    case .md: .aux
    case .in, .to: .adp
    case .dt: .det
    case .jj: .adj
    case .rb: .adv
    case .prp, .wdt, .wp, .prpS: .pron
    case .cc: .cconj
    case .cd: .num
    default: .punct
    }
  }

  /// "subject predicate object", then modality if not asserted, then who says so.
  var relations: [String] {
    let words = ArticleWords(marked.article, marked.analysis, syntax)
    return RelationExtractor.relations(in: words).map { relation in
      var line =
        "\(marked.name(relation.subject) ?? "-") \(relation.predicate.name) "
        + "\(marked.name(relation.object) ?? "-")"
      if relation.modality != .asserted { line += " \(relation.modality)" }
      if let source = marked.name(relation.attribution) { line += " by \(source)" }
      return line
    }
  }
}
