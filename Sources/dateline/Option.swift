/// One option of the command line. The parser, `dateline help` and the README are all made from
/// `Option.all`; each default is read from a fresh `Settings`.
package struct Option: Sendable {
  package enum Value: Sendable {
    case flag(any WritableKeyPath<Settings, Bool> & Sendable)
    case number(any WritableKeyPath<Settings, Int> & Sendable, in: ClosedRange<Int>, unit: String)
    case text(any WritableKeyPath<Settings, String> & Sendable, form: String)
    case logFormat
  }

  /// Without the dashes.
  package let name: String
  package let value: Value
  package let help: String
  package let commands: [Command]

  init(_ name: String, _ value: Value, of commands: [Command] = [.serve], _ help: String) {
    self.name = name
    self.value = value
    self.help = help
    self.commands = commands
  }

  /// `--port NUMBER`
  package var form: String {
    switch value {
    case .flag: "--\(name)"
    case .number: "--\(name) N"
    case .text(_, let form): "--\(name) \(form)"
    case .logFormat: "--\(name) " + LogFormat.allCases.map(\.rawValue).joined(separator: "|")
    }
  }

  package var unit: String {
    if case .number(_, _, let unit) = value { unit } else { "" }
  }

  package var initial: String {
    let settings = Settings()
    return switch value {
    case .flag: "off"
    case .number(let path, _, _): String(settings[keyPath: path])
    case .text(let path, _): settings[keyPath: path].isEmpty ? "none" : settings[keyPath: path]
    case .logFormat: settings.logFormat.rawValue
    }
  }

  func apply(_ text: String, to settings: inout Settings) throws(UsageError) {
    switch value {
    case .flag(let path): settings[keyPath: path] = true
    case .number(let path, let range, let unit):
      guard let number = Int(text), range.contains(number) else {
        let of = unit.isEmpty ? "" : " of \(unit)"
        throw UsageError(
          "--\(name) takes a whole number\(of) from \(range.lowerBound) to \(range.upperBound), "
            + "not “\(text)”")
      }
      settings[keyPath: path] = number
    case .text(let path, let form):
      guard !text.isEmpty else { throw UsageError("--\(name) needs a value: --\(name) \(form)") }
      settings[keyPath: path] = text
    case .logFormat:
      guard let format = LogFormat(rawValue: text) else {
        throw UsageError("--\(name) takes text or json, not “\(text)”")
      }
      settings.logFormat = format
    }
  }
}

extension Option {
  package static let all = general + limits

  private static let general: [Option] = [
    Option("host", .text(\.host, form: "ADDRESS"), "address to listen on; 0.0.0.0 for all"),
    Option(
      "port", .number(\.port, in: 0...65_535, unit: ""),
      "TCP port to listen on; 0 takes any free one"),
    Option("cors-origin", .text(\.corsOrigin, form: "ORIGIN"), "web origin whose pages may read"),
    Option("access-log", .flag(\.isAccessLogged), "log one line for each request"),
    Option(
      "drain-seconds", .number(\.drainSeconds, in: 0...86_400, unit: "seconds"),
      "how long SIGTERM and SIGINT leave for the answers in flight"),
    Option(
      "analyze-bytes", .number(\.analyzeBytes, in: 1...1 << 30, unit: "bytes"),
      "content of POST /analyze; beyond: 413"),
    Option(
      "names", .text(\.names, form: "FILE"), of: [.serve, .annotate],
      "JSON file of your own decisions about names"),
    Option(
      "strict", .flag(\.isStrict), of: [.serve, .annotate],
      "stop with exit code 1 at the first input that has to be refused"),
    Option(
      "threads", .number(\.threads, in: 0...1024, unit: ""), of: [.serve, .annotate],
      "threads that read articles and that answer; 0 is one for each core"),
    Option(
      "log-format", .logFormat, of: [.serve, .annotate], "form of the lines on standard error"),
    Option(
      "conllu", .flag(\.isCoNLLU), of: [.annotate],
      "annotate CoNLL-U from standard input instead of articles"),
  ]
}
