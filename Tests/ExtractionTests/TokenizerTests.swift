import Formats
import Testing

@testable import Extraction

struct TokenizerTests {
  static func tokens(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    Tokenizer.append(tokensOf: 0..<bytes.count, in: bytes.span, to: &tokens)
    return tokens.map { String(decoding: bytes[$0.range.indices], as: UTF8.self) }
  }

  /// Tokens are written with spaces between.
  static let cases: [(String, String)] = [
    ("It rained, and hailed.", "It rained , and hailed ."),
    ("They don't know; she'll say it's fine.", "They do n't know ; she 'll say it 's fine ."),
    ("They don’t, we’ve, I’m", "They do n’t , we ’ve , I ’m"),
    ("the ministry’s leaders' plans", "the ministry ’s leaders ' plans"),
    ("I cannot; we're gonna.", "I can not ; we 're gon na ."),
    ("O'Reilly and d'état", "O'Reilly and d'état"),
    ("a well-known non-profit e-mail", "a well - known non-profit e-mail"),
    ("the 18th-century U.S.-led talks", "the 18th - century U.S. - led talks"),
    ("It cost $1.7 billion, or 5%.", "It cost $ 1.7 billion , or 5 % ."),
    ("US$5 and €20", "US$ 5 and € 20"),
    ("1,200 people at 5:30pm on 9/11", "1,200 people at 5:30 pm on 9/11"),
    ("5km, 18 mm, the 1990s and 3rd", "5 km , 18 mm , the 1990s and 3rd"),
    ("Call 713-853-3989 or 555-0100", "Call 713-853-3989 or 555-0100"),
    ("from 1990-1995", "from 1990 - 1995"),
    (
      "Gen. J. K. Doe Jr. of Acme Inc. met Sen. Roe.",
      "Gen. J. K. Doe Jr. of Acme Inc. met Sen. Roe ."
    ),
    ("on Oct. 7 at 8 a.m. in Washington, D.C.", "on Oct. 7 at 8 a.m. in Washington , D.C."),
    ("No. 5 said No.", "No. 5 said No ."),
    ("e.g. this, i.e. that vs. those", "e.g. this , i.e. that vs. those"),
    (
      "See https://example.org/a_b?c=d, or www.example.com.",
      "See https://example.org/a_b?c=d , or www.example.com ."
    ),
    ("(http://example.org/x)", "( http://example.org/x )"),
    ("Write to a.b-c@example.org!", "Write to a.b-c@example.org !"),
    ("example.com says", "example.com says"),
    ("“Yes,” he said…", "“ Yes , ” he said …"),
    ("Wait... what?! No!!!", "Wait ... what ?! No !!!"),
    ("one—two – three--four", "one — two – three -- four"),
    ("and/or, w/o, AT&T, R&D", "and / or , w/o , AT&T , R&D"),
    ("good :) bad :-( ;)", "good :) bad :-( ;)"),
    ("#Topic @name # 1", "#Topic @name # 1"),
    ("the end.Next one", "the end . Next one"),
    ("Москва и Казань.", "Москва и Казань ."),
    ("東京。", "東京 。"),
    ("a\u{a0}b\u{200b}c\u{feff}", "a b c"),
    ("👩‍🚀🇫🇷👍🏽 ok", "👩‍🚀 🇫🇷 👍🏽 ok"),
    ("[...] [sic]", "[...] [ sic ]"),
    ("", ""),
    ("' '' ` \"", "' '' ` \""),
  ]

  @Test(arguments: cases)
  func `text is split as the treebanks split it`(_ text: String, _ expected: String) {
    #expect(Self.tokens(text).joined(separator: " ") == expected)
  }

  @Test func `tokens lie in order inside the text and cover all but white space`() {
    for seed in 0..<300 as Range<UInt64> {
      let bytes = RandomText.utf8(seed: seed)
      var tokens: [Token] = []
      Tokenizer.append(tokensOf: 0..<bytes.count, in: bytes.span, to: &tokens)
      var covered = [Bool](repeating: false, count: bytes.count)
      var last = 0
      for token in tokens {
        #expect(!token.range.indices.isEmpty)
        #expect(token.range.indices.lowerBound >= last)
        last = token.range.indices.upperBound
        for i in token.range.indices { covered[i] = true }
      }
      #expect(last <= bytes.count)
      var i = 0
      while i < bytes.count {
        let scalar = bytes.span.scalar(at: i)
        if scalar.characterClass != .space { #expect(covered[i]) }
        i += scalar.length
      }
    }
  }

  @Test(arguments: [
    "a", "@a", "a-", ".", "1.", "'", "a/", "http://", "é", "(", "😀", "A.", "\u{301}",
  ])
  func `a token of a hundred thousand characters takes no time to speak of`(_ unit: String) {
    let text = String(repeating: unit, count: 100_000 / unit.utf8.count)
    let clock = ContinuousClock()
    let taken = clock.measure { #expect(!Self.tokens(text).isEmpty) }
    #expect(taken < .seconds(5))
  }

  @Test func `bytes that are not UTF-8 are survived`() {
    for seed in 0..<100 as Range<UInt64> {
      let bytes = RandomText.bytes(seed: seed)
      var tokens: [Token] = []
      Tokenizer.append(tokensOf: 0..<bytes.count, in: bytes.span, to: &tokens)
      #expect(tokens.allSatisfy { $0.range.indices.upperBound <= bytes.count })
    }
  }
}

/// Seeded text that no writer would write.
enum RandomText {
  private static let alphabet: [String] = [
    "a", "B", "word", "the", " ", " ", "  ", "\n", "\n\n", "\r\n", ".", ". ", "...", "!", "?",
    "\"", "'", "’", "“", "”", "-", "—", "–", "/", "1", "23", ",", ":", ";", "@", "#", "$", "%",
    "&", "(", ")", "[", "]", "é", "Ж", "東", "😀", "\u{301}", "\u{200d}", "\u{feff}", "\u{0}",
    "U.S.", "Mr.", "don't", "http://x.y", "\u{202e}", "…", "»", "•", "\u{2028}", "By ", "Source: ",
  ]

  static func utf8(seed: UInt64, parts: Int = 200) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<parts { text += alphabet[Int(random.next() % UInt64(alphabet.count))] }
    return Array(text.utf8)
  }

  static func bytes(seed: UInt64, count: Int = 400) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() >> 32) }
  }
}
