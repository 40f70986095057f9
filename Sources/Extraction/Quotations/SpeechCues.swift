/// Verbs that hand over someone's words, in all their forms.
struct SpeechCues {
  struct Cue: OptionSet {
    let rawValue: UInt32
    /// Says that words were spoken or written: "said", "told".
    static let saying = Cue(rawValue: 1)
    /// May take quoted words as its object: "condemned", "described".
    static let judging = Cue(rawValue: 2)
    static let gerund = Cue(rawValue: 4)
    /// "said Smith": may precede its subject.
    static let inverts = Cue(rawValue: 8)
    /// "believed": told by whoever knows, perhaps not said.
    static let thinking = Cue(rawValue: 16)
  }

  private var table: WordValues

  static let english = SpeechCues()

  subscript(word: WordKey) -> Cue { Cue(rawValue: table[word] ?? 0) }

  private init() {
    table = WordValues(capacity: 1200)
    add(Self.inverting, [.saying, .inverts])
    add(Self.saying, .saying)
    add(Self.judging, .judging)
    add(Self.thinking, [.saying, .thinking])
  }

  private mutating func add(_ lemmas: String, _ cue: Cue) {
    for lemma in lemmas.split(whereSeparator: \.isWhitespace) {
      for (index, form) in Inflection.forms(ofVerb: String(lemma)).enumerated() {
        var cue = cue
        if form.hasSuffix("ing"), index >= Inflection.VerbForm.gerund.rawValue {
          cue.insert(.gerund)
        }
        table.update(WordKey(form), first: 0) { $0 |= cue.rawValue }
      }
    }
  }

  private static let inverting = """
    say add write ask reply respond answer explain note declare announce comment recall warn claim
    insist argue state conclude observe remark continue shout cry joke quip tweet exclaim
    """
  private static let saying = """
    tell assert allege maintain contend admit acknowledge concede confirm reveal stress emphasize
    emphasise underline underscore suggest propose promise vow pledge predict
    complain lament reiterate repeat caution advise yell whisper mutter boast brag testify
    report inform remind post urge demand deny express voice quote affirm agree signal indicate
    mention reason recount swear plead protest object counter retort sing chant threaten assure
    """
  private static let thinking = "believe think hope fear guess speculate reflect wonder read"
  private static let judging = """
    accuse condemn denounce criticize criticise slam blast praise hail laud welcome describe
    characterize characterise call label brand dub term refer cite blame reject dismiss decry
    deplore deride mock hail portray depict compare liken consider deem speak talk thank
    congratulate threaten attack defend charge say see view regard use invoke demand seek offer
    desire want promise declare
    """

  /// What may stand between a subject and its verb: auxiliaries, adverbs, times.
  static let between = WordSet(
    """
    has have had is was were are be been being will would could should may might must did do does
    not n't never also later then reportedly repeatedly often again previously earlier further once
    recently already still only just simply even always publicly privately bluntly angrily today
    yesterday tonight monday tuesday wednesday thursday friday saturday sunday on last week month
    year this morning afternoon evening night bitterly flatly strongly sharply
    """)
  static let prepositions = WordSet(
    """
    of for at in from with to on by against about over under near between among inside outside
    during after before through within without into onto toward towards behind via
    """)
  /// What a noun phrase cannot reach across.
  static let boundaries = WordSet(
    """
    that and but or as when while because if which who whom whose where although though since so
    until unless whether nor yet than
    """)
  static let personPronouns = WordSet("he she")
  static let thingPronouns = WordSet("it")
  static let otherPronouns = WordSet("they we i you who which that this these those there")
  static let determiners = WordSet("the a an his her its their this that our my")
}
