/// The whole program: a command line in, an exit code out.
enum Program {
  static let version = "0.1.0"

  static func run(_ arguments: [String]) -> Int32 {
    let invocation: Invocation
    do { invocation = try CommandLineParser.parse(arguments) } catch {
      Log(format: .text).write(.error, "dateline: \(error)")
      return ExitCode.usage
    }
    switch invocation {
    case .serve(let settings): return Serve(settings).run()
    case .annotate(let settings): return Annotate(settings).run()
    case .version: StandardStream.output.write(Array("dateline \(version)\n".utf8))
    case .help(let command): StandardStream.output.write(Array(Help.page(command).utf8))
    }
    return ExitCode.done
  }
}
