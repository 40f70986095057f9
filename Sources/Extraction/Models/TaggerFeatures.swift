/// What the part-of-speech tagger looks at.
package enum TaggerFeatures {
  /// Appends the features of token `i` of a sentence, tags before it being chosen already.
  @inline(__always)
  package static func append(
    _ forms: Span<WordForm>, _ i: Int, _ lineCase: LineCase, previous: PennTag,
    beforePrevious: PennTag, to out: inout [UInt32]
  ) {
    let w = forms[i]
    let p = i > 0 ? forms[i - 1] : .outside
    let pp = i > 1 ? forms[i - 2] : .outside
    let n = i + 1 < forms.count ? forms[i + 1] : .outside
    let nn = i + 2 < forms.count ? forms[i + 2] : .outside
    let t1 = UInt32(previous.rawValue)
    let t2 = UInt32(beforePrevious.rawValue)
    let line = lineCase.rawValue
    func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0) {
      out.append(FeatureHash.mix(template, a, b))
    }
    add(1, 0)
    add(2, w.lower)
    add(3, p.lower)
    add(4, n.lower)
    add(5, pp.lower)
    add(6, nn.lower)
    add(7, p.lower, w.lower)
    add(8, w.lower, n.lower)
    add(9, t1)
    add(10, t1, t2 &+ 1)
    add(11, t1, w.lower)
    add(12, t1 << 8 | t2, w.lower)
    add(13, t1, n.lower)
    add(14, w.suffix1)
    add(15, w.suffix2)
    add(16, w.suffix3)
    add(17, w.suffix4)
    add(18, w.prefix1)
    add(19, w.prefix3)
    add(20, w.shape, line)
    add(21, w.shape, t1 << 2 | line)
    add(22, p.suffix3)
    add(23, n.suffix3)
    add(24, UInt32(w.clusters.coarse), t1)
    add(25, UInt32(w.clusters.middle))
    add(26, UInt32(w.clusters.fine))
    add(27, UInt32(p.clusters.middle))
    add(28, UInt32(n.clusters.middle))
    add(29, UInt32(n.clusters.fine))
    add(30, UInt32(w.clusters.middle), UInt32(n.clusters.middle))
    add(31, UInt32(nn.clusters.middle))
    add(32, w.suffix3, n.suffix3)
    add(33, t1 << 8 | t2, UInt32(n.clusters.middle))
    add(34, w.lower, w.shape ^ (i == 0 ? 1 : 0))
    add(35, w.suffix2, t1)
    add(36, n.shape, w.shape)
    add(37, n.lower, nn.lower)
    add(38, w.prefix2, w.suffix2)
    add(39, w.lower, UInt32(n.clusters.middle))
    add(40, t1, UInt32(w.clusters.fine))
  }

  /// Features that choose the universal tag where the Penn tag leaves it open.
  @inline(__always)
  package static func appendUniversal(
    _ forms: Span<WordForm>, _ tags: Span<PennTag>, _ i: Int, to out: inout [UInt32]
  ) {
    func tag(_ k: Int) -> UInt32 {
      k >= 0 && k < tags.count ? UInt32(tags[k].rawValue) : 63
    }
    func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0) {
      out.append(FeatureHash.mix(template &+ 64, a, b))
    }
    let w = forms[i]
    let n = i + 1 < forms.count ? forms[i + 1] : .outside
    let p = i > 0 ? forms[i - 1] : .outside
    let nn = i + 2 < forms.count ? forms[i + 2] : .outside
    let t = tag(i)
    let after = tag(i + 1) << 6 | tag(i + 2)
    let before = tag(i - 1) << 6 | tag(i - 2)
    add(1, t)
    add(2, t, w.lower)
    add(3, t, after)
    add(4, t, after << 6 | tag(i + 3))
    add(5, t << 6 | tag(i + 1), w.lower)
    add(6, t << 12 | after, w.lower)
    add(7, t, before)
    add(8, t << 6 | tag(i - 1), w.lower)
    add(9, w.lower, n.lower)
    add(10, w.lower, p.lower)
    add(11, t << 18 | before << 6 | tag(i + 1), 0)
    add(12, t, w.suffix3)
    add(13, t, UInt32(w.clusters.middle))
    add(14, w.lower, UInt32(n.clusters.middle))
    add(15, w.lower, UInt32(nn.clusters.middle))
    add(16, w.lower, nn.lower)
    add(17, w.lower, tag(i + 2) << 6 | tag(i + 3))
    add(18, w.lower, UInt32(p.clusters.middle))
  }
}
