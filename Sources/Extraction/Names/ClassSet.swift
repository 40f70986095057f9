/// What the gazetteer knows a word or phrase to be; a word may be many things (`Nice`, `Reading`).
package struct ClassSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let maleName = ClassSet(rawValue: 1 << 0)
  package static let femaleName = ClassSet(rawValue: 1 << 1)
  package static let surname = ClassSet(rawValue: 1 << 2)
  /// A country's name, territories and former countries among them.
  package static let country = ClassSet(rawValue: 1 << 3)
  /// An adjective of a country, region, people or faith (`Iranian`).
  package static let demonym = ClassSet(rawValue: 1 << 4)
  /// A noun for the people themselves (`Iranians`).
  package static let people = ClassSet(rawValue: 1 << 5)
  package static let city = ClassSet(rawValue: 1 << 6)
  /// Continents, seas, regions, provinces, states of a union.
  package static let region = ClassSet(rawValue: 1 << 7)
  package static let organization = ClassSet(rawValue: 1 << 8)
  package static let company = ClassSet(rawValue: 1 << 9)
  /// Goes before a person's name (`President`, `Dr`).
  package static let title = ClassSet(rawValue: 1 << 10)
  /// Says what a person does (`spokesman`, `poet`).
  package static let role = ClassSet(rawValue: 1 << 11)
  /// Heads the name of an organisation (`Ministry`), a place (`River`), an event (`Summit`).
  package static let organizationWord = ClassSet(rawValue: 1 << 12)
  package static let placeWord = ClassSet(rawValue: 1 << 13)
  package static let eventWord = ClassSet(rawValue: 1 << 14)
  package static let calendar = ClassSet(rawValue: 1 << 15)
  package static let particle = ClassSet(rawValue: 1 << 16)
  /// Words of the closed classes and openers of sentences.
  package static let function = ClassSet(rawValue: 1 << 17)
  /// Seen in small letters in running text, as noun, verb or modifier.
  package static let noun = ClassSet(rawValue: 1 << 18)
  package static let verb = ClassSet(rawValue: 1 << 19)
  package static let modifier = ClassSet(rawValue: 1 << 20)
  package static let stateVerb = ClassSet(rawValue: 1 << 21)
  package static let stateNoun = ClassSet(rawValue: 1 << 22)
  /// Bodies a state has (`foreign ministry`, `military`).
  package static let institution = ClassSet(rawValue: 1 << 23)
  package static let direction = ClassSet(rawValue: 1 << 24)
  /// Only in capitals is it this: `US`, `WHO`, `ICE`.
  package static let upperOnly = ClassSet(rawValue: 1 << 25)
  package static let event = ClassSet(rawValue: 1 << 26)
  package static let outlet = ClassSet(rawValue: 1 << 27)
  /// A full name of a person.
  package static let personName = ClassSet(rawValue: 1 << 28)
  package static let nonName = ClassSet(rawValue: 1 << 29)
  /// A longer phrase starts with this one.
  package static let prefix = ClassSet(rawValue: 1 << 30)

  package static let firstName: ClassSet = [.maleName, .femaleName]
  package static let lowerCase: ClassSet = [.noun, .verb, .modifier, .function]
  package static let place: ClassSet = [.country, .city, .region]

  package func meets(_ other: ClassSet) -> Bool { rawValue & other.rawValue != 0 }
}
