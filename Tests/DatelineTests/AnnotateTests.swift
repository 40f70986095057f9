import Foundation
import Testing

private func objects(_ lines: String) throws -> [[String: Any]] {
  try lines.split(separator: "\n").map { line in
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }
}

@Test func `annotate prints one object an article in input order`() throws {
  let end = try Running(["annotate"]).finish()
  #expect(end.code == 0)
  #expect(end.errors == "")
  let found = try objects(end.output)
  #expect(
    found.compactMap { $0["id"] as? String } == [
      "000_703efa08a2eeb84e", "003_e0a5d93cd990af0a", "004_f57515ef10ec2f22",
    ])
  for object in found {
    let text = Array(try #require(object["text"] as? String).unicodeScalars)
    let mentions = try #require(object["mentions"] as? [[String: Any]])
    #expect(!mentions.isEmpty)
    #expect((object["sentences"] as? [Any])?.isEmpty == false)
    #expect((object["entities"] as? [Any])?.isEmpty == false)
    for mention in mentions {
      let start = try #require(mention["start"] as? Int)
      let end = try #require(mention["end"] as? Int)
      var covered = String.UnicodeScalarView()
      covered.append(contentsOf: text[start..<end])
      #expect(String(covered) == mention["text"] as? String)
    }
  }
}

@Test func `annotate gives the same bytes on any number of threads`() throws {
  let input = (0..<200).map { number in
    #"{"id":"a\#(number)","text":"Anna Smith met Carl Jones in Paris on day \#(number)."}"# + "\n"
  }.joined()
  let one = try Running(["annotate", "--threads", "1", "-"], input: input).finish()
  let four = try Running(["annotate", "--threads", "4", "-"], input: input).finish()
  #expect(one.code == 0)
  #expect(try objects(one.output).count == 200)
  #expect(one.output == four.output)
}

@Test func `annotate reports a broken line and goes on`() throws {
  let input = "{\"id\":\"a\",\"text\":\"One.\"}\nx\n{\"id\":\"a\",\"text\":\"Two.\"}\n"
  let end = try Running(["annotate", "-"], input: input).finish()
  #expect(end.code == 0)
  #expect(try objects(end.output).count == 1)
  let lines = end.errors.split(separator: "\n")
  #expect(lines.count == 3)
  #expect(lines.first?.hasPrefix("-:2: ") == true)
  #expect(lines.dropFirst().first == "-:3: the id “a” is taken by -:1")
}

@Test func `annotate prints relations and quotations with their ranges`() throws {
  let text = "“We will go on as before,” said Kari Dahl, the head of Nordbank AS."
  let end = try Running(["annotate", "-"], input: #"{"id":"a","text":"\#(text)"}"# + "\n").finish()
  let object = try #require(try objects(end.output).first)
  let quotations = try #require(object["quotations"] as? [[String: Any]])
  #expect(quotations.map { $0["form"] as? String } == ["direct"])
  #expect(quotations.map { $0["start"] as? Int } == [1])
  let speakers = quotations.map { ($0["speaker"] as? [String: Any])?["name"] as? String }
  #expect(speakers == ["Kari Dahl"])
  let relations = try #require(object["relations"] as? [[String: Any]])
  for relation in relations {
    let evidence = try #require((relation["evidence"] as? [[String: Any]])?.first)
    let trigger = try #require(evidence["trigger"] as? [Int])
    #expect(
      trigger.count == 2 && trigger[0] < trigger[1] && trigger[1] <= text.unicodeScalars.count)
  }
}
