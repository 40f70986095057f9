import Extraction
import Testing

@testable import dateline_train

@Suite struct AntecedentTrainingTests {
  /// Pronouns with two candidates, of whom the one with the first feature is meant.
  private static let training: AntecedentTraining = {
    var lines: [Substring] = []
    let rest = [String](repeating: "0.0", count: PronounFeature.allCases.count - 1)
    for number in 0..<40 {
      for isMeant in number % 2 == 0 ? ["1", "0"] : ["0", "1"] {
        let first = isMeant == "1" ? "1.0" : "0.0"
        lines.append(Substring(([isMeant, first] + rest).joined(separator: "\t")))
      }
      lines.append("")
    }
    return AntecedentTraining(.pronouns, lines)
  }()

  @Test func `what tells who is meant gets weight`() {
    let weights = Self.training.fitted()
    #expect(weights[0] > 1)
    #expect(weights.dropFirst().allSatisfy { $0 == 0 })
  }

  @Test func `the same examples give the same source`() {
    let source = Self.training.source()
    #expect(source == Self.training.source())
    #expect(source.contains("static let threshold: Float = 0."))
  }
}
