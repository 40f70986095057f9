import Testing

@testable import Extraction

private let names: [(String, EntityType)] = [
  ("Norway|Norwegian", .place), ("Palau", .place), ("Sweden|Swedish", .place), ("Dahl", .person),
  ("Berg", .person), ("Nordbank", .organization), ("Bergen", .place), ("Redguard", .organization),
]

private func relations(_ trees: String) -> [String] {
  ParsedArticle(trees, names).relations.sorted()
}

@Test(arguments: [
  ("Norway/NNP/2/nsubj bombed/VBD/0/root Palau/NNP/2/obj ././2/punct", ["Norway bombs Palau"]),
  (
    "Palau/NNP/3/nsubj was/VBD/3/aux invaded/VBN/0/root by/IN/5/case Norway/NNP/3/obl",
    ["Norway invades Palau"]
  ),
  ("Berg/NNP/3/nsubj was/VBD/3/aux arrested/VBN/0/root", ["- arrests Berg"]),
  (
    "Dahl/NNP/5/nsubj and/CC/3/cc Berg/NNP/1/conj have/VBP/5/aux met/VBN/0/root",
    ["Dahl meets Berg"]
  ),
  (
    "Dahl/NNP/2/nsubj met/VBD/0/root and/CC/4/cc praised/VBD/2/conj Berg/NNP/4/obj",
    ["Dahl praises Berg"]
  ),
  (
    "Norway/NNP/2/nsubj launched/VBD/0/root an/DT/4/det attack/NN/2/obj on/IN/6/case Palau/NNP/4/nmod",
    ["Norway attacks Palau"]
  ),
  (
    "Palau/NNP/3/nsubj has/VBZ/3/aux faced/VBN/0/root sanctions/NNS/3/obj from/IN/6/case Norway/NNP/3/obl and/CC/8/cc Sweden/NNP/6/conj",
    ["Norway sanctions Palau", "Sweden sanctions Palau"]
  ),
  (
    "Norway/NNP/3/nmod 's/POS/1/case invasion/NN/6/nsubj of/IN/5/case Palau/NNP/3/nmod failed/VBD/0/root",
    ["Norway invades Palau"]
  ),
  (
    "Norway/NNP/3/nmod 's/POS/1/case provision/NN/0/root of/IN/5/case weapons/NNS/3/nmod to/IN/7/case Palau/NNP/3/nmod",
    ["Norway supplies_arms_to Palau"]
  ),
  (
    "Norway/NNP/3/compound -/HYPH/1/punct backed/VBN/4/amod Redguard/NNP/5/nsubj lost/VBD/0/root",
    ["Norway backs Redguard"]
  ),
  (
    "Dahl/NNP/2/nsubj condemned/VBD/0/root Norway/NNP/5/nmod 's/POS/3/case attacks/NNS/2/obj",
    ["Dahl condemns Norway"]
  ),
  (
    "Norway/NNP/2/nsubj bombs/VBZ/0/root Palau/NNP/2/obj ,/,/5/punct targeting/VBG/2/advcl Redguard/NNP/5/obj",
    ["Norway attacks Redguard", "Norway bombs Palau"]
  ),
  (
    "Dahl/NNP/3/nsubj is/VBZ/3/cop founder/NN/0/root and/CC/5/cc head/NN/3/conj of/IN/7/case Nordbank/NNP/5/nmod",
    ["Dahl founded Nordbank", "Dahl head_of Nordbank"]
  ),
  (
    "Dahl/NNP/2/nsubj serves/VBZ/0/root as/IN/4/case director/NN/2/obl of/IN/6/case Nordbank/NNP/4/nmod",
    ["Dahl head_of Nordbank"]
  ),
  (
    "fighters/NNS/0/root supported/VBN/1/acl by/IN/4/case Sweden/NNP/2/obl",
    ["Sweden backs fighters"]
  ),
])
func `clauses and nouns say who did what to whom`(tree: String, expected: [String]) {
  #expect(relations(tree) == expected)
}

