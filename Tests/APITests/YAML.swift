/// Reads the part of YAML that openapi.yaml is written in, and refuses the rest: block and flow
/// mappings and sequences, plain and quoted scalars, literal and folded blocks, comments. No
/// anchors, tags, documents or multi-line plain scalars.
struct YAML {
  private struct Line {
    var indent: Int
    var text: Substring
    var number: Int
  }

  private var lines: [Line] = []
  private var position = 0

  static func parse(_ text: String) throws -> JSONValue {
    var reader = YAML()
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let body = line.drop { $0 == " " }
      guard !body.contains("\t") else {
        throw SyntaxError(description: "tab in line \(number + 1)")
      }
      reader.lines.append(Line(indent: line.count - body.count, text: body, number: number + 1))
    }
    reader.skipBlank()
    let value = try reader.block(indent: 0)
    reader.skipBlank()
    guard reader.position == reader.lines.count else { throw reader.error("cannot read this") }
    return value
  }

  private func error(_ text: String) -> SyntaxError {
    let line = position < lines.count ? lines[position] : nil
    return SyntaxError(
      description: "YAML, line \(line?.number ?? lines.count): \(text): \(line?.text ?? "")")
  }

  private mutating func skipBlank() {
    while position < lines.count,
      lines[position].text.isEmpty || lines[position].text.hasPrefix("#")
    {
      position += 1
    }
  }

  private mutating func block(indent: Int) throws -> JSONValue {
    guard position < lines.count else { throw error("a value is missing") }
    let text = lines[position].text
    return text == "-" || text.hasPrefix("- ")
      ? try sequence(indent: indent) : try mapping(indent: indent)
  }

  private mutating func sequence(indent: Int) throws -> JSONValue {
    var items: [JSONValue] = []
    while position < lines.count, lines[position].indent == indent,
      lines[position].text.hasPrefix("- ")
    {
      let rest = lines[position].text.dropFirst(2)
      let body = rest.drop { $0 == " " }
      let inner = indent + 2 + (rest.count - body.count)
      if key(of: body) != nil && !body.hasPrefix("{") {
        // "- name: x": the mapping begins on the dash's own line.
        lines[position] = Line(indent: inner, text: body, number: lines[position].number)
        items.append(try mapping(indent: inner))
      } else {
        items.append(try scalarOrBlock(body, parent: indent))
      }
      skipBlank()
    }
    return .array(items)
  }

  private mutating func mapping(indent: Int) throws -> JSONValue {
    var members: [String: JSONValue] = [:]
    while position < lines.count, lines[position].indent == indent {
      guard let (name, rest) = key(of: lines[position].text) else {
        throw error("expected “key: value”")
      }
      let value = try scalarOrBlock(rest, parent: indent)
      guard members.updateValue(value, forKey: name) == nil else { throw error("“\(name)” twice") }
      skipBlank()
    }
    return .object(members)
  }

  /// What stands after `key:` or `-`: on the same line, or indented below it.
  private mutating func scalarOrBlock(_ rest: Substring, parent: Int) throws -> JSONValue {
    if let style = rest.first, style == "|" || style == ">" {
      guard rest == "|" || rest == ">" || rest == "|-" || rest == ">-" else {
        throw error("unknown block style")
      }
      position += 1
      return .string(literal(parent: parent, folds: style == ">", keepsEnd: rest.count == 1))
    }
    if !rest.isEmpty && !rest.hasPrefix("#") {
      var flow = FlowParser(text: Array(rest))
      let value: JSONValue
      do { value = try flow.document() } catch { throw self.error("\(error)") }
      position += 1
      return value
    }
    position += 1
    skipBlank()
    // A sequence under a key may stand at the key's own indentation.
    guard position < lines.count,
      lines[position].indent > parent
        || (lines[position].indent == parent && lines[position].text.hasPrefix("- "))
    else { return .null }
    return try block(indent: lines[position].indent)
  }

  private mutating func literal(parent: Int, folds: Bool, keepsEnd: Bool) -> String {
    var texts: [String] = []
    var base: Int?
    while position < lines.count, lines[position].text.isEmpty || lines[position].indent > parent {
      let line = lines[position]
      base = base ?? (line.text.isEmpty ? nil : line.indent)
      let lead = String(repeating: " ", count: max(0, line.indent - (base ?? line.indent)))
      texts.append(line.text.isEmpty ? "" : lead + line.text)
      position += 1
    }
    while texts.last?.isEmpty == true { texts.removeLast() }
    var text = ""
    for (index, line) in texts.enumerated() {
      if index > 0 {
        if !folds || line.isEmpty { text += "\n" } else if !texts[index - 1].isEmpty { text += " " }
      }
      text += line
    }
    return keepsEnd ? text + "\n" : text
  }

  /// Splits `key: rest` outside quotes; `nil` where there is no key.
  private func key(of text: Substring) -> (name: String, rest: Substring)? {
    if let quote = text.first, quote == "\"" || quote == "'" {
      guard let end = text.dropFirst().firstIndex(of: quote) else { return nil }
      let after = text[text.index(after: end)...]
      guard after == ":" || after.hasPrefix(": ") else { return nil }
      let name = text[text.index(after: text.startIndex)..<end]
      return (String(name), after.dropFirst().drop { $0 == " " })
    }
    guard text.first.map({ !"[{".contains($0) }) ?? false else { return nil }
    var index = text.startIndex
    while let colon = text[index...].firstIndex(of: ":") {
      let after = text[text.index(after: colon)...]
      if after.isEmpty || after.hasPrefix(" ") {
        return (String(text[..<colon]), after.drop { $0 == " " })
      }
      index = text.index(after: colon)
    }
    return nil
  }
}

