internal import Formats

/// The problems the server finds by itself. Each says what to do.
extension Problem {
  /// Slug and title of every problem this file makes, so that each type can open as a page.
  package static let serverTypes: [(slug: String, title: String)] = [
    ("bad-request", "Not a valid HTTP request"),
    ("bad-encoding", "The target is not encoded properly"),
    ("not-found", "No such resource"),
    ("method-not-allowed", "The method is not served here"),
    ("not-acceptable", "No acceptable form"),
    ("request-timeout", "The request took too long"),
    ("precondition-failed", "A precondition does not hold"),
    ("content-too-large", "Too much content"),
    ("uri-too-long", "The request line is too long"),
    ("range-not-satisfiable", "The range lies outside the content"),
    ("expectation-failed", "The expectation cannot be met"),
    ("misdirected-request", "Not a request for this server"),
    ("header-fields-too-large", "The field lines are too many or too long"),
    ("not-implemented", "The server does not know how"),
    ("overloaded", "Too much is asked at once"),
    ("version-not-supported", "Another HTTP version is needed"),
  ]

  private init(_ slug: String, _ status: Int, _ detail: String) {
    let title = Self.serverTypes.first { $0.slug == slug }?.title ?? slug
    self.init(slug, title: title, status: status, detail: detail)
  }

  static let methodUnknown = Problem(
    "not-implemented", 501, "Methods are GET, HEAD, OPTIONS and others of RFC 9110, in capitals.")
  static let badEncoding = Problem(
    "bad-encoding", 400,
    "After percent-decoding, path and query must be UTF-8 without NUL; write % itself as %25.")
  static let notFound = Problem(
    "not-found", 404,
    "Nothing is served at this path. Paths are matched as they are: no empty segment, no dots.")
  static let codingRefused = Problem(
    "not-acceptable", 406, "Answers come plain or as gzip; Accept-Encoding refuses both.")
  static let preconditionFailed = Problem(
    "precondition-failed", 412,
    "If-Match or If-Unmodified-Since does not fit the present state; fetch it again without.")
  static let expectationFailed = Problem(
    "expectation-failed", 417, "The only expectation known is 100-continue.")
  static let requestTimeout = Problem(
    "request-timeout", 408, "The request did not arrive in time; send it again in one piece.")
  static let incomplete = Problem(
    "bad-request", 400, "The connection was closed before the request was complete.")

  static func methodNotAllowed(_ allowed: [Method]) -> Problem {
    let names = allowed.map(\.name)
    var problem = Problem(
      "method-not-allowed", 405, "Allowed here: \(names.joined(separator: ", ")).")
    problem.fields = [("Allow", names.joined(separator: ", "))]
    var json = JSONWriter()
    json.beginArray()
    for name in names { json.string(name) }
    json.endArray()
    problem.members = [("allowed", json.bytes)]
    return problem
  }

  static func rangeNotSatisfiable(byteCount: Int) -> Problem {
    var problem = Problem(
      "range-not-satisfiable", 416, "The content has \(byteCount) octets.")
    problem.fields = [("Content-Range", "bytes */\(byteCount)")]
    return problem
  }

  static func overloaded(retryAfterSeconds: Int) -> Problem {
    var problem = Problem(
      "overloaded", 503, "Too many connections are open; try again, or keep one and reuse it.")
    problem.fields = [("Retry-After", String(retryAfterSeconds))]
    return problem
  }

  /// Too many requests are being worked on already.
  static func busy(retryAfterSeconds: Int) -> Problem {
    var problem = Problem(
      "overloaded", 503, "Too many requests like this one are being worked on; try again.")
    problem.fields = [("Retry-After", String(retryAfterSeconds))]
    return problem
  }

  /// The one place where what the parser found becomes a status.
  init(_ error: ParseError, limits: Limits) {
    self =
      switch error {
      case .badRequestLine:
        Problem("bad-request", 400, "A request line is: method, space, target, space, HTTP/1.1.")
      case .badTarget:
        Problem(
          "bad-request", 400,
          "The target holds a character that must be percent-encoded, or is in a wrong form.")
      case .badVersion: Problem("bad-request", 400, "The version must read HTTP/1.1 or HTTP/1.0.")
      case .unsupportedVersion:
        Problem("version-not-supported", 505, "Only HTTP/1.1 and HTTP/1.0 are spoken here.")
      case .badFieldLine:
        Problem(
          "bad-request", 400,
          "A field line is: name, colon, value, CR LF; no space before the colon, no folding.")
      case .badHost:
        Problem("bad-request", 400, "HTTP/1.1 needs one Host field with a valid host and port.")
      case .badFraming:
        Problem(
          "bad-request", 400,
          "The length of the content is not clear: one Content-Length, or chunked, not both.")
      case .badChunk: Problem("bad-request", 400, "The chunked coding is broken.")
      case .secureScheme:
        Problem("misdirected-request", 421, "This is not a TLS connection; ask for http.")
      case .requestLineTooLong:
        Problem("uri-too-long", 414, "At most \(limits.requestLineBytes) octets.")
      case .fieldsTooLarge:
        Problem(
          "header-fields-too-large", 431,
          "At most \(limits.fieldCount) field lines, \(limits.fieldLineBytes) octets each and "
            + "\(limits.fieldsBytes) in all.")
      case .contentTooLarge(let limit):
        Problem("content-too-large", 413, "At most \(limit) octets of content are taken here.")
      case .chunkExtraTooLarge:
        Problem(
          "content-too-large", 413,
          "At most \(limits.chunkExtraBytes) octets of chunk extensions and trailers.")
      case .unknownMethod: .methodUnknown
      case .unknownTransferCoding:
        Problem("not-implemented", 501, "The only transfer coding known is chunked.")
      }
  }
}
