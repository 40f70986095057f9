import Testing

@testable import Extraction

struct CoNLLUTests {
  static let sample = """
    # newdoc id = a
    # sent_id = 1
    1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_
    2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
    2\tdid\tdo\tAUX\tVBD\t_\t0\troot\t_\t_
    3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_
    3.1\train\train\tVERB\tVB\t_\t_\t_\t2:dep\t_
    4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tNER=O|Entity=1

    1\tYes\tyes\tINTJ\tUH\t_\t_\t_\t_\t_

    """

  @Test func `words are read and ranges, empty nodes and comments kept out`() throws {
    let document = try CoNLLUDocument(Array(Self.sample.utf8))
    #expect(document.words.map { document.string($0.form) } == ["It", "did", "n't", ".", "Yes"])
    #expect(document.sentences.map(\.words) == [0..<4, 4..<5])
    #expect(document.sentences.map(\.opensDocument) == [true, false])
    #expect(document.words.map(\.hasSpaceAfter) == [true, false, false, true, true])
    #expect(document.words.map(\.head) == [2, 0, 2, 2, nil])
    #expect(document.misc("Entity", of: document.words[3]) == "1")
    #expect(document.hasMultiwordLines)
  }

  @Test func `predictions are written and all else passes through`() throws {
    let document = try CoNLLUDocument(Array(Self.sample.utf8))
    var writer = CoNLLUWriter()
    for i in document.sentences.indices {
      writer.append(
        i, of: document,
        document.sentences[i].words.map { _ in
          CoNLLUPrediction(upos: "X", xpos: "Y", head: 0, deprel: "root", name: "B-person")
        })
    }
    let text = String(decoding: writer.bytes, as: UTF8.self)
    #expect(text.contains("# sent_id = 1\n1\tIt\tit\tX\tY\t_\t0\troot\t_\tNER=B-person\n"))
    #expect(text.contains("2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"))
    #expect(text.contains("4\t.\t.\tX\tY\t_\t0\troot\t_\tEntity=1|NER=B-person\n\n1\tYes"))
    #expect(text.contains("3.1\train"))
    #expect(text.hasSuffix("NER=B-person\n\n"))
  }

  static let broken: [(String, CoNLLUError)] = [
    ("1\ta\n", CoNLLUError(.wrongColumnCount(2), line: 1)),
    ("# x\n2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", CoNLLUError(.badID, line: 2)),
    ("1\ta\t_\t_\t_\t_\tx\t_\t_\t_\n", CoNLLUError(.badHead, line: 1)),
    ("1\ta\t_\t_\t_\t_\t0\t_\t_\t_\t_\n", CoNLLUError(.wrongColumnCount(11), line: 1)),
    ("99999999999\ta\t_\t_\t_\t_\t0\t_\t_\t_\n", CoNLLUError(.badID, line: 1)),
  ]

  @Test(arguments: broken)
  func `a broken line is refused with its number`(_ text: String, _ error: CoNLLUError) {
    #expect(throws: error) { try CoNLLUDocument(Array(text.utf8)) }
  }

  /// Tweets hold characters that a corpus's own cleaning took away.
  @Test func `a word with an empty form is still a word`() throws {
    let document = try CoNLLUDocument(Array("1\t\t_\t_\t_\t_\t_\t_\t_\t_\n".utf8))
    #expect(document.words.count == 1)
    #expect(document.words.first?.form.isEmpty == true)
  }

  @Test func `bytes that are not UTF-8 are refused with their line`() {
    #expect(throws: CoNLLUError(.notUTF8, line: 2)) {
      try CoNLLUDocument(Array("# a\n".utf8) + [0xff])
    }
  }

  @Test func `nothing and empty lines are no sentences`() throws {
    #expect(try CoNLLUDocument([]).sentences.isEmpty)
    #expect(try CoNLLUDocument(Array("\n\r\n\n".utf8)).sentences.isEmpty)
  }

  @Test func `CR LF ends lines too`() throws {
    let text = "1\ta\t_\t_\t_\t_\t_\t_\t_\t_\r\n\r\n1\tb\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\r\n"
    let document = try CoNLLUDocument(Array(text.utf8))
    #expect(document.sentences.count == 2)
    #expect(!document.words[1].hasSpaceAfter)
  }
}
