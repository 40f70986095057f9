package import HTTP

/// Every kind of error answer there is; each has its page under `/problems/`.
package enum ProblemType: String, Sendable, CaseIterable {
  case unknownParameter = "unknown-parameter"
  case badParameter = "bad-parameter"
  case badEncoding = "bad-encoding"
  case badRequest = "bad-request"
  case badContent = "bad-content"
  case staleCursor = "stale-cursor"
  case cursorMismatch = "cursor-mismatch"
  case unknownFormat = "unknown-format"
  case notAcceptable = "not-acceptable"
  case methodNotAllowed = "method-not-allowed"
  case notFound = "not-found"
  case unknownEntity = "unknown-entity"
  case ambiguousName = "ambiguous-name"
  case uriTooLong = "uri-too-long"
  case headerFieldsTooLarge = "header-fields-too-large"
  case contentTooLarge = "content-too-large"
  case unsupportedMediaType = "unsupported-media-type"
  case requestTimeout = "request-timeout"
  case preconditionFailed = "precondition-failed"
  case rangeNotSatisfiable = "range-not-satisfiable"
  case expectationFailed = "expectation-failed"
  case misdirectedRequest = "misdirected-request"
  case notImplemented = "not-implemented"
  case versionNotSupported = "version-not-supported"
  case overloaded
  case notReady = "not-ready"
  case `internal`

  package var title: String { facts.title }
  /// The status it has where nothing else is said.
  package var status: Int { facts.status }
  /// What happened and what to do, for any request that meets it.
  package var explanation: String { facts.explanation }

  private var facts: (status: Int, title: String, explanation: String) {
    switch self {
    case .unknownParameter:
      (
        400, "Unknown query parameter",
        """
        The query has a parameter that this resource does not take. Nothing is ignored silently: \
        a misspelt limit would otherwise mean “everything”. The member “did_you_mean” names the \
        nearest parameter there is, “allowed” names them all.
        """
      )
    case .badParameter:
      (
        400, "Bad parameter value",
        """
        A query parameter holds a value it cannot have. The member “parameter” says which, \
        “allowed” says what it takes.
        """
      )
    case .badEncoding:
      (
        400, "The target is not encoded properly",
        """
        The path or query holds a percent escape that is not two hexadecimal digits, a NUL, or \
        bytes that are not UTF-8. Send names as UTF-8, percent-encoded once.
        """
      )
    case .badRequest:
      (
        400, "Not a valid HTTP request",
        """
        The request is not HTTP as RFC 9112 writes it. The connection is closed, because where \
        the next request would begin is not known.
        """
      )
    case .badContent:
      (
        400, "The content is no article",
        """
        The content is empty, not UTF-8, broken JSON, or JSON without a text. Where a place can be \
        told, “offset” counts bytes from 0, “line” and “column” from 1.
        """
      )
    case .staleCursor:
      (
        410, "The cursor belongs to an older snapshot",
        """
        The corpus was read again since the page with this cursor was sent, so the rest of that \
        list is gone. Start over at the address in “first”.
        """
      )
    case .cursorMismatch:
      (
        400, "The cursor belongs to another query",
        """
        A cursor continues exactly the list it came from. Follow “page.next” as it stands, or \
        leave the cursor out when you change a parameter.
        """
      )
    case .unknownFormat:
      (
        400, "Unknown format",
        """
        “format” names a format that this resource is not served in. The member “allowed” lists \
        those it is.
        """
      )
    case .notAcceptable:
      (
        406, "No acceptable form",
        """
        The Accept field rules out every format of this resource. The member “allowed” lists \
        them; ask for one of these, or send no Accept field at all.
        """
      )
    case .methodNotAllowed:
      (
        405, "The method is not served here",
        """
        The resource exists and does not take this method. The Allow field lists those it takes.
        """
      )
    case .notFound:
      (
        404, "No such resource",
        """
        Nothing is served at this address. The document at “/” links everything there is.
        """
      )
    case .unknownEntity:
      (
        404, "No such entity",
        """
        No entity of this corpus has this id or name. Case, accents, dots and underscores do not \
        matter. The member “suggestions” lists names that are close, if any are.
        """
      )
    case .ambiguousName:
      (
        300, "Several entities have this name",
        """
        The name fits more than one entity and none is guessed. Choose one of “candidates” and \
        use its id, or narrow with “type”.
        """
      )
    case .uriTooLong:
      (414, "The request line is too long", "The request line is longer than this server reads.")
    case .headerFieldsTooLarge:
      (
        431, "The field lines are too many or too long",
        "The header section is longer, or has more lines, than this server reads."
      )
    case .contentTooLarge:
      (413, "Too much content", "The request carries more content than this server reads.")
    case .unsupportedMediaType:
      (
        415, "Content of another type is needed",
        """
        The content comes in a type, charset or coding that this resource does not read, or does \
        not say its type. The member “allowed” lists what it reads.
        """
      )
    case .requestTimeout:
      (
        408, "The request took too long",
        "The request did not arrive whole in the time a request may take. Send it again."
      )
    case .preconditionFailed:
      (
        412, "A precondition does not hold",
        "If-Match or If-Unmodified-Since does not hold for what is served now. Fetch it again."
      )
    case .rangeNotSatisfiable:
      (
        416, "The range lies outside the content",
        "The Range field asks for bytes that are not there. Content-Range says how many there are."
      )
    case .expectationFailed:
      (417, "The expectation cannot be met", "Expect may hold “100-continue” and nothing else.")
    case .misdirectedRequest:
      (
        421, "Not a request for this server",
        "The request target names a scheme or host that this server does not answer for."
      )
    case .notImplemented:
      (
        501, "The server does not know how",
        "The method or the transfer coding is not known here. Methods are written in capitals."
      )
    case .versionNotSupported:
      (505, "Another HTTP version is needed", "This server speaks HTTP/1.1 and HTTP/1.0.")
    case .overloaded:
      (
        503, "Too much is asked at once",
        """
        The server holds as many connections, or works on as many texts, as it may. Try again \
        after “Retry-After” seconds.
        """
      )
    case .notReady:
      (
        503, "The corpus is still being read",
        """
        The server runs, but no snapshot is published yet. Try again after “Retry-After” seconds, \
        or watch “/readyz”.
        """
      )
    case .internal:
      (
        500, "Internal error",
        "The server failed on this request. It is a bug worth a report with the request."
      )
    }
  }

  /// A problem of this type; `detail` says what this request should do about it.
  package func problem(
    status: Int? = nil, detail: String, members: [(name: String, json: [UInt8])] = [],
    fields: [(name: String, value: String)] = []
  ) -> Problem {
    Problem(
      rawValue, title: title, status: status ?? self.status, detail: detail, members: members,
      fields: fields)
  }
}
