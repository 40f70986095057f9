/// Every number by which the server refuses, closes or stops reading. Defaults suit a public
/// read-only API; beyond each stands what a client sees.
package struct Limits: Sendable, Equatable {
  // MARK: One request

  /// Octets of the request line with its CR LF. Beyond: 414 and close. RFC 9112 §3 asks for at
  /// least 8,000.
  package var requestLineBytes = 16_384
  /// Octets of one field line with its CR LF. Beyond: 431 and close.
  package var fieldLineBytes = 16_384
  /// Octets of all field lines together. Beyond: 431 and close.
  package var fieldsBytes = 32_768
  /// Field lines in a head. Beyond: 431 and close.
  package var fieldCount = 128
  /// Octets of content once decoded; what no route wants is read and dropped. Beyond: 413 and
  /// close.
  package var contentBytes = 65_536
  /// Octets of chunk extensions and trailer fields together. Beyond: 413 and close.
  package var chunkExtraBytes = 8_192

  // MARK: One connection

  /// Requests answered on one connection. The last answer says `Connection: close`.
  package var requestsPerConnection = 1_000_000
  /// Octets of answers to pipelined requests gathered before they are sent. What the socket does
  /// not take stays, and nothing more is read or answered until it is gone: a connection holds at
  /// most this and one answer.
  package var outputBytes = 262_144

  // MARK: All connections

  /// Requests of deferred routes taken at once: arriving, waiting, worked on, or on their way
  /// out. Beyond: 503 with `Retry-After`. With the content that such a route takes it bounds what
  /// they hold in memory.
  package var deferredCount = 32

  /// Connections open at once in all. Beyond: 503 with `Retry-After` and close. The process's own
  /// limit of open files lowers it.
  package var connectionCount = 16_384
  /// Connections open at once from one address (IPv6: one /64). Beyond: 503 with `Retry-After` and
  /// close. Three quarters of all by default, so that one address cannot shut out the rest.
  package var connectionsPerAddress = 12_288
  /// Connections the kernel holds before they are accepted. Beyond: the client's own retry.
  package var listenBacklog = 1_024

  // MARK: Seconds

  /// From the first octet of a head to its last; single octets do not renew it. Beyond: 408 and
  /// close.
  package var headSeconds = 10
  /// From the end of a head to the end of its content; not renewed either. Beyond: 408 and close.
  package var contentSeconds = 20
  /// Between two requests, and before the first. Beyond: close.
  package var idleSeconds = 20
  /// Without any octet taken by a client that is being answered. Beyond: reset.
  package var stalledWriteSeconds = 30
  /// After the last answer, reading and dropping what still arrives so that a reset does not
  /// destroy that answer. Beyond: close.
  package var lingerSeconds = 1
  /// What `Retry-After` says with a 503.
  package var retryAfterSeconds = 1
  /// How long a browser may remember a CORS preflight.
  package var preflightSeconds = 86_400

  // MARK: Answers kept

  /// Octets of rendered answers kept in all. Beyond: those not used of late go.
  package var answerBytes = 6_291_456
  /// Octets from which an answer is worth compressing.
  package var compressFromBytes = 1_024

  package init() {}
}
