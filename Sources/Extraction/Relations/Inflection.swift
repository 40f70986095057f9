/// The written forms of English verbs and nouns, from their lemma.
///
/// Lexicons are expanded once instead of stripping every word of the text.
package enum Inflection {
  package enum VerbForm: Int, CaseIterable { case base, third, past, participle, gerund }

  /// In the order of `VerbForm`; where Britain doubles an l and America does not, its past and
  /// gerund follow.
  package static func forms(ofVerb lemma: String) -> [String] {
    let endsUnstressed = ["cel", "bel", "vel", "nal", "sel", "tal", "ial", "ral", "vil", "pel"]
      .contains { lemma.hasSuffix($0) }
    guard endsUnstressed, !stressedAtEnd.contains(lemma), irregular[lemma] == nil else {
      return regularForms(lemma)
    }
    return regularForms(lemma) + [lemma + "led", lemma + "ling"]
  }

  private static func regularForms(_ lemma: String) -> [String] {
    if let past = irregular[lemma] {
      return [lemma, third(lemma), past.0, past.1, gerund(lemma)]
    }
    let past = past(lemma)
    return [lemma, third(lemma), past, past, gerund(lemma)]
  }

  package static func plural(ofNoun lemma: String) -> String {
    if let plural = irregularPlurals[lemma] { return plural }
    if lemma.hasSuffix("man"), !regularMan.contains(lemma) { return lemma.dropLast(2) + "en" }
    if lemma.hasSuffix("person") { return lemma.dropLast(6) + "people" }
    return third(lemma)
  }

  private static func third(_ lemma: String) -> String {
    if lemma == "have" { return "has" }
    if lemma == "go" || lemma == "do" { return lemma + "es" }
    if endsInConsonantY(lemma) { return lemma.dropLast() + "ies" }
    let sibilant = ["s", "x", "z", "ch", "sh"].contains { lemma.hasSuffix($0) }
    return lemma + (sibilant ? "es" : "s")
  }

  private static func past(_ lemma: String) -> String {
    if lemma.hasSuffix("e") { return lemma + "d" }
    if endsInConsonantY(lemma) { return lemma.dropLast() + "ied" }
    return doubled(lemma) + "ed"
  }

  private static func gerund(_ lemma: String) -> String {
    if lemma.hasSuffix("ie") { return lemma.dropLast(2) + "ying" }
    let silent =
      lemma.hasSuffix("e") && !lemma.hasSuffix("ee") && !lemma.hasSuffix("oe")
      && !lemma.hasSuffix("ye") && lemma.count > 2
    return (silent ? String(lemma.dropLast()) : doubled(lemma)) + "ing"
  }

  private static func endsInConsonantY(_ lemma: String) -> Bool {
    lemma.hasSuffix("y") && !["a", "e", "o", "u"].contains(lemma.dropLast().suffix(1))
  }

  /// "stop" → "stopp": a single vowel before a single consonant, stressed.
  private static func doubled(_ lemma: String) -> String {
    let letters = Array(lemma.utf8)
    guard letters.count >= 3 else { return lemma }
    let vowels = Set("aeiou".utf8)
    let (a, b, c) = (
      letters[letters.count - 3], letters[letters.count - 2], letters[letters.count - 1]
    )
    let short =
      vowels.contains(b) && !vowels.contains(c) && !vowels.contains(a)
      && !"wxy".utf8.contains(c)
    let afterQu = a == UInt8(ascii: "u") && letters.count >= 4 && letters[letters.count - 4] == 0x71
    guard short || (afterQu && !vowels.contains(c)) else { return lemma }
    let syllables = letters.indices.reduce(0) {
      $0 + (vowels.contains(letters[$1]) && ($1 == 0 || !vowels.contains(letters[$1 - 1])) ? 1 : 0)
    }
    guard syllables == 1 || stressedAtEnd.contains(lemma) else { return lemma }
    return lemma + String(decoding: [c], as: UTF8.self)
  }

  private static let stressedAtEnd: Set<String> = [
    "abet", "admit", "allot", "commit", "compel", "concur", "confer", "control", "defer", "deter",
    "equip", "expel", "handcuff", "impel", "incur", "kidnap", "occur", "omit", "outbid", "patrol",
    "permit", "prefer", "propel", "quarrel", "rebel", "rebut", "recur", "refer", "regret", "remit",
    "repel", "submit", "transfer", "transmit", "unplug", "worship",
  ]

  private static let irregular: [String: (String, String)] = [
    "arise": ("arose", "arisen"), "be": ("was", "been"), "bear": ("bore", "borne"),
    "beat": ("beat", "beaten"), "become": ("became", "become"), "begin": ("began", "begun"),
    "bid": ("bid", "bid"), "bind": ("bound", "bound"), "blow": ("blew", "blown"),
    "break": ("broke", "broken"), "bring": ("brought", "brought"), "build": ("built", "built"),
    "buy": ("bought", "bought"), "catch": ("caught", "caught"), "choose": ("chose", "chosen"),
    "come": ("came", "come"), "cost": ("cost", "cost"), "cut": ("cut", "cut"),
    "deal": ("dealt", "dealt"), "do": ("did", "done"), "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"), "fall": ("fell", "fallen"), "feed": ("fed", "fed"),
    "feel": ("felt", "felt"), "fight": ("fought", "fought"), "find": ("found", "found"),
    "flee": ("fled", "fled"), "fly": ("flew", "flown"), "forbid": ("forbade", "forbidden"),
    "forgive": ("forgave", "forgiven"), "forsake": ("forsook", "forsaken"),
    "get": ("got", "gotten"), "give": ("gave", "given"), "go": ("went", "gone"),
    "grow": ("grew", "grown"), "hang": ("hanged", "hanged"), "have": ("had", "had"),
    "hear": ("heard", "heard"), "hit": ("hit", "hit"), "hold": ("held", "held"),
    "hurt": ("hurt", "hurt"), "keep": ("kept", "kept"), "know": ("knew", "known"),
    "lay": ("laid", "laid"), "lead": ("led", "led"), "leave": ("left", "left"),
    "lend": ("lent", "lent"), "let": ("let", "let"), "lie": ("lay", "lain"),
    "lose": ("lost", "lost"), "make": ("made", "made"), "mean": ("meant", "meant"),
    "meet": ("met", "met"), "overthrow": ("overthrew", "overthrown"), "pay": ("paid", "paid"),
    "put": ("put", "put"), "quit": ("quit", "quit"), "read": ("read", "read"),
    "rebuild": ("rebuilt", "rebuilt"), "rise": ("rose", "risen"), "run": ("ran", "run"),
    "say": ("said", "said"), "see": ("saw", "seen"), "seek": ("sought", "sought"),
    "sell": ("sold", "sold"), "send": ("sent", "sent"), "set": ("set", "set"),
    "shake": ("shook", "shaken"), "shoot": ("shot", "shot"), "shut": ("shut", "shut"),
    "sit": ("sat", "sat"), "slay": ("slew", "slain"), "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"), "split": ("split", "split"), "spread": ("spread", "spread"),
    "stand": ("stood", "stood"), "steal": ("stole", "stolen"), "stick": ("stuck", "stuck"),
    "strike": ("struck", "struck"), "swear": ("swore", "sworn"), "take": ("took", "taken"),
    "teach": ("taught", "taught"), "tell": ("told", "told"), "think": ("thought", "thought"),
    "throw": ("threw", "thrown"), "undergo": ("underwent", "undergone"),
    "undertake": ("undertook", "undertaken"), "understand": ("understood", "understood"),
    "uphold": ("upheld", "upheld"), "wage": ("waged", "waged"), "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"), "withhold": ("withheld", "withheld"),
    "write": ("wrote", "written"), "wed": ("wed", "wed"),
  ]

  private static let irregularPlurals: [String: String] = [
    "child": "children", "grandchild": "grandchildren", "schoolchild": "schoolchildren",
    "wife": "wives", "thief": "thieves", "passer-by": "passers-by", "crisis": "crises",
    "police": "police", "aircraft": "aircraft", "personnel": "personnel", "talks": "talks",
    "staff": "staff", "people": "people",
  ]
  private static let regularMan: Set<String> = ["human", "shaman", "talisman"]
}
