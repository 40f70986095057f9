/// What speaks for or against something as what a description means; the order is that of
/// `DescriptionWeights`.
package enum DescriptionFeature: Int, CaseIterable, Sendable {
  /// Sentences between its last name and the description.
  case sameSentence, sentenceBefore, twoBefore, threeBefore, farther
  /// What the description says it is.
  case person, state, region, city, named
  /// Its name begins or ends with the noun; the only one that does.
  case headInName, onlyHead
  /// Was given that office; the only one.
  case office, onlyOffice
  case nearest, alone, rivals
  /// No other candidate in this sentence and the one before.
  case aloneNear
  /// How often the article names it: logarithm, the most of all candidates, share of all.
  case count, top, share
  /// Its last name opens its sentence; stands behind a preposition; is an adjective.
  case first, bound, demonym
  /// "This", and nothing between it and the noun.
  case demonstrative, bare
  /// The description owns what follows ("the city’s").
  case owner
}

/// The one feature function, for training and prediction.
struct DescriptionFeatureReader {
  let names: NamesByPlace
  let traits: [PersonTraits]
  /// Names of each entity in the whole article.
  let counts: [Int]

  /// One that the description may mean.
  private struct Context {
    var entity: Int
    var last: ResolvedMention
    var hasHead: Bool
    var hasOffice: Bool
  }

  func choice(_ phrase: NounPhrase) -> AntecedentChoice {
    var contexts: [Context] = []
    for mention in names.recent(before: phrase.opener).reversed()
    where mayMean(phrase, mention) && !contexts.contains(where: { $0.entity == mention.entity }) {
      contexts.append(
        Context(
          entity: mention.entity, last: mention, hasHead: hasHead(phrase, mention.entity),
          hasOffice: hasOffice(phrase, mention.entity)))
    }
    return AntecedentChoice(
      token: phrase.head,
      candidates: contexts.indices.map { k in
        AntecedentChoice.Candidate(
          entity: contexts[k].entity, features: features(of: k, contexts, phrase))
      })
  }

  // MARK: Candidates

  private func mayMean(_ phrase: NounPhrase, _ mention: ResolvedMention) -> Bool {
    let entity = names.entities[mention.entity]
    switch phrase.kind {
    case .person: return entity.type == .person
    case .state: return entity.subtype == .country || entity.subtype == .territory
    case .region: return entity.subtype == .region
    case .city: return entity.subtype == .city
    case .named: return entity.type != .person && hasHead(phrase, mention.entity)
    case .leaders, .states, .people, .capital, .body: return false
    }
  }

  private func hasHead(_ phrase: NounPhrase, _ entity: Int) -> Bool {
    names.heads[entity].contains(phrase.key)
  }

  private func hasOffice(_ phrase: NounPhrase, _ entity: Int) -> Bool {
    traits[entity].offices.contains { $0.isCalled(phrase.key) }
  }

  // MARK: Features

  private func features(
    of k: Int, _ contexts: [Context], _ phrase: NounPhrase
  ) -> [Float] {
    let context = contexts[k]
    let back = phrase.sentence - context.last.sentence
    var features = [Float](repeating: 0, count: DescriptionFeature.allCases.count)
    func set(_ feature: DescriptionFeature, _ isTrue: Bool) {
      features[feature.rawValue] = isTrue ? 1 : 0
    }
    features[min(back, 4)] = 1
    switch phrase.kind {
    case .person: set(.person, true)
    case .state: set(.state, true)
    case .region: set(.region, true)
    case .city: set(.city, true)
    default: set(.named, true)
    }
    set(.nearest, k == 0)
    set(.alone, contexts.count == 1)
    features[DescriptionFeature.rivals.rawValue] = Float(min(contexts.count - 1, 6)) / 2
    set(
      .aloneNear,
      back < 2
        && contexts.allSatisfy {
          $0.entity == context.entity || phrase.sentence - $0.last.sentence > 1
        })
    addFit(context, contexts, phrase, to: &features)
    addPlace(context, contexts, phrase, to: &features)
    return features
  }

  /// How well the noun fits.
  private func addFit(
    _ context: Context, _ contexts: [Context], _ phrase: NounPhrase, to features: inout [Float]
  ) {
    func set(_ feature: DescriptionFeature, _ isTrue: Bool) {
      features[feature.rawValue] = isTrue ? 1 : 0
    }
    set(.headInName, context.hasHead)
    set(.onlyHead, context.hasHead && contexts.count { $0.hasHead } == 1)
    set(.office, context.hasOffice)
    set(.onlyOffice, context.hasOffice && contexts.count { $0.hasOffice } == 1)
    set(.demonstrative, names.words[phrase.opener].key == DescriptionWords.this)
    set(.bare, phrase.head == phrase.opener + 1)
    let end = phrase.tokens.upperBound
    set(.owner, end < names.words.count && names.words[end].shape.contains(.possessive))
  }

  /// Where and how often it is named.
  private func addPlace(
    _ context: Context, _ contexts: [Context], _ phrase: NounPhrase, to features: inout [Float]
  ) {
    func set(_ feature: DescriptionFeature, _ value: Float) { features[feature.rawValue] = value }
    let count = counts[context.entity]
    let all = contexts.map { counts[$0.entity] }
    set(.count, Self.logarithm(count))
    set(.top, all.allSatisfy { $0 <= count } ? 1 : 0)
    set(.share, Float(count) / Float(max(1, all.reduce(0, +))))
    let last = context.last
    let start = Int(names.sentences[last.sentence].tokens.lowerBound)
    set(.first, last.tokens.lowerBound - start < 2 ? 1 : 0)
    set(.bound, names.isBound(last) ? 1 : 0)
    set(.demonym, last.kind == .demonym ? 1 : 0)
  }

  /// Half the binary logarithm of one more, whole.
  private static func logarithm(_ count: Int) -> Float {
    let value = UInt(max(0, count)) + 1
    return Float(UInt.bitWidth - 1 - value.leadingZeroBitCount) / 2
  }
}
