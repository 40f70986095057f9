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

/// The system calls on sockets, each with what its errors mean to an event loop. Pointers exist
/// only here and in `Poller`.
package enum Socket {
  enum Accepted {
    case connection(Int32, PeerAddress)
    /// Nobody waits any more.
    case none
    /// The client went away before we came.
    case gone
    /// The process or the system has no descriptor left.
    case outOfDescriptors
  }

  enum Received {
    case octets(Int)
    /// The client will send no more.
    case end
    case wouldBlock
    case broken
  }

  static func accept(_ listener: Int32) -> Accepted {
    var storage = sockaddr_storage()
    var byteCount = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let descriptor = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        #if os(Linux)
          unsafe accept4(
            listener, address, &byteCount,
            clinux_sock_nonblock | clinux_sock_cloexec)
        #else
          unsafe Darwin.accept(listener, address, &byteCount)
        #endif
      }
    }
    guard descriptor >= 0 else {
      switch errno {
      case EAGAIN: return .none
      case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .outOfDescriptors
      default: return .gone
      }
    }
    prepare(descriptor)
    return .connection(descriptor, PeerAddress(storage))
  }

  /// An answer leaves in one piece, so waiting to fill a segment only delays it.
  private static func prepare(_ descriptor: Int32) {
    #if !os(Linux)
      // Linux takes these from the listener and from accept4.
      setOption(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
      setOption(descriptor, SOL_SOCKET, SO_NOSIGPIPE, 1)
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    #endif
  }

  @discardableResult
  static func setOption(
    _ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: Int32
  ) -> Bool {
    var value = value
    return unsafe setsockopt(
      descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size)) == 0
  }

  /// Reads once into `buffer` from `offset` on.
  @inline(__always)
  static func receive(_ descriptor: Int32, into buffer: inout [UInt8], at offset: Int) -> Received {
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      let free = unsafe bytes[offset...]
      return unsafe read(
        descriptor, UnsafeMutableRawBufferPointer(rebasing: free).baseAddress, free.count)
    }
    if count > 0 { return .octets(count) }
    if count == 0 { return .end }
    return errno == EAGAIN || errno == EINTR ? .wouldBlock : .broken
  }

  /// Sends once what `output` holds from `offset` on, in one call.
  ///
  /// - Returns: octets taken, 0 where the socket is full, `nil` where it is broken.
  @inline(__always)
  static func send(_ descriptor: Int32, _ output: Output, from offset: Int) -> Int? {
    let count =
      if output.sharedCount == 0 {
        send(descriptor, output.storage, offset..<output.gatheredByteCount)
      } else if output.sharedCount == 1, output.gatheredByteCount == 0 {
        send(descriptor, output.shared(0), from: offset)
      } else {
        sendParts(descriptor, output, from: offset)
      }
    if count >= 0 { return count }
    return errno == EAGAIN || errno == EINTR ? 0 : nil
  }

  @inline(__always)
  private static func send(_ descriptor: Int32, _ bytes: [UInt8], _ range: Range<Int>) -> Int {
    unsafe bytes.withUnsafeBytes {
      let part = unsafe UnsafeRawBufferPointer(rebasing: $0[range])
      return unsafe systemSend(descriptor, part.baseAddress, part.count, sendFlags)
    }
  }

  @inline(__always)
  private static func send(_ descriptor: Int32, _ part: Output.Shared, from offset: Int) -> Int {
    send(descriptor, part.bytes, (part.range.lowerBound + offset)..<part.range.upperBound)
  }

  /// From several places, still one call. Of very many the first are sent.
  private static func sendParts(_ descriptor: Int32, _ output: Output, from offset: Int) -> Int {
    unsafe withUnsafeTemporaryAllocation(of: iovec.self, capacity: 256) { room in
      var parts = unsafe MessageParts(room: room, skippedByteCount: offset)
      return unsafe output.storage.withUnsafeBytes { storage in
        unsafe sendParts(descriptor, output, 0, storage, &parts)
      }
    }
  }

  /// Adds shared part `index` with what is gathered before it, then those behind it, then sends: all
  /// arrays stay where they are until then.
  private static func sendParts(
    _ descriptor: Int32, _ output: Output, _ index: Int, _ storage: UnsafeRawBufferPointer,
    _ parts: inout MessageParts
  ) -> Int {
    unsafe parts.append(storage, output.gathered(before: index))
    guard index < output.sharedCount, unsafe parts.count + 2 <= parts.room.count else {
      return unsafe parts.send(to: descriptor, flags: sendFlags)
    }
    let shared = output.shared(index)
    return unsafe shared.bytes.withUnsafeBytes { bytes in
      unsafe parts.append(bytes, shared.range)
      return unsafe sendParts(descriptor, output, index + 1, storage, &parts)
    }
  }

  /// Places in memory that `sendmsg` takes one after the other.
  @unsafe private struct MessageParts {
    let room: UnsafeMutableBufferPointer<iovec>
    /// Octets at the front that are sent already.
    var skippedByteCount: Int
    var count = 0

    mutating func append(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
      let skipped = unsafe min(skippedByteCount, range.count)
      unsafe skippedByteCount -= skipped
      guard skipped < range.count else { return }
      let part = unsafe UnsafeRawBufferPointer(
        rebasing: bytes[(range.lowerBound + skipped)..<range.upperBound])
      unsafe room[count] = iovec(
        iov_base: UnsafeMutableRawPointer(mutating: part.baseAddress), iov_len: part.count)
      unsafe count += 1
    }

    func send(to descriptor: Int32, flags: Int32) -> Int {
      var message = unsafe msghdr()
      unsafe message.msg_iov = room.baseAddress
      unsafe message.msg_iovlen = .init(count)
      return unsafe sendmsg(descriptor, &message, flags)
    }
  }

  #if os(Linux)
    private static let sendFlags = Int32(MSG_NOSIGNAL)
  #else
    private static let sendFlags: Int32 = 0
  #endif

  static func shutdownWriting(_ descriptor: Int32) {
    shutdown(descriptor, Int32(SHUT_WR))
  }

  static func close(_ descriptor: Int32) {
    systemClose(descriptor)
  }

  /// Closes so that the kernel drops what is unsent instead of keeping it for a client that takes
  /// nothing; the client sees a reset.
  static func abort(_ descriptor: Int32) {
    var now = linger(l_onoff: 1, l_linger: 0)
    unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    close(descriptor)
  }

  /// A descriptor that becomes readable once a second; -1 where the system has none. A timeout
  /// given to the wait itself would cost a timer set and cleared for every request.
  static func ticker() -> Int32 {
    #if os(Linux)
      let descriptor = timerfd_create(
        CLOCK_MONOTONIC, Int32(TFD_NONBLOCK | TFD_CLOEXEC))
      var period = itimerspec()
      period.it_interval.tv_sec = 1
      period.it_value.tv_sec = 1
      if descriptor >= 0 { unsafe timerfd_settime(descriptor, 0, &period, nil) }
      return descriptor
    #else
      return -1
    #endif
  }

  /// A descriptor kept for the moment there is none left; -1 where even this fails.
  static func reserve() -> Int32 {
    unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
  }

  /// Two ends of a pipe that wakes an event loop; `nil` where the system gives none.
  static func pipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [-1, -1]
    let isMade = unsafe ends.withUnsafeMutableBufferPointer { buffer in
      unsafe systemPipe(buffer.baseAddress) == 0
    }
    guard isMade else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    return (ends[0], ends[1])
  }

  /// Writes all of it, waiting as long as it takes; what cannot be written is lost.
  package static func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe write(
          descriptor, UnsafeRawBufferPointer(rebasing: $0[offset...]).baseAddress,
          bytes.count - offset)
      }
      if count < 0, errno != EINTR { return }
      offset += max(count, 0)
    }
  }
}

// Within `Socket` these names mean its own functions, and which module has the system's differs
// between Glibc, Musl and Darwin: here, outside, they need no module.

@inline(__always)
private func systemSend(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32
) -> Int { unsafe send(descriptor, bytes, count, flags) }

private func systemClose(_ descriptor: Int32) { close(descriptor) }

private func systemPipe(_ ends: UnsafeMutablePointer<Int32>?) -> Int32 {
  guard let ends = unsafe ends else { return -1 }
  return unsafe pipe(ends)
}
