internal import Extraction
internal import Formats
internal import HTTP

/// What is found in a text that a client sends; nothing of it is kept.
enum AnalyzeResource {
  /// What the content may be.
  static let forms: [(mediaType: String, format: ArticleFormat)] = [
    ("text/plain", .text), ("text/markdown", .markdown), ("application/json", .json),
  ]

  static func answer(_ call: Call) throws(Problem) -> Response {
    let article = try article(in: call.request)
    let analysis = call.edition.extractor.analyze(article)
    var json = JSONWriter(reserving: article.text.count * 8)
    AnnotatedArticle(article, analysis, call.edition.decisions).write(to: &json)
    return Response(contentType: call.format.contentType, content: call.laidOut(json.bytes))
  }

  private static func article(in request: Request) throws(Problem) -> Article {
    let content = request.content
    let reader = ArticleReader(limitBytes: .max)
    let reading = reader.read(content, stem: "article", format: try format(of: request))
    if let error = reading.errors.first { throw problem(error, in: content) }
    guard let article = reading.articles.first, reading.articles.count == 1 else {
      throw ProblemType.badContent.problem(
        detail: "Send one article at a time; there are \(reading.articles.count) here.")
    }
    return article
  }

  // MARK: The form of the content

  /// RFC 9110 §15.5.16: by type, by its charset or by its coding.
  private static func format(of request: Request) throws(Problem) -> ArticleFormat {
    guard let sent = request.contentType,
      let form = forms.first(where: { $0.mediaType == sent.mediaType })
    else {
      let types = forms.map(\.mediaType)
      throw ProblemType.unsupportedMediaType.problem(
        detail: "Send an article as \(types.joined(separator: ", ")) and name it in Content-Type.",
        members: [("allowed", Problem.json(types))],
        fields: [("Accept", types.joined(separator: ", "))])
    }
    guard ["utf-8", "us-ascii"].contains(sent.charset ?? "utf-8") else {
      throw ProblemType.unsupportedMediaType.problem(
        detail: "Text is read as UTF-8; send it so.",
        members: [("allowed", Problem.json(["utf-8"]))])
    }
    let codings = request.fields.filter { $0.name == "content-encoding" }.map(\.value)
    guard codings.allSatisfy({ $0.lowercased() == "identity" }) else {
      throw ProblemType.unsupportedMediaType.problem(
        detail: "Send the content uncompressed.",
        members: [("allowed", Problem.json(["identity"]))],
        fields: [("Accept-Encoding", "identity")])
    }
    return form.format
  }

  // MARK: Faults

  private static func problem(_ error: ArticleReadError, in content: [UInt8]) -> Problem {
    let detail = "This is no article: \(error.description)."
    switch error.reason {
    case .notUTF8(let offset), .brokenJSON(let offset):
      let before = content.prefix(offset)
      let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
      // Continuation bytes begin no code point.
      let column = 1 + before[lineStart...].count { $0 & 0xc0 != 0x80 }
      return ProblemType.badContent.problem(
        detail: detail,
        members: [
          ("offset", Problem.json(offset)), ("line", Problem.json(line)),
          ("column", Problem.json(column)),
        ])
    default:
      return ProblemType.badContent.problem(detail: detail)
    }
  }
}
