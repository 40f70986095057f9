import Testing

@testable import Extraction

@Test func `every predicate is described under its own name`() {
  #expect(PredicateDescription.all.count == Predicate.allCases.count)
  for predicate in Predicate.allCases {
    let words = "\(predicate)".map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }
    #expect(predicate.name == words.joined())
    #expect(predicate.description.meaning.hasSuffix("."))
    #expect(!predicate.description.example.isEmpty)
  }
}

@Test func `every type of PLOVER has a predicate`() {
  #expect(Set(Predicate.allCases.map(\.type)) == Set(RelationType.allCases))
  #expect(RelationType.agree.name == "AGREE")
  #expect(RelationType.fact.name == "fact")
}

@Test func `names of tags and labels are read back`() {
  for tag in PennTag.allCases { #expect(PennTag(tag.name) == tag) }
  for tag in UniversalTag.allCases { #expect(UniversalTag(tag.name) == tag) }
  for label in DependencyLabel.allCases { #expect(DependencyLabel(label.name) == label) }
  #expect(DependencyLabel("nsubj:pass") == .nsubj)
  #expect(PennTag("nope") == nil)
}
