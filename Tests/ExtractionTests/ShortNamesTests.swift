import Testing

@testable import Extraction

struct ShortNamesTests {
  @Test(arguments: [
    (
      "The Zembla Harbour Commission met. The Harbour Commission said no.",
      "Harbour Commission = Zembla Harbour Commission"
    ),
    (
      "The Pacific Fire Department (PaciFire) came. Later PaciFire left.",
      "PaciFire = Pacific Fire Department (abbreviation)"
    ),
  ])
  func `a shorter name means the only longer one`(_ row: (String, String)) {
    #expect(Reading(row.0).mentions.contains(row.1), "\(Reading(row.0).mentions)")
  }

  @Test func `a short name of two is neither`() {
    let mentions = Reading(
      "The Kenyan Harbour Commission and the Peruvian Harbour Commission met. "
        + "The Harbour Commission said no."
    ).mentions
    #expect(mentions.contains("Harbour Commission = Harbour Commission"), "\(mentions)")
  }

  @Test func `behind a place New York is the state`() {
    let mentions = Reading("A pipe broke in White Plains, New York, on Monday.").mentions
    #expect(mentions.contains("New York = New York"), "\(mentions)")
  }

  @Test func `a surname of a family is the one's most spoken of`() {
    let mentions = Reading(
      "President Omar Diallo spoke. Omar Diallo left. His sister Anna Diallo stayed. "
        + "Later Diallo wept."
    ).mentions
    #expect(mentions.last == "Diallo = Omar Diallo (surname)", "\(mentions)")
  }
}
