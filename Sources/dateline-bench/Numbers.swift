#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Clocks, memory and the way numbers are printed.
enum Numbers {
  /// Wall time of `body` in seconds.
  static func seconds(_ body: () -> Void) -> Double {
    seconds(ContinuousClock().measure(body))
  }

  /// Processor time of `body` in seconds: what other programs take of the machine does not count.
  static func processorSeconds(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    body()
    return now() - start
  }

  static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// The most memory the process has held, in MiB.
  static var peakMiB: Int {
    var usage = rusage()
    #if canImport(Glibc)
      // Glibc gives the constant another type than the parameter.
      unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return Int(usage.ru_maxrss) >> 10
    #elseif canImport(Musl)
      unsafe getrusage(RUSAGE_SELF, &usage)
      return Int(usage.ru_maxrss) >> 10
    #else
      unsafe getrusage(RUSAGE_SELF, &usage)
      return Int(usage.ru_maxrss) >> 20
    #endif
  }

  /// `value` with `places` digits behind the point.
  static func text(_ value: Double, _ places: Int = 1) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let units = Int((value * scale).rounded())
    guard places > 0 else { return String(units) }
    let fraction = String(abs(units) % Int(scale))
    return "\(units / Int(scale))."
      + String(repeating: "0", count: places - fraction.count) + fraction
  }

  static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  static func write(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Self.put(1, $0.baseAddress.map { unsafe $0 + start }, $0.count - start)
      }
      guard count > 0 else { exit(1) }
      start += count
    }
  }

  private static func put(_ descriptor: Int32, _ from: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(descriptor, from, count)
    #elseif canImport(Musl)
      unsafe Musl.write(descriptor, from, count)
    #else
      unsafe Darwin.write(descriptor, from, count)
    #endif
  }

  /// The number behind `--name`, or `standard`; refuses what is no number.
  static func option(_ name: String, _ arguments: [String], standard: Int) -> Int {
    guard let place = arguments.firstIndex(of: "--" + name) else { return standard }
    guard place + 1 < arguments.count, let value = Int(arguments[place + 1]), value >= 0 else {
      Usage.refuse("--\(name) wants a number")
    }
    return value
  }
}
