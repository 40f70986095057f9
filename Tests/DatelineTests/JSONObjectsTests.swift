import Testing
import dateline

/// `line text` of each JSON text found, and `line! reason` of what is refused.
private func texts(_ content: String) throws -> [String] {
  let scratch = try Scratch()
  let path = try scratch.write("x.json", content)
  var objects = try JSONObjects(path: path)
  var found: [String] = []
  while true {
    switch objects.next() {
    case .chunk(let chunk):
      found += chunk.texts.map { text in
        "\(text.line) " + String(decoding: chunk.bytes[text.range], as: UTF8.self)
      }
    case .refused(let refusal): found.append("\(refusal.place.line ?? 0)! \(refusal.reason)")
    case .end: return found
    }
  }
}

@Test(arguments: [
  (#"{"a":[1]}"#, [#"1 {"a":[1]}"#]),
  ("\n {}\n", ["2 {}\n"]),
  ("\u{feff}[{}]", ["1 {}"]),
  ("[]", []),
  (" [ ] \n", []),
  ("[1]\n x", ["1 1", "2! something follows the end of the JSON array"]),
  (#"[{"a":"]},\"{["},{"b":[{}]}]"#, [#"1 {"a":"]},\"{["}"#, #"1 {"b":[{}]}"#]),
  ("[{}\n,\n{\n},1]", ["1 {}", "3 {\n}", "4 1"]),
  (#"[1, "a,]" ,[2]]"#, ["1 1", #"1 "a,]" "#, "1 [2]"]),
  ("[{} {}]", ["1 {}", "1! after an element of the array a comma or ] is expected"]),
  ("[{},", ["1 {}", "1! the JSON array does not end"]),
  ("[{},\n{", ["1 {}", "2! the JSON array does not end"]),
  ("", ["1! the file is empty"]),
])
func `an array is cut into its elements`(content: String, expected: [String]) throws {
  #expect(try texts(content) == expected)
}

@Test func `an array of many reads loses nothing`() throws {
  let elements = (0..<3000).map {
    #"{"id":\#($0),"text":"\#(String(repeating: "]\\\"", count: $0 % 50))"}"#
  }
  let found = try texts("[\n" + elements.joined(separator: ",\n") + "\n]\n")
  #expect(found == elements.enumerated().map { "\($0 + 2) \($1)" })
}
