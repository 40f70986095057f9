/// Verbs and what they say happened, one frame a line: predicate | where its object stands | lemmas.
///
/// Object places, in the order they are tried: `o` direct object, `i` indirect object, `c` subject
/// of the clause it governs, any preposition by its own name; `0`: an object may be missing;
/// `-org`: an organization cannot be the object, `-name`: nobody known by name can, `-thing`: nothing
/// that cannot act can; `=class`: the
/// direct object is a word of that class (goods, not the relation's object); `verb_particle` is a
/// verb with its particle. Of several frames of one verb the first that fits is
/// taken. A starting point were the verb groups of the CAMEO dictionaries (Copyright (c) 2015 Open
/// Event Data Alliance, MIT License), whose codes map to PLOVER types.
enum VerbLexicon {
  static let frames = """
    meets|o with 0|meet confer consult huddle convene
    meets|with|converse dine lunch sit_down
    meets|with to -org|speak talk chat
    meets|o|greet
    calls|o|telephone phone ring
    visits|o|visit tour revisit
    visits|in at|arrive land
    visits|to for into|travel fly journey jet head go return
    hosts|o|host receive entertain
    negotiates_with|with 0|negotiate parley bargain haggle discuss debate
    mediates|between in o|mediate broker arbitrate intercede
    agrees_with|with 0|agree concur compromise settle reconcile
    signs_deal_with|with =deal|sign ink conclude clinch seal finalize finalise initial ratify reach strike
    signs_deal_with|with|ally partner
    pledges|to|commit
    pledges|i to o 0|pledge promise
    pledges|to o =aid|offer
    praises|o|praise laud hail applaud commend compliment congratulate salute thank extol acclaim honor honour felicitate appreciate admire toast
    praises|o|welcome
    backs|o|support back endorse defend champion favor favour advocate bless
    backs|with|side
    backs|behind by|rally stand queue
    recognizes|o|recognize recognise
    apologizes_to|to 0|apologize apologise
    apologizes_to|o|forgive pardon
    cooperates_with|with 0|cooperate collaborate coordinate
    trades_with|to =oil|sell export ship supply
    trades_with|from =oil|buy import purchase
    trades_with|with|trade
    shares_intelligence_with|with =intel|share exchange
    shares_intelligence_with|to =intel|hand_over pass provide give
    supplies_arms_to|to i with =arms|supply send give sell provide ship deliver transfer export donate lend furnish smuggle hand_over airlift
    supplies_arms_to|o|arm equip
    supplies_arms_to|o %arms|supply provide
    aids|o %aid|supply provide
    funds|to i for =money|give grant lend pay donate provide allocate send award contribute disburse offer extend loan
    funds|o|fund finance bankroll subsidize subsidise bail_out
    aids|to i for =aid|give provide send deliver donate supply offer extend distribute hand_over bring airlift ship rush fly grant
    aids|o|aid assist help rescue evacuate feed treat train
    aids|to|contribute donate
    shelters|to i =asylum|grant give offer provide
    shelters|o|shelter harbor harbour
    allows|o c|allow permit let authorize authorise
    allows|o|approve legalize legalise decriminalize reinstate rehabilitate acquit exonerate absolve clear
    allows|o =rule|cancel ease relax lift loosen scrap repeal abolish revoke suspend drop
    lifts_sanctions_on|on against from o =sanction|lift ease remove end relax waive suspend drop
    yields_to|to|yield bow capitulate cave_in give_in concede accede submit succumb
    yields_to|o|concede
    withdraws_from|from 0 =troops|withdraw pull remove evacuate pull_out move_out bring
    withdraws_from|from|withdraw retreat pull_out pull_back disengage
    withdraws_from|o from|leave vacate quit abandon
    releases|o|release free liberate set_free parole
    releases|o to =goods|return hand_back hand_over give_back
    releases|o|compensate repatriate
    ceases_fire_with|with in 0 =ceasefire|declare announce agree observe sign begin reach
    ceases_fire_with|0 =arms|lay_down surrender hand_over decommission
    ceases_fire_with|0|disarm demobilize demobilise
    surrenders_to|to 0|surrender
    resigns|as from 0|resign
    resigns|as 0|step_down stand_down abdicate
    resigns|0 =office|quit leave
    urges|o c|urge exhort press lobby pressure implore beg beseech encourage advise
    urges|on upon|call appeal prevail
    urges|to|appeal
    urges|o c|ask request
    urges|o|petition
    demands|from c o 0|demand
    demands|for|call clamor clamour appeal campaign plead
    demands|o c -thing|order instruct command compel
    demands|on c|insist
    demands|o|summon remind
    demands|in from =asylum|seek request
    demands|from o =aid|seek request
    invites|o|invite
    accuses|o c|accuse suspect
    accuses|o|blame fault implicate
    accuses|on =blame|pin lay
    accuses|o|slander libel incriminate
    condemns|o|condemn criticize criticise denounce deplore decry rebuke censure slam blast lambaste lambast chastise castigate admonish reprimand berate reproach deride ridicule mock disparage denigrate vilify insult scold lament bemoan repudiate scorn assail
    condemns|at against|lash_out hit_out rail speak_out
    condemns|about to of against|complain
    sues|o|sue prosecute impeach
    sues|against =suit|file bring lodge
    investigates|o|investigate probe inspect scrutinize scrutinise monitor audit interrogate
    investigates|into|inquire look
    investigates|to in into =inspector|send dispatch deploy
    convicts|o|convict
    denies|o|deny refute rebut dispute contradict
    rejects|to o =entry|refuse
    rejects|o|reject refuse decline dismiss rebuff spurn snub veto override defy disregard ignore overrule
    rejects|0|refuse decline
    rejects|out|rule
    rejects|o|rule_out turn_down vote_down
    opposes|to|object oppose
    condemns|c|protest complain
    protests_against|o at against over|protest
    opposes|o|oppose resist
    threatens|c against with o 0|threaten menace blackmail intimidate
    warns|o 0|warn caution
    protests_against|against at over outside in 0|demonstrate rally march riot picket
    protests_against|0|rampage
    protests_against|against at over in 0 =work|stop shun down refuse
    protests_against|o in =street|block blockade occupy storm
    protests_against|to 0 =street|take
    boycotts|o|boycott shun
    sanctions|o|sanction embargo penalize penalise punish blacklist
    expels|o|expel oust banish evict exclude bar
    expels|o from|recall =envoy
    breaks_ties_with|with =ties|cut sever break break_off suspend end halt freeze downgrade cut_off
    breaks_ties_with|to for =aid|suspend cut halt stop freeze withhold end cut_off prohibit
    breaks_ties_with|with to between o 0 =visit|cancel postpone suspend call_off halt end break_off
    rejects|to =entry|deny
    expels|o =people|ship_out order_out send_home
    breaks_ties_with|from|secede break_away
    deploys_to|in to into at along near on against =troops|deploy send dispatch station post move despatch amass mass fly rush order
    deploys_to|o in|reinforce patrol
    mobilizes|against for 0 =troops|mobilize mobilise call_up muster train ready put order
    mobilizes|for 0|mobilize mobilise
    arrests|o|arrest detain jail imprison apprehend incarcerate capture indict rearrest nab handcuff
    arrests|o|charge
    arrests|o|sentence
    arrests|of|charge
    seizes|from|seize confiscate steal
    seizes|o|seize confiscate commandeer hijack annex occupy recapture overrun nationalize nationalise expropriate impound requisition retake conquer
    seizes|of =control|take seize gain
    seizes|o|steal
    bans|o|ban outlaw prohibit forbid restrict censor suspend criminalize criminalise proscribe disband dissolve shut_down close_down fine
    bans|in on =curfew|impose declare reimpose extend clamp institute enforce
    designates|o|designate classify brand label
    deports|o|deport extradite exile evict displace
    blockades|o|blockade besiege encircle surround seal_off cordon_off
    blockades|on in =blockade|impose reimpose tighten
    raids|o|raid search storm ransack loot
    hacks|o into|hack breach penetrate
    attacks|o -thing|strike hit
    attacks|o|attack assault target ambush storm pound raid assail torch sabotage demolish destroy devastate raze burn
    attacks|at on against into =missile|launch fire lob hurl throw shoot rain
    attacks|on at|fire open_fire shoot
    attacks|to =fire|set
    attacks|o|blow_up set_ablaze firebomb
    bombs|o|bomb bombard shell strafe
    bombs|in at 0 =bomb|detonate explode plant set_off
    invades|o|invade
    invades|into|advance cross thrust push
    kills|o|kill murder assassinate massacre slaughter slay execute behead lynch gun_down shoot_dead hang butcher decapitate
    wounds|o|wound injure hurt maim
    kills|o|shoot stab
    abducts|o|abduct kidnap
    abducts|o =hostage|take seize hold
    tortures|o|torture abuse rape mistreat whip flog assault molest harass punch slap
    tortures|o -name|beat beat_up
    fights|o with against 0|fight battle clash skirmish
    succeeded|o|succeed replace
    succeeded|from|take_over
    founded|o|found establish co-found cofound create
    owns|o|own acquire buy purchase take_over
    spouse_of|to|marry wed
    spouse_of|o|marry wed
    born_in|in|bear
    died|0|die
    head_of|o|head lead chair command
    works_for|for at|work
    works_for|for|play
    member_of|o|join
    """

