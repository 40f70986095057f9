import Extraction
import Formats
import Testing

@testable import NewsIndex

/// What a lookup says, in one line: `200 id via`, `300 id id`, `404 id reason id reason`.
func answer(_ snapshot: Snapshot, _ name: String, _ types: Set<EntityType>? = nil) -> String {
  func id(_ entity: EntityOrdinal) -> String { snapshot.string(snapshot[entity].id) }
  switch snapshot.lookup(name, types: types) {
  case .one(let entity, let via, _): return "200 \(id(entity)) \(via)"
  case .several(let entities, _, let total):
    return "300 \(total) " + entities.map(id).sorted().joined(separator: " ")
  case .none(let suggestions):
    return "404" + suggestions.map { " \(id($0.entity)) \($0.reason)" }.joined()
  }
}

private let corpus = snapshot([
  ArticleDraft(
    id: "one",
    sentences: [
      [person("Viktor Palin"), person("Viktor Palin", "Palin", .surname)],
      [person("Masoud Rezakhian"), part("Norland", .place, known: 1)],
      [part("Norland", .place, "Norlandic", .demonym, known: 1)],
      [part("Norland", .place, "Nordgrad", .metonym, known: 1)],
      [part("United Federation", .place, "United Federation", known: 2)],
      [part("United Federation", .place, "U.F.", .abbreviation, known: 2)],
      [person("Serdar Kurbanov"), person("Gurban Kurbanov")],
      [part("Ford", .organization), person("Gerald Ford")],
      [part("Zionist Band", .group, "the evil band", .epithet)],
      [part("Paris", .place), person("Paris", "Paris")],
      [part("Presidential Palace", .place)],
    ]),
  ArticleDraft(id: "two", sentences: [[person("Masud Rezakhian"), person("Palin", "Palin")]]),
  ArticleDraft(
    id: "three", sentences: [[person("Masoud Rezakhian"), part("Ford", .organization)]]),
])

@Test(arguments: [
  ("Palin", "200 viktor-palin surname"), ("palin", "200 viktor-palin surname"),
  ("PALIN", "200 viktor-palin surname"), ("Viktor Palin", "200 viktor-palin name"),
  ("viktor_palin", "200 viktor-palin name"), ("Palin’s", "200 viktor-palin surname"),
  ("viktor-palin", "200 viktor-palin id"), ("  Viktor   Palin ", "200 viktor-palin name"),
  ("Masud Rezakhian", "200 masoud-rezakhian variant"),
  ("Rezakhían", "200 masoud-rezakhian surname"),
  ("Nordgrad", "200 norland metonym"), ("Norlandic", "200 norland demonym"),
  ("UF", "200 united-federation abbreviation"), ("U.F.", "200 united-federation abbreviation"),
  ("the United Federation", "200 united-federation name"),
  ("Kurbanov", "300 2 gurban-kurbanov serdar-kurbanov"), ("Ford", "200 ford name"),
  ("Paris", "300 2 paris paris-2"), ("Palinn", "404 viktor-palin oneLetter"),
  ("Plain", "404 viktor-palin oneLetter"), ("Masood Rezakhian", "404 masoud-rezakhian oneLetter"),
  ("Masaud Rezakhan", "404 masoud-rezakhian transliteration"),
  ("Viktro Palin", "404 viktor-palin oneLetter"), ("Rezakh", "404 masoud-rezakhian prefix"),
  ("Lebedev", "404"), ("President", "404 presidential-palace prefix"), ("October 7", "404"),
  ("the evil band", "404"), ("", "404"), ("…", "404"), ("Viktor", "404 viktor-palin prefix"),
])
func `a name finds what the rule says`(name: String, expected: String) {
  #expect(answer(corpus, name) == expected)
}

@Test func `a type narrows`() {
  #expect(answer(corpus, "Ford", [.person]) == "200 gerald-ford surname")
  #expect(answer(corpus, "Paris", [.place]).hasSuffix("name"))
  #expect(answer(corpus, "Kurbanov", [.person]).hasPrefix("300"))
  #expect(answer(corpus, "Kurbanov", [.place]) == "404")
  #expect(answer(corpus, "viktor-palin", [.place]) == "404")
}

@Test func `what a name could mean on a later level is told`() {
  guard case .one(_, _, let also) = corpus.lookup("Ford") else {
    Issue.record("not one")
    return
  }
  #expect(also.map { corpus.string(corpus[$0].id) } == ["gerald-ford"])
}

@Test func `a surname that stands alone is found with those who bear it`() {
  let made = snapshot([
    ArticleDraft(id: "a", sentences: [[person("Ann Smith"), person("Bo Smith")]]),
    ArticleDraft(id: "b", sentences: [[person("Smith")]]),
  ])
  #expect(answer(made, "Smith") == "300 3 ann-smith bo-smith smith")
  #expect(answer(made, "smith") == "200 smith id")
}

@Test func `near names are those that a walk over all names finds`() {
  var random = SeededGenerator(seed: 5)
  let letters = Array("abdeiknor".utf8)
  func word() -> [UInt8] {
    (0..<Int.random(in: 3...12, using: &random)).map { _ in
      letters[Int.random(in: 0..<letters.count, using: &random)]
    }
  }
  let words = Array(Set((0..<1500).map { _ in word() })).sorted { $0.lexicographicallyPrecedes($1) }
  var heap: [UInt8] = []
  var keys: [NameTable.Key] = []
  for word in words {
    keys.append(NameTable.Key(start: heap.count, count: Int32(word.count), entriesStart: 0))
    heap += word
  }
  let near = NearNames(heap, keys)
  for _ in 0..<200 {
    let name = word()
    let expected = words.indices.filter { index in
      let limit = NearNames.errorLimit(words[index].count)
      let distance = NearNames.distance(name, words[index], limit: 2)
      return distance > 0 && distance <= limit
        && levenshtein(name, words[index]) <= limit
    }
    let found = Set(near.misspelt(name, heap, keys).map(\.key))
    // A swap of two neighbours is two errors to the parts, one to the distance: it may be found.
    #expect(found.isSuperset(of: expected))
    for key in found {
      #expect(
        NearNames.distance(name, words[key], limit: 2) <= NearNames.errorLimit(words[key].count))
    }
  }
}

/// The textbook's, without swaps.
private func levenshtein(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var last = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var row = [i + 1]
    for (j, y) in b.enumerated() {
      row.append(min(last[j + 1] + 1, row[j] + 1, last[j] + (x == y ? 0 : 1)))
    }
    last = row
  }
  return last[b.count]
}
