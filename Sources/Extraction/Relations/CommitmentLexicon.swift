/// What a verb, noun or adverb does to the truth of what it governs.
enum Governor: UInt32 {
  /// "said that": reported.
  case reports = 1
  /// "alleged that", "accused of": alleged.
  case alleges
  /// "denied that": denied.
  case denies
  /// "plans to", "is expected to": planned.
  case plans
  /// "agreed to", "promised to": planned, and of a kindness a pledge.
  case commits
  /// "threatened to", "vowed to": planned, and of a harm a threat.
  case threatens
  /// "refused to": it does not happen, and that is a refusal.
  case refuses
  /// "failed to": it does not happen; of an agreement that is a refusal.
  case fails
  /// "urged … to", "wants to": nothing is said of whether it happens.
  case suspends
  /// "began to", "managed to": as if it were not there.
  case passes
}

/// The words that govern, in all their forms.
struct CommitmentLexicon {
  static let english = CommitmentLexicon()

  private var verbs: WordValues
  private var nouns: WordValues

  subscript(verb word: WordKey) -> Governor? { verbs[word].flatMap { Governor(rawValue: $0) } }
  /// Nouns and adjectives: "claims that", "willing to".
  subscript(noun word: WordKey) -> Governor? { nouns[word].flatMap { Governor(rawValue: $0) } }

  private init() {
    verbs = WordValues(capacity: 1200)
    nouns = WordValues(capacity: 200)
    for (governor, lemmas) in Self.verbLists {
      for lemma in lemmas.split(whereSeparator: \.isWhitespace) {
        for form in Inflection.forms(ofVerb: String(lemma)) {
          verbs.update(WordKey(form), first: governor.rawValue) { _ in }
        }
      }
    }
    for (governor, words) in Self.nounLists {
      for word in words.split(whereSeparator: \.isWhitespace) {
        nouns.update(WordKey(word), first: governor.rawValue) { _ in }
        let plural = Inflection.plural(ofNoun: String(word))
        nouns.update(WordKey(plural), first: governor.rawValue) { _ in }
      }
    }
  }

  private static let verbLists: [(Governor, String)] = [
    (.alleges, "allege accuse suspect claim charge fear rumor rumour purport assume presume imply"),
    (.denies, "deny refute"),
    (
      .plans,
      """
      plan intend expect schedule prepare aim hope decide slate arrange propose order attempt try
      move set opt choose want seek look ready resolve
      """
    ),
    (.commits, "agree promise pledge offer commit volunteer undertake consent"),
    (.threatens, "threaten vow swear warn"),
    (.refuses, "refuse decline"),
    (.fails, "fail"),
    (
      .suspends,
      """
      urge demand ask call press avoid prevent consider discuss debate reject oppose advise
      recommend request encourage invite persuade convince stop cease forbid ban doubt wish need
      suggest insist tell require discourage dissuade deter allow permit enable
      """
    ),
    (
      .passes,
      "begin start continue manage help proceed go come resume rush finish keep serve force be see"
    ),
    (
      .reports,
      """
      say add announce state declare confirm reveal report note remark observe comment explain
      write argue assert maintain contend admit acknowledge concede stress emphasize emphasise
      underline predict believe think know conclude testify tweet post recall inform insist
      reiterate repeat tell indicate show find
      """
    ),
  ]

  private static let nounLists: [(Governor, String)] = [
    (.alleges, "claim allegation accusation suspicion rumor rumour charge"),
    (.reports, "report statement announcement"),
    (.denies, "denial"),
    (
      .plans,
      "plan decision intention intent bid attempt effort move proposal scheduled due likely set"
    ),
    (
      .commits,
      "pledge promise offer commitment agreement willing ready prepared willingness readiness"
    ),
    (.threatens, "threat vow"),
    (.refuses, "refusal unwilling reluctant"),
    (.suspends, "request demand call appeal right need failure unable right unlikely"),
  ]

  static let futureAuxiliaries = WordSet("will would shall wo 'll 'd ll")
  static let weakAuxiliaries = WordSet("may might could can should must ought ca need")
  static let obligations = WordSet("must should ought")
  static let negations = WordSet("not n't never no neither nor hardly")
  static let hedges = WordSet("allegedly reportedly purportedly supposedly apparently")
  /// "asked whether Norway had left".
  static let questions = WordSet("whether if")
  static let conditions = WordSet("if unless whether lest in_case should until")
  static let beForms = WordSet("be is are was were been being am 's 're get gets got getting")
  static let hypotheticalAdjectives = WordSet(
    "possible potential proposed hypothetical future planned upcoming scheduled threatened would-be"
  )
  static let plannedAdjectives = WordSet("planned upcoming scheduled forthcoming future coming")
  static let allegedAdjectives = WordSet("alleged suspected reported purported supposed apparent")
}
