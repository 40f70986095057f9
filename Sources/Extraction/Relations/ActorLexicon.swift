/// Common nouns that someone is called by who can act: people, peoples and bodies.
///
/// "two soldiers" can be arrested, "a statement" cannot. The roles of `RoleLexicon` are actors too.
struct ActorLexicon {
  static let english = ActorLexicon()

  private let actors: WordSet
  private let persons: WordSet
  private let instruments: WordSet

  private init() {
    func forms(_ lemmas: String) -> WordSet {
      let lemmas = lemmas.split(whereSeparator: \.isWhitespace).map(String.init)
      return WordSet((lemmas + lemmas.map(Inflection.plural(ofNoun:))).joined(separator: " "))
    }
    actors = forms([Self.people, Self.bodies, RoleLexicon.nouns].joined(separator: " "))
    persons = WordSet(Self.people)
    instruments = forms(Self.instruments)
  }

  func isActor(_ word: WordKey) -> Bool { actors.contains(word) }

  /// A single person.
  func isPerson(_ word: WordKey) -> Bool { persons.contains(word) }

  /// What something is done with or happens by: "the blast killed two" names no doer.
  func isInstrument(_ word: WordKey) -> Bool { instruments.contains(word) }

  private static let people = """
    abbot abductor abuser academic accomplice accountant accused accuser activist actor actress
    adherent administrator admiral admirer adolescent adult adversary advertiser advocate agent
    aggressor airman ally alumnus ambassador amputee anarchist ancestor anthropologist appellant
    applicant apprentice archaeologist archbishop aristocrat arsonist artisan assailant assassin
    associate astronomer asylum-seeker attacker attendant attendee auditor aunt author autocrat
    aviator ayatollah baby backer backpacker bailiff baker bandit banker baron barrister bartender
    beneficiary biker biologist bishop bodyguard bomber borrower boss bowler boy boyfriend brewer
    brigadier broadcaster broker bureaucrat burglar buyer bystander cadet cameraman campaigner
    candidate cardinal caregiver caretaker carpenter cashier casualty celebrity challenger champion
    chancellor chaplain chemist chieftain child churchgoer citizen civilian claimant classmate
    clergy clergyman clergywoman cleric clerk client climber co-accused co-author co-chair
    co-conspirator co-defendant co-owner co-pilot co-star co-worker coalition collaborator colleague
    collector colonel colonist colonizer columnist combatant comedian commandant commando
    commentator commoner communist commuter companion compatriot competitor complainant comrade
    concertgoer conductor congregant congressperson conscript conservationist conservative
    conspirator constituent constitutionalist consultant consumer contender contestant contractor
    contributor convict cook cop correspondent councillor councilman councilor councilwoman
    counsellor counterpart countryman couple courier cousin coworker craftsman creator creditor crew
    crewman crewmember cricketer criminal critic crook crossbencher crowd crusader culprit curator
    customer cyberattacker dancer deacon dead dealer debtor decision-maker decisionmaker decorator
    defector defendant delegate delegation democrat demonstrator denier dentist dependent depositor
    deputy descendant deserter despot detainee detective detractor developer devotee dignitary
    disabled disciple discoverer dissenter diver donor dozen driver drunk dweller easterner
    economist educator elder elderly elector electorate elite emigrant emissary employee employer
    enemy engraver entertainer enthusiast entrepreneur environmentalist escapee ethnic-minority
    evacuee evangelist everybody everyone examiner exile expat expatriate expert explorer exporter
    extortionist extremist eyewitness faction faithful family fan fanatic farmer farmhand farmworker
    fascist federalist fellow felon feminist fiance fiancé fiancée fighter financier firebrand
    firefighter fireman fisherman fisherwoman foe folk follower footballer foreigner forester
    freelancer friend front-runner frontrunner fugitive functionary fundamentalist gambler gang
    gangster gardener garrison gendarme general genius gentleman geographer geologist girl
    girlfriend goalscorer grandchild granddaughter grandfather grandmother grandparent grandson
    grower guard guardian guardsman guerilla guerrilla guest guide gunman guru gymnast hacker
    hacktivist half-brother half-sister harasser hardliner headmaster headmistress headteacher heir
    heiress hero heroine highlander hijacker hiker hitman holdout homeless homeowner homosexual
    hooligan host hostage hostage-taker household housewife human hundred hunter husband illustrator
    imam immigrant impersonator impostor incumbent independent individual industrialist infant
    infantryman infiltrator influencer informant informer inhabitant injured inmate innovator
    insider inspector instigator instructor insurer insurgent intellectual intern interpreter
    interviewee interviewer intruder invader inventor investigator investor invitee islamist
    islander jailer janitor jew jihadi jihadist jockey judge judoka juror justice juvenile kid
    kidnapper killer king kingpin laborer labourer lad lady landlord landowner laureate lawbreaker
    lawmaker lawyer leaseholder leftist legionnaire lender liar liberal liberator librarian
    lieutenant lifeguard lobbyist local looter loser lover loyalist mafioso magistrate magnate maid
    major malcontent male man mandarin maniac manufacturer marathoner marauder marcher marine
    mariner marksman martyr marxist mason mastermind mate maverick mechanic medalist medallist
    mediator medic mentor mercenary merchant messenger midshipman midwife migrant militant militia
    militiaman million millionaire miner minor minority missionary mob mobster moderate moderator
    modernizer monarchist monitor monk moralist mother motorcyclist motorist mourner mugger mullah
    multitude murderer musician mutineer nanny nationalist native naturalist navigator negotiator
    neighbor neighbour nephew newcomer niece nobleman nobody nomad nominee non-citizen noncombatant
    nonprofit notary number nun nursemaid objector observer occupant occupier offender office-holder
    officeholder oligarch onlooker operative operator opponent oppressor orator organiser organizer
    orphan outlaw outsider overlord overseer owner pacifist paedophile pair panelist parent
    parishioner parliamentarian participant partisan partner partygoer passenger passer-by passerby
    passersby pastor patient patriot patrolman patron peacekeeper peacemaker peasant pedestrian
    pedophile peer pensioner people performer perpetrator person persona personality personnel
    pharmacist philanthropist physician picketer pilgrim pilot pioneer pirate plaintiff planner
    planter player plotter pluralist poacher policeman policewoman policymaker pollster pontiff poor
    pope populace populist practitioner preacher predator premier presenter priest principal
    prisoner producer programmer prohibitionist promoter propagandist prophet proponent prosecutor
    prostitute protagonist protege protester protestor provider psychiatrist psychologist public
    publisher pundit pupil quartet rabbi racer racist radical raider ranger rapist reader realist
    rebel recidivist recipient recruit recruiter reformer reformist refugee refuser regent regular
    regulator relative renegade renter repairman repatriate republican rescuer resident respondent
    responder retailer retiree returnee reveler reveller revolutionary rider rightist ringleader
    rioter rival robber rogue roommate royal royalist runaway runner saboteur sailor salesman savior
    saviour scholar schoolboy schoolchild schoolgirl schoolteacher sculptor seafarer seaman
    secessionist seeker seller seminarian senior separatist sergeant servant serviceman
    servicemember serviceperson servicewoman settler sex-worker shareholder sheikh shepherd sheriff
    shooter shopkeeper shopper sibling sightseer signatory sister skeptic skipper slave smoker
    smuggler sniper socialist sociologist soldier somebody someone sophomore source sovereign
    speaker specialist spectator speculator sponsor sportsman sportswoman sprinter spy squad
    squatter staff staffer stakeholder stalker starlet statesman stepdaughter stepfather stepmother
    stepson steward stranger strategist striker strongman subcontractor subordinate subscriber
    superintendent supervisor supplier supporter supremacist surgeon survivor suspect sympathiser
    sympathizer syndicate taxpayer teammate technician teenager teller tenant terrorist theologian
    therapist thief thousand thug torturer tourist trader trafficker trainee trainer traitor
    translator trapper traveler traveller tribesman trio troop trooper troublemaker trucker trustee
    turncoat twin tyrant unemployed unionist user vandal vendor veteran vicar victim victor
    viewer vigilante villager violator visitor voice volunteer voter waiter waitress warder warlord
    warrior watchdog weightlifter westerner whistle-blower whistleblower wholesaler widow widower
    winner witness woman womanizer worker worshiper worshipper wounded wrestler wrongdoer youngster
    youth zealot
    """

