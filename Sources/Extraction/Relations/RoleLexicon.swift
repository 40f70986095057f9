/// Nouns that say what someone is to someone or something.
enum RoleClass: UInt32 {
  /// Of a state: holds_office; of a body: head_of.
  case office = 1
  /// Of a body: head_of; of a state: holds_office.
  case head
  case spokesperson, aide, member
  /// Works for a body; with a people's name it tells the nationality.
  case employee
  /// With a people's name it tells the nationality.
  case profession
  case parent, child, spouse, sibling, predecessor, successor, founder
  /// No role at all; with a people's name it tells the nationality.
  case person
}

struct RoleLexicon {
  static let english = RoleLexicon()

  private var table: WordValues

  subscript(word: WordKey) -> RoleClass? { table[word].flatMap { RoleClass(rawValue: $0) } }

  private init() {
    table = WordValues(capacity: 600)
    for (role, words) in Self.lists {
      for word in words.split(whereSeparator: \.isWhitespace) {
        table.update(WordKey(word), first: role.rawValue) { _ in }
      }
    }
  }

  /// All roles, parted by white space.
  static var nouns: String { lists.map(\.1).joined(separator: " ") }

  private static let lists: [(RoleClass, String)] = [
    (
      .office,
      """
      president minister premier chancellor king queen prince princess emperor sultan emir governor
      mayor senator secretary ambassador envoy monarch dictator ruler congressman congresswoman
      representative commissioner consul treasurer attorney justice lawmaker legislator mp
      president-elect prime-minister shah caliph
      """
    ),
    (
      .head,
      """
      head chief director ceo chairman chairwoman chair chairperson boss commander leader executive
      dean rector principal coach manager captain cfo coo superintendent general-secretary
      """
    ),
    (.spokesperson, "spokesman spokeswoman spokesperson"),
    (.aide, "aide adviser advisor assistant counsel counselor confidant"),
    (.member, "member"),
    (
      .employee,
      """
      professor researcher analyst economist scientist correspondent reporter lecturer officer
      official engineer fellow strategist columnist anchor editor midfielder striker goalkeeper
      defender forward pitcher quarterback
      """
    ),
    (
      .profession,
      """
      poet writer author actor actress singer musician footballer player filmmaker artist painter
      philosopher athlete cyclist swimmer driver businessman businesswoman billionaire politician
      activist journalist dissident cleric diplomat lawyer national citizen novelist composer tycoon
      physicist mathematician historian astronaut boxer golfer sprinter skier rapper model chef
      designer architect student teacher nurse doctor soldier blogger photographer
      """
    ),
    (.parent, "father mother dad mum mom"),
    (.child, "son daughter"),
    (.spouse, "wife husband widow widower spouse ex-wife ex-husband"),
    (.sibling, "brother sister"),
    (.predecessor, "predecessor"),
    (.successor, "successor"),
    (.founder, "founder co-founder cofounder"),
  ]

  /// Offices that one holds as a member of a party or court, not as its head.
  static let seated = WordSet(
    """
    senator mp congressman congresswoman representative lawmaker legislator justice mayor governor
    minister
    """)
  /// … and in which one serves it.
  static let hired = WordSet("attorney")
  static let former = WordSet("former ex late ousted deposed ex-president then-president onetime")
  /// Words that lead up to a role within a title.
  static let modifiers = WordSet(
    """
    deputy vice prime foreign defense defence finance interior justice health education energy trade
    first second third acting interim chief senior executive general assistant associate supreme
    military army navy police intelligence opposition party press national presidential managing
    secretary state economy environment agriculture transport labour labor culture justice home
    then current new outgoing incoming longtime veteran top special lead leading former ex late
    security policy affairs science technology development prominent famous renowned celebrated
    founding ruling parliamentary financial legal political religious spiritual elder
    """)
  /// Before the title of a head: no head.
  static let subordinate = WordSet("deputy vice assistant associate regional junior")
  /// … and of a parliament: head of a part of its members.
  static let partial = WordSet("minority majority opposition")
  /// Bodies that are another's: "a subsidiary of Nordbank".
  static let parts = WordSet(
    "subsidiary division unit branch arm affiliate imprint subdivision offshoot department")
  /// Verbs that say what someone is: "serves as director".
  static let being = WordSet(
    "serve serves served serving work works worked working act acts acted acting become becomes "
      + "became becoming remain remains remained")
  /// What an office is of: "secretary of state", "chief of staff".
  static let officeOf = WordSet("state defense defence staff justice education energy treasury")
  static let appointing = WordSet(
    "appointed named elected chosen nominated sworn re-elected reelected inaugurated crowned")
  static let kinds = WordSet(
    """
    country nation state city town village province region district island republic capital nations
    countries states cities towns villages provinces regions islands
    """)
  static let units = WordSet(
    """
    ministry army military parliament navy police government court agency embassy senate congress
    cabinet department bureau council force forces corps guard office service intelligence
    assembly commission administration
    """)
}
