internal import Extraction

/// Word vectors to start from: of the fold of each word.
struct WordVectors {
  /// By `WordForm.lower`, most frequent first.
  var words: [UInt32] = []
  var index: [UInt32: Int] = [:]
  /// Four blocks a word, the last fourteen numbers 0.
  var vectors: [Block] = []
  static let blocks = 4

  init() {}

  init(folder: String, lexicon: Lexicon) throws(CorpusError) {
    let bytes = try readCorpus(folder + "/glove/vectors-100k-50d.int8.xz")
    var reader = WordReader()
    for (line, word) in lines(try readCorpus(folder + "/glove/words-100k.txt.xz")).enumerated() {
      guard !word.isEmpty, (line + 1) * 50 <= bytes.count else { continue }
      let lower = reader.read(Array(word.utf8).span, lexicon).lower
      guard index[lower] == nil else { continue }
      index[lower] = words.count
      words.append(lower)
      append(bytes[(line * 50)..<((line + 1) * 50)].map { Float(Int8(bitPattern: $0)) })
    }
  }

  /// Scaled to unit variance, whatever the word's frequency.
  private mutating func append(_ numbers: [Float]) {
    let length = numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
    var blocks = [Block](repeating: Block(repeating: 0), count: Self.blocks)
    for (k, number) in numbers.enumerated() {
      blocks[k / 16][k % 16] = number / max(length, 1e-6) * 7
    }
    vectors += blocks
  }
}
