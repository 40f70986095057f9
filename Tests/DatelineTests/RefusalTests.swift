import Foundation
import Testing

/// A folder with an article and with everything that must not stop its being served.
private func brokenFolder() throws -> Scratch {
  let scratch = try Scratch()
  try scratch.write("a.txt", "A title\n\nAnna Smith met Carl Jones in Paris.\n")
  try scratch.write("b.txt", Array("One line.\nTwo ".utf8) + [0xff, 0x0a])
  try scratch.write("c.txt", "")
  try scratch.write("d.json", #"{"id":"a","text":"The same id."}"#)
  try scratch.write(
    "e.ndjson",
    "{\"text\":\"Good.\"}\n\n{broken\n{\"id\":\"x\"}\n{\"id\":\"y\",\"text\":\"Fine.\"}\n")
  try scratch.write("f.json", "[\n{\"text\":\"One.\"},\n7]")
  try scratch.write("g.pdf", "x")
  return scratch
}

@Test func `what cannot be read is reported with place and reason, and the rest served`()
  async throws
{
  let scratch = try brokenFolder()
  let program = try Running(["--port", "0", scratch.path])
  let base = try program.base()
  let lines = program.lines.filter { !$0.hasPrefix("reading; ") }
    .map { $0.replacing(scratch.path + "/", with: "") }
  let places = ["b.txt:2: ", "c.txt: ", "d.json:1: ", "e.ndjson:3: ", "e.ndjson:4: ", "f.json:3: "]
  for (line, place) in zip(lines, places) { #expect(line.hasPrefix(place), "\(line)") }
  #expect(lines.count == places.count + 2)
  #expect(lines[2].hasSuffix("the id “a” is taken by a.txt"))
  #expect(lines[6] == "6 pieces of input refused, 1 file of other kinds passed over")
  let articles = try await Answer.get("\(base)/articles").json
  #expect((articles["data"] as? [Any])?.count == 4)
}

@Test func `strict stops at the first refusal`() throws {
  let scratch = try brokenFolder()
  let end = try Running(["--port", "0", "--strict", scratch.path]).finish()
  #expect(end.code == 1)
  let lines = end.errors.split(separator: "\n").filter { !$0.hasPrefix("reading; ") }
  #expect(lines.count == 2)
  #expect(lines.first?.contains("b.txt:2: ") == true)
  #expect(lines.last == "dateline: stopped at the first refusal, as --strict asks")
}

@Test func `a folder without a usable article ends with 1 and says why`() throws {
  let scratch = try Scratch()
  try scratch.write("a.txt", "")
  try scratch.write("b.pdf", "x")
  let end = try Running(["--port", "0", scratch.path]).finish()
  #expect(end.code == 1)
  #expect(
    end.errors.hasSuffix(
      "dateline: no usable article in \(scratch.path) (1 piece of input refused, "
        + "1 file of other kinds passed over)\n"))
}
