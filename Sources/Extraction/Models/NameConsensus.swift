/// One list of names from two: those the rules and the gazetteer find, and those the trained model
/// finds. What the rules know stands where the model doubts; elsewhere the model, which has seen
/// more. The bounds did best on GUM, GMB, WNUT and Broad Twitter development text together.
package enum NameConsensus {
  /// From here on the rules know the edges of a name; below they guess.
  static let known: Float = 0.96
  /// From here on they know that what the model cuts up is one name.
  static let whole: Float = 0.94
  /// From here on they know its type too.
  static let typed: Float = 0.96
  /// From here on a name of several words is what they say, whatever the model says.
  static let certain: Float = 0.97
  /// From here on they find the head of a name, or a name inside one.
  static let sure: Float = 0.9
  /// From here on they know a person by the given name.
  static let given: Float = 0.93
  /// Below, the model doubts.
  static let doubted: Float = 0.75
  /// A guess of the rules the model says nothing of counts from here on.
  static let guessed: Float = 0.85
  /// A name of the model the rules say nothing of counts from here on.
  static let tagged: Float = 0.4

  /// - Parameter rules, model: in text order, each without overlaps; so is the result.
  package static func merge(rules: [NameSpan], model: [NameSpan]) -> [NameSpan] {
    var merged: [NameSpan] = []
    merged.reserveCapacity(max(rules.count, model.count))
    var r = 0
    var m = 0
    while r < rules.count || m < model.count {
      // A cluster: spans that overlap, directly or by way of others.
      let firstRule = r
      let firstModel = m
      var end = 0
      while true {
        if r < rules.count, r == firstRule && m == firstModel && isFirst(rules, r, model, m) {
          end = rules[r].end
          r += 1
        } else if m < model.count, r == firstRule && m == firstModel {
          end = model[m].end
          m += 1
        } else if r < rules.count, rules[r].start < end {
          end = max(end, rules[r].end)
          r += 1
        } else if m < model.count, model[m].start < end {
          end = max(end, model[m].end)
          m += 1
        } else {
          break
        }
      }
      merged += settled(rules[firstRule..<r], model[firstModel..<m])
    }
    return merged
  }

  private static func isFirst(_ rules: [NameSpan], _ r: Int, _ model: [NameSpan], _ m: Int) -> Bool
  {
    m == model.count || rules[r].start <= model[m].start
  }

  private static func settled(
    _ rules: ArraySlice<NameSpan>, _ model: ArraySlice<NameSpan>
  ) -> [NameSpan] {
    guard let ruled = rules.first else { return model.filter { $0.confidence >= tagged } }
    guard let named = model.first else { return rules.filter { $0.confidence >= guessed } }
    if rules.count == 1, model.count == 1 { return [settled(ruled, named)] }
    // One long against several short.
    if model.count == 1, isRunTogether(named, rules) { return Array(rules) }
    let areKnown = rules.allSatisfy { $0.confidence >= whole }
    return Array(areKnown && model.contains { $0.confidence < doubted } ? rules : model)
  }

  /// "Acme and Zenith" for one body, "Archbishop of Cork Anna Berg" for another: the model bridges
  /// what the rules know apart.
  private static func isRunTogether(_ named: NameSpan, _ rules: ArraySlice<NameSpan>) -> Bool {
    guard let first = rules.first, let last = rules.last, rules.count > 1,
      named.type != .person, last.end == named.end
    else { return false }
    let isWhole =
      rules.count == 2 && first.start == named.start && last.start == first.end + 1
      && min(first.confidence, last.confidence) >= sure
      && max(first.confidence, last.confidence) >= typed
    return isWhole || isPerson(last) && named.confidence < doubted
  }

  private static func isPerson(_ ruled: NameSpan) -> Bool {
    ruled.type == .person && ruled.tokens.count > 1 && ruled.confidence >= given
  }

  private static func settled(_ ruled: NameSpan, _ named: NameSpan) -> NameSpan {
    if ruled.tokens == named.tokens { return typed(ruled, named) }
    let isWider = ruled.start <= named.start && ruled.end >= named.end
    let isNarrower = ruled.start >= named.start && ruled.end <= named.end
    if isWider, ruled.confidence >= (named.confidence < doubted ? sure : typed) { return ruled }
    if ruled.confidence >= sure, named.confidence < tagged { return ruled }
    // "Minister Rachel Berg" as a body.
    if isNarrower, isPerson(ruled), named.type != .person, ruled.end == named.end,
      named.confidence < doubted
    {
      return ruled
    }
    // Rules know an office from a given name; taggers learned from sets that keep offices.
    let limit = ruled.type == .person && named.type == .person ? ruled.confidence : doubted
    return ruled.confidence >= known && named.confidence < limit ? ruled : named
  }

  /// One of two with the same edges.
  private static func typed(_ ruled: NameSpan, _ named: NameSpan) -> NameSpan {
    if ruled.type == named.type {
      var span = named
      span.confidence = max(ruled.confidence, named.confidence)
      // The chance that one of two is right, if each errs by itself; of one word the rules say a
      // type even where they know nothing.
      if ruled.tokens.count > 1 {
        let either = 1 - (1 - ruled.confidence) * (1 - named.confidence)
        span.confidence = max(span.confidence, min(either, typed))
      }
      return span
    }
    if ruled.tokens.count > 1 {
      // A known body of several words is nobody and nowhere else; nor is "the coach Anna Berg" a body.
      if ruled.confidence >= certain || ruled.confidence >= typed && named.confidence < known {
        return ruled
      }
    }
    return ruled.confidence >= typed && named.confidence < doubted ? ruled : named
  }
}
