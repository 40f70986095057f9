/// Part-of-speech tagger: a greedy linear model for the Penn tag, left to right, and a second one
/// for the universal tag where the Penn tag alone does not decide it.
package struct Tagger: Sendable {
  package var penn: WeightTable
  package var universal: WeightTable
  /// The universal tag of each Penn tag; `openTag` where the second model is asked.  // [PennTag]
  package var decided: [UInt8]

  package init(penn: WeightTable, universal: WeightTable, decided: [UInt8]) {
    self.penn = penn
    self.universal = universal
    self.decided = decided
  }

  package static let openTag: UInt8 = 255

  /// Replaces `penn` and `upos` by the tags of the sentence.
  package func tag(
    _ forms: Span<WordForm>, penn tags: inout [PennTag], universal upos: inout [UniversalTag],
    _ features: inout [UInt32]
  ) {
    tags.removeAll(keepingCapacity: true)
    upos.removeAll(keepingCapacity: true)
    let lineCase = LineCase.judged(forms)
    var t1 = PennTag.unknown
    var t2 = PennTag.unknown
    for i in forms.indices {
      features.removeAll(keepingCapacity: true)
      TaggerFeatures.append(forms, i, lineCase, previous: t1, beforePrevious: t2, to: &features)
      var scores = LabelScores(repeating: 0)
      penn.add(features.span, to: &scores)
      t2 = t1
      t1 = PennTag(rawValue: UInt8(best(scores, 1..<PennTag.allCases.count))) ?? .nn
      tags.append(t1)
    }
    for i in forms.indices {
      var choice = decided[Int(tags[i].rawValue)]
      if choice == Self.openTag {
        features.removeAll(keepingCapacity: true)
        TaggerFeatures.appendUniversal(forms, tags.span, i, to: &features)
        var scores = LabelScores(repeating: 0)
        universal.add(features.span, to: &scores)
        choice = UInt8(best(scores, 0..<UniversalTag.allCases.count))
      }
      upos.append(UniversalTag(rawValue: choice) ?? .x)
    }
  }

  @inline(__always)
  private func best(_ scores: LabelScores, _ labels: Range<Int>) -> Int {
    var best = labels.lowerBound
    for label in labels where scores[label] > scores[best] { best = label }
    return best
  }
}