/// Scalars and flow collections, all on one line.
private struct FlowParser {
  let text: [Character]
  var position = 0

  var next: Character? { position < text.count ? text[position] : nil }

  init(text: [Character]) { self.text = text }

  mutating func skipSpace() { while next == " " { position += 1 } }

  mutating func document() throws -> JSONValue {
    let value = try value(ends: "")
    skipSpace()
    guard next == nil || next == "#" else {
      throw SyntaxError(description: "something after the value")
    }
    return value
  }

  private mutating func value(ends: String) throws -> JSONValue {
    skipSpace()
    switch next {
    case "[":
      var items: [JSONValue] = []
      try list(until: "]") { parser in items.append(try parser.value(ends: ",]")) }
      return .array(items)
    case "{":
      var members: [String: JSONValue] = [:]
      try list(until: "}") { parser in
        let name = try parser.value(ends: ":").string ?? ""
        parser.skipSpace()
        guard parser.next == ":", !name.isEmpty else {
          throw SyntaxError(description: "expected a key and a colon")
        }
        parser.position += 1
        members[name] = try parser.value(ends: ",}")
      }
      return .object(members)
    case "\"", "'": return .string(try quoted())
    default: return try plain(ends: ends)
    }
  }

  private mutating func list(
    until end: Character, _ item: (inout FlowParser) throws -> Void
  ) throws {
    position += 1
    skipSpace()
    while next != end {
      try item(&self)
      skipSpace()
      if next == "," {
        position += 1
      } else if next != end {
        throw SyntaxError(description: "expected a comma or \(end)")
      }
      skipSpace()
    }
    position += 1
  }

  private mutating func quoted() throws -> String {
    let quote = text[position]
    position += 1
    var result = ""
    while let character = next, character != quote || (quote == "'" && doubledQuote) {
      position += 1
      if character == "'" && quote == "'" { position += 1 }
      guard character == "\\" && quote == "\"" else {
        result.append(character)
        continue
      }
      switch next {
      case "n": result.append("\n")
      case "\"", "\\": result.append(next ?? " ")
      default: throw SyntaxError(description: "unknown escape")
      }
      position += 1
    }
    guard next == quote else { throw SyntaxError(description: "a quote without its end") }
    position += 1
    return result
  }

  private var doubledQuote: Bool {
    position + 1 < text.count && text[position] == "'" && text[position + 1] == "'"
  }

  private mutating func plain(ends: String) throws -> JSONValue {
    var result = ""
    while let character = next, !ends.contains(character) {
      if character == "#" && result.last == " " { break }
      if character == ":" && position + 1 < text.count && text[position + 1] == " " { break }
      result.append(character)
      position += 1
    }
    let word = result.reversed().drop { $0 == " " }.reversed().map(String.init).joined()
    guard let first = word.first, !"&*!|>%@`".contains(first) else {
      throw SyntaxError(description: "not in the part of YAML that is read here")
    }
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null", "~": return .null
    default:
      if word.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil, let number = Double(word) {
        return .number(number)
      }
      return .string(word)
    }
  }
}
