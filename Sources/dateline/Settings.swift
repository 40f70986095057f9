package import HTTP

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

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
  package var drainSeconds = 10
  package var analyzeBytes = 1 << 20
  package var limits = Limits()

  package var isCoNLLU = false
  /// A names file, or nothing.
  package var names = ""

  package init() {}

  var threadCount: Int { threads > 0 ? threads : ProcessInfo.processInfo.activeProcessorCount }

  var serverOptions: ServerOptions {
    var options = ServerOptions()
    options.host = host
    options.port = port
    options.loopCount = threadCount
    options.limits = limits
    options.corsOrigin = corsOrigin
    if isAccessLogged { options.accessLog = logFormat == .json ? .json : .text }
    return options
  }
}

package enum LogFormat: String, CaseIterable, Sendable {
  case text, json
}
