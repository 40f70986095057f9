import Extraction
import ModelImage
import NewsIndex
import Testing

/// The two names of a case, and what its articles say of them for `X`.
private struct Names: Sendable, CustomTestStringConvertible {
  var one: String
  var other: String
  var text: String

  init(_ one: String, _ other: String, _ text: String) {
    (self.one, self.other, self.text) = (one, other, text)
  }

  var testDescription: String { "\(one), \(other)" }

  /// Entities of the longest mention of each in articles of their own.
  func ids() throws -> [String?] {
    let image = unsafe UnsafeRawBufferPointer(
      start: dateline_gazetteer, count: dateline_gazetteer_size)
    let gazetteer = try unsafe Gazetteer(bytes: image.bytes)
    let extractor = Extractor(gazetteer: gazetteer)
    var builder = SnapshotBuilder(gazetteer: gazetteer)
    var texts: [[UInt8]] = []
    for (index, name) in [one, other].enumerated() {
      let parts = text.split(separator: "X", omittingEmptySubsequences: false)
      texts.append(Array(parts.joined(separator: name).utf8))
      let article = Article(id: "a\(index)", text: texts[index])
      builder.add(article, extractor.analyze(article))
    }
    let made = builder.finish(builtAt: 0)
    #expect(made.checkInvariants() == nil)
    return [one, other].enumerated().map { index, name in
      guard let article = made.article(id: "a\(index)") else { return nil }
      let found = made.mentions(of: article).map { made[MentionOrdinal($0)] }.filter { mention in
        mention.kind.isName
          && name.contains(String(decoding: texts[index][mention.range.indices], as: UTF8.self))
      }
      return found.max { $0.range.count < $1.range.count }.map {
        made.string(made[$0.entity].id)
      }
    }
  }
}

private let place = "Officials met in X on Monday."
private let body = "The X said no on Monday."
private let american = "The X voted. Senator Ann Berg of the United States said the X was right."
private let british = "The X voted. Bo Berg of the United Kingdom said the X was right."
private let firm = "X said no on Monday. Shares of X fell."
private let someone = "X spoke to reporters on Monday."

@Test(arguments: [
  Names("Democratic Party", "US Democratic Party", american),
  Names("Democratic Party", "Democrats", american),
  Names("Republican Party", "GOP", american),
  Names("Senate", "US Senate", american),
  Names("Senate", "Senate of the United States", american),
  Names("House of Commons", "British House of Commons", british),
  Names("Conservative Party", "Tories", british),
  Names("Department of State", "State Department", body),
  Names("Department of Justice", "US Justice Department", body),
  Names("Fed", "Federal Reserve Board", body),
  Names("BoE", "Bank of England", body),
  Names("National Aeronautics and Space Administration", "NASA", body),
  Names("New York City", "NYC", place),
  Names("Great Britain", "UK", place), Names("USA", "America", place),
  Names("People’s Republic of China", "China", place),
  Names("DRC", "Democratic Republic of the Congo", place),
  Names("Velt Holdings Inc.", "Velt Holdings", firm),
  Names("Lufthansa", "Deutsche Lufthansa AG", firm),
  Names("Oxford University", "University of Oxford", firm),
  Names("Anna Lisa Berg", "Anna L. Berg", someone), Names("Anna L. Berg", "Anna Berg", someone),
  Names("Bob Velten", "Robert Velten", someone),
  Names("Omar Velten, Jr.", "Omar Velten Jr.", someone),
  Names("Dr. Anna Berg", "Anna Berg", someone), Names("Jörg Velten", "Joerg Velten", someone),
  Names("J. K. Velten", "J.K. Velten", someone),
])
private func `two names of one thing lead to it`(_ names: Names) throws {
  let ids = try names.ids()
  #expect(ids[0] != nil && ids[0] == ids[1])
}

@Test(arguments: [
  Names("Vancouver", "Vancouver Island", place), Names("India", "British India", place),
  Names("Ukraine", "Ukrainian SSR", place), Names("Paris", "Paris, Texas", place),
  Names("London", "London, Ontario", place), Names("Guinea", "Equatorial Guinea", place),
  Names("China", "Republic of China", place),
  Names("American International Group", "American International College", firm),
  Names("University of California, Berkeley", "University of California, Los Angeles", firm),
  Names("Omar Velten Sr.", "Omar Velten Jr.", someone),
  Names("Omar B. Velten", "Omar C. Velten", someone), Names("Bo Velten", "Omar Velten", someone),
])
private func `names that are alike may be of two`(_ names: Names) throws {
  let ids = try names.ids()
  #expect(ids[0] != nil && ids[1] != nil && ids[0] != ids[1])
}
