/// The dependency trees of an article's sentences, walkable both ways; tokens by their index in
/// the article.
///
/// Heads that point out of their sentence are taken as roots, so any input is safe to walk;
/// a cycle is broken where it closes.
package struct SyntaxTree: Sendable {
  package let upos: [UniversalTag]
  package let xpos: [PennTag]
  package private(set) var labels: [DependencyLabel]
  /// Index of the head, -1 for a root.
  package private(set) var heads: [Int32]
  /// `children[childStarts[t]..<childStarts[t + 1]]` are those of token t, in text order.
  private var childStarts: [Int32]
  private var children: [Int32]

  package static let empty = SyntaxTree(Syntax(), sentences: [])

  package var isEmpty: Bool { heads.isEmpty }

  /// - Complexity: linear in the tokens.
  package init(_ syntax: Syntax, sentences: [Sentence]) {
    upos = syntax.upos
    xpos = syntax.xpos
    labels = syntax.labels
    let count = syntax.heads.count
    heads = [Int32](repeating: -1, count: count)
    for sentence in sentences where Int(sentence.tokens.upperBound) <= count {
      for token in sentence.tokens {
        let head = syntax.heads[Int(token)]
        guard head >= 0, head < sentence.tokens.count else { continue }
        heads[Int(token)] = sentence.tokens.lowerBound + head
      }
    }
    childStarts = [Int32](repeating: 0, count: count + 1)
    children = []
    giveSubjects()
    breakCycles()
    link()
  }

  /// "The town has ties with Dahl, and its neighbours have left": a parser may join the neighbours
  /// to Dahl; they are the subject of the verb behind, which has no conjunction of its own.
  private mutating func giveSubjects() {
    var hasOwn = [Bool](repeating: false, count: heads.count)
    var conjunctions = [Int32](repeating: -1, count: heads.count)
    for (token, head) in heads.enumerated() where head >= 0 {
      if labels[token] == .cc { conjunctions[Int(head)] = Int32(token) }
      if labels[token] == .cc || labels[token] == .nsubj { hasOwn[Int(head)] = true }
    }
    for (verb, head) in heads.enumerated()
    where head >= 0 && Int(head) < verb && labels[verb] == .conj && !hasOwn[verb]
      && upos[verb] == .verb && isVerb(Int(head))
    {
      var named = verb - 1
      while named > Int(head), Int(heads[named]) == verb,
        labels[named] == .aux || labels[named] == .advmod
      { named -= 1 }
      guard named > Int(head), labels[named] == .conj, heads[named] >= 0,
        upos[named] == .noun || upos[named] == .propn,
        conjunctions[named] > 0, Int(conjunctions[named]) < named,
        labels[Int(conjunctions[named]) - 1] == .punct,
        !isVerb(Int(heads[named]))
      else { continue }
      heads[named] = Int32(verb)
      labels[named] = .nsubj
    }
  }

  private mutating func breakCycles() {
    // 0 unseen, otherwise the number of the walk that saw it; 1 is known to end at a root.
    var seen = [Int32](repeating: 0, count: heads.count)
    for start in heads.indices where seen[start] == 0 {
      let walk = Int32(start) + 2
      var token = start
      while token >= 0, seen[token] == 0 {
        seen[token] = walk
        let head = Int(heads[token])
        if head >= 0, seen[head] == walk { heads[token] = -1 }
        token = Int(heads[token])
      }
    }
  }

  private mutating func link() {
    for head in heads where head >= 0 { childStarts[Int(head) + 1] += 1 }
    for i in 1..<childStarts.count { childStarts[i] += childStarts[i - 1] }
    children = [Int32](repeating: 0, count: Int(childStarts[childStarts.count - 1]))
    var next = childStarts
    for (token, head) in heads.enumerated() where head >= 0 {
      children[Int(next[Int(head)])] = Int32(token)
      next[Int(head)] += 1
    }
  }

  package func head(_ token: Int) -> Int? { heads[token] < 0 ? nil : Int(heads[token]) }

  package func children(_ token: Int) -> ArraySlice<Int32> {
    children[Int(childStarts[token])..<Int(childStarts[token + 1])]
  }

  package func child(_ token: Int, _ label: DependencyLabel) -> Int? {
    for child in children(token) where labels[Int(child)] == label { return Int(child) }
    return nil
  }

  /// The subject of a verb. Of two, as in "the agency Nordnews said", the name right before it is
  /// its own, and the other tells what that is.
  package func subject(_ verb: Int) -> Int? {
    guard let first = child(verb, .nsubj) else { return nil }
    let last = children(verb).last { labels[Int($0)] == .nsubj && Int($0) < verb }
    guard let last, Int(last) > first, upos[Int(last)] == .propn else {
      return described(before: verb, taken: first) ?? first
    }
    return Int(last)
  }

  /// "Dahl, who works at the bank, left", where a parser took the bank for the subject: no comma
  /// parts a subject from its verb but one that closes what is said of it.
  private func described(before verb: Int, taken: Int) -> Int? {
    var comma = verb - 1
    while comma > taken, upos[comma] == .aux || upos[comma] == .adv { comma -= 1 }
    guard comma > taken, xpos[comma] == .comma, children(taken).allSatisfy({ Int($0) < comma })
    else { return nil }
    var start = taken
    while start > 1, verb - start < 24, xpos[start] != .comma { start -= 1 }
    guard xpos[start] == .comma, xpos[start + 1] == .wp || xpos[start + 1] == .wdt,
      start + 1 != taken, upos[start - 1] == .propn || upos[start - 1] == .noun
    else { return nil }
    var named = start - 1
    // "Dahl of the bank, who": of the names joined there the first.
    for _ in 0..<6 {
      guard let head = head(named), head < named, isPartOfName(named) else { break }
      named = head
    }
    return named
  }

  private func isPartOfName(_ token: Int) -> Bool {
    switch labels[token] {
    case .flat, .compound, .conj: true
    case .nmod: child(token, .case) != nil
    default: false
    }
  }

  package func isVerb(_ token: Int) -> Bool { upos[token] == .verb || upos[token] == .aux }

  /// From the first to the last token that hangs on a token, itself among them.
  /// - Complexity: linear in these.
  package func extent(of token: Int) -> ClosedRange<Int> {
    var (first, last) = (token, token)
    var open = [Int32(token)]
    while let next = open.popLast() {
      first = min(first, Int(next))
      last = max(last, Int(next))
      open += children(Int(next))
    }
    return first...last
  }
}
