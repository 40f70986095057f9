import Extraction
import ModelImage
import NewsIndex
import Testing

/// Ids of what is called `name` in each of several articles of one text.
private func ids(_ texts: [String], of name: String) throws -> [String] {
  let image = unsafe UnsafeRawBufferPointer(
    start: dateline_gazetteer, count: dateline_gazetteer_size)
  let gazetteer = try unsafe Gazetteer(bytes: image.bytes)
  let extractor = Extractor(gazetteer: gazetteer)
  var builder = SnapshotBuilder(gazetteer: gazetteer)
  for (index, text) in texts.enumerated() {
    let article = Article(id: "a\(index)", text: Array(text.utf8))
    builder.add(article, extractor.analyze(article))
  }
  let made = builder.finish(builtAt: 0)
  #expect(made.checkInvariants() == nil)
  return texts.indices.map { index in
    let found = made.article(id: "a\(index)").flatMap { article in
      made.entities(of: article).first { made.string(made[$0.entity].name) == name }
    }
    return found.map { made.string(made[$0.entity].id) } ?? "none"
  }
}

@Test func `parties of one name are as many as the states they are of`() throws {
  let found = try ids(
    [
      "Omar Diallo is a Norwegian politician of the Labour Party.",
      "Anna Ojwang is a British politician of the Labour Party.",
      "Bo Berg left the Norwegian Labour Party in Oslo.",
    ], of: "Labour Party")
  #expect(Set(found.prefix(2)).count == 2)
}

@Test func `presidents of two states are two`() throws {
  let found = try ids(
    ["Kenyan President Anna Ojwang spoke.", "Peruvian President Anna Ojwang spoke."],
    of: "Anna Ojwang")
  #expect(Set(found).count == 2)
}
