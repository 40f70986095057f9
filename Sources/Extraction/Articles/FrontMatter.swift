/// The lines between two "---" at the top of a Markdown file: `key: value`, known keys only.
struct FrontMatter {
  var record: ArticleRecord
  /// Where the text after it begins.
  var end: Int

  /// `nil` where the file has none; throws where it is opened and not closed.
  init?(_ bytes: [UInt8]) throws(ArticleReadError) {
    // A byte order mark before it is no part of the text then.
    var i = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    guard let first = Self.line(bytes, &i), first == "---" else { return nil }
    var members: [String: String] = [:]
    var list: String?
    while let line = Self.line(bytes, &i) {
      if line == "---" || line == "..." {
        // One empty line after it belongs to it.
        record = ArticleRecord(members)
        end = i
        return
      }
      if line.hasPrefix("- ") || line.hasPrefix("  - "), let key = list {
        let item = Self.unquoted(String(line.drop { $0 == " " || $0 == "-" }))
        members[key] = members[key].map { "\($0), \(item)" } ?? item
        continue
      }
      guard let colon = line.firstIndex(of: ":"), !line.hasPrefix("#"), !line.hasPrefix(" ")
      else { continue }
      let key = CreditLine.trimmed(String(line[..<colon])).lowercased()
      let value = Self.unquoted(String(line[line.index(after: colon)...]))
      list = key
      if !value.isEmpty { members[key] = value }
    }
    throw ArticleReadError(.openFrontMatter, line: 1)
  }

  /// The line at `i` without its end, `i` moved past it; `nil` at the end of the bytes.
  private static func line(_ bytes: [UInt8], _ i: inout Int) -> String? {
    guard i < bytes.count else { return nil }
    var j = i
    while j < bytes.count, bytes[j] != 0x0a { j += 1 }
    var stop = j
    while stop > i, bytes[stop - 1] == 0x0d || bytes[stop - 1] == 0x20 { stop -= 1 }
    let line = String(decoding: bytes[i..<stop], as: UTF8.self)
    i = min(j + 1, bytes.count)
    return line
  }

  private static func unquoted(_ text: String) -> String {
    var value = CreditLine.trimmed(text)
    if value.hasPrefix("["), value.hasSuffix("]") {
      return value.dropFirst().dropLast().split(separator: ",").map { unquoted(String($0)) }
        .joined(separator: ", ")
    }
    if value.count >= 2, let first = value.first, first == "\"" || first == "'",
      value.last == first
    {
      value = String(value.dropFirst().dropLast())
    }
    return value
  }
}
