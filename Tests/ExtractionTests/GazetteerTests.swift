import ModelImage
import Testing

@testable import Extraction

/// The gazetteer linked into the binary.
enum ShippedGazetteer {
  static let value: Gazetteer = {
    let image = unsafe UnsafeRawBufferPointer(
      start: dateline_gazetteer, count: dateline_gazetteer_size)
    return (try? unsafe Gazetteer(bytes: image.bytes)) ?? Gazetteer()
  }()
}

struct GazetteerTests {
  let gazetteer = ShippedGazetteer.value

  func isRefused(_ bytes: [UInt8]) -> Bool {
    let gazetteer = try? unsafe bytes.withUnsafeBytes { try unsafe Gazetteer(bytes: $0.bytes) }
    return gazetteer == nil
  }

  func classes(_ text: String) -> ClassSet { gazetteer.classes(of: Array(text.utf8).span) }

  @Test(arguments: [
    ("france", ClassSet.country), ("FRANCE", .country), ("Côte d’Ivoire", .country),
    ("Kenyan", .demonym), ("Kenyans", .people), ("Lima", .city), ("Texas", .region),
    ("Anna", .femaleName), ("Peter", .maleName), ("Miller", .surname), ("prime minister", .title),
    ("Prime Minister", .title), ("ministry", .organizationWord), ("River", .placeWord),
    ("Tuesday", .calendar), ("the", .function), ("spokeswoman", .role), ("World Cup", .event),
    ("Reuters", .outlet), ("northern", .direction), ("al-Qaeda", .organization),
    ("Al Qa'ida", .organization), ("running", .verb), ("prime", .prefix),
  ])
  func `a word or phrase in any spelling has its classes`(_ row: (String, ClassSet)) {
    #expect(classes(row.0).contains(row.1))
  }

  @Test(arguments: [
    ("Britain", "United Kingdom"), ("UK", "United Kingdom"), ("U.K.", "United Kingdom"),
    ("U.S.", "United States"), ("USA", "United States"), ("America", "United States"),
    ("Burma", "Myanmar"), ("Holland", "Netherlands"), ("Viet Nam", "Vietnam"),
    ("the Hague", "The Hague"), ("Peking", "Beijing"), ("New York", "New York City"),
    ("nytimes", ""), ("jerusalempost", "Jerusalem Post"), ("IMF", "International Monetary Fund"),
    ("Zurich", "Zürich"),
  ])
  func `all spellings of a thing lead to one row`(_ row: (String, String)) {
    let found = gazetteer.first(gazetteer.entry(of: row.0), .name, .abbreviation)
    #expect(found.map { gazetteer.name(of: $0.entity) } ?? "" == row.1)
  }

  @Test func `an adjective and a capital lead to the country`() throws {
    let adjective = try #require(gazetteer.first(gazetteer.entry(of: "Peruvian"), .demonym))
    let capital = try #require(gazetteer.first(gazetteer.entry(of: "Lima"), .metonym))
    #expect(gazetteer.name(of: adjective.entity) == "Peru")
    #expect(adjective.entity == capital.entity)
    #expect(gazetteer.adjective(of: capital.entity) == "Peruvian")
    let city = try #require(gazetteer.first(gazetteer.entry(of: "Lima"), .name))
    let row = try #require(gazetteer.row(of: city.entity))
    #expect(row.subtype == .city)
    #expect(row.related == capital.entity)
    #expect(abs((row.coordinates?.latitude ?? 0) + 12.04) < 0.1)
  }

  @Test func `tokens make the key that the whole phrase has`() {
    for parts in [["Al", "-", "Qaeda"], ["Al-Qaeda"], ["AL", "QAEDA"], ["al", "–", "Qaeda"]] {
      var hash = PhraseHash()
      for part in parts { hash.append(token: Array(part.utf8).span) }
      #expect(hash.value == PhraseHash.key("al-qaeda"))
    }
    var hash = PhraseHash()
    for part in ["McDonald", "’s"] { hash.append(token: Array(part.utf8).span) }
    #expect(hash.value == PhraseHash.key("McDonald's"))
  }

  @Test(arguments: [
    ("Škoda", "skoda"), ("Ångström", "angstrom"), ("Łódź", "lodz"), ("Straße", "strasse"),
    ("Þór", "thor"), ("ÿ", "y"), ("Đặng", "dang"), ("Œuvre", "oeuvre"), ("ž", "z"), ("Ỹ", "y"),
    ("Ðð", "dd"), ("Ĳ", "ij"), ("ſ", "s"), ("e\u{301}", "e"),
  ])
  func `marks are folded away`(_ row: (String, String)) {
    #expect(PhraseHash.key(row.0) == PhraseHash.key(row.1))
  }

  @Test func `a broken image is refused and unknown words are nothing`() {
    for bytes in [[], [0x44, 0x47, 0x5a, 0x31], [UInt8](repeating: 0x44, count: 40)] as [[UInt8]] {
      #expect(isRefused(bytes))
    }
    #expect(Gazetteer().entry(of: "a").classes.isEmpty)
    #expect(gazetteer.row(of: KnownEntity(ordinal: -1)) == nil)
    #expect(gazetteer.name(of: KnownEntity(ordinal: .max)).isEmpty)
    #expect(classes("qqzzxxy").isEmpty)
  }
}
