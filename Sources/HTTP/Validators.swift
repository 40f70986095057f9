internal import Formats

/// What a precondition compares with: the selected representation, as it would be sent.
struct Representation {
  /// With its quotes; `nil` where there is none.
  var entityTag: [UInt8]?
  var lastModified: Int64?
}

/// What the preconditions of a request make of its answer.
enum ConditionOutcome: Equatable {
  case proceed, notModified, preconditionFailed
}

/// Preconditions (RFC 9110 §13).
enum Validators {
  static let fields: UInt32 = [
    KnownField.ifMatch, .ifNoneMatch, .ifModifiedSince, .ifUnmodifiedSince,
  ].reduce(0) { $0 | 1 << UInt32($1.rawValue) }

  /// Evaluates in the order of RFC 9110 §13.2.2, for an answer that would be 2xx.
  ///
  /// - Parameter representation: `nil` where the target has none at present.
  static func evaluate(
    _ head: RequestHead, in bytes: Span<UInt8>, against representation: Representation?,
    nowUnixSeconds: Int64
  ) -> ConditionOutcome {
    let lastModified = representation?.lastModified
    // Step 1 and 2: the date is looked at only without If-Match.
    if head.has(.ifMatch) {
      let matches = head.withValue(.ifMatch, in: bytes) {
        EntityTags.list($0, matches: representation, comparison: .strong)
      }
      if matches != true { return .preconditionFailed }
    } else if let lastModified, let date = date(.ifUnmodifiedSince, head, bytes, nowUnixSeconds),
      lastModified > date
    {
      return .preconditionFailed
    }
    // Step 3 and 4: likewise.
    if head.has(.ifNoneMatch) {
      let matches = head.withValue(.ifNoneMatch, in: bytes) {
        EntityTags.list($0, matches: representation, comparison: .weak)
      }
      if matches == true { return head.isRead ? .notModified : .preconditionFailed }
    } else if head.isRead, let lastModified,
      let date = date(.ifModifiedSince, head, bytes, nowUnixSeconds), lastModified <= date
    {
      return .notModified
    }
    return .proceed
  }

  /// Step 5: whether Range counts. True without If-Range; with it, only for the very
  /// representation the client holds a part of (§13.1.5: strong comparison, or the exact date).
  static func allowsRange(
    _ head: RequestHead, in bytes: Span<UInt8>, of representation: Representation,
    nowUnixSeconds: Int64
  ) -> Bool {
    guard let range = head.firstValue(.ifRange) else { return true }
    guard !head.isRepeated(.ifRange) else { return false }
    let value = bytes.extracting(range)
    if value.count > 0, value[value.count - 1] == UInt8(ascii: "\"") {
      guard let tag = representation.entityTag else { return false }
      return value.hasSameOctets(as: tag.span)
    }
    guard let date = HTTPDate.unixSeconds(value, nowUnixSeconds: nowUnixSeconds) else {
      return false
    }
    // §8.8.2.2: a date is a strong validator once a second has passed in which nothing changed.
    return date == representation.lastModified && date < nowUnixSeconds
  }

  /// `nil` where the field is absent, repeated or not a date: it is then ignored (§13.1.3).
  private static func date(
    _ field: KnownField, _ head: RequestHead, _ bytes: Span<UInt8>, _ now: Int64
  ) -> Int64? {
    guard !head.isRepeated(field), let value = head.firstValue(field) else { return nil }
    return HTTPDate.unixSeconds(bytes.extracting(value), nowUnixSeconds: now)
  }
}

/// Entity tags (RFC 9110 §8.8.3).
enum EntityTags {
  enum Comparison {
    case strong, weak
  }

  /// Whether `*` or any tag of the list stands for `representation`. A list outside the grammar
  /// counts up to where it breaks.
  static func list(
    _ value: Span<UInt8>, matches representation: Representation?, comparison: Comparison
  ) -> Bool {
    guard let representation else { return false }
    if value.count == 1, value[0] == UInt8(ascii: "*") { return true }
    guard let current = representation.entityTag else { return false }
    var i = 0
    while let tag = next(value, &i) {
      if tag.isWeak && comparison == .strong { continue }
      if value.extracting(tag.opaque).hasSameOctets(as: current.span) { return true }
    }
    return false
  }

  /// `[ "W/" ] DQUOTE *etagc DQUOTE`. A backslash is an octet like any other in it.
  private static func next(
    _ value: Span<UInt8>, _ i: inout Int
  ) -> (isWeak: Bool, opaque: Range<Int>)? {
    while i < value.count, value[i] == UInt8(ascii: ",") || value[i] == .space || value[i] == .tab {
      i += 1
    }
    let isWeak =
      i + 1 < value.count && value[i] == UInt8(ascii: "W") && value[i + 1] == UInt8(ascii: "/")
    let start = isWeak ? i + 2 : i
    guard start < value.count, value[start] == UInt8(ascii: "\"") else { return nil }
    var end = start + 1
    while end < value.count, value[end] != UInt8(ascii: "\"") { end += 1 }
    guard end < value.count else { return nil }
    i = end + 1
    return (isWeak, start..<(end + 1))
  }
}
