import Extraction
import Foundation
import Testing

@testable import dateline

private func entries(_ text: String) throws -> [NameDecisions.Entry] {
  try NamesFile(Array(text.utf8), path: "names.json").decisions.entries
}

private func refusal(_ text: String) -> String? {
  do {
    _ = try NamesFile(Array(text.utf8), path: "names.json")
    return nil
  } catch {
    return error.description
  }
}

@Test func `every member of a names file is read`() throws {
  #expect(try entries("{}").isEmpty)
  #expect(
    try entries(
      """
      {"same": [["Bill Gray", "William Gray", "W. Gray"]], "different": [["Acme", "Acme Records"]],
       "alias": {"Big \\u0042lue": "Acme"}, "type": {"Acme": "organization"}, "hidden": ["Photo Desk"]}
      """)
      == [
        .same(["Bill Gray", "William Gray", "W. Gray"]), .different(["Acme", "Acme Records"]),
        .alias("Big Blue", name: "Acme"), .type("Acme", .organization), .hidden("Photo Desk"),
      ])
}

@Test(arguments: [
  ("", "1: the file ends too early"),
  ("[]", "1: “{” is expected here"),
  ("{\n\"sane\": []}", "2: there is no member “sane”; did you mean “same”?"),
  ("{\"same\": [\n[\"Ann\"]]}", "2: two names or more are expected here"),
  ("{\"hidden\": [\"a\"\n\"b\"]}", "2: “,” is expected here"),
  ("{\"hidden\": [\"a\",]}", "1: “\"” is expected here"),
  ("{\"hidden\": [\"a\n\"]}", "1: a string does not end on its line"),
  ("{\"hidden\": [\"\\ud800\"]}", "1: half a character in \\u"),
  ("{\"hidden\": [\"\\x\"]}", "1: no such escape in JSON"),
  ("{\"hidden\": [\"…\"]}", "1: “…” is no name"),
  ("{\"hidden\": [],\n\"hidden\": []}", "2: “hidden” stands here a second time"),
  ("{} {}", "1: nothing may stand behind the object"),
  (
    "{\"type\": {\"Acme\": \"firm\"}}",
    "1: “firm” is no type; there are person, organization, place, group, event, work, product"
  ),
  (
    "{\"type\": {\"Acme\": \"place\",\n\"ACME\": \"person\"}}",
    "2: “ACME” has another type by another entry"
  ),
  (
    "{\"same\": [[\"A\", \"B\"],\n[\"B\", \"C\"]],\n\"different\": [[\"a\", \"C\"]]}",
    "3: “a” and “C” are one by other entries"
  ),
  (
    "{\"alias\": {\"A\": \"B\",\n\"B\": \"C\",\n\"C\": \"A\"}}",
    "3: “C” is an alias of “A” in a circle"
  ),
  ("{\"alias\": {\"A\": \"A\"}}", "1: “A” is an alias of “A” in a circle"),
  ("{\"alias\": {\"A\": \"B\",\n\"A\": \"C\"}}", "2: “A” is an alias of “b” already"),
])
func `a broken or contradictory names file is refused with its line`(text: String, reason: String) {
  #expect(refusal(text) == "names.json:" + reason)
}

@Test func `what is not UTF-8 is refused with its line`() {
  #expect(throws: Refusal.self) {
    try NamesFile(Array("{\"hidden\": [\n\"".utf8) + [0xff], path: "names.json")
  }
}

@Test func `every prefix of a names file is refused`() {
  let text = #"{"same": [["A", "B"]], "alias": {"C": "A"}}"#
  for count in 0..<text.utf8.count { #expect(refusal(String(text.prefix(count))) != nil) }
}

@Test func `names decided on are served so`() async throws {
  let folder = try Scratch()
  let articles = try folder.write(
    "a.ndjson",
    """
    {"id":"a","text":"Anna Smith met Carl Jones in Paris. Anna Smith left."}
    {"id":"b","text":"Annie Smythe met Carl Jones in Paris. Annie Smythe left."}

    """)
  let names = try folder.write(
    "names.json",
    """
    {"alias": {"Annie Smythe": "Anna Smith"},
     "hidden": ["Carl Jones", "Nobody At All"]}
    """)
  let program = try Running(["--port", "0", "--names", names, articles])
  let base = try program.base()
  let answer = try await Answer.get(base + "/entities/Annie%20Smythe")
  let entity = try #require(
    try JSONSerialization.jsonObject(with: answer.content) as? [String: Any])
  #expect(entity["name"] as? String == "Anna Smith")
  #expect((entity["counts"] as? [String: Any])?["articles"] as? Int == 2)
  let rules = (entity["resolution"] as? [[String: Any]])?.compactMap { $0["rule"] as? String }
  #expect(rules?.contains("names_file") == true)
  #expect(try await Answer.get(base + "/entities/Carl%20Jones").status == 404)
  let analyzed = try await Answer.get(
    base + "/analyze", method: "POST", fields: ["Content-Type": "text/plain"],
    content: Data("Annie Smythe met Carl Jones.".utf8))
  let text = String(decoding: analyzed.content, as: UTF8.self)
  #expect(text.contains("\"name\":\"Anna Smith\"") && !text.contains("\"name\":\"Carl Jones\""))
  #expect(program.lines.contains { $0.hasSuffix("names.json:2: no article names “Nobody At All”") })
}

@Test(arguments: [["serve", "--port", "0"], ["annotate"]])
func `a names file that is refused ends the program with exit code 1`(command: [String]) throws {
  let folder = try Scratch()
  let names = try folder.write("names.json", "{\"same\":\n 1}")
  let end = try Running(command + ["--names", names]).finish()
  #expect(end.code == 1)
  #expect(end.errors.contains("names.json:2: “[” is expected here"))
}
