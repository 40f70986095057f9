/// The kind of a relation: a standing fact, or an event of one of the sixteen types of PLOVER
/// (Political Language Ontology for Verifiable Event Records).
package enum RelationType: UInt8, Sendable, CaseIterable {
  case fact
  case agree, consult, support, concede, cooperate, aid, retreat, request, accuse, reject
  case threaten, protest, sanction, mobilize, coerce, assault

  /// `fact`, or PLOVER's word in capitals.
  package var name: String { self == .fact ? "fact" : "\(self)".uppercased() }
}

/// What holds between subject and object: the closed list that `/schema` serves.
package enum Predicate: UInt8, Sendable, CaseIterable {
  case holdsOffice, headOf, spokespersonOf, aideTo, memberOf, worksFor, founded, owns, partOf
  case locatedIn, capitalOf, nationality, succeeded, parentOf, spouseOf, siblingOf, bornIn, died
  case agreesWith, pledges
  case meets, visits, hosts, calls, negotiatesWith, mediates
  case praises, backs, recognizes, signsDealWith, apologizesTo
  case cooperatesWith, tradesWith, sharesIntelligenceWith
  case aids, suppliesArmsTo, funds, shelters
  case allows, yieldsTo
  case withdrawsFrom, releases, ceasesFireWith, surrendersTo, liftsSanctionsOn, resigns
  case urges, demands, invites
  case accuses, condemns, sues, investigates, convicts
  case denies, rejects, opposes
  case threatens, warns
  case protestsAgainst, boycotts
  case sanctions, expels, breaksTiesWith
  case deploysTo, mobilizes
  case arrests, seizes, bans, designates, deports, blockades, raids, hacks
  case attacks, bombs, invades, kills, wounds, abducts, tortures, fights

  package var description: PredicateDescription { PredicateDescription.all[Int(rawValue)] }
  /// As JSON writes it, `holds_office`.
  package var name: String { description.name }
  package var type: RelationType { description.type }
  /// Subject and object may be exchanged; they stand in text order.
  package var isSymmetric: Bool { description.isSymmetric }
}
