/// Percent-encoding of URIs (RFC 3986 §2.1), octet for octet.
package enum PercentEncoding {
  /// `bytes` with every `%XX` replaced once; `nil` where an escape is broken or means NUL.
  ///
  /// - Parameter plusIsSpace: true in a query, where forms write a space as `+`; in a path a plus
  ///   is a plus.
  package static func decode(_ bytes: Span<UInt8>, plusIsSpace: Bool) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      if byte == UInt8(ascii: "%") {
        guard i + 1 < bytes.count, let high = hexValue(bytes[i]), let low = hexValue(bytes[i + 1]),
          high | low != 0
        else { return nil }
        out.append(high << 4 | low)
        i += 2
      } else if byte == 0 {
        return nil
      } else {
        out.append(plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte)
      }
    }
    return out
  }

  /// The text meant by `bytes`; `nil` where an escape is broken, means NUL, or the octets are not
  /// UTF-8 (overlong forms and surrogates included).
  package static func text(_ bytes: Span<UInt8>, plusIsSpace: Bool) -> String? {
    decode(bytes, plusIsSpace: plusIsSpace).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// `text` as one segment of a path or one value of a query: everything but RFC 3986 §2.3's
  /// unreserved characters is escaped.
  package static func encode(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      if isUnreserved(byte) {
        out.append(byte)
      } else {
        out.append(contentsOf: escape(byte))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// `%XX`, in capitals as RFC 3986 §2.1 prefers.
  package static func escape(_ byte: UInt8) -> [UInt8] {
    [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
  }

  package static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }
}
