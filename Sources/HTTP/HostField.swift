internal import Formats

/// Host and the authority of a target (RFC 9112 §3.2, RFC 3986 §3.2).
enum HostField {
  /// RFC 9112 §3.2: exactly one valid Host in HTTP/1.1; in 1.0 it may be missing. A target in
  /// absolute-form overrides it, but it must be there and valid all the same.
  static func check(_ head: RequestHead, in bytes: Span<UInt8>) throws(ParseError) {
    guard let value = head.firstValue(.host) else {
      if head.minorVersion == 0 { return }
      throw .badHost
    }
    guard !head.isRepeated(.host), isAuthority(bytes.extracting(value)) else { throw .badHost }
  }

  /// `uri-host [ ":" port ]` without user information. RFC 9110 §4.2.1: an `http` URI with an
  /// empty host is invalid.
  static func isAuthority(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 0 else { return false }
    var end = 0
    if bytes[0] == UInt8(ascii: "[") {
      while end < bytes.count, bytes[end] != UInt8(ascii: "]") { end += 1 }
      guard end < bytes.count, isAddressLiteral(bytes.extracting(1..<end)) else { return false }
      end += 1
    } else {
      while end < bytes.count, bytes[end] != UInt8(ascii: ":") {
        let byte = bytes[end]
        guard OctetSet.hostName.contains(byte) else { return false }
        if byte == UInt8(ascii: "%") {
          guard end + 2 < bytes.count, PercentEncoding.hexValue(bytes[end + 1]) != nil,
            PercentEncoding.hexValue(bytes[end + 2]) != nil
          else { return false }
        }
        end += 1
      }
      if end == 0 { return false }
    }
    if end == bytes.count { return true }
    return bytes[end] == UInt8(ascii: ":")
      && isPort(bytes.extracting((end + 1)..<bytes.count))
  }

  /// RFC 3986 §3.2.3: digits, or none; a port beyond 65535 exists nowhere.
  static func isPort(_ bytes: Span<UInt8>) -> Bool {
    var value: UInt64 = 0
    for i in bytes.indices {
      guard bytes[i].isDigit, value <= 65_535 else { return false }
      value = value &* 10 &+ UInt64(bytes[i] &- 0x30)
    }
    return value <= 65_535
  }

  /// What stands in brackets: an IPv6 address, or `v` and a future form.
  private static func isAddressLiteral(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 0 else { return false }
    if bytes[0].asciiLowercased == UInt8(ascii: "v") { return isFutureAddress(bytes) }
    return isIPv6(bytes)
  }

  /// RFC 3986 §3.2.2: `"v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" )`.
  private static func isFutureAddress(_ bytes: Span<UInt8>) -> Bool {
    var i = 1
    while i < bytes.count, PercentEncoding.hexValue(bytes[i]) != nil { i += 1 }
    guard i > 1, i + 1 < bytes.count, bytes[i] == UInt8(ascii: ".") else { return false }
    for k in (i + 1)..<bytes.count {
      let byte = bytes[k]
      guard byte == UInt8(ascii: ":") || byte != UInt8(ascii: "%"),
        byte == UInt8(ascii: ":") || OctetSet.hostName.contains(byte)
      else { return false }
    }
    return true
  }

  /// RFC 4291 §2.2: eight groups of up to four hexadecimal digits, one run of zeros cut to `::`,
  /// the last two groups perhaps as an IPv4 address.
  private static func isIPv6(_ bytes: Span<UInt8>) -> Bool {
    var groupCount = 0
    var hasGap = false
    var i = 0
    if bytes.count >= 2, bytes[0] == UInt8(ascii: ":") {
      guard bytes[1] == UInt8(ascii: ":") else { return false }
      hasGap = true
      i = 2
    }
    while i < bytes.count {
      let start = i
      while i < bytes.count, PercentEncoding.hexValue(bytes[i]) != nil { i += 1 }
      if i < bytes.count, bytes[i] == UInt8(ascii: ".") {
        guard isIPv4(bytes.extracting(start..<bytes.count)) else { return false }
        groupCount += 2
        break
      }
      guard (1...4).contains(i - start) else { return false }
      groupCount += 1
      if i == bytes.count { break }
      guard bytes[i] == UInt8(ascii: ":"), i + 1 < bytes.count else { return false }
      i += 1
      if bytes[i] == UInt8(ascii: ":") {
        if hasGap { return false }
        hasGap = true
        i += 1
      }
    }
    return hasGap ? groupCount < 8 : groupCount == 8
  }

  private static func isIPv4(_ bytes: Span<UInt8>) -> Bool {
    var (partCount, value, digitCount) = (1, 0, 0)
    for i in bytes.indices {
      if bytes[i] == UInt8(ascii: ".") {
        guard digitCount > 0 else { return false }
        partCount += 1
        (value, digitCount) = (0, 0)
      } else {
        guard bytes[i].isDigit, digitCount == 0 || value > 0 else { return false }
        value = value * 10 + Int(bytes[i] - 0x30)
        digitCount += 1
        if value > 255 { return false }
      }
    }
    return partCount == 4 && digitCount > 0
  }
}
