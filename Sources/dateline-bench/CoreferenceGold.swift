internal import Extraction

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// One document with the mentions that annotators tied together, laid out as raw text.
struct CoreferenceGold {
  /// `pronoun`: of the first and third person; what asks, points or joins clauses is `other`.
  enum Kind { case name, description, pronoun, other }

  struct Mention {
    /// The whole phrase, and the words of its head: "mayor", "Anna Ojwang".
    var range: TextRange
    var head: TextRange
    var kind: Kind
    /// Mentions of one number are of one thing.
    var cluster: Int
  }

  private(set) var text: [UInt8] = []
  private(set) var mentions: [Mention] = []

  fileprivate mutating func append(_ form: some StringProtocol, spaced: Bool) -> TextRange {
    if spaced, let last = text.last, last > 0x20 { text.append(0x20) }
    let start = text.count
    text += Array(form.utf8)
    return TextRange(start, text.count)
  }

  fileprivate mutating func add(_ mention: Mention) { mentions.append(mention) }
}

// MARK: Universal Dependencies with entities

extension CoreferenceGold {
  /// Documents of CoNLL-U whose MISC column has `Entity=` in the form of the corpus GUM:
  /// `(3-person-…` opens mention 3, `3)` closes it.
  static func documents(_ document: CoNLLUDocument) -> [CoreferenceGold] {
    var all: [CoreferenceGold] = []
    var reading = CoreferenceGold()
    for sentence in document.sentences {
      if sentence.opensDocument, !reading.text.isEmpty {
        all.append(reading)
        reading = CoreferenceGold()
      }
      if sentence.opensParagraph { reading.text.append(0x0a) }
      reading.read(sentence, of: document)
    }
    return reading.text.isEmpty ? all : all + [reading]
  }

  private mutating func read(_ sentence: CoNLLUDocument.Sentence, of document: CoNLLUDocument) {
    var ranges: [TextRange] = []
    var spaced = true
    for word in document.words[sentence.words] {
      ranges.append(append(document.string(word.form), spaced: spaced))
      spaced = word.hasSpaceAfter
    }
    var open: [(cluster: Int, first: Int)] = []
    for (offset, i) in sentence.words.enumerated() {
      guard let entity = document.misc("Entity", of: document.words[i]) else { continue }
      for event in Self.events(entity) {
        if event.opens { open.append((event.cluster, offset)) }
        guard event.closes, let at = open.lastIndex(where: { $0.cluster == event.cluster })
        else { continue }
        let first = open.remove(at: at).first
        add(cluster: event.cluster, first...offset, ranges, sentence, document)
      }
    }
  }

  /// `(1-person-…(2-place-…)` → opens 1; opens and closes 2.
  private static func events(_ entity: String) -> [(cluster: Int, opens: Bool, closes: Bool)] {
    var found: [(cluster: Int, opens: Bool, closes: Bool)] = []
    for part in entity.split(separator: ")", omittingEmptySubsequences: false) {
      let opened = part.split(separator: "(", omittingEmptySubsequences: false)
      // What precedes the first "(" and is not empty is a number that ")" closes.
      if let number = opened.first.flatMap({ Int($0) }) { found.append((number, false, true)) }
      for mention in opened.dropFirst() {
        if let number = mention.split(separator: "-").first.flatMap({ Int($0) }) {
          found.append((number, true, false))
        }
      }
      let isClosed = part.endIndex < entity.endIndex && opened.count > 1
      if isClosed, !found.isEmpty { found[found.count - 1].closes = true }
    }
    return found
  }

  private mutating func add(
    cluster: Int, _ words: ClosedRange<Int>, _ ranges: [TextRange],
    _ sentence: CoNLLUDocument.Sentence, _ document: CoNLLUDocument
  ) {
    func word(_ k: Int) -> CoNLLUDocument.Word { document.words[sentence.words.lowerBound + k] }
    func headOf(_ k: Int) -> Int { Int(word(k).head ?? 0) - 1 }
    guard let head = words.first(where: { !words.contains(headOf($0)) }) else { return }
    // The other words of a name hang on its first or last.
    var last = head
    var first = head
    if document.string(word(head).upos) == "PROPN" {
      let isPart: (Int) -> Bool = { k in
        ["flat", "compound"].contains(document.string(word(k).deprel)) && headOf(k) == head
      }
      while last < words.upperBound, isPart(last + 1) { last += 1 }
      while first > words.lowerBound, isPart(first - 1) { first -= 1 }
    }
    let kind: Kind =
      switch document.string(word(head).upos) {
      case "PROPN": .name
      case "PRON", "DET":
        personal.contains(document.string(word(head).form).lowercased()) ? .pronoun : .other
      default: .description
      }
    add(
      Mention(
        range: TextRange(Int(ranges[words.lowerBound].start), Int(ranges[words.upperBound].end)),
        head: TextRange(Int(ranges[first].start), Int(ranges[last].end)), kind: kind,
        cluster: cluster))
  }
}

private let personal: Set<String> = [
  "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they",
  "them", "their", "theirs", "themselves", "i", "me", "my", "mine", "myself", "we", "us", "our",
  "ours", "ourselves",
]

// MARK: Re-DocRED

/// A document of Re-DocRED: names of people, bodies, places and the rest, by what they name.
private struct RelationDocument: Decodable {
  struct Name: Decodable {
    var pos: [Int]
    var sentence: Int
    var type: String

    enum CodingKeys: String, CodingKey {
      case pos, type
      case sentence = "sent_id"
    }
  }

  var sents: [[String]]
  var vertexSet: [[Name]]
}

extension CoreferenceGold {
  /// One document a line.
  static func documents(ndjson bytes: [UInt8]) throws -> [CoreferenceGold] {
    try bytes.split(separator: 0x0a).map { line in
      var gold = CoreferenceGold()
      gold.read(try JSONDecoder().decode(RelationDocument.self, from: Data(line)))
      return gold
    }
  }

  private mutating func read(_ document: RelationDocument) {
    var ranges: [[TextRange]] = []
    var hugs = false
    for sentence in document.sents {
      var words: [TextRange] = []
      for word in sentence {
        let spaced = !hugs && !Self.isBound(word)
        words.append(append(word, spaced: spaced))
        hugs = ["(", "[", "$", "“"].contains(word)
      }
      ranges.append(words)
    }
    for (cluster, names) in document.vertexSet.enumerated() {
      for name in names where ["PER", "ORG", "LOC"].contains(name.type) {
        guard ranges.indices.contains(name.sentence), name.pos.count == 2,
          name.pos[0] >= 0, name.pos[0] < name.pos[1],
          name.pos[1] <= ranges[name.sentence].count
        else { continue }
        let words = ranges[name.sentence]
        let range = TextRange(
          Int(words[name.pos[0]].start), Int(words[name.pos[1] - 1].end))
        add(Mention(range: range, head: range, kind: .name, cluster: cluster))
      }
    }
  }

  /// Written without a space before it.
  private static func isBound(_ word: String) -> Bool {
    [".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "n't", "”"].contains(word)
  }
}
