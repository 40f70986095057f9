/// What a name finds.
package enum NameLookup: Sendable {
  /// How an entity was found; the order is the order in which levels are tried.
  package enum Via: UInt8, Sendable, CaseIterable {
    case id, name, alias, variant, surname, abbreviation, demonym, metonym
  }

  /// - Parameter also: entities that the name finds on later levels, most mentions first.
  case one(EntityOrdinal, via: Via, also: [EntityOrdinal])
  /// Most mentions first, at most `candidateLimit`, of `total`.
  case several([EntityOrdinal], via: Via, total: Int)
  /// Best first, at most `suggestionLimit`.
  case none([Suggestion])

  package static let candidateLimit = 100
  package static let suggestionLimit = 5
}

package struct Suggestion: Sendable, Equatable {
  package enum Reason: UInt8, Sendable {
    case oneLetter, transliteration, twoLetters, prefix
  }

  package var entity: EntityOrdinal
  /// The name that resembles what was asked for.
  package var matched: String
  package var reason: Reason
}
