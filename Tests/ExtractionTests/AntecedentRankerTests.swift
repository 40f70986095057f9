import Testing

@testable import Extraction

struct AntecedentRankerTests {
  private let ranker = AntecedentRanker(weights: [1, -1], threshold: 0.6)

  private func choice(_ features: [[Float]]) -> AntecedentChoice {
    AntecedentChoice(
      token: 0,
      candidates: features.enumerated().map { .init(entity: $0.offset, features: $0.element) })
  }

  @Test func `the likeliest is chosen, the nearest of equal ones`() {
    #expect(ranker.best(of: choice([[0, 0], [4, 0]]))?.entity == 1)
    let low = AntecedentRanker(weights: [1, -1], threshold: 0.3)
    #expect(low.best(of: choice([[4, 0], [4, 0]]))?.entity == 0)
  }

  @Test func `who is not likely enough is not chosen`() {
    #expect(ranker.best(of: choice([[0, 0]])) == nil)
    #expect(ranker.best(of: choice([[4, 0], [4, 0]])) == nil)
    #expect(ranker.best(of: choice([])) == nil)
  }

  @Test func `probabilities of all and of nobody make one`() {
    let probabilities = ranker.probabilities(choice([[0, 0]]))
    #expect(probabilities == [0.5])
  }

  @Test func `each feature has a weight`() {
    #expect(PronounWeights.weights.count == PronounFeature.allCases.count)
    #expect(DescriptionWeights.weights.count == DescriptionFeature.allCases.count)
  }
}
