/// What the network of tags and trees sees of one token: features, each with a vector of its own.
package enum TokenFeatures {
  /// The most that one token has.
  package static let limit = 24

  /// The feature of a word's identity; always the first.
  @inline(__always)
  package static func word(_ form: WordForm) -> UInt32 { FeatureHash.mix(512, form.lower) }

  /// Appends the features of one token.
  @inline(__always)
  package static func append(
    _ form: WordForm, _ lineCase: LineCase, isFirst: Bool, to out: inout [UInt32]
  ) {
    func add(_ template: UInt32, _ value: UInt32, _ other: UInt32 = 0) {
      out.append(FeatureHash.mix(template &+ 512, value, other))
    }
    out.append(word(form))
    add(1, form.prefix2)
    add(2, form.prefix3)
    add(3, form.suffix2)
    add(4, form.suffix3)
    add(5, form.suffix4)
    add(6, form.shape, lineCase.rawValue << 1 | (isFirst ? 1 : 0))
    add(7, UInt32(form.traits.rawValue), lineCase.rawValue)
    add(8, UInt32(form.clusters.coarse))
    add(9, UInt32(form.clusters.middle))
    add(10, UInt32(form.clusters.fine))
    var lists = form.lists
    while lists != 0 {
      let list = UInt32(lists.trailingZeroBitCount / 3)
      add(11, list << 3 | (form.lists &>> (list &* 3)) & 7)
      lists &= ~(7 &<< (list &* 3))
    }
  }

  /// The feature of the place before a sentence, and of the one after it.
  package static let before = FeatureHash.mix(512 + 12, 1)
  package static let after = FeatureHash.mix(512 + 12, 2)
}
