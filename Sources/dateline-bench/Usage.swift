#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the command line can ask, and the end for one that asks something else.
enum Usage {
  static let text = """
    dateline-bench QUESTION [OPTION…]
      http [PORT PID TARGET…]   what one request costs the server, against a C server and nginx
      tokens    token and sentence F1 of raw text: CoNLL-U files or -, --errors
      help      this text
    """

  /// Says what is wrong on standard error and exits 2.
  static func refuse(_ reason: String) -> Never {
    let line = Array("dateline-bench: \(reason)\n\(text)\n".utf8)
    _ = unsafe line.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
    exit(2)
  }
}