@Test(arguments: [
  (
    "Dahl/NNP/4/nsubj will/MD/4/aux also/RB/4/advmod meet/VB/0/root Berg/NNP/4/obj",
    ["Dahl meets Berg planned"]
  ),
  (
    "Dahl/NNP/2/nsubj is/VBZ/0/root to/TO/4/mark meet/VB/2/xcomp Berg/NNP/4/obj",
    ["Dahl meets Berg planned"]
  ),
  (
    "Dahl/NNP/3/nsubj is/VBZ/3/aux expected/VBN/0/root to/TO/5/mark meet/VB/3/xcomp with/IN/7/case Berg/NNP/5/obl",
    ["Dahl meets Berg planned"]
  ),
  (
    "Norway/NNP/4/nsubj did/VBD/4/aux not/RB/4/advmod attack/VB/0/root Palau/NNP/4/obj",
    ["Norway attacks Palau denied"]
  ),
  (
    "Dahl/NNP/2/nsubj said/VBD/0/root that/IN/5/mark Norway/NNP/5/nsubj attacked/VBD/2/ccomp Palau/NNP/5/obj",
    ["Norway attacks Palau reported by Dahl"]
  ),
  (
    "Sweden/NNP/3/nsubj has/VBZ/3/aux accused/VBN/0/root Norway/NNP/3/obj of/IN/6/mark supplying/VBG/3/advcl Palau/NNP/6/obj with/IN/9/case missiles/NNS/6/obl",
    ["Norway supplies_arms_to Palau alleged by Sweden", "Sweden accuses Norway"]
  ),
  (
    "Norway/NNP/2/nsubj denied/VBD/0/root attacking/VBG/2/xcomp Palau/NNP/3/obj",
    ["Norway attacks Palau denied by Norway"]
  ),
  (
    "Norway/NNP/2/nsubj threatened/VBD/0/root to/TO/4/mark attack/VB/2/xcomp Palau/NNP/4/obj",
    ["Norway threatens Palau"]
  ),
  (
    "Norway/NNP/2/nsubj promised/VBD/0/root to/TO/4/mark help/VB/2/xcomp Palau/NNP/4/obj",
    ["Norway pledges Palau"]
  ),
  (
    "Dahl/NNP/2/nsubj refused/VBD/0/root to/TO/4/mark meet/VB/2/xcomp Berg/NNP/4/obj",
    ["Dahl rejects Berg"]
  ),
  (
    "Dahl/NNP/2/nsubj urged/VBD/0/root Norway/NNP/2/obj to/TO/5/mark attack/VB/2/xcomp Palau/NNP/5/obj",
    ["Dahl urges Norway"]
  ),
  (
    "If/IN/3/mark Norway/NNP/3/nsubj attacks/VBZ/6/advcl Palau/NNP/3/obj we/PRP/6/nsubj leave/VBP/0/root",
    []
  ),
  (
    "Norway/NNP/3/nsubj reportedly/RB/3/advmod attacked/VBD/0/root Palau/NNP/3/obj",
    ["Norway attacks Palau alleged"]
  ),
  (
    "Dahl/NNP/2/nsubj said/VBD/0/root Norway/NNP/5/nsubj must/MD/5/aux leave/VB/2/ccomp",
    ["Dahl demands Norway"]
  ),
  (
    "Dahl/NNP/3/nsubj is/VBZ/3/aux accused/VBN/0/root of/IN/5/case theft/NN/3/obl and/CC/7/cc killing/VBG/3/conj Berg/NNP/7/obj",
    ["- accuses Dahl", "Dahl kills Berg alleged"]
  ),
  (
    "Dahl/NNP/2/nsubj called/VBD/0/root for/IN/4/case peace/NN/2/obl and/CC/7/cc to/TO/7/mark free/VB/2/conj Berg/NNP/7/obj",
    ["Dahl demands peace"]
  ),
  (
    "Norway/NNP/2/nsubj wrote/VBD/0/root letters/NNS/2/obj on/IN/5/mark arming/VBG/2/advcl Palau/NNP/5/obj",
    ["Norway supplies_arms_to Palau planned"]
  ),
])
func `the text's commitment is kept`(tree: String, expected: [String]) {
  #expect(relations(tree) == expected)
}

