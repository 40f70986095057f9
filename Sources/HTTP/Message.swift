/// A request method the server knows (RFC 9110 §9); any other is answered 501.
package enum Method: UInt8, Sendable, CaseIterable {
  case get, head, post, put, delete, connect, options, trace, patch
}

/// One `name=value` of a query, decoded; order and repetition as sent.
package struct QueryItem: Sendable, Equatable {
  package var name: String
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// A request as a handler sees it: complete, framed, decoded. Handlers run only when no cached
/// answer fits, so it may own strings.
package struct Request: Sendable {
  package var method: Method
  /// The path, split on `/` and then decoded once a segment.
  package var path: [String]
  /// What the route's captures matched, in the order of the pattern.
  package var captures: [String] = []
  package var query: [QueryItem]
  /// Path and query as sent.
  package var target: String
  /// Field lines in order, names in lower case.
  package var fields: [(name: String, value: String)]
  package var content: [UInt8]

  package init(
    method: Method, path: [String], captures: [String] = [], query: [QueryItem] = [],
    target: String,
    fields: [(name: String, value: String)] = [], content: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.captures = captures
    self.query = query
    self.target = target
    self.fields = fields
    self.content = content
  }

  /// The content's media type and charset, in lower case; `nil` where it is not told once.
  package var contentType: (mediaType: String, charset: String?)? {
    let values = fields.filter { $0.name == "content-type" }.map(\.value)
    guard values.count == 1 else { return nil }
    let value = Array(values[0].utf8)
    let parts = Parameters.split(value.span)
    guard let mediaType = parts.first else { return nil }
    let charset = parts.dropFirst().first { $0.hasPrefix("charset=") }
    return (mediaType, charset.map { String($0.dropFirst("charset=".count)) })
  }

  /// The Accept field, all its lines together.
  package var accept: AcceptField {
    let values = fields.filter { $0.name == "accept" }.map(\.value)
    return AcceptField(values.isEmpty ? nil : values.joined(separator: ","))
  }
}

/// What a handler answers. The server adds Date, Server, Content-Length, ETag, Vary, CORS fields
/// and the content coding, and turns it into 304, 206 or a HEAD answer where asked.
package struct Response: Sendable {
  package var status: Int
  package var contentType: String
  /// Further field lines (`Link`, `Content-Location`, `Allow`, `Retry-After`), as they are sent.
  package var fields: [(name: String, value: String)]
  package var content: [UInt8]
  /// Unix seconds; sent as Last-Modified.
  package var lastModified: Int64?
  /// True where the answer depends on nothing but target, `Accept` and the served generation:
  /// it then gets a validator and may be kept and sent again.
  package var isCacheable: Bool

  package init(
    status: Int = 200, contentType: String, content: [UInt8],
    fields: [(name: String, value: String)] = [], lastModified: Int64? = nil,
    isCacheable: Bool = false
  ) {
    self.status = status
    self.contentType = contentType
    self.content = content
    self.fields = fields
    self.lastModified = lastModified
    self.isCacheable = isCacheable
  }
}
