/// XML 1.0 (fifth edition) as text appears in it.
extension [UInt8] {
  mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends a start tag; an attribute without a value is left out.
  mutating func append(tag name: String, _ attributes: KeyValuePairs<String, String?>) {
    append("<" + name)
    for (name, value) in attributes {
      guard let value else { continue }
      append(" \(name)=\"")
      append(xml: value)
      append("\"")
    }
    append(">")
  }

  /// Appends character data that reads back as `text` in an element and in an attribute in double
  /// quotes; what XML has no way to say becomes U+FFFD.
  mutating func append(xml text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"": append("&quot;")
      // §2.11 and §3.3.3: a reader would make these a line feed or a space.
      case "\t": append("&#9;")
      case "\n": append("&#10;")
      case "\r": append("&#13;")
      default:
        append(contentsOf: String(Character(scalar.isXMLCharacter ? scalar : "\u{FFFD}")).utf8)
      }
    }
  }
}

extension Unicode.Scalar {
  /// §2.2, `Char`.
  fileprivate var isXMLCharacter: Bool {
    switch value {
    case 0x9, 0xa, 0xd, 0x20...0xd7ff, 0xe000...0xfffd, 0x10000...0x10ffff: true
    default: false
    }
  }
}