  private static let bodies = """
    academy administration affiliate agency airforce airline airport alliance archdiocese arm army
    assembly association authority automaker bakery band bank bar battalion bloc board body branch
    breakaway brewery brigade broadcaster brotherhood bureau bureaucracy business cabal cabinet camp
    campaign caravan carmaker carrier cartel caucus cell chain chamber chapter charity choir church
    circle city clan clinic club cohort college command commission commissioner committee commune
    community company confederation conference conglomerate congregation congress consortium
    constabulary consulate contingent convoy cooperative corporation corps council country court
    crew department developer diaspora diocese directorate directory division duo electorate embassy
    enforcement ensemble enterprise establishment exchange executive expedition faction factory
    faculty federation firm flotilla force forum foundation franchise front gallery gang
    garrison government group grouping guard guerrilla guild hospital hotel industry infantry
    inspectorate institute institution insurer insurgency intelligence judiciary junta jury kingdom
    label laboratory league left legion legislature lender lobby mafia magazine majority maker
    manufacturer media militia ministry minority mission monarchy monastery mosque movement
    municipality museum nation navy neighborhood network newspaper ngo office ombudsman operator
    opposition orchestra order organ organisation organization outfit outlet panel paper
    paramilitary parent parish parliament party patrol peacekeepers people platoon police
    polity population posse power precinct press prosecution province public
    publisher quango rank rebellion refinery reformatory regime regiment region registrar regulator
    republic resistance restaurant retailer retinue right ring school secretariat sect section
    sector senate service settlement ship shop site society squadron staff start-up startup state
    station store studio subsidiary superpower supplier synagogue syndicate synod taskforce team
    television theater theatre town treasury tribe tribunal troupe trust union unit university
    utility village watchdog website wing workforce world zoo
    """

  private static let instruments = """
    accident air-strike airstrike ambush artillery ash assault attack avalanche bacterium blast
    blaze blizzard blow boat bomb bombardment bombing bullet bus cannon car carbomb chemical clash
    cold collapse collision conflict crash crisis crossfire cyclone derailment device disaster
    disease downpour drone drought drug earthquake earthquakes epidemic eruption event explosion
    explosive fall famine fight fighting fire flame flood flooding floodwater fog force gas grenade
    gunbattle gunfire gunshot gust hail heat heatwave helicopter hurricane ied illness incident
    infection jet knife landmine landslide lava lightning machete malaria mine missile mortar
    mudslide offensive outbreak pandemic plane poison quake radiation raid rain rainfall rifle
    rocket rockslide round shell shelling shooting shootout shot smoke snow snowfall stampede stone
    storm strike suicide sword tank temperature tempest tornado torrent train tremor truck tsunami
    twister typhoon vehicle violence virus volcano war warplane water wave weapon weather wildfire
    wind wreck
    """
}
