import Testing

@testable import Extraction

private let people: [(String, EntityType)] = [
  ("Kari Dahl|Dahl", .person), ("Jan Berg|Berg", .person), ("Nordbank", .organization),
  ("Norway", .place),
]

/// "form: speaker: text" of each.
private func quotations(_ text: String) -> [String] {
  let marked = MarkedArticle(text, people)
  return QuotationFinder.quotations(in: marked.words).map {
    "\($0.form): \(marked.name($0.speaker) ?? "-"): \(marked.text($0.range) ?? "")"
  }
}

@Test(arguments: [
  ("“We will go on as before,” Dahl said.", "direct: Kari Dahl: We will go on as before,"),
  ("\"We will go on as before,\" said Dahl.", "direct: Kari Dahl: We will go on as before,"),
  ("Dahl said: “We will go on as before.”", "direct: Kari Dahl: We will go on as before."),
  (
    "“We will go on as before,” Dahl, the head of Nordbank, told Berg.",
    "direct: Kari Dahl: We will go on as before,"
  ),
  ("“We will go on,” said Jan Berg, who met Dahl.", "direct: Jan Berg: We will go on,"),
  (
    "Berg described it as “a very long and costly war” in Norway.",
    "partial: Jan Berg: a very long and costly war"
  ),
  ("Berg condemned Norway's “savage plan” on Monday.", "scare: Jan Berg: savage plan"),
  (
    "According to Nordbank, the deal is “the best there could be”.",
    "partial: Nordbank: the best there could be"
  ),
  (
    "“The best there could be now,” a spokesman for Nordbank said.",
    "direct: a spokesman for Nordbank: The best there could be now,"
  ),
  (
    "“The best there could be now,” said a spokesman for Nordbank.",
    "direct: a spokesman for Nordbank: The best there could be now,"
  ),
  (
    "In Norway on Monday Berg said that it was “more than enough for us”.",
    "partial: Jan Berg: more than enough for us"
  ),
  (
    "Berg left Norway, saying, “There is nothing to do here.”",
    "direct: Jan Berg: There is nothing to do here."
  ),
])
func `a quotation has its speaker`(text: String, expected: String) {
  #expect(quotations(text) == [expected])
}

@Test func `a pronoun speaks for whom it stands`() {
  #expect(
    quotations("“We will go on as before,” Dahl said. “It is right to do so,” she added.") == [
      "direct: Kari Dahl: We will go on as before,", "direct: Kari Dahl: It is right to do so,",
    ])
  #expect(
    quotations("“We paid it all,” Nordbank said.\nIt called the report “wrong in all its parts”.")
      == [
        "direct: Nordbank: We paid it all,", "partial: Nordbank: wrong in all its parts",
      ])
}

@Test func `a quotation without a verb goes on with the last speaker`() {
  #expect(
    quotations("“We will go on,” Dahl said. “It is right to do so.”") == [
      "direct: Kari Dahl: We will go on,", "direct: Kari Dahl: It is right to do so.",
    ])
  #expect(
    quotations("Dahl said: “One thing is clear.\n“The other is not clear.”") == [
      "direct: Kari Dahl: One thing is clear.", "direct: Kari Dahl: The other is not clear.",
    ])
}

@Test func `titles of works and nicknames are not quotations`() {
  #expect(quotations("Dahl wrote “The Long Way Home” in Norway.").isEmpty)
  #expect(quotations("Jan “The Boss” Hansen of Norway.").isEmpty)
  #expect(quotations("The so-called “plan” exists.").isEmpty)
}

@Test func `who passed the words on is kept`() {
  let marked = MarkedArticle(
    "Dahl expressed a wish for “new and better rules”, as reported by Nordbank.", people)
  let found = QuotationFinder.quotations(in: marked.words)
  #expect(found.count == 1)
  #expect(marked.name(found.first?.speaker) == "Kari Dahl")
  #expect(marked.name(found.first?.via) == "Nordbank")
}

@Test func `quotations of broken texts are bounded and inside the text`() {
  for text in [
    "“", "\"", "said “", "“” said", String(repeating: "“a said ", count: 3000),
    String(repeating: "said, ", count: 5000) + "“x y z w”", "",
    "“" + String(repeating: "Dahl said. ", count: 3000),
  ] {
    let marked = MarkedArticle(text, people)
    for quotation in QuotationFinder.quotations(in: marked.words) {
      #expect(quotation.range.start >= 0 && Int(quotation.range.end) <= text.utf8.count)
    }
  }
}
