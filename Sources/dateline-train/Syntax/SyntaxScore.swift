internal import Extraction

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Processor time of this thread so far: what others take of the machine does not count.
func processorSeconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Accuracy of tags and trees on gold tokens.
struct SyntaxScore {
  var tokens = 0
  var universal = 0
  var penn = 0
  var heads = 0
  var labelled = 0
  var seconds = 0.0

  mutating func add(_ gold: GoldSentence, _ answer: SyntaxWork) {
    for i in gold.tokens.indices {
      tokens += 1
      if gold.penn[i] == answer.penn[i] { penn += 1 }
      if gold.universal[i] == answer.universal[i] { universal += 1 }
      let head = gold.heads[i] < 0 ? Int32(gold.tokens.count) : gold.heads[i]
      guard head == answer.state.heads[i] else { continue }
      heads += 1
      if gold.labels[i].rawValue == answer.state.labels[i] { labelled += 1 }
    }
  }

  var text: String {
    "UPOS \(percent(universal, tokens)) XPOS \(percent(penn, tokens)) "
      + "UAS \(percent(heads, tokens)) LAS \(percent(labelled, tokens)) of \(tokens), "
      + "\(Int(Double(tokens) / seconds)) tokens/s"
  }
}

func percent(_ part: Int, _ whole: Int) -> String {
  let hundredths = whole == 0 ? 0 : (part * 10_000 + whole / 2) / whole
  let rest = hundredths % 100
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) %"
}
