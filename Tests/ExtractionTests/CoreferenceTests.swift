import Testing

@testable import Extraction

struct CoreferenceTests {
  /// "text = entity" of the names in `text`.
  private func names(_ text: String) -> [String] {
    let reading = Reading(text)
    return reading.analysis.mentions.filter { $0.kind.isName }.map {
      reading.slice($0.range) + " = " + reading.analysis.entities[Int($0.entity)].name
    }
  }

  @Test func `a state behind a city may be written short`() {
    #expect(
      names("They left Paterson, N.J., on Monday.")
        == ["Paterson = Paterson", "N.J. = New Jersey"])
  }

  @Test func `a state among states is no city`() {
    let reading = Reading("They left Utah, Virginia, and Washington on Monday.")
    #expect(reading.analysis.entities.map(\.subtype) == [.region, .region, .region])
  }

  @Test func `a body of common words is that of the land behind it`() {
    #expect(
      names("She left the Communist Party of Peru. The Communist Party lost.") == [
        "Communist Party of Peru = Communist Party of Peru",
        "Communist Party = Communist Party of Peru",
      ])
  }

  @Test func `what opponents call a state is an epithet of it`() {
    let reading = Reading("The Zionist regime denied it. The Kyiv regime left. Regime change came.")
    let names = reading.analysis.mentions.filter { $0.kind == .epithet }.map {
      reading.slice($0.range) + " = " + reading.analysis.entities[Int($0.entity)].name
    }
    #expect(names == ["Zionist regime = Israel", "Kyiv regime = Ukraine"])
  }

  @Test func `other middle initials are other people`() {
    #expect(
      names("Ann B. Vorlek met Ann C. D. Vorlek.")
        == ["Ann B. Vorlek = Ann B. Vorlek", "Ann C. D. Vorlek = Ann C. D. Vorlek"])
  }

  @Test func `father and son of one name are two`() {
    #expect(
      names("Omar Diallo Sr. met Omar Diallo Jr.")
        == ["Omar Diallo Sr. = Omar Diallo Sr.", "Omar Diallo Jr. = Omar Diallo Jr."])
  }
}
