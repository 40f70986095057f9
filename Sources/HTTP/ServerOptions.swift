/// How one line of the access log looks.
package enum AccessLogForm: String, Sendable, CaseIterable {
  case off, text, json
}

/// Where and how a server serves.
package struct ServerOptions: Sendable {
  /// An IPv4 or IPv6 address, or `localhost`.
  package var host = "127.0.0.1"
  /// 0 lets the system choose.
  package var port = 8080
  /// Event loops, each a thread; 0 means one a core.
  package var loopCount = 0
  package var limits = Limits()
  /// `Access-Control-Allow-Origin`; `nil` sends no CORS fields at all.
  package var corsOrigin: String? = "*"
  package var accessLog = AccessLogForm.off
  /// Takes finished lines, many at a time, in order, on a queue of its own; standard error by
  /// default.
  package var accessLogSink: @Sendable ([UInt8]) -> Void = { Socket.writeAll($0, to: 2) }
  /// The system call that waits for sockets; both forms behave alike.
  package var poller = PollerForm.preferred

  package init() {}
}
