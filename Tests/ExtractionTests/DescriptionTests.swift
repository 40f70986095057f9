import Testing

@testable import Extraction

struct DescriptionTests {
  func tied(_ text: String) -> [String] {
    let reading = Reading(text)
    return reading.analysis.mentions.filter { !$0.kind.isName }.map {
      reading.slice($0.range) + " = " + reading.analysis.entities[Int($0.entity)].name
    }
  }

  @Test(arguments: [
    (
      "We saw Kenyan President Anna Ojwang on Monday. The Kenyan president smiled.",
      ["The Kenyan president = Anna Ojwang"]
    ),
    (
      "Anna Ojwang, the mayor of Lima, spoke on Monday. The mayor left.",
      ["the mayor of Lima = Anna Ojwang", "The mayor = Anna Ojwang"]
    ),
    (
      "His predecessor, Omar Diallo, was there.",
      ["His predecessor = Omar Diallo"]
    ),
    (
      "Peru’s foreign ministry issued a note. Later the ministry said it regrets.",
      ["the ministry = Peruvian Foreign Ministry", "it = Peruvian Foreign Ministry"]
    ),
    (
      "President Anna Ojwang met Prime Minister Omar Diallo. The two leaders spoke.",
      ["The two leaders = Anna Ojwang", "The two leaders = Omar Diallo"]
    ),
    ("They met in Lima, the seat of Peru. Rain fell on Peru’s capital.", ["Peru’s capital = Lima"]),
    ("We met Anna Ojwang. The president was away.", []),
    (
      "President Anna Ojwang spoke. Later the President left.",
      ["the President = Anna Ojwang"]
    ),
    ("We met President Anna Ojwang. Omar Diallo was the president.", []),
    (
      "Police named Omar Diallo, a man of Lima. The 45-year-old fled.",
      ["The 45-year-old = Omar Diallo"]
    ),
    ("Kenya’s member states met. The member states left.", []),
    (
      "Boeing raised its prices. The company gave no reason.",
      ["its = Boeing", "The company = Boeing"]
    ),
    (
      "We went to Kenya. Rain fell. Kenya burns. Later the country shook.",
      [
        "the country = Kenya"
      ]
    ),
    ("We met President Anna Ojwang and President Omar Diallo. The president smiled.", []),
    (
      "Lake Turkana shrinks. Rain fell on Lake Turkana. This lake is old.",
      ["This lake = Lake Turkana"]
    ),
    ("Rain fell on Lake Turkana and Lake Victoria. The lake rose.", []),
  ])
  func `descriptions are tied when they fit one`(_ row: (String, [String])) {
    #expect(tied(row.0) == row.1)
  }

  @Test(arguments: [
    ("Omar Diallo resigned. He wept.", ["He = Omar Diallo"]),
    ("Omar Diallo saw Anna Ojwang. She wept.", ["She = Anna Ojwang"]),
    ("Kenya raised its tax.", ["its = Kenya"]),
    ("Omar Diallo said: “He is a fool.”", []),
    ("“I am here,” said Omar Diallo.", ["I = Omar Diallo"]),
    (
      "Tamsin Vorlek sang. She wept. Qorin Vabble met Tamsin Vorlek, and she smiled.",
      ["She = Tamsin Vorlek", "she = Tamsin Vorlek"]
    ),
    ("Rain fell on Peru. It was late.", []),
    ("It is clear that Kenya won.", []),
  ])
  func `pronouns are tied when somebody stands out`(_ row: (String, [String])) {
    #expect(tied(row.0) == row.1)
  }
}
