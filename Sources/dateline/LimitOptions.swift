internal import HTTP

extension Option {
  /// One option for each field of `Limits`, under the field's name.
  static let limits: [Option] = [
    bytes("request-line-bytes", \.limits.requestLineBytes, "longest request line; beyond: 414"),
    bytes("field-line-bytes", \.limits.fieldLineBytes, "longest field line; beyond: 431"),
    bytes("fields-bytes", \.limits.fieldsBytes, "all field lines of a request; beyond: 431"),
    count("field-count", \.limits.fieldCount, "lines", "field lines of a request; beyond: 431"),
    bytes("content-bytes", \.limits.contentBytes, "content of a request; beyond: 413"),
    bytes(
      "chunk-extra-bytes", \.limits.chunkExtraBytes,
      "chunk extensions and trailers of a request; beyond: 413"),
    count(
      "requests-per-connection", \.limits.requestsPerConnection, "requests",
      "requests answered on a connection; the last one closes it"),
    bytes(
      "output-bytes", \.limits.outputBytes,
      "answers gathered for a connection before it has to take them"),
    count(
      "connection-count", \.limits.connectionCount, "connections",
      "connections open at once; beyond: 503"),
    count(
      "connections-per-address", \.limits.connectionsPerAddress, "connections",
      "connections open at once from one address; beyond: 503"),
    count(
      "deferred-count", \.limits.deferredCount, "requests",
      "texts of POST /analyze taken at once; beyond: 503"),
    count(
      "listen-backlog", \.limits.listenBacklog, "connections",
      "connections the system holds before they are accepted"),
    seconds("head-seconds", \.limits.headSeconds, "time for a whole head; beyond: 408"),
    seconds("content-seconds", \.limits.contentSeconds, "time for a whole content; beyond: 408"),
    seconds("idle-seconds", \.limits.idleSeconds, "wait for the next request; beyond: close"),
    seconds(
      "stalled-write-seconds", \.limits.stalledWriteSeconds,
      "wait for a client that takes nothing of its answer; beyond: reset"),
    seconds(
      "linger-seconds", \.limits.lingerSeconds,
      "reading on after a refusing answer, so that it arrives; beyond: close"),
    seconds("retry-after-seconds", \.limits.retryAfterSeconds, "what a 503 asks clients to wait"),
    seconds(
      "preflight-seconds", \.limits.preflightSeconds,
      "how long browsers may remember a CORS preflight"),
    bytes("answer-bytes", \.limits.answerBytes, "rendered answers kept; beyond: the oldest go"),
    bytes(
      "compress-from-bytes", \.limits.compressFromBytes,
      "smallest answer sent compressed to those who accept gzip"),
  ]

  private static func bytes(
    _ name: String, _ path: any WritableKeyPath<Settings, Int> & Sendable, _ help: String
  ) -> Option {
    Option(name, .number(path, in: 0...1 << 30, unit: "bytes"), help)
  }

  private static func seconds(
    _ name: String, _ path: any WritableKeyPath<Settings, Int> & Sendable, _ help: String
  ) -> Option {
    Option(name, .number(path, in: 0...1_000_000, unit: "seconds"), help)
  }

  private static func count(
    _ name: String, _ path: any WritableKeyPath<Settings, Int> & Sendable, _ unit: String,
    _ help: String
  ) -> Option {
    Option(name, .number(path, in: 1...1_000_000_000, unit: unit), help)
  }
}
