internal import HTTP

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `dateline-bench http`: what one request costs the server.
enum HTTPBench {
  static func run(_ arguments: [String]) {
    if arguments.first == "--serve" { return serve(Array(arguments.dropFirst())) }
  }

  /// Serves constant answers until it is killed: `/250`, `/2400`, `/60000` are octets of content.
  private static func serve(_ arguments: [String]) {
    var options = ServerOptions()
    options.port = arguments.first.flatMap(Int.init) ?? 0
    options.loopCount = 1
    if arguments.count > 1, let form = AccessLogForm(rawValue: arguments[1]) {
      options.accessLog = form
    }
    if arguments.count > 2, let form = PollerForm(rawValue: arguments[2]) { options.poller = form }
    let server = Server(router: router, options: options)
    do throws(ServerError) {
      print(try server.start().uri)
    } catch {
      print(error)
      exit(1)
    }
    fflush(nil)
    while true { sleep(3600) }
  }

  private static var router: Router {
    Router([
      Route(.get, "/{octets}") { request in
        let count = Int(request.captures[0]).map { min(max($0, 0), 10_000_000) } ?? 0
        return Response(
          contentType: "application/json", content: content(count), lastModified: 1_700_000_000,
          isCacheable: true)
      },
      Route(.post, "/echo") { request in
        Response(contentType: "text/plain", content: request.content)
      },
      Route(.get, "/uncached/{octets}") { request in
        Response(contentType: "application/json", content: content(250))
      },
    ])
  }

  /// Text that is neither all the same nor random.
  private static func content(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(ascii: "a") + UInt8(($0 * $0 / 7 + $0) % 26) }
  }
}
