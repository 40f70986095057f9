import Extraction
import Testing

@testable import NewsIndex

/// Ids of the entities of one-sentence articles, one article a list of names.
private func ids(_ articles: [[ArticleDraft.Part]]) -> [String] {
  let made = snapshot(
    articles.enumerated().map { ArticleDraft(id: "a\($0.offset)", sentences: [$0.element]) })
  return (0..<made.entityCount).map { made.string(made[EntityOrdinal($0)].id) }.sorted()
}

@Test(arguments: [
  (["Masoud Rezakhian", "Masoud Rezakhian", "Masud Rezakhian"], ["masoud-rezakhian"]),
  (["Muhammad Alavi", "Mohammed Alavi"], ["mohammed-alavi"]),
  (["Yuri Petrenko", "Yury Petrenko"], ["yuri-petrenko"]),
  (["Volodymyr Zorensky", "Volodymyr Zorenskyy", "Zorenskiy"], ["volodymyr-zorensky"]),
  (["Ann Adler", "Adler"], ["ann-adler"]),
  (["Ann Adler", "Bo Adler", "Adler"], ["adler", "ann-adler", "bo-adler"]),
  (["John Quentin Miller", "John Miller", "J. Miller"], ["john-quentin-miller"]),
  (
    ["John Q. Miller", "John R. Miller", "John Miller"],
    ["john-miller", "john-q-miller", "john-r-miller"]
  ),
  (["Asif Beg Karimi", "Beg Karimi"], ["asif-beg-karimi"]),
  (["Maria Lopez", "Mario Lopez"], ["maria-lopez", "mario-lopez"]),
  (["Hassan Alavi", "Hussein Alavi"], ["hassan-alavi", "hussein-alavi"]),
  (["Hamad Alavi", "Hamid Alavi"], ["hamad-alavi", "hamid-alavi"]),
  (["Daniel Roth", "Danielle Roth"], ["daniel-roth", "danielle-roth"]),
  (["Muammar Qorafi", "Moammar al-Qorafi", "Moamer Ghorafi"], ["moamer-ghorafi"]),
  (["Volodymyr Zorensky", "Vladimir Zorenskiy"], ["vladimir-zorenskiy"]),
  (["Aleksandr Lubashenka", "Alexander Lubashenko"], ["aleksandr-lubashenka"]),
  (["Xu Jinling", "Xu Jin-ling"], ["xu-jin-ling"]),
  (["Bashar al-Qosad", "Bashar Qosad"], ["bashar-qosad"]),
  (["Anna Velt", "Anne Velt"], ["anna-velt", "anne-velt"]),
  (["Jan Qorson", "Jan Qorsen"], ["jan-qorsen", "jan-qorson"]),
  (["Serdar Kurbanov", "Gurban Kurbanov"], ["gurban-kurbanov", "serdar-kurbanov"]),
])
func `persons are one or several`(names: [String], expected: [String]) {
  #expect(ids(names.map { [person($0)] }) == expected)
}

@Test func `bodies are joined by legal form, article and abbreviation`() {
  #expect(ids([[part("Acme", .organization)], [part("Acme Inc.", .organization)]]) == ["acme"])
  #expect(
    ids([
      [
        part("World Water Board", .organization),
        part("World Water Board", .organization, "WWB", .abbreviation),
      ],
      [part("WWB", .organization)], [part("The World Water Board", .organization)],
    ]) == ["world-water-board"])
}

@Test func `a gazetteer row is one entity and never two`() {
  #expect(
    ids([
      [part("Norland", .place, known: 4)],
      [part("Norland", .place, "Norlandic", .demonym, known: 4)],
      [part("Norland", .place)],
    ]) == ["norland"])
  #expect(
    ids([[part("Georgia", .place, known: 4)], [part("Georgia", .place, known: 5)]])
      == ["georgia", "georgia-2"])
}

@Test func `a person and a town of one name stay two`() {
  #expect(ids([[person("Paris")], [part("Paris", .place)]]) == ["paris", "paris-2"])
}

@Test func `ids do not depend on which article came first, nor on counts`() {
  let few = [[part("Georgia", .place, known: 5)], [part("Georgia", .place, known: 4)]]
  for articles in [few, few + [few[0], few[0]], Array(few.reversed())] {
    let made = snapshot(
      articles.enumerated().map { ArticleDraft(id: "a\($0.offset)", sentences: [$0.element]) })
    #expect(made.entity(id: "georgia").map { made[$0].known } == KnownEntity(ordinal: 4))
  }
}

@Test func `a number made for a clash does not meet another's own slug`() {
  #expect(
    ids([[person("Route")], [part("Route", .place)], [part("Route 2", .work)]])
      == ["route", "route-2", "route-3"])
}

@Test func `kinds are seen from the entity's own name`() {
  let made = snapshot([
    ArticleDraft(id: "a", sentences: [[person("Ann Adler")], [person("Ann Adler")]]),
    ArticleDraft(id: "b", sentences: [[person("Adler")]]),
    ArticleDraft(id: "c", sentences: [[person("Anne Adler")]]),
  ])
  let aliases = made.aliases(of: EntityOrdinal(Int32(0))).map {
    "\(made.string($0.text)) \($0.kind) \($0.mentionCount)"
  }
  #expect(made.string(made[EntityOrdinal(Int32(0))].name) == "Ann Adler")
  #expect(aliases.first == "Ann Adler name 2")
}

@Test func `the reason for a tie is kept`() {
  let made = snapshot([
    ArticleDraft(id: "a", sentences: [[person("Ann Adler")]]),
    ArticleDraft(id: "b", sentences: [[person("Adler")]]),
  ])
  let reasons = made.resolution(of: EntityOrdinal(Int32(0)))
  #expect(reasons.contains { $0.rule == .surname && made.string($0.detail) == "Adler" })
}

@Test func `a thousand persons of one surname are no blow-up`() {
  let names = (0..<1000).map { index in
    let letters = Array("bdfklmnprstvz")
    return "E\(letters[index % 13])o\(letters[index / 13 % 13])a\(letters[index / 169]) Smith"
  }
  #expect(ids([names.map { person($0) }, [person("Smith")]]).count == 1001)
}
