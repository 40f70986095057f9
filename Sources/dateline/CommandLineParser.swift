/// Reads a command line against `Option.all`: `--name value` or `--name=value`, in any order,
/// `--` before paths that begin with a dash.
package enum CommandLineParser {
  /// - Parameter arguments: without the program's own name.
  package static func parse(_ arguments: [String]) throws(UsageError) -> Invocation {
    var words: [String] = []
    var chosen: [(option: Option, value: String)] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--":
        words += rest
        rest = []
      case "-h", "--help": return .help(words.first.flatMap(Command.init))
      case "--version": return .version
      case let word where word == "-" || !word.hasPrefix("-"): words.append(word)
      default: chosen.append(try option(argument, &rest))
      }
    }
    return try invocation(words, chosen)
  }

  private static func option(
    _ argument: String, _ rest: inout ArraySlice<String>
  ) throws(UsageError) -> (option: Option, value: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = Option.all.first(where: { "--" + $0.name == name }) else {
      let nearest = Spelling.nearest(to: name, among: Option.all.map { "--" + $0.name })
      let hint = nearest.map { "; did you mean \($0)?" } ?? "; “dateline help serve” lists them"
      throw UsageError("there is no option \(name)\(hint)")
    }
    if case .flag = option.value {
      guard parts.count == 1 else { throw UsageError("\(name) takes no value") }
      return (option, "")
    }
    if parts.count == 2 { return (option, String(parts[1])) }
    guard let value = rest.popFirst() else {
      throw UsageError("\(name) needs a value: \(option.form)")
    }
    return (option, value)
  }

  private static func invocation(
    _ words: [String], _ chosen: [(option: Option, value: String)]
  ) throws(UsageError) -> Invocation {
    let named = words.first.flatMap(Command.init)
    let command = named ?? .serve
    var settings = Settings()
    for (option, value) in chosen {
      guard option.commands.contains(command) else {
        let owners = option.commands.map { "“dateline \($0.rawValue)”" }
        throw UsageError(
          "--\(option.name) is an option of \(owners.joined(separator: " and ")), "
            + "not of “dateline \(command.rawValue)”")
      }
      try option.apply(value, to: &settings)
    }
    let operands = named == nil ? words : Array(words.dropFirst())
    if !operands.isEmpty { settings.paths = operands }
    switch command {
    case .serve: return .serve(settings)
    case .annotate:
      if settings.isCoNLLU && !(operands.isEmpty || operands == ["-"]) {
        throw UsageError("--conllu reads standard input and takes no PATH")
      }
      return .annotate(settings)
    case .version:
      guard operands.isEmpty else { throw UsageError("“dateline version” takes no PATH") }
      return .version
    case .help: return .help(try topic(operands))
    }
  }

  private static func topic(_ words: [String]) throws(UsageError) -> Command? {
    guard let word = words.first else { return nil }
    guard let command = Command(rawValue: word), words.count == 1 else {
      let names = Command.allCases.map(\.rawValue)
      let hint = Spelling.nearest(to: word, among: names).map { "did you mean \($0)?" }
      throw UsageError(
        "there is no command “\(word)”; " + (hint ?? "there are " + names.joined(separator: ", ")))
    }
    return command
  }
}
