/// Where an arc-hybrid parse stands: a stack, the first word not yet read, the arcs so far.
///
/// The root stands after the last word, as the last head anything can get. Every word is pushed
/// once and popped once, so a sentence of n words takes 2 n transitions.
package struct ParserState {
  package private(set) var wordCount = 0
  package private(set) var stack: [Int32] = []
  /// The first word of the buffer; `wordCount` is the root.
  package private(set) var next: Int32 = 0
  /// -1 while not attached; `wordCount` for the root.  // [word]
  package private(set) var heads: [Int32] = []
  package private(set) var labels: [UInt8] = []
  /// First and second child on either side, nearest last added; -1 for none.  // [word + root]
  private(set) var left1: [Int32] = []
  private(set) var left2: [Int32] = []
  private(set) var right1: [Int32] = []
  private(set) var right2: [Int32] = []
  private(set) var leftCount: [UInt8] = []
  private(set) var rightCount: [UInt8] = []

  package init() {}

  package mutating func start(wordCount: Int) {
    self.wordCount = wordCount
    next = 0
    stack.removeAll(keepingCapacity: true)
    func refill<T>(_ array: inout [T], _ value: T) {
      array.removeAll(keepingCapacity: true)
      array.append(contentsOf: repeatElement(value, count: wordCount + 1))
    }
    refill(&heads, -1)
    refill(&labels, DependencyLabel.dep.rawValue)
    refill(&left1, -1)
    refill(&left2, -1)
    refill(&right1, -1)
    refill(&right2, -1)
    refill(&leftCount, 0)
    refill(&rightCount, 0)
  }

  package var isFinished: Bool { stack.isEmpty && Int(next) >= wordCount }

  /// The k-th word from the top of the stack, or -1.
  @inline(__always)
  package func top(_ k: Int) -> Int {
    k < stack.count ? Int(stack[stack.count - 1 - k]) : -1
  }

  package var canShift: Bool { Int(next) < wordCount }
  package var canReduceLeft: Bool { !stack.isEmpty && Int(next) < wordCount }
  package var canReduceRight: Bool { stack.count > 1 }

  /// Makes a move by its number; where that is not possible, what is possible by its kind.
  package mutating func apply(_ move: Int, _ moves: ParserMoves) {
    switch move < moves.count ? moves.kinds[move] : .shift {
    case .left where canReduceLeft: reduceLeft(moves.labels[move])
    case .right where canReduceRight: reduceRight(moves.labels[move])
    default:
      if canShift { shift() } else { reduceRight(DependencyLabel.dep.rawValue) }
    }
  }

  /// Does what needs no decision: a first word is pushed, the last one left becomes the root.
  /// False where there is a choice.
  package mutating func advance() -> Bool {
    if stack.isEmpty {
      shift()
    } else if stack.count == 1 && !canShift {
      reduceLeft(DependencyLabel.root.rawValue)
    } else {
      return false
    }
    return true
  }

  package mutating func shift() {
    stack.append(next)
    next += 1
  }

  /// The top of the stack becomes a child of the next word.
  package mutating func reduceLeft(_ label: UInt8) {
    guard let child = stack.popLast() else { return }
    attach(Int(child), to: Int(next), label)
    let head = Int(next)
    left2[head] = left1[head]
    left1[head] = child
    leftCount[head] = min(leftCount[head] + 1, 7)
  }

  /// The top of the stack becomes a child of the word under it.
  package mutating func reduceRight(_ label: UInt8) {
    guard let child = stack.popLast(), let head = stack.last.map({ Int($0) }) else { return }
    attach(Int(child), to: head, label)
    right2[head] = right1[head]
    right1[head] = child
    rightCount[head] = min(rightCount[head] + 1, 7)
  }

  private mutating func attach(_ child: Int, to head: Int, _ label: UInt8) {
    heads[child] = Int32(head)
    labels[child] = label
  }
}

/// What the parser can do next, numbered for the weight table.
package struct ParserMoves: Sendable {
  package enum Kind: UInt8, Sendable { case shift, left, right }

  package let kinds: [Kind]
  package let labels: [UInt8]

  /// Move 0 is the shift; at most 47 reductions follow.
  package static let limit = 48

  package init(kinds: [Kind], labels: [UInt8]) {
    self.kinds = kinds
    self.labels = labels
  }

  package var count: Int { kinds.count }
}