@Test(arguments: [
  // A thing can be condemned but not released, arrested or urged.
  ("Nordbank/NNP/2/nsubj released/VBD/0/root a/DT/4/det statement/NN/2/obj", []),
  (
    "Norway/NNP/2/nsubj released/VBD/0/root two/CD/4/nummod prisoners/NNS/2/obj",
    ["Norway releases two prisoners"]
  ),
  (
    "Dahl/NNP/2/nsubj condemned/VBD/0/root the/DT/4/det plan/NN/2/obj",
    ["Dahl condemns the plan"]
  ),
  (
    "Dahl/NNP/2/nsubj attacked/VBD/0/root the/DT/4/det plan/NN/2/obj", ["Dahl condemns the plan"]
  ),
  (
    "A/DT/2/det blast/NN/3/nsubj killed/VBD/0/root Berg/NNP/3/obj", ["- kills Berg"]
  ),
  ("A/DT/2/det storm/NN/3/nsubj hit/VBD/0/root Norway/NNP/3/obj", []),
  ("The/DT/2/det medal/NN/3/nsubj went/VBD/0/root to/IN/5/case Norway/NNP/3/obl", []),
  ("Dahl/NNP/2/nsubj spoke/VBD/0/root to/IN/4/case Nordbank/NNP/2/obl", []),
  ("Dahl/NNP/2/nsubj ordered/VBD/0/root bigger/JJ/4/amod packages/NNS/2/obj", []),
  ("Dahl/NNP/2/nsubj received/VBD/0/root his/PRP$/4/nmod PhD/NNP/2/obj", []),
  ("any/DT/2/det officers/NNS/3/nsubj arrested/VBD/0/root Berg/NNP/3/obj", []),
  (
    "Dahl/NNP/2/nsubj wants/VBZ/0/root to/TO/4/mark prevent/VB/2/xcomp Sweden/NNP/4/obj from/IN/7/mark arming/VBG/4/advcl Palau/NNP/7/obj",
    []
  ),
  (
    "the/DT/2/det agency/NN/4/nsubj Redguard/NNP/4/nsubj condemned/VBD/0/root Norway/NNP/4/obj",
    ["Redguard condemns Norway"]
  ),
  ("Sweden/NNP/2/nsubj beat/VBD/0/root Norway/NNP/2/obj", []),
  (
    "Norwegian/JJ/4/amod and/CC/3/cc Swedish/JJ/1/conj officials/NNS/5/nsubj met/VBD/0/root Berg/NNP/5/obj",
    ["Norway meets Berg", "Sweden meets Berg"]
  ),
  (
    "Dahl/NNP/2/nsubj condemned/VBD/0/root the/DT/4/det attacks/NNS/2/obj on/IN/6/case Norway/NNP/4/nmod",
    ["Dahl condemns the attacks"]
  ),
  (
    "Norway/NNP/2/nsubj gave/VBD/0/root Palau/NNP/6/compound 5/CD/5/flat million/CD/6/nummod dollars/NNS/2/obj",
    ["Norway funds Palau"]
  ),
  (
    "Norway/NNP/2/nsubj threatened/VBD/0/root to/TO/4/mark leave/VB/2/xcomp unless/IN/7/mark Palau/NNP/7/nsubj pays/VBZ/2/advcl",
    ["Norway threatens Palau"]
  ),
  (
    "Norway/NNP/2/nsubj failed/VBD/0/root to/TO/4/mark reach/VB/2/xcomp agreement/NN/4/obj with/IN/7/case Palau/NNP/5/nmod",
    ["Norway rejects Palau"]
  ),
  (
    "Dahl/NNP/2/nsubj called/VBD/0/root on/IN/4/case Norway/NNP/2/obl to/TO/6/mark attack/VB/2/advcl Palau/NNP/6/obj",
    ["Dahl urges Norway"]
  ),
])
func `who cannot do it or have it done to them is left out`(tree: String, expected: [String]) {
  #expect(relations(tree) == expected)
}

