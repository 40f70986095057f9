/// Leads a request to the handler of its route, or to what the server answers by itself.
struct Dispatcher {
  private let router: Router
  private let corsOrigin: String?
  private let preflightSeconds: Int

  init(router: Router, options: ServerOptions) {
    self.router = router
    corsOrigin = options.corsOrigin
    preflightSeconds = options.limits.preflightSeconds
  }

  /// What the handler answers, or the server itself.
  func response(
    to head: RequestHead, in bytes: Span<UInt8>, content: [UInt8]
  ) -> Response {
    switch destination(head, bytes) {
    case .response(let response): response
    case .handler(let route, let target, let captures):
      route.handler(request(head, bytes, route.method, target, captures, content))
    }
  }

  /// The route whose handler gets the content of this request; `nil` where nobody wants it: it is
  /// then read and dropped.
  func route(takingContentOf head: RequestHead, in bytes: Span<UInt8>) -> Route? {
    guard head.method == .post || head.method == .put || head.method == .patch,
      case .handler(let route, _, _) = destination(head, bytes)
    else { return nil }
    return route
  }

  /// The request as work for a worker; `nil` where its answer is made at once.
  func deferred(
    _ head: RequestHead, in bytes: Span<UInt8>, content: [UInt8], from descriptor: Int32,
    startMicroseconds: Int64
  ) -> DeferredRequest? {
    guard !head.isRead,
      case .handler(let route, let target, let captures) = destination(head, bytes),
      route.isDeferred
    else { return nil }
    return DeferredRequest(
      descriptor: descriptor, startMicroseconds: startMicroseconds,
      handler: route.handler, request(head, bytes, route.method, target, captures, content))
  }

  /// Where a request leads.
  private enum Destination {
    case handler(Route, RequestTarget, captures: [String])
    /// To no handler.
    case response(Response)
  }

  private func destination(_ head: RequestHead, _ bytes: Span<UInt8>) -> Destination {
    // RFC 9110 §9.1: a method nobody here knows.
    guard let method = head.method else { return .response(Problem.methodUnknown.response) }
    if method == .options, head.targetForm == .asterisk { return .response(allow(router.methods)) }
    // RFC 9110 §9.3.6: no tunnels.
    if method == .connect { return .response(Problem.methodNotAllowed(router.methods).response) }
    let raw = bytes.extracting(head.pathAndQuery)
    guard let target = RequestTarget(raw) else { return .response(Problem.badEncoding.response) }
    switch router.match(method, target.path) {
    case .route(let route, let captures):
      if method != .get, method != .head,
        // Without a representation no date is compared.
        Validators.evaluate(head, in: bytes, against: nil, nowUnixSeconds: 0) != .proceed
      {
        return .response(Problem.preconditionFailed.response)
      }
      return .handler(route, target, captures: captures)
    case .methodNotAllowed(let allowed):
      if method == .options { return .response(options(head, allowed)) }
      return .response(Problem.methodNotAllowed(allowed).response)
    case .notFound: return .response(Problem.notFound.response)
    }
  }

  private func request(
    _ head: RequestHead, _ bytes: Span<UInt8>, _ method: Method, _ target: RequestTarget,
    _ captures: [String], _ content: [UInt8]
  ) -> Request {
    var fields: [(name: String, value: String)] = []
    fields.reserveCapacity(head.fieldCount)
    head.forEachField(in: bytes) { name, value in
      fields.append(
        (
          name: bytes.text(name).lowercased(), value: bytes.text(value)
        ))
    }
    // RFC 9110 §4.2.3: an absolute-form without a path means `/`.
    let sent = bytes.text(head.pathAndQuery)
    return Request(
      method: method, path: target.path, captures: captures, query: target.query,
      target: sent.hasPrefix("/") ? sent : "/" + sent, fields: fields, content: content)
  }

  private func allow(_ methods: [Method]) -> Response {
    Response(
      status: 204, contentType: "", content: [],
      fields: [("Allow", methods.map(\.name).joined(separator: ", "))])
  }

  /// OPTIONS on a path. With Origin and Access-Control-Request-Method it is a CORS preflight
  /// (Fetch Standard §3.3): everything served here may be read by a page of the allowed origin.
  private func options(_ head: RequestHead, _ allowed: [Method]) -> Response {
    var response = allow(allowed)
    guard corsOrigin != nil, head.has(.origin), head.has(.accessControlRequestMethod)
    else { return response }
    response.fields += [
      ("Access-Control-Allow-Methods", allowed.map(\.name).joined(separator: ", ")),
      ("Access-Control-Allow-Headers", "*"),
      ("Access-Control-Max-Age", String(preflightSeconds)),
    ]
    return response
  }
}

extension Span<UInt8> {
  /// The octets of `range` as text, what is not UTF-8 replaced.
  func text(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.append(extracting(range))
    return String(decoding: bytes, as: UTF8.self)
  }
}
