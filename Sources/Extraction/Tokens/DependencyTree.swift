/// Part of speech and syntax of an article's tokens: arrays as long as `Analysis.tokens`.
///
/// Universal Dependencies, English (EWT and GUM). Tokens of sentences that were not parsed are
/// `x`, `unknown`, their own root.
package struct Syntax: Sendable, Equatable {
  package var upos: [UniversalTag] = []
  package var xpos: [PennTag] = []
  /// Index of the head among the sentence's tokens, -1 for a root.
  package var heads: [Int32] = []
  package var labels: [DependencyLabel] = []

  package init() {}

  package init(unparsed tokenCount: Int) {
    upos = [UniversalTag](repeating: .x, count: tokenCount)
    xpos = [PennTag](repeating: .unknown, count: tokenCount)
    heads = [Int32](repeating: -1, count: tokenCount)
    labels = [DependencyLabel](repeating: .root, count: tokenCount)
  }
}

extension Syntax {
  /// A preposition that a parse takes for the head of its noun changes places with it.
  ///
  /// - Parameter sentence: one that has been parsed.
  mutating func lowerPrepositions(_ sentence: Range<Int>) {
    for i in sentence where upos[i] == .adp && (labels[i] == .obl || labels[i] == .nmod) {
      let place = Int32(i - sentence.lowerBound)
      let noun = (i + 1..<sentence.upperBound).first {
        heads[$0] == place && [.noun, .propn, .pron].contains(upos[$0])
      }
      guard let noun else { continue }
      for k in sentence where heads[k] == place {
        heads[k] = Int32(noun - sentence.lowerBound)
      }
      (heads[noun], labels[noun]) = (heads[i], labels[i])
      (heads[i], labels[i]) = (Int32(noun - sentence.lowerBound), .case)
    }
  }
}

/// The seventeen parts of speech of Universal Dependencies.
package enum UniversalTag: UInt8, Sendable, CaseIterable {
  case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym
  case verb, x

  private static let written = allCases.map { "\($0)".uppercased() }

  /// As CoNLL-U writes it, `ADJ`.
  package var name: String { Self.written[Int(rawValue)] }

  package init?(_ name: some StringProtocol) {
    guard let index = Self.written.firstIndex(where: { $0 == name }) else { return nil }
    self.init(rawValue: UInt8(index))
  }
}

/// The Penn tags of the English treebanks, with their additions.
package enum PennTag: UInt8, Sendable, CaseIterable {
  case unknown
  case cc, cd, dt, ex, fw, `in`, jj, jjr, jjs, ls, md, nn, nns, nnp, nnps, pdt, pos, prp, prpS
  case rb, rbr, rbs, rp, sym, to, uh, vb, vbd, vbg, vbn, vbp, vbz, wdt, wp, wpS, wrb
  case add, afx, gw, hyph, nfp, xx, lrb, rrb, comma, colon, period, openQuote, closeQuote, dollar

  private static let written: [String] = [
    "_", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP",
    "NNPS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD",
    "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "ADD", "AFX", "GW", "HYPH", "NFP", "XX",
    "-LRB-", "-RRB-", ",", ":", ".", "``", "''", "$",
  ]

  /// As CoNLL-U writes it, `PRP$`.
  package var name: String { Self.written[Int(rawValue)] }

  package init?(_ name: some StringProtocol) {
    guard let index = Self.written.firstIndex(where: { $0 == name }) else { return nil }
    self.init(rawValue: UInt8(index))
  }
}

/// The relation of a token to its head: the main types of Universal Dependencies.
package enum DependencyLabel: UInt8, Sendable, CaseIterable {
  case acl, advcl, advmod, amod, appos, aux, `case`, cc, ccomp, clf, compound, conj, cop, csubj
  case dep, det, discourse, dislocated, expl, fixed, flat, goeswith, iobj, list, mark, nmod, nsubj
  case nummod, obj, obl, orphan, parataxis, punct, reparandum, root, vocative, xcomp

  private static let written = allCases.map { "\($0)" }

  /// As CoNLL-U writes it, `nsubj`.
  package var name: String { Self.written[Int(rawValue)] }

  /// A subtype is cut: `nsubj:pass` is `nsubj`.
  package init?(_ name: some StringProtocol) {
    let main = name.prefix { $0 != ":" }
    guard let index = Self.written.firstIndex(where: { $0 == main }) else { return nil }
    self.init(rawValue: UInt8(index))
  }
}