@Test(arguments: [
  (
    "Dahl/NNP/0/root ,/,/4/punct who/WP/4/nsubj works/VBZ/1/acl at/IN/4/obl Nordbank/NNP/8/nsubj ,/,/8/punct praised/VBD/5/advcl Berg/NNP/8/obj",
    ["Dahl praises Berg"]
  ),
  (
    "Norway/NNP/2/nsubj left/VBD/0/root after/IN/5/case lawyer/NN/5/compound Berg/NNP/2/obl was/VBD/7/aux arrested/VBN/2/ccomp",
    ["- arrests Berg"]
  ),
  (
    "The/DT/2/det attack/NN/5/nsubj was/VBD/5/cop in/IN/5/case Bergen/NNP/0/root ,/,/7/punct killing/VBG/5/acl Berg/NNP/7/obj",
    ["- kills Berg"]
  ),
  (
    "Dahl/NNP/2/nsubj met/VBD/0/root reporters/NNS/2/obj ,/,/5/punct praising/VBG/3/acl Berg/NNP/5/obj",
    ["Dahl praises Berg"]
  ),
  (
    "Nordbank/NNP/2/nsubj announced/VBD/0/root players/NNS/2/obj ,/,/4/punct were/VBD/6/aux banned/VBN/2/ccomp",
    []
  ),
  (
    "Dahl/NNP/2/nsubj attacked/VBD/0/root Berg/NNP/2/obj for/IN/5/mark leaving/VBG/2/advcl early/RB/5/advmod",
    ["Dahl condemns Berg"]
  ),
  (
    "Dahl/NNP/2/nsubj announced/VBD/0/root a/DT/4/det deal/NN/2/obj between/IN/6/case Norway/NNP/4/nmod and/CC/8/cc Sweden/NNP/6/conj",
    ["Norway signs_deal_with Sweden"]
  ),
  ("Has/VBZ/3/aux Norway/NNP/3/nsubj invaded/VBN/0/root Palau/NNP/3/obj ?/./3/punct", []),
  (
    "Dahl/NNP/2/nsubj asked/VBD/0/root whether/IN/5/mark Norway/NNP/5/nsubj invaded/VBD/2/ccomp Palau/NNP/5/obj",
    []
  ),
  (
    "AP/NNP/2/nsubj called/VBD/0/root Bergen/NNP/2/obj for/IN/5/case Dahl/NNP/2/obl", []
  ),
  ("Dahl/NNP/2/nsubj struck/VBD/0/root a/DT/4/det rail/NN/2/obj", []),
])
func `parsers' slips and other senses of a verb are seen through`(tree: String, expected: [String])
{
  #expect(relations(tree) == expected)
}

@Test func `what is alleged and denied stands twice`() {
  let tree = """
    Sweden/NNP/3/nsubj has/VBZ/3/aux accused/VBN/0/root Norway/NNP/3/obj of/IN/6/mark arming/VBG/3/advcl Palau/NNP/6/obj ,/,/10/punct which/WDT/10/obj Norway/NNP/11/nsubj denied/VBD/6/acl
    """
  #expect(
    relations(tree) == [
      "Norway supplies_arms_to Palau alleged by Sweden",
      "Norway supplies_arms_to Palau denied by Norway", "Sweden accuses Norway",
    ])
}

@Test func `what a hyphen ties to a description belongs to it`() {
  let tree = """
    Dahl/NNP/2/nsubj condemned/VBD/0/root Norway/NNP/7/compound -/HYPH/5/punct backed/VBN/7/amod militant/JJ/7/amod groups/NNS/2/obj
    """
  #expect(relations(tree).contains("Dahl condemns Norway-backed militant groups"))
}

