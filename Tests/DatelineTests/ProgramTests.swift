import Foundation
import Testing
import dateline

@Test func `version and help print on standard output and end well`() throws {
  #expect(try Running(["version"]).finish() == (0, "dateline 0.1.0\n", ""))
  #expect(try Running(["help", "serve"]).finish() == (0, Help.page(.serve), ""))
}

@Test func `a bad option ends with 2 and names the nearest real one`() throws {
  let end = try Running(["--prot", "8080"]).finish()
  #expect(end.code == 2)
  #expect(end.output == "")
  #expect(end.errors == "dateline: there is no option --prot; did you mean --port?\n")
}