  /// Verbs whose direct object, a noun that tells an event, says what was done.
  static let light = """
    launch hold sign impose give provide make take conduct stage issue express reach begin start
    resume continue mount open undertake offer pay carry_out announce declare order have deliver lead
    commit perform organize organise convene renew voice intensify escalate increase step_up step_up
    wage extend maintain send complete pursue execute initiate file lodge call show plan propose
    cement forge establish strengthen deepen enter show lend perpetrate orchestrate set_up join
    speed speed_up accelerate hasten finish reimpose slap place levy enforce tighten repeat reiterate raise do throw carry_on stop_over
    """
  /// … and where the subject is who it was done to.
  static let suffering = """
    face suffer undergo receive endure sustain get incur withstand
    """
  /// Trigger words of direct objects, by class.
  static let objectClasses: [(name: String, nouns: String)] = [
    (
      "deal",
      """
      deal agreement treaty pact accord contract memorandum protocol convention charter truce
      understanding compact consensus
      """
    ),
    (
      "arms",
      """
      arm arms weapon weaponry missile rocket drone tank gun rifle ammunition munition munitions jet warplane
      helicopter artillery howitzer grenade bomb aircraft fighter equipment armament warship submarine
      shell bullet explosives explosive launcher radar hardware
      """
    ),
    (
      "troops",
      """
      troop troops soldier force forces army navy marine marines brigade battalion division regiment
      warship carrier tank jet fleet aircraft peacekeeper police reservist reserve guard paratrooper
      fighter ship bomber missile contingent unit military patrol hacker militia
      """
    ),
    (
      "money",
      """
      money dollar dollars $ million billion loan grant fund funds funding credit euro euros pound
      donation subsidy financing yen cash
      """
    ),
    (
      "aid",
      """
      aid assistance help relief supplies supply food medicine medicines support water grain flour
      equipment vaccine tent blanket shelter backing rice wheat expertise training doctor doctors
      """
    ),
    (
      "oil", "oil gas coal goods grain wheat electricity energy uranium fuel steel technology crude"
    ),
    ("intel", "intelligence information evidence data secret secrets document documents"),
    (
      "rule",
      """
      restriction ban rule law curfew limit charge charges emergency restrictions censorship law
      """
    ),
    ("sanction", "sanction sanctions embargo blockade siege restriction ban tariff tariffs"),
    ("ceasefire", "ceasefire cease-fire truce armistice"),
    ("office", "office post job position presidency government seat"),
    ("area", "area town city territory country village region base land strip"),
    (
      "goods",
      "property land hostage prisoner remains body bodies helicopter equipment weapon money plane artifact"
    ),
    (
      "labour",
      "hunger general labor labour wildcat nationwide day work solidarity transport rail bus student teacher"
    ),
    ("asylum", "asylum refuge sanctuary shelter protection citizenship"),
    ("blame", "blame responsibility"),
    ("suit", "suit lawsuit complaint case charge charges petition"),
    ("street", "street streets road roads highway border bridge"),
    ("envoy", "ambassador envoy diplomat consul"),
    (
      "ties",
      "tie ties relation relations contact contacts link links talks cooperation diplomatic air"
    ),
    (
      "visit", "visit trip meeting talks summit negotiation mediation effort efforts effort efforts"
    ),
    ("curfew", "curfew emergency martial siege censorship restriction blackout"),
    ("blockade", "blockade siege closure cordon embargo"),
    (
      "missile",
      "missile rocket shell mortar shot projectile stone grenade bomb drone gas petrol bullet volley salvo barrage"
    ),
    ("fire", "fire"),
    ("inspector", "inspector inspectors observer monitor investigator"),
    ("work", "work tools"),
    ("entry", "entry visa visas admission admittance"),
    ("people", "staff peacekeeper diplomat official inspector observer citizen national worker"),
    ("bomb", "bomb device explosives explosive grenade mine car"),
    ("hostage", "hostage captive prisoner"),
    ("control", "control power possession"),
  ]
}
