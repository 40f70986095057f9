import Testing

@testable import Extraction

private func facts(_ text: String) -> [String] {
  var marked = MarkedArticle(
    text,
    [
      ("Kari Dahl|Dahl", .person), ("Jan Berg|Berg", .person), ("Nordbank", .organization),
      ("Norway|Norwegian", .place), ("Bergen", .place), ("Oslo", .place),
      ("Foreign Ministry", .organization), ("Scandinavian", .place), ("Sweden", .place),
    ])
  for index in marked.analysis.mentions.indices {
    if marked.text(marked.analysis.mentions[index].range) == "Norwegian" {
      marked.analysis.mentions[index].kind = .demonym
    }
  }
  for (index, entity) in marked.analysis.entities.enumerated() where entity.type == .place {
    marked.analysis.entities[index].subtype =
      entity.name == "Bergen" || entity.name == "Oslo" ? .city : .country
  }
  return RelationExtractor.relations(in: marked.words).map {
    "\(marked.name($0.subject) ?? "-") \($0.predicate.name) \(marked.name($0.object) ?? "-")"
      + $0.qualifiers.map { " \($0.kind)=\(marked.text($0.range) ?? "")" }.joined()
  }
}

@Test(arguments: [
  (
    "Norwegian Foreign Minister Kari Dahl left.",
    ["Kari Dahl holds_office Norway title=Foreign Minister"]
  ),
  (
    "Norway's former president Jan Berg left.",
    ["Jan Berg holds_office Norway title=president former=former"]
  ),
  ("Nordbank spokesman Jan Berg left.", ["Jan Berg spokesperson_of Nordbank title=spokesman"]),
  (
    "Kari Dahl, the head of Norway's bank Nordbank, left.",
    ["Kari Dahl head_of Nordbank title=head"]
  ),
  ("Kari Dahl, Berg's aide on foreign policy, left.", ["Kari Dahl aide_to Jan Berg title=aide"]),
  (
    "The chief executive of Nordbank, Jan Berg, left.",
    ["Jan Berg head_of Nordbank title=chief executive"]
  ),
  ("Norwegian poet Kari Dahl left.", ["Kari Dahl nationality Norway title=poet"]),
  ("Kari Dahl, a Norwegian poet, left.", ["Kari Dahl nationality Norway title=poet"]),
  ("Dahl's father, Jan Berg, left.", ["Jan Berg parent_of Kari Dahl title=father"]),
  ("Norway's capital, Oslo, is big.", ["Oslo capital_of Norway"]),
  ("Oslo, the capital of Norway, is big.", ["Oslo capital_of Norway"]),
  ("They met in Bergen, Norway.", ["Bergen located_in Norway"]),
  ("The Scandinavian country of Norway left.", ["Norway located_in Scandinavian"]),
  (
    "Scandinavian nations such as Norway, Palau and Sweden left.",
    ["Norway located_in Scandinavian"]
  ),
  ("Norway's Foreign Ministry left.", ["Foreign Ministry part_of Norway"]),
  (
    "Dahl was born on 3 May in Bergen, Norway.",
    ["Kari Dahl born_in Bergen", "Kari Dahl born_in Norway", "Bergen located_in Norway"]
  ),
  ("Born in Oslo, Jan Berg left.", ["Jan Berg born_in Oslo"]),
  ("They met Nordbank, a bank based in Oslo.", ["Nordbank located_in Oslo"]),
  (
    "Nordbank was founded in 1990 by Kari Dahl and Jan Berg.",
    ["Kari Dahl founded Nordbank", "Jan Berg founded Nordbank"]
  ),
  ("Foreign Ministry, a division of Nordbank, left.", ["Foreign Ministry part_of Nordbank"]),
  ("Swedes met the Norwegian refugee Kari Dahl.", ["Kari Dahl nationality Norway title=refugee"]),
  (
    "Kari Dahl, the deputy head of Nordbank, left.",
    ["Kari Dahl works_for Nordbank title=deputy head"]
  ),
  (
    "Kari Dahl, an MP of Nordbank, left.", ["Kari Dahl member_of Nordbank title=MP"]
  ),
  (
    "Dahl's mother and brother, Jan Berg, left.",
    ["Jan Berg sibling_of Kari Dahl title=brother"]
  ),
  ("Kari Dahl, a critic of Norwegian policy, left.", []),
  ("They saw Norway, Sweden and Oslo.", []),
  ("Berg met President Dahl.", []),
  ("They include Kari Dahl, President Berg, and others.", []),
])
func `names side by side tell facts`(text: String, expected: [String]) {
  #expect(facts(text) == expected)
}
