import Foundation
import Testing

/// Questions to the seeds as the built program serves them; one process answers them all.
@Suite(.servingSeeds) struct SeedsAnswerTests {
  @Test(arguments: [
    ("Putin", "vladimir-putin"), ("putin", "vladimir-putin"), ("PUTIN", "vladimir-putin"),
    ("Vladimir%20Putin", "vladimir-putin"), ("vladimir_putin", "vladimir-putin"),
    ("Putin%E2%80%99s", "vladimir-putin"),
    ("Masud%20Pezeshkian", "masoud-pezeshkian"), ("Pezeshk%C3%ADan", "masoud-pezeshkian"),
    ("Moscow", "russia"), ("Tehran", "iran"), ("Iranian", "iran"),
    ("US", "united-states"), ("U.S.", "united-states"), ("United%20States", "united-states"),
  ])
  func `a name of the contract's table finds its entity`(name: String, id: String) async throws {
    let answer = try await Seeds.get("/entities/\(name)")
    #expect(answer.status == 200)
    #expect(try answer.json["id"] as? String == id)
    #expect(answer.fields["content-location"] == "/entities/\(id)")
  }

  @Test func `names of several, of none and of no entity are told apart`() async throws {
    let several = try await Seeds.get("/entities/Berdymukhamedov")
    #expect(several.status == 300)
    let candidates = try #require(try several.json["candidates"] as? [[String: Any]])
    #expect(candidates.count == 2)
    let misspelt = try await Seeds.get("/entities/Putinn")
    #expect(misspelt.status == 404)
    let suggestions = try #require(try misspelt.json["suggestions"] as? [[String: Any]])
    #expect(suggestions.first?["id"] as? String == "vladimir-putin")
    for name in ["President", "October%207"] {
      #expect(try await Seeds.get("/entities/\(name)").status == 404, "\(name)")
    }
  }

  @Test func `a person has the ten mentions by name that the articles hold`() async throws {
    let answer = try await Seeds.get("/entities/Putin/mentions")
    let page = try #require(try answer.json["page"] as? [String: Any])
    #expect(page["total"] as? Int == 10)
  }

  @Test(arguments: ["/entities", "/articles", "/entities/iran/mentions"])
  func `following Link gives every row once`(path: String) async throws {
    let whole = try await Seeds.get("\(path)?limit=500")
    let all = try ids(whole)
    var paged: [String] = []
    var next: String? = "\(path)?limit=2"
    while let target = next, paged.count <= all.count {
      let answer = try await Seeds.get(target)
      try #require(answer.status == 200)
      paged += try ids(answer)
      let link = answer.fields["link"] ?? ""
      next = link.firstMatch(of: /<([^>]+)>; rel="next"/).map { String($0.output.1) }
    }
    #expect(!all.isEmpty)
    #expect(paged == all)
  }

  private func ids(_ answer: Answer) throws -> [String] {
    try #require(try answer.json["data"] as? [[String: Any]]).compactMap { $0["id"] as? String }
  }

  @Test func `what has not changed is not sent again`() async throws {
    let first = try await Seeds.get("/articles")
    let tag = try #require(first.fields["etag"])
    let second = try await Seeds.get("/articles", fields: ["If-None-Match": tag])
    #expect(second.status == 304)
    #expect(second.content.isEmpty)
  }

  @Test func `a page of another origin may read and page and draw the graph`() async throws {
    let origin = ["Origin": "https://example.org"]
    let answer = try await Seeds.get("/articles?limit=1", fields: origin)
    #expect(answer.fields["access-control-allow-origin"] == "*")
    #expect(answer.fields["access-control-expose-headers"]?.contains("Link") == true)
    #expect(answer.fields["link"]?.contains("rel=\"next\"") == true)
    let asked = try await Seeds.get(
      "/articles", method: "OPTIONS",
      fields: origin.merging(["Access-Control-Request-Method": "GET"]) { a, _ in a })
    #expect(asked.status == 204)
    let graph = try await Seeds.get("/graph", fields: origin).json
    let nodes = try #require(graph["nodes"] as? [[String: Any]])
    let edges = try #require(graph["edges"] as? [[String: Any]])
    let known = Set(nodes.compactMap { $0["id"] as? String })
    #expect(!edges.isEmpty)
    for edge in edges {
      for end in ["source", "target"] {
        #expect(known.contains(try #require(edge[end] as? String)))
      }
    }
  }

  @Test(arguments: examples) func `the README prints what is answered`(
    target: String, answer: String
  ) async throws {
    let real = try await Seeds.get(target)
    #expect(real.status == 200)
    var rest = String(decoding: real.content, as: UTF8.self)[...]
    for part in answer.split(separator: "…") {
      let found = try #require(rest.range(of: part), "\(part)")
      rest = rest[found.upperBound...]
    }
  }

  @Test func `the README has examples`() { #expect(examples.count == 5) }
}

/// Starts the program for a suite and ends it after it.
private struct ServingSeeds: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let program = try Running(["--port", "0"])
    try await Seeds.$base.withValue(try program.base()) { try await function() }
    program.send(SIGTERM)
    #expect(try program.finish().code == 0)
  }
}

extension Trait where Self == ServingSeeds {
  fileprivate static var servingSeeds: Self { ServingSeeds() }
}

private enum Seeds {
  @TaskLocal static var base = ""

  static func get(
    _ target: String, method: String = "GET", fields: [String: String] = [:]
  ) async throws -> Answer {
    try await Answer.get(base + target, method: method, fields: fields)
  }
}

/// The questions of the README, each with the answer it prints; `…` stands for what it leaves out.
private let examples: [(target: String, answer: String)] = {
  let file = Product.package.appending(path: "README.md")
  let blocks = ((try? String(contentsOf: file, encoding: .utf8)) ?? "")
    .components(separatedBy: "    curl -s 'http://127.0.0.1:8080").dropFirst()
  return blocks.map { block in
    let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
    let target = lines[0].split(separator: "'").first.map(String.init) ?? ""
    let answer = lines.dropFirst(2).prefix { $0.hasPrefix("    ") }
    return (target, answer.map { $0.drop(while: { $0 == " " }) }.joined())
  }
}()
