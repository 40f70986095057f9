/// What the parser looks at: words, tags, labels, children and distances around the top of the
/// stack and the head of the buffer (Zhang and Nivre 2011), and word clusters.
package enum ParserFeatures {
  /// The features of one place of the configuration.
  private struct Place {
    var word: UInt32
    var tag: UInt32
    var cluster: UInt32
    var fine: UInt32
  }

  package static func append(
    _ state: ParserState, _ forms: Span<WordForm>, _ tags: Span<PennTag>,
    _ upos: Span<UniversalTag>, to out: inout [UInt32]
  ) {
    let count = state.wordCount
    func place(_ i: Int) -> Place {
      guard i >= 0, i < count else {
        return Place(word: i == count ? 1 : 2, tag: i == count ? 62 : 63, cluster: 0, fine: 0)
      }
      let form = forms[i]
      return Place(
        word: form.lower, tag: UInt32(tags[i].rawValue), cluster: UInt32(form.clusters.middle),
        fine: UInt32(form.clusters.fine))
    }
    func tag(_ i: Int) -> UInt32 {
      i >= 0 && i < count ? UInt32(tags[i].rawValue) : i == count ? 62 : 63
    }
    func word(_ i: Int) -> UInt32 { i >= 0 && i < count ? forms[i].lower : i == count ? 1 : 2 }
    func label(_ i: Int) -> UInt32 { i >= 0 && i < count ? UInt32(state.labels[i]) : 63 }
    func child(_ children: [Int32], _ i: Int) -> Int { i >= 0 ? Int(children[i]) : -1 }
    func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0) {
      out.append(FeatureHash.mix(template, a, b))
    }

    let i0 = state.top(0)
    let i1 = state.top(1)
    let j0 = Int(state.next)
    let s0 = place(i0)
    let s1 = place(i1)
    let s2 = place(state.top(2))
    let b0 = place(j0)
    let b1 = place(j0 < count ? j0 + 1 : -1)
    let b2 = place(j0 + 1 < count ? j0 + 2 : -1)
    let b3tag = tag(j0 + 2 < count ? j0 + 3 : -1)
    let s0l = child(state.left1, i0)
    let s0r = child(state.right1, i0)
    let s0l2 = child(state.left2, i0)
    let s0r2 = child(state.right2, i0)
    let s1l = child(state.left1, i1)
    let s1r = child(state.right1, i1)
    let s1r2 = child(state.right2, i1)
    let b0l = child(state.left1, j0)
    let b0l2 = child(state.left2, j0)

    // Single words.
    add(1, s0.word, s0.tag)
    add(2, s0.tag)
    add(3, s0.word)
    add(4, b0.word, b0.tag)
    add(5, b0.tag)
    add(6, b0.word)
    add(7, s1.word, s1.tag)
    add(8, s1.tag)
    add(9, b1.word, b1.tag)
    add(10, b1.tag, b2.tag)
    add(11, b2.word)
    add(12, b1.tag << 12 | b2.tag << 6 | b3tag)
    add(13, s2.word, s2.tag)

    // Pairs: the top with the next word (left arcs, shifts) and with the word under it.
    add(14, s0.word, b0.word)
    add(15, s0.word, b0.tag)
    add(16, s0.tag, b0.word)
    add(17, s0.tag << 6 | b0.tag)
    add(18, s0.word ^ s0.tag << 24, b0.word ^ b0.tag << 20)
    add(19, s1.word, s0.word)
    add(20, s1.word, s0.tag)
    add(21, s1.tag, s0.word)
    add(22, s1.tag << 6 | s0.tag)
    add(23, s1.word, b0.word)
    add(24, s1.tag << 6 | b0.tag)

    // Three and four tags.
    add(25, s0.tag << 12 | b0.tag << 6 | b1.tag)
    add(26, s1.tag << 12 | s0.tag << 6 | b0.tag)
    add(27, s2.tag << 12 | s1.tag << 6 | s0.tag)
    add(28, s0.tag << 18 | b0.tag << 12 | b1.tag << 6 | b2.tag)
    add(29, s1.tag << 18 | s0.tag << 12 | b0.tag << 6 | b1.tag)
    add(30, s0.word, b0.tag << 6 | b1.tag)
    add(31, s1.tag << 12 | b0.tag << 6 | b1.tag, s0.word)
    add(32, s1.word, s0.tag << 6 | b0.tag)
    add(33, s0.tag << 6 | b1.tag, b0.word)
    add(34, s0.tag << 6 | s1.tag, b0.word)

    // Children: tags, labels, words.
    let s0lLabel = label(s0l)
    let s0rLabel = label(s0r)
    let b0lLabel = label(b0l)
    let s1rLabel = label(s1r)
    let s1lLabel = label(s1l)
    add(35, s0.tag << 18 | tag(s0l) << 12 | s0lLabel << 6 | b0.tag)
    add(36, s0.tag << 18 | tag(s0r) << 12 | s0rLabel << 6 | b0.tag)
    add(37, b0.tag << 18 | tag(b0l) << 12 | b0lLabel << 6 | s0.tag)
    add(38, s1.tag << 18 | tag(s1r) << 12 | s1rLabel << 6 | s0.tag)
    add(39, s1.tag << 18 | tag(s1l) << 12 | s1lLabel << 6 | s0.tag)
    add(40, s0.tag << 18 | tag(s0l) << 12 | s0lLabel << 6 | s1.tag)
    add(41, s0.tag << 18 | tag(s0r) << 12 | s0rLabel << 6 | s1.tag)
    add(42, s0.word, s0lLabel << 12 | s0rLabel << 6 | label(s0l2))
    add(43, s0.tag << 18 | s0rLabel << 12 | label(s0r2) << 6 | b0.tag)
    add(44, b0.word, b0lLabel << 6 | label(b0l2))
    add(45, s1.word, s1rLabel << 6 | label(s1r2))
    add(46, word(s0l), s0.tag)
    add(47, word(s0r), s0.tag)
    add(48, word(b0l), b0.tag)
    add(49, word(s1r), s1.tag << 6 | s0.tag)
    add(50, word(s0r), b0.word)
    add(51, s0rLabel << 12 | s0.tag << 6 | b0.tag, b0.word)
    add(52, s1rLabel << 12 | s1.tag << 6 | s0.tag, s0.word)

    // Distance and number of children.
    let near = UInt32(i0 >= 0 ? min(j0 - i0, 10) : 11)
    let under = UInt32(i1 >= 0 ? min(i0 - i1, 10) : 11)
    let s0Left = UInt32(i0 >= 0 ? state.leftCount[i0] : 8)
    let s0Right = UInt32(i0 >= 0 ? state.rightCount[i0] : 8)
    let s1Right = UInt32(i1 >= 0 ? state.rightCount[i1] : 8)
    let b0Left = UInt32(state.leftCount[min(j0, count)])
    add(53, s0.word, near)
    add(54, b0.word, near)
    add(55, s0.tag << 6 | b0.tag, near)
    add(56, s1.tag << 6 | s0.tag, under)
    add(57, s0.word, s0Left << 4 | s0Right)
    add(58, s0.tag << 8 | s0Left << 4 | s0Right, b0.tag)
    add(59, b0.word, b0Left)
    add(60, b0.tag << 4 | b0Left, s0.tag)
    add(61, s1.word, s1Right)
    add(62, s1.tag << 4 | s1Right, s0.tag)

    // Clusters stand in for rare words.
    add(63, s0.cluster, b0.cluster)
    add(64, s1.cluster, s0.cluster)
    add(65, s0.fine, b0.tag)
    add(66, s0.tag, b0.fine)
    add(67, s1.fine, s0.tag)
    add(68, s1.tag, s0.fine)
    add(69, s0.fine, s1.fine &+ 4096)
    add(70, s0.fine, b0.fine)
    add(71, b1.fine, s0.tag << 6 | b0.tag)
    add(72, s1.cluster << 12 | s0.cluster, b0.tag)
    // Attachment of a phrase: "ate (with) a fork" – head candidate, preposition, noun.
    add(73, s1.fine, s0.fine << 16 | UInt32(s0l >= 0 ? forms[s0l].lower & 0xffff : 0))
    add(74, s1.tag << 8 | s0.tag, s0l >= 0 ? forms[s0l].lower : 0)
    add(75, s1.word, s0l >= 0 ? forms[s0l].lower : 0)
    let s0u = i0 >= 0 ? UInt32(upos[i0].rawValue) : 31
    let s1u = i1 >= 0 ? UInt32(upos[i1].rawValue) : 31
    let b0u = j0 < count ? UInt32(upos[j0].rawValue) : 30
    add(76, s0u << 5 | b0u, s1u)
    add(77, s0u << 5 | b0u, s0.word)
    add(78, s0u << 5 | b0u, b0.word)
    add(79, s1u << 5 | s0u, s0.word)
  }
}
