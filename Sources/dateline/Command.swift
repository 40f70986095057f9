/// What `dateline` can be told to do.
package enum Command: String, CaseIterable, Sendable {
  case serve, annotate, version, help

  package var synopsis: String {
    switch self {
    case .serve: "dateline [serve] [PATH…] [OPTION…]"
    case .annotate: "dateline annotate [PATH…] [OPTION…]"
    case .version: "dateline version"
    case .help: "dateline help [COMMAND]"
    }
  }

  package var summary: String {
    switch self {
    case .serve: "read the articles and answer questions about them over HTTP"
    case .annotate: "read the articles and print one JSON object for each"
    case .version: "print the version"
    case .help: "explain a command and its options"
    }
  }

  var explanation: String {
    switch self {
    case .serve:
      """
      Reads the files and folders given (default: \(Settings.defaultPath)), then serves who and what
      they name over HTTP. Ends on SIGTERM or SIGINT after the answers in flight; a second one ends
      it at once.
      """
    case .annotate:
      """
      Reads the files and folders given (default: \(Settings.defaultPath)) and prints, in input order,
      one JSON object an article on standard output: the article with its sentences, mentions,
      entities, relations and quotations. With --conllu it reads CoNLL-U from standard input and prints it with the tags, the
      tree and the names predicted.
      """
    case .version: "Prints the version on standard output."
    case .help: "Prints this page, or the page of one command."
    }
  }
}

/// A command line understood.
package enum Invocation: Sendable {
  case serve(Settings)
  case annotate(Settings)
  case version
  case help(Command?)
}

/// A command line that makes no sense, with what would; exit code 2.
package struct UsageError: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}

package enum ExitCode {
  package static let done: Int32 = 0
  package static let failed: Int32 = 1
  package static let usage: Int32 = 2
}
