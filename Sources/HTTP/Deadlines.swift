/// By when each connection of an event loop must have moved on.
struct Deadlines {
  /// The loop's clock: seconds since some fixed moment.
  var second: Int32
  private var wheel: TimerWheel
  private let limits: Limits

  init(second: Int32, limits: Limits) {
    self.second = second
    self.limits = limits
    wheel = TimerWheel(second: second)
  }

  /// Whether `next` has anything to say.
  var isDue: Bool { wheel.second < second }

  /// Has a newcomer begin in time.
  mutating func begin(_ connection: Connection) {
    connection.deadline = second &+ Int32(clamping: limits.idleSeconds)
    connection.wheelSecond = wheel.insert(connection.descriptor, deadline: connection.deadline)
  }

  mutating func expect(_ connection: Connection, within seconds: Int) {
    connection.deadline = second &+ Int32(clamping: seconds)
    if connection.deadline < connection.wheelSecond {
      connection.wheelSecond = wheel.insert(connection.descriptor, deadline: connection.deadline)
    }
  }

  /// Expects what the connection's phase leads to.
  mutating func expectNext(_ connection: Connection) {
    let seconds =
      switch connection.phase {
      case .idle, .deferred: limits.idleSeconds
      case .head: limits.headSeconds
      case .content: limits.contentSeconds
      case .closing: limits.stalledWriteSeconds
      case .lingering: limits.lingerSeconds
      }
    expect(connection, within: seconds)
  }

  /// The connections whose slot of the wheel has come, each with that slot's second; `nil` once there
  /// are no more.
  mutating func next() -> (second: Int32, descriptors: [Int32])? { wheel.next(upTo: second) }

  /// Whether `connection`, found in the slot of `slot`, is overdue; where it is not, it is put in a
  /// later one.
  mutating func isOverdue(_ connection: Connection, in slot: Int32) -> Bool {
    // It has been put elsewhere since.
    guard connection.wheelSecond == slot else { return false }
    guard connection.deadline > slot else { return true }
    connection.wheelSecond = wheel.insert(connection.descriptor, deadline: connection.deadline)
    return false
  }
}
