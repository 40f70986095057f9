/// One event loop's lines of the access log, gathered and handed over when many or once a second.
struct AccessLog {
  mutating func flush() {}
}
