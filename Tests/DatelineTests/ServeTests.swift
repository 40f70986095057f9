import Foundation
import Testing

/// The seeds served by the built program, as a user starts it; the process ends with the value.
private struct Seeds {
  let program: Running
  let base: String

  init(_ options: String...) throws {
    program = try Running(["--port", "0"] + options)
    base = try program.base()
  }

  func get(
    _ target: String, method: String = "GET", fields: [String: String] = [:]
  ) async throws -> Answer {
    try await Answer.get(base + target, method: method, fields: fields)
  }
}

@Test func `the start line counts what is served`() throws {
  let seeds = try Seeds()
  let line = try #require(seeds.program.lines.last)
  let form =
    /Dateline 0\.1\.0 · 3 articles, \d+ entities, \d+ mentions · http:\/\/127\.0\.0\.1:\d+ · \d+ ms/
  #expect(line.wholeMatch(of: form) != nil, "\(line)")
}

@Test func `one origin alone may be allowed`() async throws {
  let seeds = try Seeds("--cors-origin", "https://example.org")
  let answer = try await seeds.get("/", fields: ["Origin": "https://example.org"])
  #expect(answer.fields["access-control-allow-origin"] == "https://example.org")
  #expect(answer.fields["vary"]?.contains("Origin") == true)
}

@Test(arguments: [SIGTERM, SIGINT])
func `a signal to end is obeyed with exit code 0`(signal: Int32) throws {
  let seeds = try Seeds()
  seeds.program.send(signal)
  #expect(try seeds.program.finish().code == 0)
}

@Test func `a port in use ends with 1 and is named`() throws {
  let seeds = try Seeds()
  let port = String(try #require(seeds.base.split(separator: ":").last))
  let end = try Running(["--port", port]).finish()
  #expect(end.code == 1)
  #expect(end.errors.contains(port))
  #expect(end.errors.contains("in use"))
}

@Test func `a folder that is not there ends with 1 and is named`() throws {
  let scratch = try Scratch()
  let missing = scratch.path + "/none"
  let end = try Running([missing, "--port", "0"]).finish()
  #expect(end.code == 1)
  #expect(end.errors.contains("\(missing): No such file or directory\n"))
  #expect(end.errors.contains("no usable article in \(missing)"))
}

@Test func `started where there are no seeds it says what to do`() throws {
  let scratch = try Scratch()
  let end = try Running(["--port", "0"], in: URL(filePath: scratch.path)).finish()
  #expect(end.code == 1)
  #expect(end.errors.contains("name the files or folders to read: dateline PATH…"))
}

@Test func `probes are answered while articles are still being read`() async throws {
  let program = try Running(["--port", "0", "-"], input: nil)
  let line = try program.line(with: "probes are answered at http://")
  let base = String(try #require(line.firstMatch(of: /http:\/\/\S+/)).output)
  #expect(try await Answer.get("\(base)/healthz").status == 200)
  for path in ["/readyz", "/articles"] {
    #expect(try await Answer.get("\(base)\(path)").status == 503, "\(path)")
  }
  program.give(#"{"id":"a","text":"Anna Smith met Carl Jones in Paris."}"# + "\n")
  #expect(try program.base() == base)
  #expect(try await Answer.get("\(base)/readyz").status == 200)
  #expect(
    try await Answer.get("\(base)/articles/a/text").content
      == Data("Anna Smith met Carl Jones in Paris.".utf8))
}

@Test func `a signal is obeyed while articles are still being read`() throws {
  let program = try Running(["--port", "0", "-"], input: nil)
  _ = try program.line(with: "probes are answered at http://")
  program.send(SIGTERM)
  #expect(try program.finish().code == 0)
}

@Test func `the log can be JSON throughout`() async throws {
  let program = try Running(["--port", "0", "--log-format", "json", "--access-log"])
  let start = try program.line(with: "\"milliseconds\":")
  let fields = try #require(
    try JSONSerialization.jsonObject(with: Data(start.utf8)) as? [String: Any])
  #expect(fields["articles"] as? Int == 3)
  let base = try #require(fields["url"] as? String)
  _ = try await Answer.get("\(base)/healthz")
  let access = try program.line(with: "/healthz")
  #expect(try JSONSerialization.jsonObject(with: Data(access.utf8)) is [String: Any])
}

@Test func `the access log has a line for each request`() async throws {
  let seeds = try Seeds("--access-log")
  _ = try await Answer.get("\(seeds.base)/articles?limit=1")
  let line = try seeds.program.line(with: "/articles?limit=1")
  #expect(line.contains("200"))
}
