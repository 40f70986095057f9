import Testing
import dateline

private func settings(_ arguments: String...) throws -> Settings {
  switch try CommandLineParser.parse(arguments) {
  case .serve(let settings), .annotate(let settings): return settings
  case .version, .help: throw UsageError("neither serve nor annotate")
  }
}

@Test func `no arguments serve the seeds`() throws {
  let settings = try settings()
  #expect(settings.paths == ["seeds/"])
  #expect(settings.host == "127.0.0.1")
  #expect(settings.port == 8080)
}

@Test func `options and paths stand in any order`() throws {
  let settings = try settings("a", "--port=0", "serve", "--host", "::1", "--strict", "--", "-b")
  #expect(settings.paths == ["a", "serve", "-b"])
  #expect(settings.port == 0)
  #expect(settings.host == "::1")
  #expect(settings.isStrict)
}

@Test func `a lone dash is a path`() throws {
  #expect(try settings("annotate", "-").paths == ["-"])
}

@Test(arguments: [
  (["--prot", "1"], "there is no option --prot; did you mean --port?"),
  (["--quite-else"], "there is no option --quite-else; “dateline help serve” lists them"),
  (["--port"], "--port needs a value: --port N"),
  (["--port", "65536"], "--port takes a whole number from 0 to 65535, not “65536”"),
  (["--port=x"], "--port takes a whole number from 0 to 65535, not “x”"),
  (["--host="], "--host needs a value: --host ADDRESS"),
  (["--strict=yes"], "--strict takes no value"),
  (["--log-format", "xml"], "--log-format takes text or json, not “xml”"),
  (
    ["annotate", "--port", "1"],
    "--port is an option of “dateline serve”, not of “dateline annotate”"
  ),
  (["annotate", "--conllu", "seeds"], "--conllu reads standard input and takes no PATH"),
  (["version", "1"], "“dateline version” takes no PATH"),
  (["help", "anotate"], "there is no command “anotate”; did you mean annotate?"),
  (["help", "x"], "there is no command “x”; there are serve, annotate, version, help"),
])
func `a command line without sense is refused with what to do`(
  arguments: [String], message: String
) {
  let error = #expect(throws: UsageError.self) { try CommandLineParser.parse(arguments) }
  #expect(error?.description == message)
}

@Test func `help and version are understood everywhere`() throws {
  guard case .help(.annotate) = try CommandLineParser.parse(["annotate", "--help"]),
    case .help(nil) = try CommandLineParser.parse(["-h"]),
    case .version = try CommandLineParser.parse(["--version"])
  else {
    Issue.record("not understood")
    return
  }
}
