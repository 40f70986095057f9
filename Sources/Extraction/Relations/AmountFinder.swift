/// Finds the sum of money that an event is about: "$1.7 billion", "20 million euros".
struct AmountFinder {
  let article: ArticleWords

  /// The first sum that hangs on what happens, with no verb between.
  func amount(of occurrence: Occurrence, in sentence: Int32) -> TextRange? {
    let tokens = article.sentences[Int(sentence)].tokens
    for token in tokens where isCurrency(Int(token)) {
      guard let sum = sum(at: Int(token), in: tokens),
        occurrence.governs(Int(token), in: article.tree)
      else { continue }
      return sum
    }
    return nil
  }

  private func isCurrency(_ token: Int) -> Bool {
    isSign(token) || Self.currencies.contains(article.words[token])
  }

  /// "$", "US$", "€", "£", "¥".
  private func isSign(_ token: Int) -> Bool {
    let bytes = article.text[article.tokens[token].range.indices]
    guard let first = bytes.first, let last = bytes.last, bytes.count <= 4 else { return false }
    if last == UInt8(ascii: "$") { return true }
    return first >= 0x80 && Self.signs.contains { bytes.elementsEqual($0.utf8) }
  }
  private static let signs = ["€", "£", "¥", "₹", "₽", "₩", "₺"]

  /// The sign with the numbers after it, or the numbers before a currency's name.
  private func sum(at currency: Int, in tokens: Range<Int32>) -> TextRange? {
    if isSign(currency) {
      var last = currency
      while last + 1 < Int(tokens.upperBound), isNumber(last + 1) { last += 1 }
      return last > currency ? article.range(currency, last) : nil
    }
    var first = currency
    while first > Int(tokens.lowerBound), isNumber(first - 1) { first -= 1 }
    return first < currency ? article.range(first, currency) : nil
  }

  private func isNumber(_ token: Int) -> Bool {
    let first = article.text[Int(article.tokens[token].range.start)]
    return first &- 0x30 < 10 || Self.scales.contains(article.words[token])
  }

  private static let scales = WordSet(
    """
    one two three four five six seven eight nine ten hundred thousand million billion trillion bn m
    k
    """)
  private static let currencies = WordSet(
    """
    dollar dollars euro euros pound pounds yuan yen ruble rubles rouble roubles rupee rupees won
    franc francs krona kronor krone kroner peso pesos real reais lira rand shekel shekels hryvnia
    dirham dirhams riyal riyals zloty baht ringgit naira
    """)
}
