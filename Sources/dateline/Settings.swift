/// What the options and paths of a command line amount to; the values here are the defaults.
package struct Settings: Sendable {
  package static let defaultPath = "seeds/"

  /// Files and folders to read; `-` is standard input.
  package var paths = [Settings.defaultPath]
  package var isStrict = false
  /// 0: one a core.
  package var threads = 0
  package var logFormat = LogFormat.text

  package var host = "127.0.0.1"
  package var port = 8080
  package var isAccessLogged = false
  package var corsOrigin = "*"

  package var isCoNLLU = false

  package init() {}
}

package enum LogFormat: String, CaseIterable, Sendable {
  case text, json
}
