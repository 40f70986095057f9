/// What the resolver weighs where a name alone does not decide.
///
/// `dateline-bench resolve --fit FILES` tries other values for each in turn. On KnowledgeNet, Re-DocRED
/// and Wikinews it found none that do better on the half of the articles that it does not see.
package struct ResolutionWeights: Sendable, Equatable {
  /// How much it says that two articles both name a person, a body or the like, a place.
  package var person: Float = 3
  package var body: Float = 1.5
  package var place: Float = 0.5
  /// A companion says nothing from one in so many articles on.
  package var commonness: Float = 8
  /// What one companion says at least that makes two articles one circle.
  package var circle: Float = 1.3
  /// What two of one full name have to share to be one although their articles differ.
  package var sameAfterAll: Float = 3
  /// What an article that gives a surname alone has to share with its bearer, and how many times
  /// what it shares with the next.
  package var surname: Float = 1.5
  package var surnameMargin: Float = 2
  /// What one title in common is worth beside companions, and one field.
  package var title: Float = 2
  package var field: Float = 1
  /// Words of a field in all articles of one side from which on it counts.
  package var fieldWords: Float = 4
  /// Mentions of a state, those beside the body three times, from which on the body is of it, and
  /// how many times those of the next.
  package var stateMentions: Float = 2
  package var stateRatio: Float = 1.5

  package static let standard = ResolutionWeights()

  package init() {}
}
