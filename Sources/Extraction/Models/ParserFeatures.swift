/// What the parser looks at: the words around the top of the stack and the head of the buffer, by
/// the network's vectors of them, and labels, distances and numbers of children.
package struct ParserFeatures: Sendable {
  /// Words: three from the stack, two from the buffer, four children.
  package static let placeCount = 9
  /// Places that nearly every word comes to; the others are children's.
  package static let usualPlaces = 5
  /// Labels of children, no child included.
  private static let labelSlots = 9
  private static let labelWidth = 64
  private static let distances = placeCount * 2 + labelSlots * labelWidth
  private static let valencies = distances + 2 * 16
  /// Every row a configuration may have.
  package static let rowCount = valencies + 5 * 8

  /// Token by place; -1 where there is none, the number of words for the root.
  package private(set) var places = InlineArray<9, Int32>(repeating: -1)
  /// Rows of the table of what is not a word.
  package private(set) var rows: [Int32] = []

  package init() {}

  package mutating func read(_ state: ParserState) {
    let count = state.wordCount
    rows.removeAll(keepingCapacity: true)
    let s0 = state.top(0)
    let s1 = state.top(1)
    let b0 = Int(state.next)
    func child(_ children: [Int32], _ i: Int) -> Int { i >= 0 ? Int(children[i]) : -1 }
    let s0l = child(state.left1, s0)
    let s0r = child(state.right1, s0)
    let s1r = child(state.right1, s1)
    let b0l = child(state.left1, b0)
    let b1 = b0 < count ? b0 + 1 : -1
    set(0, s0, count)
    set(1, s1, count)
    set(2, state.top(2), count)
    set(3, b0, count)
    set(4, b1, count)
    set(5, s0l, count)
    set(6, s0r, count)
    set(7, s1r, count)
    set(8, b0l, count)
    label(0, s0l, state)
    label(1, s0r, state)
    label(2, s1r, state)
    label(3, b0l, state)
    label(4, child(state.left2, s0), state)
    label(5, child(state.right2, s0), state)
    label(6, child(state.left1, s1), state)
    label(7, child(state.right2, s1), state)
    label(8, child(state.left2, b0), state)
    let near = s0 >= 0 ? min(b0 - s0, 14) : 15
    let under = s1 >= 0 ? min(s0 - s1, 14) : 15
    rows.append(Int32(Self.distances + near))
    rows.append(Int32(Self.distances + 16 + under))
    valency(0, s0, state.leftCount)
    valency(1, s0, state.rightCount)
    valency(2, s1, state.leftCount)
    valency(3, s1, state.rightCount)
    valency(4, b0, state.leftCount)
  }

  private mutating func set(_ place: Int, _ token: Int, _ count: Int) {
    places[place] = Int32(token)
    if token < 0 { rows.append(Int32(place * 2)) }
    if token == count { rows.append(Int32(place * 2 + 1)) }
  }

  private mutating func label(_ slot: Int, _ token: Int, _ state: ParserState) {
    let label = token >= 0 ? Int(state.labels[token]) : Self.labelWidth - 1
    rows.append(Int32(Self.placeCount * 2 + slot * Self.labelWidth + label))
  }

  private mutating func valency(_ slot: Int, _ token: Int, _ counts: [UInt8]) {
    let count = token >= 0 ? Int(counts[token]) : 0
    rows.append(Int32(Self.valencies + slot * 8 + count))
  }
}
