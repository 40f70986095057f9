import Testing
import dateline

private func line(_ format: LogFormat, _ text: String, _ fields: Log.Fields = []) -> String {
  String(decoding: Log(format: format).line(.warning, text, fields), as: UTF8.self)
}

@Test func `a file name cannot start a line of its own or steer the terminal`() {
  #expect(line(.text, "a\nb\u{1b}[2J\u{7f}é") == "a\u{fffd}b\u{fffd}[2J\u{fffd}é\n")
}

@Test func `a line as JSON carries its fields`() {
  #expect(
    line(.json, "a\nb", [("path", .text("x\"y")), ("line", .number(3))])
      == #"{"level":"warning","message":"a\nb","path":"x\"y","line":3}"# + "\n")
}
