/// Where an object may stand: one byte, so that a frame is a few of them.
struct Slot: Equatable {
  let rawValue: UInt8

  static let object = Slot(rawValue: 1)
  static let indirect = Slot(rawValue: 2)
  static let clause = Slot(rawValue: 3)
  /// Prepositions are 8 and up, in the order of `RelationLexicon.prepositions`.
  static let firstPreposition: UInt8 = 8
}

/// One way in which a verb or noun tells an event.
struct Frame {
  enum Role: Equatable { case event, light, suffering }

  var role: Role = .event
  var predicate: Predicate = .meets
  var slots: [Slot] = []
  /// A relation without an object is one still.
  var isObjectOptional = false
  /// A bit of `RelationLexicon.classes`; the direct object (of a noun: its "of") must have it.
  var objectClass: UInt32 = 0
  /// A bit of the same that the phrase with "with" must have: "supply them with missiles".
  var withClass: UInt32 = 0
  /// The particle a verb must have.
  var particle: WordKey?
  /// Nouns: "of" and a name before them are the object.
  var takesOf = false
  /// Organizations are no object: one speaks to a newspaper, but with a person.
  var takesNoOrganization = false
  /// "ordered new shoes" is no order to anyone.
  var takesNoThing = false
  /// "beat" of a name tells of a match or a vote.
  var takesNoName = false
  var takesBetween = false
  var takesCompound = false
}

/// The words that tell relations, by written form.
struct RelationLexicon {
  static let english = RelationLexicon()

  private(set) var verbs: WordValues
  private(set) var nouns: WordValues
  /// Words to the bits of their classes.
  private(set) var classes: WordValues
  private(set) var frames: [Frame] = []
  private var frameLists: [[Int]] = []
  private var prepositionIDs: WordValues
  private var classBits: [String: UInt32] = [:]

  static let prepositions = [
    "with", "to", "against", "on", "in", "at", "of", "for", "from", "by", "into", "between", "over",
    "about", "near", "toward", "towards", "after", "as", "behind", "upon", "outside", "out",
    "along",
    "through", "under", "via", "around", "across", "among", "inside", "onto", "within", "per",
  ]

  private init() {
    verbs = WordValues(capacity: 4000)
    nouns = WordValues(capacity: 1000)
    classes = WordValues(capacity: 1000)
    prepositionIDs = WordValues(capacity: 64)
    for (index, word) in Self.prepositions.enumerated() {
      prepositionIDs.update(WordKey(word), first: UInt32(index)) { _ in }
    }
    for (index, (name, words)) in VerbLexicon.objectClasses.enumerated() {
      let bit = UInt32(1) << UInt32(index)
      classBits[name] = bit
      for word in words.split(whereSeparator: \.isWhitespace) {
        classes.update(WordKey(word), first: 0) { $0 |= bit }
        let plural = Inflection.plural(ofNoun: String(word))
        classes.update(WordKey(plural), first: 0) { $0 |= bit }
      }
    }
    let names = Dictionary(uniqueKeysWithValues: Predicate.allCases.map { ($0.name, $0) })
    var lexemes: [String: Int] = [:]
    for line in VerbLexicon.frames.split(separator: "\n") {
      addVerbs(line, names, &lexemes)
    }
    addLight(VerbLexicon.light, .light, &lexemes)
    addLight(VerbLexicon.suffering, .suffering, &lexemes)
    var nounLexemes: [String: Int] = [:]
    for line in NounLexicon.frames.split(separator: "\n") { addNouns(line, names, &nounLexemes) }
  }

  func verbFrames(_ word: WordKey) -> [Int] { verbs[word].map { frameLists[Int($0)] } ?? [] }
  func nounFrames(_ word: WordKey) -> [Int] { nouns[word].map { frameLists[Int($0)] } ?? [] }

  func preposition(_ word: WordKey) -> Slot? {
    prepositionIDs[word].map { Slot(rawValue: Slot.firstPreposition + UInt8($0)) }
  }

  func preposition(_ word: String) -> Slot? { preposition(WordKey(word)) }

  // MARK: Reading the lists

  private mutating func frame(
    _ line: Substring, _ names: [String: Predicate]
  ) -> (Frame, [Substring])? {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false)
    guard parts.count == 3, let predicate = names[String(parts[0])] else {
      preconditionFailure("a line of the lexicon is malformed")
    }
    var frame = Frame(predicate: predicate)
    for slot in parts[1].split(separator: " ") {
      switch slot {
      case "o": frame.slots.append(.object)
      case "i": frame.slots.append(.indirect)
      case "c": frame.slots.append(.clause)
      case "0": frame.isObjectOptional = true
      case "-org": frame.takesNoOrganization = true
      case "-name": frame.takesNoName = true
      case "-thing": frame.takesNoThing = true
      case "compound": frame.takesCompound = true
      default:
        if slot.first == "=" {
          frame.objectClass = classBits[String(slot.dropFirst())] ?? 0
          precondition(frame.objectClass != 0, "a class of the lexicon is not defined")
        } else if slot.first == "%" {
          frame.withClass = classBits[String(slot.dropFirst())] ?? 0
          precondition(frame.withClass != 0, "a class of the lexicon is not defined")
        } else if let preposition = preposition(String(slot)) {
          frame.slots.append(preposition)
          if slot == "of" { frame.takesOf = true }
          if slot == "between" { frame.takesBetween = true }
        }
      }
    }
    return (frame, parts[2].split(separator: " "))
  }

  private mutating func addVerbs(
    _ line: Substring, _ names: [String: Predicate], _ lexemes: inout [String: Int]
  ) {
    guard let (frame, lemmas) = frame(line, names) else { return }
    for lemma in lemmas { add(verb: lemma, frame, &lexemes) }
  }

  private mutating func addLight(
    _ lemmas: String, _ role: Frame.Role, _ lexemes: inout [String: Int]
  ) {
    for lemma in lemmas.split(whereSeparator: \.isWhitespace) {
      add(verb: lemma, Frame(role: role), &lexemes)
    }
  }

  private mutating func add(
    verb lemma: Substring, _ frame: Frame, _ lexemes: inout [String: Int]
  ) {
    let parts = lemma.split(separator: "_")
    var frame = frame
    if parts.count == 2 { frame.particle = WordKey(parts[1]) }
    let base = String(parts[0])
    let forms = Inflection.forms(ofVerb: base)
    add(frame, base, forms, to: \.verbs, &lexemes)
  }

  private mutating func addNouns(
    _ line: Substring, _ names: [String: Predicate], _ lexemes: inout [String: Int]
  ) {
    guard let (frame, lemmas) = frame(line, names) else { return }
    for lemma in lemmas {
      let base = String(lemma)
      let forms = [base, Inflection.plural(ofNoun: base)]
      add(frame, base, forms, to: \.nouns, &lexemes)
    }
  }

  private mutating func add(
    _ frame: Frame, _ lemma: String, _ forms: [String],
    to table: WritableKeyPath<Self, WordValues>, _ lexemes: inout [String: Int]
  ) {
    let lexeme = lexemes[lemma] ?? frameLists.count
    if lexeme == frameLists.count {
      frameLists.append([])
      lexemes[lemma] = lexeme
      for form in forms {
        // "found" is of "find" and of "found": the first lemma to come keeps a form.
        self[keyPath: table].update(WordKey(form), first: UInt32(lexeme)) { _ in }
      }
    }
    frameLists[lexeme].append(frames.count)
    frames.append(frame)
  }
}
