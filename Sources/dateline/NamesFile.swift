package import Extraction

/// A reader's decisions about names, from a JSON file:
///
///     {"same": [["Bill Gray", "William Gray"]], "different": [["Acme", "Acme Records"]],
///      "alias": {"Big Blue": "Acme"}, "type": {"Acme": "organization"}, "hidden": ["Photo Desk"]}
///
/// Each member may be left out. The file is taken whole or refused with the line of its first fault.
package struct NamesFile: Sendable {
  /// A file of more bytes is refused.
  private static let byteLimit = 16 << 20

  package let decisions: NameDecisions
  private let path: String
  /// Of each entry.
  private let lines: [Int]

  /// The file that `--names` names, if it names one.
  static func named(by settings: Settings) throws(Refusal) -> NamesFile? {
    settings.names.isEmpty ? nil : try NamesFile(path: settings.names)
  }

  init(path: String) throws(Refusal) {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try InputFile(path: path).readAll(expecting: 1 << 12, atMost: Self.byteLimit)
    } catch {
      throw Refusal(place: Place(path: path), reason: error.description)
    }
    try self.init(bytes, path: path)
  }

  package init(_ bytes: [UInt8], path: String) throws(Refusal) {
    guard bytes.count <= Self.byteLimit else {
      throw Refusal(
        place: Place(path: path), reason: "larger than \(Self.byteLimit >> 20) MiB")
    }
    var reader = Reader(json: JSONText(bytes))
    do throws(JSONText.Fault) { try reader.read() } catch {
      throw Refusal(place: Place(path: path, line: error.line), reason: error.reason)
    }
    do throws(NameDecisions.Contradiction) {
      decisions = try NameDecisions(reader.entries)
    } catch {
      throw Refusal(
        place: Place(path: path, line: reader.lines[error.entry]), reason: error.reason)
    }
    self.path = path
    lines = reader.lines
  }

  /// The names that no article has, where they stand.
  /// - Parameter met: keys that some article has.
  func unmet(_ met: Set<String>) -> [Refusal] {
    var told: Set<String> = []
    return zip(decisions.entries, lines).flatMap { entry, line in
      entry.names.filter { name in
        let key = NameKey.fold(name)
        return !met.contains(key) && told.insert(key).inserted
      }.map { Refusal(place: Place(path: path, line: line), reason: "no article names “\($0)”") }
    }
  }
}

private struct Reader {
  var json: JSONText
  var entries: [NameDecisions.Entry] = []
  var lines: [Int] = []

  mutating func read() throws(JSONText.Fault) {
    try json.checkEncoding()
    var seen: Set<String> = []
    try json.expect("{")
    var isFirst = true
    while try json.hasElement(before: "}", isFirst: &isFirst) {
      let member = try json.string()
      guard seen.insert(member).inserted else {
        throw json.fault("“\(member)” stands here a second time")
      }
      try json.expect(":")
      try readMember(member)
    }
    try json.end()
  }

  private mutating func readMember(_ member: String) throws(JSONText.Fault) {
    switch member {
    case "same", "different":
      try readElements { reader throws(JSONText.Fault) in
        let names = try reader.readNames()
        return member == "same" ? .same(names) : .different(names)
      }
    case "hidden":
      try readElements { reader throws(JSONText.Fault) in .hidden(try reader.json.string()) }
    case "alias":
      try readMembers { reader, alias throws(JSONText.Fault) in
        .alias(alias, name: try reader.json.string())
      }
    case "type":
      try readMembers { reader, name throws(JSONText.Fault) in
        .type(name, try reader.readType())
      }
    default:
      let known = ["same", "different", "alias", "type", "hidden"]
      let hint = Spelling.nearest(to: member, among: known).map { "; did you mean “\($0)”?" }
      throw json.fault(
        "there is no member “\(member)”\(hint ?? ", only " + known.joined(separator: ", "))")
    }
  }

  private mutating func readElements(
    _ read: (inout Reader) throws(JSONText.Fault) -> NameDecisions.Entry
  ) throws(JSONText.Fault) {
    try json.expect("[")
    var isFirst = true
    while try json.hasElement(before: "]", isFirst: &isFirst) {
      lines.append(json.line)
      entries.append(try read(&self))
    }
  }

  private mutating func readMembers(
    _ read: (inout Reader, String) throws(JSONText.Fault) -> NameDecisions.Entry
  ) throws(JSONText.Fault) {
    try json.expect("{")
    var isFirst = true
    while try json.hasElement(before: "}", isFirst: &isFirst) {
      lines.append(json.line)
      let name = try json.string()
      try json.expect(":")
      entries.append(try read(&self, name))
    }
  }

  private mutating func readNames() throws(JSONText.Fault) -> [String] {
    try json.expect("[")
    var names: [String] = []
    var isFirst = true
    while try json.hasElement(before: "]", isFirst: &isFirst) { names.append(try json.string()) }
    guard names.count > 1 else { throw json.fault("two names or more are expected here") }
    return names
  }

  private mutating func readType() throws(JSONText.Fault) -> EntityType {
    let word = try json.string()
    guard let type = EntityType.allCases.first(where: { "\($0)" == word }) else {
      let known = EntityType.allCases.map { "\($0)" }.joined(separator: ", ")
      throw json.fault("“\(word)” is no type; there are \(known)")
    }
    return type
  }
}
