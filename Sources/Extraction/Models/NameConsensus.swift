/// One list of names from two: those the rules and the gazetteer find, and those the trained model
/// finds. What the gazetteer knows for sure stands; elsewhere the model, which has seen more.
package enum NameConsensus {
  /// From here on the rules know a name and its type; below they guess.
  static let known: Float = 0.94
  /// A guess of the rules the model says nothing of counts from here on.
  static let guessed: Float = 0.84
  /// A name of the model the rules say nothing of counts from here on.
  static let tagged: Float = 0.5

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
    // One long against several short: what is known counts, else the model.
    let sure = rules.allSatisfy { $0.confidence >= known }
    return Array(sure ? rules : model)
  }

  private static func settled(_ ruled: NameSpan, _ named: NameSpan) -> NameSpan {
    if ruled.tokens == named.tokens {
      var span = named
      if ruled.type == named.type {
        span.confidence = max(ruled.confidence, named.confidence)
      } else if ruled.confidence >= known && named.confidence < known {
        span = ruled
      }
      return span
    }
    return ruled.confidence >= known && named.confidence < ruled.confidence ? ruled : named
  }
}
