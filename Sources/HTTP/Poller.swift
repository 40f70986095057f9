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

/// The system call that waits for sockets.
package enum PollerForm: String, Sendable, CaseIterable {
  /// Linux. Cost grows with what is ready.
  case epoll
  /// Everywhere. Cost grows with what is open.
  case poll

  package static var preferred: PollerForm {
    #if os(Linux)
      .epoll
    #else
      .poll
    #endif
  }
}

/// What a descriptor is ready for.
struct Readiness {
  var descriptor: Int32
  var isReadable: Bool
  var isWritable: Bool
  /// Error or hang-up: the next call on it will tell.
  var isBroken: Bool
}

enum Interest {
  case read, write
  /// Errors only.
  case nothing
}

/// Waits until descriptors are ready, level-triggered: what is left unread wakes again.
///
/// Safe although `epoll_event` has room for a pointer: only the descriptor is ever stored there.
@safe struct Poller: ~Copyable {
  private var pollSet: PollSet?
  #if os(Linux)
    private let epoll: Int32
    private var events = unsafe [epoll_event](repeating: epoll_event(), count: 256)
  #endif

  /// `nil` where the system gives no descriptor for it.
  init?(_ form: PollerForm) {
    #if os(Linux)
      if form == .epoll {
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        if epoll < 0 { return nil }
        return
      }
      epoll = -1
    #endif
    pollSet = PollSet()
  }

  deinit {
    #if os(Linux)
      if epoll >= 0 { close(epoll) }
    #endif
  }

  /// False where the system refuses.
  mutating func add(_ descriptor: Int32, _ interest: Interest) -> Bool {
    #if os(Linux)
      if pollSet == nil { return control(EPOLL_CTL_ADD, descriptor, interest) }
    #endif
    pollSet?.add(descriptor, interest)
    return true
  }

  mutating func change(_ descriptor: Int32, to interest: Interest) {
    #if os(Linux)
      if pollSet == nil {
        _ = control(EPOLL_CTL_MOD, descriptor, interest)
        return
      }
    #endif
    pollSet?.change(descriptor, to: interest)
  }

  /// To be called before the descriptor is closed. epoll forgets a closed one by itself, so there
  /// this costs no call.
  mutating func forget(_ descriptor: Int32) {
    pollSet?.remove(descriptor)
  }

  /// Waits at most that long, -1 for ever.
  ///
  /// - Returns: how many became ready, at most 256.
  mutating func wait(milliseconds: Int32) -> Int {
    #if os(Linux)
      if pollSet == nil {
        let count = unsafe events.withUnsafeMutableBufferPointer {
          unsafe epoll_wait(epoll, $0.baseAddress, Int32($0.count), milliseconds)
        }
        return max(0, Int(count))
      }
    #endif
    return pollSet?.wait(milliseconds: milliseconds) ?? 0
  }

  /// What the last `wait` found, `i` below its answer.
  func ready(_ i: Int) -> Readiness {
    #if os(Linux)
      if pollSet == nil {
        let flags = unsafe events[i].events
        return Readiness(
          descriptor: unsafe events[i].data.fd, isReadable: flags & clinux_epollin != 0,
          isWritable: flags & clinux_epollout != 0,
          isBroken: flags & (clinux_epollerr | clinux_epollhup) != 0)
      }
    #endif
    return pollSet?.ready[i]
      ?? Readiness(descriptor: -1, isReadable: false, isWritable: false, isBroken: false)
  }

  #if os(Linux)
    private func control(_ operation: Int32, _ descriptor: Int32, _ interest: Interest) -> Bool {
      var event = unsafe epoll_event()
      unsafe event.events =
        switch interest {
        case .read: clinux_epollin
        case .write: clinux_epollout
        case .nothing: 0
        }
      unsafe event.data.fd = descriptor
      return unsafe epoll_ctl(epoll, operation, descriptor, &event) == 0
    }
  #endif
}

/// The `poll(2)` form: one flat array, the kernel looks at all of it.
struct PollSet {
  private var descriptors: [pollfd] = []
  /// Where each descriptor stands, -1 for nowhere.
  private var positions: [Int32] = []
  private(set) var ready: [Readiness] = []

  mutating func add(_ descriptor: Int32, _ interest: Interest) {
    while positions.count <= Int(descriptor) { positions.append(-1) }
    positions[Int(descriptor)] = Int32(descriptors.count)
    descriptors.append(pollfd(fd: descriptor, events: Self.events(interest), revents: 0))
  }

  mutating func change(_ descriptor: Int32, to interest: Interest) {
    let position = Int(positions[Int(descriptor)])
    if position >= 0 { descriptors[position].events = Self.events(interest) }
  }

  /// The last one takes its place.
  mutating func remove(_ descriptor: Int32) {
    let position = Int(positions[Int(descriptor)])
    guard position >= 0 else { return }
    positions[Int(descriptor)] = -1
    let last = descriptors.removeLast()
    guard position < descriptors.count else { return }
    descriptors[position] = last
    positions[Int(last.fd)] = Int32(position)
  }

  mutating func wait(milliseconds: Int32) -> Int {
    ready.removeAll(keepingCapacity: true)
    let count = unsafe descriptors.withUnsafeMutableBufferPointer {
      unsafe poll($0.baseAddress, nfds_t($0.count), milliseconds)
    }
    guard count > 0 else { return 0 }
    for entry in descriptors where entry.revents != 0 {
      let flags = Int32(entry.revents)
      ready.append(
        Readiness(
          descriptor: entry.fd, isReadable: flags & Int32(POLLIN) != 0,
          isWritable: flags & Int32(POLLOUT) != 0,
          isBroken: flags & Int32(POLLERR | POLLHUP | POLLNVAL) != 0))
      if ready.count == 256 { break }
    }
    return ready.count
  }

  private static func events(_ interest: Interest) -> Int16 {
    switch interest {
    case .read: Int16(POLLIN)
    case .write: Int16(POLLOUT)
    case .nothing: 0
    }
  }
}
