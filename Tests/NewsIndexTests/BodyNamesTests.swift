import Extraction
import Testing

@testable import NewsIndex

private func ids(_ articles: [[ArticleDraft.Part]]) -> [String] {
  let made = snapshot(
    articles.enumerated().map { ArticleDraft(id: "a\($0.offset)", sentences: [$0.element]) })
  return (0..<made.entityCount).map { made.string(made[EntityOrdinal($0)].id) }.sorted()
}

private func body(_ name: String) -> ArticleDraft.Part { part(name, .organization) }

@Test func `a body is the only one that its name begins`() {
  #expect(ids([[body("Velt")], [body("Velt University")]]) == ["velt-university"])
  #expect(
    ids([[body("Velt")], [body("Velt University")], [body("Velt Motors")]])
      == ["velt", "velt-motors", "velt-university"])
  #expect(
    ids([[part("Velt", .place)], [part("Velt Province", .place)]]) == ["velt-province"])
  #expect(ids([[part("Velt", .place)], [body("Velt University")]]) == ["velt", "velt-university"])
}

@Test func `initials are the only name that has them, three of them where something is shared`() {
  let names = [[body("Lasse Ore Trade Union")], [body("LOTU")]]
  #expect(ids(names) == ["lasse-ore-trade-union"])
  let short = [[body("Lasse Trade Union")], [body("LTU")]]
  #expect(ids(short) == ["lasse-trade-union", "ltu"])
  #expect(ids(short.map { $0 + [person("Bo Berg")] }) == ["bo-berg", "lasse-trade-union"])
}

@Test(arguments: [
  ["Velt-Ore", "Velt Ore"], ["Velt and Ore", "Velt & Ore"], ["Velt FC", "FC Velt", "Velt"],
])
func `a body is one with a hyphen or a space, "and" or "&", "FC" before or behind`(
  _ names: [String]
) {
  #expect(ids(names.map { [body($0)] }).count == 1)
}

@Test func `initials in capitals are the only person who has them`() {
  #expect(ids([[person("Omar Bo Berg")], [person("OBB")]]) == ["omar-bo-berg"])
  #expect(
    ids([[person("Omar Bo Berg")], [person("OBB")], [person("Ole Bo Bang")]])
      == ["obb", "ole-bo-bang", "omar-bo-berg"])
}

@Test func `names decided on are joined and kept apart across articles`() throws {
  let drafts = [[person("Ann Adler")], [person("Anna Adlerova")], [person("Adler")]].enumerated()
    .map { ArticleDraft(id: "a\($0.offset)", sentences: [$0.element]) }
  func ids(_ entries: [NameDecisions.Entry]) throws -> [String] {
    var builder = SnapshotBuilder(decisions: try NameDecisions(entries))
    for draft in drafts {
      let (article, analysis) = draft.made
      builder.add(article, analysis)
    }
    let made = builder.finish(builtAt: 0)
    #expect(made.checkInvariants() == nil)
    return (0..<made.entityCount).map { made.string(made[EntityOrdinal($0)].id) }.sorted()
  }
  #expect(try ids([]) == ["ann-adler", "anna-adlerova"])
  #expect(
    try ids([.different(["Adler", "Ann Adler"])]) == ["adler", "ann-adler", "anna-adlerova"])
  #expect(try ids([.alias("Ann Adler", name: "Anna Adlerova")]) == ["anna-adlerova"])
}
