/// Nouns that tell an event, one frame a line: predicate | prepositions of its object | lemmas.
///
/// A possessive, a demonym or "by" before or after them is the subject. `of`: what follows "of" is
/// the object; without it, "of" is the subject. `between`: both stand after it. `compound`: a name
/// before the noun is the object ("Norway sanctions").
enum NounLexicon {
  static let frames = """
    meets|with between|meeting encounter rendezvous
    negotiates_with|with between|talks talk negotiation discussion dialogue conversation consultation
    visits|to in|visit trip tour stopover
    mediates|between in|mediation
    agrees_with|with between|consensus understanding
    signs_deal_with|with between|deal agreement treaty pact accord contract memorandum
    pledges|to|pledge promise
    praises|for of|praise tribute applause congratulations
    backs|for of|support backing endorsement defense defence
    recognizes|of|recognition
    apologizes_to|to|apology
    cooperates_with|with between|cooperation partnership alliance ties relation relations collaboration coalition relationship friendship
    aids|to for|aid assistance relief help
    funds|to for|funding grant loan donation
    supplies_arms_to|to =arms|supply provision delivery shipment transfer sale export
    aids|to =aid|provision supply delivery shipment donation
    shelters|to|asylum
    allows|for|permission approval
    withdraws_from|from|withdrawal retreat pullout pullback evacuation departure
    releases|of|release
    ceases_fire_with|with between in|ceasefire cease-fire truce armistice
    surrenders_to|to|surrender
    resigns|0|resignation
    invites|for to|invitation
    urges|to|appeal plea request reminder
    hosts|to of|welcome reception
    breaks_ties_with|with to of|suspension severance cutoff
    demands|to on for|demand ultimatum
    accuses|against of|accusation allegation
    condemns|of against|condemnation criticism denunciation rebuke
    sues|against|lawsuit suit
    investigates|into of|investigation probe inquiry enquiry inspection hearing
    convicts|of|conviction
    rejects|of|rejection refusal veto
    opposes|to|opposition resistance objection
    threatens|against to|threat
    warns|to|warning
    protests_against|against over outside at in 0|protest demonstration riot unrest sit-in
    protests_against|against over outside|rally march
    protests_against|against over outside at in 0 =labour|strike
    boycotts|of|boycott
    sanctions|on against of compound|sanction sanctions embargo
    expels|of|expulsion ouster
    deploys_to|to in|deployment
    mobilizes|against|mobilization mobilisation
    arrests|of|arrest detention imprisonment
    seizes|of|seizure annexation occupation capture takeover confiscation
    bans|on of|ban crackdown curfew
    deports|of|deportation
    blockades|of on|blockade siege
    raids|on of|raid
    hacks|of on into|hack breach
    attacks|on against at in|attack assault strike airstrike offensive onslaught incursion raid aggression counterattack operation
    bombs|of in|bombing bombardment shelling
    invades|of compound|invasion
    attacks|against of|cleansing genocide
    kills|of|killing murder assassination massacre slaughter execution
    wounds|of|wounding
    abducts|of|abduction kidnapping
    tortures|of|torture beating abuse rape
    fights|with against in between on compound|war conflict battle clash fighting fight hostilities
    """
}
