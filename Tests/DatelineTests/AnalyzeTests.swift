import Foundation
import Testing

/// `POST /analyze` of the built program.
struct AnalyzeTests {
  private let program: Running
  private let base: String

  init() throws {
    program = try Running(["--port", "0"])
    base = try program.base()
  }

  private func analyze(_ text: String, type: String = "text/plain") async throws -> Answer {
    try await Answer.get(
      base + "/analyze", method: "POST", fields: ["Content-Type": type], content: Data(text.utf8))
  }

  @Test func `a text posted gets what annotate prints of it`() async throws {
    let text = "“We agreed,” Anna Smith said in Paris. Carl Jones met her there on 5 May 2021."
    let article = #"{"id":"a","text":"\#(text)"}"#
    let printed = try Running(["annotate", "-"], input: article + "\n").finish().output
    let answer = try await analyze(article, type: "application/json")
    #expect(answer.status == 200)
    #expect(String(decoding: answer.content, as: UTF8.self) + "\n" == printed)
    #expect(answer.fields["cache-control"] == "no-store")
    // Nothing is kept.
    #expect(try await Answer.get(base + "/articles/a").status == 404)
  }

  @Test func `others are served while a long text is read`() async throws {
    let sentence = "Anna Smith met Carl Jones in Paris on Monday, the ministry said. "
    let long = String(repeating: sentence, count: 40)
    let url = base + "/analyze"
    async let slow = Answer.get(
      url, method: "POST", fields: ["Content-Type": "text/plain"], content: Data(long.utf8))
    for _ in 0..<5 {
      #expect(try await Answer.get(base + "/articles?limit=1").status == 200)
    }
    #expect(try await slow.status == 200)
  }

  @Test func `five million bytes are refused, and the server goes on`() async throws {
    let answer = try await analyze(String(repeating: "a", count: 5_000_000))
    #expect(answer.status == 413)
    #expect(try await analyze("Anna Smith left.").status == 200)
    #expect(try await Answer.get(base + "/analyze").status == 405)
  }
}
