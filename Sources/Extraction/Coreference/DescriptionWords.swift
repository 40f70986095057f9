/// The words descriptions are made of.
enum DescriptionWords {
  /// What each noun describes, beside the titles and roles of people.
  static let kinds: [UInt64: NounPhrase.Kind] = {
    let nouns: [(NounPhrase.Kind, String)] = [
      (.leaders, "leaders presidents ministers premiers counterparts"),
      (.states, "nations countries states governments"),
      (
        .people,
        "secretaries generals officers judges governors princes senators representatives congressmen"
      ),
      (.capital, "capital"),
      (.state, "country nation republic kingdom"),
      (.region, "region"),
      (.city, "city town"),
      (
        .body,
        "ministry agency company group organization organisation party bank firm airline department "
          + "university committee commission union militia movement team club network newspaper "
          + "paper council association service court school college hospital corporation institute "
          + "center centre foundation government manufacturer regulator bloc broadcaster retailer "
          + "carmaker automaker charity band magazine museum"
      ),
    ]
    var kinds: [UInt64: NounPhrase.Kind] = [:]
    for (kind, words) in nouns {
      for key in PhraseHash.keys(words) { kinds[key] = kind }
    }
    return kinds
  }()

  static let openers = PhraseHash.keys("the his her its their both these this")
  static let definite = PhraseHash.keys("the both these this")
  static let this = PhraseHash.key("this")
  static let both = PhraseHash.key("both")
  static let two = PhraseHash.key("two")
  static let counterpart = PhraseHash.key("counterpart")
  static let leader = PhraseHash.key("leader")
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
  static let restricting = PhraseHash.keys("of with that whose")
  static let extending = PhraseHash.keys("of on for in at to from with")
  /// Bodies in trade, which one name alone near by may be.
  static let firms = PhraseHash.keys(
    "company firm bank airline network corporation manufacturer")
  static let leaderTitles = PhraseHash.keys(
    "president prime_minister premier chancellor king queen emperor supreme_leader leader emir "
      + "sultan crown_prince prince pope prime_ministers taoiseach")
  static let male = PhraseHash.keys(
    "mr sir lord king prince emperor sultan emir shah duke baron count father brother husband son "
      + "uncle nephew businessman spokesman chairman congressman actor pope archbishop boyfriend "
      + "assemblyman councilman policeman herr monsieur señor")
  static let female = PhraseHash.keys(
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
