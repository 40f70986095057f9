/// A predicate as a reader is told of it.
package struct PredicateDescription: Sendable {
  package let name: String
  package let type: RelationType
  package let isSymmetric: Bool
  package let meaning: String
  /// A text that states it, with invented people.
  package let example: String

  private init(
    _ name: String, _ type: RelationType, _ meaning: String, _ example: String,
    symmetric isSymmetric: Bool = false
  ) {
    self.name = name
    self.type = type
    self.isSymmetric = isSymmetric
    self.meaning = meaning
    self.example = example
  }

  /// In the order of `Predicate.allCases`.
  package static let all: [PredicateDescription] = [
    PredicateDescription(
      "holds_office", .fact,
      "The subject holds, or held, an office of the object; the title is a qualifier.",
      "Norwegian Foreign Minister Kari Dahl"),
    PredicateDescription(
      "head_of", .fact,
      "The subject leads the organization or body.",
      "Jan Berg, the chief executive of Nordbank"),
    PredicateDescription(
      "spokesperson_of", .fact,
      "The subject speaks for the object.",
      "Nordbank spokeswoman Ida Holm"),
    PredicateDescription(
      "aide_to", .fact,
      "The subject advises or assists the object.",
      "Ola Vik, an adviser to Dahl"),
    PredicateDescription(
      "member_of", .fact,
      "The subject belongs to the object.",
      "Norway is a member of NATO"),
    PredicateDescription(
      "works_for", .fact,
      "The subject is employed by the object.",
      "Eva Lind, a researcher at Oslo University"),
    PredicateDescription(
      "founded", .fact,
      "The subject set up the object.",
      "Berg founded Nordbank in 1990"),
    PredicateDescription(
      "owns", .fact,
      "The subject owns or controls the object.",
      "Nordbank, which owns Sydbank"),
    PredicateDescription(
      "part_of", .fact,
      "The subject is a part, department or unit of the object.",
      "Norway's foreign ministry"),
    PredicateDescription(
      "located_in", .fact,
      "The subject lies in the object.",
      "in Bergen, Norway"),
    PredicateDescription(
      "capital_of", .fact,
      "The subject is the seat of the object's government.",
      "Oslo, the capital of Norway"),
    PredicateDescription(
      "nationality", .fact,
      "The subject is a citizen of the object.",
      "Norwegian poet Kari Dahl"),
    PredicateDescription(
      "succeeded", .fact,
      "The subject took over the object's office.",
      "Dahl succeeded Berg"),
    PredicateDescription(
      "parent_of", .fact,
      "The subject is the object's father or mother.",
      "Dahl's father, Per Dahl"),
    PredicateDescription(
      "spouse_of", .fact,
      "The two are, or were, married.",
      "Dahl's wife, Eva Lind", symmetric: true),
    PredicateDescription(
      "sibling_of", .fact,
      "The two are brothers or sisters.",
      "Dahl's sister, Ida Dahl", symmetric: true),
    PredicateDescription(
      "born_in", .fact,
      "The subject was born in the object.",
      "Dahl was born in Bergen"),
    PredicateDescription(
      "died", .fact,
      "The subject died.",
      "Dahl died on Monday"),
    PredicateDescription(
      "agrees_with", .agree,
      "The two reach, or say they will reach, an agreement.",
      "Norway and Sweden agreed on Monday", symmetric: true),
    PredicateDescription(
      "pledges", .agree,
      "The subject promises, offers or agrees to help, meet or yield to the object.",
      "Norway promised to aid Malta"),
    PredicateDescription(
      "meets", .consult,
      "The two meet.",
      "Dahl met with Berg", symmetric: true),
    PredicateDescription(
      "visits", .consult,
      "The subject travels to the object.",
      "Dahl visited Sweden"),
    PredicateDescription(
      "hosts", .consult,
      "The subject receives the object as a guest.",
      "Dahl hosted Berg in Oslo"),
    PredicateDescription(
      "calls", .consult,
      "The two speak by telephone.",
      "Dahl telephoned Berg", symmetric: true),
    PredicateDescription(
      "negotiates_with", .consult,
      "The two hold talks.",
      "Norway held talks with Sweden", symmetric: true),
    PredicateDescription(
      "mediates", .consult,
      "The subject tries to settle a dispute of the object's.",
      "Norway mediated between Chad and Mali"),
    PredicateDescription(
      "praises", .support,
      "The subject commends, thanks or congratulates the object.",
      "Dahl praised Berg"),
    PredicateDescription(
      "backs", .support,
      "The subject supports or defends the object without material help stated.",
      "Sweden-backed rebels"),
    PredicateDescription(
      "recognizes", .support,
      "The subject grants the object diplomatic recognition.",
      "Norway recognised Palau"),
    PredicateDescription(
      "signs_deal_with", .support,
      "The two sign a formal agreement.",
      "Norway signed a treaty with Sweden", symmetric: true),
    PredicateDescription(
      "apologizes_to", .support,
      "The subject apologizes to, or forgives, the object.",
      "Dahl apologised to Berg"),
    PredicateDescription(
      "cooperates_with", .cooperate,
      "The two work together, or have close ties.",
      "Norway has close ties with Sweden", symmetric: true),
    PredicateDescription(
      "trades_with", .cooperate,
      "The subject sells to or buys from the object.",
      "Norway sold gas to Sweden"),
    PredicateDescription(
      "shares_intelligence_with", .cooperate,
      "The subject gives the object intelligence or evidence.",
      "Norway shared intelligence with Sweden"),
    PredicateDescription(
      "aids", .aid,
      "The subject gives the object material help.",
      "Norway gave aid to Malta"),
    PredicateDescription(
      "supplies_arms_to", .aid,
      "The subject gives or sells the object weapons.",
      "Norway supplied missiles to Malta"),
    PredicateDescription(
      "funds", .aid,
      "The subject gives the object money.",
      "Norway financed the group"),
    PredicateDescription(
      "shelters", .aid,
      "The subject grants the object asylum or protection.",
      "Norway granted asylum to Berg"),
    PredicateDescription(
      "allows", .concede,
      "The subject permits what it had restricted, or approves it.",
      "Norway allowed the party to run"),
    PredicateDescription(
      "yields_to", .concede,
      "The subject gives in to the object.",
      "Norway yielded to the demands of Sweden"),
    PredicateDescription(
      "withdraws_from", .retreat,
      "The subject pulls back from the object.",
      "Norwegian troops withdrew from Palau"),
    PredicateDescription(
      "releases", .retreat,
      "The subject frees or gives back the object.",
      "Norway released Berg"),
    PredicateDescription(
      "ceases_fire_with", .retreat,
      "The two stop fighting.",
      "Norway declared a ceasefire", symmetric: true),
    PredicateDescription(
      "surrenders_to", .retreat,
      "The subject gives itself up to the object.",
      "The rebels surrendered to Norway"),
    PredicateDescription(
      "lifts_sanctions_on", .retreat,
      "The subject ends or eases sanctions or a blockade of the object.",
      "Norway lifted sanctions on Palau"),
    PredicateDescription(
      "resigns", .retreat,
      "The subject gives up an office.",
      "Dahl resigned"),
    PredicateDescription(
      "urges", .request,
      "The subject asks the object to act.",
      "Dahl urged Sweden to act"),
    PredicateDescription(
      "demands", .request,
      "The subject demands something of the object.",
      "Dahl demanded that Sweden withdraw"),
    PredicateDescription(
      "invites", .request,
      "The subject asks the object to come.",
      "Dahl invited Berg to Oslo"),
    PredicateDescription(
      "accuses", .accuse,
      "The subject says that the object did wrong.",
      "Norway accused Sweden of spying"),
    PredicateDescription(
      "condemns", .accuse,
      "The subject criticizes the object or its acts.",
      "Dahl condemned Sweden"),
    PredicateDescription(
      "sues", .accuse,
      "The subject takes the object to court.",
      "Berg sued Nordbank"),
    PredicateDescription(
      "investigates", .accuse,
      "The subject looks into the object's acts.",
      "Police are investigating Berg"),
    PredicateDescription(
      "convicts", .accuse,
      "The subject finds the object guilty.",
      "The court convicted Berg"),
    PredicateDescription(
      "denies", .reject,
      "The subject says that what the object claims is not so.",
      "Dahl denied the accusation of Sweden"),
    PredicateDescription(
      "rejects", .reject,
      "The subject refuses what the object asks or offers.",
      "Norway rejected the proposal of Sweden"),
    PredicateDescription(
      "opposes", .reject,
      "The subject stands against the object or its acts.",
      "Norway opposes the plan"),
    PredicateDescription(
      "threatens", .threaten,
      "The subject says it may harm the object.",
      "Norway threatened Sweden"),
    PredicateDescription(
      "warns", .threaten,
      "The subject warns the object.",
      "Dahl warned Sweden"),
    PredicateDescription(
      "protests_against", .protest,
      "The subject demonstrates, strikes or riots against the object.",
      "Students protested against Berg"),
    PredicateDescription(
      "boycotts", .protest,
      "The subject refuses to take part or to buy.",
      "Norway boycotted the summit"),
    PredicateDescription(
      "sanctions", .sanction,
      "The subject lays economic or other sanctions on the object.",
      "Norway imposed sanctions on Palau"),
    PredicateDescription(
      "expels", .sanction,
      "The subject sends away the object or its people.",
      "Norway expelled two diplomats of Palau"),
    PredicateDescription(
      "breaks_ties_with", .sanction,
      "The subject ends or reduces relations, aid or talks with the object.",
      "Norway cut ties with Palau"),
    PredicateDescription(
      "deploys_to", .mobilize,
      "The subject sends armed forces to the object.",
      "Norway deployed troops in Palau"),
    PredicateDescription(
      "mobilizes", .mobilize,
      "The subject readies armed forces, perhaps against the object.",
      "Norway mobilised its army"),
    PredicateDescription(
      "arrests", .coerce,
      "The subject detains, jails or charges the object.",
      "Police arrested Berg"),
    PredicateDescription(
      "seizes", .coerce,
      "The subject takes the object or what it owns.",
      "The rebels seized the town"),
    PredicateDescription(
      "bans", .coerce,
      "The subject forbids or restricts the object.",
      "Norway banned the party"),
    PredicateDescription(
      "designates", .coerce,
      "The subject classifies the object as terrorist or criminal.",
      "Norway has designated the group as terrorist"),
    PredicateDescription(
      "deports", .coerce,
      "The subject sends the object out of the country.",
      "Norway deported Berg"),
    PredicateDescription(
      "blockades", .coerce,
      "The subject closes off the object.",
      "Norway blockaded the port"),
    PredicateDescription(
      "raids", .coerce,
      "The subject searches or storms the object.",
      "Police raided the offices of Nordbank"),
    PredicateDescription(
      "hacks", .coerce,
      "The subject breaks into the object's computers.",
      "Hackers breached Nordbank"),
    PredicateDescription(
      "attacks", .assault,
      "The subject uses violence against the object.",
      "The rebels attacked the town"),
    PredicateDescription(
      "bombs", .assault,
      "The subject bombs or shells the object.",
      "Norway bombed the port"),
    PredicateDescription(
      "invades", .assault,
      "The subject sends its army into the object's land.",
      "Norway invaded Palau"),
    PredicateDescription(
      "kills", .assault,
      "The subject kills the object.",
      "The rebels killed Berg"),
    PredicateDescription(
      "wounds", .assault,
      "The subject injures the object.",
      "The blast wounded Berg"),
    PredicateDescription(
      "abducts", .assault,
      "The subject kidnaps the object or takes it hostage.",
      "The rebels abducted Berg"),
    PredicateDescription(
      "tortures", .assault,
      "The subject tortures, beats or abuses the object.",
      "Guards beat Berg"),
    PredicateDescription(
      "fights", .assault,
      "The two fight, or are at war.",
      "The rebels fought with the army", symmetric: true),
  ]
}
