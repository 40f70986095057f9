import Testing

@testable import Extraction

private func quoted(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  var paragraphs: [TextRange] = []
  var start = 0
  for (index, byte) in bytes.enumerated() where byte == 0x0a {
    if index > start { paragraphs.append(TextRange(start, index)) }
    start = index + 1
  }
  if bytes.count > start { paragraphs.append(TextRange(start, bytes.count)) }
  return QuotationMarks.pairs(in: bytes, paragraphs: paragraphs).map {
    String(decoding: bytes[$0.range.indices], as: UTF8.self)
      + ($0.isOpenEnded ? "…" : "") + ($0.continuesLast ? "<" : "")
  }
}

@Test(arguments: [
  ("He said “yes” and “no”.", ["yes", "no"]),
  ("He said \"yes\" and \"no\".", ["yes", "no"]),
  ("He said ``yes'' today.", ["yes"]),
  ("It said «oui».", ["oui"]),
  ("She said ‘yes’ to it.", ["yes"]),
  ("She said 'yes, it's so' to it.", ["yes, it's so"]),
  ("The workers' union and the dogs' home.", []),
  ("Rock 'n' roll in the '90s, he's said.", ["n"]),
  ("“He told me ‘go’ twice,” she said.", ["He told me ‘go’ twice,", "go"]),
  ("\"He told me 'go' twice,\" she said.", ["He told me 'go' twice,", "go"]),
  ("A dash—\"so\"—and (\"that\").", ["so", "that"]),
  ("Never closed: “so it goes", ["so it goes…"]),
  ("Closed” only.", []),
  ("“One.\n“Two.”\nThree.", ["One.…", "Two.<"]),
  ("\"One.\n\"Two.\" he said.\nThree.", ["One.…", "Two.<"]),
  ("“One\ntwo” three.", ["One\ntwo"]),
  ("“One\nplain\n“two” x", ["One…", "two"]),
  ("\"\" and “ ”", []),
  ("“a “b” c", ["b"]),
])
func `quotation marks are paired`(text: String, expected: [String]) {
  #expect(quoted(text) == expected)
}

@Test func `a text of nothing but quotation marks is survived`() {
  for mark in ["“", "”", "\"", "'", "‘", "’", "``", "''", "«\"'“"] {
    _ = quoted(String(repeating: mark, count: 20_000))
    _ = quoted(String(repeating: mark + " a\n", count: 2_000))
  }
}
