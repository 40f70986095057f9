/// Validates values by the part of JSON Schema 2020-12 that openapi.yaml uses; a keyword it does
/// not know is a fault of the schema, never ignored.
struct Schema {
  /// The whole document, in which `#/…` references are followed.
  let document: JSONValue

  /// What is wrong with `value`, each fault with the place it is at; empty where it is valid.
  func faults(in value: JSONValue, by schema: JSONValue, at path: String = "$") -> [String] {
    if case .bool(let allowed) = schema { return allowed ? [] : ["\(path): not allowed"] }
    guard let keywords = schema.object else { return ["\(path): the schema is no object"] }
    var faults: [String] = []
    for (keyword, operand) in keywords.sorted(by: { $0.key < $1.key }) {
      faults += check(keyword, operand, value, keywords, path)
    }
    return faults
  }

  func resolve(_ reference: String) -> JSONValue? {
    guard reference.hasPrefix("#/") else { return nil }
    var value: JSONValue? = document
    for part in reference.dropFirst(2).split(separator: "/") {
      let name = part.replacing("~1", with: "/").replacing("~0", with: "~")
      value = value?[String(name)]
    }
    return value
  }

  private func check(
    _ keyword: String, _ operand: JSONValue, _ value: JSONValue, _ schema: [String: JSONValue],
    _ path: String
  ) -> [String] {
    switch keyword {
    case "description", "title", "example", "examples", "default", "deprecated": return []
    case "$ref":
      guard let target = operand.string.flatMap(resolve) else {
        return ["\(path): no schema at \(operand)"]
      }
      return faults(in: value, by: target, at: path)
    case "type":
      let types = operand.string.map { [$0] } ?? operand.strings
      return types.contains { Self.has(value, type: $0) }
        ? [] : ["\(path): \(value) is not \(types.joined(separator: " or "))"]
    case "enum":
      return operand.array?.contains(value) == true
        ? [] : ["\(path): \(value) is none of \(operand)"]
    case "const": return operand == value ? [] : ["\(path): \(value) is not \(operand)"]
    case "allOf": return (operand.array ?? []).flatMap { faults(in: value, by: $0, at: path) }
    case "oneOf":
      let all = (operand.array ?? []).map { faults(in: value, by: $0, at: path) }
      let fitting = all.count { $0.isEmpty }
      return fitting == 1 ? [] : ["\(path): fits \(fitting) of oneOf"] + all.joined()
    case "minimum", "maximum", "minLength", "maxLength", "pattern", "format":
      return checkScalar(keyword, operand, value, path)
    case "items", "minItems", "maxItems", "uniqueItems":
      return checkArray(keyword, operand, value, path)
    case "properties", "required", "additionalProperties", "minProperties":
      return checkObject(keyword, operand, value, schema, path)
    default: return ["\(path): the validator does not know the keyword “\(keyword)”"]
    }
  }

  private static func has(_ value: JSONValue, type: String) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string),
      ("array", .array), ("object", .object):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }

  private func checkScalar(
    _ keyword: String, _ operand: JSONValue, _ value: JSONValue, _ path: String
  ) -> [String] {
    switch (keyword, value) {
    case ("minimum", .number(let number)):
      return number >= operand.number ?? .infinity ? [] : ["\(path): \(number) is too small"]
    case ("maximum", .number(let number)):
      return number <= operand.number ?? -.infinity ? [] : ["\(path): \(number) is too large"]
    case ("minLength", .string(let text)):
      return text.unicodeScalars.count >= operand.integer ?? .max ? [] : ["\(path): too short"]
    case ("maxLength", .string(let text)):
      return text.unicodeScalars.count <= operand.integer ?? 0 ? [] : ["\(path): too long"]
    case ("pattern", .string(let text)):
      guard let regex = operand.string.flatMap({ try? Regex($0) }) else {
        return ["\(path): bad pattern \(operand)"]
      }
      return text.firstMatch(of: regex) != nil ? [] : ["\(path): “\(text)” does not fit \(operand)"]
    case ("format", .string(let text)):
      return Self.fits(text, format: operand.string ?? "")
        ? [] : ["\(path): “\(text)” is no \(operand)"]
    default: return []
    }
  }

  private static func fits(_ text: String, format: String) -> Bool {
    switch format {
    case "date": text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil
    case "date-time":
      text.wholeMatch(
        of: /[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})/) != nil
    case "uri-reference": !text.isEmpty && text.unicodeScalars.allSatisfy { $0.isASCII && $0 > " " }
    default: false
    }
  }

  private func checkArray(
    _ keyword: String, _ operand: JSONValue, _ value: JSONValue, _ path: String
  ) -> [String] {
    guard let items = value.array else { return [] }
    switch keyword {
    case "items":
      return items.enumerated().flatMap { faults(in: $1, by: operand, at: "\(path)[\($0)]") }
    case "minItems": return items.count >= operand.integer ?? .max ? [] : ["\(path): too few items"]
    case "maxItems": return items.count <= operand.integer ?? -1 ? [] : ["\(path): too many items"]
    default:
      let isUnique = items.indices.allSatisfy { !items[..<$0].contains(items[$0]) }
      return isUnique ? [] : ["\(path): an item twice"]
    }
  }

  private func checkObject(
    _ keyword: String, _ operand: JSONValue, _ value: JSONValue, _ schema: [String: JSONValue],
    _ path: String
  ) -> [String] {
    guard let members = value.object else { return [] }
    switch keyword {
    case "properties":
      return (operand.object ?? [:]).sorted { $0.key < $1.key }.flatMap { name, schema in
        members[name].map { faults(in: $0, by: schema, at: "\(path).\(name)") } ?? []
      }
    case "required":
      return operand.strings.filter { members[$0] == nil }.map { "\(path): “\($0)” is missing" }
    case "additionalProperties":
      let declared = schema["properties"]?.object ?? [:]
      return members.filter { declared[$0.key] == nil }.sorted { $0.key < $1.key }.flatMap {
        faults(in: $0.value, by: operand, at: "\(path).\($0.key)")
      }
    default: return members.count >= operand.integer ?? .max ? [] : ["\(path): too few members"]
    }
  }
}
