import Extraction
import Testing

@testable import NewsIndex

/// Ids of the person in each of one-sentence articles, newest article last.
private func idsByArticle(_ articles: [[ArticleDraft.Part]], of name: String) -> [String] {
  let made = snapshot(
    articles.enumerated().map { ArticleDraft(id: "a\($0.offset)", sentences: [$0.element]) })
  #expect(made.checkInvariants() == nil)
  return articles.indices.map { index in
    guard let article = made.article(id: "a\(index)") else { return "" }
    let entity = made.entities(of: article).first {
      made[$0.entity].type == .person && made.string(made[$0.entity].name).hasSuffix(name)
    }
    return entity.map { made.string(made[$0.entity].id) } ?? ""
  }
}

private func person(_ name: String, in field: Field) -> ArticleDraft.Part {
  var part = person(name)
  part.field = field
  return part
}

@Test func `a mayor and a footballer of one name are two`() {
  #expect(
    idsByArticle(
      [
        [person("Ann Adler", in: .politics)], [person("Ann Adler", in: .sport)],
        [person("Ann Adler", in: .politics)], [person("Ann Adler", in: .sport)],
        [person("Ann Adler")],
      ], of: "Adler") == ["ann-adler", "ann-adler-2", "ann-adler", "ann-adler-2", "ann-adler"])
}

@Test func `fields that go together, or a court, make no namesakes`() {
  for field in [Field.politics, .science, .military, .law] {
    #expect(
      idsByArticle(
        [[person("Ann Adler", in: .business)], [person("Ann Adler", in: field)]], of: "Adler")
        == ["ann-adler", "ann-adler"])
  }
}

@Test func `one who is named with the same people is one, whatever the field`() {
  let circle = ["Bo Berg", "Cy Costa"].map { person($0) }
  #expect(
    idsByArticle(
      [[person("Ann Adler", in: .politics)] + circle, [person("Ann Adler", in: .sport)] + circle],
      of: "Adler") == ["ann-adler", "ann-adler"])
}

@Test func `an article clear about nothing goes where its companions are`() {
  #expect(
    idsByArticle(
      [
        [person("Ann Adler", in: .politics)], [person("Ann Adler", in: .politics)],
        [person("Ann Adler", in: .sport), person("Bo Berg")],
        [person("Ann Adler"), person("Bo Berg")],
      ], of: "Adler") == ["ann-adler", "ann-adler", "ann-adler-2", "ann-adler-2"])
}

@Test func `two of one name who keep other company, several articles each, are two`() {
  func articles(_ circles: [[String]]) -> [[ArticleDraft.Part]] {
    circles.map { [person("Ann Adler")] + $0.map { person($0) } }
  }
  let (one, other) = (["Bo Berg", "Di Dahl"], ["Cy Costa", "Ed Holm"])
  #expect(
    idsByArticle(articles([one, one, other, other, []]), of: "Adler")
      == ["ann-adler", "ann-adler", "ann-adler-2", "ann-adler-2", "ann-adler"])
  #expect(
    Set(idsByArticle(articles([one, one, other, other, one + other]), of: "Adler")).count == 1)
  #expect(Set(idsByArticle(articles([one, one, other]), of: "Adler")).count == 1)
  let few = [["Bo Berg"], ["Bo Berg"], ["Cy Costa"], ["Cy Costa"]]
  #expect(Set(idsByArticle(articles(few), of: "Adler")).count == 1)
}

@Test func `a surname that several have goes by what the article shares with one of them`() {
  #expect(
    idsByArticle(
      [
        [person("Ann Adler"), person("Cy Costa")], [person("Bo Adler"), person("Di Dahl")],
        [person("Adler"), person("Di Dahl")], [person("Adler"), person("Ed Holm")],
      ], of: "Adler") == ["ann-adler", "bo-adler", "bo-adler", "adler"])
}

@Test func `articles that share nothing and say a shared surname only stay apart`() {
  #expect(
    idsByArticle(
      [[person("Ann Adler")], [person("Bo Adler")], [person("Adler")], [person("Adler")]],
      of: "Adler") == ["ann-adler", "bo-adler", "adler", "adler-2"])
}

@Test func `why namesakes were kept apart is told of each`() throws {
  let made = snapshot([
    ArticleDraft(id: "a", sentences: [[person("Ann Adler", in: .politics)]]),
    ArticleDraft(
      id: "b", sentences: [[person("Ann Adler", in: .sport), person("Bo Berg")]]),
    ArticleDraft(id: "c", sentences: [[person("Bo Berg")]]),
  ])
  for (id, field, companions) in [
    ("ann-adler", Field.politics, []), ("ann-adler-2", .sport, ["Bo Berg"]),
  ] {
    let entity = try #require(made.entity(id: id))
    let step = try #require(made.resolution(of: entity).first { $0.rule == .namesake })
    #expect(step.field == field)
    #expect(made.companions(of: step).map { made.string($0) } == companions)
  }
}

@Test func `a thousand articles of one surname and forty bearers are no blow-up`() {
  let bearers = (0..<40).map {
    [person("E\(Character(Unicode.Scalar(97 + UInt8($0 % 26))))\($0) Adler")]
  }
  let articles = bearers + (0..<1000).map { _ in [person("Adler"), person("Bo Berg")] }
  let ids = idsByArticle(articles, of: "Adler")
  #expect(Set(ids.suffix(1000)).count <= 1000)
}
