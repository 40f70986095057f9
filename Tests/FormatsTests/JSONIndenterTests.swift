import Formats
import Testing

@Test(arguments: [
  ("{}", "{}\n"), ("[]", "[]\n"), ("1", "1\n"), ("\"a,{\\\"b\"", "\"a,{\\\"b\"\n"),
  ("[1,-2.5]", "[1, -2.5]\n"), ("[\"a\",1]", "[\n  \"a\",\n  1\n]\n"),
  ("{\"a\":[],\"b\":{\"c\":null}}", "{\n  \"a\": [],\n  \"b\": {\n    \"c\": null\n  }\n}\n"),
])
func `compact JSON is laid out for reading`(compact: String, indented: String) {
  #expect(String(decoding: indentedJSON(Array(compact.utf8)), as: UTF8.self) == indented)
}

@Test(arguments: ["", "\"", "\"\\", "]", "[1", "{\"a"])
func `what is cut short is copied without a trap`(text: String) {
  #expect(!indentedJSON(Array(text.utf8)).isEmpty)
}