@Test(arguments: [
  (
    "Norway/NNP/2/nsubj fired/VBD/0/root rockets/NNS/2/obj at/IN/5/case targets/NNS/2/obl in/IN/7/case Palau/NNP/3/nmod",
    "Norway attacks Palau"
  ),
  (
    "Redguard/NNP/2/nsubj exploded/VBD/0/root a/DT/4/det series/NN/2/obj of/IN/6/case bombs/NNS/4/nmod in/IN/8/case Bergen/NNP/6/nmod",
    "Redguard bombs Bergen"
  ),
  (
    "Norway/NNP/2/nsubj bombed/VBD/0/root Friday/NNP/2/obl the/DT/5/det villages/NNS/3/appos of/IN/7/case Palau/NNP/5/nmod",
    "Norway bombs Palau"
  ),
  (
    "Redguard/NNP/2/nsubj freed/VBD/0/root Dahl/NNP/2/iobj and/CC/5/cc Berg/NNP/2/obj",
    "Redguard releases Dahl"
  ),
  (
    "Norway/NNP/2/nsubj arrested/VBD/0/root candidate/NN/2/iobj Berg/NNP/2/obj",
    "Norway arrests Berg"
  ),
  (
    "workers/NNS/2/nsubj marched/VBD/0/root in/IN/5/case a/DT/5/det jail/NN/2/obl in/IN/7/case Bergen/NNP/5/nmod",
    "workers protests_against Bergen"
  ),
  (
    "Norway/NNP/4/nsubj and/CC/3/cc Sweden/NNP/1/conj refused/VBD/0/root to/TO/6/mark negotiate/VB/4/xcomp",
    "Norway rejects Sweden"
  ),
  (
    "Dahl/NNP/2/nsubj resigned/VBD/0/root from/IN/5/case his/PRP$/5/nmod post/NN/2/obl",
    "Dahl resigns -"
  ),
  (
    "Sweden/NNP/2/nsubj accused/VBD/0/root Norway/NNP/2/obj of/IN/5/mark arming/VBG/3/acl Palau/NNP/5/obj",
    "Norway supplies_arms_to Palau alleged by Sweden"
  ),
  (
    "Sweden/NNP/2/nsubj met/VBD/0/root Dahl/NNP/2/obj ,/,/6/punct and/CC/6/cc Norway/NNP/3/conj has/VBZ/8/aux condemned/VBN/2/conj Palau/NNP/8/obj",
    "Norway condemns Palau"
  ),
  (
    "Dahl/NNP/2/nsubj extended/VBD/0/root an/DT/4/det invitation/NN/2/obj for/IN/6/case Berg/NNP/4/nmod to/TO/8/mark visit/VB/2/advcl Palau/NNP/8/obj",
    "Berg visits Palau planned"
  ),
])
func `phrases are read where a parser hangs them`(tree: String, expected: String) {
  #expect(relations(tree).contains(expected))
}

@Test func `one phrase for two people is both sides of what they do together`() {
  let article = ParsedArticle(
    "The/DT/2/det leaders/NNS/3/nsubj met/VBD/0/root",
    [("Dahl|leaders", .person), ("Berg|leaders", .person)])
  #expect(article.relations == ["Dahl meets Berg"])
}

@Test func `trees of any shape are survived`() {
  for label in DependencyLabel.allCases {
    for head in [-5, 0, 1, 2, 3, 4, 99] {
      _ = relations(
        "Norway/NNP/\(head)/\(label) attacked/VBD/\(4 - head)/\(label) Palau/NNP/2/\(label) denied/VBD/\(head)/\(label)"
      )
    }
  }
  var long = "Norway/NNP/2/nsubj attacked/VBD/0/root"
  for i in 3..<2000 { long += " attacked/VBD/\(i - 1)/conj" }
  _ = relations(long)
}
