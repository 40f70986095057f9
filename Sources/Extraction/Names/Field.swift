/// A walk of life: what a person is in the news for. Namesakes differ in it more surely than in
/// anything else that an article says.
package enum Field: UInt8, Sendable, CaseIterable {
  case politics, sport, arts, business, science, law, military, religion

  /// Whether one person is seldom both. Courts concern everyone, and people of business, science
  /// and arms go into politics.
  package func excludes(_ other: Field) -> Bool {
    guard self != other, self != .law, other != .law else { return false }
    return self == .sport || other == .sport || (self == .arts && !other.isWorldly)
      || (other == .arts && !isWorldly)
  }

  /// Fields that people of the arts are found in as well.
  private var isWorldly: Bool { self == .business || self == .religion }
}

/// How often the words around a person's names speak of each field.
package struct FieldCounts: Sendable, Equatable {
  /// By `Field`; they stop at 255.
  package private(set) var counts = SIMD8<UInt8>(repeating: 0)

  package init() {}

  package mutating func add(_ field: Field, _ amount: UInt8 = 1) {
    let i = Int(field.rawValue)
    counts[i] = counts[i].addingReportingOverflow(amount).overflow ? 255 : counts[i] &+ amount
  }

  package subscript(_ field: Field) -> Int { Int(counts[Int(field.rawValue)]) }
}

/// Counts the words of each field in the sentences that mention a person.
struct FieldFinder {
  /// Sentences read for one person at most.
  private static let sentenceLimit = 64
  /// Tokens from a mention within which a word counts twice.
  private static let nearTokens = 5

  let words: WordTable
  let sentences: [Sentence]

  /// - Parameter mentions: in text order.
  func note(_ mentions: [ResolvedMention], in entities: inout [ArticleEntity]) {
    var last = [Int](repeating: -1, count: entities.count)
    var read = [Int](repeating: 0, count: entities.count)
    for mention in mentions where entities[mention.entity].type == .person {
      guard last[mention.entity] != mention.sentence, read[mention.entity] < Self.sentenceLimit
      else { continue }
      last[mention.entity] = mention.sentence
      read[mention.entity] += 1
      let tokens = sentences[mention.sentence].tokens
      for i in Int(tokens.lowerBound)..<Int(tokens.upperBound) where !mention.tokens.contains(i) {
        guard let field = FieldWords.fields[words[i].key] else { continue }
        let distance = max(mention.tokens.lowerBound - i, i - mention.tokens.upperBound + 1)
        entities[mention.entity].fields.add(field, distance <= Self.nearTokens ? 2 : 1)
      }
    }
  }
}

/// Words that tell a field: what people are called in it, and what they do there.
enum FieldWords {
  static let fields: [UInt64: Field] = {
    var fields: [UInt64: Field] = [:]
    for (field, words) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) {
        fields[PhraseHash.key(String(word))] = field
      }
    }
    return fields
  }()

  private static let lists: [(Field, String)] = [
    (
      .politics,
      """
      president presidential presidency minister ministers ministry premier
      chancellor senator senators senate congress congressman congresswoman congressional
      parliament parliamentary legislator legislators legislature lawmaker lawmakers lawmaking
      mayor mayoral governor gubernatorial councillor councilman councilwoman councilor alderman
      politician politicians election elections elected re-elected electoral candidate candidates
      candidacy ballot voters vote votes caucus constituency party leftist rightist conservative
      democrat democrats democratic republican republicans labour liberal socialist communist
      cabinet administration government diplomat diplomatic ambassador envoy embassy treaty
      statesman mp mps policy impeachment referendum coalition opposition secretary deputy
      """
    ),
    (
      .sport,
      """
      footballer football striker midfielder defender goalkeeper winger forward fullback quarterback
      linebacker receiver pitcher catcher batsman bowler wicketkeeper cricketer cricket innings
      wicket rugby tennis golfer golf boxer boxing wrestler cyclist cycling peloton sprinter
      swimmer gymnast skater skier jockey athlete athletes athletics coach coached
      season league championship championships champion playoff playoffs semifinal semifinals
      quarterfinal finals tournament match matches scored scorer goals penalty kick shootout
      halftime half-time touchdown inning basketball baseball hockey soccer volleyball handball
      olympic olympics olympian medal medalist medallist team teammate teammates squad roster
      transfer club stadium derby grand-slam grandslam lap laps racing race driver podium podiums
      referee umpire rebounds dribble offside relegated promotion hat-trick
      """
    ),
    (
      .arts,
      """
      actor actress actors singer singers singer-songwriter songwriter musician musicians rapper
      guitarist drummer bassist pianist violinist composer conductor soprano tenor band bands album
      albums song songs single singles concert concerts tour lyrics film films movie movies
      filmmaker director screenwriter screenplay producer starred starring sitcom episode episodes
      theatre theater playwright play novel novels novelist poet poetry poem author writer
      bestselling painter painting paintings sculptor sculpture artist artists artistic gallery
      exhibition dancer ballet choreographer comedian comedy drama soundtrack vocals vocalist oscar
      oscars grammy grammys emmy bafta box-office celebrity model fashion designer photographer
      """
    ),
    (
      .business,
      """
      ceo chief-executive executive executives entrepreneur businessman businesswoman company
      companies corporation firm firms shareholder shareholders shares investor investors investment
      startup start-up billionaire millionaire tycoon banker bank banking profit profits revenue
      revenues merger acquisition stock stocks market markets retailer manufacturer chairman
      cofounder co-founder
      """
    ),
    (
      .science,
      """
      scientist scientists professor researcher researchers research researched study studies
      university physicist physics chemist chemistry biologist biology astronomer astronomy
      mathematician mathematics geologist epidemiologist virologist neuroscientist psychologist
      economist historian archaeologist anthropologist laboratory lab experiment experiments
      journal published paper thesis theory species fossil telescope spacecraft astronaut nasa
      vaccine clinical academic lecturer
      """
    ),
    (
      .law,
      """
      police arrested arrest charged charges suspect suspected murder murdered killed convicted
      conviction sentenced sentence prison jail jailed inmate trial court judge jury prosecutor
      prosecutors lawyer attorney defendant guilty pleaded crime criminal gunman shooting shot
      stabbed robbery fraud victim victims detained custody
      """
    ),
    (
      .military,
      """
      general colonel lieutenant sergeant corporal admiral commander brigadier army navy soldier
      soldiers troops battalion regiment brigade warship offensive marines infantry airman insurgent
      militia rebel rebels
      """
    ),
    (
      .religion,
      """
      pope cardinal archbishop bishop bishops priest priests pastor reverend church cathedral
      diocese vatican imam mosque rabbi synagogue monk nun theologian theology sermon clergy
      cleric ayatollah parish
      """
    ),
  ]
}
