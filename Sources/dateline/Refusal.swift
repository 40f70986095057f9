/// Where a piece of input stands.
package struct Place: Sendable, Equatable, CustomStringConvertible {
  package let path: String
  /// From 1; `nil` where the whole file is meant.
  package let line: Int?

  package init(path: String, line: Int? = nil) {
    self.path = path
    self.line = line
  }

  package var description: String { line.map { "\(path):\($0)" } ?? path }
}

/// A piece of input that is not read, and why.
package struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
  package let place: Place
  package let reason: String

  package init(place: Place, reason: String) {
    self.place = place
    self.reason = reason
  }

  package var description: String { "\(place): \(reason)" }
}

extension Log {
  func warn(of refusal: Refusal) {
    var fields: Fields = [("path", .text(refusal.place.path))]
    if let line = refusal.place.line { fields.append(("line", .number(line))) }
    fields.append(("reason", .text(refusal.reason)))
    write(.warning, refusal.description, fields)
  }
}
