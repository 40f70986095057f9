/// The pages of `dateline help`.
package enum Help {
  package static func page(_ command: Command?) -> String {
    guard let command else { return overview }
    let options = Option.all.filter { $0.commands.contains(command) }
    var page = "usage: \(command.synopsis)\n\n\(command.explanation)\n"
    if !options.isEmpty { page += "\noptions (with their defaults):\n\n" + table(options) }
    if command == .serve || command == .annotate { page += "\n" + input }
    return page
  }

  private static var overview: String {
    let width = Command.allCases.map(\.synopsis.count).max() ?? 0
    let commands = Command.allCases.map { "  \(padded($0.synopsis, width))  \($0.summary)\n" }
    return "usage:\n\n\(commands.joined())\n"
      + "“dateline help serve” and “dateline help annotate” list the options.\n"
      + "Exit codes: 0 done, 1 failed, 2 wrong usage.\n"
  }

  private static let input = """
    PATH is a file, a folder (read recursively, in name order) or - for NDJSON on standard input.
    Files end in .txt, .md, .json, .ndjson or .jsonl. What cannot be read is reported on standard
    error with its place and reason, counted and skipped.

    """

  private static func table(_ options: [Option]) -> String {
    let width = options.map(\.form.count).max() ?? 0
    return options.map { option in
      let unit = option.unit.isEmpty ? "" : " \(option.unit)"
      return "  \(padded(option.form, width))  \(option.help) [\(option.initial)\(unit)]\n"
    }.joined()
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
