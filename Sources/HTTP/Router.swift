/// Answers one request. Runs on an event loop, where it must not block, or, for a deferred route,
/// on a worker.
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
  /// Octets of content it takes; `nil` for what `Limits` says. Beyond: 413 and close.
  package var contentBytes: Int?
  /// Whether its handler takes longer than an event loop may stand still: `Workers` then run it,
  /// and only its own client waits.
  package var isDeferred: Bool
  package var handler: Handler

  /// - Parameter pattern: an absolute path; a segment in braces captures.
  package init(
    _ method: Method, _ pattern: String, contentBytes: Int? = nil, isDeferred: Bool = false,
    _ handler: @escaping Handler
  ) {
    precondition(!isDeferred || method != .get, "reads are answered on their event loop")
    self.method = method
    self.contentBytes = contentBytes
    self.isDeferred = isDeferred
    self.path = pattern.split(separator: "/").map { segment in
      segment.hasPrefix("{") && segment.hasSuffix("}")
        ? .capture(String(segment.dropFirst().dropLast())) : .literal(String(segment))
    }
    self.handler = handler
  }
}

/// The match table of all routes, built once and shared by every event loop.
///
/// A literal is preferred to a capture, from the left. Octets are compared: two spellings of a
/// name are two paths.
package struct Router: Sendable {
  /// What a path and method lead to.
  enum Match {
    case route(Route, captures: [String])
    /// The path is known, the method is not served there.
    case methodNotAllowed(allowed: [Method])
    case notFound
  }

  /// By count of segments; within one, the more literal pattern first.
  private let routesBySegmentCount: [[Route]]
  /// Every method that any route has, for `OPTIONS *`.
  let methods: [Method]

  package init(_ routes: [Route]) {
    var table: [[Route]] = []
    for route in routes {
      while table.count <= route.path.count { table.append([]) }
      table[route.path.count].append(route)
    }
    routesBySegmentCount = table.map { $0.enumerated().sorted(by: Self.isBefore).map(\.element) }
    methods = Self.allowed(routes)
  }

  private static func isBefore(
    _ a: (offset: Int, element: Route), _ b: (offset: Int, element: Route)
  ) -> Bool {
    for (left, right) in zip(a.element.path, b.element.path) {
      switch (left, right) {
      case (.literal, .capture): return true
      case (.capture, .literal): return false
      default: continue
      }
    }
    return a.offset < b.offset
  }

  /// - Complexity: O(routes with that many segments).
  func match(_ method: Method, _ path: [String]) -> Match {
    let method = method == .head ? .get : method
    guard path.count < routesBySegmentCount.count else { return .notFound }
    var matching: [Route] = []
    for route in routesBySegmentCount[path.count] {
      guard let captures = Self.captures(route, path) else { continue }
      if route.method == method { return .route(route, captures: captures) }
      matching.append(route)
    }
    return matching.isEmpty ? .notFound : .methodNotAllowed(allowed: Self.allowed(matching))
  }

  /// The methods served at `path`, OPTIONS included; empty where nothing is.
  func allowed(at path: [String]) -> [Method] {
    guard path.count < routesBySegmentCount.count else { return [] }
    let matching = routesBySegmentCount[path.count].filter { Self.captures($0, path) != nil }
    return matching.isEmpty ? [] : Self.allowed(matching)
  }

  private static func allowed(_ routes: [Route]) -> [Method] {
    var methods = Set(routes.map(\.method))
    if methods.contains(.get) { methods.insert(.head) }
    methods.insert(.options)
    return Method.allCases.filter(methods.contains)
  }

  private static func captures(_ route: Route, _ path: [String]) -> [String]? {
    var captures: [String] = []
    for (part, segment) in zip(route.path, path) {
      switch part {
      case .literal(let literal):
        guard literal.utf8.elementsEqual(segment.utf8) else { return nil }
      case .capture:
        // See RequestTarget: no segment of ours is empty or made of dots.
        guard !segment.isEmpty, segment != ".", segment != ".." else { return nil }
        captures.append(segment)
      }
    }
    return captures
  }
}
