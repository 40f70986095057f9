import Testing

@testable import Extraction

struct TermTests {
  /// The term of the first "mayor" in `text`, as `since until former`.
  private func term(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var analysis = Analysis()
    Extractor.read(Article(id: "a", text: bytes), into: &analysis)
    let title = Array("mayor".utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: title) } ?? 0
    let term = Term(ofTitle: TextRange(start, start + title.count), in: analysis, text: bytes)
    return "\(term.since?.description ?? "-") \(term.until?.description ?? "-")"
      + (term.isFormer ? " former" : "")
  }

  @Test(arguments: [
    ("Anna Ojwang, the mayor of Lima since 2012, left.", "2012 -"),
    ("Anna Ojwang has been mayor since March 2012.", "2012-03 -"),
    ("Anna Ojwang, mayor of Lima from 2001 to 2007, left.", "2001 2007"),
    ("Anna Ojwang was mayor until 2010.", "- 2010"),
    ("The former mayor Anna Ojwang left.", "- - former"),
    ("The mayor Anna Ojwang has been ill since 2012.", "- -"),
    ("The mayor left in 2012.", "- -"),
  ])
  func `the dates beside an office bound it`(_ row: (String, String)) {
    #expect(term(row.0) == row.1)
  }
}
