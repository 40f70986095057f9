internal import Extraction

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Processor time used so far: what other programs take of the machine does not count.
func processorSeconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Accuracy of tags and trees on gold tokens.
struct SyntaxScore {
  var tokens = 0
  var universal = 0
  var penn = 0
  var heads = 0
  var labelled = 0
  var taggingSeconds = 0.0
  var parsingSeconds = 0.0

  mutating func add(
    _ gold: GoldSentence, penn: [PennTag], universal: [UniversalTag], heads: [Int32],
    labels: [UInt8]
  ) {
    for i in gold.tokens.indices {
      tokens += 1
      if gold.penn[i] == penn[i] { self.penn += 1 }
      if gold.universal[i] == universal[i] { self.universal += 1 }
      let head = gold.heads[i] < 0 ? Int32(gold.tokens.count) : gold.heads[i]
      if head == heads[i] {
        self.heads += 1
        if gold.labels[i].rawValue == labels[i] { labelled += 1 }
      }
    }
  }

  var text: String {
    "UPOS \(percent(universal, tokens)) XPOS \(percent(penn, tokens)) "
      + "UAS \(percent(heads, tokens)) LAS \(percent(labelled, tokens)) of \(tokens), "
      + "tags \(Int(Double(tokens) / taggingSeconds)) tokens/s, "
      + "trees \(Int(Double(tokens) / parsingSeconds)) tokens/s"
  }
}
