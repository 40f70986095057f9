import Formats
import Testing

@Test(arguments: [
  (0.5, 2, "0.5"), (0.0, 2, "0"), (-0.001, 2, "0"), (-1.25, 2, "-1.25"), (0.999, 2, "1"),
  (12.005, 3, "12.005"), (.infinity, 2, "null"), (.nan, 2, "null"), (1e300, 2, "null"),
])
func `a decimal is rounded to its places`(value: Double, places: Int, text: String) {
  var json = JSONWriter()
  json.decimal(value, places: places)
  #expect(String(decoding: json.bytes, as: UTF8.self) == text)
}

@Test func `commas and colons are placed by the writer`() {
  var json = JSONWriter()
  json.beginObject()
  json.key("a")
  json.beginArray()
  json.integer(-1)
  json.string("\u{1}\n\"é")
  json.beginObject()
  json.endObject()
  json.endArray()
  json.key("b")
  json.null()
  json.endObject()
  #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":[-1,"\u0001\n\"é",{}],"b":null}"#)
}
