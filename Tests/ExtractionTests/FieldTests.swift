import Extraction
import Testing

@Test func `sport excludes politics, a court excludes nothing, and nothing excludes itself`() {
  #expect(Field.sport.excludes(.politics) && Field.politics.excludes(.sport))
  for field in Field.allCases {
    #expect(!field.excludes(field) && !Field.law.excludes(field) && !field.excludes(.law))
    for other in Field.allCases { #expect(field.excludes(other) == other.excludes(field)) }
  }
}

@Test func `words beside a name tell the person's field`() throws {
  let texts: [(String, Field)] = [
    ("Striker Anna Berg scored two goals in the match.", .sport),
    ("Mayor Anna Berg lost the election, and parliament met.", .politics),
  ]
  for (text, field) in texts {
    let analysis = Extractor(gazetteer: ShippedGazetteer.value).analyze(
      Article(id: "a", text: Array(text.utf8)))
    guard let person = analysis.entities.first(where: { $0.type == .person }) else { continue }
    #expect(Field.allCases.max { person.fields[$0] < person.fields[$1] } == field)
  }
}

@Test func `counts stop at what they can hold`() {
  var counts = FieldCounts()
  for _ in 0..<300 { counts.add(.arts, 2) }
  #expect(counts[.arts] == 255)
}
