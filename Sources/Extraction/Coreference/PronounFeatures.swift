/// What speaks for or against someone as whom a pronoun means; the order is that of
/// `PronounWeights`.
package enum PronounFeature: Int, CaseIterable, Sendable {
  /// Sentences between its last mention and the pronoun.
  case sameSentence, sentenceBefore, twoBefore, threeBefore
  /// Its last mention is the first of its sentence that stands free, not behind a preposition.
  case first, firstHere, firstBefore
  case bound, pronoun, pronounHere, description
  /// How often the article names it: logarithm, the most of all candidates, share of all.
  case count, top, share
  /// Mentions in the sentences looked at.
  case near
  case genderKnown, fullName, office
  /// An object pronoun of a clause whose subject it may be.
  case disjoint
  /// "…, who …" between the two.
  case relative
  /// Followed by a verb of speech; the same where the pronoun stands behind "said (that)", or
  /// before a verb of speech itself.
  case speaks, speaksThat, speaksAgain
  case nearest, alone, rivals
  case newParagraph
  /// The pronoun opens its sentence; the same where it is the first of the sentence before.
  case opening, openingFirst
  case ownerFirst
  case distance
}

/// A candidate with its mentions in the sentences looked at.
struct AntecedentContext {
  var entity: Int
  /// The mention nearest to the pronoun.
  var last: ResolvedMention
  /// Sentences back.
  var back: Int
  var isFirst: Bool
  var windowCount = 1
}

/// The one feature function, for training and prediction.
struct PronounFeatureReader {
  let finder: PronounFinder
  let pronoun: Pronoun
  let token: Int
  let sentence: Int

  /// - Parameter contexts: nearest first.
  func features(of k: Int, among contexts: [AntecedentContext]) -> [Float] {
    let context = contexts[k]
    let isOpening = finder.words[token].shape.contains(.opening)
    var features = [Float](repeating: 0, count: PronounFeature.allCases.count)
    func set(_ feature: PronounFeature, _ isTrue: Bool) {
      features[feature.rawValue] = isTrue ? 1 : 0
    }
    features[min(context.back, 3)] = 1
    set(.first, context.isFirst)
    set(.firstHere, context.isFirst && context.back == 0)
    set(.firstBefore, context.isFirst && context.back == 1)
    set(.bound, finder.isBound(context.last))
    set(.pronoun, context.last.kind == .pronoun)
    set(.pronounHere, context.last.kind == .pronoun && context.back == 0)
    set(.description, context.last.kind == .description)
    set(.disjoint, isDisjoint(context))
    set(.relative, isRelative(context))
    let speaks = finder.isSpeaker(context.last)
    set(.speaks, speaks)
    set(.speaksThat, speaks && context.back == 0 && followsSpeech(context.last))
    set(.speaksAgain, speaks && finder.isSpoken(token + 1))
    set(.nearest, k == 0)
    set(.alone, contexts.count == 1)
    features[PronounFeature.rivals.rawValue] = Float(min(contexts.count - 1, 6)) / 2
    set(.newParagraph, finder.paragraphs[context.last.sentence] != finder.paragraphs[sentence])
    set(.opening, isOpening)
    set(.openingFirst, isOpening && context.isFirst && context.back == 1)
    set(.ownerFirst, pronoun.form == .owner && context.isFirst && context.back == 0)
    features[PronounFeature.distance.rawValue] =
      Self.logarithm(token - context.last.tokens.upperBound) / 4
    addEntity(context, contexts, to: &features)
    return features
  }

  private func addEntity(
    _ context: AntecedentContext, _ contexts: [AntecedentContext], to features: inout [Float]
  ) {
    let entity = finder.entities[context.entity]
    let traits = finder.traits[context.entity]
    func set(_ feature: PronounFeature, _ value: Float) { features[feature.rawValue] = value }
    let count = finder.mentionCount[context.entity]
    let counts = contexts.map { finder.mentionCount[$0.entity] }
    set(.count, Self.logarithm(count) / 2)
    set(.top, counts.allSatisfy { $0 <= count } ? 1 : 0)
    set(.share, Float(count) / Float(max(1, counts.reduce(0, +))))
    set(.near, Float(min(context.windowCount, 5)) / 2)
    set(.genderKnown, traits.gender == .open ? 0 : 1)
    set(.fullName, entity.name.contains(" ") ? 1 : 0)
    set(.office, traits.offices.isEmpty ? 0 : 1)
  }

  /// Binary logarithm of one more, in steps of a half: the same on every machine.
  private static func logarithm(_ count: Int) -> Float {
    let value = UInt(max(0, count)) + 1
    let whole = UInt.bitWidth - 1 - value.leadingZeroBitCount
    let isUpperHalf = whole > 0 && value >> UInt(whole - 1) & 1 == 1
    return Float(whole) + (isUpperHalf ? 0.5 : 0)
  }

  private func isDisjoint(_ context: AntecedentContext) -> Bool {
    guard context.back == 0, pronoun.form == .object,
      context.last.tokens.upperBound <= token, !Self.reflexives.contains(finder.words[token].key)
    else { return false }
    return !(context.last.tokens.upperBound..<token).contains {
      finder.words[$0].mark == UInt8(ascii: ",") || Self.breaks.contains(finder.words[$0].key)
    }
  }

  private func isRelative(_ context: AntecedentContext) -> Bool {
    guard context.back == 0 else { return false }
    var k = context.last.tokens.upperBound
    if k < token, finder.words[k].mark == UInt8(ascii: ",") { k += 1 }
    return k < token && Self.relatives.contains(finder.words[k].key)
  }

  /// "The ministry said (that) it …".
  private func followsSpeech(_ mention: ResolvedMention) -> Bool {
    let gap = token - mention.tokens.upperBound
    return gap == 1 || gap == 2 && finder.words[token - 1].key == Self.that
  }

  private static let that = PhraseHash.key("that")
  private static let reflexives = PhraseHash.keys("himself herself itself themselves")
  private static let relatives = PhraseHash.keys("who whose")
  private static let breaks = PhraseHash.keys(
    "and but that when while after before because if as until who")
}
