#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
#if os(Linux)
  internal import CLinux
#endif

/// Who is at the other end: 16 octets, IPv4 mapped into IPv6 (RFC 4291 §2.5.5.2).
struct PeerAddress: Hashable, Sendable {
  var high: UInt64
  var low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  init(_ storage: sockaddr_storage) {
    let family = Int32(storage.ss_family)
    (high, low) = unsafe withUnsafeBytes(of: storage) { bytes in
      if family == AF_INET {
        // The address follows family and port.
        let address = unsafe bytes.load(fromByteOffset: 4, as: UInt32.self).bigEndian
        return (0, 0xffff_0000_0000 | UInt64(address))
      }
      return unsafe (
        bytes.load(fromByteOffset: 8, as: UInt64.self).bigEndian,
        bytes.load(fromByteOffset: 16, as: UInt64.self).bigEndian
      )
    }
  }

  /// What the limit per address counts by: the address, or an IPv6 /64, which is what one client
  /// is given.
  var counted: PeerAddress { high == 0 ? self : PeerAddress(high: high, low: 0) }

  /// As in an access log.
  var text: String {
    if high == 0, low >> 32 == 0xffff {
      return (0..<4).map { String(low >> UInt64(24 - 8 * $0) & 255) }.joined(separator: ".")
    }
    let groups = [high, low].flatMap { half in
      (0..<4).map { String(half >> UInt64(48 - 16 * $0) & 0xffff, radix: 16) }
    }
    return groups.joined(separator: ":")
  }
}

/// An address to listen on.
struct ListenAddress {
  private var storage = sockaddr_storage()
  private var byteCount: socklen_t
  let family: Int32

  /// `nil` where `host` is no IPv4 or IPv6 address and not `localhost`. Other names are not looked
  /// up: which of their addresses is meant would be a guess, and a static binary cannot ask.
  init?(host: String, port: UInt16) {
    let host = host == "localhost" ? "127.0.0.1" : host
    var v4 = sockaddr_in()
    var v6 = sockaddr_in6()
    if unsafe inet_pton(AF_INET, host, &v4.sin_addr) == 1 {
      v4.sin_family = sa_family_t(AF_INET)
      v4.sin_port = port.bigEndian
      family = AF_INET
      byteCount = socklen_t(MemoryLayout<sockaddr_in>.size)
      unsafe withUnsafeMutableBytes(of: &storage) { target in
        unsafe withUnsafeBytes(of: &v4) { unsafe target.copyMemory(from: $0) }
      }
    } else if unsafe inet_pton(AF_INET6, host, &v6.sin6_addr) == 1 {
      v6.sin6_family = sa_family_t(AF_INET6)
      v6.sin6_port = port.bigEndian
      family = AF_INET6
      byteCount = socklen_t(MemoryLayout<sockaddr_in6>.size)
      unsafe withUnsafeMutableBytes(of: &storage) { target in
        unsafe withUnsafeBytes(of: &v6) { unsafe target.copyMemory(from: $0) }
      }
    } else {
      return nil
    }
  }

  func bind(_ descriptor: Int32) -> Bool {
    unsafe withUnsafePointer(to: storage) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe systemBind(descriptor, $0, byteCount) == 0
      }
    }
  }

  /// The port a bound socket has got.
  static func port(of descriptor: Int32) -> UInt16? {
    var storage = sockaddr_storage()
    var byteCount = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let isKnown = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe getsockname(descriptor, $0, &byteCount) == 0
      }
    }
    guard isKnown else { return nil }
    // In both families the port stands after two octets.
    return unsafe withUnsafeBytes(of: &storage) {
      unsafe $0.load(fromByteOffset: 2, as: UInt16.self).bigEndian
    }
  }
}

/// Within `ListenAddress` the name means its own method; here it is the system's, whichever module
/// has it.
private func systemBind(
  _ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ byteCount: socklen_t
) -> Int32 { unsafe bind(descriptor, address, byteCount) }
