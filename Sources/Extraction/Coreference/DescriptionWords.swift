/// The nouns descriptions are made of.
extension DescriptionFinder {
  static let openers = PhraseHash.keys("the his her its their both these this")
  static let definite = PhraseHash.keys("the both these this")
  static let both = PhraseHash.key("both")
  static let two = PhraseHash.key("two")
  static let counterpart = PhraseHash.key("counterpart")
  static let leader = PhraseHash.key("leader")
  static let capital = PhraseHash.key("capital")
  static let articles = PhraseHash.keys("the a an")
  /// "is the president" says what someone is and points back to nobody.
  static let copulas = PhraseHash.keys(
    "is was are were be been being become became becomes remains as")
  /// One of several: "the largest bank" is not the bank spoken of.
  static let choosing = PhraseHash.keys(
    "largest biggest smallest oldest youngest best worst first second third last next other another "
      + "only same main leading top most least new next rival previous")
  static let company = PhraseHash.key("company")
  static let year = PhraseHash.key("year")
  static let old = PhraseHash.key("old")
  static let extending = PhraseHash.keys("of on for in at to from with")
  static let region = PhraseHash.key("region")
  static let pluralLeaders = PhraseHash.keys("leaders presidents ministers premiers counterparts")
  static let pluralStates = PhraseHash.keys("nations countries states governments")
  static let stateNouns = PhraseHash.keys("country nation republic kingdom")
  static let placeNouns = PhraseHash.keys(
    "country nation republic kingdom region city town capital")
  static let bodyNouns = PhraseHash.keys(
    "ministry agency company group organization organisation party bank firm airline department "
      + "university committee commission union militia movement team club network newspaper paper "
      + "council association service court school college hospital corporation institute center "
      + "centre foundation government")
  /// Bodies in trade, which one name alone near by may be.
  static let companyNouns = PhraseHash.keys(
    "company firm bank airline network corporation manufacturer")
  static let leaderTitles = PhraseHash.keys(
    "president prime_minister premier chancellor king queen emperor supreme_leader leader emir "
      + "sultan crown_prince prince pope prime_ministers taoiseach")
  static let maleWords = PhraseHash.keys(
    "mr sir lord king prince emperor sultan emir shah duke baron count father brother husband son "
      + "uncle nephew businessman spokesman chairman congressman actor pope archbishop boyfriend "
      + "assemblyman councilman policeman herr monsieur señor")
  static let femaleWords = PhraseHash.keys(
    "mrs ms miss lady queen princess empress duchess baroness countess dame mother sister wife "
      + "daughter aunt niece businesswoman spokeswoman chairwoman congresswoman actress girlfriend "
      + "assemblywoman councilwoman mme madame frau señora first_lady")
  /// Last words of names, by the noun such bodies are called.
  static let kindOf: [UInt64: UInt64] = {
    let pairs = [
      "inc": "company", "corp": "company", "corporation": "company", "ltd": "company",
      "motors": "company", "airlines": "airline", "airways": "airline", "times": "newspaper",
      "post": "newspaper", "college": "school", "university": "school",
    ]
    return Dictionary(
      uniqueKeysWithValues: pairs.map { (PhraseHash.key($0.key), PhraseHash.key($0.value)) })
  }()
}
