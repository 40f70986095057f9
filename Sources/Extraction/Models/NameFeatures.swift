/// What the name tagger looks at.
package enum NameFeatures {
  /// Appends the features of token `i` of a sentence, all but those of its article.
  package static func append(
    _ forms: Span<WordForm>, _ i: Int, _ lineCase: LineCase, to out: inout [UInt32]
  ) {
    let w = forms[i]
    let p = i > 0 ? forms[i - 1] : .outside
    let n = i + 1 < forms.count ? forms[i + 1] : .outside
    let line = lineCase.rawValue
    // Where the line's case says nothing, neither does the word's.
    func shape(_ form: WordForm) -> UInt32 { lineCase == .ordinary ? form.shape : line }
    func rough(_ form: WordForm) -> UInt32 {
      lineCase == .ordinary ? UInt32(form.traits.rawValue & 0x1f) : 32 &+ line
    }
    func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0) {
      out.append(FeatureHash.mix(template &+ 256, a, b))
    }
    add(1, line, i == 0 ? 1 : 0)
    add(2, w.lower)
    add(3, p.lower)
    add(4, n.lower)
    add(5, p.lower, w.lower)
    add(6, w.lower, n.lower)
    add(7, shape(w))
    add(8, rough(p) << 16 | rough(w) << 8 | rough(n))
    add(9, UInt32(w.clusters.fine), rough(w))
    add(10, UInt32(w.clusters.middle), rough(w))
    add(11, UInt32(p.clusters.fine), rough(w))
    add(12, UInt32(n.clusters.fine), rough(w))
    add(13, UInt32(p.clusters.middle) << 16 | UInt32(w.clusters.middle), rough(w))
    add(14, UInt32(w.clusters.middle) << 16 | UInt32(n.clusters.middle), rough(w))
    add(15, w.lower, shape(w))
    // An ordinary small word is seldom a name: the rest is for the others.
    if lineCase == .ordinary && w.isLowerWord && w.lists == 0 { return }

    let pp = i > 1 ? forms[i - 2] : .outside
    let nn = i + 2 < forms.count ? forms[i + 2] : .outside
    let first: UInt32 = i == 0 ? 1 : 0
    add(16, UInt32(w.clusters.coarse), rough(w) << 1 | first)
    add(20, pp.lower)
    add(21, nn.lower)
    add(22, pp.lower, p.lower)
    add(23, n.lower, nn.lower)
    add(24, w.prefix2)
    add(25, w.prefix3)
    add(26, w.prefix4)
    add(27, w.suffix1)
    add(28, w.suffix2)
    add(29, w.suffix3)
    add(30, w.suffix4)
    add(31, shape(p), shape(w))
    add(32, shape(w), shape(n))
    add(33, shape(p) ^ (shape(w) &* 31), shape(n))
    add(34, UInt32(pp.clusters.fine), rough(w))
    add(35, UInt32(nn.clusters.fine), rough(w))
    add(36, p.lower, rough(w) << 8 | rough(n))
    add(37, n.lower, rough(w) << 8 | rough(p))
    add(38, UInt32(p.clusters.fine) << 16 | UInt32(n.clusters.fine), rough(w))
    add(39, UInt32(w.clusters.coarse) << 16 | UInt32(n.clusters.coarse), UInt32(p.clusters.coarse))
    add(40, first, shape(w))
    add(41, UInt32(pp.clusters.middle) << 16 | UInt32(p.clusters.middle), rough(w))
    add(42, UInt32(n.clusters.middle) << 16 | UInt32(nn.clusters.middle), rough(w))
    appendLists(p.lists, w.lists, n.lists, rough(w) << 1 | first, to: &out)
  }

  /// Where the phrase lists have the token and its neighbours.
  private static func appendLists(
    _ p: UInt32, _ w: UInt32, _ n: UInt32, _ written: UInt32, to out: inout [UInt32]
  ) {
    func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0) {
      out.append(FeatureHash.mix(template &+ 384, a, b))
    }
    add(1, w, written)
    add(2, p, w)
    add(3, w, n)
    if w != 0 {
      var rest = w
      while rest != 0 {
        let list = UInt32(rest.trailingZeroBitCount / 3)
        add(4, list << 3 | (w &>> (list &* 3)) & 7, written)
        rest &= ~(7 &<< (list &* 3))
      }
    }
    if p != 0 { add(5, p) }
    if n != 0 { add(6, n) }
  }

  /// The features of what the rest of the article says of this token.
  package static func append(
    _ evidence: NameEvidence, before: NameEvidence, after: NameEvidence, _ form: WordForm,
    _ lineCase: LineCase, to out: inout [UInt32]
  ) {
    func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0) {
      out.append(FeatureHash.mix(template &+ 448, a, b))
    }
    let line = lineCase.rawValue
    let here = evidence.value
    add(1, here, line)
    add(2, here, before.value)
    add(3, here, after.value)
    add(4, here, UInt32(form.traits.rawValue & 0x1f) << 2 | line)
    add(5, evidence.label, before.label << 8 | after.label)
    add(6, here, UInt32(form.clusters.middle))
  }
}

/// What an article's first pass found of one word elsewhere: its most frequent label there, how
/// sure that is, and whether the word also stands outside names.
package struct NameEvidence: Sendable, Equatable {
  /// 0 for nothing known; else 1 + label.
  package var label: UInt32 = 0
  /// 0...3: how many more times as this than as anything else, cut.
  package var strength: UInt32 = 0

  package init() {}

  package init(label: UInt32, strength: UInt32) {
    self.label = label
    self.strength = strength
  }

  var value: UInt32 { label << 2 | strength }
}
