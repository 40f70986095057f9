/// Answers one request. Runs on an event loop: it must not block.
package typealias Handler = @Sendable (Request) -> Response

/// One line of the table of everything served.
package struct Route: Sendable {
  package enum PathPart: Sendable, Equatable {
    case literal(String)
    case capture(String)
  }

  /// GET implies HEAD; OPTIONS is answered by the server itself.
  package var method: Method
  /// `/entities/{ref}/mentions` as parts.
  package var path: [PathPart]
  package var handler: Handler

  /// - Parameter pattern: an absolute path; a segment in braces captures.
  package init(_ method: Method, _ pattern: String, _ handler: @escaping Handler) {
    self.method = method
    self.path = pattern.split(separator: "/").map { segment in
      segment.hasPrefix("{") && segment.hasSuffix("}")
        ? .capture(String(segment.dropFirst().dropLast())) : .literal(String(segment))
    }
    self.handler = handler
  }
}
