internal import HTTP

/// The pages that the `type` of a problem document leads to.
enum ProblemPages {
  static func list(_ call: Call) throws(Problem) -> Response {
    var body = "<ul>\n"
    for type in ProblemType.allCases {
      body += "<li><a href=\"/problems/\(type.rawValue)\">\(type.title)</a>: \(type.status)</li>\n"
    }
    return page(title: "Problems", body: body + "</ul>\n")
  }

  static func one(_ call: Call) throws(Problem) -> Response {
    let slug = call.request.captures[0]
    guard let type = ProblemType(rawValue: slug) else {
      throw ProblemType.notFound.problem(
        detail: "There is no problem type of this name; /problems lists them all.",
        members: [("allowed", Problem.json(ProblemType.allCases.map(\.rawValue)))])
    }
    return page(
      title: type.title,
      body: """
        <p>Status \(type.status) · <code>/problems/\(type.rawValue)</code></p>
        <p>\(type.explanation)</p>
        <p><a href="/problems">All problems</a> · <a href="/openapi.yaml">The whole API</a></p>

        """)
  }

  /// Titles and explanations are our own text, with nothing in it that HTML would read.
  private static func page(title: String, body: String) -> Response {
    let html = """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>\(title) · Dateline</title></head>
      <body>
      <h1>\(title)</h1>
      \(body)</body>
      </html>

      """
    return Response(
      contentType: "text/html; charset=utf-8", content: Array(html.utf8), isCacheable: true)
  }
}
