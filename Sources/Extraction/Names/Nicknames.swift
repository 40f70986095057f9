/// Given names that people go by instead of their own.
package enum Nicknames {
  /// - Parameter short, long: folded words.
  package static func isNickname(_ short: [UInt8], of long: [UInt8]) -> Bool {
    fullNames(of: short).contains(String(decoding: long, as: UTF8.self))
  }

  /// What a folded word is short for; empty where it is no nickname.
  package static func fullNames(of short: [UInt8]) -> [String] {
    table[String(decoding: short, as: UTF8.self)] ?? []
  }

  private static let table: [String: [String]] = [
    "abby": ["abigail"], "abe": ["abraham"], "al": ["albert", "alan", "alfred"],
    "alex": ["alexander", "alexandra"], "andy": ["andrew"], "angie": ["angela"],
    "barb": ["barbara"], "becky": ["rebecca"], "ben": ["benjamin"], "benny": ["benjamin"],
    "bernie": ["bernard"], "beth": ["elizabeth"], "betsy": ["elizabeth"],
    "betty": ["elizabeth"], "bibi": ["benjamin"], "bill": ["william"], "billy": ["william"],
    "bob": ["robert"], "bobby": ["robert"], "brad": ["bradley"], "cathy": ["catherine"],
    "charlie": ["charles"], "chris": ["christopher", "christine"], "chuck": ["charles"],
    "cindy": ["cynthia"], "dan": ["daniel"], "danny": ["daniel"], "dave": ["david"],
    "deb": ["deborah"], "debbie": ["deborah"], "dick": ["richard"], "don": ["donald"],
    "doug": ["douglas"], "ed": ["edward", "edwin", "edmund"], "eddie": ["edward"],
    "fred": ["frederick"], "gabe": ["gabriel"], "gene": ["eugene"], "gerry": ["gerald"],
    "greg": ["gregory"], "hank": ["henry"], "harry": ["henry", "harold"],
    "hillary": ["hilary"], "jack": ["john"], "jake": ["jacob"], "jeff": ["jeffrey"],
    "jen": ["jennifer"], "jenny": ["jennifer"], "jerry": ["gerald", "jerome"],
    "jim": ["james"], "jimmy": ["james"], "joe": ["joseph"], "joey": ["joseph"],
    "jon": ["jonathan", "john"], "josh": ["joshua"], "judy": ["judith"],
    "kate": ["katherine", "catherine"], "kathy": ["katherine", "kathleen"], "ken": ["kenneth"],
    "larry": ["lawrence"], "len": ["leonard"], "lindsey": ["lindsay"],
    "liz": ["elizabeth"], "maggie": ["margaret"], "matt": ["matthew"], "meg": ["margaret"],
    "mel": ["melvin"], "mick": ["michael"], "mike": ["michael"], "misha": ["mikhail"],
    "mitch": ["mitchell"], "nate": ["nathan", "nathaniel"], "nick": ["nicholas"],
    "pam": ["pamela"], "pat": ["patrick", "patricia"], "peggy": ["margaret"],
    "pete": ["peter"], "phil": ["philip"], "ray": ["raymond"], "rick": ["richard"],
    "rob": ["robert"], "ron": ["ronald"], "sam": ["samuel", "samantha"],
    "sandy": ["sandra", "alexander"], "sasha": ["alexander"], "steve": ["stephen", "steven"],
    "stu": ["stuart"], "sue": ["susan"], "ted": ["edward", "theodore"], "terry": ["terence"],
    "tim": ["timothy"], "tom": ["thomas"], "tommy": ["thomas"], "tony": ["anthony"],
    "vicky": ["victoria"], "vince": ["vincent"], "volodya": ["vladimir"], "walt": ["walter"],
    "will": ["william"], "zach": ["zachary"],
  ]
}
