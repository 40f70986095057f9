import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The built `dateline` as a process of its own.
final class Running {
  private let process = Process()
  private let errors = Pipe()
  private let output = Pipe()
  private let input = Pipe()
  private let ended = DispatchSemaphore(value: 0)
  /// Lines of standard error read so far.
  private(set) var lines: [String] = []
  private var rest = Data()

  /// Beyond this a process is killed, whatever it does.
  private static let deadlineSeconds = 300.0

  /// - Parameters:
  ///   - input: what standard input gives; `nil` leaves it open for `give`.
  ///   - openFileCount: how many files the process may have open at most.
  init(
    _ arguments: [String], input text: String? = "", in folder: URL = Product.package,
    openFileCount: Int? = nil
  ) throws {
    let program = Product.folder.appending(path: "dateline")
    if let openFileCount {
      let script = "ulimit -n \(openFileCount); exec \"$0\" \"$@\""
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", script, program.path] + arguments
    } else {
      process.executableURL = program
      process.arguments = arguments
    }
    process.currentDirectoryURL = folder
    // A crash shall fail its test at once, not after a minute of collecting symbols.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    process.standardError = errors
    process.standardOutput = output
    process.standardInput = input
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.run()
    let pid = process.processIdentifier
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.deadlineSeconds) {
      [weak process] in
      if process?.isRunning == true { kill(pid, SIGKILL) }
    }
    if let text { give(text) }
  }

  /// Writes all there will ever be on standard input.
  func give(_ text: String) {
    let handle = input.fileHandleForWriting
    DispatchQueue(label: "input").async {
      // The process may end without reading: that is its answer, not a failure here.
      try? handle.write(contentsOf: Data(text.utf8))
      try? handle.close()
    }
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// Reads standard error up to the line that has `text`.
  func line(with text: String) throws -> String {
    while true {
      if let line = lines.last, line.contains(text) { return line }
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        lines.append(String(decoding: rest[..<end], as: UTF8.self))
        rest = Data(rest[(end + 1)...])
        continue
      }
      let more = errors.fileHandleForReading.availableData
      try #require(!more.isEmpty, "it ended without “\(text)”: \(lines)")
      rest += more
    }
  }

  /// `http://127.0.0.1:12345`, once everything is served.
  func base() throws -> String {
    let line = try line(with: " · http://")
    return String(try #require(line.firstMatch(of: /http:\/\/\S+/)).output)
  }

  /// Hundredths of a second of processor time used so far, as Linux counts them.
  func ticks() throws -> Int {
    let stat = try String(
      contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)
    // The name of the program stands in parentheses; after it, user and system time are 12th, 13th.
    let fields = try #require(stat.split(separator: ")").last).split(separator: " ")
    return try #require(Int(fields[11])) + (try #require(Int(fields[12])))
  }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end.
  func finish() throws -> (code: Int32, output: String, errors: String) {
    let output = output.fileHandleForReading
    let errors = errors.fileHandleForReading
    let group = DispatchGroup()
    let collected = Collected()
    DispatchQueue(label: "errors").async(group: group) {
      collected.set(errors.readDataToEndOfFile())
    }
    let printed = output.readDataToEndOfFile()
    group.wait()
    #expect(ended.wait(timeout: .now() + Self.deadlineSeconds) == .success)
    let said = lines.map { $0 + "\n" }.joined()
    return (
      process.terminationStatus, String(decoding: printed, as: UTF8.self),
      said + String(decoding: rest + collected.value, as: UTF8.self)
    )
  }
}

private final class Collected: @unchecked Sendable {
  private let lock = NSLock()
  private var data = Data()
  func set(_ value: Data) { lock.withLock { data = value } }
  var value: Data { lock.withLock { data } }
}

/// An answer as a client sees it.
struct Answer {
  let status: Int
  let fields: [String: String]
  let content: Data

  /// The content as JSON.
  var json: [String: Any] {
    get throws {
      try #require(try JSONSerialization.jsonObject(with: content) as? [String: Any])
    }
  }

  /// - Parameter url: absolute; percent-encoded as it shall be sent.
  static func get(
    _ url: String, method: String = "GET", fields: [String: String] = [:], content: Data? = nil
  ) async throws -> Answer {
    var request = URLRequest(url: try #require(URL(string: url)))
    request.httpMethod = method
    request.httpBody = content
    request.timeoutInterval = 20
    request.cachePolicy = .reloadIgnoringLocalCacheData
    for (name, value) in fields { request.setValue(value, forHTTPHeaderField: name) }
    let (content, response) = try await URLSession.shared.data(for: request)
    let http = try #require(response as? HTTPURLResponse)
    var names: [String: String] = [:]
    for (name, value) in http.allHeaderFields {
      if let name = name as? String { names[name.lowercased()] = value as? String }
    }
    return Answer(status: http.statusCode, fields: names, content: content)
  }
}
