/// The people of one article: full names, and what their parts and spellings lead to.
struct PersonNames {
  struct Person {
    var entity: Int
    /// Folded words of the fullest form.
    var words: [[UInt8]]
    var lastMention = 0
  }

  private(set) var people: [Person] = []
  /// People by the combined keys of the tails of their names ("der Leyen", "Leyen").
  private var byTail: [UInt64: [Int]] = [:]
  private var byFirst: [UInt64: [Int]] = [:]
  private var bySkeleton: [UInt64: [Int]] = [:]
  /// People of one surname beyond this many are not compared, so that a text of nothing but names
  /// costs no more than linear time.
  private let rivalLimit = 24

  mutating func add(entity: Int, words: [[UInt8]], keys: [UInt64]) {
    let person = people.count
    people.append(Person(entity: entity, words: words))
    index(person, words: words, keys: keys)
  }

  /// Another spelling of a person already known.
  mutating func addForm(of person: Int, words: [[UInt8]], keys: [UInt64]) {
    if words.count > people[person].words.count { people[person].words = words }
    index(person, words: words, keys: keys)
  }

  private mutating func index(_ person: Int, words: [[UInt8]], keys: [UInt64]) {
    guard let last = words.last, let first = keys.first else { return }
    for k in 1..<max(1, min(keys.count, 6)) {
      insert(person, NameForms.combined(keys[k...]), &byTail)
    }
    insert(person, first, &byFirst)
    insert(person, Spelling.skeleton(last), &bySkeleton)
  }

  private func insert(_ person: Int, _ key: UInt64, _ map: inout [UInt64: [Int]]) {
    if map[key]?.last != person, (map[key]?.count ?? 0) < rivalLimit {
      map[key, default: []].append(person)
    }
  }

  /// The person a full name is another form of: same surname or a spelling of it, given names
  /// that agree.
  func same(as words: [[UInt8]]) -> Int? {
    guard let last = words.last, let first = words.first else { return nil }
    for person in bySkeleton[Spelling.skeleton(last)] ?? [] {
      guard let otherLast = people[person].words.last, let otherFirst = people[person].words.first,
        people[person].words.count > 1
      else { continue }
      let isSameSurname = otherLast == last
      guard isSameSurname || Spelling.isVariant(last, otherLast) else { continue }
      if agrees(first, otherFirst, strictly: !isSameSurname),
        Self.haveSameMiddle(words, people[person].words)
      {
        return person
      }
    }
    return nil
  }

  /// The one person whose name goes on behind these words, or breaks off before they end: "Ann
  /// Adler" and "Ann Adler Berg".
  func only(continuing words: [[UInt8]], first key: UInt64) -> Int? {
    let found = startingWith(key).filter { person in
      let other = people[person].words
      return other.count > 1 && words.count > 1 && zip(words, other).allSatisfy { $0 == $1 }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Middle names begin alike, or one has none: "Ann B. Adler" is not "Ann C. Adler".
  private static func haveSameMiddle(_ a: [[UInt8]], _ b: [[UInt8]]) -> Bool {
    func middle(_ words: [[UInt8]]) -> [UInt8]? {
      words.dropFirst().dropLast().first {
        !particles.contains(String(decoding: $0, as: UTF8.self))
      }
    }
    guard let one = middle(a)?.first, let other = middle(b)?.first else { return true }
    return one == other
  }

  private static let particles: Set<String> = [
    "al", "el", "bin", "ibn", "ben", "de", "del", "della", "da", "di", "dos", "la", "le", "van",
    "der", "den", "von", "zu", "af", "abu", "ul", "e", "y",
  ]

  /// Given names: equal, spelt another way, an initial, or short for the other.
  private func agrees(_ a: [UInt8], _ b: [UInt8], strictly: Bool) -> Bool {
    if a == b { return true }
    if strictly { return false }
    if Spelling.isVariant(a, b) { return true }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard let initial = short.first, long.first == initial else {
      return Nicknames.isNickname(short, of: long)
    }
    if short.count == 1 || (short.count >= 3 && long.starts(with: short)) { return true }
    return Nicknames.isNickname(short, of: long)
  }

  /// Those whose name ends with these words.
  func endingWith(_ keys: [UInt64]) -> [Int] { byTail[NameForms.combined(keys[...])] ?? [] }

  func startingWith(_ key: UInt64) -> [Int] { byFirst[key] ?? [] }

  /// Those whose surname is spelt nearly so.
  func soundingLike(_ word: [UInt8]) -> [Int] {
    guard word.count >= 5 else { return [] }
    return (bySkeleton[Spelling.skeleton(word)] ?? []).filter {
      people[$0].words.last.map { Spelling.distance($0, word, limit: 2) <= 2 } ?? false
    }
  }

  mutating func mention(_ person: Int, at mention: Int) { people[person].lastMention = mention }
}
