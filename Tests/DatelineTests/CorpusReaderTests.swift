import Formats
import Testing
import dateline

private func pieces(of path: String) -> [CorpusPiece] {
  var reader = CorpusReader(CorpusFiles(paths: [path]))
  var found: [CorpusPiece] = []
  while let piece = reader.next() { found.append(piece) }
  return found
}

private func lines(of pieces: [CorpusPiece]) -> [(number: Int, text: String)] {
  pieces.flatMap { piece -> [(number: Int, text: String)] in
    guard case .lines(let chunk) = piece else { return [] }
    return chunk.lines.map { ($0.number, String(decoding: $0.bytes, as: UTF8.self)) }
  }
}

@Test(arguments: [
  ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]),
  ("\n\na\r\n\nb\n", ["", "", "a\r", "", "b"]),
])
func `lines are numbered as an editor numbers them`(content: String, texts: [String]) throws {
  let scratch = try Scratch()
  let found = lines(of: pieces(of: try scratch.write("x.ndjson", content)))
  #expect(found.map(\.text) == texts)
  #expect(found.map(\.number) == texts.indices.map { $0 + 1 })
}

@Test func `a file of many reads is cut at line ends and loses nothing`() throws {
  let scratch = try Scratch()
  var random = SeededGenerator(seed: 7)
  let texts = (0..<2000).map { number in
    "\(number) " + String(repeating: "x", count: Int(random.next() % 500))
  }
  let long = String(repeating: "y", count: 300_000)
  let path = try scratch.write("x.jsonl", (texts + [long]).joined(separator: "\n"))
  let pieces = pieces(of: path)
  #expect(pieces.count > 3)
  #expect(lines(of: pieces).map(\.text) == texts + [long])
  #expect(lines(of: pieces).map(\.number) == Array(1...2001))
}

@Test(arguments: [1, 2, 7])
func `results come in the corpus's order on any number of threads`(threads: Int) throws {
  let scratch = try Scratch()
  for number in 100..<300 { try scratch.write("\(number).txt", "x") }
  let files = CorpusFiles(paths: [scratch.path])
  var found: [String] = []
  ParallelReading.run(CorpusReader(files), threads: threads) { piece -> String in
    guard case .file(let file) = piece else { return "" }
    // Work of uneven length, so that later pieces are done first.
    var random = SeededGenerator(seed: UInt64(file.path.utf8.last ?? 0))
    for _ in 0..<Int(random.next() % 5000) { _ = random.next() }
    return file.path
  } take: {
    found.append($0)
    return true
  }
  #expect(found == files.files.map(\.path))
}

@Test func `reading stops when the taker has enough`() throws {
  let scratch = try Scratch()
  for number in 100..<300 { try scratch.write("\(number).txt", "x") }
  var count = 0
  ParallelReading.run(
    CorpusReader(CorpusFiles(paths: [scratch.path])), threads: 2, work: { _ in 1 },
    take: {
      count += $0
      return count < 5
    })
  #expect(count == 5)
}
