internal import Formats
package import HTTP

/// A request target that an answer points to: a path and a query, encoded once when written.
package struct Target: Sendable {
  package var path: [String]
  package var query: [QueryItem]

  package init(_ path: String..., query: [QueryItem] = []) {
    self.path = path
    self.query = query
  }

  package init(path: [String], query: [QueryItem] = []) {
    self.path = path
    self.query = query
  }

  /// The target as it stands in a request line or a Link field: ASCII.
  package var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  package func append(to bytes: inout [UInt8]) {
    if path.isEmpty { bytes.append(UInt8(ascii: "/")) }
    for segment in path {
      bytes.append(UInt8(ascii: "/"))
      Self.append(segment, to: &bytes)
    }
    var separator = UInt8(ascii: "?")
    for item in query {
      bytes.append(separator)
      Self.append(item.name, to: &bytes)
      bytes.append(UInt8(ascii: "="))
      Self.append(item.value, to: &bytes)
      separator = UInt8(ascii: "&")
    }
  }

  /// RFC 3986 §2.3's unreserved characters stay, and `*` and `,`, which need no escape in either
  /// part and keep lists readable.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e, 0x2a, 0x2c:
        bytes.append(byte)
      default:
        let hex: (UInt8) -> UInt8 = { $0 < 10 ? 0x30 + $0 : 0x37 + $0 }
        bytes.append(contentsOf: [UInt8(ascii: "%"), hex(byte >> 4), hex(byte & 15)])
      }
    }
  }
}
