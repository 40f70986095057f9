import Testing

struct YAMLTests {
  @Test func `mappings, sequences, scalars and comments are read`() throws {
    let value = try YAML.parse(
      """
      # A comment
      a: 1
      b:
        - x: "q: \\"1\\""   # after a value
          y: [1, two, {z: 'it''s'}]
        - plain: text, with a comma
      c:
      - -2.5
      - true
      - "404"
      "200": null
      d: {type: [string, "null"], ref: "#/x"}
      """)
    #expect(
      value
        == .object([
          "a": .number(1),
          "b": .array([
            .object([
              "x": .string("q: \"1\""),
              "y": .array([.number(1), .string("two"), .object(["z": .string("it's")])]),
            ]),
            .object(["plain": .string("text, with a comma")]),
          ]),
          "c": .array([.number(-2.5), .bool(true), .string("404")]),
          "200": .null,
          "d": .object([
            "type": .array([.string("string"), .string("null")]), "ref": .string("#/x"),
          ]),
        ]))
  }

  @Test func `literal blocks keep their lines and folded ones join them`() throws {
    let value = try YAML.parse(
      """
      a: |
        one
          two

        three
      b: >-
        one
        two

        three
      c: 1
      """)
    #expect(value["a"]?.string == "one\n  two\n\nthree\n")
    #expect(value["b"]?.string == "one two\nthree")
    #expect(value["c"]?.integer == 1)
  }

  @Test(arguments: [
    "a: &anchor 1", "a: *alias", "a: !tag 1", "a: [1", "a: 'x", "a: 1\na: 2", "a: 1\n   b: 2",
    "text",
    "a: \"x\" y", "a: {b}",
  ])
  func `what lies outside the subset is refused`(text: String) {
    #expect(throws: SyntaxError.self) { try YAML.parse(text) }
  }
}
