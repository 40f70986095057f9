#if os(Linux)
  internal import CLinux
#endif
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Why a server cannot start.
package enum ServerError: Error, Equatable, CustomStringConvertible {
  case badHost(String)
  case badPort(Int)
  case portInUse(host: String, port: Int)
  /// The address is none of this machine's.
  case addressNotHere(String)
  case portNotPermitted(Int)
  case cannotBind(host: String, port: Int, code: Int32)
  case outOfDescriptors
  case alreadyStarted

  package var description: String {
    switch self {
    case .badHost(let host): "“\(host)” is no IPv4 or IPv6 address"
    case .badPort(let port): "\(port) is no port: 0 to 65535"
    case .portInUse(let host, let port): "port \(port) on \(host) is in use; choose another"
    case .addressNotHere(let host): "\(host) is no address of this machine"
    case .portNotPermitted(let port): "port \(port) needs privileges; choose one from 1024"
    case .cannotBind(let host, let port, let code):
      "cannot listen on \(host) port \(port): system error \(code)"
    case .outOfDescriptors: "the process may open no more files"
    case .alreadyStarted: "the server was started before"
    }
  }
}

/// Opens the sockets that clients connect to.
enum Listener {
  /// `count` listeners on one address and port.
  ///
  /// On Linux each is a socket of its own, among which the kernel spreads connections
  /// (SO_REUSEPORT). The first is bound before it allows to share, so that a port another process
  /// listens on is refused and not quietly shared. Elsewhere it is one socket, `count` times.
  static func open(
    host: String, port: Int, count: Int, backlog: Int
  ) throws(ServerError) -> (descriptors: [Int32], port: Int) {
    guard let wanted = UInt16(exactly: port) else { throw .badPort(port) }
    guard let address = ListenAddress(host: host, port: wanted) else { throw .badHost(host) }
    let first = try bound(address, host: host, port: port, isSharing: false)
    guard let actual = ListenAddress.port(of: first),
      let shared = ListenAddress(host: host, port: actual)
    else {
      Socket.close(first)
      throw .cannotBind(host: host, port: port, code: errno)
    }
    var descriptors = [first]
    do throws(ServerError) {
      #if os(Linux)
        Socket.setOption(first, SOL_SOCKET, SO_REUSEPORT, 1)
        for _ in 1..<max(count, 1) {
          descriptors.append(try bound(shared, host: host, port: port, isSharing: true))
        }
      #endif
      for descriptor in descriptors {
        guard listen(descriptor, Int32(clamping: backlog)) == 0 else {
          throw failure(host: host, port: port)
        }
      }
    } catch {
      descriptors.forEach(Socket.close)
      throw error
    }
    return (descriptors, Int(actual))
  }

  private static func bound(
    _ address: ListenAddress, host: String, port: Int, isSharing: Bool
  ) throws(ServerError) -> Int32 {
    #if os(Linux)
      let type = clinux_sock_stream | clinux_sock_nonblock | clinux_sock_cloexec
    #else
      let type = SOCK_STREAM
    #endif
    let descriptor = socket(address.family, type, 0)
    guard descriptor >= 0 else { throw .outOfDescriptors }
    #if !os(Linux)
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    #endif
    Socket.setOption(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
    if isSharing { Socket.setOption(descriptor, SOL_SOCKET, SO_REUSEPORT, 1) }
    // Accepted sockets inherit it. An answer leaves in one piece; waiting would only delay it.
    Socket.setOption(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
    guard address.bind(descriptor) else {
      let error = failure(host: host, port: port)
      Socket.close(descriptor)
      throw error
    }
    return descriptor
  }

  private static func failure(host: String, port: Int) -> ServerError {
    switch errno {
    case EADDRINUSE: .portInUse(host: host, port: port)
    case EADDRNOTAVAIL: .addressNotHere(host)
    case EACCES: .portNotPermitted(port)
    case let code: .cannotBind(host: host, port: port, code: code)
    }
  }
}
