import API
import HTTP
import Testing

/// `POST /analyze` without a socket.
struct AnalyzeTests {
  private let client = Client()
  private let document: OpenAPIDocument

  init() throws { document = try OpenAPIDocument.shared.get() }

  private func analyze(
    _ content: [UInt8], _ type: String?, _ fields: [(name: String, value: String)] = [],
    target: String = "/analyze"
  ) throws -> Response {
    let typed = type.map { [(name: "content-type", value: $0)] } ?? []
    return try client.ask(.post, target, fields: typed + fields, content: content)
  }

  private func analyze(_ text: String, _ type: String?) throws -> Response {
    try analyze(Array(text.utf8), type)
  }

  private func expectDeclared(_ response: Response) throws {
    let faults = try document.faults(
      path: "/analyze", status: response.status, contentType: response.contentType,
      content: response.content)
    #expect(faults == [], "\(response.text)")
  }

  @Test(arguments: [
    ("A visit\n\n“We agreed,” Arno Velt said. Velt then left.", "text/plain"),
    ("A visit", "Text/Plain; Charset=\"UTF-8\""), ("Velt left.", "text/plain;charset=us-ascii"),
    ("---\ntitle: A visit\n---\nArno Velt left.", "text/markdown"),
    (#"{"title":"A visit","body":"Arno Velt left.","id":"Nr. 5"}"#, "application/json"),
    (#"[{"articleBody":"Arno Velt left."}]"#, "application/json; charset=utf-8"),
  ])
  func `a text in any form gets its annotation`(text: String, type: String) throws {
    let response = try analyze(text, type)
    #expect(response.status == 200, "\(response.text)")
    #expect(!response.isCacheable)
    try expectDeclared(response)
  }

  @Test func `what is found is told with the id and title that were sent`() throws {
    let text = #"{"id":"Nr 5","title":"A visit","text":"“We agreed,” Arno Velt said."}"#
    let annotation = try JSONValue(json: try analyze(text, "application/json").content)
    #expect(annotation["id"]?.string == "nr-5")
    #expect(annotation["title"]?.string == "A visit")
    let mentions = annotation["mentions"]?.array?.compactMap { $0["text"]?.string }
    #expect(mentions?.contains("Arno Velt") == true)
    #expect(annotation["quotations"]?.array?.count == 1)
    #expect(annotation["text"]?.string == "“We agreed,” Arno Velt said.")
    #expect(annotation["links"] == nil)
  }

  @Test(arguments: [
    ("", "text/plain", nil, nil), (" \n\t", "text/plain", nil, nil),
    ("", "application/json", nil, nil), ("{\n \"text\": é}", "application/json", 2, 10),
    ("{\"text\":\"a\nb\"}", "application/json", 1, 11), ("{\"text\":", "application/json", 1, 9),
    ("{\"title\":\"a\"}", "application/json", nil, nil), ("[]", "application/json", nil, nil),
    ("[{\"text\":\"a\"},{\"text\":\"b\"}]", "application/json", nil, nil),
    ("5", "application/json", nil, nil), ("---\ntitle: a\n", "text/markdown", nil, nil),
  ])
  func `what is no article is 400, with the place where there is one`(
    text: String, type: String, line: Int?, column: Int?
  ) throws {
    let response = try analyze(text, type)
    #expect(response.status == 400, "\(response.text)")
    try expectDeclared(response)
    let problem = try JSONValue(json: response.content)
    #expect(problem["type"]?.string == "/problems/bad-content")
    #expect(problem["line"]?.integer == line, "\(response.text)")
    #expect(problem["column"]?.integer == column, "\(response.text)")
  }

  @Test(arguments: ["text/plain", "text/markdown", "application/json"])
  func `text that is not UTF-8 is 400 with its offset`(type: String) throws {
    let response = try analyze([0x22, 0x0a, 0xc3, 0x28], type)
    #expect(response.status == 400)
    let problem = try JSONValue(json: response.content)
    #expect(problem["offset"]?.integer == 2)
    #expect(problem["line"]?.integer == 2)
  }

  @Test(arguments: [
    nil, "", "text/html", "text", "application/x-www-form-urlencoded", "multipart/form-data",
    "text/plain; charset=iso-8859-1", "application/json; charset=utf-16",
  ])
  func `another type or charset is 415 with those that are read`(type: String?) throws {
    let response = try analyze("Arno Velt left.", type)
    #expect(response.status == 415)
    try expectDeclared(response)
    let allowed = try JSONValue(json: response.content)["allowed"]?.strings
    let isCharset = type?.contains("charset") == true
    #expect(
      allowed == (isCharset ? ["utf-8"] : ["text/plain", "text/markdown", "application/json"]))
  }

  @Test func `compressed content is 415`() throws {
    let response = try analyze(
      Array("a".utf8), "text/plain", [(name: "content-encoding", value: "gzip")])
    #expect(response.status == 415)
    #expect(response.field("Accept-Encoding") == ["identity"])
  }

  @Test func `parameters are checked as everywhere`() throws {
    let content = Array("Arno Velt left.".utf8)
    let pretty = try analyze(content, "text/plain", target: "/analyze?pretty=true")
    #expect(pretty.text.contains("\n"))
    #expect(try analyze(content, "text/plain", target: "/analyze?limit=1").status == 400)
    #expect(try analyze(content, "text/plain", [("accept", "text/html")]).status == 406)
  }
}
