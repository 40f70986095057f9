/// `dateline-bench corpus`: writes a synthetic corpus as NDJSON, for a server to be pointed at.
enum CorpusQuestion {
  static func ask(_ arguments: [String]) {
    let count = Numbers.option("articles", arguments, standard: 1000)
    let seed = UInt64(Numbers.option("seed", arguments, standard: 1))
    let corpus = SyntheticCorpus(articleCount: count, seed: seed)
    var bytes: [UInt8] = []
    for index in 0..<count {
      bytes += corpus.ndjson(index)
      if bytes.count > 1 << 20 || index + 1 == count {
        Numbers.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
  }
}
