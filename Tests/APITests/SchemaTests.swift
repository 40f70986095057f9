import Testing

struct SchemaTests {
  private let schema = Schema(
    document: .object([
      "named": .object(["type": .string("object"), "required": .array([.string("name")])])
    ]))

  @Test(arguments: [
    ("{type: integer}", "1", true), ("{type: integer}", "1.5", false),
    ("{type: [string, 'null']}", "null", true), ("{type: string}", "1", false),
    ("{enum: [a, b]}", "\"b\"", true), ("{enum: [a, b]}", "\"c\"", false),
    ("{minimum: 1, maximum: 5}", "5", true), ("{minimum: 1, maximum: 5}", "6", false),
    ("{pattern: '^[a-z]+$'}", "\"abc\"", true), ("{pattern: '^[a-z]+$'}", "\"a1\"", false),
    ("{format: date}", "\"2024-01-31\"", true), ("{format: date}", "\"31 January\"", false),
    ("{format: uri-reference}", "\"/a?b=%20\"", true), ("{format: other}", "\"x\"", false),
    ("{items: {type: string}, minItems: 1}", "[\"a\"]", true),
    ("{items: {type: string}, minItems: 1}", "[]", false),
    ("{items: {type: string}}", "[1]", false), ("{uniqueItems: true}", "[1,1]", false),
    ("{properties: {a: {type: string}}, additionalProperties: false}", "{\"a\":\"x\"}", true),
    ("{properties: {a: {type: string}}, additionalProperties: false}", "{\"b\":\"x\"}", false),
    ("{required: [a]}", "{}", false), ("{$ref: '#/named'}", "{\"name\":1}", true),
    ("{$ref: '#/named'}", "{}", false), ("{$ref: '#/nothing'}", "{}", false),
    ("{oneOf: [{type: string}, {type: integer}]}", "1", true),
    ("{oneOf: [{type: number}, {type: integer}]}", "1", false),
    ("{allOf: [{type: number}, {minimum: 2}]}", "1", false), ("{unheardOf: 1}", "1", false),
  ])
  func `values are judged by each keyword`(rule: String, json: String, isValid: Bool) throws {
    let value = try JSONValue(json: Array(json.utf8))
    let parsed = try #require(try YAML.parse("rule: " + rule)["rule"])
    let faults = schema.faults(in: value, by: parsed)
    #expect(faults.isEmpty == isValid, "\(faults)")
  }
}
