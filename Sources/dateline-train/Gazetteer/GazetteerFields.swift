/// Strings of one member of a JSON object on one line, as these lists write them: a string or an
/// array of strings. Not a JSON reader.
enum JSONField {
  static func strings(_ name: String, _ line: String) -> [String] {
    let bytes = Array(line.utf8)
    let key = Array("\"\(name)\": ".utf8)
    guard var i = firstIndex(of: key, in: bytes).map({ $0 + key.count }), i < bytes.count else {
      return []
    }
    let isArray = bytes[i] == UInt8(ascii: "[")
    var found: [String] = []
    if isArray { i += 1 }
    while i < bytes.count, bytes[i] != UInt8(ascii: "]") {
      guard bytes[i] == UInt8(ascii: "\"") else {
        if !isArray { break }
        i += 1
        continue
      }
      let end = bytes[(i + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
      found.append(String(decoding: bytes[(i + 1)..<end], as: UTF8.self))
      i = end + 1
      if !isArray { break }
    }
    return found
  }

  private static func firstIndex(of key: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= key.count else { return nil }
    return (0...(bytes.count - key.count)).first { bytes[$0..<($0 + key.count)].elementsEqual(key) }
  }
}

/// A line of comma-separated values with optional quotes.
enum CSVLine {
  static func fields(_ line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line where character != "\r" {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}

/// A company's name as news says it.
enum CompanyName {
  private static let legalForms: Set<String> = [
    "inc", "inc.", "incorporated", "corp", "corp.", "corporation", "company", "co", "co.",
    "companies", "plc", "ltd", "ltd.", "limited", "group", "holdings", "holding", "n.v.", "nv",
    "s.a.", "sa", "ag", "llc", "l.p.", "lp", "&",
  ]

  static func short(_ name: String) -> String {
    let plain = name.split(separator: "(").first ?? ""
    var words = plain.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    while words.count > 1, let last = words.last, legalForms.contains(last.lowercased()) {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }
}
